/** CreateService, UpdateService, DeleteService, DescribeServices, ListServices. */
import type {
  CreateServiceRequest,
  DeleteServiceRequest,
  DescribeServicesRequest,
  ListServicesRequest,
  UpdateServiceRequest,
} from '@aws-sdk/client-ecs'
import type { Engine } from '../engine.ts'
import { ApiError, invalidParameter } from '../protocol/errors.ts'
import { pageOf } from '../protocol/pagination.ts'
import { endOpenDeployment, primaryOf, startDeployment, takeOverConfiguration } from '../rollout/deployments.ts'
import { reconcileSoon } from '../rollout/scheduler.ts'
import { repeatSteadyState } from '../rollout/service-events.ts'
import { stopAll } from '../rollout/stopping.ts'
import { strategyOf } from '../rollout/strategies.ts'
import { isLive, tasksOf } from '../task/task.ts'
import { lastPart, serviceArn } from '../world/arn.ts'
import { addService } from '../world/services.ts'
import type { Service, TargetGroupTiming, World } from '../world/world.ts'
import { rememberToken, usedToken } from './client-tokens.ts'
import { withDefaultStrategy } from './clusters.ts'
import { clusterOf, findService, serviceOf, usableDefinition } from './lookup.ts'
import { newService } from './new-service.ts'
import type { Operation } from './operation.ts'
import {
  checkConfiguration,
  checkFit,
  checkScheduling,
  newSettings,
  unmodelled,
  updateSettings,
} from './service-settings.ts'
import { serviceShape } from './shapes.ts'

const namesPerCall = 10
/** One ALB check for a new target, two for an unhealthy one, and the default deregistration delay (facts, load balancers). */
export const usualTargetGroup: TargetGroupTiming = {
  healthySeconds: 30,
  unhealthySeconds: 60,
  deregistrationSeconds: 300,
}

export const createService: Operation<CreateServiceRequest> = (engine, input) => {
  const { world } = engine
  const place = clusterOf(world, input.cluster)
  const { name: cluster } = place
  const name = input.serviceName ?? ''
  if (!/^[A-Za-z0-9_-]{1,255}$/.test(name)) throw invalidParameter('Service name contains invalid characters.')
  const use = { cluster, operation: 'CreateService', token: input.clientToken, input }
  const made = usedToken(world, use)?.made[0]
  const before = world.services.find(({ arn }) => arn === made)
  if (before !== undefined) return { service: serviceShape(world, before, true) }
  const existing = findService(world, cluster, name)
  if (existing !== undefined && existing.status !== 'INACTIVE')
    throw invalidParameter('Creation of service was not idempotent.')
  if (input.launchType !== undefined && input.capacityProviderStrategy !== undefined) {
    throw invalidParameter('Specify either Launch Type or Capacity Provider Strategy, but not both.')
  }
  checkConfiguration(input.deploymentConfiguration)
  const settings = newSettings(withDefaultStrategy(place, input))
  const definition = usableDefinition(world, input.taskDefinition ?? '')
  checkFit(settings, definition)
  checkScheduling(settings)
  const desiredCount =
    settings.schedulingStrategy === 'DAEMON' ? (world.containerInstances.get(cluster) ?? 0) : (input.desiredCount ?? 1)
  const service = newService(world, { name, cluster, desiredCount, settings, targetGroup: usualTargetGroup })
  if (settings.deploymentController === 'ECS') {
    if (strategyOf(service) === undefined)
      throw unmodelled(`the ${settings.deploymentConfiguration.strategy} deployment strategy`)
    checkHooks(world, settings)
  }
  addService(world, service)
  if (input.tags !== undefined) world.tags.set(service.arn, [...input.tags])
  if (settings.deploymentController === 'ECS') startDeployment(engine, service, definition.arn)
  repeatSteadyState(engine, service)
  rememberToken(world, use, [service.arn], [])
  return { service: serviceShape(world, service, true) }
}

export const updateService: Operation<UpdateServiceRequest> = (engine, input) => {
  const { world } = engine
  const service = serviceOf(world, input.cluster, input.service ?? '')
  if (service.status !== 'ACTIVE') throw new ApiError('ServiceNotActiveException', 'Service was not ACTIVE.')
  checkController(service, input)
  checkConfiguration(input.deploymentConfiguration)
  const running = primaryOf(service)?.taskDefinition
  const definition = input.taskDefinition === undefined ? undefined : usableDefinition(world, input.taskDefinition)
  if (input.forceNewDeployment === true && definition === undefined) checkRunning(world, running)
  const trial = structuredClone(service.settings)
  const settingsChanged = updateSettings(trial, input)
  if (definition !== undefined) checkFit(trial, definition)
  checkScheduling(trial)
  const isSame = definition === undefined || definition.arn === running
  const identicalStarts = definition !== undefined && world.options.identicalTaskDefinitionStartsDeployment
  const starts = input.forceNewDeployment === true || !isSame || identicalStarts || settingsChanged
  if (starts && strategyOf({ settings: trial }) === undefined) {
    throw unmodelled(
      `deployments with the ${trial.deploymentConfiguration.strategy} strategy and the ${trial.deploymentController} controller`,
    )
  }
  if (starts) checkHooks(world, trial)
  Object.assign(service.settings, trial)
  if (input.capacityProviderStrategy !== undefined) delete service.settings.launchType
  if (input.deploymentConfiguration !== undefined) takeOverConfiguration(engine, service)
  if (input.desiredCount !== undefined) scale(engine, service, input.desiredCount)
  if (starts) startDeployment(engine, service, definition?.arn ?? running ?? '')
  return { service: serviceShape(world, service, false) }
}

/** A hook that the deployment would never ask is refused: it must not look as if it had been asked. */
function checkHooks(world: World, settings: Service['settings']): void {
  const { lifecycleHooks = [] } = settings.deploymentConfiguration
  if (lifecycleHooks.length === 0) return
  if (world.options.rollingPauseHooks === 'refused')
    throw unmodelled('lifecycle hooks of rolling deployments (unless the option rollingPauseHooks says so)')
  if (lifecycleHooks.some(({ targetType }) => targetType !== 'PAUSE')) throw unmodelled('hooks that call a function')
  const stages = strategyOf({ settings })?.hookStages ?? []
  const strange = lifecycleHooks
    .flatMap(({ lifecycleStages = [] }) => lifecycleStages)
    .find((one) => !stages.includes(one))
  if (strange !== undefined) throw unmodelled(`a hook at ${strange} of a rolling deployment`)
}

/** Whether a deployment may be forced while its definition is INACTIVE is an open question (facts 14.12). */
function checkRunning(world: World, running: string | undefined): void {
  if (world.options.forceWithInactiveDefinition === 'refused' && running !== undefined) usableDefinition(world, running)
}

function scale(engine: Engine, service: Service, desiredCount: number): void {
  if (desiredCount < 0) throw invalidParameter('desiredCount must not be negative')
  if (desiredCount === service.desiredCount) return
  service.desiredCount = desiredCount
  service.steady = false
  reconcileSoon(engine, service)
}

/** What other deployment controllers leave to UpdateService (DG update-service-parameters). */
function checkController(service: Service, input: UpdateServiceRequest): void {
  const { deploymentController: controller } = service.settings
  if (controller === 'ECS') return
  const touches =
    input.taskDefinition !== undefined || input.forceNewDeployment === true || input.networkConfiguration !== undefined
  if (touches && controller === 'CODE_DEPLOY') {
    throw invalidParameter(
      'Unable to update task definition on services with a CODE_DEPLOY deployment controller. Use AWS CodeDeploy to trigger a new deployment.',
    )
  }
  if (touches)
    throw invalidParameter(`Unable to update task definition on services with a ${controller} deployment controller.`)
}

export const deleteService: Operation<DeleteServiceRequest> = (engine, input) => {
  const { world } = engine
  const service = serviceOf(world, input.cluster, input.service ?? '')
  if (service.status === 'INACTIVE') throw new ApiError('ServiceNotActiveException', 'Service was not ACTIVE.')
  if (service.desiredCount > 0 && input.force !== true) {
    throw invalidParameter('The service cannot be stopped while it is scaled above 0.')
  }
  service.desiredCount = 0
  service.status = 'DRAINING'
  for (const deployment of service.deployments) deployment.desiredCount = 0
  stopAll(engine, service, tasksOf(world, service).filter(isLive))
  endOpenDeployment(engine, service)
  reconcileSoon(engine, service)
  return { service: serviceShape(world, service, false) }
}

export const describeServices: Operation<DescribeServicesRequest> = ({ world }, input) => {
  const { name: cluster } = clusterOf(world, input.cluster)
  const names = input.services ?? []
  if (names.length === 0) throw invalidParameter('Services cannot be empty.')
  if (names.length > namesPerCall) throw invalidParameter(`Services cannot have more than ${namesPerCall} elements.`)
  const withTags = input.include?.includes('TAGS') === true
  const found = names.map((name) => findService(world, cluster, name))
  return {
    services: found.flatMap((service) => (service === undefined ? [] : [serviceShape(world, service, withTags)])),
    failures: names.flatMap((name, index) =>
      found[index] === undefined ? [{ arn: serviceArn(world, cluster, lastPart(name)), reason: 'MISSING' }] : [],
    ),
  }
}

export const listServices: Operation<ListServicesRequest> = ({ world }, input) => {
  const { name: cluster } = clusterOf(world, input.cluster)
  const arns = world.services
    .filter((service) => service.cluster === cluster && service.status !== 'INACTIVE')
    .filter(({ settings }) => input.launchType === undefined || settings.launchType === input.launchType)
    .filter(
      ({ settings }) =>
        input.schedulingStrategy === undefined || settings.schedulingStrategy === input.schedulingStrategy,
    )
    .map(({ arn }) => arn)
  const page = pageOf(arns, input.nextToken, input.maxResults ?? 10)
  return { serviceArns: page.items, ...(page.nextToken !== undefined && { nextToken: page.nextToken }) }
}
