import { deniedAction, describeFailure, failureKind, isNamed } from '../aws/failure.ts'
import type { DeployInputs } from '../inputs/deploy-inputs.ts'
import type { Ending } from './ending.ts'
import { sendKept } from './intent.ts'
import { optional } from './optional-read.ts'
import type { Ports } from './ports.ts'
import { readAgain } from './read-again.ts'
import type { DeploymentRecord, RollbackTarget } from './record.ts'
import { inServiceRevision, nameKeptSettings } from './restore-settings.ts'
import {
  cannotRollBack,
  completedAfterAll,
  type Failure,
  nowhereToGo,
  rollbackFailed,
  supersededEnding,
  verifiedEnding,
} from './rollback-endings.ts'
import { updateBack } from './update-back.ts'
import { watch } from './watch.ts'

/** What the user allows. */
export type RollbackPolicy = Pick<DeployInputs, 'rollbackOnFailure' | 'rollbackWaitMinutes'>

/**
 * Goes back to the last version that completed, by whichever way ECS allows, and watches until it is seen running again.
 * Reads again before each call that changes something; never over somebody else's deployment.
 */
export async function rollBack(
  failure: Failure,
  policy: RollbackPolicy,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending> {
  const { target } = record
  if (target === undefined) return nowhereToGo(failure, record)
  for (let attempt = 0; attempt < mostLooks; attempt++) {
    switch (await nextStep(failure, ports, record)) {
      case 'watch':
        return watchEcsRollback(failure, policy, ports, record)
      case 'update':
        return updateOrWatch(target, failure, policy, ports, record)
      case 'superseded':
        return supersededEnding(record.supersededBy ?? '', record)
      case 'completed':
        return completedAfterAll(record)
      case 'impossible':
        return cannotRollBack(failure, record)
      case 'judge-again':
    }
  }
  // ECS did not take it, and every look since shows that it has not: the other way is left.
  return updateOrWatch(target, failure, policy, ports, record)
}

/** Our UpdateService, unless ECS has begun to go back by itself while it was prepared. */
async function updateOrWatch(
  target: RollbackTarget,
  failure: Failure,
  policy: RollbackPolicy,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending> {
  const end = await updateBack(target, failure, policy, ports, record)
  return end === 'ecs-goes-back' ? watchEcsRollback(failure, policy, ports, record) : end
}

type Step = 'watch' | 'update' | 'superseded' | 'completed' | 'impossible' | 'judge-again'

/** Looks 2 s apart while ECS is busy, or its answers are lost. */
const mostLooks = 15

/** What is right now, by a fresh look; asks ECS to go back where it can. */
async function nextStep(failure: Failure, ports: Ports, record: DeploymentRecord): Promise<Step> {
  const now = await readAgain(ports, record)
  switch (now.kind) {
    case 'superseded':
      record.supersededBy = now.by
      return 'superseded'
    case 'completed':
      return failure.afterCompletion === true ? 'update' : 'completed'
    case 'unknown':
    case 'service-gone':
      return 'impossible'
    case 'failed':
      // Where ECS may still go back by itself, it is waited for: two rollbacks would cross.
      return now.ecs === 'stays' ? 'update' : 'watch'
    case 'in-progress': {
      // ECS has taken the order, and does not show it yet.
      if (record.rollbackSent === 'StopServiceDeployment') return 'watch'
      if (record.serviceDeploymentArn === undefined) return 'update'
      const sent = await stopServiceDeployment(record.serviceDeploymentArn, ports, record)
      return sent === 'sent' ? 'watch' : sent === 'not-possible' ? 'update' : 'judge-again'
    }
    case 'ask-history':
    case 'ecs-rollback-failed':
      return 'update'
  }
}

async function stopServiceDeployment(
  arn: string,
  ports: Ports,
  record: DeploymentRecord,
): Promise<'sent' | 'judge-again' | 'not-possible'> {
  ports.log.info('Asking ECS to roll the deployment back (StopServiceDeployment).')
  try {
    await sendKept('stop', ports, record, () => ports.ecs.rollBackServiceDeployment(arn))
  } catch (error) {
    ports.cancelled.throwIfAborted()
    const kind = failureKind(error)
    if (kind === 'expired' || kind === 'no-credentials') throw error
    ports.log.info(`ECS did not take it: ${describeFailure(error)}`)
    if (kind === 'unclear' || kind === 'throttled' || kind === 'unsent' || isNamed(error, 'ConflictException')) {
      return (await rollbackWasTaken(arn, ports, record)) ? sent(ports, record) : 'judge-again'
    }
    if (kind === 'denied') {
      const action = deniedAction(error) ?? 'ecs:StopServiceDeployment'
      record.notices.push(`The rollback goes through UpdateService: the permission ${action} is missing.`)
    }
    record.sending = undefined
    return 'not-possible'
  }
  return sent(ports, record)
}

async function sent(ports: Ports, record: DeploymentRecord): Promise<'sent'> {
  record.sending = undefined
  record.rollbackSent = 'StopServiceDeployment'
  await ports.keep()
  return 'sent'
}

async function rollbackWasTaken(arn: string, ports: Ports, record: DeploymentRecord): Promise<boolean> {
  await ports.clock.sleep(2_000, ports.cancelled)
  const deployment = await optional(record, 'ecs:DescribeServiceDeployments', () =>
    ports.ecs.describeServiceDeployment(arn),
  )
  return deployment?.status?.startsWith('ROLLBACK_') ?? false
}

/** Watches ECS going back, whoever asked for it. */
export async function watchEcsRollback(
  failure: Failure,
  policy: RollbackPolicy,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending> {
  const requested = record.rollbackSent === 'StopServiceDeployment'
  const watched = await watch(
    {
      ...failure.subject,
      until: 'end',
      giveUpAfter: undefined,
      rollbackRequested: requested,
      limitMilliseconds: policy.rollbackWaitMinutes * 60_000,
      from: record.memory,
    },
    ports,
    record,
  )
  switch (watched.kind) {
    case 'failed':
      if (watched.ecs === 'rolled-back') {
        nameKeptSettings(record, inServiceRevision)
        return verifiedEnding(failure, ports, record)
      }
      if (!policy.rollbackOnFailure || record.target === undefined) return nowhereToGo(failure, record)
      return updateOrWatch(record.target, failure, policy, ports, record)
    case 'completed':
      return completedAfterAll(record)
    case 'superseded':
      return supersededEnding(watched.by, record)
    case 'given-up':
      return rollbackFailed(failure, watched.reason, record)
    case 'ecs-rollback-failed':
      return rollbackFailed(failure, `ECS's own rollback failed: ${watched.reason}`, record)
    case 'service-gone':
      return cannotRollBack(failure, record)
    case 'unknown':
      return rollbackFailed(failure, watched.why, record)
    case 'limit':
      return rollbackFailed(
        failure,
        `the rollback was not complete after ${policy.rollbackWaitMinutes} minutes`,
        record,
      )
  }
}
