/** The pure rules of a rollout in one object, handed to the engine: a rule is changed by handing in another one. */
import type { DeploymentCircuitBreaker, DeploymentConfiguration } from '@aws-sdk/client-ecs'
import type { Deployment, Service, TargetGroupTiming, Task } from '../world/world.ts'
import { type Bounds, boundsOf, breakerThreshold, healthyTasksForSuccess } from './bounds.ts'

export interface RolloutRules {
  /** Healthy tasks that must remain, and tasks that may exist. */
  readonly bounds: (desiredCount: number, configuration: DeploymentConfiguration) => Bounds
  readonly breakerThreshold: (desiredCount: number, breaker: DeploymentCircuitBreaker | undefined) => number
  /** Whether a task that becomes healthy sets the count of failures back to 0. */
  readonly forgivesFailures: (breaker: DeploymentCircuitBreaker | undefined) => boolean
  /** Where a failed deployment goes back to. */
  readonly rollbackTarget: (service: Service, failed: Deployment) => Deployment | undefined
  /** Whether a task takes room under the maximum. */
  readonly occupiesRoom: (task: Task) => boolean
  /** How many tasks may be started. */
  readonly startable: (missing: number, ceiling: number, occupied: number) => number
  /** How many healthy old tasks may be stopped. */
  readonly dispensable: (healthy: number, floor: number) => number
  /** Healthy tasks of the new revision that make a deployment a success. */
  readonly healthyForSuccess: (desiredCount: number, configuration: DeploymentConfiguration) => number
  /** Seconds after RUNNING until a task without any check counts as healthy. */
  readonly healthyWithoutChecksSeconds: number
  /** Whether failed checks are still ignored. */
  readonly isInGrace: (secondsRunning: number, graceSeconds: number) => boolean
  /** How long a target drains before its containers are told to stop. */
  readonly drainSeconds: (targetGroup: TargetGroupTiming) => number
}

/** The documented rules. Sources beside the functions, and in `bounds.ts`. */
export const documentedRules: RolloutRules = {
  bounds: boundsOf,
  breakerThreshold,
  // API DeploymentCircuitBreaker: `resetOnHealthyTask`, true unless set.
  forgivesFailures: (breaker) => breaker?.resetOnHealthyTask !== false,
  // DG deployment-circuit-breaker: the most recent deployment in COMPLETED, if there is one.
  rollbackTarget: ({ completed }, failed) => (completed === failed ? undefined : completed),
  // DG update-service-parameters: running, starting, or still stopping.
  occupiesRoom: ({ lastStatus }) => lastStatus !== 'STOPPED' && lastStatus !== 'DEPROVISIONING',
  startable: (missing, ceiling, occupied) => Math.max(0, Math.min(missing, ceiling - occupied)),
  dispensable: (healthy, floor) => Math.max(0, healthy - floor),
  healthyForSuccess: healthyTasksForSuccess,
  // API DeploymentConfiguration, minimumHealthyPercent.
  healthyWithoutChecksSeconds: 40,
  // API CreateService, healthCheckGracePeriodSeconds.
  isInGrace: (secondsRunning, graceSeconds) => secondsRunning < graceSeconds,
  // DG load-balancer-connection-draining. Observed: "deregistered" follows "has stopped" after 1.6 s.
  drainSeconds: ({ deregistrationSeconds }) => 1.6 + deregistrationSeconds,
}
