/** A task begins: created by a deployment, on its way to RUNNING in about 28 s on Fargate (timing samples). */
import type { AwsVpcConfiguration, Tag, TaskOverride } from '@aws-sdk/client-ecs'
import { about, type Engine, schedule } from '../engine.ts'
import { revisionOf } from '../rollout/deployments.ts'
import { emptiestZone } from '../rollout/zones.ts'
import { containerArn, taskArn } from '../world/arn.ts'
import { definitionByArn } from '../world/definition.ts'
import { cachePulled, parseReference, resolveImage } from '../world/images.ts'
import { networkOf, placeIn } from '../world/network.ts'
import { addTask } from '../world/tasks.ts'
import type { Container, Deployment, Service, StoredDefinition, Task, World } from '../world/world.ts'
import { behaviourFor } from './behaviour.ts'
import { findObstacle } from './obstacle.ts'
import { overridden } from './overrides.ts'
import type { Placement } from './placement.ts'
import { isLive, tasksOf } from './task.ts'

const taskNetworkSeconds = 16
const hostSeconds = 6.4
const initialisationSeconds = 3
const pullSeconds = 3.8
const startSeconds = 1.4

/** What a task is made of, whoever starts it. */
export interface LaunchOrder {
  readonly cluster: string
  /** Empty for RunTask. */
  readonly service: string
  readonly deployment: string
  readonly group: string
  readonly taskDefinition: string
  readonly placement: Extract<Placement, { placed: true }>
  readonly enableExecuteCommand: boolean
  readonly overrides?: TaskOverride
  /** Absent: that of the deployment. */
  readonly network?: AwsVpcConfiguration
  readonly tags: readonly Tag[]
  /** An attempt that no call shows. */
  readonly hidden: boolean
  readonly zone: string
  /** Digests that are fixed already, by container. */
  readonly digests: Readonly<Record<string, string>>
}

/** Adds a task of a service to the world and plans its way. @param hidden an attempt that no call shows */
export function launchTask(
  engine: Engine,
  service: Service,
  deployment: Deployment,
  hidden = false,
  placement = anywhere(service),
  zone = emptiestZone(engine.world, tasksOf(engine.world, service, deployment.id).filter(isLive)),
): Task {
  return createTask(engine, {
    cluster: service.cluster,
    service: service.name,
    deployment: deployment.id,
    group: `service:${service.name}`,
    taskDefinition: deployment.taskDefinition,
    placement,
    enableExecuteCommand: service.settings.enableExecuteCommand,
    tags: tagsOfServiceTask(engine, service, deployment),
    hidden,
    zone,
    digests: revisionOf(service, deployment.number)?.digests ?? {},
  })
}

/** Where tasks of the past run: room is not asked for. */
function anywhere({ settings }: Service): LaunchOrder['placement'] {
  const capacityProvider =
    settings.launchType === undefined ? settings.capacityProviderStrategy?.[0]?.capacityProvider : undefined
  return {
    placed: true,
    launchType: settings.launchType ?? 'FARGATE',
    ...(capacityProvider !== undefined && { capacityProvider }),
    delaySeconds: 0,
  }
}

/** Tags of the service or the definition, and the managed ones (API CreateService, propagateTags). */
function tagsOfServiceTask({ world }: Engine, service: Service, deployment: Deployment): Tag[] {
  const { propagateTags, enableECSManagedTags } = service.settings
  const source = { SERVICE: service.arn, TASK_DEFINITION: deployment.taskDefinition }[propagateTags]
  const propagated = source === undefined ? [] : (world.tags.get(source) ?? [])
  const managed = [
    { key: 'aws:ecs:serviceName', value: service.name },
    { key: 'aws:ecs:clusterName', value: service.cluster },
  ]
  return enableECSManagedTags ? [...propagated, ...managed] : [...propagated]
}

/** Adds a task to the world and plans its way. */
export function createTask(engine: Engine, order: LaunchOrder): Task {
  const { world, random } = engine
  const definition = definitionByArn(world, order.taskDefinition)
  const id = random.hex(32)
  const task: Task = {
    id,
    arn: taskArn(world, order.cluster, id),
    cluster: order.cluster,
    service: order.service,
    deployment: order.deployment,
    group: order.group,
    launchType: order.placement.launchType,
    ...(order.placement.capacityProvider !== undefined && { capacityProvider: order.placement.capacityProvider }),
    enableExecuteCommand: order.enableExecuteCommand,
    ...(order.overrides !== undefined && { overrides: order.overrides }),
    ...(order.network !== undefined && { network: order.network }),
    taskDefinition: definition.arn,
    availabilityZone: order.zone,
    address: givenAddress(world) ?? `10.0.${Math.floor(random.between(0, 4))}.${Math.floor(random.between(4, 250))}`,
    interfaceId: `eni-${random.hex(17)}`,
    createdAt: world.now,
    lastStatus: 'PROVISIONING',
    desiredStatus: 'RUNNING',
    containers: definition.stored.containerDefinitions.map((container) =>
      createContainer(engine, order.cluster, id, container),
    ),
    hidden: order.hidden,
    generation: 0,
    version: 1,
  }
  addTask(world, task)
  if (order.tags.length > 0) world.tags.set(task.arn, [...order.tags])
  planStart(engine, task, overridden(definition.stored, order.overrides), order)
  return task
}

function createContainer(
  engine: Engine,
  cluster: string,
  task: string,
  definition: StoredDefinition['containerDefinitions'][number],
): Container {
  return {
    name: definition.name,
    arn: containerArn(engine.world, cluster, task, engine.random.uuid()),
    image: definition.image,
    essential: definition.essential ?? true,
    runtimeId: `${task}-${engine.random.digits(10)}`,
    lastStatus: 'PENDING',
    ...(definition.healthCheck !== undefined && { health: 'UNKNOWN' as const }),
  }
}

function planStart(engine: Engine, task: Task, definition: StoredDefinition, order: LaunchOrder): void {
  const { generation } = task
  const step = (seconds: number, to: Task['lastStatus']): void =>
    schedule(engine, seconds, { kind: 'task-step', task: task.id, generation, to })
  const hasOwnInterface = definition.networkMode === 'awsvpc'
  const { placement, digests } = order
  const pending = placement.delaySeconds + (hasOwnInterface ? about(engine, taskNetworkSeconds, 0.05) : 0.5)
  const activating = pending + (placement.launchType === 'EC2' ? 1 : about(engine, hostSeconds, 0.05))
  step(pending, 'PENDING')
  const place = hasOwnInterface ? placeIn(networkOf(engine.world, task), task.availabilityZone) : undefined
  const obstacle = findObstacle(engine.world, definition, { digests }, { taskId: task.id, place })
  if (obstacle?.stage === 'init') {
    const failing = { kind: 'task-fails', task: task.id, generation, reason: obstacle.reason } as const
    const seconds = obstacle.isSlow === true ? engine.world.options.pullRetrySeconds : initialisationSeconds
    schedule(engine, activating + about(engine, seconds), failing)
    return
  }
  step(activating, 'ACTIVATING')
  if (obstacle !== undefined) {
    const { reason, container } = obstacle
    const seconds = activating + about(engine, engine.world.options.pullRetrySeconds, 0.05)
    schedule(engine, seconds, {
      kind: 'task-fails',
      task: task.id,
      generation,
      reason,
      ...(container !== undefined && { container }),
    })
    return
  }
  step(activating + about(engine, pullSeconds + startSeconds) + extraStartSeconds(engine, definition), 'RUNNING')
}

function extraStartSeconds(engine: Engine, definition: StoredDefinition): number {
  const seconds = definition.containerDefinitions.map((container) => {
    const resolved = resolveImage(engine.world, parseReference(container.image))
    if (!resolved.found) return 0
    const behaviour = behaviourFor(resolved.image.behaviour, container)
    return behaviour.extraStartSeconds ?? 0
  })
  return Math.max(0, ...seconds)
}

/**
 * While a deployment's digests are open, its first task resolves them; if that must fail, the failure is told by an
 * event and the task is never visible (observed). One such attempt at a time.
 * @returns whether such an attempt is under way, so that nothing else is launched
 */
export function failUnresolved(engine: Engine, service: Service, deployment: Deployment): boolean {
  const { world } = engine
  const revision = revisionOf(service, deployment.number)
  if (world.options.unresolvedDigestFailure !== 'event' || revision?.resolution !== 'open') return false
  const { stored } = definitionByArn(world, deployment.taskDefinition)
  const siblings = tasksOf(world, service, deployment.id).filter(isLive)
  const network = revision.networkConfiguration?.awsvpcConfiguration
  const place = stored.networkMode === 'awsvpc' ? placeIn(network, emptiestZone(world, siblings)) : undefined
  // Whose attempt it is does not matter for whether there is an obstacle.
  const obstacle = findObstacle(world, stored, revision, { taskId: '', place })
  if (obstacle === undefined || !obstacle.unresolved) return false
  if (!tasksOf(world, service, deployment.id).some(({ hidden }) => hidden))
    launchTask(engine, service, deployment, true)
  return true
}

/** The first pull of a deployment fixes the digests for all its tasks (DG deployment-type-ecs, version consistency). */
export function fixDigests(engine: Engine, service: Service | undefined, task: Task): void {
  const revision = service && revisionOf(service, task.deployment.replace('ecs-svc/', ''))
  const definition = definitionByArn(engine.world, task.taskDefinition).stored
  for (const container of task.containers) {
    const configured = definition.containerDefinitions.find(({ name }) => name === container.name)
    const reference = parseReference(container.image)
    const pinned = revision?.digests[container.name]
    const resolved = resolveImage(engine.world, pinned === undefined ? reference : { ...reference, digest: pinned })
    if (!resolved.found) continue
    container.imageDigest = resolved.digest
    cachePulled(engine.world, reference, resolved)
    const mayFix =
      revision !== undefined && revision.resolution !== 'given-up' && configured?.versionConsistency !== 'disabled'
    if (mayFix) revision.digests[container.name] = resolved.digest
  }
  if (revision?.resolution === 'open') revision.resolution = 'resolved'
}

/** The scenario's addresses in turn, where it says some. */
function givenAddress({ neighbours, tasks }: World): string | undefined {
  const { taskAddresses } = neighbours
  return taskAddresses[tasks.length % taskAddresses.length]
}
