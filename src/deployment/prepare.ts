import type { Service } from '@aws-sdk/client-ecs'
import type { DescribedTaskDefinition } from '../aws/ecs.ts'
import { isRunningImage } from '../image/running-image.ts'
import type { DeployInputs, WantedInputs } from '../inputs/deploy-inputs.ts'
import type { Finding } from '../preflight/finding.ts'
import { platformOf } from '../preflight/platform.ts'
import { type Checked, type Problem, ProblemsFound } from '../problem.ts'
import { type Snapshot, snapshotOf } from '../rollout/snapshot.ts'
import { differences, equalDefinitions } from '../task-definition/compare.ts'
import { renderTaskDefinition, stripForRegistration } from '../task-definition/render.ts'
import type { Tag, TaskDefinition } from '../task-definition/task-definition.ts'
import { type Decision, decide, differingSettings } from './decide.ts'
import { type LookedUpImage, type NamedImage, namedImages, pinFileImages, placeImages } from './images.ts'
import { loadReference, type Source, sourceOf } from './load-source.ts'
import { newestOf } from './newest-revision.ts'
import type { Clock, Ports } from './ports.ts'
import { preflight, refuse } from './preflight.ts'
import { addNotice, type DeploymentRecord, noteOlder } from './record.ts'
import { findRollbackTarget } from './rollback-target.ts'
import { imagesOf, versionOf } from './version.ts'

/** Everything that is known and checked before the first change. */
export type Prepared = {
  readonly service: Service
  readonly before: Snapshot
  readonly decision: Decision
  /** The revision that the service is set to. */
  readonly running: DescribedTaskDefinition
  /** Images that this run looked up. */
  readonly images: readonly LookedUpImage[]
  /** The wanted definition; not yet registered where `reuse` is absent. */
  readonly definition: TaskDefinition
  readonly tags: readonly Tag[]
  /** An existing revision that equals the wanted definition. */
  readonly reuse?: DescribedTaskDefinition
  /** The revision to deploy, where it was registered beforehand. */
  readonly registered?: DescribedTaskDefinition
  /** Newest revision number of the family, 0 where there is none: a lost answer to a registration is found behind it. */
  readonly newestRevision: number
}

/** What is wanted; with `rollbackOnFailure` the way back has to be known before the first change. */
type ToPrepare = WantedInputs & Partial<Pick<DeployInputs, 'rollbackOnFailure'>>

/**
 * Reads and checks everything; changes nothing.
 *
 * @param asked the answer of `readService`, which may be on its way already
 * @param file the task-definition file, where one was given
 * @param stop what preflight's errors lead to
 * @throws ProblemsFound with all problems at once where they do not depend on each other
 */
export async function prepare(
  inputs: ToPrepare,
  ports: Ports,
  record: DeploymentRecord,
  asked: Promise<Checked<Service>>,
  file: Checked<Source> | undefined,
  stop: (errors: readonly Finding[]) => void = refuse,
): Promise<Prepared> {
  const { service: found, source, named: images } = await readTogether(inputs, ports, asked, file)
  const before = noteService(record, found, ports.clock)
  const running = await ports.ecs.describeTaskDefinition(found.taskDefinition ?? '')
  record.before = versionOf(running.definition)

  const base = source ?? sourceOf(running)
  const rendered = await render(base, running, images, inputs, ports)
  for (const notice of [...base.notices, ...rendered.notes]) addNotice(record, notice)
  record.settingsThatDiffered = differingSettings(inputs.settings, found)
  const decideOn = (equal: 'running' | 'other' | 'none'): Decision =>
    decide({
      equal,
      snapshot: before,
      settingsDiffer: record.settingsThatDiffered.length > 0,
      forceNewDeployment: inputs.settings.forceNewDeployment === true,
      unresolved: images.filter(({ digest }) => digest === undefined).map(({ image }) => image),
    })
  const runsAlready = equals(running, rendered.definition)
  const subject = { service: found, before, definition: rendered.definition, images: rendered.images }
  const deploys = decideOn(runsAlready ? 'running' : 'none').kind === 'update'
  const [newest] = await Promise.all([
    newestOf(ports, rendered.definition.family, running).then(async (revision) => {
      await findRollbackTarget(
        ports.ecs,
        record,
        before,
        running,
        deploys && inputs.rollbackOnFailure === true && !inputs.dryRun,
      )
      return revision
    }),
    deploys ? preflight(subject, source, inputs, ports, record, stop) : undefined,
  ])

  const reuse = [running, base.described, newest].find(
    (candidate) => candidate?.definition.status === 'ACTIVE' && equals(candidate, rendered.definition),
  )
  record.changes.splice(
    0,
    record.changes.length,
    ...differences(stripForRegistration(running.definition), rendered.definition),
  )
  record.wanted = {
    taskDefinition: reuse?.definition.revision ? versionOf(reuse.definition).taskDefinition : '',
    taskDefinitionArn: reuse?.definition.taskDefinitionArn ?? '',
    images: imagesOf(rendered.definition.containerDefinitions ?? []),
  }
  record.platform = platformOf(rendered.definition)
  record.asked = inputs.settings
  const decided = decideOn(runsAlready ? 'running' : reuse === undefined ? 'none' : 'other')
  return {
    service: found,
    before,
    decision: withUsableRevision(decided, running),
    running,
    images: rendered.images,
    definition: rendered.definition,
    tags: base.tags,
    ...(reuse === undefined ? {} : { reuse }),
    newestRevision: newest?.definition.revision ?? 0,
  }
}

/** All reads that do not depend on each other; what is wrong with the file is told with them, and whatever becomes of them. */
async function readTogether(
  inputs: WantedInputs,
  ports: Ports,
  asked: Promise<Checked<Service>>,
  file: Checked<Source> | undefined,
): Promise<{ service: Service; source: Source | undefined; named: readonly NamedImage[] }> {
  const { taskDefinition } = inputs
  const reads = Promise.all([
    asked,
    taskDefinition?.kind === 'reference' ? loadReference(ports, taskDefinition.reference) : file,
    namedImages(inputs, ports),
  ])
  const [service, source, named] = await reads.catch((error: unknown) => {
    throw file?.ok === false ? new ProblemsFound(file.problems) : error
  })
  return allOrThrow(service, source, named)
}

function allOrThrow(
  service: Checked<Service>,
  source: Checked<Source> | undefined,
  named: Checked<readonly NamedImage[]>,
): { service: Service; source: Source | undefined; named: readonly NamedImage[] } {
  const problems: Problem[] = []
  for (const part of [service, source, named]) if (part && !part.ok) problems.push(...part.problems)
  if (service.ok && named.ok && (source === undefined || source.ok)) {
    return { service: service.value, source: source?.value, named: named.value }
  }
  throw new ProblemsFound(problems)
}

/** ECS starts no deployment of a deregistered revision (DG deregister-task-definition-v2): its copy has to be registered. */
function withUsableRevision(decision: Decision, running: DescribedTaskDefinition): Decision {
  if (decision.kind !== 'update' || decision.revision !== undefined || !decision.force) return decision
  return running.definition.status === 'INACTIVE' ? { ...decision, revision: 'register' } : decision
}

function noteService(record: DeploymentRecord, service: Service, clock: Clock): Snapshot {
  const before = snapshotOf(service, clock)
  record.original = service
  record.snapshot = before
  noteOlder(record, before)
  if (service.serviceArn !== undefined) record.serviceArn = service.serviceArn
  record.hasLoadBalancer = (service.loadBalancers ?? []).length > 0
  return before
}

async function render(
  base: Source,
  running: DescribedTaskDefinition,
  named: readonly NamedImage[],
  inputs: WantedInputs,
  ports: Ports,
): Promise<{ definition: TaskDefinition; images: readonly LookedUpImage[]; notes: readonly string[] }> {
  const definition: TaskDefinition = { ...base.definition, family: base.definition.family ?? running.definition.family }
  const kept = inputs.images.some(({ image }) => isRunningImage(image))
    ? (await import('./kept-images.ts')).keptImages(definition, running.definition, inputs)
    : []
  const placed = placeImages(definition, [...named, ...kept], inputs)
  if (!placed.ok) throw new ProblemsFound(placed.problems)
  const own = base.fromFile
    ? await pinFileImages(definition, placed.value.images, inputs, ports)
    : { ok: true as const, value: { images: [], notes: [] } }
  if (!own.ok) throw new ProblemsFound(own.problems)
  const rendered = renderTaskDefinition(definition, {
    images: [...placed.value.images, ...own.value.images],
    ...(placed.value.target === undefined ? {} : { container: placed.value.target }),
    overrides: inputs.overrides,
  })
  if (!rendered.ok) throw new ProblemsFound(rendered.problems)
  const family =
    base.definition.family === undefined
      ? [`The file names no family; the service's family "${definition.family}" is used.`]
      : []
  const ofImages = [...named, ...kept].flatMap(({ notices }) => notices)
  const notes = [...family, ...ofImages, ...own.value.notes, ...rendered.value.notes]
  return { definition: rendered.value.definition, images: [...named, ...own.value.images], notes }
}

function equals(candidate: DescribedTaskDefinition, definition: TaskDefinition): boolean {
  return equalDefinitions(stripForRegistration(candidate.definition), definition)
}
