/** A scenario becomes a world: images pushed, definitions registered, services running in COMPLETED deployments. */
import { addCluster } from '../ecs/clusters.ts'
import { checkTaskDefinition } from '../ecs/task-definition-rules.ts'
import { createEngine, type Engine } from '../engine.ts'
import { neighboursFrom } from '../neighbours/state.ts'
import { startDeployment } from '../rollout/deployments.ts'
import type { RolloutRules } from '../rollout/rules.ts'
import { repeatSteadyState } from '../rollout/service-events.ts'
import { defaultOptions, type Scenario, type ServiceScenario, type TaskDefinitionScenario } from '../scenario.ts'
import { planTimeline } from '../timeline.ts'
import { findDefinition, registerDefinition } from '../world/definition.ts'
import { createRepository, parseReference, pushImage, registryHost } from '../world/images.ts'
import { addService } from '../world/services.ts'
import { emptyTaskIndex } from '../world/tasks.ts'
import type { StoredTaskDefinition, World } from '../world/world.ts'
import { addCurrent, addHistory, currentBefore } from './past.ts'
import { serviceFrom } from './service.ts'

const minute = 60_000
const pushedBefore = 120 * minute

/** @throws Error naming the place in the scenario that makes no sense */
export function loadScenario(scenario: Scenario, seed: number, epoch: number, rules?: RolloutRules): Engine {
  const world = emptyWorld(scenario, epoch)
  const engine = createEngine(world, seed, rules)
  for (const { name, images = [], ...settings } of scenario.repositories ?? []) {
    const repository = createRepository(name, registryHost(world), epoch - pushedBefore, settings)
    world.repositories.set(name, repository)
    for (const image of images) pushImage(repository, image, epoch - pushedBefore)
  }
  for (const { reference, ...image } of scenario.otherImages ?? []) pushOther(world, reference, image)
  for (const cluster of scenario.clusters ?? ['default']) {
    const { name, ...given } = typeof cluster === 'string' ? { name: cluster } : cluster
    addCluster(world, name, given)
  }
  for (const definition of scenario.taskDefinitions ?? []) register(world, definition)
  for (const service of scenario.services ?? []) addServiceFrom(engine, service)
  planTimeline(engine, scenario.timeline ?? [])
  return engine
}

function emptyWorld(scenario: Scenario, epoch: number): World {
  return {
    region: scenario.region ?? 'us-east-1',
    account: scenario.account ?? '111122223333',
    options: { ...defaultOptions(), ...scenario.options },
    now: epoch,
    clusters: new Map(),
    taskDefinitions: new Map(),
    services: [],
    serviceIndex: new Map(),
    tasks: [],
    taskIndex: emptyTaskIndex(),
    repositories: new Map(),
    otherRepositories: new Map(),
    secrets: scenario.secrets === undefined || scenario.secrets === 'all' ? 'all' : [...scenario.secrets],
    deletedSecrets: [],
    neighbours: neighboursFrom(scenario, epoch),
    tags: new Map(),
    logs: [],
    containerRuns: new Map(),
    capacity: new Map((scenario.capacity ?? []).map((one) => [one.provider, one])),
    closedZones: [],
    accountLimits: scenario.accountLimits ?? {},
    containerInstances: new Map(Object.entries(scenario.containerInstances ?? {})),
    alarms: new Map((scenario.alarms ?? []).map(({ name, state = 'OK' }) => [name, state])),
    clientTokens: new Map(),
    happened: [],
  }
}

function pushOther(world: World, reference: string, image: object): void {
  const { registry, repository: path, tag } = parseReference(reference)
  const name = `${registry}/${path}`
  const repository = world.otherRepositories.get(name) ?? createRepository(path, registry, world.now - pushedBefore)
  world.otherRepositories.set(name, repository)
  pushImage(repository, { ...image, ...(tag !== undefined && { tag }) }, world.now - pushedBefore)
}

function register(world: World, definition: TaskDefinitionScenario): StoredTaskDefinition {
  const { status = 'ACTIVE', containerDefinitions, ...rest } = definition
  const request = { ...rest, containerDefinitions: [...containerDefinitions] }
  checkTaskDefinition(request, world.options)
  const registered = registerDefinition(world, request, world.now - pushedBefore)
  registered.status = status
  if (status === 'INACTIVE') registered.deregisteredAt = world.now - minute
  return registered
}

function definitionOf(world: World, wanted: TaskDefinitionScenario | string, place: string): StoredTaskDefinition {
  if (typeof wanted !== 'string') return register(world, wanted)
  const found = findDefinition(world, wanted)
  if (found === undefined) throw new Error(`${place}: there is no task definition ${wanted} in the scenario`)
  return found
}

function addServiceFrom(engine: Engine, scenario: ServiceScenario): void {
  const { world } = engine
  const cluster = addCluster(world, scenario.cluster ?? 'default').name
  // Older definitions first: a history makes them lower revisions, as they would be.
  const history = (scenario.history ?? []).map((entry) => ({
    entry,
    definition: definitionOf(world, entry.taskDefinition, scenario.name),
  }))
  const definition = definitionOf(world, scenario.taskDefinition, scenario.name)
  const service = serviceFrom(world, cluster, scenario, definition)
  addService(world, service)
  if (scenario.tags !== undefined) world.tags.set(service.arn, [...scenario.tags])
  if (service.status === 'INACTIVE') return
  for (const [index, { entry, definition: old }] of history.entries()) {
    addHistory(
      engine,
      service,
      entry,
      old,
      (entry.minutesAgo ?? 60 * (history.length - index)) * minute + currentBefore,
    )
  }
  if (scenario.initialDeployment === 'in-progress') startDeployment(engine, service, definition.arn)
  else addCurrent(engine, service, definition, scenario.initialDeployment === 'failed')
  if (scenario.withoutHistory === true) service.historyFrom = world.now
  repeatSteadyState(engine, service)
}
