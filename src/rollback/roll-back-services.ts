import { historyCommand, lookCommand, rollbackCommands } from '../deployment/by-hand.ts'
import { type Ending, ending } from '../deployment/ending.ts'
import { endingOfError } from '../deployment/interrupted.ts'
import type { Part } from '../deployment/longest-run.ts'
import type { Ports } from '../deployment/ports.ts'
import { type DeploymentRecord, newRecord } from '../deployment/record.ts'
import { findAddresses } from '../deployment/task-addresses.ts'
import type { RollbackInputs } from '../inputs/rollback-inputs.ts'
import { ProblemsFound } from '../problem.ts'
import { goBack, planned } from './go-back.ts'
import { type Plan, planRollback } from './plan.ts'

/** One service of the run: what has happened to it so far, and its ending once there is one; `endedAt` in milliseconds since the epoch. */
export type ServiceRollback = { readonly record: DeploymentRecord; ending?: Ending; endedAt?: number }

/** The parts of which the longest possible run is made; pure. */
export function longestParts({ services, rollbackWaitMinutes }: RollbackInputs): readonly Part[] {
  return services.map(() => ({ input: 'rollback-wait-minutes', minutes: rollbackWaitMinutes }))
}

/** A service that nothing has been done to yet. */
export function startRollback(cluster: string, service: string, region: string, now: number): ServiceRollback {
  return { record: newRecord(cluster, service, region, now, 'rollback') }
}

/**
 * The story of a run of the rollback action: everything is read and checked for all services before the first is touched;
 * then they go back one after the other, whatever becomes of each. Never rejects.
 *
 * @param rollbacks are written as it goes, so that whatever interrupts the story can be told
 */
export async function rollBackServices(
  rollbacks: readonly ServiceRollback[],
  inputs: RollbackInputs,
  ports: Ports,
): Promise<void> {
  const several = rollbacks.length > 1
  const plans = await Promise.all(rollbacks.map((rollback) => planOne(rollback, inputs, ports)))
  for (const [index, plan] of plans.entries()) {
    if (plan !== undefined) tellPlan(plan, (rollbacks[index] as ServiceRollback).record, ports)
  }
  if (ports.cancelled.aborted) return
  if (plans.every((plan) => plan?.notOfRun)) refuseRun(rollbacks, inputs)
  if (plans.includes(undefined) || rollbacks.some((one) => one.ending !== undefined)) return leaveAll(rollbacks)
  for (const [index, rollback] of rollbacks.entries()) {
    if (several) ports.log.group(`Rolling back ${rollback.record.service}`)
    const end = await endOne(plans[index] as Plan, rollback.record, inputs, ports)
    ports.log.endGroup()
    if (end === undefined) return
    Object.assign(rollback, { ending: end, endedAt: ports.clock.now() } satisfies Partial<ServiceRollback>)
    if (several) ports.log.info(`${rollback.record.service}: ${end.outcome}`)
  }
}

async function planOne(rollback: ServiceRollback, inputs: RollbackInputs, ports: Ports): Promise<Plan | undefined> {
  const { record } = rollback
  try {
    ports.log.info(`Rolling back service ${record.service} in cluster ${record.cluster} (${ports.region}).`)
    return await planRollback(inputs, ports, record)
  } catch (error) {
    if (!ports.cancelled.aborted) rollback.ending = endingOfError(error, record)
    return undefined
  }
}

/** A run that has deployed none of them is most likely another one than was meant: that is no success. */
function refuseRun(rollbacks: readonly ServiceRollback[], { to }: RollbackInputs): void {
  const run = to.kind === 'run' ? to.run : ''
  const message =
    `Run ${run} has deployed none of these services, as far as the tags of their revisions tell (ecs-deploy:run, which ` +
    'default-tags writes, and which a later run of the same revision writes anew). Check the id, or name a commit or a revision.'
  for (const rollback of rollbacks) {
    rollback.record.notices.length = 0
    rollback.ending = endingOfError(new ProblemsFound([{ input: 'to', message }]), rollback.record)
  }
}

/** What is wrong with one of them keeps all as they are. */
function leaveAll(rollbacks: readonly ServiceRollback[]): void {
  const wrong = rollbacks.filter((rollback) => rollback.ending !== undefined).map(({ record }) => record.service)
  for (const rollback of rollbacks) {
    rollback.record.running = rollback.record.before
    rollback.ending ??= ending('failed', `Nothing was changed, because ${wrong.join(' and ')} cannot be rolled back.`)
  }
}

/** Undefined where the run was cancelled. */
async function endOne(
  plan: Plan,
  record: DeploymentRecord,
  inputs: RollbackInputs,
  ports: Ports,
): Promise<Ending | undefined> {
  try {
    if (inputs.dryRun) return planned(plan, record)
    const end = await goBack(plan, inputs, ports, record)
    await findAddresses(end, ports, record)
    return end
  } catch (error) {
    return ports.cancelled.aborted ? undefined : endingOfError(error, record)
  }
}

/** What a cancelled run says of the services that had not come to their end. A rollback that ECS took goes on. */
export function endCancelled(rollbacks: readonly ServiceRollback[]): void {
  for (const rollback of rollbacks) rollback.ending ??= endingOfCancelled(rollback.record)
}

function endingOfCancelled(record: DeploymentRecord): Ending {
  const { changed, sending, deploymentId } = record
  const commands = [lookCommand(record), historyCommand(record), ...rollbackCommands(record)]
  const told = (what: string): Ending => ending('cancelled', `The run was cancelled. ${what}`, commands)
  if (changed) return told('The rollback goes on in ECS; nobody watches it now.')
  if (sending === 'update') {
    return told('UpdateService was on its way: whether ECS took the rollback is not known. Look at the service.')
  }
  if (deploymentId !== undefined) {
    return told(`This run changed nothing. The deployment ${deploymentId}, which it watched, goes on in ECS.`)
  }
  const copy = sending === 'register-back' ? ' A copy of the revision to go back to may have been registered.' : ''
  return ending('cancelled', `The run was cancelled. The service was not touched.${copy}`)
}

function tellPlan({ target, todo }: Plan, record: DeploymentRecord, { log }: Ports): void {
  const commit = record.wantedCommit === undefined ? '' : `, commit ${record.wantedCommit}`
  const { service, before } = record
  if (todo !== 'update') {
    log.info(
      `${service} is set to ${before?.taskDefinition ?? 'nothing'} already, which is where it is to go${commit}.`,
    )
    return
  }
  log.info(
    `${service} runs ${before?.taskDefinition ?? 'nothing'}; it is to run ${target.version.taskDefinition}${commit}.`,
  )
  for (const { path, kind, before: old, after } of record.changes) {
    const values = old === undefined && after === undefined ? '' : ` (${old ?? 'none'} → ${after ?? 'none'})`
    log.info(`  ${kind}: ${path}${values}`)
  }
}
