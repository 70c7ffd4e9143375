import type { DeploymentView } from './snapshot.ts'

/**
 * Milliseconds between two looks, before chance spreads them by ±5 %.
 *
 * `due`: the end can come at any moment. One DescribeServices in 2.55 s is 24 a minute, less the time that calls take; ECS allows 20 a second for the
 * whole account (API reference "Request throttling"). `calm`: nothing can end yet. `late`: after half an hour seconds no
 * longer matter to anybody.
 */
const interval = { due: 2_550, calm: 8_000, late: 8_000 } as const
const spread = 0.05
const lateAfter = 30 * 60_000
const longest = 60_000
const mostStrain = 5

/** ECS takes 10 to 20 s from UpdateService to the first task (observed); without one after half a minute something is wrong. */
const untilFirstTask = 30_000
/** A Fargate task cannot fail for 24 s (network interface, host; observed); it is seen up to 8 s late, and so is what follows. */
const untilPull = 10_000

/** What decides when to look again: carried from look to look. Times are of a clock that never goes back. */
export type Pace = {
  /** Nothing can end before the next look. */
  readonly calm: boolean
  /** Since when the deployment has had tasks without a break; absent: it has none. */
  readonly tasksSince?: number
  /** It had tasks, or lost some. */
  readonly hadTasks: boolean
  /** How often in a row ECS did not answer, less the good answers since: each step doubles the interval. */
  readonly strain: number
}

/**
 * Before the first look.
 *
 * @param isNew the deployment was started a moment ago: the answer to that was the first look
 */
export function startPace(isNew: boolean): Pace {
  return { calm: isNew, hadTasks: false, strain: 0 }
}

/**
 * The pace after one look; pure.
 *
 * @param answered whether ECS answered: throttled, failed and lost calls are all reasons to ask less
 * @param leading the PRIMARY deployment as that look showed it, where there is one: while ECS goes back, that is the older one
 * @param elapsed milliseconds since the watch began
 */
export function paceAfter(pace: Pace, answered: boolean, leading: DeploymentView | undefined, elapsed: number): Pace {
  if (!answered) return { ...pace, strain: Math.min(mostStrain, pace.strain + 1) }
  const hasTasks = leading !== undefined && leading.running + leading.pending > 0
  const tasksSince = hasTasks ? (pace.tasksSince ?? elapsed) : undefined
  const next = {
    ...(tasksSince === undefined ? {} : { tasksSince }),
    hadTasks: pace.hadTasks || hasTasks || (leading?.failed ?? 0) > 0,
    strain: Math.max(0, pace.strain - 1),
  }
  return { ...next, calm: leading !== undefined && nothingCanEnd(leading, next, elapsed) }
}

/** A deployment ends by its tasks running, or failing: not before there are any, and not while they are being placed. */
function nothingCanEnd(leading: DeploymentView, pace: Omit<Pace, 'calm'>, elapsed: number): boolean {
  if (leading.status !== 'PRIMARY' || leading.rolloutState !== 'IN_PROGRESS' || leading.running > 0) return false
  return pace.tasksSince === undefined
    ? !pace.hadTasks && elapsed < untilFirstTask
    : elapsed - pace.tasksSince < untilPull
}

/**
 * Milliseconds until the next look; pure. It follows from the look before alone, so a process that was suspended looks
 * once, not once for every look that it missed.
 *
 * @param elapsed milliseconds since the watch began
 * @param random between 0 and 1: several runs that started together do not stay together
 */
export function untilNextPoll({ calm, strain }: Pace, elapsed: number, random: number): number {
  const plain = calm ? interval.calm : elapsed > lateAfter ? interval.late : interval.due
  return Math.min(longest, plain * 2 ** strain * (1 - spread + 2 * spread * random))
}
