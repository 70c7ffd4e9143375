/** Lets something happen to the account, whoever asks for it: a scenario's timeline, a test, or a person with curl. */
import { deleteService, updateService } from './ecs/services.ts'
import { deleteTaskDefinitions, deregisterTaskDefinition, registerTaskDefinition } from './ecs/task-definitions.ts'
import type { Engine } from './engine.ts'
import type { Happening, OtherDeployment } from './happening.ts'
import { autoScale } from './neighbours/application-autoscaling/scale.ts'
import { deleteTargetGroup } from './neighbours/elasticloadbalancing/delete.ts'
import { changeRole } from './neighbours/iam/roles.ts'
import { ApiError } from './protocol/errors.ts'
import { primaryOf } from './rollout/deployments.ts'
import { throttleScheduler } from './rollout/hindrance.ts'
import { reconcileSoon } from './rollout/scheduler.ts'
import { changeZone } from './rollout/zones.ts'
import { stopTask } from './task/stop.ts'
import { loseTargets } from './task/targets.ts'
import { isLive, tasksOf } from './task/task.ts'
import { definitionByArn } from './world/definition.ts'
import { deleteImage } from './world/image-changes.ts'
import { deleteSecret } from './world/secrets.ts'
import type { Service } from './world/world.ts'

/**
 * Does what it says, now, and keeps a record of it (`world.happened`).
 * @throws ApiError if AWS would refuse it; Error if it names something that the account does not have
 */
export function happen(engine: Engine, happening: Happening): void {
  try {
    happenToAccount(engine, happening)
    if (concernsService(happening)) happenToService(engine, serviceMeant(engine, happening.service), happening)
    engine.world.happened.push({ at: engine.world.now, happening })
  } catch (error) {
    if (error instanceof ApiError) {
      const refused = `${error.type}: ${error.message}`
      engine.world.happened.push({ at: engine.world.now, happening, refused })
    }
    throw error
  }
}

/** @throws Error if there is no service of that name (or none at all) */
export function serviceMeant({ world }: Engine, name: string | undefined): Service {
  const found =
    name === undefined
      ? world.services[0]
      : world.services.findLast((service) => service.name === name || `${service.cluster}/${service.name}` === name)
  if (found === undefined) throw new Error(`There is no service ${name ?? 'at all'}`)
  return found
}

function happenToAccount(engine: Engine, happening: Happening): void {
  const { world } = engine
  const { alarm, capacity, containerInstances, deleteImage: image, deleteSecret: secret, role } = happening
  if (alarm !== undefined) world.alarms.set(alarm.name, alarm.state)
  if (capacity !== undefined) world.capacity.set(capacity.provider, capacity)
  if (containerInstances !== undefined) {
    world.containerInstances.set(containerInstances.cluster ?? 'default', containerInstances.count)
    for (const service of world.services) reconcileSoon(engine, service)
  }
  if (image !== undefined) deleteImage(world, image)
  if (secret !== undefined) deleteSecret(world, secret)
  if (role !== undefined) changeRole(world, role)
  if (happening.zone !== undefined) changeZone(engine, happening.zone)
  const retired = happening.deregisterTaskDefinition ?? happening.deleteTaskDefinition
  if (retired !== undefined) deregisterTaskDefinition(engine, { taskDefinition: retired })
  if (happening.deleteTaskDefinition !== undefined)
    deleteTaskDefinitions(engine, { taskDefinitions: [happening.deleteTaskDefinition] })
}

const serviceMembers = [
  'scale',
  'autoScale',
  'interruptSpot',
  'protectMinutes',
  'deploymentConfiguration',
  'deploy',
  'deleteTargetGroup',
  'loseTargets',
  'throttleSchedulerSeconds',
  'deleteService',
] as const satisfies readonly (keyof Happening)[]

const concernsService = (happening: Happening): boolean =>
  serviceMembers.some((member) => happening[member] !== undefined)

function happenToService(engine: Engine, service: Service, happening: Happening): void {
  const { scale, interruptSpot, protectMinutes, deploymentConfiguration, deploy } = happening
  const named = { cluster: service.cluster, service: service.name }
  if (scale !== undefined) updateService(engine, { ...named, desiredCount: scale })
  if (happening.autoScale !== undefined) autoScale(engine, service, happening.autoScale)
  if (interruptSpot !== undefined) interrupt(engine, service, interruptSpot)
  if (protectMinutes !== undefined) protect(engine, service, protectMinutes)
  if (deploymentConfiguration !== undefined) updateService(engine, { ...named, deploymentConfiguration })
  if (deploy !== undefined) updateService(engine, { ...named, ...asUpdate(engine, service, deploy) })
  if (happening.deleteTargetGroup === true) deleteTargetGroup(engine, service)
  if (happening.loseTargets !== undefined) loseTargets(engine, service, happening.loseTargets)
  if (happening.throttleSchedulerSeconds !== undefined)
    throttleScheduler(engine, service, happening.throttleSchedulerSeconds)
  if (happening.deleteService === true) deleteService(engine, { ...named, force: true })
}

function asUpdate(engine: Engine, service: Service, { image, ...update }: OtherDeployment): typeof update {
  if (image !== undefined) return { ...update, taskDefinition: withImage(engine, service, image) }
  return update.taskDefinition === undefined ? { forceNewDeployment: true, ...update } : update
}

function withImage(engine: Engine, service: Service, image: string): string {
  const running = primaryOf(service) ?? service.completed
  if (running === undefined) throw new Error(`${service.name} runs nothing whose image could be another one`)
  const { family, stored } = definitionByArn(engine.world, running.taskDefinition)
  const [first, ...others] = stored.containerDefinitions
  const containerDefinitions = first === undefined ? [] : [{ ...first, image }, ...others]
  const answer = registerTaskDefinition(engine, { ...stored, family, containerDefinitions }) as {
    taskDefinition: { taskDefinitionArn: string }
  }
  return answer.taskDefinition.taskDefinitionArn
}

function protect(engine: Engine, service: Service, minutes: number): void {
  const until = minutes > 0 ? engine.world.now + minutes * 60_000 : undefined
  for (const task of tasksOf(engine.world, service).filter(({ lastStatus }) => lastStatus === 'RUNNING'))
    task.protectedUntil = until
  reconcileSoon(engine, service)
}

/** SIGTERM comes with the two-minute warning; stop code and reason as in current events (facts 6.3). */
function interrupt(engine: Engine, service: Service, { count, of }: NonNullable<Happening['interruptSpot']>): void {
  const primary = primaryOf(service)?.id
  const spot = tasksOf(engine.world, service)
    .filter((task) => isLive(task) && task.capacityProvider === 'FARGATE_SPOT')
    .filter(({ deployment }) => of === undefined || (of === 'new') === (deployment === primary))
  for (const task of spot.slice(0, count))
    stopTask(engine, service, task, 'Your Spot Task was interrupted.', 'SpotInterruption')
  if (spot.length === 0) return
  service.steady = false
  reconcileSoon(engine, service)
}
