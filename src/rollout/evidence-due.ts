import type { ServiceEvent } from '../diagnosis/evidence.ts'
import type { DeploymentView } from './snapshot.ts'

/** How often stopped tasks are looked for although nothing hints at one: what happens between two looks may not show. */
const everyMilliseconds = 120_000
/** A container has up to two minutes to end (`stopTimeout`), and its exit code is not known before. */
const againMilliseconds = 5_000

/** When stopped tasks were last looked for, and what there was to see of the deployment. Times of a clock that never goes back. */
export type Looked = {
  readonly at: number
  /** Tasks that ran or were starting. */
  readonly live: number
  readonly failed: number
  /** One was still stopping, and has to be looked at again. */
  readonly unfinished: boolean
}

/** When a watch begins: nothing has been seen yet. */
export function startLooking(now: number): Looked {
  return { at: now, live: 0, failed: 0, unfinished: false }
}

/**
 * Whether a task of the deployment may have stopped since the last look; pure. Reading stopped tasks takes two calls, so a
 * rollout that goes well must not ask for it: a lost task shows in the counts, in `failedTasks`, or in an event.
 *
 * @param news events that were not there before
 */
export function mayHaveStopped(
  looked: Looked,
  ours: DeploymentView | undefined,
  news: readonly ServiceEvent[],
  at: number,
): boolean {
  return (
    at - looked.at >= (looked.unfinished ? againMilliseconds : everyMilliseconds) ||
    liveOf(ours) < looked.live ||
    (ours?.failed ?? 0) > looked.failed ||
    news.some(({ message }) => !isRoutine(message))
  )
}

/** What is remembered of a snapshot for the next one. */
export function lookedNow(
  looked: Looked,
  ours: DeploymentView | undefined,
  at: number,
  look: { readonly unfinished: boolean } | undefined,
): Looked {
  const seen = { live: liveOf(ours), failed: ours?.failed ?? 0 }
  return look === undefined ? { ...looked, ...seen } : { at, ...seen, unfinished: look.unfinished }
}

function liveOf(ours: DeploymentView | undefined): number {
  return (ours?.running ?? 0) + (ours?.pending ?? 0)
}

/** Events of every rollout, also of one that goes well (texts: DG service-event-messages). */
const routine = [
  /\) has started \d+ tasks: [^.]*\.?$/,
  /\) (de)?registered \d+ targets in /,
  /\) has begun draining connections on /,
  /\) has stopped \d+ running tasks: /,
  /\) has reached a steady state/,
  /deployment completed\.?$/,
]

function isRoutine(message: string): boolean {
  return routine.some((pattern) => pattern.test(message))
}
