/** What every run owes its user, checked in one place. */
import { expect, jest } from '@jest/globals'
import type { ActionEnd } from '../../scripts/demo/run-action.ts'

// In accelerated time a stall of the machine of 100 ms is 40 s for the action. One more try, and what failed first is printed.
jest.retryTimes(1, { logErrorsBeforeRetry: true })

const words: Readonly<Record<string, string>> = {
  deployed: 'deployed',
  unchanged: 'unchanged',
  updated: 'updated',
  started: 'started, not waited for',
  planned: 'planned, nothing was changed',
  'rolled-back': 'failed, rolled back',
  'rollback-failed': 'failed, and the previous version was not seen running again',
  superseded: 'superseded by another deployment',
  'timed-out': 'timed out',
  failed: 'failed',
  cancelled: 'cancelled',
  unknown: 'outcome unknown',
}

const successes: readonly string[] = ['deployed', 'unchanged', 'updated', 'started', 'planned']

const rollbackWords: Readonly<Record<string, string>> = {
  ...words,
  'rolled-back': 'rolled back',
  'rollback-failed': 'rollback failed',
}
const rollbackSuccesses: readonly string[] = ['rolled-back', 'unchanged', 'planned']

/** Outcome, exit code, closing line, summary, report and number of annotations agree with each other. */
export function expectOutcome(run: ActionEnd, outcome: string): void {
  expectToldOutcome(run, outcome, words, successes)
}

/** The same of a run of the rollback action for one service. */
export function expectRollback(run: ActionEnd, outcome: string): void {
  expectToldOutcome(run, outcome, rollbackWords, rollbackSuccesses)
}

function expectToldOutcome(
  run: ActionEnd,
  outcome: string,
  words: Readonly<Record<string, string>>,
  successes: readonly string[],
): void {
  expect(`${run.outputs.outcome}\n${run.log}`).toBe(`${outcome}\n${run.log}`)
  const succeeded = successes.includes(outcome)
  expect(run.exitCode).toBe(succeeded ? 0 : 1)
  expect(errors(run)).toHaveLength(succeeded ? 0 : 1)
  const told = words[outcome] === outcome ? outcome : `${words[outcome]} (${outcome})`
  expect(run.log).toContain(`Outcome: ${told} after `)
  expect(run.summary).toContain(`: ${words[outcome]}\n`)
  expect(run.report).toMatchObject({ format: 1, outcome })
}

/** As `expectOutcome`, with the cause in output, log, annotation and summary. */
export function expectCause(run: ActionEnd, outcome: string, cause: string, title: RegExp): void {
  expectOutcome(run, outcome)
  expect(`${run.outputs.cause}\n${run.log}`).toBe(`${cause}\n${run.log}`)
  expect(run.log).toMatch(new RegExp(`^Cause: .*${title.source}`, `m${title.flags}`))
  expect(errors(run)[0]).toMatch(title)
  expect(plain(run.summary)).toMatch(title)
}

/** The `::error` lines, with the escapes of workflow commands undone. */
export function errors({ log }: ActionEnd): readonly string[] {
  return log
    .split('\n')
    .filter((line) => line.startsWith('::error'))
    .map((line) => line.replaceAll('%0A', '\n').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%'))
}

/** The summary as a reader sees it, roughly: without tags, with character references undone. */
export function plain(summary: string): string {
  return summary
    .replace(/<\/?[a-z][^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, number) => String.fromCharCode(Number(number)))
    .replaceAll('\u200B', '')
}
