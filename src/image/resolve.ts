import type { Checked } from '../problem.ts'
import type { EcrAnswer, EcrImageQuery, EcrPort, ImageConfig, ImageToolsPort } from './ports.ts'
import {
  type EcrRegistry,
  type ImageReference,
  parseImageReference,
  printImageReference,
  withDigest,
} from './reference.ts'

/** An image ready for the task definition. */
export type ResolvedImage = {
  /** What goes into the container definition. */
  readonly image: string
  /** Absent where it could not be told. */
  readonly digest?: string
  /** `os/architecture[/variant]` of every image in an index, where the registry was asked; empty where it did not tell. */
  readonly platforms?: readonly string[]
  /** Where a single image says its platform. */
  readonly config?: ImageConfig
  /** Worth telling the user, though it did not stop anything. */
  readonly notices: readonly string[]
}

export type Resolution = Checked<ResolvedImage>

export type ResolveOptions = {
  readonly pinDigest: 'true' | 'false' | 'required'
  readonly ecr: Pick<EcrPort, 'findImage'>
  readonly imageTools: ImageToolsPort
}

/**
 * Finds the digest that an image stands for now, so that what is deployed cannot change afterwards. The registry is asked
 * where the image's own host says it is. An image that is not there is a problem; one that could not be looked up is
 * deployed as written, with a notice, unless `pinDigest` is `required`. An index is pinned as index.
 */
export async function resolveImage(reference: ImageReference, options: ResolveOptions): Promise<Resolution> {
  if (options.pinDigest === 'false') return asWritten(reference, [])
  const answer = await lookUp(reference, options)
  switch (answer.kind) {
    case 'absent':
    case 'repository-absent':
      return problem(`${absentMessage(reference, answer)} [image-absent]`)
    case 'not-looked':
      return notLooked(reference, answer.reason, options.pinDigest)
    case 'found':
      return found(reference, answer, await movedTag(reference, options))
  }
}

type Answer =
  | {
      readonly kind: 'found'
      readonly digest: string
      readonly platforms?: readonly string[]
      readonly config?: ImageConfig
    }
  | Exclude<EcrAnswer, { kind: 'found' }>

function lookUp(reference: ImageReference, { ecr, imageTools }: ResolveOptions): Promise<Answer> {
  if (reference.ecr !== undefined) return ecr.findImage(ecrQuery(reference, reference.ecr))
  return imageTools.inspect(printImageReference(reference))
}

/** How ECR is asked about an image; undefined for an image of any other registry. */
export function ecrQueryOf(image: string): EcrImageQuery | undefined {
  const reference = parseImageReference(image)
  if (!reference.ok || reference.value.ecr === undefined) return undefined
  return ecrQuery(reference.value, reference.value.ecr)
}

function ecrQuery(reference: ImageReference, { registryId, region }: EcrRegistry): EcrImageQuery {
  const image = reference.digest === undefined ? { tag: tagOf(reference) } : { digest: reference.digest }
  return { registryId, region, repository: reference.repository, ...image }
}

/** Docker and ECS read a name without tag and digest as `latest`. */
function tagOf(reference: ImageReference): string {
  return reference.tag ?? 'latest'
}

/** With tag and digest the digest is what counts; a tag that says something else is only worth a notice. */
async function movedTag(reference: ImageReference, options: ResolveOptions): Promise<readonly string[]> {
  const { tag, digest, ...rest } = reference
  if (tag === undefined || digest === undefined) return []
  const answer = await lookUp({ ...rest, tag }, options)
  if (answer.kind === 'not-looked' || (answer.kind === 'found' && answer.digest === digest)) return []
  const fact = answer.kind === 'found' ? `now stands for ${answer.digest}` : 'is no longer there'
  return [`The tag ${tag} of ${reference.name} ${fact}. The digest decides: ${digest} is deployed.`]
}

function found(reference: ImageReference, answer: Answer & { kind: 'found' }, notices: readonly string[]): Resolution {
  const platforms = {
    ...(answer.platforms === undefined ? {} : { platforms: answer.platforms }),
    ...(answer.config === undefined ? {} : { config: answer.config }),
  }
  if (reference.digest !== undefined) {
    return { ok: true, value: { image: asGiven(reference), digest: reference.digest, ...platforms, notices } }
  }
  return {
    ok: true,
    value: { image: withDigest(reference, answer.digest), digest: answer.digest, ...platforms, notices },
  }
}

function notLooked(reference: ImageReference, reason: string, pinDigest: 'true' | 'required'): Resolution {
  const image = asGiven(reference)
  if (reference.digest !== undefined)
    return asWritten(reference, [`Whether ${image} exists could not be checked: ${reason}.`])
  if (pinDigest === 'required') {
    return problem(
      `The digest of ${image} could not be looked up: ${reason}. pin-digest is "required"; write the image with its digest, ` +
        'make the look-up possible, or set pin-digest to "true" to deploy it as it is written.',
    )
  }
  return asWritten(reference, [
    `The digest of ${image} could not be looked up: ${reason}. It is deployed as it is written, so what the tag stands for can still change.`,
  ])
}

function asWritten(reference: ImageReference, notices: readonly string[]): Resolution {
  const digest = reference.digest === undefined ? {} : { digest: reference.digest }
  return { ok: true, value: { image: asGiven(reference), ...digest, notices } }
}

function asGiven({ name, tag, digest }: ImageReference): string {
  return `${name}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`
}

function absentMessage(
  reference: ImageReference,
  answer: { kind: 'absent'; reason?: string } | { kind: 'repository-absent' },
): string {
  if (reference.ecr === undefined) {
    const full = printImageReference(reference)
    return `The registry ${reference.registry} has no image ${asGiven(reference)}. Check that it has been pushed: docker buildx imagetools inspect ${full}`
  }
  const { registryId, region } = reference.ecr
  const place = `in registry ${registryId}, Region ${region}`
  const options = `--registry-id ${registryId} --region ${region}`
  if (answer.kind === 'repository-absent') {
    return (
      `There is no ECR repository ${reference.repository} ${place}. Check name, account and Region of the image: ` +
      `aws ecr describe-repositories ${options}. If a pull-through cache creates it, set pin-digest to "false".`
    )
  }
  const image = reference.digest ?? `image with the tag ${tagOf(reference)}`
  const fact = answer.reason === undefined ? `has no ${image}` : `has ${image}, but ${answer.reason}`
  return (
    `The ECR repository ${reference.repository} ${place} ${fact}. Check that the build pushed it there; the newest images: ` +
    `aws ecr describe-images ${options} --repository-name ${reference.repository} ` +
    `--query 'sort_by(imageDetails,&imagePushedAt)[-10:].[imageTags,imageDigest]'`
  )
}

function problem(message: string): Resolution {
  return { ok: false, problems: [{ message }] }
}
