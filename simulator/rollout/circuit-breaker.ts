/** The circuit breaker: counts failed tasks of a deployment and judges it (DG deployment-circuit-breaker). */
import type { DeploymentCircuitBreaker } from '@aws-sdk/client-ecs'
import type { Engine } from '../engine.ts'
import type { Deployment, Service } from '../world/world.ts'
import { breakerThreshold } from './bounds.ts'
import { breakerOf, openServiceDeployment, rolloutReason } from './deployments.ts'
import { rollBack, stall, statusReason } from './rollback.ts'
import { reconcileSoon } from './scheduler.ts'
import { emit, serviceEventText } from './service-events.ts'

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
