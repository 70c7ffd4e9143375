import type { Service } from '@aws-sdk/client-ecs'
import type { DescribedTaskDefinition } from '../aws/ecs.ts'
import { namedImages, pinFileImages, placeImages } from '../deployment/images.ts'
import { loadReference, type Source, sourceOf } from '../deployment/load-source.ts'
import { newestOf } from '../deployment/newest-revision.ts'
import type { Ports } from '../deployment/ports.ts'
import { findService } from '../deployment/read-service.ts'
import { registerWithTags } from '../deployment/register-revision.ts'
import { defaultTags, mergeTags } from '../deployment/tags.ts'
import { imagesOf, versionOf } from '../deployment/version.ts'
import type { RunTaskInputs } from '../inputs/run-task-inputs.ts'
import { type Checked, type Problem, ProblemsFound } from '../problem.ts'
import { equalDefinitions } from '../task-definition/compare.ts'
import { targetContainer } from '../task-definition/container.ts'
import { renderTaskDefinition, stripForRegistration } from '../task-definition/render.ts'
import type { Tag, TaskDefinition } from '../task-definition/task-definition.ts'
import { requestFor, type TaskRequest, whatIsMissing } from './request.ts'
import { tagsOfService } from './service-tags.ts'
import type { TaskRun } from './task-run.ts'

/** Everything that is known and checked before the first change. */
export type PreparedTask = {
  readonly request: TaskRequest
  readonly definition: TaskDefinition
  /** The revision that is run as it is; absent: a new one is registered. */
  readonly reuse?: DescribedTaskDefinition
  /** Of a new revision. */
  readonly tags: readonly Tag[]
  readonly newestRevision: number
}

/**
 * Reads and checks everything for a one-off task; changes nothing.
 *
 * @param file the task-definition file, where one was given
 * @throws ProblemsFound with all problems at once where they do not depend on each other; what AWS throws
 */
export async function prepareTask(
  inputs: RunTaskInputs,
  ports: Ports,
  run: TaskRun,
  file: Checked<Source> | undefined,
): Promise<PreparedTask> {
  const { service, source, images } = await readTogether(inputs, ports, file)
  const base = source ?? sourceOf(await ports.ecs.describeTaskDefinition(service?.taskDefinition ?? ''))
  refuseInactive(base, inputs)
  const definition = { ...base.definition, family: base.definition.family ?? familyOf(service) } as TaskDefinition
  const container = targetContainer(definition, inputs.containerName)
  const placed = placeImages(definition, images, { overrides: {}, ...nameOf(inputs) })
  failOn(container, placed)
  const own = await pinnedInFile(base, definition, placed.ok ? placed.value.images : [], inputs, ports)
  const rendered = renderTaskDefinition(definition, {
    images: [...(placed.ok ? placed.value.images : []), ...own.images],
    overrides: {},
  })
  failOn(rendered)
  const wanted = rendered.ok ? rendered.value.definition : definition
  run.container = container.ok ? container.value : ''
  run.images = imagesOf(wanted.containerDefinitions ?? [])
  run.notices.push(...base.notices, ...images.flatMap(({ notices }) => notices), ...own.notes)
  const order = {
    cluster: inputs.cluster,
    container: run.container,
    overrides: inputs.overrides,
    launch: inputs.launch,
    tags: inputs.tags.map(({ key, value }) => ({ key, value })),
  }
  const request = requestFor(order, wanted, service, await tagsOfService(service, inputs.launch, run, ports))
  const missing = [...whatIsMissing(wanted, request), ...withoutFamily(definition)]
  if (missing.length > 0) throw new ProblemsFound(missing)
  const newest = await newestOf(ports, wanted.family, base.described)
  const reuse = [base.described, newest].find(
    (candidate) =>
      candidate?.definition.status === 'ACTIVE' && equalDefinitions(stripForRegistration(candidate.definition), wanted),
  )
  if (reuse !== undefined) noteRevision(run, reuse)
  return {
    request,
    definition: wanted,
    ...(reuse === undefined ? {} : { reuse }),
    tags: mergeTags(base.tags, order.tags),
    newestRevision: newest?.definition.revision ?? 0,
  }
}

/** Registers the revision where there is none that equals it. */
export async function revisionFor(
  prepared: PreparedTask,
  inputs: Pick<RunTaskInputs, 'defaultTags'>,
  ports: Ports,
  run: TaskRun,
  keep: () => Promise<void>,
): Promise<void> {
  if (prepared.reuse !== undefined) return
  ports.cancelled.throwIfAborted()
  const own = inputs.defaultTags ? defaultTags(ports.run) : []
  run.sending = 'register'
  await keep()
  const registered = await registerWithTags(prepared, mergeTags(prepared.tags, own), own, ports, run)
  run.sending = undefined
  run.changed = true
  noteRevision(run, registered)
  await keep()
  ports.log.info(`Registered ${run.taskDefinition}.`)
}

function noteRevision(run: TaskRun, { definition }: DescribedTaskDefinition): void {
  const { taskDefinition, taskDefinitionArn } = versionOf(definition)
  run.taskDefinition = taskDefinition
  run.taskDefinitionArn = taskDefinitionArn
}

/** All reads that do not depend on each other; what is wrong with the file is told with them. */
async function readTogether(inputs: RunTaskInputs, ports: Ports, file: Checked<Source> | undefined) {
  const { cluster, service: name, taskDefinition } = inputs
  const [service, source, named] = await Promise.all([
    name === undefined ? undefined : findService(ports, cluster, name),
    taskDefinition?.kind === 'reference' ? loadReference(ports, taskDefinition.reference) : file,
    namedImages(inputs, ports),
  ])
  failOn(service, source, named)
  return {
    service: service?.ok ? service.value : undefined,
    source: source?.ok ? source.value : undefined,
    images: named.ok ? named.value : [],
  }
}

async function pinnedInFile(
  base: Source,
  definition: TaskDefinition,
  placed: readonly { readonly container: string; readonly image: string }[],
  inputs: RunTaskInputs,
  ports: Ports,
): Promise<{ readonly images: readonly { container: string; image: string }[]; readonly notes: readonly string[] }> {
  if (!base.fromFile) return { images: [], notes: [] }
  const own = await pinFileImages(definition, placed, inputs, ports)
  failOn(own)
  return own.ok ? own.value : { images: [], notes: [] }
}

/** @throws ProblemsFound with the problems of all of them */
function failOn(...parts: readonly (Checked<unknown> | undefined)[]): void {
  const problems: Problem[] = parts.flatMap((part) => (part?.ok === false ? part.problems : []))
  const distinct = new Map(problems.map((problem) => [`${problem.input} ${problem.message}`, problem]))
  if (problems.length > 0) throw new ProblemsFound([...distinct.values()])
}

function nameOf({ containerName }: RunTaskInputs): Pick<RunTaskInputs, 'containerName'> {
  return containerName === undefined ? {} : { containerName }
}

function familyOf(service: Service | undefined): string | undefined {
  return /\/([\w-]+):\d+$/.exec(service?.taskDefinition ?? '')?.[1]
}

/** ECS starts no task of it (`TaskDefinition is inactive`); a copy would be another revision than the one that was named. */
function refuseInactive({ described }: Source, { taskDefinition }: RunTaskInputs): void {
  if (taskDefinition?.kind !== 'reference' || described === undefined || described.definition.status === 'ACTIVE')
    return
  const { family } = described.definition
  const message =
    `${versionOf(described.definition).taskDefinition} is ${described.definition.status}: it has been deregistered, and ECS starts no ` +
    `task of it. Name another revision, or ${family} alone, which means its newest active one.`
  throw new ProblemsFound([{ input: 'task-definition', message }])
}

function withoutFamily({ family }: TaskDefinition): readonly Problem[] {
  if (family) return []
  return [
    {
      input: 'task-definition',
      message: 'The file names no family, and there is no service whose family could be meant.',
    },
  ]
}
