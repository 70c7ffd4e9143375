import { statSync } from 'node:fs'
import { cancelDeployment } from '../deployment/cancel.ts'
import { deploy } from '../deployment/deploy.ts'
import type { Ending } from '../deployment/ending.ts'
import { endingOfError } from '../deployment/interrupted.ts'
import type { Ports } from '../deployment/ports.ts'
import { type DeploymentRecord, newRecord } from '../deployment/record.ts'
import { consoleLogger } from '../github/log.ts'
import type { DeployInputs } from '../inputs/deploy-inputs.ts'
import { readDeployInputs } from '../inputs/read-deploy-inputs.ts'
import { ProblemsFound } from '../problem.ts'
import { type Cancellation, listenForSignals } from './cancellation.ts'
import { deploymentPorts } from './deployment-ports.ts'
import { forget, keepFor } from './kept-state.ts'
import { tellEnd } from './tell-end.ts'

/** The main step of the deploy action: inputs → story → report. Returns the exit code. */
export async function deployMain(env: NodeJS.ProcessEnv): Promise<number> {
  const log = consoleLogger(process.stdout, env.GITHUB_ACTIONS === 'true')
  const inputs = readDeployInputs(env, { exists: isFile })
  if (!inputs.ok) {
    const record = newRecord('', '', '', Date.now())
    return tellEnd(endingOfError(new ProblemsFound(inputs.problems), record), record, log, env)
  }
  const { cluster, service, region, onCancel } = inputs.value
  const record = newRecord(cluster, service, region ?? '', Date.now())
  const cancellation = listenForSignals(process)
  const open = (): Promise<Ports> =>
    deploymentPorts(region, env, log, cancellation.signal, keepFor(inputs.value, record, env))
  const ending = await endOf(inputs.value, open, record, cancellation)
  const exitCode = await tellEnd(ending, record, log, env)
  const leftToPost = ending.outcome === 'cancelled' && onCancel === 'rollback' && record.update !== undefined
  if (!leftToPost && record.update !== undefined) await forget(env)
  return exitCode
}

/** A folder that is called like a family is no task-definition file. */
function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

/** The story's end, or the cancellation's, whichever comes first. */
async function endOf(
  inputs: DeployInputs,
  open: () => Promise<Ports>,
  record: DeploymentRecord,
  cancellation: Cancellation,
): Promise<Ending> {
  let ports: Ports | undefined
  const story = async (): Promise<Ending> => {
    try {
      ports = await open()
      record.region = ports.region
      return await deploy(inputs, ports, record)
    } catch (error) {
      return endingOfError(error, record)
    }
  }
  const told = story()
  const first = await Promise.race([told, cancellation.requested])
  if (first !== 'cancelled' && !cancellation.signal.aborted) return first
  await cancellation.grace(told)
  return cancelDeployment(inputs, ports, record)
}
