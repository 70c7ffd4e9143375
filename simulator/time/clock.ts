/** Virtual time: running at a multiple of real time, or moved by hand. */

/** What another process needs to share the virtual time (`accelerate.mjs`). */
export interface TimeSettings {
  /** Virtual milliseconds at the start. */
  readonly epoch: number
  /** Real milliseconds at the start. */
  readonly start: number
  /** Virtual seconds per real second; 0 for a manual clock. */
  readonly speed: number
  /** How much faster than real the time limits of calls pass in the other process. Default 1. */
  readonly limitSpeed?: number
}

export interface Clock {
  readonly settings: TimeSettings
  now(): number
  /**
   * Virtual milliseconds since the start, by a clock that never goes back: what `performance.now` is to a process that
   * shares the time (`accelerate.mjs`), for code that is handed its clock.
   */
  elapsed(): number
  /** Moves a manual clock. @throws on a running clock */
  advance(milliseconds: number): void
  /** Resolves when so many virtual milliseconds have passed, or when the clock is closed. */
  wait(milliseconds: number): Promise<void>
  close(): void
}

interface Sleeper {
  readonly due: number
  readonly wake: () => void
}

/** @param speed virtual seconds per real second, above 0 */
export function runningClock(epoch: number, speed: number): Clock {
  if (!(speed > 0)) throw new Error(`speed must be above 0, not ${speed}`)
  const settings = { epoch, start: Date.now(), speed }
  const startedAt = performance.now()
  const pending = new Map<NodeJS.Timeout, () => void>()
  return {
    settings,
    now: () => Math.floor(epoch + (Date.now() - settings.start) * speed),
    elapsed: () => (performance.now() - startedAt) * speed,
    advance: () => {
      throw new Error('Only a manual clock can be advanced: start the simulator with clock: manual')
    },
    wait: (milliseconds) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => {
          pending.delete(timer)
          resolve()
        }, milliseconds / speed)
        pending.set(timer, resolve)
      }),
    close: () => {
      for (const [timer, wake] of pending) {
        clearTimeout(timer)
        wake()
      }
      pending.clear()
    },
  }
}

/** @param onAdvance called after each step, so that the world can catch up */
export function manualClock(epoch: number, onAdvance: (now: number) => void): Clock {
  const settings = { epoch, start: Date.now(), speed: 0 }
  let now = epoch
  let sleepers: Sleeper[] = []
  const wakeDue = (until: number): void => {
    const due = sleepers.filter((sleeper) => sleeper.due <= until)
    sleepers = sleepers.filter((sleeper) => sleeper.due > until)
    for (const sleeper of due) sleeper.wake()
  }
  return {
    settings,
    now: () => now,
    elapsed: () => now - epoch,
    advance: (milliseconds) => {
      if (!(milliseconds >= 0)) throw new Error(`Time cannot go back by ${milliseconds} ms`)
      now += milliseconds
      onAdvance(now)
      wakeDue(now)
    },
    wait: (milliseconds) => new Promise((wake) => sleepers.push({ due: now + milliseconds, wake })),
    close: () => wakeDue(Number.POSITIVE_INFINITY),
  }
}
