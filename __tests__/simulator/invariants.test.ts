import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { advanceWorld } from '../../simulator/advance.ts'
import { stopServiceDeployment } from '../../simulator/ecs/service-deployments.ts'
import { updateService } from '../../simulator/ecs/services.ts'
import { stopTask } from '../../simulator/ecs/tasks.ts'
import type { Engine } from '../../simulator/engine.ts'
import { loadScenario } from '../../simulator/loading/load-scenario.ts'
import { ApiError } from '../../simulator/protocol/errors.ts'
import { boundsOf } from '../../simulator/rollout/bounds.ts'
import type { Scenario } from '../../simulator/scenario.ts'
import { isHealthy, tasksOf } from '../../simulator/task/task.ts'
import type { Service } from '../../simulator/world/world.ts'
import { definition } from './support.ts'

const tags = ['v1', 'v2', 'sick', 'crash', 'slow', 'gone', 'arm'] as const

interface Settings {
  readonly min: number
  readonly max: number
  readonly desired: number
  readonly breaker: boolean
  readonly rollback: boolean
  readonly loadBalancer: boolean
}

function start(settings: Settings, seed: number): { engine: Engine; service: Service } {
  const scenario: Scenario = {
    taskDefinitions: tags.map((tag) => definition(tag)),
    services: [
      {
        name: 'web',
        taskDefinition: 'web:1',
        desiredCount: settings.desired,
        deploymentConfiguration: {
          minimumHealthyPercent: settings.min,
          maximumPercent: settings.max,
          deploymentCircuitBreaker: { enable: settings.breaker, rollback: settings.rollback },
        },
        ...(settings.loadBalancer && { loadBalancer: { deregistrationDelaySeconds: 20 } }),
      },
    ],
    repositories: [
      {
        name: 'web',
        images: [
          { tag: 'v1' },
          { tag: 'v2' },
          { tag: 'sick', behaviour: { kind: 'never-healthy' } },
          { tag: 'crash', behaviour: { kind: 'crashes', exitCode: 1, afterSeconds: 20 } },
          { tag: 'slow', behaviour: { kind: 'healthy', healthyAfterSeconds: 50, extraStartSeconds: 30 } },
          { tag: 'arm', platforms: ['linux/arm64'] },
        ],
      },
    ],
  }
  const engine = loadScenario(scenario, seed, 0)
  const [service] = engine.world.services
  if (service === undefined) throw new Error('The scenario has no service')
  return { engine, service }
}

const settingsOf = fc.record({
  min: fc.constantFrom(0, 50, 100),
  max: fc.constantFrom(100, 150, 200),
  desired: fc.integer({ min: 1, max: 5 }),
  breaker: fc.boolean(),
  rollback: fc.boolean(),
  loadBalancer: fc.boolean(),
})

type Deed =
  | { readonly do: 'deploy'; readonly revision: number }
  | { readonly do: 'force' | 'stop-deployment' | 'stop-task' }
  | { readonly do: 'scale'; readonly to: number }
  | { readonly do: 'wait'; readonly seconds: number }

const deedOf: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ do: fc.constant('deploy' as const), revision: fc.integer({ min: 1, max: tags.length }) }),
  fc.record({ do: fc.constantFrom('force' as const, 'stop-deployment' as const, 'stop-task' as const) }),
  fc.record({ do: fc.constant('scale' as const), to: fc.integer({ min: 0, max: 5 }) }),
  fc.record({ do: fc.constant('wait' as const), seconds: fc.integer({ min: 1, max: 900 }) }),
)

function perform(engine: Engine, service: Service, deed: Deed): void {
  try {
    if (deed.do === 'deploy') updateService(engine, { service: 'web', taskDefinition: `web:${deed.revision}` })
    if (deed.do === 'force') updateService(engine, { service: 'web', forceNewDeployment: true })
    if (deed.do === 'scale') updateService(engine, { service: 'web', desiredCount: deed.to })
    if (deed.do === 'stop-deployment')
      stopServiceDeployment(engine, { serviceDeploymentArn: service.serviceDeployments.at(-1)?.arn })
    const task = engine.world.tasks.find(({ lastStatus }) => lastStatus === 'RUNNING')
    if (deed.do === 'stop-task' && task !== undefined) stopTask(engine, { task: task.id })
  } catch (error) {
    // Refusing is an answer; anything else is a mistake of the simulator.
    if (!(error instanceof ApiError)) throw error
  }
  if (deed.do === 'wait') advanceInSteps(engine, deed.seconds, () => checkShape(service))
  else checkShape(service)
}

function advanceInSteps(engine: Engine, seconds: number, check: () => void): void {
  const end = engine.world.now + seconds * 1000
  while (engine.world.now < end) {
    advanceWorld(engine, Math.min(end, engine.world.now + 10_000))
    check()
  }
}

const ended = ['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED']

function checkShape(service: Service): void {
  expect(service.deployments.filter(({ status }) => status === 'PRIMARY')).toHaveLength(1)
  expect(service.deployments[0]?.status).toBe('PRIMARY')
  expect(new Set(service.deployments.map(({ id }) => id)).size).toBe(service.deployments.length)
  const open = service.serviceDeployments.filter(({ status }) => !ended.includes(status) && status !== 'STOP_REQUESTED')
  expect(open.length).toBeLessThanOrEqual(1)
  const times = service.events.map(({ createdAt }) => createdAt)
  expect(times).toEqual([...times].sort((left, right) => right - left))
}

describe('whatever is done to a service', () => {
  test('it keeps its shape, and a good deployment on top always completes', () => {
    fc.assert(
      fc.property(settingsOf, fc.array(deedOf, { maxLength: 12 }), fc.integer(), (settings, deeds, seed) => {
        // Where neither a start nor a stop is allowed, a deployment hangs, as it should.
        const percents = { minimumHealthyPercent: settings.min, maximumPercent: settings.max }
        const { floor, ceiling } = boundsOf(settings.desired, percents)
        const usable = floor < ceiling ? settings : { ...settings, max: 200 }
        const { engine, service } = start(usable, seed)
        for (const deed of deeds) perform(engine, service, deed)
        updateService(engine, {
          service: 'web',
          taskDefinition: 'web:2',
          forceNewDeployment: true,
          desiredCount: usable.desired,
        })
        const wanted = service.deployments[0]?.id
        advanceInSteps(engine, 3600, () => checkShape(service))
        expect(service.deployments).toMatchObject([{ id: wanted, rolloutState: 'COMPLETED' }])
        expect(tasksOf(engine.world, service, wanted).filter(isHealthy)).toHaveLength(usable.desired)
        expect(service.serviceDeployments.at(-1)?.status).toBe('SUCCESSFUL')
        expect(service.steady).toBe(true)
      }),
      { numRuns: 80 },
    )
  })

  test('a deployment never falls below the floor nor rises above the ceiling', () => {
    fc.assert(
      fc.property(settingsOf, fc.integer({ min: 2, max: tags.length }), fc.integer(), (settings, revision, seed) => {
        const { engine, service } = start(settings, seed)
        const { floor, ceiling } = boundsOf(settings.desired, service.settings.deploymentConfiguration)
        updateService(engine, { service: 'web', taskDefinition: `web:${revision}` })
        advanceInSteps(engine, 1800, () => {
          const tasks = tasksOf(engine.world, service)
          // The scheduler needs a moment to replace what fails by itself; what it stops itself obeys the bounds.
          const fails = revision > 2 && service.deployments.length === 1
          if (!fails) expect(tasks.filter(isHealthy).length).toBeGreaterThanOrEqual(floor)
          const alive = tasks.filter(({ lastStatus }) => lastStatus !== 'STOPPED' && lastStatus !== 'DEPROVISIONING')
          expect(alive.length).toBeLessThanOrEqual(Math.max(ceiling, settings.desired))
        })
      }),
      { numRuns: 60 },
    )
  })
})
