import type { DeploymentConfiguration } from '@aws-sdk/client-ecs'
import { ecsOperations } from '../../../simulator/ecs/operations.ts'
import type { Engine } from '../../../simulator/engine.ts'
import { loadScenario } from '../../../simulator/loading/load-scenario.ts'
import { ApiError } from '../../../simulator/protocol/errors.ts'
import type { RolloutRules } from '../../../simulator/rollout/rules.ts'
import type { Scenario, ServiceScenario, TimelineEntry } from '../../../simulator/scenario.ts'
import { createRandom, type Random } from '../../../simulator/time/random.ts'
import { definition } from '../support.ts'
import { createWatch } from './invariants.ts'
import { images } from './stage.ts'

const pick = <T>(random: Random, choices: readonly T[]): T => choices[Math.floor(random.next() * choices.length)] as T
const whole = (random: Random, low: number, high: number): number => Math.floor(random.between(low, high + 1))

const checks = [
  undefined,
  { command: ['CMD', 'true'], interval: 10, retries: 3 },
  { command: ['CMD', 'true'], interval: 30, retries: 2, startPeriod: 30 },
]

function randomService(random: Random): ServiceScenario {
  const [min, max] = pick(random, [
    [100, 200],
    [50, 200],
    [0, 100],
    [50, 100],
    [75, 150],
    [100, 125],
    [66, 133],
  ] as const)
  const strategy = pick(random, [
    undefined,
    [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
    [
      { capacityProvider: 'FARGATE', base: 1, weight: 1 },
      { capacityProvider: 'FARGATE_SPOT', weight: 2 },
    ],
  ])
  const threshold = pick(random, [
    undefined,
    { type: 'COUNT' as const, value: 2 },
    { type: 'BOUNDED_PERCENT' as const, value: 100 },
    { type: 'UNBOUNDED_PERCENT' as const, value: 30 },
  ])
  return {
    name: 'web',
    taskDefinition: 'web:1',
    desiredCount: whole(random, 1, 8),
    ...(strategy !== undefined && { capacityProviderStrategy: strategy }),
    healthCheckGracePeriodSeconds: pick(random, [0, 0, 60]),
    deploymentConfiguration: {
      minimumHealthyPercent: min,
      maximumPercent: max,
      bakeTimeInMinutes: pick(random, [0, 0, 3]),
      deploymentCircuitBreaker: {
        enable: random.next() < 0.7,
        rollback: random.next() < 0.7,
        resetOnHealthyTask: random.next() < 0.7,
        ...(threshold !== undefined && { thresholdConfiguration: threshold }),
      },
      alarms: { alarmNames: ['errors'], enable: random.next() < 0.3, rollback: random.next() < 0.7 },
    },
    ...(random.next() < 0.5 && { loadBalancer: { deregistrationDelaySeconds: whole(random, 0, 120) } }),
    initialDeployment: pick(random, ['completed', 'completed', 'completed', 'in-progress', 'failed'] as const),
  }
}

const randomChange = (random: Random): DeploymentConfiguration => {
  const [minimumHealthyPercent, maximumPercent] = pick(random, [
    [100, 200],
    [50, 150],
    [0, 100],
  ] as const)
  const deploymentCircuitBreaker = { enable: random.next() < 0.5, rollback: random.next() < 0.5 }
  return { minimumHealthyPercent, maximumPercent, deploymentCircuitBreaker }
}

function randomTimeline(random: Random, { loadBalancer }: ServiceScenario): TimelineEntry[] {
  return Array.from({ length: whole(random, 0, 6) }, () => {
    const afterSeconds = whole(random, 0, 5400)
    return pick<TimelineEntry>(random, [
      { afterSeconds, scale: whole(random, 0, 8) },
      { afterSeconds, alarm: { name: 'errors', state: pick(random, ['OK', 'ALARM'] as const) } },
      { afterSeconds, interruptSpot: { count: whole(random, 1, 3) } },
      {
        afterSeconds,
        capacity: { provider: 'FARGATE', tasks: whole(random, 0, 10), delaySeconds: whole(random, 0, 200) },
      },
      { afterSeconds, protectMinutes: whole(random, 0, 20) },
      { afterSeconds, deploy: { taskDefinition: `web:${whole(random, 1, images.length)}` } },
      { afterSeconds, deploymentConfiguration: randomChange(random) },
      { afterSeconds, role: { name: 'ecsTaskExecutionRole', trust: pick(random, [[], ['ecs-tasks.amazonaws.com']]) } },
      { afterSeconds, role: { name: 'AWSServiceRoleForECS', deny: pick(random, [[], ['elasticloadbalancing:*']]) } },
      { afterSeconds, zone: { name: pick(random, ['us-east-1a', 'us-east-1b']), available: random.next() < 0.5 } },
      { afterSeconds, throttleSchedulerSeconds: whole(random, 10, 300) },
      { afterSeconds, ...(loadBalancer !== undefined && { loseTargets: whole(random, 1, 3) }) },
      { afterSeconds, deregisterTaskDefinition: `web:${whole(random, 3, images.length)}` },
    ])
  })
}

/** A whole account from one number. */
export function randomScenario(seed: number): Scenario {
  const random = createRandom(seed)
  const service = randomService(random)
  return {
    taskDefinitions: images.map(({ tag }) => definition(tag, { healthCheck: pick(random, checks) })),
    services: [service],
    repositories: [{ name: 'web', images }],
    alarms: [{ name: 'errors', state: pick(random, ['OK', 'OK', 'ALARM'] as const) }],
    timeline: randomTimeline(random, service),
    options: {
      lostOldTask: pick(random, ['same-revision', 'new-revision'] as const),
      completionWaitsFor: pick(random, ['left-running', 'stopped'] as const),
      unresolvedDigestFailure: pick(random, ['event', 'stopped-task'] as const),
      exitAfterRunningCountsAsFailure: random.next() < 0.5,
      missingTargetGroup: pick(random, ['keep', 'replace'] as const),
      failedStaysPrimarySeconds: pick(random, [0, 0, 5, 60]),
      breakerChange: pick(random, ['at-once', 'next-deployment'] as const),
    },
  }
}

const call = (engine: Engine, operation: string, input: object): void => {
  try {
    ecsOperations[operation]?.run(engine, input)
  } catch (error) {
    // Refusing is an answer; anything else is a mistake of the simulator.
    if (!(error instanceof ApiError)) throw error
  }
}

function randomDeed(engine: Engine, random: Random): void {
  const [service] = engine.world.services
  const deeds: (() => void)[] = [
    () => call(engine, 'UpdateService', { service: 'web', taskDefinition: `web:${whole(random, 1, images.length)}` }),
    () => call(engine, 'UpdateService', { service: 'web', taskDefinition: `web:${whole(random, 1, images.length)}` }),
    () => call(engine, 'UpdateService', { service: 'web', forceNewDeployment: true }),
    () => call(engine, 'UpdateService', { service: 'web', desiredCount: whole(random, 0, 8) }),
    () =>
      call(engine, 'StopServiceDeployment', { serviceDeploymentArn: service?.serviceDeployments.at(-1)?.arn ?? '' }),
    () =>
      call(engine, 'StopTask', {
        task: engine.world.tasks.find(({ lastStatus }) => lastStatus === 'RUNNING')?.id ?? '',
      }),
  ]
  pick(random, deeds)()
}

const hour = 3_600_000

/**
 * Plays the scenario of a number: deeds at random times for two hours, then a good deployment that must complete.
 * @returns everything that was seen, as text
 * @throws Error naming the seed if an invariant is violated, or if it does not finish
 */
export function play(seed: number, rules?: RolloutRules): string {
  const engine = loadScenario(randomScenario(seed), seed, 0, rules)
  const random = createRandom(seed ^ 0x5bd1e995)
  const watch = createWatch(engine, seed)
  const deeds = Array.from({ length: whole(random, 1, 6) }, () => whole(random, 0, 2 * hour)).sort((a, b) => a - b)
  for (const at of deeds) {
    watch.until(at)
    randomDeed(engine, random)
    watch.look()
  }
  watch.until(3 * hour)
  finish(engine, watch.until, seed)
  return watch.trace()
}

/** Whatever went before, there is room again and a good image, and percents that let tasks move. */
function finish(engine: Engine, until: (at: number) => void, seed: number): void {
  engine.world.capacity.clear()
  engine.world.alarms.set('errors', 'OK')
  engine.world.neighbours.changedRoles.clear()
  engine.world.closedZones = []
  const deploymentConfiguration = { minimumHealthyPercent: 50, maximumPercent: 200 }
  call(engine, 'UpdateService', {
    service: 'web',
    taskDefinition: 'web:2',
    forceNewDeployment: true,
    desiredCount: 2,
    deploymentConfiguration,
  })
  const [service] = engine.world.services
  const wanted = service?.deployments[0]?.id
  until(5 * hour)
  const [only, ...others] = service?.deployments ?? []
  if (only?.id !== wanted || only?.rolloutState !== 'COMPLETED' || others.length > 0 || service?.steady !== true)
    throw new Error(`seed ${seed}: a good deployment did not complete: ${JSON.stringify(service?.deployments)}`)
}
