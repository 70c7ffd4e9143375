import { join } from 'node:path'
import { type Simulator, startSimulator } from '../../simulator/server.ts'
import { writeDockerStandIn } from './docker-stand-in.ts'
import { openGateway } from './gateway.ts'
import { type ActionRun, runStep } from './run-action.ts'
import type { System } from './systems.ts'

export type StepEnd = Awaited<ReturnType<typeof runStep>>

/** A simulated account with one of the systems in it, and runners whose AWS is that account. */
export type Account = {
  readonly simulator: Simulator
  /** Runs the action's main and post as the system's workflow does; `name` is the folder for what it writes. */
  deploy(name: string, tag: string, options?: DeployOptions): Promise<StepEnd>
  /** What was asked of AWS and changed something, or tried to, since the last call of `deploy` began. */
  mutatingCalls(): readonly string[]
  close(): Promise<void>
}

export type DeployOptions = {
  /** Instead of those of the workflow, or beside them. */
  readonly inputs?: Readonly<Record<string, string>>
  readonly signals?: NonNullable<ActionRun['signals']>
}

/**
 * @param bundle folder of the build
 * @param folder for everything that is written; each run gets a folder in it
 * @param speed virtual seconds per real second
 */
export async function openAccount(system: System, folder: string, speed: number, bundle = 'dist'): Promise<Account> {
  const simulator = await startSimulator({ scenario: system.scenario, speed })
  const programs = join(folder, 'programs')
  writeDockerStandIn(programs, simulator)
  const gateway = system.gateway === undefined ? undefined : await openGateway(system.gateway, simulator)
  const variables: Record<string, string> = gateway === undefined ? {} : { GATEWAY_URL: gateway.url }
  let seen = 0
  return {
    simulator,
    deploy: (name, tag, { inputs = {}, signals = [] } = {}) => {
      seen = simulator.requests().length
      return runStep({
        folder: join(folder, name),
        workspace: system.workspace,
        inputs: { ...system.inputs(tag, variables), ...inputs },
        path: [programs],
        time: simulator.time,
        signals,
        bundle,
        env: {
          AWS_REGION: system.region,
          AWS_DEFAULT_REGION: system.region,
          AWS_ENDPOINT_URL: simulator.url,
          AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
          AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
        },
      })
    },
    mutatingCalls: () =>
      simulator
        .requests()
        .slice(seen)
        .filter(({ mutating }) => mutating)
        .map(({ operation }) => operation),
    close: async () => {
      await gateway?.close()
      await simulator.close()
    },
  }
}
