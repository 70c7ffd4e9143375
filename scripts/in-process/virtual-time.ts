/** Time for a program that runs in this process: it moves only when nothing else is left to do. */

export interface VirtualTime {
  /** Milliseconds since the start. */
  now(): number
  /** Resolves at its time, early when `signal` is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>
  /** Something is under way, e.g. a request: time waits until the function that is returned is called. */
  hold(): () => void
  /** Lets the time run until `work` has ended. @throws Error when nothing is left that could end it */
  run<T>(work: Promise<T>): Promise<T>
}

interface Timer {
  readonly at: number
  readonly order: number
  readonly wake: () => void
}

/** Turns of the event loop without news after which everything waits for the time. An answer of an SDK takes a few. */
const quietTurns = 8
/** With something under way, which may itself wait for the time (an answer that is delayed or never comes). */
const heldTurns = 200
const heldStep = 1000

/** @param move moves the clock of everything else by so many milliseconds */
export function virtualTime(move: (milliseconds: number) => void): VirtualTime {
  const timers: Timer[] = []
  let now = 0
  let order = 0
  let held = 0
  let news = 0

  const add = (timer: Timer): void => {
    news += 1
    const later = timers.findIndex(({ at }) => at > timer.at)
    timers.splice(later < 0 ? timers.length : later, 0, timer)
  }
  const sleep = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve()
      order += 1
      const wake = (): void => {
        signal?.removeEventListener('abort', cancel)
        resolve()
      }
      // Whole milliseconds, as the clocks have them.
      const timer = { at: now + Math.max(0, Math.ceil(milliseconds)), order, wake }
      const cancel = (): void => {
        const index = timers.indexOf(timer)
        if (index >= 0) timers.splice(index, 1)
        news += 1
        wake()
      }
      signal?.addEventListener('abort', cancel, { once: true })
      add(timer)
    })

  const untilQuiet = async (isDone: () => boolean): Promise<void> => {
    for (let quiet = 0, seen = news; quiet < (held > 0 ? heldTurns : quietTurns) && !isDone(); quiet += 1) {
      await new Promise(setImmediate)
      if (news !== seen) quiet = 0
      seen = news
    }
  }
  const advance = (): void => {
    const [next] = timers
    if (next === undefined && held === 0)
      throw new Error('Nothing is left that could happen, and the work has not ended')
    const at = held > 0 ? Math.min(next?.at ?? Number.POSITIVE_INFINITY, now + heldStep) : (next?.at ?? now)
    const step = at - now
    now = at
    move(step)
    if (next === undefined || next.at > now) return
    timers.shift()
    news += 1
    next.wake()
  }

  return {
    now: () => now,
    sleep,
    hold: () => {
      held += 1
      news += 1
      return () => {
        held -= 1
        news += 1
      }
    },
    run: async (work) => {
      let done = false
      const end = (): void => {
        done = true
      }
      work.then(end, end)
      while (!done) {
        await untilQuiet(() => done)
        if (!done) advance()
      }
      return work
    },
  }
}
