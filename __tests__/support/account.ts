/** A simulated account that the built action is run against, and what the tests look at in it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type ActionEnd, type ActionRun, runAction } from '../../scripts/demo/run-action.ts'
import type { Fault, Scenario } from '../../simulator/scenario.ts'
import { type RecordedRequest, type Simulator, type SimulatorOptions, startSimulator } from '../../simulator/server.ts'

export type Inputs = Readonly<Record<string, string>>
/** What a test may change about how the action is run. */
export type Circumstances = Partial<
  Pick<ActionRun, 'action' | 'env' | 'path' | 'signals' | 'started' | 'time' | 'state' | 'stage' | 'limitSeconds'>
> & {
  /** What is in the workspace, by path. Default: nothing. */
  readonly files?: Readonly<Record<string, string>>
}
/** The end of a run, and the folder of everything that it wrote. */
export type Ended = ActionEnd & { readonly folder: string }

export class Account {
  readonly simulator: Simulator
  /** For everything that the runs write; removed with the account. */
  readonly folder = mkdtempSync(join(tmpdir(), 'ecs-deploy-test-'))
  readonly #realTime: boolean

  private constructor(simulator: Simulator, realTime: boolean) {
    this.simulator = simulator
    this.#realTime = realTime
  }

  /** @param options speed 400 unless said otherwise; speed 1 is real time, where the action runs without acceleration */
  static async open(scenario: Scenario, options: Partial<SimulatorOptions> = {}): Promise<Account> {
    const simulator = await startSimulator({ scenario, speed: 400, ...options })
    return new Account(simulator, options.speed === 1)
  }

  async close(): Promise<void> {
    await this.simulator.close()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** Main on a runner without docker, with the credentials and the Region of the account. */
  run(inputs: Inputs = {}, circumstances: Circumstances = {}): Promise<Ended> {
    const { env = {}, path } = circumstances
    const known = {
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'AKIASIMULATED',
      AWS_SECRET_ACCESS_KEY: 'simulated-secret-key',
    }
    return this.runWithout(
      { service: 'web', ...inputs },
      { ...circumstances, env: { ...noDocker(path), ...known, ...env } },
    )
  }

  /** As `run`, with nothing given that the caller did not give: no service, Region, or credentials. */
  async runWithout(inputs: Inputs, circumstances: Circumstances = {}): Promise<Ended> {
    const { files = {}, ...others } = circumstances
    const folder = mkdtempSync(join(this.folder, 'run-'))
    const workspace = mkdtempSync(join(this.folder, 'workspace-'))
    writeFiles(workspace, files)
    const end = await runAction({
      stage: 'main',
      folder,
      inputs,
      ...(this.#realTime ? {} : { time: this.simulator.time }),
      ...others,
      workspace,
      env: { ...aws(this.simulator.url), ...others.env },
    })
    return { ...end, folder }
  }

  /** The post step of a run. */
  post(main: ActionEnd, circumstances: Circumstances = {}): Promise<Ended> {
    return this.run({}, { ...circumstances, stage: 'post', state: main.state })
  }

  /** Calls that took effect or were meant to: what was sent to change something, in order. */
  mutations(): readonly RecordedRequest[] {
    return this.simulator.requests().filter(({ mutating }) => mutating)
  }

  /** Names of the mutating calls, in order. */
  changes(): readonly string[] {
    return this.mutations().map(({ operation }) => operation)
  }

  /** Names of the calls that changed something, in order. */
  applied(): readonly string[] {
    return this.mutations().flatMap(({ operation, applied }) => (applied ? operation : []))
  }

  /** Inputs of the calls of one operation. */
  sent(operation: string): readonly unknown[] {
    return this.calls(operation).map(({ input }) => input)
  }

  calls(operation: string): readonly RecordedRequest[] {
    return this.simulator.requests().filter((request) => request.operation === operation)
  }

  fault(fault: Fault): void {
    this.simulator.faults.add(fault)
  }

  /** Does something from outside, e.g. `push`, `move-tag`, `supersede` (simulator/http/control.ts). */
  async control(what: string, body: object = {}): Promise<unknown> {
    const answer = await fetch(`${this.simulator.url}/_simulator/${what}`, {
      method: 'POST',
      body: JSON.stringify(body),
    })
    const told = (await answer.json()) as { readonly result?: unknown }
    if (!answer.ok) throw new Error(`The simulator refused ${what}: ${JSON.stringify(told)}`)
    return told.result
  }

  async look<T>(what: string): Promise<T> {
    const answer = await fetch(`${this.simulator.url}/_simulator/${what}`)
    if (!answer.ok) throw new Error(`The simulator does not show ${what}`)
    return (await answer.json()) as T
  }

  /** What ECS steers to at this moment. */
  async primary(service = 'web'): Promise<PrimaryView> {
    const services = await this.look<readonly ServiceView[]>('services')
    const found = services.find(({ name }) => name === service)?.deployments.find(({ status }) => status === 'PRIMARY')
    if (found === undefined) throw new Error(`${service} has no PRIMARY deployment`)
    return { ...found, revision: found.taskDefinition.split('/').at(-1) ?? '' }
  }

  /** Waits until the deployments of a service, the newest first, are so. */
  async deployments(what: string, isSo: (deployments: readonly DeploymentOnRecord[]) => boolean, service = 'web') {
    for (let look = 0; look < 2_000; look += 1) {
      const services = await this.look<readonly ServiceView[]>('services')
      if (isSo(services.find(({ name }) => name === service)?.deployments ?? [])) return
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    throw new Error(`It did not come to this within 10 s: ${what}`)
  }

  /** Waits until no deployment is under way. */
  async completed(): Promise<void> {
    for (let look = 0; look < 2_000; look += 1) {
      if ((await this.primary()).rolloutState === 'COMPLETED') return
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    throw new Error('No deployment completed within 20 s')
  }

  /** Image digests of the tasks that are RUNNING and are to stay so. */
  async runningDigests(service = 'web'): Promise<readonly string[]> {
    const tasks = await this.look<readonly TaskView[]>('tasks')
    const running = tasks.filter(
      ({ group, lastStatus, desiredStatus }) =>
        group === `service:${service}` && lastStatus === 'RUNNING' && desiredStatus === 'RUNNING',
    )
    return [...new Set(running.flatMap(({ containers }) => containers.map(({ imageDigest }) => imageDigest)))].sort()
  }

  /** Digest that a tag of a private repository stands for. */
  digestOf(tag: string, repository = 'web'): string {
    const digest = this.simulator.world.repositories.get(repository)?.tags.get(tag)
    if (digest === undefined) throw new Error(`${repository} has no tag ${tag}`)
    return digest
  }
}

type DeploymentOnRecord = Omit<PrimaryView, 'revision'>

type ServiceView = { readonly name: string; readonly deployments: readonly DeploymentOnRecord[] }

type TaskView = {
  readonly group: string
  readonly lastStatus: string
  readonly desiredStatus: string
  readonly containers: readonly { readonly imageDigest: string }[]
}

export type PrimaryView = {
  readonly id: string
  readonly status: string
  readonly rolloutState: string
  readonly rolloutStateReason: string
  readonly failedTasks: number
  readonly taskDefinition: string
  /** `family:revision`. */
  readonly revision: string
}

function aws(url: string): Readonly<Record<string, string>> {
  return { AWS_ENDPOINT_URL: url, AWS_EC2_METADATA_DISABLED: 'true' }
}

/** Whatever this machine has installed: only what a test brings along is found, and no registry but one on this machine. */
function noDocker(path: readonly string[] = []): Readonly<Record<string, string>> {
  const nowhere = 'http://127.0.0.1:9'
  return { PATH: path.join(':'), NODE_USE_ENV_PROXY: '1', HTTPS_PROXY: nowhere, NO_PROXY: '127.0.0.1,localhost' }
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

/** Waits (in real time) until something is so, e.g. until the simulator has seen a call. */
export async function until(what: string, isSo: () => boolean): Promise<void> {
  const giveUpAt = performance.now() + 20_000
  while (!isSo()) {
    if (performance.now() > giveUpAt) throw new Error(`It did not come to this within 20 s: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
