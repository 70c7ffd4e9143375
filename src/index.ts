/** The stages of the actions; each launcher in dist/ names one. */
const stages = {
  'deploy main': async () => (await import('./actions/deploy.ts')).deployMain(process.env),
  'deploy post': async () => (await import('./actions/deploy-post.ts')).deployPost(process.env),
}

/** Runs one stage of one action and ends the process with its exit code: open sockets would keep Node alive. */
export async function run(action: 'deploy', stage: 'main' | 'post'): Promise<never> {
  const exitCode = await stages[`${action} ${stage}`]()
  // On Windows a pipe is written in the background, and leaving would cut the log off.
  await new Promise((written) => process.stdout.write('', written))
  process.exit(exitCode)
}
