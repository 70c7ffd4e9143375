/** From what was measured to the rows of the tables, and to what misses its goal; pure. */
import type { Failing, Rollout } from './cases.ts'
import type { Measured } from './measure.ts'
import { median, percentile } from './statistics.ts'

export const goals = {
  /** Seconds between ECS knowing and the step ending, 95 of 100 times. */
  lateSeconds: 3,
  callsPerMinute: 25,
  callsIn10Seconds: 12,
  /** How many times sooner than the circuit breaker a cause that cannot heal is known. */
  factor: 5,
  /** What is reached where a deployment fails: after the look that shows it, why is read, in up to five calls. All, and in any one row. */
  failureSeconds: 3.5,
  rowSeconds: 4,
  /** One look at the longest, with its call: how much later than the circuit breaker a failure may be told; and the step end, 95 of 100. */
  lookSeconds: 2.9,
  endSeconds: 3.5,
} as const

export interface Late {
  readonly name: string
  readonly median: number
  readonly p95: number
  /** Of a hundred runs: time-outs, and successes before ECS had completed. */
  readonly timedOut: number
  readonly tooEarly: number
  readonly callsPerMinute: number
}

export interface RolloutRow {
  readonly name: string
  readonly runs: number
  /** Minutes that ECS took, median. */
  readonly minutes: number
  readonly ours: Late
  readonly mostCallsIn10Seconds: number
  readonly others: readonly Late[]
  readonly misses: readonly string[]
}

export interface FailureRow {
  readonly name: string
  readonly kind: Failing['kind']
  readonly runs: number
  readonly outcomes: readonly string[]
  /** Seconds after UpdateService, median: when ECS showed the first failure; when the verdict was certain. */
  readonly firstSign: number | undefined
  readonly certain: number | undefined
  /** Every run ended before anything was changed. */
  readonly beforeUpdate: boolean
  /** The step ended; and so much after the verdict was certain. */
  readonly ended: number
  readonly late: { readonly median: number; readonly p95: number } | undefined
  /** The circuit breaker or the alarm fired. */
  readonly ecsFailed: number | undefined
  /** So much later than the circuit breaker the failure was told, at the most; only where the breaker and this run see the same. */
  readonly afterBreaker: number | undefined
  readonly endedAfterBreaker: number | undefined
  readonly factor: number | undefined
  readonly shortfall: Failing['shortfall']
  readonly callsPerMinute: number
  readonly mostCallsIn10Seconds: number
  /** What the others said, and when, median. */
  readonly others: readonly { readonly name: string; readonly said: string; readonly after: number }[]
  readonly misses: readonly string[]
}

/** A run of less than a minute counts as one: half of its calls come before UpdateService. */
const perMinute = ({ calls, stepSeconds }: Measured): number => (calls / Math.max(60, stepSeconds)) * 60
const share = (some: number, all: number): number => Math.round((some / all) * 100)

export function rolloutRow({ name }: Rollout, measured: readonly Measured[]): RolloutRow {
  const late = measured.map(({ endedAt, completedAt = Number.NaN }) => endedAt - completedAt)
  const rates = measured.map(perMinute)
  const ours = {
    name: 'this action',
    ...spreadOf(late),
    timedOut: 0,
    tooEarly: 0,
    callsPerMinute: percentile(rates, 100),
  }
  const mostCallsIn10Seconds = Math.max(...measured.map((one) => one.mostCallsIn10Seconds))
  const wrong = measured.filter(({ outcome }) => outcome !== 'deployed')
  const misses = [
    ...(wrong.length > 0 ? [`ended as ${wrong.map(({ outcome }) => outcome).join(', ')}`] : []),
    ...above('seconds late (p95)', ours.p95, goals.lateSeconds),
    ...above('calls a minute', ours.callsPerMinute, goals.callsPerMinute),
    ...above('calls in 10 s', mostCallsIn10Seconds, goals.callsIn10Seconds),
  ]
  const minutes = median(measured.map(({ completedAt = Number.NaN }) => completedAt / 60))
  const others = (measured[0]?.others ?? []).map((_, index) => otherLate(measured, index))
  return { name, runs: measured.length, minutes, ours, mostCallsIn10Seconds, others, misses }
}

function otherLate(measured: readonly Measured[], index: number): Late {
  const runs = measured.flatMap(({ others, completedAt = Number.NaN }) => {
    const one = others[index]
    return one === undefined ? [] : [{ ...one, late: one.endedAt - completedAt }]
  })
  const right = runs.filter(({ says, late }) => says === 'success' && late >= 0)
  const early = runs.filter(({ says, late }) => says === 'success' && late < 0)
  const timedOut = runs.filter(({ says }) => says === 'time-out')
  return {
    name: runs[0]?.name ?? '',
    ...spreadOf(right.map(({ late }) => late)),
    timedOut: share(timedOut.length, runs.length),
    tooEarly: share(early.length, runs.length),
    callsPerMinute: median(runs.map(({ calls, endedAt }) => (calls / endedAt) * 60)),
  }
}

const spreadOf = (values: readonly number[]): { readonly median: number; readonly p95: number } => ({
  median: median(values),
  p95: percentile(values, 95),
})

/** When it was certain that the deployment fails: ECS said so, or enough failures were to be seen. */
function certainAt({ kind, certainAt: nth }: Failing, measured: Measured): number | undefined {
  if (kind === 'passing') return measured.completedAt
  if (kind === 'ecs') return measured.rolledBackAt
  const shown = measured.failures[nth - 1] ?? Number.POSITIVE_INFINITY
  const certain = Math.min(shown, measured.failedAt ?? Number.POSITIVE_INFINITY)
  return Number.isFinite(certain) ? certain : undefined
}

export function failureRow(failing: Failing, measured: readonly Measured[]): FailureRow {
  const certain = measured.map((one) => certainAt(failing, one))
  const isBefore = measured.every(({ beforeUpdate }) => beforeUpdate)
  const late = measured.map((one, index) => one.endedAt - (certain[index] ?? Number.NaN))
  const factors = measured.map(({ failedAt = Number.NaN, endedAt }) => failedAt / endedAt)
  const row = {
    name: failing.name,
    kind: failing.kind,
    runs: measured.length,
    outcomes: [...new Set(measured.map(({ outcome }) => outcome))],
    beforeUpdate: isBefore,
    firstSign: medianOf(measured.map(({ failures }) => failures[0])),
    certain: isBefore ? undefined : medianOf(certain),
    ended: isBefore ? 0 : median(measured.map(({ endedAt }) => endedAt)),
    late: isBefore ? undefined : spreadOf(late),
    ecsFailed: medianOf(measured.map(({ failedAt }) => failedAt)),
    afterBreaker: failing.kind === 'fails' ? Math.max(...after(measured, ({ toldAt }) => toldAt)) : undefined,
    endedAfterBreaker:
      failing.kind === 'fails'
        ? percentile(
            after(measured, ({ endedAt }) => endedAt),
            95,
          )
        : undefined,
    factor: isBefore
      ? Number.POSITIVE_INFINITY
      : measured.every(({ failedAt }) => failedAt)
        ? median(factors)
        : undefined,
    shortfall: failing.shortfall,
    callsPerMinute: isBefore ? Number.NaN : median(measured.map(perMinute)),
    mostCallsIn10Seconds: Math.max(...measured.map((one) => one.mostCallsIn10Seconds)),
    others: (measured[0]?.others ?? []).map((_, index) => otherSaid(measured, index)),
  }
  return { ...row, misses: failureMisses(failing, row) }
}

/** Of all failures together: of the few runs of one row the p95 is the worst one. */
export function lateOfAll(played: readonly { readonly failing: Failing; readonly measured: readonly Measured[] }[]): {
  readonly runs: number
  readonly median: number
  readonly p95: number
  readonly misses: readonly string[]
} {
  const late = played.flatMap(({ failing, measured }) =>
    measured.flatMap((one) => {
      const certain = one.beforeUpdate ? undefined : certainAt(failing, one)
      return certain === undefined ? [] : [one.endedAt - certain]
    }),
  )
  const spread = spreadOf(late)
  return { runs: late.length, ...spread, misses: above('seconds late (p95)', spread.p95, goals.failureSeconds) }
}

const medianOf = (values: readonly (number | undefined)[]): number | undefined => {
  const known = values.filter((value) => value !== undefined)
  return known.length * 2 < values.length || known.length === 0 ? undefined : median(known)
}

function otherSaid(measured: readonly Measured[], index: number): FailureRow['others'][number] {
  const runs = measured.flatMap(({ others }) => others[index] ?? [])
  const [most] = [...Map.groupBy(runs, ({ says }) => says).values()].sort((one, other) => other.length - one.length)
  return {
    name: runs[0]?.name ?? '',
    said: most?.[0]?.says ?? '',
    after: median((most ?? []).map(({ endedAt }) => endedAt)),
  }
}

const expectedOutcome: Readonly<Record<Failing['kind'], string>> = {
  'never-heals': 'failed',
  fails: 'failed',
  unseen: 'failed',
  ecs: 'rolled-back',
  passing: 'deployed',
}

/** How much later than the circuit breaker something was. */
function after(measured: readonly Measured[], what: (one: Measured) => number | undefined): readonly number[] {
  return measured.map((one) => (what(one) ?? Infinity) - (one.failedAt ?? Infinity))
}

function failureMisses({ kind }: Failing, row: Omit<FailureRow, 'misses'>): readonly string[] {
  const wrong = row.outcomes.filter((outcome) => outcome !== expectedOutcome[kind])
  return [
    ...(wrong.length > 0 ? [`ended as ${wrong.join(', ')}`] : []),
    ...(kind === 'unseen' && row.ecsFailed !== undefined ? ['the circuit breaker fired'] : []),
    ...above('seconds after the breaker', row.afterBreaker ?? Number.NEGATIVE_INFINITY, goals.lookSeconds),
    ...above(
      'seconds from the breaker to the end',
      row.endedAfterBreaker ?? Number.NEGATIVE_INFINITY,
      goals.endSeconds,
    ),
    ...(kind === 'never-heals' ? tooLittleSooner(row) : []),
    ...above('seconds late (p95)', row.late?.p95 ?? 0, goals.rowSeconds),
    ...above('calls a minute', row.callsPerMinute, goals.callsPerMinute),
    ...above('calls in 10 s', row.mostCallsIn10Seconds, goals.callsIn10Seconds),
  ]
}

function tooLittleSooner({ factor = 0, shortfall }: Omit<FailureRow, 'misses'>): readonly string[] {
  const limit = shortfall?.factor ?? goals.factor
  return factor < limit ? [`${factor.toFixed(1)} times sooner than the circuit breaker, not ${limit}`] : []
}

function above(what: string, value: number, limit: number): readonly string[] {
  return value > limit ? [`${value.toFixed(1)} ${what}, more than ${limit}`] : []
}
