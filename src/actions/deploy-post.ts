import { restore, stateName } from '../deployment/saved-state.ts'
import { consoleLogger } from '../github/log.ts'

/**
 * The post step of the deploy action: finishes a rollback that a cancelled run wanted.
 * With nothing to do it ends before anything else is loaded. Returns the exit code.
 */
export async function deployPost(env: NodeJS.ProcessEnv): Promise<number> {
  const kept = restore(env[`STATE_${stateName}`])
  if (kept === undefined) return 0
  const log = consoleLogger(process.stdout, env.GITHUB_ACTIONS === 'true')
  const { record, onCancel } = kept
  if (onCancel === 'leave') {
    log.info(`The run ended before the deployment of ${record.service} did; it goes on in ECS (on-cancel is "leave").`)
    return 0
  }
  const { finishCancelledRun } = await import('./finish-cancelled.ts')
  return finishCancelledRun(record, log, env)
}
