import { taskId } from '../diagnosis/stopped-task.ts'
import type { DeploymentView } from '../rollout/snapshot.ts'
import { optional } from './optional-read.ts'
import type { Ports } from './ports.ts'
import type { DeploymentRecord } from './record.ts'

/**
 * At the limit: do all desired tasks of the deployment run healthily, so that only old tasks or bake time remain?
 *
 * ECS lowers the older deployments' desired count only as new tasks become healthy (SDK text of DeploymentConfiguration),
 * whichever check it used; where it may stop old tasks first, that no new one failed or was called unhealthy has to do.
 * Without anything that is left to wait for, a deployment of healthy tasks would have completed: they are not.
 */
export async function onlyOldTasksRemain(
  ports: Ports,
  record: DeploymentRecord,
  deploymentId: string,
): Promise<boolean> {
  const deployments = record.snapshot?.deployments ?? []
  const ours = deployments.find(({ id }) => id === deploymentId)
  const others = deployments.filter(({ id }) => id !== deploymentId)
  if (ours?.status !== 'PRIMARY' || ours.desired === 0) return false
  if (ours.running !== ours.desired || ours.pending > 0 || ours.failed > 0) return false
  if (others.some(({ desired }) => desired > 0)) return false
  if (others.every(hasEnded) && !bakes(record)) return false
  return !(await anyUnhealthy(ports, record, deploymentId))
}

/**
 * A deployment that is still listed still has tasks, be they draining and not counted as running any more; but one that
 * failed and was the last before ours is listed without any until ours completes.
 */
function hasEnded({ rolloutState, running, pending }: DeploymentView): boolean {
  return rolloutState === 'FAILED' && running === 0 && pending === 0
}

function bakes({ original }: DeploymentRecord): boolean {
  const { bakeTimeInMinutes, alarms } = original?.deploymentConfiguration ?? {}
  return (bakeTimeInMinutes ?? 0) > 0 || alarms?.enable === true
}

async function anyUnhealthy(ports: Ports, record: DeploymentRecord, deploymentId: string): Promise<boolean> {
  const arns = await optional(record, 'ecs:ListTasks', () => ports.ecs.listTasksStartedBy(record.cluster, deploymentId))
  const tasks = arns?.length
    ? await optional(record, 'ecs:DescribeTasks', () => ports.ecs.describeTasks(record.cluster, arns))
    : undefined
  if ((tasks ?? []).some(({ healthStatus }) => healthStatus === 'UNHEALTHY')) return true
  const running = (arns ?? []).map(taskId)
  const complaints = [...record.events.values()].filter(({ message }) =>
    /is unhealthy in \(target-group|failed container health checks/.test(message),
  )
  return complaints.some(({ message }) => running.length === 0 || running.some((id) => message.includes(id)))
}
