import type { Ports } from '../deployment/ports.ts'
import { parseImageReference } from '../image/reference.ts'
import { resolveImage } from '../image/resolve.ts'
import type { Problem } from '../problem.ts'
import type { Version, VersionImage } from '../report.ts'

/** What the registries say about the images of a version. */
export type ImageCheck = { readonly problems: readonly Problem[]; readonly notices: readonly string[] }

/** Looks whether every image of a version can still be pulled, by its digest where that is known. */
export async function checkImages(version: Version, ports: Pick<Ports, 'ecr' | 'imageTools'>): Promise<ImageCheck> {
  const checks = await Promise.all(version.images.map((image) => checkImage(image, version, ports)))
  return {
    problems: checks.flatMap(({ problems }) => problems),
    notices: checks.flatMap(({ notices }) => notices),
  }
}

async function checkImage(
  { container, image, digest }: VersionImage,
  { taskDefinition }: Version,
  ports: Pick<Ports, 'ecr' | 'imageTools'>,
): Promise<ImageCheck> {
  const parsed = parseImageReference(image)
  // ECS took it once, so it is not for us to refuse it.
  if (!parsed.ok) return { problems: [], notices: [] }
  const { tag, ...named } = parsed.value
  const reference = digest === undefined ? parsed.value : { ...named, digest }
  const found = await resolveImage(reference, { ...ports, pinDigest: 'true' })
  if (found.ok) return { problems: [], notices: found.value.notices }
  const problems = found.problems.map(({ message }) => ({
    input: 'to',
    message: `Container "${container}" of ${taskDefinition} could not start, because its image is gone. ${message}`,
  }))
  return { problems, notices: [] }
}

/** Whether all images of a version are in their private registries; undefined where that cannot be told from there. */
export async function imagesThere(version: Version, { ecr }: Pick<Ports, 'ecr'>): Promise<boolean | undefined> {
  const answers = await Promise.all(
    version.images.map(async ({ image, digest }) => {
      const parsed = parseImageReference(image)
      if (!parsed.ok || parsed.value.ecr === undefined || digest === undefined) return undefined
      const { repository, ecr: registry } = parsed.value
      const { kind } = await ecr.findImage({ ...registry, repository, digest })
      return kind === 'found' ? true : kind === 'not-looked' ? undefined : false
    }),
  )
  if (answers.includes(false)) return false
  return answers.includes(undefined) ? undefined : true
}
