/** The way back to the last deployment that completed, inside the same service deployment. */
import { type Engine, schedule } from '../engine.ts'
import type { Deployment, Service, ServiceDeployment } from '../world/world.ts'
import { endServiceDeployment, openServiceDeployment, primaryOf, rolloutReason } from './deployments.ts'
import { reconcileSoon } from './scheduler.ts'
import { emit, serviceEventText } from './service-events.ts'

export const statusReason = {
  breaker: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
} as const

/** Without a COMPLETED deployment there is nothing to return to: the failed one stays PRIMARY and starts nothing. */
export function stall(engine: Engine, service: Service): void {
  const open = openServiceDeployment(service)
  if (open === undefined) return
  open.stoppedAt = engine.world.now
  endServiceDeployment(engine, open, open.status === 'ROLLBACK_IN_PROGRESS' ? 'ROLLBACK_FAILED' : 'STOPPED')
}

/**
 * Goes back to a deployment that had completed: its service deployment says so at once, the list of deployments by one
 * reading only after a while.
 */
export function rollBack(
  engine: Engine,
  service: Service,
  target: Deployment,
  reason: string,
  rolloutText: string,
): void {
  const { now, options } = engine.world
  const open = openServiceDeployment(service)
  if (open !== undefined) {
    open.status = 'ROLLBACK_IN_PROGRESS'
    open.updatedAt = now
    open.rollback = { reason, startedAt: now, number: target.number }
  }
  if (open === undefined || options.failedStaysPrimarySeconds === 0) {
    steerBack(engine, service, target, rolloutText)
    return
  }
  const event = { service: service.arn, deployment: open.arn, target: target.id, rolloutText }
  schedule(engine, options.failedStaysPrimarySeconds, { kind: 'rollback-shows', ...event })
}

/** The while is over; unless somebody has deployed meanwhile, or nothing is left to return to. */
export function showRollback(
  engine: Engine,
  service: Service,
  open: ServiceDeployment,
  { target: id, rolloutText }: { readonly target: string; readonly rolloutText: string },
): void {
  if (open.status !== 'ROLLBACK_IN_PROGRESS' || primaryOf(service)?.number !== open.number) return
  const target = service.deployments.find((one) => one.id === id)
  if (target === undefined) {
    stall(engine, service)
    return
  }
  steerBack(engine, service, target, rolloutText)
  reconcileSoon(engine, service)
}

/**
 * It keeps its id: COMPLETED becomes IN_PROGRESS and PRIMARY, and it is no target for another rollback until it completes
 * again (DG deployment-circuit-breaker; observed ids).
 */
function steerBack(engine: Engine, service: Service, target: Deployment, rolloutText: string): void {
  const { now } = engine.world
  emit(engine, service, serviceEventText.rollingBack(target.id), 1)
  for (const other of service.deployments)
    other.status = other.rolloutState === 'FAILED' ? engine.world.options.failedDeploymentStatus : 'ACTIVE'
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
}

export interface Failure {
  readonly event: string
  /** `rolloutStateReason` of the failed deployment. */
  readonly rolloutReason: string
  readonly statusReason: string
  /** Whether the mechanism that failed it is set to roll back. */
  readonly rollback: boolean
  /** `rolloutStateReason` of the deployment that is returned to. */
  readonly targetReason: (id: string) => string
}

/** A deployment fails by the circuit breaker or an alarm: it launches nothing more, and goes back or stalls. */
export function failDeployment(engine: Engine, service: Service, failed: Deployment, failure: Failure): void {
  emit(engine, service, failure.event)
  Object.assign(failed, {
    rolloutState: 'FAILED',
    rolloutStateReason: failure.rolloutReason,
    updatedAt: engine.world.now,
  })
  const target = engine.rules.rollbackTarget(service, failed)
  if (failure.rollback && target !== undefined) {
    const open = openServiceDeployment(service)
    if (open !== undefined) open.statusReason = failure.statusReason
    rollBack(engine, service, target, failure.statusReason, failure.targetReason(target.id))
  } else {
    stall(engine, service)
  }
  reconcileSoon(engine, service)
}

/** StopServiceDeployment: the rollback that the user asked for begins (DG stop-service-deployment). */
export function startRequestedRollback(engine: Engine, service: Service, open: ServiceDeployment): void {
  if (open.status !== 'ROLLBACK_REQUESTED') return
  const failed = primaryOf(service)
  const { requestedStatusReason } = engine.world.options
  const target = failed === undefined ? undefined : engine.rules.rollbackTarget(service, failed)
  if (failed === undefined || target === undefined) {
    open.statusReason = requestedStatusReason
    if (failed !== undefined) failed.rolloutState = 'FAILED'
    stall(engine, service)
    return
  }
  failed.rolloutState = 'FAILED'
  // No source shows what `rolloutStateReason` says after a request (facts: unconfirmed).
  failed.rolloutStateReason = `ECS deployment ${failed.id} was stopped by a user request.`
  failed.updatedAt = engine.world.now
  open.statusReason = requestedStatusReason
  rollBack(engine, service, target, requestedStatusReason, rolloutReason.inProgress(target.id))
  reconcileSoon(engine, service)
}
