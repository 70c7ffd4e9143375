/** How many tasks may run and how many must (API DeploymentConfiguration). */
import type { DeploymentCircuitBreaker, DeploymentConfiguration } from '@aws-sdk/client-ecs'

export interface Bounds {
  /** Healthy tasks that must remain. */
  readonly floor: number
  /** Tasks that may exist at once. */
  readonly ceiling: number
}

/** @returns minimum rounded up, maximum rounded down; 100 and 200 percent unless set */
export function boundsOf(desiredCount: number, configuration: DeploymentConfiguration): Bounds {
  return {
    floor: Math.ceil((desiredCount * (configuration.minimumHealthyPercent ?? 100)) / 100),
    ceiling: Math.floor((desiredCount * (configuration.maximumPercent ?? 200)) / 100),
  }
}

/**
 * Failures at which the circuit breaker fails a deployment (DG deployment-circuit-breaker, API ThresholdConfiguration).
 * @returns by default half of the desired count, but 3 to 200
 */
export function breakerThreshold(desiredCount: number, breaker: DeploymentCircuitBreaker | undefined): number {
  const { type = 'BOUNDED_PERCENT', value = 50 } = breaker?.thresholdConfiguration ?? {}
  if (type === 'COUNT') return value
  const share = Math.ceil((value / 100) * desiredCount)
  return type === 'UNBOUNDED_PERCENT' ? share : Math.min(200, Math.max(3, share))
}

/**
 * Healthy tasks of the new revision at which a deployment is a success (DG early-success-criteria).
 * @returns the desired count, or with early success criteria their share of it, rounded up, at least 1
 */
export function healthyTasksForSuccess(desiredCount: number, configuration: DeploymentConfiguration): number {
  const { enable = false, healthyPercent = 100 } = configuration.earlySuccessCriteria ?? {}
  if (!enable || desiredCount === 0) return desiredCount
  return Math.max(1, Math.ceil((desiredCount * healthyPercent) / 100))
}
