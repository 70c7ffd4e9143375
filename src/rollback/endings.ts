import { historyCommand, lookCommand, rollbackCommands, stopCommand } from '../deployment/by-hand.ts'
import { lookAgain } from '../deployment/conclude.ts'
import { type Ending, ending, failedEnding } from '../deployment/ending.ts'
import { onlyOldTasksRemain } from '../deployment/limit.ts'
import type { Ports } from '../deployment/ports.ts'
import type { DeploymentRecord } from '../deployment/record.ts'
import { maybeOurSecond } from '../deployment/rollback-endings.ts'
import { verifyRunning } from '../deployment/verify-running.ts'
import { resourceName } from '../deployment/version.ts'
import type { Subject, Watched } from '../deployment/watch.ts'
import { taskCount } from '../github/words.ts'
import { primaryOf } from '../rollout/snapshot.ts'

/** From how watching ended to the outcome; whatever it is, nothing more is changed. */
export async function concludeRollback(
  watched: Watched,
  outcome: 'rolled-back' | 'unchanged',
  subject: Subject,
  minutes: number,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending> {
  switch (watched.kind) {
    case 'completed':
      return completed(outcome, ports, record)
    case 'superseded':
      return superseded(watched.by, record)
    case 'service-gone':
      return serviceGone(watched.status, record)
    case 'unknown':
      return failedEnding('unknown', `How the rollback ended could not be seen: ${watched.why}.`, [
        lookCommand(record),
        historyCommand(record),
      ])
    case 'failed':
    case 'given-up':
    case 'ecs-rollback-failed': {
      await lookAgain(subject, ports, record)
      const ecs =
        watched.kind === 'failed' && watched.ecs === 'rolled-back'
          ? ', and ECS went back to what had run before it'
          : ''
      return rollbackFailed(`the deployment of ${nameOf(record)} failed (${sentence(watched.reason)})${ecs}`, record)
    }
    case 'limit':
      return afterLimit(watched.fresh, subject, minutes, ports, record)
  }
}

/** The rollback is complete: is the wanted version really what runs? */
async function completed(
  outcome: 'rolled-back' | 'unchanged',
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending> {
  const proof = await verifyRunning(ports, record)
  if (!proof.ok) return rollbackFailed(proof.why, record)
  const primary = record.snapshot && primaryOf(record.snapshot)
  if (primary?.desired === 0) {
    record.notices.push('The desired count is 0: no task of this version has run now, so nothing is known about it.')
  }
  const count = taskCount(primary?.running ?? 0, primary?.desired ?? 0)
  const { running, before, target } = record
  const name = nameOf(record, running)
  const copy =
    running?.taskDefinition === target?.version.taskDefinition
      ? ''
      : `, as a copy of ${target?.version.taskDefinition ?? 'the version before'}`
  const left = outcome === 'unchanged' ? '' : ` ${before?.taskDefinition ?? 'What ran before'} was left.`
  // Of what is not in the history nobody knows that it ever ran.
  const again = target?.deploymentId === undefined ? '' : ' again'
  return ending(outcome, `${record.service} runs ${name}${again}${copy} (${count}).${left}`)
}

/** At the limit nothing is changed: the deployment goes on in ECS. */
async function afterLimit(
  fresh: boolean,
  subject: Subject,
  minutes: number,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending> {
  const after = `After ${minutes} minute${minutes === 1 ? '' : 's'}`
  const commands = [lookCommand(record), historyCommand(record)]
  if (!fresh) {
    const headline = `${after} the service could not be read, so how the rollback ended is not known.`
    return failedEnding('unknown', headline, commands)
  }
  if (await onlyOldTasksRemain(ports, record, subject)) {
    record.running = record.wanted
    const headline = `${after} all tasks of ${nameOf(record)} run and are healthy; only the end of the old ones is outstanding.`
    return failedEnding('timed-out', headline, commands)
  }
  await lookAgain(subject, ports, record)
  const primary = record.snapshot && primaryOf(record.snapshot)
  // An old answer would not list it at all.
  const isLeft = record.snapshot?.deployments.some(
    ({ id, status }) => id === subject.deploymentId && status !== 'PRIMARY',
  )
  if (primary !== undefined && isLeft) {
    const back = `ECS goes back from it to ${resourceName(primary.taskDefinition)} (${primary.id})`
    const headline = `${after} the rollback to ${nameOf(record)} was not complete, and will not be: ${back}.`
    return failedEnding('rollback-failed', headline, [...commands, ...rollbackCommands(record)])
  }
  return failedEnding('timed-out', `${after} the rollback to ${nameOf(record)} was not complete. It goes on in ECS.`, [
    lookCommand(record),
    stopCommand(record),
  ])
}

/** The wanted version was not seen running. */
function rollbackFailed(why: string, record: DeploymentRecord): Ending {
  return failedEnding(
    'rollback-failed',
    `${record.service} was to go back to ${nameOf(record)}, and that was not seen running: ${sentence(why)}.`,
    [lookCommand(record), ...rollbackCommands(record), stopCommand(record)],
  )
}

/** Somebody else deployed after this run had read the service: that is left alone. */
export function superseded(by: string, record: DeploymentRecord): Ending {
  const doubt = maybeOurSecond(by, record)
  if (doubt !== undefined) return doubt
  record.supersededBy = by
  const own = record.deploymentId === undefined ? 'after this run had read the service' : 'after this rollback'
  const left = record.deploymentId === undefined ? 'Nothing was rolled back' : 'It is left alone'
  return failedEnding('superseded', `Another deployment, ${by}, was started ${own}. ${left}.`, [
    historyCommand(record),
    lookCommand(record),
  ])
}

/** The service is being deleted, or was. */
export function serviceGone(status: string, record: DeploymentRecord): Ending {
  return failedEnding('failed', `The service is ${status}: it was deleted while it was being rolled back.`, [
    lookCommand(record),
  ])
}

/** ECS took UpdateService and started nothing. */
export function noDeployment(record: DeploymentRecord): Ending {
  return failedEnding('rollback-failed', 'UpdateService was taken, and no deployment was started.', [
    lookCommand(record),
    ...rollbackCommands(record),
  ])
}

function nameOf({ wanted, wantedCommit }: DeploymentRecord, running = wanted): string {
  const name = running?.taskDefinition ?? 'the version before'
  return wantedCommit === undefined ? name : `${name} (commit ${wantedCommit.slice(0, 12)})`
}

function sentence(text: string): string {
  return text.replace(/\.$/, '')
}
