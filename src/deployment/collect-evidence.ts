import type { Task, TaskDefinition } from '@aws-sdk/client-ecs'
import type { Evidence, ServiceEvent, StoppedTask } from '../diagnosis/evidence.ts'
import { stoppedTaskOf, taskId } from '../diagnosis/stopped-task.ts'
import type { Snapshot } from '../rollout/snapshot.ts'
import { optional } from './optional-read.ts'
import type { Ports } from './ports.ts'
import type { DeploymentRecord } from './record.ts'

/** Events of this deployment that were not in the record yet; they are put into it. Oldest first. */
export function newEvents(record: DeploymentRecord, snapshot: Snapshot, since: number): readonly ServiceEvent[] {
  const fresh = snapshot.events.filter(({ id, at }) => at.getTime() >= since && !record.events.has(id))
  for (const event of fresh) record.events.set(event.id, event)
  return fresh
}

/**
 * Reads the tasks of this deployment that stopped since the last time and puts them into the record.
 * Stopped tasks of other deployments are left out: `startedBy` is the deployment's id.
 */
export async function newStoppedTasks(
  ports: Ports,
  record: DeploymentRecord,
  deploymentId: string,
  definition: Pick<TaskDefinition, 'containerDefinitions'> | undefined,
): Promise<readonly StoppedTask[]> {
  const arns = await optional(record, 'ecs:ListTasks', () => ports.ecs.listStoppedTasks(record.cluster, record.service))
  const unknown = (arns ?? []).filter((arn) => !record.lookedAt.has(arn))
  if (unknown.length === 0) return []
  const tasks = await optional(record, 'ecs:DescribeTasks', () => ports.ecs.describeTasks(record.cluster, unknown))
  const fresh: StoppedTask[] = []
  record.stopping = 0
  for (const task of tasks ?? []) {
    // A task that is still stopping has no exit codes yet: look again. One that never started will have none.
    if (task.lastStatus !== 'STOPPED' && !failedToStart(task)) {
      if (task.startedBy === deploymentId) record.stopping += 1
      continue
    }
    record.lookedAt.add(task.taskArn ?? '')
    if (task.startedBy !== deploymentId || record.stoppedTasks.has(taskId(task.taskArn ?? ''))) continue
    const stopped = stoppedTaskOf(task, definition)
    record.stoppedTasks.set(stopped.id, stopped)
    fresh.push(stopped)
  }
  return fresh
}

function failedToStart({ stopCode, stoppedReason }: Task): boolean {
  return stopCode === 'TaskFailedToStart' && stoppedReason !== undefined
}

/** What the record holds of one deployment, for the diagnosis. */
export function evidenceOf(record: DeploymentRecord): Evidence {
  const ours = record.snapshot?.deployments.find(({ id }) => id === record.deploymentId)
  const reason = record.memory?.failure ?? ours?.rolloutStateReason
  const history = record.snapshot?.history
  const own = Array.isArray(history)
    ? history.find(({ deploymentId }) => deploymentId === record.deploymentId)
    : undefined
  return {
    deploymentId: record.deploymentId ?? '',
    stoppedTasks: [...record.stoppedTasks.values()].filter(({ startedBy }) => startedBy === record.deploymentId),
    events: [...record.events.values()],
    ...(reason === undefined ? {} : { rolloutStateReason: reason }),
    ...(own?.statusReason === undefined ? {} : { statusReason: own.statusReason }),
    failedTasks: record.failedTasks,
  }
}
