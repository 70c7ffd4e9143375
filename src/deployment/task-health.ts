import type { Task, TaskDefinition } from '@aws-sdk/client-ecs'
import type { StoppedTask } from '../diagnosis/evidence.ts'

/** What looks after the health of the tasks of a deployment. */
export type HealthChecks = {
  /** An essential container of the definition has a health check. */
  readonly container: boolean
  readonly loadBalancer: boolean
}

/** Without any check ECS takes a task for healthy that has been RUNNING for 40 s (DG deployment-type-ecs). */
const healthyWithoutChecks = 40_000
/**
 * Behind a load balancer only the target's health counts, which is not read here: a task that has been RUNNING longer than a
 * new target needs for its one check at the default interval of 30 s, and a margin, may have been healthy.
 */
const maybeHealthyTarget = 60_000

/** Which checks there are; pure. */
export function healthChecksOf(
  definition: Pick<TaskDefinition, 'containerDefinitions'> | undefined,
  hasLoadBalancer: boolean,
): HealthChecks {
  const containers = definition?.containerDefinitions ?? []
  return {
    container: containers.some(({ essential, healthCheck }) => essential !== false && healthCheck !== undefined),
    loadBalancer: hasLoadBalancer,
  }
}

/**
 * When a task that stopped was healthy before: milliseconds since the epoch; undefined where it never was. In doubt it was:
 * giving up needs certainty.
 */
export function stoppedTaskHealthyAt(task: StoppedTask, checks: HealthChecks): number | undefined {
  const { startedAt, stoppedAt } = task
  if (startedAt === undefined || failedHealthChecks(task)) return undefined
  const ran = (stoppedAt ?? startedAt).getTime() - startedAt.getTime()
  if (checks.container) return task.healthStatus === 'HEALTHY' ? startedAt.getTime() : undefined
  const needed = checks.loadBalancer ? maybeHealthyTarget : healthyWithoutChecks
  return ran >= needed ? startedAt.getTime() + needed : undefined
}

/** The same for a task that runs, at this moment. */
export function runningTaskHealthyAt(task: Task, checks: HealthChecks, now: number): number | undefined {
  const { startedAt, lastStatus, healthStatus } = task
  if (startedAt === undefined || lastStatus !== 'RUNNING') return undefined
  if (checks.container) return healthStatus === 'HEALTHY' ? now : undefined
  const since = startedAt.getTime() + (checks.loadBalancer ? maybeHealthyTarget : healthyWithoutChecks)
  return since <= now ? since : undefined
}

/** ECS stopped it because a check failed (texts observed). */
export function failedHealthChecks({ stoppedReason }: Pick<StoppedTask, 'stoppedReason'>): boolean {
  return /failed (?:elb|container|vpc lattice|target)[\w ]* ?health checks/i.test(stoppedReason ?? '')
}

/** The private address stands in the attachment's details (SDK text of `Attachment`). */
export function addressOf({ attachments }: Task): readonly string[] {
  const details = (attachments ?? []).flatMap((attachment) => attachment.details ?? [])
  return details.flatMap(({ name, value }) => (name === 'privateIPv4Address' && value ? [value] : []))
}
