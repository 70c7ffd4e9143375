import { type ActionName, type DeploymentReport, exitCode, type Outcome, type Version } from '../report.ts'
import { elapsed } from '../rollout/progress.ts'

type OutcomeWords = { readonly mark: string; readonly word: string }

const words: Readonly<Record<Outcome, OutcomeWords>> = {
  deployed: { mark: '✅', word: 'deployed' },
  unchanged: { mark: '✅', word: 'unchanged' },
  updated: { mark: '✅', word: 'updated' },
  started: { mark: '✅', word: 'started, not waited for' },
  planned: { mark: '✅', word: 'planned, nothing was changed' },
  'rolled-back': { mark: '❌', word: 'failed, rolled back' },
  'rollback-failed': { mark: '❌', word: 'failed, and the previous version was not seen running again' },
  superseded: { mark: '⚠️', word: 'superseded by another deployment' },
  'timed-out': { mark: '⚠️', word: 'timed out' },
  failed: { mark: '❌', word: 'failed' },
  cancelled: { mark: '⚠️', word: 'cancelled' },
  unknown: { mark: '⚠️', word: 'outcome unknown' },
}

/** Where the rollback action means something else. */
const rollbackWords: Readonly<Partial<Record<Outcome, OutcomeWords>>> = {
  'rolled-back': { mark: '✅', word: 'rolled back' },
  'rollback-failed': { mark: '❌', word: 'rollback failed' },
}

/** How an outcome is called where people read it. */
export function outcomeWords(outcome: Outcome, action: ActionName): OutcomeWords {
  return (action === 'rollback' ? rollbackWords[outcome] : undefined) ?? words[outcome]
}

/** `45 s`, `3 min 5 s`, `1 h 2 min`. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000))
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min${seconds % 60 === 0 ? '' : ` ${seconds % 60} s`}`
  return `${Math.floor(minutes / 60)} h${minutes % 60 === 0 ? '' : ` ${minutes % 60} min`}`
}

/** `4:07`, also beyond an hour: minutes and seconds, as in the log. */
export function clockDuration(milliseconds: number): string {
  return elapsed(milliseconds).trim()
}

/** `19:45:52` in UTC; empty for a time that is none. */
export function clockTime(at: number): string {
  return Number.isFinite(at) ? new Date(at).toISOString().slice(11, 19) : ''
}

/** `1 of 1 task`, `0 of 2 tasks`. */
export function taskCount(running: number, desired: number): string {
  return `${running} of ${desired} ${desired === 1 && running <= 1 ? 'task' : 'tasks'}`
}

/** Outcomes whose headline tells of a failure; the cause of a failure does not explain that a deployment was superseded. */
const failures: readonly Outcome[] = ['failed', 'rolled-back', 'rollback-failed']

/** The headline, with the cause where one was found. */
export function headlineWithCause({ headline, diagnoses, outcome, action }: DeploymentReport): string {
  const [first] = failures.includes(outcome) && exitCode(outcome, action) === 1 ? diagnoses : []
  // A wrong input is told by the text of its problem; "unknown" says nothing.
  const isCause = first !== undefined && first.facts.length > 0 && first.cause !== 'unknown'
  return isCause && !headline.includes(first.title) ? `${headline} Cause: ${first.title}.` : headline
}

/** What a version is called; one that is not registered yet has no name. */
export function versionName(version: Version): string {
  return version.taskDefinition || 'a new revision'
}

/** The first digits of a task's id, as the console's lists show them. */
export function shortTaskId(id: string): string {
  return id.slice(0, 8)
}
