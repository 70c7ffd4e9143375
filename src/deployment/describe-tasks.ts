import type { Task } from '@aws-sdk/client-ecs'
import { taskId } from '../diagnosis/stopped-task.ts'
import type { SeenTask } from '../report.ts'
import type { Ports } from './ports.ts'
import type { DeploymentRecord } from './record.ts'

/** Looks at tasks, and notes for the report how they were. @throws what ECS throws */
export async function describeTasks(
  record: Pick<DeploymentRecord, 'cluster' | 'tasks'>,
  { ecs, clock }: Pick<Ports, 'ecs' | 'clock'>,
  arns: readonly string[],
): Promise<readonly Task[]> {
  const tasks = await ecs.describeTasks(record.cluster, arns)
  for (const task of tasks) {
    const seen = seenTask(task, clock.now())
    record.tasks.set(seen.id, seen)
  }
  return tasks
}

function seenTask(task: Task, seenAt: number): SeenTask {
  // Without a container health check it stays UNKNOWN, which tells nobody anything.
  const health = task.healthStatus === 'UNKNOWN' ? undefined : task.healthStatus
  return {
    id: taskId(task.taskArn ?? ''),
    seenAt,
    status: task.lastStatus ?? 'UNKNOWN',
    ...(health === undefined ? {} : { health }),
    ...(task.availabilityZone === undefined ? {} : { zone: task.availabilityZone }),
    ...(task.startedAt === undefined ? {} : { startedAt: task.startedAt.getTime() }),
    exec: task.enableExecuteCommand === true,
  }
}
