/** The life of a deployment and of the service deployment that drives it: start, complete, fail, roll back. */
import type { DeploymentCircuitBreaker, DeploymentConfiguration } from '@aws-sdk/client-ecs'
import { about, type Engine, schedule } from '../engine.ts'
import { serviceDeploymentArn, serviceRevisionArn } from '../world/arn.ts'
import { definitionByArn } from '../world/definition.ts'
import type { Deployment, Service, ServiceDeployment, ServiceRevision } from '../world/world.ts'
import { reconcileSoon } from './scheduler.ts'
import { emit, serviceEventText } from './service-events.ts'

const concretePlatformVersion = '1.4.0'
const terminalStatuses: readonly string[] = ['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED']

export const rolloutReason = {
  inProgress: (id: string): string => `ECS deployment ${id} in progress.`,
  completed: (id: string): string => `ECS deployment ${id} completed.`,
  // Real answers say "tasks", the documentation "task" (observed).
  breakerTripped: 'ECS deployment circuit breaker: tasks failed to start.',
  breakerRollsBack: (id: string): string => `ECS deployment circuit breaker: rolling back to deploymentId ${id}.`,
} as const

export const primaryOf = (service: Service): Deployment | undefined =>
  service.deployments.find(({ status }) => status === 'PRIMARY')

export const revisionOf = (service: Service, number: string): ServiceRevision | undefined =>
  service.revisions.find((revision) => revision.number === number)

export const isTerminal = (deployment: ServiceDeployment): boolean => terminalStatuses.includes(deployment.status)

/** The newest service deployment that has not ended. */
export function openServiceDeployment(service: Service): ServiceDeployment | undefined {
  return service.serviceDeployments.findLast((deployment) => !isTerminal(deployment))
}

/** The breaker that judges: the service's present one, or by the other reading the one its deployment began with. */
export function breakerOf({ world }: Pick<Engine, 'world'>, service: Service): DeploymentCircuitBreaker | undefined {
  const begunWith =
    world.options.breakerChange === 'next-deployment' ? openServiceDeployment(service)?.configuration : undefined
  return (begunWith ?? service.settings.deploymentConfiguration).deploymentCircuitBreaker
}

/** Starts a deployment of a definition with the service's present settings; what ran before becomes ACTIVE. */
export function startDeployment(engine: Engine, service: Service, taskDefinition: string): Deployment {
  const { world } = engine
  const sources = service.deployments.map(({ number }) => number)
  stopSuperseded(engine, service)
  const deployment = createDeployment(engine, service, taskDefinition, engine.random.digits(19))
  deployment.launchFrom = world.now + Math.round(about(engine, world.options.firstTaskDelaySeconds) * 1000)
  for (const former of service.deployments) former.status = 'ACTIVE'
  service.deployments = [deployment, ...service.deployments]
  service.steady = false
  openNewServiceDeployment(engine, service, deployment, sources)
  reconcileSoon(engine, service, (deployment.launchFrom - world.now) / 1000)
  return deployment
}

function stopSuperseded(engine: Engine, service: Service): void {
  const open = openServiceDeployment(service)
  if (open === undefined || open.status === 'STOP_REQUESTED') return
  open.status = 'STOP_REQUESTED'
  open.updatedAt = engine.world.now
  schedule(engine, about(engine, 3), { kind: 'service-deployment-stops', service: service.arn, deployment: open.arn })
}

/** The deployment of a service that is being deleted leads nowhere any more. */
export function endOpenDeployment(engine: Engine, service: Service): void {
  const open = openServiceDeployment(service)
  if (open === undefined) return
  open.stoppedAt = engine.world.now
  endServiceDeployment(engine, open, 'STOPPED')
}

/** A changed configuration acts on the deployment that runs, except where the breaker waits for the next one (an option). */
export function takeOverConfiguration(engine: Engine, service: Service): void {
  reconcileSoon(engine, service)
  const open = openServiceDeployment(service)
  const breaker = breakerOf(engine, service)
  if (open === undefined || open.breaker.status === 'TRIGGERED') return
  open.breaker.status = breaker?.enable === true ? 'MONITORING' : 'DISABLED'
  open.breaker.threshold = engine.rules.breakerThreshold(service.desiredCount, breaker)
}

/** Makes the pair of a deployment and the service revision of the same number, from the service's present settings. */
export function createDeployment(engine: Engine, service: Service, taskDefinition: string, number: string): Deployment {
  const { now } = engine.world
  const { launchType, capacityProviderStrategy, networkConfiguration, loadBalancers } = service.settings
  const launch = {
    ...(launchType !== undefined && { launchType }),
    ...(capacityProviderStrategy !== undefined && { capacityProviderStrategy }),
    ...(launchType !== 'EC2' && { platformVersion: concretePlatformVersion }),
    ...(networkConfiguration !== undefined && { networkConfiguration }),
  }
  service.revisions.push({
    number,
    arn: serviceRevisionArn(engine.world, service.cluster, service.name, number),
    taskDefinition,
    createdAt: now,
    ...launch,
    loadBalancers: [...loadBalancers],
    digests: {},
    resolution: namesOnlyDigests(engine, taskDefinition) ? 'resolved' : 'open',
    failedResolutions: 0,
  })
  const id = `ecs-svc/${number}`
  return {
    id,
    number,
    taskDefinition,
    status: 'PRIMARY',
    desiredCount: 0,
    failedTasks: 0,
    createdAt: now,
    updatedAt: now,
    rolloutState: 'IN_PROGRESS',
    rolloutStateReason: rolloutReason.inProgress(id),
    ...launch,
    launchFrom: now,
    failedRounds: 0,
  }
}

function namesOnlyDigests(engine: Engine, taskDefinition: string): boolean {
  const { containerDefinitions } = definitionByArn(engine.world, taskDefinition).stored
  return containerDefinitions.every(({ image }) => image.includes('@sha256:'))
}

function openNewServiceDeployment(engine: Engine, service: Service, deployment: Deployment, sources: string[]): void {
  const { now, options } = engine.world
  const breaker = service.settings.deploymentConfiguration.deploymentCircuitBreaker
  const opened: ServiceDeployment = {
    arn: serviceDeploymentArn(engine.world, service.cluster, service.name, engine.random.urlSafe(21)),
    number: deployment.number,
    sourceNumbers: sources,
    createdAt: now,
    visibleAt: now + options.currentServiceDeploymentDelaySeconds * 1000,
    updatedAt: now,
    status: 'PENDING',
    breaker: {
      status: breaker?.enable === true ? 'MONITORING' : 'DISABLED',
      failureCount: 0,
      threshold: engine.rules.breakerThreshold(service.desiredCount, breaker),
    },
    alarms: alarmMonitor(service.settings.deploymentConfiguration),
    configuration: service.settings.deploymentConfiguration,
    hooks: [],
  }
  service.serviceDeployments.push(opened)
  const event = { service: service.arn, deployment: opened.arn }
  // CLI sample: created 08:03:30.917, started 08:03:32.510.
  schedule(engine, about(engine, 1.6), { kind: 'service-deployment-starts', ...event })
}

/** Monitoring begins with the deployment (DG deployment-alarm-failure). */
export function alarmMonitor({ alarms }: DeploymentConfiguration): ServiceDeployment['alarms'] {
  const isOn = alarms?.enable === true
  return {
    status: isOn ? 'MONITORING' : 'DISABLED',
    alarmNames: [...(alarms?.alarmNames ?? [])],
    triggeredAlarmNames: [],
  }
}

/** The PRIMARY has everything it needs: the two closing events are 1 ms apart (observed). */
export function completeDeployment(engine: Engine, service: Service, deployment: Deployment): void {
  const { now } = engine.world
  emit(engine, service, serviceEventText.completed(deployment.id))
  emit(engine, service, serviceEventText.steady, 1)
  Object.assign(deployment, {
    rolloutState: 'COMPLETED',
    rolloutStateReason: rolloutReason.completed(deployment.id),
    updatedAt: now,
    failedTasks: 0,
    bakingSince: undefined,
  })
  service.deployments = [deployment, ...stillListed(engine, service, deployment)]
  service.completed = deployment
  service.steady = true
  const open = openServiceDeployment(service)
  if (open === undefined) return
  const isRollback = open.status === 'ROLLBACK_IN_PROGRESS'
  endServiceDeployment(engine, open, isRollback ? 'ROLLBACK_SUCCESSFUL' : 'SUCCESSFUL')
}

/** What stays beside a completed deployment: old tasks that are cleaned up later, and a failed one for a while (facts 14.4). */
function stillListed(engine: Engine, service: Service, completed: Deployment): Deployment[] {
  const { now, options, tasks } = engine.world
  const others = service.deployments.filter((one) => one !== completed)
  for (const failed of others.filter(({ rolloutState }) => rolloutState === 'FAILED'))
    failed.listedUntil = now + options.failedDeploymentListedSeconds * 1000
  return others.filter(
    ({ id, listedUntil = 0 }) =>
      listedUntil > now || tasks.some((task) => task.deployment === id && task.desiredStatus === 'RUNNING'),
  )
}

/** Ends a service deployment. */
export function endServiceDeployment(
  engine: Engine,
  open: ServiceDeployment,
  status: ServiceDeployment['status'],
): void {
  const { now } = engine.world
  open.status = status
  open.updatedAt = now
  open.finishedAt = now
  if (open.breaker.status === 'MONITORING') open.breaker.status = 'MONITORING_COMPLETE'
  if (open.alarms.status === 'MONITORING') open.alarms.status = 'MONITORING_COMPLETE'
}

/** A service deployment leaves PENDING, or ends because a newer one took over. */
export function moveServiceDeployment(engine: Engine, open: ServiceDeployment, to: 'IN_PROGRESS' | 'STOPPED'): void {
  const { now } = engine.world
  if (to === 'IN_PROGRESS' && open.status === 'PENDING') {
    open.status = 'IN_PROGRESS'
    open.startedAt = now
    open.updatedAt = now
  } else if (to === 'STOPPED' && open.status === 'STOP_REQUESTED') {
    open.stoppedAt = now
    endServiceDeployment(engine, open, 'STOPPED')
  }
}
