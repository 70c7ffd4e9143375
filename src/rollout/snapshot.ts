import type { DeploymentConfiguration, Service, ServiceDeployment, ServiceDeploymentBrief } from '@aws-sdk/client-ecs'
import type { ServiceEvent } from '../diagnosis/evidence.ts'

/** One entry of `services[].deployments[]`. `status` and `rolloutState` are kept as text: ECS may send values that no SDK knows. */
export type DeploymentView = {
  /** `ecs-svc/<number>`; the number is also the service revision's. */
  readonly id: string
  readonly status: string
  /** Absent where the controller is not ECS and behind a Classic Load Balancer. */
  readonly rolloutState?: string
  readonly rolloutStateReason?: string
  readonly taskDefinition: string
  readonly desired: number
  readonly running: number
  readonly pending: number
  readonly failed: number
  /** Milliseconds since the epoch. */
  readonly createdAt: number
}

/** One service deployment of the history (ListServiceDeployments), joined to `deployments[]` by `deploymentId`. */
export type ServiceDeploymentView = {
  readonly arn: string
  /** `ecs-svc/N` of the target revision N (observed: the numbers are equal). */
  readonly deploymentId: string
  readonly status: string
  readonly statusReason?: string
  readonly createdAt: number
  readonly finishedAt?: number
}

/** What ECS said about a service at one moment, as plain data. */
export type Snapshot = {
  /** Milliseconds since the epoch, for what people read. */
  readonly at: number
  /** Milliseconds of a clock that never goes back: for how long something has been so. */
  readonly uptime: number
  readonly serviceStatus: string
  readonly desired: number
  readonly running: number
  readonly pending: number
  readonly deployments: readonly DeploymentView[]
  /** Oldest first. */
  readonly events: readonly ServiceEvent[]
  /** The circuit breaker or an alarm of the service is told to roll back. */
  readonly rollsBack?: boolean
  /** Service deployments; absent: not asked for. `denied`: asked for, and it cannot be had. */
  readonly history?: readonly ServiceDeploymentView[] | 'denied'
}

/** DescribeServices' answer as a snapshot of this moment. @param clock both of its times in milliseconds */
export function snapshotOf(service: Service, clock: { now(): number; uptime(): number }): Snapshot {
  return {
    at: clock.now(),
    uptime: clock.uptime(),
    serviceStatus: service.status ?? 'UNKNOWN',
    desired: service.desiredCount ?? 0,
    running: service.runningCount ?? 0,
    pending: service.pendingCount ?? 0,
    rollsBack: rollsBack(service.deploymentConfiguration),
    deployments: (service.deployments ?? []).map((deployment) => ({
      id: deployment.id ?? '',
      status: deployment.status ?? '',
      ...(deployment.rolloutState === undefined ? {} : { rolloutState: deployment.rolloutState }),
      ...(deployment.rolloutStateReason === undefined ? {} : { rolloutStateReason: deployment.rolloutStateReason }),
      taskDefinition: deployment.taskDefinition ?? '',
      desired: deployment.desiredCount ?? 0,
      running: deployment.runningCount ?? 0,
      pending: deployment.pendingCount ?? 0,
      failed: deployment.failedTasks ?? 0,
      createdAt: deployment.createdAt?.getTime() ?? 0,
    })),
    events: (service.events ?? [])
      .map((event) => ({ id: event.id ?? '', at: event.createdAt ?? new Date(0), message: event.message ?? '' }))
      .reverse(),
  }
}

/**
 * The newest time that ECS told of itself, in milliseconds since the epoch: what it does from then on is newer. A deployment
 * that ended otherwise than by being replaced has left a later event.
 */
export function newestTimeIn({ deployments, events }: Pick<Snapshot, 'deployments' | 'events'>): number {
  return Math.max(0, ...deployments.map(({ createdAt }) => createdAt), ...events.map(({ at }) => at.getTime()))
}

/** ECS rolls back by itself only where it is told to (DG deployment-circuit-breaker, deployment-alarm-failure). */
export function rollsBack({ alarms, deploymentCircuitBreaker: breaker }: DeploymentConfiguration = {}): boolean {
  return Boolean((breaker?.enable && breaker.rollback) || (alarms?.enable && alarms.rollback))
}

/** A service deployment as plain data. */
export function serviceDeploymentView(deployment: ServiceDeploymentBrief | ServiceDeployment): ServiceDeploymentView {
  const target = 'targetServiceRevisionArn' in deployment ? deployment.targetServiceRevisionArn : undefined
  const summary = 'targetServiceRevision' in deployment ? deployment.targetServiceRevision?.arn : undefined
  return {
    arn: deployment.serviceDeploymentArn ?? '',
    deploymentId: deploymentIdOfRevision(target ?? summary ?? ''),
    status: deployment.status ?? '',
    ...(deployment.statusReason === undefined ? {} : { statusReason: deployment.statusReason }),
    createdAt: deployment.createdAt?.getTime() ?? 0,
    ...(deployment.finishedAt === undefined ? {} : { finishedAt: deployment.finishedAt.getTime() }),
  }
}

/** `arn:…:service-revision/<cluster>/<service>/N` → `ecs-svc/N`. */
export function deploymentIdOfRevision(arn: string): string {
  return `ecs-svc/${arn.slice(arn.lastIndexOf('/') + 1)}`
}

/** Service ARN and `ecs-svc/N` → the ARN of service revision N. Undefined for ARNs without the cluster in them (the old format). */
export function revisionArnOf(serviceArn: string, deploymentId: string): string | undefined {
  const parts = /^(arn:[^:]+:ecs:[^:]+:\d+:)service\/([^/]+)\/([^/]+)$/.exec(serviceArn)
  const number = /^ecs-svc\/(.+)$/.exec(deploymentId)?.[1]
  if (!parts || number === undefined) return undefined
  return `${parts[1]}service-revision/${parts[2]}/${parts[3]}/${number}`
}

/** The deployment that ECS is steering to. */
export function primaryOf(snapshot: Snapshot): DeploymentView | undefined {
  return snapshot.deployments.find((deployment) => deployment.status === 'PRIMARY')
}
