/** A service's settings: what ECS fills in at creation, what an update changes, what it refuses. */
import type {
  CreateServiceRequest,
  DeploymentConfiguration,
  DeploymentLifecycleHook,
  UpdateServiceRequest,
} from '@aws-sdk/client-ecs'
import { ApiError, invalidParameter } from '../protocol/errors.ts'
import type { ServiceSettings, StoredTaskDefinition } from '../world/world.ts'

/** @param express marks an Express Mode service (`resourceManagementType: ECS`) */
export function newSettings(input: CreateServiceRequest, express = false): ServiceSettings {
  const strategy = input.capacityProviderStrategy
  const isEcs = (input.deploymentController?.type ?? 'ECS') === 'ECS'
  return {
    ...(strategy === undefined
      ? { launchType: input.launchType ?? 'EC2' }
      : { capacityProviderStrategy: [...strategy] }),
    ...(input.platformVersion !== undefined && { platformVersion: input.platformVersion }),
    ...(input.networkConfiguration !== undefined && {
      networkConfiguration: storedNetwork(input.networkConfiguration),
    }),
    deploymentConfiguration: storedConfiguration(
      { ...(input.schedulingStrategy === 'DAEMON' && daemonPercents), ...input.deploymentConfiguration },
      isEcs,
    ),
    deploymentController: input.deploymentController?.type ?? 'ECS',
    schedulingStrategy: input.schedulingStrategy ?? 'REPLICA',
    healthCheckGracePeriodSeconds: input.healthCheckGracePeriodSeconds ?? 0,
    enableExecuteCommand: input.enableExecuteCommand ?? false,
    enableECSManagedTags: input.enableECSManagedTags ?? false,
    propagateTags: input.propagateTags ?? 'NONE',
    availabilityZoneRebalancing: input.availabilityZoneRebalancing ?? 'ENABLED',
    loadBalancers: [...(input.loadBalancers ?? [])],
    serviceRegistries: [...(input.serviceRegistries ?? [])],
    placementConstraints: [...(input.placementConstraints ?? [])],
    placementStrategy: [...(input.placementStrategy ?? [])],
    resourceManagementType: express ? 'ECS' : 'CUSTOMER',
  }
}

/** API CreateService: a DAEMON service may lose all its tasks at once, and never has more. */
const daemonPercents = { minimumHealthyPercent: 0, maximumPercent: 100 }

function storedNetwork(
  network: NonNullable<CreateServiceRequest['networkConfiguration']>,
): NonNullable<ServiceSettings['networkConfiguration']> {
  const { awsvpcConfiguration } = network
  if (awsvpcConfiguration === undefined) return {}
  const { subnets, securityGroups = [], assignPublicIp = 'DISABLED' } = awsvpcConfiguration
  return { awsvpcConfiguration: { subnets, securityGroups, assignPublicIp } }
}

/** Defaults as real answers show them; ECS adds `resetOnHealthyTask: true` to a configured breaker. */
function storedConfiguration(input: DeploymentConfiguration, isEcs: boolean): DeploymentConfiguration {
  const breaker = input.deploymentCircuitBreaker
  return {
    ...input,
    ...(isEcs && {
      deploymentCircuitBreaker:
        breaker === undefined
          ? { enable: false, rollback: false }
          : { ...breaker, resetOnHealthyTask: breaker.resetOnHealthyTask ?? true },
      strategy: input.strategy ?? 'ROLLING',
      bakeTimeInMinutes: input.bakeTimeInMinutes ?? 0,
    }),
    maximumPercent: input.maximumPercent ?? 200,
    minimumHealthyPercent: input.minimumHealthyPercent ?? 100,
  }
}

/** Members whose change needs a new deployment (API UpdateService). */
const deploying = [
  'networkConfiguration',
  'platformVersion',
  'loadBalancers',
  'serviceRegistries',
  'serviceConnectConfiguration',
  'volumeConfigurations',
] as const
const inPlace = [
  'capacityProviderStrategy',
  'availabilityZoneRebalancing',
  'healthCheckGracePeriodSeconds',
  'enableExecuteCommand',
  'enableECSManagedTags',
  'propagateTags',
  'placementConstraints',
  'placementStrategy',
] as const

/** Applies what the request sets. @returns whether a setting that needs a new deployment has changed */
export function updateSettings(settings: ServiceSettings, input: UpdateServiceRequest): boolean {
  const target = settings as unknown as Record<string, unknown>
  let needsDeployment = false
  for (const member of deploying) {
    if (input[member] === undefined || input[member] === null) continue
    const value = member === 'networkConfiguration' ? storedNetwork(input[member] ?? {}) : input[member]
    needsDeployment ||= JSON.stringify(target[member]) !== JSON.stringify(value)
    target[member] = value
  }
  for (const member of inPlace) if (input[member] !== undefined) target[member] = input[member]
  if (input.capacityProviderStrategy !== undefined) delete settings.launchType
  if (input.deploymentConfiguration !== undefined) {
    const merged = { ...settings.deploymentConfiguration, ...input.deploymentConfiguration }
    settings.deploymentConfiguration = storedConfiguration(merged, settings.deploymentController === 'ECS')
  }
  return needsDeployment
}

/** @throws ApiError if the service could not run the definition */
export function checkFit(settings: ServiceSettings, definition: StoredTaskDefinition): void {
  const { launchType, loadBalancers, networkConfiguration } = settings
  if (launchType === 'FARGATE' && !definition.compatibilities.includes('FARGATE')) {
    throw invalidParameter('Task definition does not support launch_type FARGATE.')
  }
  if (definition.stored.networkMode === 'awsvpc' && networkConfiguration?.awsvpcConfiguration === undefined) {
    throw invalidParameter("Network Configuration must be provided when networkMode 'awsvpc' is specified.")
  }
  for (const { containerName, containerPort } of loadBalancers) {
    const container = definition.stored.containerDefinitions.find(({ name }) => name === containerName)
    if (container === undefined)
      throw invalidParameter(`The container ${containerName} does not exist in the task definition.`)
    if (container.portMappings?.some((mapping) => mapping.containerPort === containerPort) !== true) {
      throw invalidParameter(`The container ${containerName} did not have a container port ${containerPort} defined.`)
    }
  }
}

const mostPauseHooks = 10
const longestPauseMinutes = 20_160
const functionStages: readonly string[] = ['TEST_TRAFFIC_SHIFT', 'PRODUCTION_TRAFFIC_SHIFT']

/** The rules are those of API DeploymentLifecycleHook; the texts are inferred. */
function checkHook({ targetType, lifecycleStages = [], timeoutConfiguration }: DeploymentLifecycleHook): void {
  if (lifecycleStages.length === 0) throw invalidParameter('lifecycleStages must be specified for a lifecycle hook.')
  const { timeoutInMinutes = 1 } = timeoutConfiguration ?? {}
  if (timeoutInMinutes < 1 || timeoutInMinutes > longestPauseMinutes)
    throw invalidParameter(`timeoutInMinutes must be between 1 and ${longestPauseMinutes}.`)
  const wrong = targetType === 'PAUSE' ? lifecycleStages.find((stage) => functionStages.includes(stage)) : undefined
  if (wrong !== undefined) throw invalidParameter(`PAUSE lifecycle hooks cannot be configured at ${wrong}.`)
}

/** @throws ApiError for percents and combinations that ECS refuses */
export function checkConfiguration(configuration: DeploymentConfiguration | undefined): void {
  const { maximumPercent, minimumHealthyPercent, lifecycleHooks = [] } = configuration ?? {}
  for (const hook of lifecycleHooks) checkHook(hook)
  if (lifecycleHooks.filter(({ targetType }) => targetType === 'PAUSE').length > mostPauseHooks)
    throw invalidParameter(`A service can have at most ${mostPauseHooks} PAUSE lifecycle hooks.`)
  if (maximumPercent !== undefined && maximumPercent <= 0)
    throw invalidParameter('maximumPercent must be greater than 0')
  if (minimumHealthyPercent !== undefined && minimumHealthyPercent < 0)
    throw invalidParameter('minimumHealthyPercent must not be negative')
  if (
    maximumPercent !== undefined &&
    minimumHealthyPercent !== undefined &&
    maximumPercent <= minimumHealthyPercent &&
    maximumPercent < 100
  ) {
    throw invalidParameter('maximumPercent must be greater than minimumHealthyPercent')
  }
}

/** @throws ApiError for what a DAEMON service cannot have, and for early success below the minimum (API CreateService) */
export function checkScheduling({
  schedulingStrategy,
  launchType,
  capacityProviderStrategy = [],
  deploymentConfiguration,
}: ServiceSettings): void {
  const { maximumPercent, minimumHealthyPercent = 0, earlySuccessCriteria: early } = deploymentConfiguration
  if (early?.enable === true && (early.healthyPercent ?? 100) < minimumHealthyPercent)
    throw invalidParameter('healthyPercent must not be less than minimumHealthyPercent')
  if (capacityProviderStrategy.length > 0 && capacityProviderStrategy.every(({ weight = 0 }) => weight === 0))
    throw invalidParameter('At least one capacity provider must have a weight above 0.')
  if (capacityProviderStrategy.filter(({ base = 0 }) => base > 0).length > 1)
    throw invalidParameter('Only one capacity provider can have a base.')
  if (schedulingStrategy !== 'DAEMON') return
  if (launchType === 'FARGATE') throw invalidParameter('The daemon scheduling strategy is not supported on FARGATE.')
  if (maximumPercent !== 100) throw invalidParameter('The daemon scheduling strategy needs a maximumPercent of 100.')
}

export const unmodelled = (what: string): ApiError =>
  new ApiError('UnsupportedFeatureException', `The simulator does not model ${what}.`)
