import type { CapacityProviderStrategyItem, RunTaskCommandInput, Service, Tag, TaskOverride } from '@aws-sdk/client-ecs'
import { mergeTags } from '../deployment/tags.ts'
import type { TaskLaunch, TaskOverrides } from '../inputs/run-task-inputs.ts'
import type { Problem } from '../problem.ts'
import type { TaskDefinition } from '../task-definition/task-definition.ts'

/** What RunTask is to start, whoever asks for it. */
export type TaskOrder = {
  readonly cluster: string
  readonly container: string
  readonly overrides: TaskOverrides
  readonly launch: TaskLaunch
  readonly tags: readonly Tag[]
}

/** Everything that RunTask takes but revision, number and token: those are known later. */
export type TaskRequest = Omit<RunTaskCommandInput, 'taskDefinition' | 'count' | 'clientToken' | 'startedBy'>

/**
 * The request for a task with the network and the launch settings of a service, as far as nothing else is asked for; pure.
 *
 * @param definition what the task runs
 * @param service absent: everything is asked for
 * @param serviceTags of the service itself, where it gives them to its tasks
 */
export function requestFor(
  order: TaskOrder,
  definition: Pick<TaskDefinition, 'networkMode' | 'requiresCompatibilities' | 'volumes'>,
  service: Service | undefined,
  serviceTags: readonly Tag[],
): TaskRequest {
  const { cluster, launch } = order
  const network =
    launch.networkConfiguration ?? (definition.networkMode === 'awsvpc' ? service?.networkConfiguration : undefined)
  const propagateTags =
    launch.propagateTags ?? (service?.propagateTags === 'TASK_DEFINITION' ? 'TASK_DEFINITION' : undefined)
  const managedTags = launch.enableEcsManagedTags ?? service?.enableECSManagedTags
  const exec = launch.enableExecuteCommand ?? service?.enableExecuteCommand
  // `aws:` is reserved for AWS itself (API reference, Tag).
  const tags = mergeTags(
    serviceTags.filter(({ key }) => !/^aws:/i.test(key ?? '')),
    order.tags,
  )
  return {
    cluster,
    ...placeOf(launch, definition, service),
    ...(network === undefined ? {} : { networkConfiguration: network }),
    ...volumesOf(definition, service),
    overrides: overridesOf(order),
    ...(launch.group === undefined ? {} : { group: launch.group }),
    ...(exec === true ? { enableExecuteCommand: true } : {}),
    ...(propagateTags === undefined ? {} : { propagateTags }),
    ...(managedTags === undefined ? {} : { enableECSManagedTags: managedTags }),
    ...(tags.length === 0 ? {} : { tags: [...tags] }),
  }
}

/** What is missing to start the task; pure. A task in awsvpc mode needs a network (SDK text of RunTaskRequest). */
export function whatIsMissing(
  { networkMode }: Pick<TaskDefinition, 'networkMode'>,
  { networkConfiguration }: TaskRequest,
): readonly Problem[] {
  if (networkMode !== 'awsvpc' || networkConfiguration?.awsvpcConfiguration !== undefined) return []
  const message =
    'The task definition has the network mode awsvpc, so the task needs subnets. Give service, whose network it then has, ' +
    'or the network, e.g. {subnets: [subnet-1], securityGroups: [sg-1], assignPublicIp: DISABLED}.'
  return [{ input: 'network-configuration', message }]
}

/** Whether the service gives its own tags to its tasks: RunTask cannot, and takes them as tags (SDK text: "SERVICE" is an error). */
export function wantsServiceTags(service: Service | undefined, launch: TaskLaunch): boolean {
  return launch.propagateTags === undefined && service?.propagateTags === 'SERVICE'
}

type Place = Pick<
  RunTaskCommandInput,
  'launchType' | 'capacityProviderStrategy' | 'platformVersion' | 'placementConstraints' | 'placementStrategy'
>

function placeOf(
  launch: TaskLaunch,
  definition: Pick<TaskDefinition, 'requiresCompatibilities'>,
  service: Service | undefined,
): Place {
  const asked = launch.launchType !== undefined || (launch.capacityProviderStrategy ?? []).length > 0
  const how = asked
    ? { launchType: launch.launchType, strategy: launch.capacityProviderStrategy ?? [] }
    : { launchType: service?.launchType, strategy: withoutSpot(service?.capacityProviderStrategy ?? []) }
  const onFargate = how.strategy.length > 0 ? how.strategy.every(isFargate) : how.launchType === 'FARGATE'
  // Neither a service nor an input says where: a definition for Fargate is meant to run there.
  const fallsToFargate =
    how.strategy.length === 0 &&
    how.launchType === undefined &&
    service === undefined &&
    definition.requiresCompatibilities?.includes('FARGATE') === true
  const platformVersion = launch.platformVersion ?? (onFargate ? service?.platformVersion : undefined)
  const constraints = onFargate ? [] : (service?.placementConstraints ?? []).filter(({ type }) => type === 'memberOf')
  const strategies = onFargate ? [] : (service?.placementStrategy ?? [])
  return {
    ...(how.strategy.length > 0 ? { capacityProviderStrategy: [...how.strategy] } : {}),
    ...(how.strategy.length === 0 && how.launchType !== undefined ? { launchType: how.launchType } : {}),
    ...(fallsToFargate ? { launchType: 'FARGATE' } : {}),
    ...(platformVersion === undefined ? {} : { platformVersion }),
    ...(constraints.length === 0 ? {} : { placementConstraints: constraints }),
    ...(strategies.length === 0 ? {} : { placementStrategy: strategies }),
  }
}

function isFargate({ capacityProvider = '' }: CapacityProviderStrategyItem): boolean {
  return /^FARGATE(?:_SPOT)?$/.test(capacityProvider)
}

/**
 * The strategy of a service with FARGATE in the place of FARGATE_SPOT: a service gets a new task for one that is interrupted, a
 * one-off task is simply gone. Limits: API reference, CapacityProviderStrategyItem.
 */
export function withoutSpot(
  strategy: readonly CapacityProviderStrategyItem[],
): readonly CapacityProviderStrategyItem[] {
  if (!strategy.some(({ capacityProvider }) => capacityProvider === 'FARGATE_SPOT')) return strategy
  const onFargate = strategy.filter(isFargate)
  const sum = (numbers: readonly (number | undefined)[]): number =>
    numbers.reduce<number>((all, one = 0) => all + one, 0)
  const base = sum(onFargate.map((item) => item.base))
  const fargate = {
    capacityProvider: 'FARGATE',
    weight: Math.min(1000, Math.max(1, sum(onFargate.map(({ weight }) => weight)))),
    ...(base === 0 ? {} : { base: Math.min(100_000, base) }),
  }
  return [fargate, ...strategy.filter((item) => !isFargate(item))]
}

/** A volume that is configured at launch has its configuration in the service (SDK text of Volume). */
function volumesOf(
  { volumes = [] }: Pick<TaskDefinition, 'volumes'>,
  service: Service | undefined,
): Pick<RunTaskCommandInput, 'volumeConfigurations'> {
  const names = volumes.filter(({ configuredAtLaunch }) => configuredAtLaunch === true).map(({ name }) => name)
  const primary = service?.deployments?.find(({ status }) => status === 'PRIMARY')
  const known = (primary?.volumeConfigurations ?? []).filter(({ name }) => names.includes(name))
  if (known.length === 0) return {}
  return {
    volumeConfigurations: known.map(({ name, managedEBSVolume }) => ({
      name,
      ...(managedEBSVolume === undefined ? {} : { managedEBSVolume }),
    })),
  }
}

function overridesOf({ container, overrides }: TaskOrder): TaskOverride {
  const { command, environment, cpu, memory, taskRoleArn, executionRoleArn } = overrides
  return {
    containerOverrides: [
      {
        name: container,
        ...(command === undefined ? {} : { command: [...command] }),
        ...(environment.length === 0 ? {} : { environment: environment.map(({ name, value }) => ({ name, value })) }),
      },
    ],
    ...(cpu === undefined ? {} : { cpu }),
    ...(memory === undefined ? {} : { memory }),
    ...(taskRoleArn === undefined ? {} : { taskRoleArn }),
    ...(executionRoleArn === undefined ? {} : { executionRoleArn }),
  }
}
