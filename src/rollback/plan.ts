import type { Service } from '@aws-sdk/client-ecs'
import type { DescribedTaskDefinition } from '../aws/ecs.ts'
import type { Clock, Ports } from '../deployment/ports.ts'
import { readService } from '../deployment/read-service.ts'
import { type DeploymentRecord, noteOlder, type RollbackTarget } from '../deployment/record.ts'
import { needsCopy } from '../deployment/revision-to-go-to.ts'
import { preDeployTag } from '../deployment/tags.ts'
import { versionOf, withRevisionDigests } from '../deployment/version.ts'
import type { RollbackInputs } from '../inputs/rollback-inputs.ts'
import { ProblemsFound } from '../problem.ts'
import type { Version } from '../report.ts'
import { primaryOf, type Snapshot, snapshotOf } from '../rollout/snapshot.ts'
import { differences } from '../task-definition/compare.ts'
import { stripForRegistration } from '../task-definition/render.ts'
import { checkImages } from './check-images.ts'
import { type Choice, choose, type Refusal } from './choose.ts'
import { listCandidates } from './list-candidates.ts'
import { currentOf, type PastDeployment, revisionName } from './past.ts'
import { describeIfThere, fingerprintOf, type Reading, readPast } from './read-past.ts'
import { refusalText } from './refusal-text.ts'
import { ecsGoesBack, waitForEcs } from './wait-for-ecs.ts'
import { type Todo, whatToDo } from './what-to-do.ts'

/** Where one service is to go, fixed and checked before anything is changed. */
export type Plan = {
  readonly before: Snapshot
  readonly target: RollbackTarget
  readonly definition: DescribedTaskDefinition
  /** Content and digests of the target, where all are known. */
  readonly fingerprint?: string
  readonly todo: Todo
  /** The run that was named has not deployed this service, so that it stays as it is. */
  readonly notOfRun?: boolean
  /** How long the rollback may be watched: what waiting for ECS took counts. */
  readonly limitMilliseconds: number
}

/** What was seen before that changes what `previous` means: ECS went back while this run waited or looked on. */
export type Earlier = { readonly ecsWentBack: boolean; readonly waitedMilliseconds: number }

const leastLimitMilliseconds = 60_000

/**
 * Reads and checks everything about one service; changes nothing.
 *
 * @throws ProblemsFound where it cannot be told where to go, or that version cannot start any more
 */
export async function planRollback(
  inputs: RollbackInputs,
  ports: Ports,
  record: DeploymentRecord,
  { ecsWentBack, waitedMilliseconds }: Earlier = { ecsWentBack: false, waitedMilliseconds: 0 },
): Promise<Plan> {
  const service = await readService(ports, record.cluster, record.service)
  if (!service.ok) throw new ProblemsFound(service.problems)
  const before = noteService(record, service.value, ports.clock)
  const reading = await readPast(service.value, before, inputs.to, ports, record)
  const running = await describeRunning(service.value, before, reading, ports)
  noteRunning(record, running, before, reading)
  const goesBack = ecsGoesBack(before, reading.past)
  if (goesBack && inputs.dryRun) note(record, 'ECS is rolling back by itself; the run would wait for that first.')
  if (goesBack && !inputs.dryRun) {
    const startedAt = ports.clock.uptime()
    await waitForEcs(before, inputs.rollbackWaitMinutes, ports, record)
    const waited = waitedMilliseconds + ports.clock.uptime() - startedAt
    return planRollback(inputs, ports, record, { ecsWentBack: true, waitedMilliseconds: waited })
  }
  const choice = choose(inputs.to, reading.past, running.definition.family ?? '')
  const deployment = await chosen(choice, ecsWentBack || goesBack, inputs, reading, ports, record)
  const { target, definition } = await targetOf(deployment, reading, ports, record)
  if (needsCopy(target)) refuseUnknownMembers(target, definition)
  noteTarget(target, definition, running, deployment, reading, record)
  const fingerprint = fingerprintOf(definition, target.version)
  const current = currentOf(reading.past)
  const isSame =
    current !== undefined &&
    (current.deploymentId === target.deploymentId || (fingerprint !== undefined && fingerprint === current.fingerprint))
  const notOfRun = choice.kind === 'not-of-run'
  const todo = notOfRun ? 'unchanged' : whatToDo(isSame, before)
  if (todo === 'update') await refuseMissingImages(target, reading, ports, record)
  const limitMilliseconds = Math.max(leastLimitMilliseconds, inputs.rollbackWaitMinutes * 60_000 - waitedMilliseconds)
  return {
    before,
    target,
    definition,
    todo,
    limitMilliseconds,
    ...(notOfRun ? { notOfRun } : {}),
    ...(fingerprint === undefined ? {} : { fingerprint }),
  }
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

function describeRunning(
  service: Service,
  before: Snapshot,
  { definitions }: Reading,
  ports: Ports,
): Promise<DescribedTaskDefinition> {
  const arn = primaryOf(before)?.taskDefinition ?? service.taskDefinition ?? ''
  const known = definitions.get(arn)
  return known === undefined ? ports.ecs.describeTaskDefinition(arn) : Promise.resolve(known)
}

function noteRunning(
  record: DeploymentRecord,
  running: DescribedTaskDefinition,
  before: Snapshot,
  { versions }: Reading,
): void {
  record.before = versions.get(primaryOf(before)?.id ?? '') ?? versionOf(running.definition)
}

/** The deployment to go back to; one that is not in the history has no id. */
type Chosen = Pick<PastDeployment, 'taskDefinitionArn' | 'createdAt'> & Partial<PastDeployment>

async function chosen(
  choice: Choice,
  ecsWentBack: boolean,
  { to }: RollbackInputs,
  reading: Reading,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Chosen> {
  if (choice.kind === 'chosen' || choice.kind === 'under-way') return choice.deployment
  if (choice.kind === 'not-in-history') {
    note(
      record,
      `${revisionName(choice.reference)} is not in the history of the service, so whether it ever ran here is not known.`,
    )
    return { taskDefinitionArn: choice.reference, createdAt: 0 }
  }
  const current = currentOf(reading.past)
  if (choice.kind === 'not-of-run') {
    note(
      record,
      `${to.kind === 'run' ? `Run ${to.run}` : 'The run'} has not deployed ${record.service}: it stays as it is.`,
    )
    if (current !== undefined) return current
  }
  const why: Refusal = choice.kind === 'refused' ? choice.why : { kind: 'nothing-before' }
  // Whoever presses the button while ECS goes back wants just that.
  if (why.kind === 'after-rollback' && why.by === 'ecs' && ecsWentBack && current !== undefined) return current
  const { service, denied, before } = record
  const running = before?.taskDefinition ?? 'What runs'
  return refuse(refusalText(why, { service, running, wanted: to, denied }), reading, ports, record)
}

async function targetOf(
  { taskDefinitionArn = '', deploymentId, finishedAt }: Chosen,
  reading: Reading,
  ports: Ports,
  record: DeploymentRecord,
): Promise<{ readonly target: RollbackTarget; readonly definition: DescribedTaskDefinition }> {
  const definition = reading.definitions.get(taskDefinitionArn) ?? (await describeIfThere(taskDefinitionArn, ports))
  if (definition === undefined) {
    const name = revisionName(taskDefinitionArn)
    const when = finishedAt === undefined ? '' : `, which completed at ${new Date(finishedAt).toISOString()},`
    return refuse(
      `ECS has no task definition ${name}${when} (any more). Name another version in "to".`,
      reading,
      ports,
      record,
    )
  }
  const version = versionIn(reading, definition, deploymentId)
  const inactive = definition.definition.status !== 'ACTIVE'
  const target = { version, inactive, ...(deploymentId === undefined ? {} : { deploymentId }) }
  return { target, definition }
}

/** With the digests that the deployment ran, where they are known. */
function versionIn({ versions, images }: Reading, { definition }: DescribedTaskDefinition, deploymentId = ''): Version {
  return versions.get(deploymentId) ?? withRevisionDigests(versionOf(definition), images.get(deploymentId) ?? [])
}

/** A copy would quietly lack them. */
function refuseUnknownMembers({ version }: RollbackTarget, { unknown }: DescribedTaskDefinition): void {
  if (unknown.length === 0) return
  const message =
    `A copy of ${version.taskDefinition} has to be registered, and it has members that this version of the action does not know: ` +
    `${unknown.join(', ')}. List them here to carry them over.`
  throw new ProblemsFound([{ input: 'allow-unknown-members', message }])
}

function noteTarget(
  target: RollbackTarget,
  definition: DescribedTaskDefinition,
  running: DescribedTaskDefinition,
  { createdAt, commit }: Chosen,
  { past, definitions }: Reading,
  record: DeploymentRecord,
): void {
  record.target = target
  record.wanted = target.version
  if (commit !== undefined) record.wantedCommit = commit
  record.changes.splice(
    0,
    record.changes.length,
    ...differences(stripForRegistration(running.definition), stripForRegistration(definition.definition)),
  )
  const newer = past.deployments.filter((one) => one.createdAt > createdAt)
  const arns = new Set(newer.flatMap(({ taskDefinitionArn }) => taskDefinitionArn ?? []))
  const migrated = [...arns].filter((arn) => definitions.get(arn)?.tags.some(({ key }) => key === preDeployTag))
  if (migrated.length === 0) return
  const names = migrated.map(revisionName).join(', ')
  note(
    record,
    `Before ${names} was deployed, a task ran, a migration for example. What it changed is not undone by a rollback.`,
  )
}

async function refuseMissingImages(
  { version }: RollbackTarget,
  reading: Reading,
  ports: Ports,
  record: DeploymentRecord,
): Promise<void> {
  const { problems, notices } = await checkImages(version, ports)
  for (const notice of notices) note(record, notice)
  if (problems.length === 0) return
  record.candidates = await listCandidates(reading, ports)
  throw new ProblemsFound(problems)
}

/** A service is read again where ECS went back meanwhile. */
function note({ notices }: DeploymentRecord, notice: string): void {
  if (!notices.includes(notice)) notices.push(notice)
}

async function refuse(message: string, reading: Reading, ports: Ports, record: DeploymentRecord): Promise<never> {
  record.candidates = await listCandidates(reading, ports)
  throw new ProblemsFound([{ input: 'to', message }])
}
