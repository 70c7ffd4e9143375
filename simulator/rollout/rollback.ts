/** The way back to the last deployment that completed, inside the same service deployment. */
import type { Engine } from '../engine.ts'
import type { Deployment, Service, ServiceDeployment } from '../world/world.ts'
import { endServiceDeployment, openServiceDeployment, primaryOf, rolloutReason } from './deployments.ts'
import { reconcileSoon } from './scheduler.ts'
import { emit, serviceEventText } from './service-events.ts'

export const statusReason = {
  breaker: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
  // No source shows the text for a rollback on request; this one follows the form of the known ones.
  requested: 'Service deployment rolled back because of a user request.',
} as const

/** Without a COMPLETED deployment there is nothing to return to: the failed one stays PRIMARY and starts nothing. */
export function stall(engine: Engine, service: Service): void {
  const open = openServiceDeployment(service)
  if (open === undefined) return
  open.stoppedAt = engine.world.now
  endServiceDeployment(engine, open, open.status === 'ROLLBACK_IN_PROGRESS' ? 'ROLLBACK_FAILED' : 'STOPPED')
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
