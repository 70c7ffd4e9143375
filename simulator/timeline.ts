/** What a scenario lets happen by itself, at its time. */
import { type Engine, schedule } from './engine.ts'
import { happen, serviceMeant } from './happen.ts'
import type { Happening, TimelineEntry } from './happening.ts'
import { ApiError } from './protocol/errors.ts'

/** @throws Error for an entry that names a service which does not exist */
export function planTimeline(engine: Engine, timeline: readonly TimelineEntry[]): void {
  for (const { afterSeconds, ...happening } of timeline) {
    if (happening.service !== undefined) checkService(engine, happening.service)
    schedule(engine, afterSeconds, { kind: 'timeline', happening })
  }
}

function checkService(engine: Engine, name: string): void {
  try {
    serviceMeant(engine, name)
  } catch (error) {
    throw new Error(`timeline: there is no service ${name} in the scenario`, { cause: error })
  }
}

/** One entry takes place. What AWS refuses by then changes nothing, and `world.happened` says so. */
export function takePlace(engine: Engine, happening: Happening): void {
  try {
    happen(engine, happening)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
  }
}
