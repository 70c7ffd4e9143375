/** The circuit breaker: counts failed tasks of a deployment and judges it (DG deployment-circuit-breaker). */
import type { DeploymentCircuitBreaker } from '@aws-sdk/client-ecs'
import type { Engine } from '../engine.ts'
import type { Deployment, Service } from '../world/world.ts'
import { breakerOf, openServiceDeployment, rolloutReason } from './deployments.ts'
import { failDeployment, statusReason } from './rollback.ts'
import { serviceEventText } from './service-events.ts'

/** A task of this deployment failed: count it, and let the circuit breaker judge (DG deployment-circuit-breaker). */
export function countFailure(engine: Engine, service: Service, deployment: Deployment): void {
  if (service.status !== 'ACTIVE' || deployment.status !== 'PRIMARY' || deployment.rolloutState !== 'IN_PROGRESS')
    return
  const breaker = breakerOf(engine, service)
  const threshold = engine.rules.breakerThreshold(service.desiredCount, breaker)
  deployment.failedTasks += 1
  deployment.updatedAt = engine.world.now
  const open = openServiceDeployment(service)
  if (open !== undefined && breaker?.enable === true)
    Object.assign(open.breaker, { failureCount: deployment.failedTasks, threshold })
  if (breaker?.enable === true && deployment.failedTasks >= threshold) tripBreaker(engine, service, deployment, breaker)
}

/** A task became healthy: consecutive failures start at 0 again, unless the breaker is told to add them all up. */
export function forgiveFailures(engine: Engine, service: Service, deployment: Deployment): void {
  if (!engine.rules.forgivesFailures(breakerOf(engine, service)) || deployment.rolloutState !== 'IN_PROGRESS') return
  deployment.failedTasks = 0
  const open = openServiceDeployment(service)
  if (open !== undefined && open.status !== 'ROLLBACK_IN_PROGRESS') open.breaker.failureCount = 0
  deployment.updatedAt = engine.world.now
}

function tripBreaker(engine: Engine, service: Service, failed: Deployment, breaker: DeploymentCircuitBreaker): void {
  const open = openServiceDeployment(service)
  if (open !== undefined) open.breaker.status = 'TRIGGERED'
  failDeployment(engine, service, failed, {
    event: serviceEventText.deploymentFailed(failed.id),
    rolloutReason: rolloutReason.breakerTripped,
    statusReason: statusReason.breaker,
    rollback: breaker.rollback === true,
    targetReason: rolloutReason.breakerRollsBack,
  })
}
