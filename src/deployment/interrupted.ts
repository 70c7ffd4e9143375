import { deniedAction, describeFailure, failureKind } from '../aws/failure.ts'
import { diagnoseApiError } from '../diagnosis/api-error.ts'
import type { Diagnosis } from '../diagnosis/evidence.ts'
import { formatProblem, type Problem, ProblemsFound } from '../problem.ts'
import { historyCommand, lookCommand, rollbackCommands } from './by-hand.ts'
import { type Ending, ending, failedEnding, StoryEnded } from './ending.ts'
import { inCatalogue } from './in-catalogue.ts'
import type { DeploymentRecord } from './record.ts'

/** What an error that ended the story means: whether something was changed decides between `failed` and `unknown`. */
export function endingOfError(error: unknown, record: DeploymentRecord): Ending {
  if (error instanceof StoryEnded) return error.ending
  if (error instanceof ProblemsFound) {
    record.diagnoses.push(problemsAsCause(error.problems))
    return failedEnding('failed', 'Nothing was changed.')
  }
  const reason = `${describeFailure(error)}${adviceFor(error)}`
  const kind = failureKind(error)
  explainRefusal(error, record)
  const started = record.deploymentId !== undefined || record.rollbackSent !== undefined || record.changed
  if (!started && record.update === undefined)
    return explained(record, ending('failed', `The service was not touched. ${reason}`))
  // A refusal of UpdateService itself proves that it did nothing.
  if (
    !started &&
    !record.changed &&
    (kind === 'refused' || kind === 'denied' || kind === 'throttled' || kind === 'unsent')
  ) {
    return explained(record, ending('failed', `ECS refused to update the service, so it was not changed. ${reason}`))
  }
  if (record.rollbackSent !== undefined) return explained(record, rollbackNotObserved(reason, record))
  if (record.verifying) {
    const headline = `The deployment completed, and its verification could not be finished. ${reason}`
    return explained(record, ending('unknown', headline, [lookCommand(record), ...rollbackCommands(record)]))
  }
  const what = record.deploymentId === undefined ? 'UpdateService was sent' : 'The deployment was started'
  const headline = `${what}, and its end could not be observed. ${reason}`
  return explained(record, ending('unknown', headline, [lookCommand(record), ...rollbackCommands(record)]))
}

/** A rollback was sent: it may be under way, so nothing is advised over it before somebody has looked. */
function rollbackNotObserved(reason: string, record: DeploymentRecord): Ending {
  const { rollbackSent, sending, target } = record
  const to = rollbackSent === 'UpdateService' && target ? ` to ${target.version.taskDefinition}` : ''
  const headline =
    sending === 'update-back'
      ? `The rollback${to} was sent (${rollbackSent}), and whether ECS took it is not known. ${reason}`
      : `The rollback${to} was begun (${rollbackSent}), and its end could not be observed. ${reason}`
  const later = rollbackCommands(record).map(({ why, command }) => ({
    why: `${why}, if nothing is under way`,
    command,
  }))
  return ending('unknown', headline, [lookCommand(record), historyCommand(record), ...later])
}

/** What AWS said no to, with what to do about it; a failure of the deployment itself that was explained before stays first. */
function explainRefusal(error: unknown, record: DeploymentRecord): void {
  const diagnosis = diagnoseApiError(describeFailure(error), record)
  if (diagnosis !== undefined && record.diagnoses.length === 0) record.diagnoses.push(inCatalogue(diagnosis, record))
}

/** With the cause, where it is known. */
function explained(record: DeploymentRecord, end: Ending): Ending {
  return { ...end, explain: record.diagnoses.length > 0 }
}

/** What the user gave does not work: the cause is the list of problems. */
export function problemsAsCause(problems: readonly Problem[]): Diagnosis {
  const [first] = problems
  const single = problems.length === 1 && first !== undefined
  return {
    cause: 'input',
    title: single ? placeOf(first) : `${problems.length} problems`,
    explanation: single ? first.message : problems.map(formatProblem).join('\n'),
    advice: [],
    heals: 'never',
    facts: [],
    count: problems.length,
  }
}

function placeOf({ message, about, ...place }: Problem): string {
  return formatProblem({ ...place, message: '' }).replace(/: $/, '') || about || 'The environment of this step'
}

/** What to do about a failed call, in a sentence after what AWS said; empty where that is all there is to say. */
export function adviceFor(error: unknown): string {
  switch (failureKind(error)) {
    case 'expired':
      return ' The AWS credentials are expired or not valid: raise role-duration-seconds of aws-actions/configure-aws-credentials above the time that a deployment may take.'
    case 'no-credentials':
      return ' Run aws-actions/configure-aws-credentials before this step.'
    case 'denied': {
      const action = deniedAction(error)
      return action === undefined ? '' : ` Allow ${action} in the policy of the role that this job assumes.`
    }
    case 'throttled':
      return ' AWS is busy with requests of this account: run the job again, and fewer deployments at once.'
    default:
      return ''
  }
}

/** The run was cancelled: what was done about it. */
export function cancelledEnding(record: DeploymentRecord, done: string): Ending {
  const touched = record.update !== undefined
  const what = touched ? done : ['The service was not touched.', done].filter(Boolean).join(' ')
  return ending(
    'cancelled',
    `The run was cancelled. ${what}`,
    touched ? [lookCommand(record), ...rollbackCommands(record)] : [],
  )
}
