/**
 * A simulated account and virtual time for one play: whole deployments run in this process, with the real ports over the real
 * SDK clients, and take as long as their instructions take. Discrete: the time moves only when nothing else can.
 *
 *     const stage = await openStage({ scenario })
 *     const played = await stage.run(stage.deploy({ service: 'web', image }))
 */
import { globSync } from 'node:fs'
import { join } from 'node:path'
import * as sdk from '@aws-sdk/client-ecs'
import { type InProcessHandler, type InProcessSimulator, startInProcess } from '../../simulator/in-process.ts'
import type { Scenario } from '../../simulator/scenario.ts'
import { createRandom } from '../../simulator/time/random.ts'
import { configBlobAt } from '../../simulator/world/config-blobs.ts'
import { type Cancellation, listenForSignals } from '../../src/actions/cancellation.ts'
import { finishGroup } from '../../src/actions/finish-group.ts'
import { runDeployment } from '../../src/actions/run-deployment.ts'
import { runGroup } from '../../src/actions/run-group.ts'
import { groupReport } from '../../src/actions/tell-group.ts'
import { alarmsPort } from '../../src/aws/alarms.ts'
import type { Connection } from '../../src/aws/connection.ts'
import { ec2Port } from '../../src/aws/ec2.ts'
import { ecsPort } from '../../src/aws/ecs.ts'
import { ecsLotsPort } from '../../src/aws/ecs-lots.ts'
import { logsPort } from '../../src/aws/logs.ts'
import { rolesPort } from '../../src/aws/roles.ts'
import { scalableTargetsPort } from '../../src/aws/scalable-targets.ts'
import { secretsPort } from '../../src/aws/secrets.ts'
import { targetHealthPort } from '../../src/aws/target-health.ts'
import { tasksPort } from '../../src/aws/tasks.ts'
import { passWholeDefinitions } from '../../src/aws/whole-definition.ts'
import type { Ending } from '../../src/deployment/ending.ts'
import { checkOffline } from '../../src/deployment/given-deployment.ts'
import type { Clock, GroupPorts, Ports } from '../../src/deployment/ports.ts'
import { type DeploymentRecord, newRecord } from '../../src/deployment/record.ts'
import { githubCommits } from '../../src/github/commits.ts'
import type { GroupReport } from '../../src/github/group-report.ts'
import { consoleLogger } from '../../src/github/log.ts'
import { runContext } from '../../src/github/run-context.ts'
import { checkGroupOffline } from '../../src/group/given-group.ts'
import type { Member } from '../../src/group/group.ts'
import { groupStateName, groupText, memberStateName, memberText, restoreGroup } from '../../src/group/group-state.ts'
import { ecrImages } from '../../src/image/ecr.ts'
import type { ImageToolsPort } from '../../src/image/ports.ts'
import { registryImages } from '../../src/image/registry.ts'
import { readDeployInputs } from '../../src/inputs/read-deploy-inputs.ts'
import { readGroupInputs } from '../../src/inputs/read-group-inputs.ts'
import { registryAnswer } from './registry.ts'
import { type VirtualTime, virtualTime } from './virtual-time.ts'

export interface StageOptions {
  readonly scenario: Scenario
  /** Of the simulator, of the action's own chance, and of how long calls take. Default 1. */
  readonly seed?: number
  /** How long a call takes, from and to, in milliseconds. Default: no time. */
  readonly callMilliseconds?: readonly [number, number]
  /** Whether registries other than ECR tell who asks what images they have. Default: they cannot be reached. */
  readonly registries?: 'answer'
  /** Is called at least every so many virtual milliseconds, with the account as of then. */
  readonly observe?: { readonly everyMilliseconds: number; readonly look: (simulator: InProcessSimulator) => void }
}

export interface Stage {
  readonly simulator: InProcessSimulator
  readonly time: VirtualTime
  readonly clock: Clock
  /** The action's main step, from its inputs (`wait-for-minutes`) to its ending. Starts at once; `run` lets it go on. */
  deploy(inputs: Readonly<Record<string, string>>, circumstances?: Circumstances): Promise<Played>
  /** The same for a group of services (`services`, `services-file`). */
  deployGroup(inputs: Readonly<Record<string, string>>, circumstances?: Circumstances): Promise<PlayedGroup>
  /** The post step of a group, with what main had kept. */
  finishGroup(state: GroupKept): Promise<FinishedGroup>
  /** Lets the time run until then. */
  run<T>(work: Promise<T>): Promise<T>
}

export interface Circumstances {
  /** Signals of the runner, as `emit('SIGINT')`. Default: none. */
  readonly signals?: Pick<NodeJS.Process, 'on'>
  /** Another logger beside the one that is kept. */
  readonly keep?: (record: DeploymentRecord) => Promise<void>
  readonly files?: Readonly<Record<string, string>>
  /** Of a group: is filled with what is kept for the post step. */
  readonly kept?: GroupKept
  /** Of a group: once it is aborted, the process does nothing any more, and its promise never settles. */
  readonly killed?: AbortSignal
}

export interface Played {
  readonly ending: Ending
  readonly record: DeploymentRecord
  /** Virtual milliseconds since the epoch. */
  readonly startedAt: number
  readonly endedAt: number
  /** What was logged, and when. */
  readonly log: readonly { readonly at: number; readonly text: string }[]
}

export interface PlayedGroup extends Omit<Played, 'ending' | 'record'> {
  readonly report: GroupReport
}

/** What a group's main keeps for its post step, as the runner hands it on (`STATE_…`); it grows as main goes. */
export type GroupKept = Record<string, string>

export interface FinishedGroup extends Omit<Played, 'ending' | 'record'> {
  /** Absent where nothing was taken back. */
  readonly report?: GroupReport
}

let loaded: Promise<void> | undefined

/** What is loaded late on a runner is loaded now: loading takes real time, which virtual time does not see. */
function loadEverything(): Promise<void> {
  loaded ??= loadOnce()
  return loaded
}

async function loadOnce(): Promise<void> {
  const root = join(import.meta.dirname, '../..')
  const modules = globSync('src/**/*.ts', { cwd: root }).filter((path) => path !== join('src', 'index.ts'))
  await Promise.all(modules.map((path) => import(join(root, path))))
  const [ecr, ec2] = await Promise.all([import('@aws-sdk/client-ecr'), import('@aws-sdk/client-ec2')])
  // The clients load parts of themselves with their first call.
  const simulator = startInProcess({ scenario: {} })
  const options = { ...simulator.client(), requestHandler: simulator.requestHandler as never }
  await new sdk.ECSClient(options).send(new sdk.ListTasksCommand())
  await new ecr.ECRClient(options).send(new ecr.DescribeRepositoriesCommand())
  await new ec2.EC2Client(options).send(new ec2.DescribeSubnetsCommand())
  simulator.close()
}

export async function openStage({
  scenario,
  seed = 1,
  callMilliseconds,
  registries,
  observe,
}: StageOptions): Promise<Stage> {
  await loadEverything()
  const simulator = startInProcess({ scenario, seed })
  const epoch = simulator.clock.now()
  const time = virtualTime(mover(simulator, observe))
  const random = createRandom(seed * 7919 + 17)
  const chance = (): number => random.between(0, 1)
  const imageTools = registries === 'answer' ? registriesThatAnswer(simulator) : registriesOutOfReach
  const [from, to] = callMilliseconds ?? [0, 0]
  const handler = timedHandler(simulator.requestHandler, time, () => random.between(from, to))
  const clock: Clock = {
    now: () => epoch + time.now(),
    uptime: () => time.now(),
    sleep: (milliseconds, signal) => time.sleep(milliseconds, signal),
  }
  return {
    simulator,
    time,
    clock,
    deploy: (inputs, circumstances = {}) =>
      play(inputs, circumstances, clock, (record, log, cancelled, inputsRead) =>
        openPorts({
          simulator,
          time,
          clock,
          handler,
          chance,
          imageTools,
          log,
          cancelled,
          keep: () => circumstances.keep?.(record) ?? Promise.resolve(),
          allowed: inputsRead,
        }),
      ),
    deployGroup: (inputs, circumstances = {}) => {
      const alive = mortal(circumstances.killed)
      const own: Clock = { ...clock, sleep: (milliseconds, signal) => alive(clock.sleep(milliseconds, signal)) }
      return playGroup(inputs, circumstances, own, (log, cancelled) =>
        openPorts({
          simulator,
          time,
          clock: own,
          handler: mortalHandler(handler, circumstances.killed),
          chance,
          imageTools,
          log,
          cancelled,
          keep: () => Promise.resolve(),
          allowed: [],
        }),
      )
    },
    finishGroup: (state) =>
      playPost(state, clock, (log, cancelled) =>
        openPorts({
          simulator,
          time,
          clock,
          handler,
          chance,
          imageTools,
          log,
          cancelled,
          keep: () => Promise.resolve(),
          allowed: [],
        }),
      ),
    run: (work) => time.run(work),
  }
}

function mover(simulator: InProcessSimulator, observe: StageOptions['observe']): (milliseconds: number) => void {
  if (observe === undefined) return (milliseconds) => simulator.clock.advance(milliseconds)
  return (milliseconds) => {
    for (let left = milliseconds; left > 0; left -= observe.everyMilliseconds) {
      simulator.clock.advance(Math.min(left, observe.everyMilliseconds))
      observe.look(simulator)
    }
  }
}

type PortsFor = (
  record: DeploymentRecord,
  log: Ports['log'],
  cancelled: AbortSignal,
  allowUnknownMembers: readonly string[],
) => Promise<Ports>

async function play(
  inputs: Readonly<Record<string, string>>,
  { signals = noSignals, files = {} }: Circumstances,
  clock: Clock,
  portsFor: PortsFor,
): Promise<Played> {
  const startedAt = clock.now()
  const workspace = workspaceOf(files)
  const given = await checkOffline(await readDeployInputs(asVariables(inputs), workspace), workspace)
  if (!given.ok) throw new Error(given.problems.map(({ input, message }) => `${input ?? ''}: ${message}`).join('\n'))
  const { cluster, service, region, allowUnknownMembers } = given.value.inputs
  const record = newRecord(cluster, service, region ?? '', startedAt)
  const lines: { at: number; text: string }[] = []
  const log = consoleLogger({ write: (text) => lines.push({ at: clock.now(), text: text.replace(/\n$/, '') }) })
  const cancellation: Cancellation = listenForSignals(signals, clock)
  const ending = await runDeployment(given.value, record, cancellation, () =>
    portsFor(record, log, cancellation.signal, allowUnknownMembers),
  )
  return { ending, record, startedAt, endedAt: clock.now(), log: lines }
}

type GroupPortsFor = (log: Ports['log'], cancelled: AbortSignal) => Promise<GroupPorts>

async function playGroup(
  inputs: Readonly<Record<string, string>>,
  { signals = noSignals, files = {}, kept = {}, killed }: Circumstances,
  clock: Clock,
  portsFor: GroupPortsFor,
): Promise<PlayedGroup> {
  const startedAt = clock.now()
  const workspace = workspaceOf(files)
  const env = { ...asVariables(inputs), GITHUB_WORKSPACE: '/' }
  const checked = await checkGroupOffline(await readGroupInputs(env, workspace), workspace, startedAt)
  if (!checked.ok)
    throw new Error(checked.problems.map(({ input, message }) => `${input ?? ''}: ${message}`).join('\n'))
  const lines: { at: number; text: string }[] = []
  const log = consoleLogger({ write: (text) => lines.push({ at: clock.now(), text: text.replace(/\n$/, '') }) })
  const cancellation: Cancellation = listenForSignals(signals, clock)
  const group = checked.value
  kept[`STATE_${groupStateName}`] = groupText(group)
  const keep = async (member: Member): Promise<void> => {
    if (!killed?.aborted) kept[`STATE_${memberStateName(group.members.indexOf(member))}`] = memberText(member)
  }
  const how = await runGroup(group, cancellation, keep, () => portsFor(log, cancellation.signal))
  if (how === 'over') kept[`STATE_${groupStateName}`] = ''
  return { report: groupReport(group, clock.now()), startedAt, endedAt: clock.now(), log: lines }
}

async function playPost(state: GroupKept, clock: Clock, portsFor: GroupPortsFor): Promise<FinishedGroup> {
  const startedAt = clock.now()
  const lines: { at: number; text: string }[] = []
  const log = consoleLogger({ write: (text) => lines.push({ at: clock.now(), text: text.replace(/\n$/, '') }) })
  const restored = restoreGroup(state)
  const { signal } = listenForSignals(noSignals, clock)
  const group = restored && (await finishGroup(restored, startedAt, log, () => portsFor(log, signal)))
  const ended = { startedAt, endedAt: clock.now(), log: lines }
  return group === undefined ? ended : { ...ended, report: groupReport(group, clock.now()) }
}

/** What a process waits for never comes once it was killed. */
function mortal(killed: AbortSignal | undefined): <T>(work: Promise<T>) => Promise<T> {
  return (work) =>
    new Promise((resolve, reject) => {
      const unlessKilled =
        <A>(settle: (value: A) => void) =>
        (value: A): void => {
          if (!killed?.aborted) settle(value)
        }
      work.then(unlessKilled(resolve), unlessKilled(reject))
    })
}

/** What was sent arrives all the same, and nothing is sent any more. */
function mortalHandler(plain: InProcessHandler, killed: AbortSignal | undefined): InProcessHandler {
  const alive = mortal(killed)
  return {
    handle: (request, options) =>
      killed?.aborted ? new Promise<never>(() => undefined) : alive(plain.handle(request, options)),
  }
}

const noSignals: Pick<NodeJS.Process, 'on'> = {
  on() {
    return process
  },
}

/** As the runner sets them. */
function asVariables(inputs: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
}

function workspaceOf(files: Readonly<Record<string, string>>) {
  return {
    exists: (path: string) => Object.hasOwn(files, path.replace(/^\//, '')) || Object.hasOwn(files, path),
    read: (path: string) => {
      const text = files[path] ?? files[path.replace(/^\//, '')]
      if (text === undefined) throw Object.assign(new Error(`ENOENT: no such file, open '${path}'`), { code: 'ENOENT' })
      return text
    },
  }
}

interface Parts {
  readonly simulator: InProcessSimulator
  readonly time: VirtualTime
  readonly clock: Clock
  readonly handler: InProcessHandler
  readonly chance: () => number
  readonly imageTools: ImageToolsPort
  readonly log: Ports['log']
  readonly cancelled: AbortSignal
  readonly keep: () => Promise<void>
  readonly allowed: readonly string[]
}

const registriesOutOfReach: ImageToolsPort = {
  inspect: () => Promise.resolve({ kind: 'not-looked', reason: 'the registry could not be reached' }),
}

/** The action's own way to ask a registry, over what the simulated world has. */
function registriesThatAnswer({ world }: InProcessSimulator): ImageToolsPort {
  return registryImages(
    () => Promise.resolve(undefined),
    undefined,
    (url) => {
      const { host, pathname } = new URL(url)
      const { body, ...init } = registryAnswer(world, host === 'registry-1.docker.io' ? 'docker.io' : host, pathname)
      return Promise.resolve(new Response(body, init))
    },
  )
}

/** As src/actions/deployment-ports.ts opens them, over the simulator and on virtual time. */
async function openPorts(parts: Parts): Promise<GroupPorts> {
  const { simulator, time, clock, handler, chance, imageTools, log, cancelled, keep, allowed } = parts
  const { region, credentials } = simulator.client()
  const common = { region, credentials, requestHandler: handler as never }
  const withinLimit = limitOn(time)
  const retries = (maxAttempts: number) => ({
    maxAttempts,
    retryStrategy: retriesOn(time, chance, maxAttempts) as never,
  })
  const reads = new sdk.ECSClient({ ...common, ...retries(4) })
  const writes = new sdk.ECSClient({ ...common, maxAttempts: 1 })
  for (const client of [reads, writes]) passWholeDefinitions(client, allowed)
  const connection: Connection = {
    region,
    reads,
    writes: () => writes,
    withinLimit,
    sdk,
    shared: { ...common, ...retries(3), customUserAgent: [], credentials: reads.config.credentials },
  }
  const ecr = async (where: string) => {
    const { ECRClient } = await import('@aws-sdk/client-ecr')
    return new ECRClient({ ...common, ...retries(3), region: where })
  }
  return {
    ecs: ecsPort(connection),
    tasks: tasksPort(connection),
    lots: async () => ecsLotsPort(connection),
    ec2: ec2Port(connection),
    logs: logsPort(connection, withinLimit),
    targetHealth: targetHealthPort(connection),
    alarms: alarmsPort(connection),
    ecr: ecrImages(ecr, withinLimit, async (url) => configBlobAt(simulator.world, url)),
    repositoryUri: (repository) =>
      Promise.resolve(`${simulator.world.account}.dkr.ecr.${region}.amazonaws.com/${repository}`),
    scalableTargets: scalableTargetsPort(connection),
    secrets: secretsPort(connection),
    roles: rolesPort(connection),
    commits: githubCommits(undefined),
    imageTools,
    // Nothing of it asks the web or runs a script.
    requests: {
      send: async ({ url }) => ({ kind: 'failed', url, why: 'other', detail: 'there is no network' }),
    },
    scripts: { run: async () => ({ kind: 'not-started', why: 'there is no shell' }) },
    log,
    clock,
    random: chance,
    run: runContext({}),
    region,
    cancelled,
    keep,
  }
}

/** The time limit of a call, on virtual time. */
function limitOn(time: VirtualTime): () => { readonly abortSignal: AbortSignal } {
  return () => {
    const controller = new AbortController()
    void time.sleep(30_000).then(() => controller.abort())
    return { abortSignal: controller.signal }
  }
}

interface RetryToken {
  getRetryCount(): number
  getRetryDelay(): number
}

const retryToken = (count: number): RetryToken => ({ getRetryCount: () => count, getRetryDelay: () => 0 })

/** As the SDK's standard mode sends again (AWS SDKs reference, "Retry behavior"): its own would sleep in real time. */
function retriesOn(time: VirtualTime, chance: () => number, maxAttempts: number) {
  return {
    acquireInitialRetryToken: async (): Promise<RetryToken> => retryToken(0),
    refreshRetryTokenForRetry: async (token: RetryToken, { errorType }: { errorType: string }): Promise<RetryToken> => {
      const count = token.getRetryCount() + 1
      if (count >= maxAttempts || errorType === 'CLIENT_ERROR') throw new Error('No retry token available')
      const base = errorType === 'THROTTLING' ? 1_000 : 100
      await time.sleep(chance() * Math.min(20_000, base * 2 ** (count - 1)))
      return retryToken(count)
    },
    recordSuccess: (): void => undefined,
  }
}

/** A call takes its time, half of it before the service has it. */
function timedHandler(plain: InProcessHandler, time: VirtualTime, milliseconds: () => number): InProcessHandler {
  return {
    handle: async (request, options) => {
      const takes = milliseconds()
      if (takes > 0) await time.sleep(takes / 2)
      const release = time.hold()
      const answer = await plain.handle(request, options).finally(release)
      if (takes > 0) await time.sleep(takes / 2)
      return answer
    },
  }
}
