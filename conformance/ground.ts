/** A simulator of its own for one check, and the clients that talk to it. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ECRClient } from '@aws-sdk/client-ecr'
import { ECSClient } from '@aws-sdk/client-ecs'
import type { Scenario } from '../simulator/scenario.ts'
import { type RecordedRequest, type Simulator, startSimulator } from '../simulator/server.ts'
import type { Service } from '../simulator/world/world.ts'
import { type Finished, run } from './command.ts'
import type { Python } from './python.ts'

const commandSeconds = 100
const day = 24 * 3_600_000

export class Ground {
  readonly simulator: Simulator
  readonly ecsClient: ECSClient
  readonly ecrClient: ECRClient
  readonly #python: Python
  readonly #environment: NodeJS.ProcessEnv

  private constructor(simulator: Simulator, python: Python) {
    const options = {
      endpoint: simulator.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'simulated', secretAccessKey: 'simulated' },
    }
    this.simulator = simulator
    this.ecsClient = new ECSClient(options)
    this.ecrClient = new ECRClient(options)
    this.#python = python
    this.#environment = clientEnvironment(simulator.url, python)
  }

  static async open(scenario: Scenario, speed: number, python: Python): Promise<Ground> {
    // ecs-deploy shows only events before its own present: the account's time lies behind, however fast it runs.
    return new Ground(await startSimulator({ scenario, speed, epoch: Date.now() - 30 * day }), python)
  }

  async close(): Promise<void> {
    this.ecsClient.destroy()
    this.ecrClient.destroy()
    await this.simulator.close()
  }

  /** The AWS CLI, e.g. `aws('ecs', 'list-clusters')`. */
  async aws(...parameters: readonly string[]): Promise<Finished> {
    return this.#run(['-m', 'awscli', ...parameters])
  }

  /** The AWS CLI's answer to a command that must succeed. */
  async awsAnswer<T>(...parameters: readonly string[]): Promise<T> {
    return parsed<T>(await this.aws(...parameters, '--output', 'json'))
  }

  /** A Python program beside the checks, which prints JSON. */
  async python<T>(program: string, ...parameters: readonly string[]): Promise<T> {
    return parsed<T>(await this.#run([join(import.meta.dirname, program), ...parameters]))
  }

  /** The deployer `ecs-deploy`, whose command is named `ecs`. */
  async ecs(...parameters: readonly string[]): Promise<Finished> {
    return this.#run(['-c', 'from ecs_deploy.cli import ecs; ecs()', ...parameters])
  }

  /** What arrived so far, by operation. */
  requests(operation: string): readonly RecordedRequest[] {
    return this.simulator.requests().filter((request) => request.operation === operation)
  }

  /** The service as the simulator knows it, as of now. */
  async service(name = 'web'): Promise<Service> {
    await this.inspect('time')
    const service = this.simulator.world.services.find((one) => one.name === name)
    if (service === undefined) throw new Error(`There is no service ${name}`)
    return service
  }

  /** Polls the simulator, in real time. @throws Error if it does not come true */
  async until(what: string, isSo: (service: Service) => boolean, seconds = 30): Promise<Service> {
    const end = Date.now() + seconds * 1000
    while (Date.now() < end) {
      const service = await this.service()
      if (isSo(service)) return service
      await sleep(100)
    }
    const { events, deployments, serviceDeployments } = await this.service()
    const texts = events.map(({ message }) => message).slice(0, 20)
    throw new Error(`Not within ${seconds} s: ${what}. ${JSON.stringify({ texts, deployments, serviceDeployments })}`)
  }

  /** `GET /_simulator/<what>` */
  async inspect<T>(what: string): Promise<T> {
    const response = await fetch(`${this.simulator.url}/_simulator/${what}`)
    return (await response.json()) as T
  }

  /** `POST /_simulator/<what>`: somebody or something else changes the account. */
  async change(what: string, body: object): Promise<void> {
    const answer = await fetch(`${this.simulator.url}/_simulator/${what}`, {
      method: 'POST',
      body: JSON.stringify(body),
    })
    assert.equal(answer.status, 200, await answer.text())
  }

  async #run(parameters: readonly string[]): Promise<Finished> {
    return run(this.#python.interpreter, parameters, this.#environment, commandSeconds)
  }
}

/** Nothing of the person who runs this: neither their AWS configuration nor their proxy. */
function clientEnvironment(url: string, { environment }: Python): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    LC_ALL: 'C.UTF-8',
    ...environment,
    AWS_ENDPOINT_URL: url,
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'simulated',
    AWS_SECRET_ACCESS_KEY: 'simulated',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_PAGER: '',
  }
}

function parsed<T>({ code, stdout, stderr }: Finished): T {
  assert.equal(code, 0, `exit code ${code}: ${stderr}${stdout}`)
  return (stdout.trim() === '' ? {} : JSON.parse(stdout)) as T
}
