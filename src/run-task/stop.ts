import { describeFailure, failureKind, passingFailure } from '../aws/failure.ts'
import type { Ports } from '../deployment/ports.ts'
import { taskId } from '../diagnosis/stopped-task.ts'
import type { TaskRun } from './task-run.ts'

/** StopTask does the same however often it is sent. */
const mostTries = 4
const pauseMilliseconds = 1_000

/**
 * Tells tasks to stop, side by side. What cannot be stopped is said in a notice; this never rejects.
 *
 * @param reason ECS shows it as the reason of the task's end
 * @returns the ARNs of those that took it
 */
export async function stopTasks(
  arns: readonly string[],
  reason: string,
  run: Pick<TaskRun, 'cluster' | 'stopped' | 'notices'>,
  ports: Pick<Ports, 'tasks' | 'clock'>,
): Promise<readonly string[]> {
  const asked = await Promise.all(arns.map(async (arn) => ((await stopOne(arn, reason, run, ports)) ? [arn] : [])))
  return asked.flat()
}

async function stopOne(
  arn: string,
  reason: string,
  run: Pick<TaskRun, 'cluster' | 'stopped' | 'notices'>,
  { tasks, clock }: Pick<Ports, 'tasks' | 'clock'>,
): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    try {
      await tasks.stopTask(run.cluster, arn, reason)
      run.stopped.add(arn)
      return true
    } catch (error) {
      if (passingFailure(error) && attempt < mostTries) {
        await clock.sleep(pauseMilliseconds)
        continue
      }
      const denied = failureKind(error) === 'denied' ? 'the permission ecs:StopTask is missing' : describeFailure(error)
      const notice = `Task ${taskId(arn)} could not be stopped: ${denied.replace(/\.$/, '')}.`
      if (!run.notices.includes(notice)) run.notices.push(notice)
      return false
    }
  }
}
