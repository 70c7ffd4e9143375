/** The simulator's public face: start it, watch it, stop it. */
import type { Scenario } from './scenario.ts'

export interface SimulatorOptions {
  readonly scenario: Scenario
  /** Ids and jitter follow from it. Default 1. */
  readonly seed?: number
  /** Virtual seconds per real second. Default 1. */
  readonly speed?: number
  /** Default 0: a free port. */
  readonly port?: number
  readonly host?: '127.0.0.1'
  /** `manual`: time stands still until `clock.advance`. Default `running`. */
  readonly clock?: 'running' | 'manual'
  /** Virtual time at the start, milliseconds. Default 2026-11-21T07:00:00Z. */
  readonly epoch?: number
}

export interface RecordedRequest {
  /** Virtual milliseconds. */
  readonly at: number
  readonly service: 'ecs' | 'ecr'
  readonly operation: string
  readonly input: unknown
  readonly status: number
  readonly error?: string
  readonly mutating: boolean
  /** Whether the operation took effect, also where its answer was lost. */
  readonly applied: boolean
}
