/** The rollouts and failures that are measured. Each seed varies how long things take, so that no look falls in step with them. */
import type {
  ImageBehaviour,
  OtherImageScenario,
  Scenario,
  ServiceScenario,
  TaskDefinitionScenario,
} from '../../simulator/scenario.ts'
import { createRandom } from '../../simulator/time/random.ts'

const registry = '111122223333.dkr.ecr.us-east-1.amazonaws.com'
const own = (tag: string): string => `${registry}/web:${tag}`

export interface Case {
  readonly name: string
  /** How often it is played, with other seeds. */
  readonly runs: number
  readonly play: (seed: number) => {
    readonly scenario: Scenario
    readonly inputs: Readonly<Record<string, string>>
    /** Registries other than ECR tell the runner what they have, with docker or without. */
    readonly registries?: 'answer'
  }
}

/** A rollout that goes well. */
export interface Rollout extends Case {
  readonly minutes: number
}

export interface Failing extends Case {
  /**
   * `never-heals`: to be known five times sooner than by the circuit breaker. `fails`: not later than it by more than a look.
   * `unseen`: the breaker never fires. `ecs`: ECS alone ends it. `passing`: nothing may end it.
   */
  readonly kind: 'never-heals' | 'fails' | 'unseen' | 'ecs' | 'passing'
  /** From which failure on the outcome is certain, where ECS does not say so: see docs/how-it-decides.md. */
  readonly certainAt: number
  /** What is reached instead of the goal of five times sooner, and why not more; it may not become worse. */
  readonly shortfall?: { readonly factor: number; readonly because: string }
}

const breaker = (rollback: boolean) => ({ deploymentCircuitBreaker: { enable: true, rollback } })

function definition(image: string, container: object = {}): TaskDefinitionScenario {
  return {
    family: 'web',
    cpu: '256',
    memory: '512',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    executionRoleArn: 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
    containerDefinitions: [{ name: 'web', image, portMappings: [{ containerPort: 8080 }], ...container }],
  }
}

interface Parts {
  readonly behaviour?: ImageBehaviour
  readonly service?: Partial<ServiceScenario>
  readonly container?: object
  readonly otherImages?: readonly OtherImageScenario[]
  readonly rest?: Partial<Scenario>
}

/** `web` runs v1; v2 behaves as said. */
function account({ behaviour, service, container, otherImages, rest }: Parts): Scenario {
  return {
    services: [
      {
        name: 'web',
        taskDefinition: definition(own('v1'), container),
        deploymentConfiguration: breaker(false),
        ...service,
      },
    ],
    repositories: [
      { name: 'web', images: [{ tag: 'v1' }, { tag: 'v2', ...(behaviour === undefined ? {} : { behaviour }) }] },
    ],
    ...(otherImages === undefined ? {} : { otherImages }),
    ...rest,
  }
}

const deployV2 = { service: 'web', image: own('v2') }
/** The step ends with the verdict: what comes after it, a rollback, is another measure. */
const verdictOnly = { ...deployV2, 'rollback-on-failure': 'false' }

/** Between 0 and `most`, by the seed. */
const some = (seed: number, most: number): number => createRandom(seed * 104_729 + 3).between(0, most)

const behindLoadBalancer = (seed: number, drainSeconds: number): Partial<ServiceScenario> => ({
  loadBalancer: { targetHealthSeconds: 5 + some(seed, 5), deregistrationDelaySeconds: drainSeconds },
})

/** One task after the other: there is room for one more. */
const oneByOne = { minimumHealthyPercent: 100, maximumPercent: 110 }

export const rollouts: readonly Rollout[] = [
  {
    name: 'about 1 minute: a small image, 2 tasks at once',
    minutes: 1,
    runs: 60,
    play: (seed) => ({
      scenario: account({ service: { desiredCount: 2, ...behindLoadBalancer(seed, 5) } }),
      inputs: deployV2,
    }),
  },
  {
    name: 'about 5 minutes: a large image',
    minutes: 5,
    runs: 20,
    play: (seed) => ({
      scenario: account({
        behaviour: { kind: 'healthy', extraStartSeconds: 190 + some(seed, 60) },
        service: { desiredCount: 4, ...behindLoadBalancer(seed + 1, 30) },
      }),
      inputs: deployV2,
    }),
  },
  {
    name: 'about 5 minutes: old tasks drain for long',
    minutes: 5,
    runs: 20,
    play: (seed) => ({
      scenario: account({
        service: { desiredCount: 4, ...behindLoadBalancer(seed + 1, 180 + some(seed, 40)) },
        rest: { options: { completionWaitsFor: 'stopped' } },
      }),
      inputs: deployV2,
    }),
  },
  {
    name: 'about 15 minutes: one task after the other',
    minutes: 15,
    runs: 12,
    play: (seed) => ({
      scenario: account({
        service: {
          desiredCount: 10,
          ...behindLoadBalancer(seed + 1, 20 + some(seed, 20)),
          deploymentConfiguration: { ...breaker(false), ...oneByOne },
        },
      }),
      inputs: deployV2,
    }),
  },
  {
    name: 'about 25 minutes: a bake time',
    minutes: 25,
    runs: 8,
    play: (seed) => ({
      scenario: account({
        behaviour: { kind: 'healthy', extraStartSeconds: 60 + some(seed, 60) },
        service: {
          desiredCount: 3,
          ...behindLoadBalancer(seed + 1, 60),
          deploymentConfiguration: { ...breaker(false), bakeTimeInMinutes: 21 },
        },
      }),
      inputs: { ...deployV2, 'wait-for-minutes': '60' },
    }),
  },
]

const failingRuns = 12
const slowPull = 'ECS tries the pull for two minutes before it shows anything'
const other = 'docker.io/acme/web:v2'

function forAnotherPlatform() {
  const otherImages = [{ reference: other, platforms: ['linux/arm64'], manifest: 'index' as const }]
  return { scenario: account({ otherImages }), inputs: { ...verdictOnly, image: other } }
}
const healthCheck = { command: ['CMD-SHELL', 'curl -f localhost'], interval: 10, retries: 3, timeout: 5 }
const targetChecks = { targetHealthSeconds: 10, targetUnhealthySeconds: 60, deregistrationDelaySeconds: 10 }
const logs = {
  logConfiguration: {
    logDriver: 'awslogs',
    options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'web' },
  },
}

export const failures: readonly Failing[] = [
  {
    name: 'image missing in the own registry',
    kind: 'never-heals',
    certainAt: 1,
    runs: failingRuns,
    play: () => ({ scenario: account({}), inputs: { ...verdictOnly, image: own('missing') } }),
  },
  {
    name: 'index without the platform, in the own registry',
    kind: 'never-heals',
    certainAt: 1,
    shortfall: { factor: 4, because: slowPull },
    runs: failingRuns,
    play: () => {
      const plain = account({})
      const images = [{ tag: 'v1' }, { tag: 'v2', platforms: ['linux/arm64'], manifest: 'index' as const }]
      return { scenario: { ...plain, repositories: [{ name: 'web', images }] }, inputs: verdictOnly }
    },
  },
  {
    name: 'image missing in another registry',
    kind: 'never-heals',
    certainAt: 1,
    runs: failingRuns,
    play: () => ({ scenario: account({}), inputs: { ...verdictOnly, image: other }, registries: 'answer' }),
  },
  {
    name: 'image for another platform, in another registry',
    kind: 'never-heals',
    certainAt: 1,
    shortfall: { factor: 4, because: slowPull },
    runs: failingRuns,
    play: () => ({ ...forAnotherPlatform(), registries: 'answer' }),
  },
  {
    name: 'image missing in a registry that does not answer the runner',
    kind: 'never-heals',
    certainAt: 2,
    shortfall: {
      factor: 2,
      because: `${slowPull}; and where the runner has no login, nothing but a second task can confirm it`,
    },
    runs: failingRuns,
    play: () => ({ scenario: account({}), inputs: { ...verdictOnly, image: other } }),
  },
  {
    name: 'image for another platform, in a registry that does not answer the runner',
    kind: 'never-heals',
    certainAt: 2,
    shortfall: {
      factor: 2,
      because: `${slowPull}; and where the runner has no login, nothing but a second task can confirm it`,
    },
    runs: failingRuns,
    play: forAnotherPlatform,
  },
  {
    name: 'secret missing',
    kind: 'never-heals',
    certainAt: 1,
    runs: failingRuns,
    play: () => ({
      scenario: account({ rest: { secrets: ['known'] } }),
      inputs: {
        ...verdictOnly,
        secrets: 'API_KEY=arn:aws:secretsmanager:us-east-1:111122223333:secret:missing-AbCdEf',
      },
    }),
  },
  {
    name: 'fails before RUNNING (log group missing)',
    kind: 'never-heals',
    certainAt: 1,
    runs: failingRuns,
    play: () => ({
      scenario: account({ rest: { logGroups: [] } }),
      inputs: {
        ...verdictOnly,
        'log-configuration-log-driver': logs.logConfiguration.logDriver,
        'log-configuration-options': Object.entries(logs.logConfiguration.options)
          .map(([name, value]) => `${name}=${value}`)
          .join('\n'),
      },
    }),
  },
  {
    name: 'crashes after RUNNING, no health checks',
    kind: 'unseen',
    certainAt: 3,
    runs: failingRuns,
    play: (seed) => ({
      scenario: account({ behaviour: { kind: 'crashes', exitCode: 1, afterSeconds: 1 + some(seed, 10) } }),
      inputs: verdictOnly,
    }),
  },
  {
    name: 'crashes after RUNNING, and ECS counts it',
    kind: 'fails',
    certainAt: 3,
    runs: failingRuns,
    play: (seed) => ({
      scenario: account({
        behaviour: { kind: 'crashes', exitCode: 1, afterSeconds: 1 + some(seed, 10) },
        rest: { options: { exitAfterRunningCountsAsFailure: true } },
      }),
      inputs: verdictOnly,
    }),
  },
  {
    name: 'out of memory, no health checks',
    kind: 'unseen',
    certainAt: 3,
    runs: failingRuns,
    play: (seed) => ({
      scenario: account({
        behaviour: {
          kind: 'crashes',
          exitCode: 137,
          afterSeconds: 5 + some(seed, 20),
          reason: 'OutOfMemoryError: Container killed due to memory usage',
        },
      }),
      inputs: verdictOnly,
    }),
  },
  {
    name: 'container health check fails',
    kind: 'fails',
    certainAt: 3,
    runs: failingRuns,
    play: () => ({
      scenario: account({ behaviour: { kind: 'never-healthy', check: 'container' }, container: { healthCheck } }),
      inputs: verdictOnly,
    }),
  },
  {
    name: 'target health check fails',
    kind: 'fails',
    certainAt: 3,
    runs: failingRuns,
    play: () => ({
      scenario: account({
        behaviour: { kind: 'never-healthy', check: 'target' },
        service: { loadBalancer: targetChecks },
      }),
      inputs: verdictOnly,
    }),
  },
  {
    name: 'circuit breaker, with its rollback',
    kind: 'ecs',
    certainAt: 3,
    runs: failingRuns,
    play: () => ({
      scenario: account({
        behaviour: { kind: 'never-healthy', check: 'target' },
        service: { loadBalancer: targetChecks, deploymentConfiguration: breaker(true) },
      }),
      inputs: deployV2,
    }),
  },
  {
    name: 'alarm, with its rollback',
    kind: 'ecs',
    certainAt: 3,
    runs: failingRuns,
    play: (seed) => ({
      scenario: account({
        service: {
          desiredCount: 2,
          loadBalancer: targetChecks,
          deploymentConfiguration: { alarms: { alarmNames: ['errors'], enable: true, rollback: true } },
        },
        rest: {
          alarms: [{ name: 'errors' }],
          timeline: [{ afterSeconds: 100 + some(seed, 40), alarm: { name: 'errors', state: 'ALARM' } }],
        },
      }),
      inputs: deployV2,
    }),
  },
  {
    name: 'no capacity for 8 minutes: must not be given up',
    kind: 'passing',
    certainAt: Number.POSITIVE_INFINITY,
    runs: failingRuns,
    play: (seed) => ({
      scenario: account({
        service: { desiredCount: 1, ...behindLoadBalancer(seed, 10), deploymentConfiguration: {} },
        rest: {
          capacity: [{ provider: 'FARGATE', tasks: 1 }],
          timeline: [{ afterSeconds: 480 + some(seed, 30), capacity: { provider: 'FARGATE', tasks: 10 } }],
        },
      }),
      inputs: deployV2,
    }),
  },
]
