import { deployMain } from './actions/deploy.ts'
import { deployPost } from './actions/deploy-post.ts'

/** The stages of the actions; each launcher in dist/ names one. What is large is loaded by the stage that needs it. */
const stages = {
  'deploy main': deployMain,
  'deploy post': deployPost,
  'plan main': async (env: NodeJS.ProcessEnv) => (await import('./actions/plan.ts')).planMain(env),
  'run-task main': async (env: NodeJS.ProcessEnv) => (await import('./actions/run-task.ts')).runTaskMain(env),
  'run-task post': async (env: NodeJS.ProcessEnv) => (await import('./actions/run-task-post.ts')).runTaskPost(env),
  'rollback main': async (env: NodeJS.ProcessEnv) => (await import('./actions/rollback.ts')).rollbackMain(env),
}

type Launch = ['deploy' | 'run-task', 'main' | 'post'] | ['plan' | 'rollback', 'main']

/** Runs one stage of one action and ends the process with its exit code: open sockets would keep Node alive. */
export async function run(...[action, stage]: Launch): Promise<never> {
  const exitCode = await stages[`${action} ${stage}` as keyof typeof stages](process.env)
  // On Windows a pipe is written in the background, and leaving would cut the log off.
  await new Promise((written) => process.stdout.write('', written))
  process.exit(exitCode)
}
