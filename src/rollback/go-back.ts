import type { Service, UpdateServiceCommandInput } from '@aws-sdk/client-ecs'
import { failureKind } from '../aws/failure.ts'
import { lookCommand } from '../deployment/by-hand.ts'
import { type Ending, ending } from '../deployment/ending.ts'
import type { Ports } from '../deployment/ports.ts'
import type { DeploymentRecord } from '../deployment/record.ts'
import { needsCopy, revisionToGoTo } from '../deployment/revision-to-go-to.ts'
import { withKnownDigests } from '../deployment/rollback-target.ts'
import { settle } from '../deployment/settle.ts'
import { updateOnce } from '../deployment/update-once.ts'
import { versionOf } from '../deployment/version.ts'
import { type Subject, watch } from '../deployment/watch.ts'
import type { RollbackInputs } from '../inputs/rollback-inputs.ts'
import { type DeploymentView, primaryOf, type Snapshot, snapshotOf } from '../rollout/snapshot.ts'
import { startWatching } from '../rollout/verdict.ts'
import { concludeRollback, noDeployment, serviceGone, superseded } from './endings.ts'
import { type Plan, planRollback } from './plan.ts'
import { fingerprintOf } from './read-past.ts'

/** Does what was planned for one service, and watches it to its end. A rollback is never rolled back. */
export async function goBack(
  plan: Plan,
  inputs: RollbackInputs,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending> {
  // Reading the others, or rolling them back, may have taken minutes.
  const moved = await whatMoved(plan, inputs, ports, record)
  if (moved !== undefined) return moved
  switch (plan.todo) {
    case 'unchanged':
      record.running = record.before
      return ending('unchanged', `Nothing to do: ${record.before?.taskDefinition} runs already.`)
    case 'settle':
      return settle('unchanged', { waitForMinutes: inputs.rollbackWaitMinutes }, ports, record)
    case 'watch':
      return adopt(primaryOf(plan.before) as DeploymentView, plan, inputs, ports, record)
    case 'update':
      return update(plan, inputs, ports, record)
  }
}

/** Looks again: is the service still being steered to what was read? Undefined where it is. */
async function whatMoved(
  plan: Plan,
  inputs: RollbackInputs,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending | undefined> {
  const service = await ports.ecs.describeService(record.cluster, record.service)
  if (service === undefined) return serviceGone('MISSING', record)
  const snapshot = snapshotOf(service, ports.clock)
  const [before, now] = [primaryOf(plan.before), primaryOf(snapshot)]
  record.snapshot = snapshot
  if (now === undefined || now.id === before?.id) return undefined
  if (await bringsTarget(now, plan, ports, record)) return adopt(now, plan, inputs, ports, record)
  if (before !== undefined && now.createdAt < before.createdAt) {
    ports.log.info('Meanwhile ECS went back by itself; reading the service again.')
    return goBack(
      await planRollback(inputs, ports, record, { ecsWentBack: true, waitedMilliseconds: 0 }),
      inputs,
      ports,
      record,
    )
  }
  return superseded(now.id, record)
}

/** Another run may have gone to the same version. */
async function bringsTarget(
  { id, taskDefinition }: DeploymentView,
  { fingerprint, target }: Plan,
  ports: Ports,
  record: DeploymentRecord,
): Promise<boolean> {
  if (taskDefinition === target.version.taskDefinitionArn && !needsCopy(target)) return true
  const described = await ports.ecs.describeTaskDefinition(taskDefinition)
  const version = await withKnownDigests(ports.ecs, record, versionOf(described.definition), id)
  return fingerprint !== undefined && fingerprintOf(described, version) === fingerprint
}

/** It is being deployed already, or somebody was quicker: its end is told, and nothing is changed. */
async function adopt(
  primary: DeploymentView,
  plan: Plan,
  inputs: RollbackInputs,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending> {
  ports.log.info(`${primary.id} brings this version already; watching it.`)
  record.notices.push(`The deployment ${primary.id} was not started by this run; this run watched it.`)
  return follow('unchanged', primary, plan.before, plan, inputs, ports, record)
}

async function update(plan: Plan, inputs: RollbackInputs, ports: Ports, record: DeploymentRecord): Promise<Ending> {
  const { target } = plan
  tellSuperseded(plan.before, ports, record)
  const wanted = await revisionToGoTo(target, ports, record)
  record.wanted = { ...wanted, images: target.version.images.map((image) => withNameIn(wanted.images, image)) }
  if (wanted !== target.version) {
    // Registering the copy took time as well.
    const moved = await whatMoved(plan, inputs, ports, record)
    if (moved !== undefined) return moved
  }
  const before = record.snapshot as Snapshot
  const request: UpdateServiceCommandInput = {
    cluster: record.cluster,
    service: record.service,
    taskDefinition: wanted.taskDefinitionArn,
    // Without it nothing would happen where the service is set to this very revision.
    ...(primaryOf(before)?.taskDefinition === wanted.taskDefinitionArn ? { forceNewDeployment: true } : {}),
  }
  ports.log.info(`Going back to ${wanted.taskDefinition} (UpdateService).`)
  ports.cancelled.throwIfAborted()
  record.update = request
  const service = await updateOnce(ports, record, request, () => sendMarked(request, ports, record))
  record.changed = true
  const primary = primaryOf(snapshotOf(service, ports.clock))
  const isNew = primary !== undefined && !before.deployments.some(({ id }) => id === primary.id)
  if (!isNew) return noDeployment(record)
  return follow('rolled-back', primary, before, plan, inputs, ports, record)
}

/** As long as UpdateService may have been applied and no answer says so, the record tells that it is on its way. */
async function sendMarked(
  request: UpdateServiceCommandInput,
  { ecs }: Ports,
  record: DeploymentRecord,
): Promise<Service> {
  record.sending = 'update'
  try {
    const service = await ecs.updateService(request)
    record.sending = undefined
    return service
  } catch (error) {
    if (failureKind(error) !== 'unclear') record.sending = undefined
    throw error
  }
}

function withNameIn<Image extends { readonly container: string }>(images: readonly Image[], image: Image): Image {
  return { ...image, ...images.find(({ container }) => container === image.container) }
}

/** Somebody's deployment that is still going on ends with ours. */
function tellSuperseded(before: Snapshot, ports: Ports, record: DeploymentRecord): void {
  const primary = primaryOf(before)
  if (primary?.rolloutState !== 'IN_PROGRESS') return
  const notice = `A deployment that was under way (${primary.id}, ${record.before?.taskDefinition}) is superseded by this rollback.`
  ports.log.info(notice)
  record.notices.push(notice)
}

async function follow(
  outcome: 'rolled-back' | 'unchanged',
  primary: DeploymentView,
  before: Snapshot,
  { definition, limitMilliseconds }: Plan,
  inputs: RollbackInputs,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending> {
  const subject: Subject = {
    deploymentId: primary.id,
    createdAt: primary.createdAt,
    older: before.deployments.map(({ id }) => id).filter((id) => id !== primary.id),
    ecsMayRollBack: ecsMayRollBack(record.original, before, primary),
    rollbackRequested: false,
    definition: definition.definition,
    limitMilliseconds,
    until: 'end',
  }
  record.deploymentId = primary.id
  record.memory = startWatching(subject)
  if (outcome === 'rolled-back') {
    ports.log.info(`Deployment ${primary.id} of ${record.wanted?.taskDefinition} started.`)
    record.timeline.push({ at: ports.clock.now(), text: `deployment ${primary.id} started` })
  }
  const watched = await watch(subject, ports, record)
  return concludeRollback(watched, outcome, subject, inputs.rollbackWaitMinutes, ports, record)
}

/** ECS rolls back by itself only where it is told to and has a completed deployment to return to (DG deployment-circuit-breaker). */
function ecsMayRollBack(service: Service | undefined, { deployments }: Snapshot, { id }: DeploymentView): boolean {
  const { alarms, deploymentCircuitBreaker: breaker } = service?.deploymentConfiguration ?? {}
  const told = (breaker?.enable && breaker.rollback) || (alarms?.enable && alarms.rollback)
  return told === true && deployments.some((one) => one.id !== id && one.rolloutState === 'COMPLETED')
}

/** Nothing was changed: what would be done. */
export function planned({ todo, target }: Plan, record: DeploymentRecord): Ending {
  record.running = record.before
  const from = record.before?.taskDefinition ?? 'what runs'
  const to = target.version.taskDefinition
  const what: Readonly<Record<Todo, string>> = {
    unchanged: `${to} runs already, nothing would change`,
    settle: `${to} runs already; the run would wait until all tasks run`,
    watch: `${to} is being deployed already; that would be watched to its end`,
    update: needsCopy(target)
      ? `the service would go from ${from} to a copy of ${to}${target.inactive ? ', which was deregistered' : ', pinned to the digests that ran'}`
      : `the service would go from ${from} to ${to}`,
  }
  return ending('planned', `Dry run: ${what[todo]}. Nothing was changed.`, [lookCommand(record)])
}

type Todo = Plan['todo']
