import { parseImageReference } from '../image/reference.ts'

const digestDigits = 12

/** `repository:tag@sha256:0123456789ab`: an image as a title names it, without registry and with the start of its digest. */
export function shortImage(reference: string): string {
  const parsed = parseImageReference(reference)
  if (!parsed.ok) return reference
  const { name, repository, tag, digest } = parsed.value
  // Nobody writes the `library/` of Docker Hub's own images.
  const shown = name.includes('/') ? repository : name
  return `${shown}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${shortDigest(digest)}`}`
}

/** `sha256:0123456789ab`: enough to tell digests apart. */
export function shortDigest(digest: string): string {
  return digest.slice(0, digest.indexOf(':') + 1 + digestDigits)
}
