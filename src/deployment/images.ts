import { describeFailure, failureKind, isNamed } from '../aws/failure.ts'
import { parseImageReference } from '../image/reference.ts'
import { type ResolvedImage, resolveImage } from '../image/resolve.ts'
import { isRunningImage } from '../image/running-image.ts'
import type { Overrides, WantedInputs } from '../inputs/deploy-inputs.ts'
import type { Checked, Problem } from '../problem.ts'
import { targetContainer } from '../task-definition/container.ts'
import type { TaskDefinition } from '../task-definition/task-definition.ts'
import type { Ports } from './ports.ts'

/** An image that an input names, looked up. */
export type NamedImage = ResolvedImage & {
  /** Absent: `container-name` or the definition decides. */
  readonly container?: string
  readonly input: string
  /** As the user wrote it. */
  readonly written: string
}

/** An image that was looked up, whoever named it: without `input` the task-definition file did. */
export type LookedUpImage = Omit<ResolvedImage, 'notices'> & Pick<NamedImage, 'written'> & { readonly input?: string }

/** An image with its place. */
export type PlacedImage = { readonly container: string; readonly image: string }

/** Looks up every image that the inputs name, side by side, but for those that stay; all that are wrong are reported together. */
export async function namedImages(
  inputs: Pick<WantedInputs, 'images' | 'ecrImage' | 'pinDigest'>,
  ports: Ports,
): Promise<Checked<readonly NamedImage[]>> {
  const wanted = inputs.images
    .filter(({ image }) => !isRunningImage(image))
    .map(({ container, image, input }) => lookUp(inputs, ports, image, input, container))
  const own = inputs.ecrImage === undefined ? [] : [ownRegistryImage(inputs.ecrImage, inputs, ports)]
  return all(await Promise.all([...wanted, ...own]))
}

async function lookUp(
  inputs: Pick<WantedInputs, 'pinDigest'>,
  ports: Ports,
  image: string,
  input: string,
  container: string | undefined,
): Promise<Checked<NamedImage>> {
  const reference = parseImageReference(image)
  if (!reference.ok) return named(reference.problems, input)
  const resolution = await resolveImage(reference.value, { ...ports, pinDigest: inputs.pinDigest })
  if (!resolution.ok) return named(resolution.problems, input)
  return {
    ok: true,
    value: { ...resolution.value, input, written: image, ...(container === undefined ? {} : { container }) },
  }
}

/** `ecr-repository` with tag or digest: the registry is the caller's own, in the Region of the run. */
async function ownRegistryImage(
  { repository, tag, digest }: NonNullable<WantedInputs['ecrImage']>,
  inputs: Pick<WantedInputs, 'pinDigest'>,
  ports: Ports,
): Promise<Checked<NamedImage>> {
  try {
    const uri = await ports.repositoryUri(repository)
    const image = `${uri}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`
    return await lookUp(inputs, ports, image, 'ecr-repository', undefined)
  } catch (error) {
    if (isNamed(error, 'RepositoryNotFoundException')) {
      const message =
        `There is no ECR repository "${repository}" in this account in ${ports.region}. ` +
        `List the repositories with: aws ecr describe-repositories --region ${ports.region}`
      return named([{ message }], 'ecr-repository')
    }
    if (failureKind(error) === 'denied') {
      const message = `The registry of "${repository}" could not be looked up (${describeFailure(error)}). Grant ecr:DescribeRepositories, or give the whole reference in image.`
      return named([{ message }], 'ecr-repository')
    }
    throw error
  }
}

/**
 * Puts the named images, and the container-level overrides, into containers of the definition.
 * A container that does not exist is a problem that lists those that do; two images for one container are one, too.
 */
export function placeImages(
  definition: Pick<TaskDefinition, 'containerDefinitions'>,
  images: readonly NamedImage[],
  inputs: Pick<WantedInputs, 'containerName' | 'overrides' | 'preDeploy'>,
): Checked<{ readonly images: readonly PlacedImage[]; readonly target?: string }> {
  const problems: Problem[] = []
  const placed: PlacedImage[] = []
  for (const { container, image, input } of images) {
    const found = targetContainer(definition, container ?? inputs.containerName)
    if (!found.ok)
      problems.push(
        ...found.problems.map((problem) => ({ ...problem, input: container === undefined ? 'container-name' : input })),
      )
    else if (placed.some((other) => other.container === found.value)) {
      problems.push({ input, message: `The container "${found.value}" is given two images. Name it once.` })
    } else placed.push({ container: found.value, image })
  }
  const needsTarget = changesContainer(inputs.overrides) || inputs.containerName !== undefined
  const target = needsTarget ? targetContainer(definition, inputs.containerName) : undefined
  if (target?.ok === false) problems.push(...withInput(target.problems, 'container-name'))
  if (inputs.preDeploy !== undefined) {
    const runs = targetContainer(definition, inputs.preDeploy.container)
    if (!runs.ok) problems.push(...runs.problems.map(({ message }) => preDeployProblem(message)))
  }
  if (problems.length > 0) return { ok: false, problems: distinct(problems) }
  return { ok: true, value: { images: placed, ...(target?.ok ? { target: target.value } : {}) } }
}

function preDeployProblem(message: string): Problem {
  return {
    input: 'pre-deploy-container',
    message: message.replace('Give its name with "container-name", or use "images".', 'Give its name.'),
  }
}

/** An image of the file that was looked up. */
type PinnedImage = PlacedImage & ResolvedImage & Pick<NamedImage, 'written'>

/** Private-ECR tags in the user's own file are pinned too; all other images in it stay as written. */
export async function pinFileImages(
  definition: Pick<TaskDefinition, 'containerDefinitions'>,
  placed: readonly PlacedImage[],
  inputs: Pick<WantedInputs, 'pinDigest'>,
  ports: Ports,
): Promise<Checked<{ readonly images: readonly PinnedImage[]; readonly notes: readonly string[] }>> {
  if (inputs.pinDigest === 'false') return { ok: true, value: { images: [], notes: [] } }
  const rest = (definition.containerDefinitions ?? []).filter(({ name }) => !placed.some((p) => p.container === name))
  const found = await Promise.all(rest.map(({ name, image }) => pinOne(name ?? '', image ?? '', inputs, ports)))
  const pinned = all(found)
  if (!pinned.ok) return pinned
  const known = pinned.value.filter((image) => image !== undefined)
  return { ok: true, value: { images: known, notes: known.flatMap(({ notices }) => notices) } }
}

async function pinOne(
  container: string,
  image: string,
  inputs: Pick<WantedInputs, 'pinDigest'>,
  ports: Ports,
): Promise<Checked<PinnedImage | undefined>> {
  const reference = parseImageReference(image)
  if (!reference.ok || reference.value.ecr === undefined || reference.value.digest !== undefined) {
    return { ok: true, value: undefined }
  }
  const resolution = await resolveImage(reference.value, { ...ports, pinDigest: inputs.pinDigest })
  if (!resolution.ok) {
    const problems = resolution.problems.map(({ message }) => ({ message: `Container "${container}": ${message}` }))
    return named(problems, 'task-definition')
  }
  return { ok: true, value: { ...resolution.value, container, written: image } }
}

function changesContainer({
  cpu: _,
  memory: __,
  taskRoleArn: ___,
  executionRoleArn: ____,
  ...inContainer
}: Overrides): boolean {
  return Object.keys(inContainer).length > 0
}

function all<T>(parts: readonly Checked<T>[]): Checked<readonly T[]> {
  const problems = parts.flatMap((part) => (part.ok ? [] : part.problems))
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, value: parts.flatMap((part) => (part.ok ? [part.value] : [])) }
}

function named(problems: readonly Problem[], input: string): { ok: false; problems: readonly Problem[] } {
  return { ok: false, problems: withInput(problems, input) }
}

function withInput(problems: readonly Problem[], input: string): readonly Problem[] {
  return problems.map((problem) => ({ input, ...problem }))
}

function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [`${problem.input} ${problem.message}`, problem])).values()]
}
