import { passingFailure } from '../aws/failure.ts'
import { taskCount } from '../github/words.ts'
import type { DeployInputs } from '../inputs/deploy-inputs.ts'
import { primaryOf } from '../rollout/snapshot.ts'
import type { Verdict } from '../rollout/verdict.ts'
import { historyCommand, lookCommand, rollbackCommands, stopCommand } from './by-hand.ts'
import { newStoppedTasks } from './collect-evidence.ts'
import { type Ending, ending, failedEnding } from './ending.ts'
import { onlyOldTasksRemain } from './limit.ts'
import type { Ports } from './ports.ts'
import { readAgain } from './read-again.ts'
import type { DeploymentRecord } from './record.ts'
import { completedAfterAll, type Failure, supersededEnding, whyLeftAlone } from './rollback-endings.ts'
import type { Subject, Watched } from './watch.ts'
import { whyNotSettled } from './watch-settling.ts'

/** From how watching ended to the outcome; rolls back where that is right. */
export async function conclude(
  watched: Watched,
  subject: Subject,
  inputs: DeployInputs,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending> {
  switch (watched.kind) {
    case 'completed':
      return completed(subject, inputs, ports, record)
    case 'superseded':
      return supersededEnding(watched.by, record)
    case 'service-gone':
      return failedEnding('failed', `The service is ${watched.status}: it was deleted while it was being deployed.`, [
        lookCommand(record),
      ])
    case 'unknown':
      return failedEnding('unknown', `How the deployment ended could not be seen: ${watched.why}.`, [
        lookCommand(record),
        historyCommand(record),
      ])
    case 'failed':
      return afterFailure(watched, { reason: watched.reason, subject }, inputs, ports, record)
    case 'given-up':
      return afterGivingUp({ reason: watched.reason, subject }, inputs, ports, record)
    case 'ecs-rollback-failed':
      await lookAgain(subject, ports, record)
      return failedEnding('rollback-failed', `The deployment failed, and so did ECS's rollback: ${watched.reason}`, [
        lookCommand(record),
        ...rollbackCommands(record),
      ])
    case 'limit':
      return afterLimit(watched.fresh, subject, inputs, ports, record)
  }
}

/** It completed: with the wanted revision, and do its tasks stay? */
async function completed(
  subject: Subject,
  inputs: DeployInputs,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending> {
  const other = completedWithAnother(record)
  if (other !== undefined) return other
  record.running = record.wanted
  const reason = await whyNotSettled(inputs.settleSeconds, subject, ports, record)
  if (reason !== undefined) {
    return afterGivingUp({ reason, subject, afterCompletion: true }, inputs, ports, record)
  }
  const primary = record.snapshot && primaryOf(record.snapshot)
  if (primary?.desired === 0) {
    const untried = 'The desired count is 0: no task of this version has run yet, so nothing is known about it.'
    record.notices.push(untried)
    ports.log.warning(untried)
  }
  return ending(
    'deployed',
    `${record.wanted?.taskDefinition ?? 'The new version'} runs (${taskCount(primary?.running ?? 0, primary?.desired ?? 0)}).`,
  )
}

function completedWithAnother(record: DeploymentRecord): Ending | undefined {
  const primary = record.snapshot && primaryOf(record.snapshot)
  const { wanted } = record
  if (!wanted || !primary || wanted.taskDefinitionArn === '' || primary.taskDefinition === wanted.taskDefinitionArn) {
    return undefined
  }
  const headline = `The deployment completed with ${primary.taskDefinition}, not with ${wanted.taskDefinition}.`
  return failedEnding('unknown', headline, [lookCommand(record)])
}

async function afterFailure(
  watched: Extract<Watched, { kind: 'failed' }>,
  failure: Failure,
  inputs: DeployInputs,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending> {
  ports.log.info(`The deployment failed: ${failure.reason}`)
  await lookAgain(failure.subject, ports, record)
  if (watched.ecs === 'rolling-back' || watched.ecs === 'rolled-back') {
    ports.log.info('ECS rolls back by itself; watching it.')
    const { watchEcsRollback } = await wayBack()
    return watchEcsRollback(failure, inputs, ports, record)
  }
  if (!inputs.rollbackOnFailure) return leftAlone(failure, ports, record)
  return (await wayBack()).rollBack(failure, inputs, ports, record)
}

/** ECS would go on for longer, or takes it for completed; the rollback begins now. */
export async function afterGivingUp(
  failure: Failure,
  inputs: DeployInputs,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending> {
  ports.log.info(
    `${failure.afterCompletion ? 'The deployment does not hold' : 'Giving the deployment up'}: ${failure.reason}.`,
  )
  await tellCauses(failure.subject, ports, record)
  return inputs.rollbackOnFailure
    ? (await wayBack()).rollBack(failure, inputs, ports, record)
    : leftAlone(failure, ports, record)
}

/** The way back is needed by failures only. */
const wayBack = () => import('./roll-back.ts')

/** Looking for the cause takes a few calls, and up to a minute where they are not answered. */
const justReadMilliseconds = 4_000

/** Nothing is rolled back; but what is told has to be so now: it may have completed while its cause was looked for. */
async function leftAlone(failure: Failure, ports: Ports, record: DeploymentRecord): Promise<Ending> {
  const isFresh = ports.clock.uptime() - (record.snapshot?.uptime ?? Number.NEGATIVE_INFINITY) < justReadMilliseconds
  const now = failure.afterCompletion === true || isFresh ? undefined : await judgeOnceMore(ports, record)
  if (now?.kind === 'completed') return completedAfterAll(record)
  if (now?.kind === 'superseded') return supersededEnding(now.by, record)
  const headline = `The deployment failed (${failure.reason.replace(/\.$/, '')}). Nothing was rolled back, because ${whyLeftAlone(record)}.`
  const goBack = record.target === undefined ? [stopCommand(record)] : rollbackCommands(record)
  return failedEnding('failed', headline, [...goBack, lookCommand(record)])
}

async function judgeOnceMore(ports: Ports, record: DeploymentRecord): Promise<Verdict | undefined> {
  try {
    return await readAgain(ports, record)
  } catch (error) {
    if (!passingFailure(error)) throw error
    return undefined
  }
}

/** A time-out does not undo a healthy release, and without a fresh view nothing is changed. */
async function afterLimit(
  fresh: boolean,
  subject: Subject,
  inputs: DeployInputs,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending> {
  const minutes = `${inputs.waitForMinutes} minute${inputs.waitForMinutes === 1 ? '' : 's'}`
  if (!fresh) {
    const headline = `After ${minutes} the service could not be read, so how the deployment ended is not known. Nothing was rolled back.`
    return failedEnding('unknown', headline, [lookCommand(record), ...rollbackCommands(record)])
  }
  if (await onlyOldTasksRemain(ports, record, subject)) {
    record.running = record.wanted
    const headline = `After ${minutes} all tasks of ${record.wanted?.taskDefinition} run and are healthy; only the end of the old ones is outstanding. Nothing was rolled back.`
    return failedEnding('timed-out', headline, [lookCommand(record), ...rollbackCommands(record)])
  }
  const failure: Failure = { reason: `it was not complete after ${minutes}`, subject }
  ports.log.info(`The deployment was not complete after ${minutes}.`)
  await lookAgain(subject, ports, record)
  return inputs.rollbackOnFailure
    ? (await wayBack()).rollBack(failure, inputs, ports, record)
    : leftAlone(failure, ports, record)
}

/** The last look at the failed tasks, and what they tell, before a rollback covers it. */
export async function lookAgain(subject: Subject, ports: Ports, record: DeploymentRecord): Promise<void> {
  await newStoppedTasks(ports, record, subject.deploymentId, subject.definition)
  await tellCauses(subject, ports, record)
}

/** What the failed tasks tell, where they have just been read. */
async function tellCauses(subject: Subject, ports: Ports, record: DeploymentRecord): Promise<void> {
  // The table of causes, and what asks other services, are needed by failures only.
  const { gatherClues } = await import('./clues.ts')
  await gatherClues(subject.deploymentId, subject.definition, ports, record)
  const { explain } = await import('./explain.ts')
  explain(record, subject.definition)
  for (const { title } of record.diagnoses) ports.log.info(`Cause: ${title}`)
}
