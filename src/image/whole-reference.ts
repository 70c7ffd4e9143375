import type { Checked } from '../problem.ts'
import { type ImageReference, isDigest, isTag, parseImageReference } from './reference.ts'

const exampleName = '123456789012.dkr.ecr.eu-west-1.amazonaws.com/my-app'

/**
 * Reads an image that the user asks to deploy. Docker would fill in a missing registry, repository or tag by guessing;
 * a deployment must not, so a bare word, a lone tag, a lone digest and a name without tag and digest are problems,
 * which show the whole reference expected.
 */
export function parseWholeReference(text: string): Checked<ImageReference> {
  const message = halfReference(text)
  if (message !== undefined) return { ok: false, problems: [{ message }] }
  const parsed = parseImageReference(text)
  if (!parsed.ok || parsed.value.tag !== undefined || parsed.value.digest !== undefined) return parsed
  return {
    ok: false,
    problems: [{ message: `"${text}" has neither tag nor digest. Write for example ${text}:1.2.3.` }],
  }
}

function halfReference(text: string): string | undefined {
  if (text.startsWith('/')) {
    return (
      `"${text}" has no registry before the first "/". GitHub leaves out outputs that contain a masked value such as ` +
      'the account id; use the inputs ecr-repository and image-tag or image-digest instead.'
    )
  }
  const digest = text.replace(/^@/, '')
  // A cut-off digest would pass as a repository named sha256.
  if (isDigest(digest) || /^sha(256|512):[0-9a-f]*$/.test(digest)) {
    return `"${text}" is only a digest. Write the whole image: ${exampleName}@${isDigest(digest) ? digest : 'sha256:… with all 64 digits'}.`
  }
  const tag = text.replace(/^:/, '')
  if (isTag(tag)) {
    return (
      `"${text}" is not a whole image: ${text.startsWith(':') ? 'it is only a tag' : 'it is a single word'}. ` +
      `Write registry, repository and tag: ${exampleName}:${tag}.`
    )
  }
  return undefined
}
