/** The life of a deployment and of the service deployment that drives it: start, complete, fail, roll back. */
import type { DeploymentCircuitBreaker } from '@aws-sdk/client-ecs'
import { about, type Engine, schedule } from '../engine.ts'
import { serviceDeploymentArn, serviceRevisionArn } from '../world/arn.ts'
import { definitionByArn } from '../world/definition.ts'
import type { Deployment, Service, ServiceDeployment, ServiceRevision } from '../world/world.ts'
import { breakerThreshold } from './bounds.ts'
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

export const statusReason = {
  breaker: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
  // No source shows the text for a rollback on request; this one follows the form of the known ones.
  requested: 'Service deployment rolled back because of a user request.',
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

export const breakerOf = (service: Service): DeploymentCircuitBreaker | undefined =>
  service.settings.deploymentConfiguration.deploymentCircuitBreaker

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
  const breaker = breakerOf(service)
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
      threshold: breakerThreshold(service.desiredCount, breaker),
    },
    configuration: service.settings.deploymentConfiguration,
  }
  service.serviceDeployments.push(opened)
  const event = { service: service.arn, deployment: opened.arn }
  // CLI sample: created 08:03:30.917, started 08:03:32.510.
  schedule(engine, about(engine, 1.6), { kind: 'service-deployment-starts', ...event })
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
  service.deployments = [deployment]
  service.completed = deployment
  service.steady = true
  const open = openServiceDeployment(service)
  if (open === undefined) return
  const isRollback = open.status === 'ROLLBACK_IN_PROGRESS'
  finish(engine, open, isRollback ? 'ROLLBACK_SUCCESSFUL' : 'SUCCESSFUL')
}

function finish(engine: Engine, open: ServiceDeployment, status: ServiceDeployment['status']): void {
  const { now } = engine.world
  open.status = status
  open.updatedAt = now
  open.finishedAt = now
  if (open.breaker.status === 'MONITORING') open.breaker.status = 'MONITORING_COMPLETE'
}

/** A task of this deployment failed: count it, and let the circuit breaker judge (DG deployment-circuit-breaker). */
export function countFailure(engine: Engine, service: Service, deployment: Deployment): void {
  if (deployment.status !== 'PRIMARY' || deployment.rolloutState !== 'IN_PROGRESS') return
  const breaker = breakerOf(service)
  const threshold = breakerThreshold(service.desiredCount, breaker)
  deployment.failedTasks += 1
  deployment.updatedAt = engine.world.now
  const open = openServiceDeployment(service)
  if (open !== undefined && breaker?.enable === true)
    Object.assign(open.breaker, { failureCount: deployment.failedTasks, threshold })
  if (breaker?.enable === true && deployment.failedTasks >= threshold) tripBreaker(engine, service, deployment, breaker)
}

/** A task became healthy: consecutive failures start at 0 again, unless the breaker is told to add them all up. */
export function forgiveFailures(engine: Engine, service: Service, deployment: Deployment): void {
  if (breakerOf(service)?.resetOnHealthyTask === false || deployment.rolloutState !== 'IN_PROGRESS') return
  deployment.failedTasks = 0
  const open = openServiceDeployment(service)
  if (open !== undefined && open.status !== 'ROLLBACK_IN_PROGRESS') open.breaker.failureCount = 0
  deployment.updatedAt = engine.world.now
}

function tripBreaker(engine: Engine, service: Service, failed: Deployment, breaker: DeploymentCircuitBreaker): void {
  emit(engine, service, serviceEventText.deploymentFailed(failed.id))
  Object.assign(failed, {
    rolloutState: 'FAILED',
    rolloutStateReason: rolloutReason.breakerTripped,
    updatedAt: engine.world.now,
  })
  const open = openServiceDeployment(service)
  if (open !== undefined) open.breaker.status = 'TRIGGERED'
  const target = service.completed
  if (breaker.rollback === true && target !== undefined && target !== failed) {
    if (open !== undefined) open.statusReason = statusReason.breaker
    rollBack(engine, service, target, statusReason.breaker, rolloutReason.breakerRollsBack(target.id))
  } else {
    stall(engine, service)
  }
  reconcileSoon(engine, service)
}

/** Without a COMPLETED deployment there is nothing to return to: the failed one stays PRIMARY and starts nothing. */
function stall(engine: Engine, service: Service): void {
  const open = openServiceDeployment(service)
  if (open === undefined) return
  open.stoppedAt = engine.world.now
  finish(engine, open, open.status === 'ROLLBACK_IN_PROGRESS' ? 'ROLLBACK_FAILED' : 'STOPPED')
}

/**
 * Returns to a deployment that had completed. It keeps its id: COMPLETED becomes IN_PROGRESS and PRIMARY, and it is no
 * target for another rollback until it completes again (DG deployment-circuit-breaker; observed ids).
 */
export function rollBack(
  engine: Engine,
  service: Service,
  target: Deployment,
  reason: string,
  rolloutText: string,
): void {
  const { now } = engine.world
  emit(engine, service, serviceEventText.rollingBack(target.id), 1)
  for (const other of service.deployments) other.status = 'ACTIVE'
  Object.assign(target, {
    status: 'PRIMARY',
    rolloutState: 'IN_PROGRESS',
    rolloutStateReason: rolloutText,
    updatedAt: now,
    failedTasks: 0,
    failedRounds: 0,
    launchFrom: now,
  })
  service.deployments = [target, ...service.deployments.filter((deployment) => deployment !== target)]
  service.completed = undefined
  service.steady = false
  const open = openServiceDeployment(service)
  if (open === undefined) return
  open.status = 'ROLLBACK_IN_PROGRESS'
  open.updatedAt = now
  open.rollback = { reason, startedAt: now, number: target.number }
}

/** StopServiceDeployment: the rollback that the user asked for begins (DG stop-service-deployment). */
export function startRequestedRollback(engine: Engine, service: Service, open: ServiceDeployment): void {
  if (open.status !== 'ROLLBACK_REQUESTED') return
  const failed = primaryOf(service)
  const target = service.completed
  if (failed === undefined || target === undefined || target === failed) {
    open.statusReason = statusReason.requested
    if (failed !== undefined) failed.rolloutState = 'FAILED'
    stall(engine, service)
    return
  }
  failed.rolloutState = 'FAILED'
  // No source shows what `rolloutStateReason` says after a request (facts: unconfirmed).
  failed.rolloutStateReason = `ECS deployment ${failed.id} was stopped by a user request.`
  failed.updatedAt = engine.world.now
  open.statusReason = statusReason.requested
  rollBack(engine, service, target, statusReason.requested, rolloutReason.inProgress(target.id))
  reconcileSoon(engine, service)
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
    finish(engine, open, 'STOPPED')
  }
}
