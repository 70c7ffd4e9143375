/** The engine: the world, its random numbers, and the things that will happen in it. Knows no HTTP. */
import type { Happening } from './happening.ts'
import { documentedRules, type RolloutRules } from './rollout/rules.ts'
import { createEventQueue, type EventQueue } from './time/event-queue.ts'
import { createRandom, type Random } from './time/random.ts'
import type { TaskStatus, World } from './world/world.ts'

/** What can be scheduled: data only, so that the order of things can be printed and compared. */
export type WorldEvent =
  | { readonly kind: 'reconcile'; readonly service: string }
  | { readonly kind: 'task-step'; readonly task: string; readonly generation: number; readonly to: TaskStatus }
  | {
      readonly kind: 'task-fails'
      readonly task: string
      readonly generation: number
      readonly reason: string
      readonly container?: string
    }
  | {
      readonly kind: 'container-exits'
      readonly task: string
      readonly container: string
      readonly exitCode: number
      readonly reason?: string
    }
  | {
      readonly kind: 'container-health'
      readonly task: string
      readonly container: string
      readonly to: 'HEALTHY' | 'UNHEALTHY'
    }
  | {
      readonly kind: 'target-health'
      readonly task: string
      readonly to: 'healthy' | 'unhealthy'
      readonly reason?: string
    }
  | {
      readonly kind: 'container-logs'
      readonly task: string
      readonly container: string
      readonly line: string
      readonly startedAt: number
    }
  | { readonly kind: 'start-times-out'; readonly task: string; readonly container: string }
  | { readonly kind: 'judge-health'; readonly task: string }
  | { readonly kind: 'register-targets'; readonly service: string }
  | { readonly kind: 'deregister-targets'; readonly service: string }
  | { readonly kind: 'service-deployment-starts'; readonly service: string; readonly deployment: string }
  | { readonly kind: 'service-deployment-stops'; readonly service: string; readonly deployment: string }
  | { readonly kind: 'requested-rollback-starts'; readonly service: string; readonly deployment: string }
  | {
      readonly kind: 'rollback-shows'
      readonly service: string
      readonly deployment: string
      /** Id of the deployment that is returned to, and what `rolloutStateReason` says then. */
      readonly target: string
      readonly rolloutText: string
    }
  | { readonly kind: 'hook-times-out'; readonly service: string; readonly deployment: string; readonly hook: string }
  | { readonly kind: 'check-alarms'; readonly service: string; readonly deployment: string }
  | { readonly kind: 'repeat-steady-state'; readonly service: string }
  | { readonly kind: 'target-group-missing'; readonly service: string }
  | { readonly kind: 'timeline'; readonly happening: Happening }

export interface Engine {
  readonly world: World
  readonly queue: EventQueue<WorldEvent>
  readonly random: Random
  readonly rules: RolloutRules
}

export function createEngine(world: World, seed: number, rules: RolloutRules = documentedRules): Engine {
  return { world, queue: createEventQueue(), random: createRandom(seed), rules }
}

/** @param seconds from now */
export function schedule({ world, queue }: Engine, seconds: number, event: WorldEvent): void {
  queue.schedule(world.now + Math.round(seconds * 1000), event)
}

/** Seconds around a documented or observed figure, so that tasks do not move in lockstep. */
export function about(engine: Engine, seconds: number, spread = 0.15): number {
  return seconds * engine.random.between(1 - spread, 1 + spread)
}
