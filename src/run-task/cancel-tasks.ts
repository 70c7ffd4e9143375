import type { Ports } from '../deployment/ports.ts'
import { stopTasks } from './stop.ts'
import { openTasks, type TaskRun } from './task-run.ts'

/** With the grace before it this is within the 5 s that a run has to leave in. */
const askMilliseconds = 3_000
const reason = 'ecs-deploy: the run was cancelled'

/**
 * What is done on a signal, in the few seconds that the runner leaves: every task that was started is told to stop. What is on
 * its way, or could not be told, is left to the post step. Never rejects.
 */
export async function cancelTasks(run: TaskRun, ports: Pick<Ports, 'tasks' | 'clock'>): Promise<void> {
  const told = stopTasks(openTasks(run), reason, run, ports)
  await Promise.race([told, ports.clock.sleep(askMilliseconds)])
}

/** True where the post step has something to do. */
export function leavesTasks(run: TaskRun): boolean {
  return run.sending === 'run' || openTasks(run).length > 0
}
