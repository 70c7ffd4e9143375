import type { TaskDefinition } from '@aws-sdk/client-ecs'
import type { Evidence, ServiceEvent } from '../diagnosis/evidence.ts'
import { isOver, stoppedTaskOf, taskId } from '../diagnosis/stopped-task.ts'
import type { Snapshot } from '../rollout/snapshot.ts'
import { describeTasks } from './describe-tasks.ts'
import { optional } from './optional-read.ts'
import type { Ports } from './ports.ts'
import type { DeploymentRecord } from './record.ts'

/** Events of this deployment that were not in the record yet; they are put into it. Oldest first. */
export function newEvents(record: DeploymentRecord, snapshot: Snapshot, since: number): readonly ServiceEvent[] {
  const fresh = snapshot.events.filter(({ id, at }) => at.getTime() >= since && !record.events.has(id))
  for (const event of fresh) record.events.set(event.id, event)
  return fresh
}

/** The last look before a verdict and the one after it fall together. */
const tasksFreshMilliseconds = 2_000

/**
 * Reads the tasks of this deployment that stopped since the last time and puts them into the record.
 * Stopped tasks of other deployments are left out: `startedBy` is the deployment's id.
 *
 * @returns whether a task is about to stop whose exit codes are not known yet
 */
export async function newStoppedTasks(
  ports: Ports,
  record: DeploymentRecord,
  deploymentId: string,
  definition: Pick<TaskDefinition, 'containerDefinitions'> | undefined,
): Promise<{ readonly unfinished: boolean }> {
  const now = ports.clock.uptime()
  if (now - (record.stoppedTasksReadAt ?? Number.NEGATIVE_INFINITY) < tasksFreshMilliseconds)
    return { unfinished: false }
  record.stoppedTasksReadAt = now
  const arns = await optional(record, 'ecs:ListTasks', () => ports.ecs.listStoppedTasks(record.cluster, record.service))
  const unknown = (arns ?? []).filter((arn) => !record.lookedAt.has(arn))
  if (unknown.length === 0) return { unfinished: false }
  const tasks = await optional(record, 'ecs:DescribeTasks', () => describeTasks(record, ports, unknown))
  let unfinished = false
  let hasNew = false
  for (const task of tasks ?? []) {
    const isOurs = task.startedBy === deploymentId
    if (isOurs && !isOver(task)) {
      // A task that drains has minutes before it.
      unfinished ||= task.lastStatus !== 'DEACTIVATING'
      continue
    }
    record.lookedAt.add(task.taskArn ?? '')
    if (task.startedBy !== record.deploymentId) record.tasksOfOthers.add(taskId(task.taskArn ?? ''))
    if (!isOurs || record.stoppedTasks.has(taskId(task.taskArn ?? ''))) continue
    const stopped = stoppedTaskOf(task, definition)
    record.stoppedTasks.set(stopped.id, stopped)
    hasNew = true
  }
  // Most deployments have no task that stops, and need none of the code for it.
  if (hasNew) await (await import('./clues.ts')).readLogs(definition, ports, record)
  return { unfinished }
}

/** An event that names a task which is known to be of another deployment than that of the run. */
function isOfAnother(message: string, { tasksOfOthers }: DeploymentRecord): boolean {
  const named = /\(task ([0-9a-f]{32})\)/.exec(message)?.[1]
  return named !== undefined && tasksOfOthers.has(named)
}

/** What the record holds of one deployment, for the diagnosis. */
export function evidenceOf(record: DeploymentRecord, deploymentId = record.deploymentId): Evidence {
  const isOwn = deploymentId === record.deploymentId
  const listed = record.snapshot?.deployments.find(({ id }) => id === deploymentId)
  const reason = (isOwn ? record.memory?.failure : undefined) ?? listed?.rolloutStateReason
  const history = record.snapshot?.history
  const own = Array.isArray(history)
    ? history.find((deployment) => deployment.deploymentId === deploymentId)
    : undefined
  return {
    deploymentId: deploymentId ?? '',
    stoppedTasks: [...record.stoppedTasks.values()].filter(({ startedBy }) => startedBy === deploymentId),
    events: [...record.events.values()].filter(({ message }) => !isOfAnother(message, record)),
    ...(reason === undefined ? {} : { rolloutStateReason: reason }),
    ...(own?.statusReason === undefined ? {} : { statusReason: own.statusReason }),
    failedTasks: isOwn ? record.failedTasks : (listed?.failed ?? 0),
    runningLogs: isOwn ? record.runningLogs : [],
    targets: isOwn ? record.targets : [],
    alarms: isOwn ? record.alarms : [],
  }
}
