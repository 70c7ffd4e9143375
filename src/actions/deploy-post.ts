import { restore, stateName } from '../deployment/saved-state.ts'
import { whatItWasDoing } from '../deployment/tell-aftermath.ts'
import { consoleLogger } from '../github/log.ts'

/**
 * The post step of the deploy action: says what became of a run that ended before its deployment did, and finishes the
 * rollback that a cancelled run wanted. With nothing to do it ends before anything else is loaded. Returns the exit code.
 */
export async function deployPost(env: NodeJS.ProcessEnv): Promise<number> {
  if (env.STATE_group) return (await import('./group-post.ts')).groupPost(env)
  const kept = restore(env[`STATE_${stateName}`])
  if (kept === undefined) return 0
  const log = consoleLogger(process.stdout, env.GITHUB_ACTIONS === 'true')
  log.info(whatItWasDoing(kept.record))
  const { preDeploy } = kept.record
  if (preDeploy?.state === 'going') {
    const { finishTasks } = await import('./finish-tasks.ts')
    return finishTasks(preDeploy.kept, log, env)
  }
  if (kept.record.update === undefined) return 0
  const { finishRun } = await import('./finish-run.ts')
  return finishRun(kept.record, kept.onCancel, log, env)
}
