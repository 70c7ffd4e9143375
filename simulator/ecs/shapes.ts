/** Services, deployments and tasks as the API shows them: empty lists present, times in seconds. */
import { primaryOf, revisionOf } from '../rollout/deployments.ts'
import { taskHealth, tasksOf } from '../task/task.ts'
import { clusterArn } from '../world/arn.ts'
import { definitionByArn } from '../world/definition.ts'
import { attachmentIdOf, interfaceOf } from '../world/network.ts'
import type {
  Container,
  Deployment,
  HookExecution,
  Service,
  ServiceDeployment,
  ServiceRevision,
  Task,
  World,
} from '../world/world.ts'
import { present, seconds, secondsIf } from './operation.ts'

interface Counts {
  readonly running: number
  readonly pending: number
}

const starting: readonly string[] = ['PROVISIONING', 'PENDING', 'ACTIVATING']

function countsOf(world: World, service: Service, deployment?: string): Counts {
  const tasks = tasksOf(world, service, deployment)
  return {
    running: tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING').length,
    pending: tasks.filter(
      ({ lastStatus, desiredStatus }) => desiredStatus === 'RUNNING' && starting.includes(lastStatus),
    ).length,
  }
}

/** The service deployment that DescribeServices names: the newest that is visible yet, none while a newer one is not. */
function currentServiceDeployment(world: World, service: Service): string | undefined {
  const newest = service.serviceDeployments.at(-1)
  if (newest === undefined || newest.visibleAt > world.now) return undefined
  return newest.createdAt >= (service.historyFrom ?? newest.createdAt) ? newest.arn : undefined
}

export function serviceShape(world: World, service: Service, withTags: boolean): object {
  const { settings } = service
  const { running, pending } = countsOf(world, service)
  const isEcs = settings.deploymentController === 'ECS'
  return present({
    serviceArn: service.arn,
    serviceName: service.name,
    clusterArn: clusterArn(world, service.cluster),
    loadBalancers: settings.loadBalancers,
    serviceRegistries: settings.serviceRegistries,
    status: service.status,
    desiredCount: service.desiredCount,
    runningCount: running,
    pendingCount: pending,
    launchType: settings.launchType,
    capacityProviderStrategy: settings.capacityProviderStrategy,
    platformVersion: settings.launchType === 'EC2' ? undefined : (settings.platformVersion ?? 'LATEST'),
    platformFamily: settings.launchType === 'EC2' ? undefined : 'Linux',
    taskDefinition: (primaryOf(service) ?? service.completed)?.taskDefinition,
    deploymentConfiguration: settings.deploymentConfiguration,
    deployments: isEcs ? service.deployments.map((deployment) => deploymentShape(world, service, deployment)) : [],
    roleArn: `arn:aws:iam::${world.account}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`,
    events: service.events
      .filter(({ createdAt }) => createdAt <= world.now)
      .map(({ id, createdAt, message }) => ({ id, createdAt: seconds(createdAt), message })),
    createdAt: seconds(service.createdAt),
    currentServiceDeployment: isEcs ? currentServiceDeployment(world, service) : undefined,
    currentServiceRevisions: isEcs
      ? service.deployments.map((deployment) => revisionSummary(world, service, deployment.number))
      : undefined,
    placementConstraints: settings.placementConstraints,
    placementStrategy: settings.placementStrategy,
    networkConfiguration: settings.networkConfiguration,
    healthCheckGracePeriodSeconds: settings.healthCheckGracePeriodSeconds,
    schedulingStrategy: settings.schedulingStrategy,
    deploymentController: { type: settings.deploymentController },
    tags: withTags ? (world.tags.get(service.arn) ?? []) : undefined,
    createdBy: `arn:aws:iam::${world.account}:role/deployer`,
    enableECSManagedTags: settings.enableECSManagedTags,
    propagateTags: settings.propagateTags,
    enableExecuteCommand: settings.enableExecuteCommand,
    availabilityZoneRebalancing: settings.availabilityZoneRebalancing,
    resourceManagementType: settings.resourceManagementType,
  })
}

function deploymentShape(world: World, service: Service, deployment: Deployment): object {
  const { running, pending } = countsOf(world, service, deployment.id)
  return present({
    id: deployment.id,
    status: deployment.status,
    taskDefinition: deployment.taskDefinition,
    desiredCount: deployment.desiredCount,
    pendingCount: pending,
    runningCount: running,
    failedTasks: deployment.failedTasks,
    createdAt: seconds(deployment.createdAt),
    updatedAt: seconds(deployment.updatedAt),
    capacityProviderStrategy: deployment.capacityProviderStrategy,
    launchType: deployment.launchType,
    platformVersion: deployment.platformVersion,
    platformFamily: deployment.platformVersion === undefined ? undefined : 'Linux',
    networkConfiguration: deployment.networkConfiguration,
    rolloutState: deployment.rolloutState,
    rolloutStateReason: deployment.rolloutStateReason,
  })
}

function revisionSummary(world: World, service: Service, number: string): object {
  const { running, pending } = countsOf(world, service, `ecs-svc/${number}`)
  const deployment = service.deployments.find((one) => one.number === number)
  return {
    arn: revisionOf(service, number)?.arn,
    requestedTaskCount: deployment?.desiredCount ?? 0,
    runningTaskCount: running,
    pendingTaskCount: pending,
  }
}

type Brief = Readonly<Record<string, unknown>> & { readonly targetServiceRevisionArn?: string }

export function serviceDeploymentBrief(world: World, service: Service, deployment: ServiceDeployment): Brief {
  return present({
    serviceDeploymentArn: deployment.arn,
    serviceArn: service.arn,
    clusterArn: clusterArn(world, service.cluster),
    startedAt: secondsIf(deployment.startedAt),
    createdAt: seconds(deployment.createdAt),
    finishedAt: secondsIf(deployment.finishedAt),
    targetServiceRevisionArn: revisionOf(service, deployment.number)?.arn,
    status: deployment.status,
    statusReason: deployment.statusReason,
  }) as Brief
}

export function serviceDeploymentShape(world: World, service: Service, deployment: ServiceDeployment): object {
  const { rollback, ...rest } = deployment
  const { targetServiceRevisionArn: _inFull, ...brief } = serviceDeploymentBrief(world, service, deployment)
  return present({
    ...brief,
    stoppedAt: secondsIf(rest.stoppedAt),
    updatedAt: seconds(rest.updatedAt),
    sourceServiceRevisions: rest.sourceNumbers.map((number) => revisionSummary(world, service, number)),
    targetServiceRevision: revisionSummary(world, service, rest.number),
    deploymentConfiguration: rest.configuration,
    rollback: rollback && {
      reason: rollback.reason,
      startedAt: seconds(rollback.startedAt),
      serviceRevisionArn: revisionOf(service, rollback.number)?.arn,
    },
    deploymentCircuitBreaker: rest.breaker,
    alarms: rest.alarms,
    lifecycleStage: rest.status === 'IN_PROGRESS' ? (rest.stage ?? world.options.rollingLifecycleStage) : undefined,
    lifecycleHookDetails: rest.hooks.length === 0 ? undefined : rest.hooks.map(hookShape),
  })
}

/** A pause hook has no target (DG deployment-lifecycle-hooks). */
const hookShape = ({ id, status, expiresAt, timeoutAction }: HookExecution): object => ({
  hookId: id,
  targetType: 'PAUSE',
  status,
  expiresAt: seconds(expiresAt),
  timeoutAction,
})

export function revisionShape(world: World, service: Service, revision: ServiceRevision): object {
  const { containerDefinitions } = definitionByArn(world, revision.taskDefinition).stored
  return present({
    serviceRevisionArn: revision.arn,
    serviceArn: service.arn,
    clusterArn: clusterArn(world, service.cluster),
    taskDefinition: revision.taskDefinition,
    capacityProviderStrategy: revision.capacityProviderStrategy,
    launchType: revision.launchType,
    platformVersion: revision.platformVersion,
    platformFamily: revision.platformVersion === undefined ? undefined : 'Linux',
    loadBalancers: revision.loadBalancers,
    serviceRegistries: [],
    networkConfiguration: revision.networkConfiguration,
    containerImages: containerDefinitions.map(({ name, image }) =>
      present({ containerName: name, imageDigest: revision.digests[name], image }),
    ),
    guardDutyEnabled: false,
    createdAt: seconds(revision.createdAt),
  })
}

export function taskShape(world: World, task: Task, withTags = false): object {
  const { stored } = definitionByArn(world, task.taskDefinition)
  const architecture = stored.runtimePlatform?.cpuArchitecture === 'ARM64' ? 'arm64' : 'x86_64'
  const { launchType } = task
  return present({
    attachments: attachments(world, task),
    attributes: [{ name: 'ecs.cpu-architecture', value: architecture }],
    availabilityZone: task.availabilityZone,
    capacityProviderName: task.capacityProvider,
    clusterArn: clusterArn(world, task.cluster),
    connectivity: task.startedAt === undefined ? undefined : 'CONNECTED',
    connectivityAt: secondsIf(task.startedAt),
    containers: task.containers.map((container) => containerShape(task, container)),
    cpu: task.overrides?.cpu ?? stored.cpu,
    createdAt: seconds(task.createdAt),
    desiredStatus: task.desiredStatus,
    enableExecuteCommand: task.enableExecuteCommand,
    executionStoppedAt: secondsIf(task.executionStoppedAt),
    group: task.group,
    healthStatus: taskHealth(task),
    lastStatus: task.lastStatus,
    launchType: launchType ?? 'FARGATE',
    memory: task.overrides?.memory ?? stored.memory,
    overrides: overridesShape(task),
    platformVersion: launchType === 'EC2' ? undefined : '1.4.0',
    platformFamily: launchType === 'EC2' ? undefined : 'Linux',
    pullStartedAt: secondsIf(task.pullStartedAt),
    pullStoppedAt: secondsIf(task.pullStoppedAt),
    startedAt: secondsIf(task.startedAt),
    startedBy: task.deployment === '' ? undefined : task.deployment,
    stopCode: task.stopCode,
    stoppedAt: secondsIf(task.stoppedAt),
    stoppedReason: task.stoppedReason,
    stoppingAt: secondsIf(task.stoppingAt),
    tags: withTags ? (world.tags.get(task.arn) ?? []) : [],
    taskArn: task.arn,
    taskDefinitionArn: task.taskDefinition,
    version: task.version,
  })
}

/** Every container is named, also where nothing is overridden (real DescribeTasks answers). */
function overridesShape({ overrides, containers }: Task): object {
  const given = overrides?.containerOverrides ?? []
  return {
    ...overrides,
    containerOverrides: containers.map(({ name }) => given.find((override) => override.name === name) ?? { name }),
    inferenceAcceleratorOverrides: [],
  }
}

/** The agent that ECS Exec talks to starts with the container (DG ecs-exec). */
function managedAgents({ enableExecuteCommand, startedAt }: Task, { lastStatus }: Container): object[] | undefined {
  if (!enableExecuteCommand) return undefined
  return [
    { name: 'ExecuteCommandAgent', lastStatus, ...(startedAt !== undefined && { lastStartedAt: seconds(startedAt) }) },
  ]
}

/** The details that DescribeTasks tells of a network interface; a public address is known to EC2 only. */
function attachments(world: World, task: Task): object[] {
  const network = interfaceOf(world, task)
  if (network === undefined) return []
  const isGone = task.lastStatus === 'STOPPED'
  const status = isGone ? 'DELETED' : task.lastStatus === 'PROVISIONING' ? 'PRECREATED' : 'ATTACHED'
  const details = {
    subnetId: network.subnetId,
    networkInterfaceId: network.id,
    macAddress: network.macAddress,
    privateDnsName: network.privateDnsName,
    privateIPv4Address: network.privateAddress,
  }
  return [
    {
      id: network.attachmentId,
      type: 'ElasticNetworkInterface',
      status,
      details: Object.entries(details).map(([name, value]) => ({ name, value })),
    },
  ]
}

function containerShape(task: Task, container: Container): object {
  return present({
    containerArn: container.arn,
    taskArn: task.arn,
    name: container.name,
    image: container.image,
    imageDigest: container.imageDigest,
    runtimeId: task.startedAt === undefined ? undefined : container.runtimeId,
    lastStatus: container.lastStatus,
    exitCode: container.exitCode,
    reason: container.reason,
    networkBindings: [],
    networkInterfaces: [{ attachmentId: attachmentIdOf(task), privateIpv4Address: task.address }],
    healthStatus: container.health ?? 'UNKNOWN',
    managedAgents: managedAgents(task, container),
    cpu: '0',
  })
}
