import { optional } from './optional-read.ts'
import type { Ports } from './ports.ts'
import type { DeploymentRecord } from './record.ts'

/**
 * At the limit: do all desired tasks of the deployment run healthily, so that only old tasks or bake time remain?
 *
 * ECS lowers the older deployments' desired count only as new tasks become healthy (SDK text of DeploymentConfiguration), so
 * older deployments that want no task any more are its own word for it, whichever check it used.
 */
export async function onlyOldTasksRemain(
  ports: Ports,
  record: DeploymentRecord,
  deploymentId: string,
): Promise<boolean> {
  const deployments = record.snapshot?.deployments ?? []
  const ours = deployments.find(({ id }) => id === deploymentId)
  if (ours?.status !== 'PRIMARY' || ours.desired === 0) return false
  if (ours.running !== ours.desired || ours.pending > 0) return false
  if (deployments.some(({ id, desired }) => id !== deploymentId && desired > 0)) return false
  const arns = await optional(record, 'ecs:ListTasks', () => ports.ecs.listTasksStartedBy(record.cluster, deploymentId))
  const tasks = arns?.length
    ? await optional(record, 'ecs:DescribeTasks', () => ports.ecs.describeTasks(record.cluster, arns))
    : undefined
  return !(tasks ?? []).some(({ healthStatus }) => healthStatus === 'UNHEALTHY')
}
