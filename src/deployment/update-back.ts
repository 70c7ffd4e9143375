import type { TaskDefinition, UpdateServiceCommandInput } from '@aws-sdk/client-ecs'
import { describeFailure, failureKind, isLost } from '../aws/failure.ts'
import type { DeployInputs } from '../inputs/deploy-inputs.ts'
import type { Version } from '../report.ts'
import { primaryOf, type Snapshot, snapshotOf } from '../rollout/snapshot.ts'
import { evidenceOf } from './collect-evidence.ts'
import type { Ending } from './ending.ts'
import { sendKept } from './intent.ts'
import type { Ports } from './ports.ts'
import { readAgain } from './read-again.ts'
import type { DeploymentRecord, RollbackTarget } from './record.ts'
import { settingsToRestore } from './restore-settings.ts'
import { revisionToGoTo } from './revision-to-go-to.ts'
import {
  cannotRollBack,
  completedAfterAll,
  type Failure,
  rollbackFailed,
  supersededEnding,
  verifiedEnding,
} from './rollback-endings.ts'
import { obstacleTo } from './rollback-obstacle.ts'
import { updateOnce } from './update-once.ts'
import { type Watched, watch } from './watch.ts'

/**
 * UpdateService to the target; a copy of it where it is deregistered, or where ECS would resolve its tags anew. What cannot
 * work is not sent, and what ECS refuses has changed nothing: both are told.
 *
 * @returns `ecs-goes-back`: nothing was sent, because ECS goes back by itself, or still may, or has done so
 */
export async function updateBack(
  target: RollbackTarget,
  failure: Failure,
  policy: Pick<DeployInputs, 'rollbackWaitMinutes'>,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending | 'ecs-goes-back'> {
  const obstacle = await obstacleTo(target, ports, record)
  if (obstacle !== undefined) return rollbackFailed(failure, obstacle, record)
  try {
    return await sendBack(target, failure, policy, ports, record)
  } catch (error) {
    if (!isRefusal(error, record)) throw error
    return rollbackFailed(failure, describeFailure(error), record)
  }
}

/** Whether the answer proves that the rollback was not done. */
function isRefusal(error: unknown, { rollbackSent }: DeploymentRecord): boolean {
  const kind = failureKind(error)
  const neverTaken = rollbackSent === 'UpdateService' && (kind === 'throttled' || kind === 'unsent')
  return kind === 'refused' || kind === 'denied' || neverTaken
}

async function sendBack(
  target: RollbackTarget,
  failure: Failure,
  policy: Pick<DeployInputs, 'rollbackWaitMinutes'>,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending | 'ecs-goes-back'> {
  const revision = await tryForRevision(target, ports, record)
  if ('why' in revision) return rollbackFailed(failure, revision.why, record)
  const { taskDefinitionArn: taskDefinition } = revision
  // Registering a copy may have taken minutes; somebody else may have deployed meanwhile, or ECS may have begun to go back.
  const now = await readAgain(ports, record)
  switch (now.kind) {
    case 'superseded':
      return supersededEnding(now.by, record)
    case 'completed':
      if (failure.afterCompletion !== true) return completedAfterAll(record)
      break
    case 'failed':
      if (now.ecs !== 'stays') return 'ecs-goes-back'
      break
    case 'unknown':
    case 'service-gone':
      return cannotRollBack(failure, record)
    case 'in-progress':
    case 'ask-history':
    case 'ecs-rollback-failed':
  }
  const settings = record.latest === undefined ? {} : await settingsToRestore(record.latest, ports, record)
  const update: UpdateServiceCommandInput = {
    cluster: record.cluster,
    service: record.service,
    taskDefinition,
    ...settings,
    // Needed where the service is still set to this very revision, and it failed under it.
    ...(taskDefinition === primaryOf(record.snapshot as Snapshot)?.taskDefinition ? { forceNewDeployment: true } : {}),
  }
  const isCopy = taskDefinition !== target.version.taskDefinitionArn
  const as = isCopy ? `, as its copy ${revision.taskDefinition}` : ''
  ports.log.info(`Rolling back to ${target.version.taskDefinition}${as} (UpdateService).`)
  ports.cancelled.throwIfAborted()
  record.rollbackSent = 'UpdateService'
  record.rollbackTo = taskDefinition
  const service = await sendKept('update-back', ports, record, () => updateOnce(ports, record, update))
  await ports.keep()
  return watchUpdateBack(snapshotOf(service, ports.clock), failure, policy, ports, record)
}

/** Without a revision to name nothing is sent, and that is known. @throws what AWS throws when the credentials are lost */
async function tryForRevision(
  target: RollbackTarget,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Version | { readonly why: string }> {
  try {
    return await revisionToGoTo(target, ports, record)
  } catch (error) {
    ports.cancelled.throwIfAborted()
    if (isLost(failureKind(error))) throw error
    return { why: `the revision to go back to could not be had (${describeFailure(error).replace(/\.$/, '')})` }
  }
}

/** Watches the deployment that UpdateService started to go back. */
export async function watchUpdateBack(
  after: Snapshot,
  failure: Failure,
  policy: Pick<DeployInputs, 'rollbackWaitMinutes'>,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending> {
  const primary = primaryOf(after)
  if (primary === undefined) return rollbackFailed(failure, 'UpdateService did not start a deployment', record)
  const older = (record.snapshot?.deployments ?? []).map(({ id }) => id)
  const watched = await watch(
    {
      deploymentId: primary.id,
      createdAt: primary.createdAt,
      older: [...new Set([...failure.subject.older, failure.subject.deploymentId, ...older])].filter(
        (id) => id !== primary.id,
      ),
      ecsMayRollBack: false,
      rollbackRequested: false,
      definition: failure.subject.definition,
      limitMilliseconds: policy.rollbackWaitMinutes * 60_000,
      until: 'failure',
    },
    ports,
    record,
  )
  if (watched.kind === 'completed') return verifiedEnding(failure, ports, record)
  if (watched.kind === 'superseded') return supersededEnding(watched.by, record)
  const why = whyNot(watched, policy.rollbackWaitMinutes)
  return rollbackFailed(
    failure,
    `${why}${await causeOfRollback(primary.id, failure.subject.definition, record)}`,
    record,
  )
}

/** Why the tasks of the rollback failed, where some were seen to: a role, a secret or an image may be gone since. */
async function causeOfRollback(
  deploymentId: string,
  definition: Pick<TaskDefinition, 'containerDefinitions'> | undefined,
  record: DeploymentRecord,
): Promise<string> {
  const evidence = evidenceOf(record, deploymentId)
  if (evidence.stoppedTasks.length === 0) return ''
  const { diagnose } = await import('../diagnosis/diagnose.ts')
  const { diagnosisContext } = await import('./explain.ts')
  const [cause] = diagnose({ ...evidence, events: [] }, diagnosisContext(record, definition))
  return cause === undefined ? '' : `. Cause: ${cause.title}`
}

function whyNot(watched: Watched, minutes: number): string {
  switch (watched.kind) {
    case 'failed':
    case 'given-up':
    case 'ecs-rollback-failed':
      return watched.reason
    case 'unknown':
      return watched.why
    case 'limit':
      return `the rollback was not complete after ${minutes} minutes`
    default:
      return 'the service is gone'
  }
}
