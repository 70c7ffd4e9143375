import type { Heals } from '../diagnosis/evidence.ts'

/** A task of the watched deployment that failed, with what is known about why. */
export type FailedTask = {
  /** When it stopped; milliseconds since the epoch, as ECS tells it. */
  readonly at: number
  /** Id of its cause in the table of causes. */
  readonly cause: string
  readonly heals: Heals
  /** It passes by itself and says nothing about the new version: capacity, Spot, infrastructure, StopTask. */
  readonly passing: boolean
}

/** Failures that ECS counted (`failedTasks`), explained only by events: their tasks were never to be seen. */
export type CountedFailures = {
  readonly count: number
  /** Absent where no event, or events of several kinds, could explain them. */
  readonly explained?: Pick<FailedTask, 'cause' | 'heals' | 'passing'>
}

export type GiveUpFacts = {
  /** Failed tasks of this deployment, in any order. */
  readonly failed: readonly FailedTask[]
  readonly counted: CountedFailures
  /** When tasks of this deployment became healthy; milliseconds since the epoch. */
  readonly healthyAt: readonly number[]
  /** A task of this deployment was RUNNING at some time. */
  readonly everRan: boolean
  /** How many failures in a row are enough. */
  readonly limit: number
  /** Causes that a second source, which is not ECS, agrees with. */
  readonly confirmed: ReadonlySet<string>
}

export type GivingUp =
  | { readonly kind: 'no' }
  /** The cause cannot heal, but a second source or a second task has to agree. */
  | { readonly kind: 'confirm'; readonly cause: string }
  | { readonly kind: 'give-up'; readonly reason: string }

/** `auto`: a quarter of the desired count, rounded up, and at least 3 (the least that ECS's circuit breaker takes by default). */
export function failureLimit(maxFailedTasks: number | 'auto', desired: number): number {
  return maxFailedTasks === 'auto' ? Math.max(3, Math.ceil(desired / 4)) : maxFailedTasks
}

/**
 * Whether a deployment that ECS has not ended can be called failed already; pure. Certainty is needed: only failures of its
 * own tasks in a row count, none that passes by itself; and at first sight only a cause that cannot heal, where no task ever
 * ran and a second source agrees.
 */
export function judgeFailures(facts: GiveUpFacts): GivingUp {
  const doomed = facts.everRan ? undefined : doomedCause(facts)
  if (doomed !== undefined && doomed.count >= 2) {
    return giveUp(`${doomed.count} tasks failed for a reason that does not pass`)
  }
  if (doomed !== undefined && facts.confirmed.has(doomed.cause)) {
    return giveUp('a task failed for a reason that does not pass, and a second source confirms it')
  }
  const inARow = failuresInARow(facts)
  if (inARow >= facts.limit) return giveUp(inARow === 1 ? '1 task failed' : `${inARow} tasks in a row failed`)
  return doomed === undefined ? { kind: 'no' } : { kind: 'confirm', cause: doomed.cause }
}

function giveUp(reason: string): GivingUp {
  return { kind: 'give-up', reason }
}

/** Failures since a task became healthy last. ECS's own count is the better one where tasks fail before they can be seen. */
function failuresInARow(facts: GiveUpFacts): number {
  const since = Math.max(Number.NEGATIVE_INFINITY, ...facts.healthyAt)
  const own = facts.failed.filter(({ at, passing }) => !passing && at > since).length
  return explainedCount(facts) === undefined ? own : Math.max(own, facts.counted.count)
}

/** The cause that cannot heal, and how often it was seen: the one seen most. */
function doomedCause(facts: GiveUpFacts): { readonly cause: string; readonly count: number } | undefined {
  const seen = Map.groupBy(
    facts.failed.filter(({ heals, passing }) => heals === 'never' && !passing),
    ({ cause }) => cause,
  )
  const found = [...seen].map(([cause, tasks]) => ({ cause, count: tasks.length }))
  const explained = explainedCount(facts)
  if (explained?.heals === 'never') {
    // Those that were seen failed for what they themselves show: an event names no deployment, and may be of the old one.
    const others = facts.failed.filter(({ cause }) => cause !== explained.cause).length
    const count = facts.counted.count - others
    if (count > 0) found.push({ cause: explained.cause, count })
  }
  return found.sort((one, other) => other.count - one.count)[0]
}

/** The explanation of ECS's count, where nothing that passes by itself may be among what it counted. */
function explainedCount({ failed, counted }: GiveUpFacts): CountedFailures['explained'] {
  const { count, explained } = counted
  if (count === 0 || explained === undefined || explained.passing || failed.some(({ passing }) => passing))
    return undefined
  return explained
}
