/** The rows as tables, for a terminal and for docs/speed.md; pure. */
import type { FailureRow, Late, RolloutRow } from './rows.ts'

type Cells = readonly string[]

const seconds = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? '' : value < 10 ? value.toFixed(1) : value.toFixed(0)

const count = (value: number): string => (Number.isNaN(value) ? '' : value.toFixed(0))

function lateOf({ median, p95, timedOut, tooEarly }: Late): string {
  const parts = [
    ...(Number.isNaN(median) ? [] : [`${seconds(median)} / ${seconds(p95)}`]),
    ...(timedOut > 0 ? [`${timedOut} % time out`] : []),
    ...(tooEarly > 0 ? [`${tooEarly} % too early`] : []),
  ]
  return parts.join('; ')
}

/** Seconds between COMPLETED and the end of the step: median / p95. */
export function rolloutTable(rows: readonly RolloutRow[]): readonly Cells[] {
  const [first] = rows
  const others = first?.others.map(({ name }) => name) ?? []
  return [
    ['Rollout', 'minutes', 'runs', 'this action', ...others],
    ...rows.map((row) => [
      row.name,
      row.minutes.toFixed(1),
      String(row.runs),
      lateOf(row.ours),
      ...row.others.map(lateOf),
    ]),
  ]
}

/** Calls a minute: of this action the most in any run, of the others the median. */
export function callsTable(rows: readonly RolloutRow[]): readonly Cells[] {
  const others = rows[0]?.others.map(({ name }) => name) ?? []
  return [
    ['Rollout', 'this action', 'most in 10 s', ...others],
    ...rows.map((row) => [
      row.name,
      count(row.ours.callsPerMinute),
      String(row.mostCallsIn10Seconds),
      ...row.others.map(({ callsPerMinute }) => count(callsPerMinute)),
    ]),
  ]
}

function endedOf({ beforeUpdate, ended, late }: FailureRow): string {
  return beforeUpdate ? 'before the update' : `${seconds(ended)} (+${seconds(late?.median)} / +${seconds(late?.p95)})`
}

function factorOf({ factor, kind, beforeUpdate }: FailureRow): string {
  if (kind === 'ecs' || kind === 'passing' || beforeUpdate) return ''
  return factor === undefined ? 'it never fires' : `${factor.toFixed(1)} ×`
}

export function failureTable(rows: readonly FailureRow[]): readonly Cells[] {
  return [
    [
      'Failure',
      'first sign',
      'certain',
      'this action',
      'ECS fails it',
      'told after ECS (at most)',
      'sooner',
      'calls a minute',
      'most in 10 s',
    ],
    ...rows.map((row) => [
      row.name,
      seconds(row.firstSign),
      seconds(row.certain),
      `${endedOf(row)} ${row.outcomes.join(', ')}`,
      seconds(row.ecsFailed) || 'never',
      row.afterBreaker === undefined ? '' : row.afterBreaker.toFixed(1),
      factorOf(row),
      count(row.callsPerMinute),
      String(row.mostCallsIn10Seconds),
    ]),
  ]
}

/** What the others say in the end, and when. */
export function othersTable(rows: readonly FailureRow[]): readonly Cells[] {
  const [first] = rows.filter(({ others }) => others.length > 0)
  const names = first?.others.map(({ name }) => name) ?? []
  return [
    ['Failure', 'this action', ...names],
    ...rows
      .filter(({ others }) => others.length > 0)
      .map((row) => [
        row.name,
        `${seconds(row.ended)} ${row.outcomes.join(', ')}`,
        ...row.others.map(({ said, after }) => `${seconds(after)} ${said}`),
      ]),
  ]
}

/** For a terminal. */
export function aligned(table: readonly Cells[]): string {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)))
  return table
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

export function markdown([head = [], ...body]: readonly Cells[]): string {
  const line = (cells: Cells): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n')
}
