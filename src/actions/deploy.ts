import type { Ending } from '../deployment/ending.ts'
import type { GivenDeployment } from '../deployment/given-deployment.ts'
import { type DeploymentRecord, newRecord } from '../deployment/record.ts'
import { consoleLogger, type Logger } from '../github/log.ts'
import { type GivenInputs, readDeployInputs } from '../inputs/read-deploy-inputs.ts'
import { type Checked, ProblemsFound } from '../problem.ts'
import { type Cancellation, listenForSignals, tellWhenCancelled } from './cancellation.ts'
import { systemClock } from './clock.ts'
import { deploymentPorts } from './deployment-ports.ts'
import { forget, keepFor } from './kept-state.ts'
import { endOfError, runDeployment } from './run-deployment.ts'
import { workspaceFiles } from './workspace-files.ts'

/** The main step of the deploy action: inputs → story → report. Returns the exit code. */
export async function deployMain(env: NodeJS.ProcessEnv): Promise<number> {
  if (isGroup(env)) return (await import('./deploy-group.ts')).deployGroupMain(env, workspaceFiles)
  const log = consoleLogger(process.stdout, env.GITHUB_ACTIONS === 'true')
  const given = await readDeployInputs(env, workspaceFiles)
  const checked = await withFile(given)
  const { cluster, service, region } = given.ok ? given.value : { cluster: '', service: '', region: '' }
  const record = newRecord(cluster, service, region ?? '', Date.now())
  const cancellation = listenForSignals(process, systemClock)
  tellWhenCancelled(cancellation, log)
  const ending = checked.ok
    ? await runKept(checked.value, record, cancellation, log, env)
    : await endOfError(new ProblemsFound(checked.problems), record)
  const { tellEnd } = await import('./tell-end.ts')
  const exitCode = await tellEnd(ending, record, log, env)
  if (checked.ok && ending.outcome !== 'cancelled') forget(env)
  return exitCode
}

/** Several services, or an input that is for several only. */
function isGroup(env: NodeJS.ProcessEnv): boolean {
  const given = (name: string): string => env[`INPUT_${name}`]?.trim() ?? ''
  return given('SERVICES') + given('SERVICES-FILE') !== '' || !/^(rollback)?$/i.test(given('ON-GROUP-FAILURE'))
}

async function runKept(
  given: GivenDeployment,
  record: DeploymentRecord,
  cancellation: Cancellation,
  log: Logger,
  env: NodeJS.ProcessEnv,
): Promise<Ending> {
  const keep = keepFor(given.inputs, record, env)
  await keep()
  return runDeployment(given, record, cancellation, () =>
    deploymentPorts(given.inputs, env, log, cancellation.signal, keep),
  )
}

/** With inputs that are right and no file there is nothing more to look at, nor to load. */
async function withFile(given: GivenInputs): Promise<Checked<GivenDeployment>> {
  if (given.ok && given.value.taskDefinition?.kind !== 'file') return { ok: true, value: { inputs: given.value } }
  const { checkOffline } = await import('../deployment/given-deployment.ts')
  return checkOffline(given, workspaceFiles)
}
