import { consoleLogger } from '../github/log.ts'
import type { KeptTaskRun } from '../run-task/task-run.ts'

/** The name under which the tasks of a run are kept between main and post. */
export const taskStateName = 'tasks'

/** The post step of the run-task action: stops what a run that ended early has left running. Returns the exit code. */
export async function runTaskPost(env: NodeJS.ProcessEnv): Promise<number> {
  const text = env[`STATE_${taskStateName}`]
  if (!text) return 0
  const kept = JSON.parse(text) as KeptTaskRun
  const log = consoleLogger(process.stdout, env.GITHUB_ACTIONS === 'true')
  if (kept.startedBy === '') {
    log.info('The run ended before a task was started; a task definition revision may have been registered.')
    return 0
  }
  log.info(`The run ended before its ${kept.taskArns.length === 1 ? 'task' : 'tasks'}; stopping what still runs.`)
  const { finishTasks } = await import('./finish-tasks.ts')
  return finishTasks(kept, log, env)
}
