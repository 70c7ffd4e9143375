/** A simulated account with its front desk, before anything listens: what the server and the in-process handler share. */
import { createFaults, type Faults } from './faults.ts'
import { happen } from './happen.ts'
import type { Happening } from './happening.ts'
import { type CallContext, catchUp } from './http/call.ts'
import { createFrontDesk, type FrontDesk, type RecordedRequest } from './http/front-desk.ts'
import { createHistory } from './http/history.ts'
import { loadScenario } from './loading/load-scenario.ts'
import { createRateLimits } from './protocol/rate-limits.ts'
import type { Scenario } from './scenario.ts'
import { type Clock, manualClock, runningClock } from './time/clock.ts'
import { createRandom } from './time/random.ts'
import type { World } from './world/world.ts'

export interface SimulationOptions {
  readonly scenario: Scenario
  /** Ids and jitter follow from it. Default 1. */
  readonly seed?: number
  /** Virtual seconds per real second. Default 1. */
  readonly speed?: number
  /** `manual`: time stands still until `clock.advance`. Default `running`. */
  readonly clock?: 'running' | 'manual'
  /** Virtual time at the start, milliseconds. Default 2026-11-21T07:00:00Z. */
  readonly epoch?: number
}

export interface Simulation {
  readonly desk: FrontDesk
  readonly clock: Clock
  /** The state as of the last request or advance; plain data. */
  readonly world: World
  readonly faults: Faults
  /** IAM actions that are refused; may be changed. */
  readonly deny: string[]
  requests(): readonly RecordedRequest[]
  /**
   * Lets something happen now, as an entry of a scenario's timeline would.
   * @throws Error if AWS refuses it, or if it names something that the account does not have
   */
  happen(happening: Happening): void
}

const defaultEpoch = Date.UTC(2026, 10, 21, 7)

/**
 * @param baseUrl where config blobs can be fetched; asked for late
 * @throws Error if the scenario makes no sense
 */
export function createSimulation(options: SimulationOptions, baseUrl: () => string): Simulation {
  const { scenario, seed = 1, speed = 1, epoch = defaultEpoch } = options
  const engine = loadScenario(scenario, seed, epoch)
  const clock = options.clock === 'manual' ? manualClock(epoch, () => catchUp(context)) : runningClock(epoch, speed)
  const recorded: RecordedRequest[] = []
  const context: CallContext = {
    engine,
    faults: createFaults(scenario.faults ?? [], () => clock.now()),
    limits: createRateLimits(),
    history: createHistory(),
    deny: engine.world.neighbours.denied,
    now: () => clock.now(),
    wait: (milliseconds) => clock.wait(milliseconds),
  }
  context.history.record(engine.world)
  return {
    desk: createFrontDesk({ context, clock, recorded, requestIds: createRandom(seed + 1), baseUrl }),
    clock,
    world: engine.world,
    faults: context.faults,
    deny: context.deny,
    requests: () => recorded,
    happen: (happening) => {
      catchUp(context)
      happen(engine, happening)
    },
  }
}
