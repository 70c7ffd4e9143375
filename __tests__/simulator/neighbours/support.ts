import type { Scenario } from '../../../simulator/scenario.ts'
import { type Simulator, startSimulator } from '../../../simulator/server.ts'
import { definition, scenarioWith } from '../support.ts'

interface ClientOptions {
  readonly endpoint: string
  readonly region: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
  readonly maxAttempts: number
}

/** A simulated account on a manual clock, open to any client of the SDK. */
export interface Neighbourhood {
  readonly simulator: Simulator
  /** A real client, over HTTP, without retries. */
  client<C>(make: new (options: ClientOptions) => C): C
  advance(seconds: number): void
}

export async function openNeighbourhood(scenario: Scenario): Promise<Neighbourhood> {
  const simulator = await startSimulator({ scenario, clock: 'manual' })
  const options = {
    endpoint: simulator.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'simulated', secretAccessKey: 'simulated' },
    maxAttempts: 1,
  }
  return {
    simulator,
    client: (make) => new make(options),
    advance: (seconds) => simulator.clock.advance(seconds * 1000),
  }
}

export const logGroup = '/ecs/web'

/** One service whose container writes to CloudWatch Logs. */
export function loggingScenario(lines: readonly string[], rest: Scenario = {}): Scenario {
  const logConfiguration = {
    logDriver: 'awslogs' as const,
    options: { 'awslogs-group': logGroup, 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'app' },
  }
  const taskDefinition = definition('v1', { logConfiguration })
  return scenarioWith({ taskDefinition }, [{ tag: 'v1', behaviour: { kind: 'healthy', logLines: lines } }], rest)
}

/** The error that a call ends with. */
export async function errorOf(sent: Promise<unknown>): Promise<{ name: string; message: string }> {
  return sent.then(
    () => {
      throw new Error('The call succeeded')
    },
    (error: Error) => ({ name: error.name, message: error.message }),
  )
}
