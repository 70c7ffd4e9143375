/** What a check is: one client, one scenario, and what must come of it. */
import type { Scenario } from '../simulator/scenario.ts'
import type { Ground } from './ground.ts'

export const clients = ['AWS CLI', 'boto3', 'JavaScript SDK', 'ecs-deploy'] as const
export type Client = (typeof clients)[number]

export interface Check {
  readonly client: Client
  /** What the client did and what was asserted, for people: it is printed and stands in docs/conformance.md. */
  readonly title: string
  /** `ecs:UpdateService` …: operations whose answer the check asserts. The run makes sure that they were called. */
  readonly shows: readonly string[]
  readonly scenario: Scenario
  /** Virtual seconds per real second. Default 60: a rollout ends between two polls of a 15-second waiter. */
  readonly speed?: number
  /** @throws AssertionError */
  readonly play: (ground: Ground) => Promise<void>
}
