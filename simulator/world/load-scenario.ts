/** A scenario becomes a world: images pushed, definitions registered, services running in COMPLETED deployments. */
import type { CreateServiceRequest, LoadBalancer } from '@aws-sdk/client-ecs'
import { addCluster } from '../ecs/clusters.ts'
import { newSettings } from '../ecs/service-settings.ts'
import { usualTargetGroup } from '../ecs/services.ts'
import { checkTaskDefinition } from '../ecs/task-definition-rules.ts'
import { createEngine, type Engine } from '../engine.ts'
import { createDeployment, rolloutReason, startDeployment } from '../rollout/deployments.ts'
import { emit, serviceEventText } from '../rollout/service-events.ts'
import {
  defaultOptions,
  type HistoryScenario,
  type Scenario,
  type ServiceScenario,
  type TaskDefinitionScenario,
} from '../scenario.ts'
import { fixDigests } from '../task/launch.ts'
import { runningTask } from '../task/running.ts'
import { serviceArn, serviceDeploymentArn } from './arn.ts'
import { findDefinition, registerDefinition } from './definition.ts'
import { createRepository, parseReference, pushImage, registryHost, resolveImage } from './images.ts'
import type { Deployment, Service, ServiceDeployment, StoredTaskDefinition, World } from './world.ts'

const minute = 60_000
const pushedBefore = 120 * minute
const ranBefore = 60 * minute

/** @throws Error naming the place in the scenario that makes no sense */
export function loadScenario(scenario: Scenario, seed: number, epoch: number): Engine {
  const world = emptyWorld(scenario, epoch)
  const engine = createEngine(world, seed)
  for (const { name, images = [] } of scenario.repositories ?? []) {
    const repository = createRepository(name, registryHost(world), epoch - pushedBefore)
    world.repositories.set(name, repository)
    for (const image of images) pushImage(repository, image, epoch - pushedBefore)
  }
  for (const { reference, ...image } of scenario.otherImages ?? []) pushOther(world, reference, image)
  for (const name of scenario.clusters ?? ['default']) addCluster(world, name)
  for (const definition of scenario.taskDefinitions ?? []) register(world, definition)
  for (const service of scenario.services ?? []) addService(engine, service)
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
    tasks: [],
    repositories: new Map(),
    otherRepositories: new Map(),
    secrets: scenario.secrets === undefined || scenario.secrets === 'all' ? 'all' : [...scenario.secrets],
    tags: new Map(),
    logs: [],
    containerRuns: new Map(),
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
  checkTaskDefinition(request)
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

function addService(engine: Engine, scenario: ServiceScenario): void {
  const { world } = engine
  const cluster = addCluster(world, scenario.cluster ?? 'default').name
  // Older definitions first: a history makes them lower revisions, as they would be.
  const history = (scenario.history ?? []).map((entry) => ({
    entry,
    definition: definitionOf(world, entry.taskDefinition, scenario.name),
  }))
  const definition = definitionOf(world, scenario.taskDefinition, scenario.name)
  const service = createService(world, cluster, scenario, definition)
  world.services.push(service)
  if (scenario.tags !== undefined) world.tags.set(service.arn, [...scenario.tags])
  if (service.status === 'INACTIVE') return
  for (const [index, { entry, definition: old }] of history.entries()) {
    addHistory(engine, service, entry, old, (entry.minutesAgo ?? 60 * (history.length - index)) * minute + ranBefore)
  }
  if (scenario.initialDeployment === 'in-progress') startDeployment(engine, service, definition.arn)
  else addCurrent(engine, service, definition, scenario.initialDeployment === 'failed')
}

function createService(
  world: World,
  cluster: string,
  scenario: ServiceScenario,
  definition: StoredTaskDefinition,
): Service {
  const { loadBalancer } = scenario
  const loadBalancers = loadBalancer === undefined ? [] : [storedLoadBalancer(world, scenario, definition)]
  const awsvpc = definition.stored.networkMode === 'awsvpc'
  const network = {
    awsvpcConfiguration: {
      subnets: ['subnet-0a1b2c3d4e5f60001', 'subnet-0a1b2c3d4e5f60002'],
      securityGroups: ['sg-0a1b2c3d4e5f60001'],
    },
  }
  const request: CreateServiceRequest = {
    serviceName: scenario.name,
    ...(scenario.capacityProviderStrategy === undefined
      ? { launchType: scenario.launchType ?? 'FARGATE' }
      : { capacityProviderStrategy: scenario.capacityProviderStrategy }),
    ...(awsvpc && { networkConfiguration: scenario.networkConfiguration ?? network }),
    ...(scenario.deploymentConfiguration !== undefined && {
      deploymentConfiguration: scenario.deploymentConfiguration,
    }),
    deploymentController: { type: scenario.deploymentController ?? 'ECS' },
    loadBalancers,
    ...(scenario.healthCheckGracePeriodSeconds !== undefined && {
      healthCheckGracePeriodSeconds: scenario.healthCheckGracePeriodSeconds,
    }),
    ...(scenario.enableExecuteCommand !== undefined && { enableExecuteCommand: scenario.enableExecuteCommand }),
    ...(scenario.propagateTags !== undefined && { propagateTags: scenario.propagateTags }),
  }
  return {
    name: scenario.name,
    arn: serviceArn(world, cluster, scenario.name),
    cluster,
    status: scenario.status ?? 'ACTIVE',
    createdAt: world.now - pushedBefore,
    desiredCount: scenario.status === 'INACTIVE' ? 0 : (scenario.desiredCount ?? 1),
    settings: newSettings(request, scenario.resourceManagementType === 'ECS'),
    targetGroup: {
      healthySeconds: loadBalancer?.targetHealthSeconds ?? usualTargetGroup.healthySeconds,
      unhealthySeconds: loadBalancer?.targetUnhealthySeconds ?? usualTargetGroup.unhealthySeconds,
      deregistrationSeconds: loadBalancer?.deregistrationDelaySeconds ?? usualTargetGroup.deregistrationSeconds,
    },
    deployments: [],
    revisions: [],
    serviceDeployments: [],
    events: [],
    steady: false,
  }
}

function storedLoadBalancer(
  world: World,
  { name, loadBalancer }: ServiceScenario,
  definition: StoredTaskDefinition,
): LoadBalancer {
  const containers = definition.stored.containerDefinitions
  const exposed = containers.find(({ portMappings = [] }) => portMappings.length > 0)
  const containerName = loadBalancer?.containerName ?? exposed?.name
  const container = containers.find((one) => one.name === containerName)
  const containerPort = loadBalancer?.containerPort ?? container?.portMappings?.[0]?.containerPort
  if (containerName === undefined || containerPort === undefined) {
    throw new Error(`${name}: a load balancer needs a container with a port mapping`)
  }
  const arn = `arn:aws:elasticloadbalancing:${world.region}:${world.account}:targetgroup/${name}/0123456789abcdef`
  return { targetGroupArn: loadBalancer?.targetGroupArn ?? arn, containerName, containerPort }
}

function addCurrent(engine: Engine, service: Service, definition: StoredTaskDefinition, hasFailed: boolean): void {
  const { world } = engine
  const at = world.now - ranBefore
  const deployment = pastDeployment(engine, service, definition, at)
  service.deployments = [deployment]
  deployment.desiredCount = service.desiredCount
  if (hasFailed) {
    Object.assign(deployment, {
      rolloutState: 'FAILED',
      rolloutStateReason: rolloutReason.breakerTripped,
      failedTasks: 3,
    })
    service.serviceDeployments.push(pastServiceDeployment(engine, service, deployment, 'STOPPED', at))
    return
  }
  service.completed = deployment
  service.steady = true
  service.serviceDeployments.push(pastServiceDeployment(engine, service, deployment, 'SUCCESSFUL', at))
  for (let count = 0; count < service.desiredCount; count += 1) {
    fixDigests(engine, service, runningTask(engine, service, deployment, at))
  }
  asIfAt(world, at + 3 * minute, () => {
    emit(engine, service, serviceEventText.completed(deployment.id))
    emit(engine, service, serviceEventText.steady, 1)
  })
}

/** Runs something as if it were earlier: event times are taken from the world's clock. */
function asIfAt(world: World, then: number, run: () => void): void {
  const { now } = world
  world.now = then
  run()
  world.now = now
}

function pastDeployment(engine: Engine, service: Service, definition: StoredTaskDefinition, at: number): Deployment {
  const made = { deployment: undefined as Deployment | undefined }
  asIfAt(engine.world, at, () => {
    made.deployment = createDeployment(engine, service, definition.arn, engine.random.digits(19))
  })
  if (made.deployment === undefined) throw new Error('The simulator made no deployment')
  return Object.assign(made.deployment, {
    rolloutState: 'COMPLETED' as const,
    rolloutStateReason: rolloutReason.completed(made.deployment.id),
    updatedAt: at + 3 * minute,
  })
}

function pastServiceDeployment(
  engine: Engine,
  service: Service,
  deployment: Deployment,
  status: ServiceDeployment['status'],
  at: number,
): ServiceDeployment {
  const end = at + 3 * minute
  const before = service.revisions.at(-2)
  const isRolledBack = status === 'ROLLBACK_SUCCESSFUL' && before !== undefined
  return {
    arn: serviceDeploymentArn(engine.world, service.cluster, service.name, engine.random.urlSafe(21)),
    number: deployment.number,
    sourceNumbers: before === undefined ? [] : [before.number],
    createdAt: at,
    visibleAt: at,
    startedAt: at + 1600,
    finishedAt: end,
    ...(status !== 'SUCCESSFUL' && { stoppedAt: end }),
    updatedAt: end,
    status,
    ...(isRolledBack && {
      rollback: {
        reason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
        startedAt: at + 2 * minute,
        number: before.number,
      },
      statusReason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
    }),
    breaker: {
      status: isRolledBack ? 'TRIGGERED' : 'MONITORING_COMPLETE',
      failureCount: isRolledBack ? 3 : 0,
      threshold: 3,
    },
    configuration: service.settings.deploymentConfiguration,
  }
}

function addHistory(
  engine: Engine,
  service: Service,
  entry: HistoryScenario,
  definition: StoredTaskDefinition,
  ago: number,
): void {
  const at = engine.world.now - ago
  const deployment = pastDeployment(engine, service, definition, at)
  service.serviceDeployments.push(pastServiceDeployment(engine, service, deployment, entry.status ?? 'SUCCESSFUL', at))
  const revision = service.revisions.at(-1)
  if (revision === undefined) return
  for (const { name, image } of definition.stored.containerDefinitions) {
    const resolved = resolveImage(engine.world, parseReference(image))
    const digest = entry.digests?.[name] ?? (resolved.found ? resolved.digest : undefined)
    if (digest !== undefined) revision.digests[name] = digest
  }
  revision.resolution = 'resolved'
}
