import { historyCommand, lookCommand, rollbackCommands, stopCommand } from './by-hand.ts'
import { type Ending, ending, failedEnding } from './ending.ts'
import type { Ports } from './ports.ts'
import type { DeploymentRecord } from './record.ts'
import { verifyRunning } from './verify-running.ts'
import type { Subject } from './watch.ts'

/** Why this run goes back, and what was watched. */
export type Failure = {
  readonly reason: string
  readonly subject: Subject
  /** It had completed before it was found to fail: that it is COMPLETED does not end the rollback. */
  readonly afterCompletion?: boolean
  /** How the sentence about it begins; absent: with the reason of the deployment's own failure. */
  readonly opening?: string
}

function openingOf({ reason, opening }: Failure): string {
  return opening ?? `The deployment failed (${reason.replace(/\.$/, '')})`
}

/** The rollback is complete: is the previous version really what runs? */
export async function verifiedEnding(failure: Failure, ports: Ports, record: DeploymentRecord): Promise<Ending> {
  const proof = await verifyRunning(ports, record)
  if (!proof.ok) return rollbackFailed(failure, proof.why, record)
  return failedEnding('rolled-back', `${openingOf(failure)} and the service runs ${whatRunsAgain(record)} again.`)
}

/** The previous version was not seen running again. */
export function rollbackFailed(failure: Failure, why: string, record: DeploymentRecord): Ending {
  return failedEnding(
    'rollback-failed',
    `${openingOf(failure)}, and the previous version was not seen running again: ${why.replace(/\.$/, '')}.`,
    [lookCommand(record), ...rollbackCommands(record), stopCommand(record)],
  )
}

/** There is no version to go back to, or the user does not want it: nothing more is changed. */
export function nowhereToGo(failure: Failure, record: DeploymentRecord): Ending {
  const why =
    record.target === undefined ? `${record.noTarget ?? 'there is no version to go back to'}` : whyLeftAlone(record)
  return failedEnding(
    'failed',
    `${openingOf(failure)} and nothing was rolled back: ${why}. ECS may keep starting tasks of the failed version.`,
    [stopCommand(record), ...rollbackCommands(record), lookCommand(record)],
  )
}

/** Why nothing is rolled back although there is something to go back to. */
export function whyLeftAlone({ adopted }: DeploymentRecord): string {
  return adopted ? 'this run did not start that deployment' : 'rollback-on-failure is off'
}

/** The service is not in a state that a rollback could start from. */
export function cannotRollBack(failure: Failure, record: DeploymentRecord): Ending {
  return failedEnding(
    'rollback-failed',
    `${openingOf(failure)} and could not be rolled back: the state of the service changed in a way that does not allow it.`,
    [lookCommand(record), ...rollbackCommands(record)],
  )
}

/** Somebody else's deployment took over: it is left alone, whatever became of ours. */
export function supersededEnding(by: string, record: DeploymentRecord): Ending {
  const doubt = maybeOurSecond(by, record)
  if (doubt !== undefined) return doubt
  record.supersededBy = by
  const headline = `Another deployment, ${by}, was started after this one and took over. Nothing was rolled back.`
  return failedEnding('superseded', headline, [historyCommand(record), lookCommand(record)])
}

/**
 * A later deployment of what UpdateService carried twice may be of this run's second call; where it is not listed any more,
 * what it was made of is not known either.
 */
export function maybeOurSecond(by: string, record: DeploymentRecord): Ending | undefined {
  const { sentTwice, snapshot } = record
  const theirs = snapshot?.deployments.find(({ id }) => id === by)
  if (sentTwice.length === 0 || (theirs !== undefined && !sentTwice.includes(theirs.taskDefinition))) return undefined
  const headline = `ECS had not shown for 30 seconds what UpdateService had done, so it was sent again. Now ECS tells of a later deployment, ${by}, which may be of this run or of somebody else. It is left alone.`
  return ending('unknown', headline, [historyCommand(record), lookCommand(record)])
}

/** A copy is registered where the original is deregistered, or names tags that have moved. */
function whatRunsAgain({ target, running, rollbackTo }: DeploymentRecord): string {
  const { taskDefinition = 'the previous version' } = target?.version ?? {}
  const isCopy =
    rollbackTo !== undefined && running?.taskDefinitionArn === rollbackTo && running.taskDefinition !== taskDefinition
  return isCopy ? `${running.taskDefinition}, a copy of ${taskDefinition},` : taskDefinition
}

/** It completed while we were about to roll it back. */
export function completedAfterAll(record: DeploymentRecord): Ending {
  record.notices.push('The deployment completed after all, while it was looked into; nothing was rolled back.')
  return ending('deployed', `${record.wanted?.taskDefinition ?? 'The new version'} runs.`)
}
