import type { ContainerReport, OneTaskReport, TaskOutcome, TaskReport } from '../run-task/task-report.ts'

type OutcomeWords = { readonly mark: string; readonly word: string }

/** How an outcome of the run-task action is called where people read it. */
export const taskOutcomeWords: Readonly<Record<TaskOutcome, OutcomeWords>> = {
  succeeded: { mark: '✅', word: 'succeeded' },
  planned: { mark: '✅', word: 'planned, nothing was started' },
  failed: { mark: '❌', word: 'failed' },
  'timed-out': { mark: '❌', word: 'timed out' },
  cancelled: { mark: '⚠️', word: 'cancelled' },
  unknown: { mark: '⚠️', word: 'outcome unknown' },
}

/** The headline, with the cause of a failure. */
export function taskHeadline({ headline, outcome, diagnoses }: TaskReport): string {
  const [first] = outcome === 'failed' || outcome === 'timed-out' ? diagnoses : []
  const isCause = first !== undefined && first.facts.length > 0 && first.cause !== 'unknown'
  return isCause && !headline.includes(first.title) ? `${headline} Cause: ${first.title}.` : headline
}

/** `web: exit code 0`, `proxy: still running`, `app: never ran, CannotPullContainerError: …`. */
export function containerWords({ name, exitCode, reason, lastStatus }: ContainerReport): string {
  const state =
    exitCode !== undefined
      ? `exit code ${exitCode}`
      : lastStatus === 'STOPPED' || reason !== undefined
        ? 'no exit code'
        : lastStatus === 'RUNNING'
          ? 'still running when last seen'
          : (lastStatus ?? 'not seen')
  return `${name}: ${state}${reason === undefined ? '' : `, ${reason}`}`
}

/** The container that decides first. */
export function containersOf({ containers }: OneTaskReport): readonly ContainerReport[] {
  return [...containers].sort((one, other) => Number(other.decides) - Number(one.decides))
}

/** What the report is about: the service, or the family of the task definition. */
export function subjectOf({ service, taskDefinition }: TaskReport): string {
  return taskDefinition || service || 'one-off task'
}
