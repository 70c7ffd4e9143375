import { deployMain } from './actions/deploy.ts'
import { deployPost } from './actions/deploy-post.ts'

/** The stages of the actions; each launcher in dist/ names one. What is large is loaded by the stage that needs it. */
const stages = { 'deploy main': deployMain, 'deploy post': deployPost }

/** Runs one stage of one action and ends the process with its exit code: open sockets would keep Node alive. */
export async function run(action: 'deploy', stage: 'main' | 'post'): Promise<never> {
  const exitCode = await stages[`${action} ${stage}`](process.env)
  // On Windows a pipe is written in the background, and leaving would cut the log off.
  await new Promise((written) => process.stdout.write('', written))
  process.exit(exitCode)
}
