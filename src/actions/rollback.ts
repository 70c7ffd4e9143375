import { tellLongestRun } from '../deployment/longest-run.ts'
import { consoleLogger } from '../github/log.ts'
import { type ListedGroup, readRollbackInputs } from '../inputs/read-rollback-inputs.ts'
import { ProblemsFound } from '../problem.ts'
import { longestParts, startRollback } from '../rollback/roll-back-services.ts'
import { listenForSignals, tellWhenCancelled } from './cancellation.ts'
import { systemClock } from './clock.ts'
import { deploymentPorts } from './deployment-ports.ts'
import { endAll, runRollback } from './run-rollback.ts'
import { tellRollback } from './tell-rollback.ts'
import { workspaceFiles } from './workspace-files.ts'

/**
 * The main step of the rollback action: inputs → story → report. It has no post step, because a rollback that was cut short
 * goes on in ECS. Returns the exit code.
 */
export async function rollbackMain(env: NodeJS.ProcessEnv): Promise<number> {
  const log = consoleLogger(process.stdout, env.GITHUB_ACTIONS === 'true')
  const startedAt = Date.now()
  const given = readRollbackInputs(env, await listedGroup(env))
  const { cluster, services, region = '' } = given.ok ? given.value : { cluster: '', services: [''] }
  const rollbacks = services.map((service) => startRollback(cluster, service, region, startedAt))
  const cancellation = listenForSignals(process, systemClock)
  tellWhenCancelled(cancellation, log)
  if (given.ok) {
    const inputs = given.value
    tellLongestRun(longestParts(inputs), log)
    await runRollback(rollbacks, inputs, cancellation, () =>
      deploymentPorts(inputs, env, log, cancellation.signal, () => Promise.resolve()),
    )
  } else await endAll(new ProblemsFound(given.problems), rollbacks)
  return tellRollback(rollbacks, startedAt, log, env)
}

/** The entries of a group; what reads them is loaded only where there are some. */
async function listedGroup(env: NodeJS.ProcessEnv): Promise<ListedGroup | undefined> {
  const path = (env['INPUT_SERVICES-FILE'] ?? '').trim()
  if (path === '' && !/^[-[{]/.test((env.INPUT_SERVICES ?? '').trim())) return undefined
  const { readListedGroup } = await import('../inputs/rollback-group.ts')
  return readListedGroup(env, workspaceFiles)
}
