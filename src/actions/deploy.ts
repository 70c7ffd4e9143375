import { statSync } from 'node:fs'
import type { Ending } from '../deployment/ending.ts'
import type { Ports } from '../deployment/ports.ts'
import { readService } from '../deployment/read-service.ts'
import { type DeploymentRecord, newRecord } from '../deployment/record.ts'
import { consoleLogger } from '../github/log.ts'
import type { DeployInputs } from '../inputs/deploy-inputs.ts'
import { readDeployInputs } from '../inputs/read-deploy-inputs.ts'
import { ProblemsFound } from '../problem.ts'
import { type Cancellation, listenForSignals } from './cancellation.ts'
import { deploymentPorts } from './deployment-ports.ts'
import { forget, keepFor } from './kept-state.ts'

/** For a socket to connect and take the first request. */
const headStartMilliseconds = 5

/** The main step of the deploy action: inputs → story → report. Returns the exit code. */
export async function deployMain(env: NodeJS.ProcessEnv): Promise<number> {
  const log = consoleLogger(process.stdout, env.GITHUB_ACTIONS === 'true')
  const inputs = await readDeployInputs(env, { exists: isFile })
  const { cluster, service, region } = inputs.ok ? inputs.value : { cluster: '', service: '', region: '' }
  const record = newRecord(cluster, service, region ?? '', Date.now())
  const cancellation = listenForSignals(process)
  const ending = inputs.ok
    ? await endOf(inputs.value, record, cancellation, () =>
        deploymentPorts(inputs.value, env, log, cancellation.signal, keepFor(inputs.value, record, env)),
      )
    : await endOfError(new ProblemsFound(inputs.problems), record)
  const { tellEnd } = await import('./tell-end.ts')
  const exitCode = await tellEnd(ending, record, log, env)
  const leftToPost = ending.outcome === 'cancelled' && inputs.ok && inputs.value.onCancel === 'rollback'
  if (record.update !== undefined && !leftToPost) await forget(env)
  return exitCode
}

/** A folder that is called like a family is no task-definition file. */
function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

/** The story's end, or the cancellation's, whichever comes first. */
async function endOf(
  inputs: DeployInputs,
  record: DeploymentRecord,
  cancellation: Cancellation,
  open: () => Promise<Ports>,
): Promise<Ending> {
  let ports: Ports | undefined
  const story = async (): Promise<Ending> => {
    try {
      ports = await open()
      record.region = ports.region
      return await tellStory(inputs, ports, record)
    } catch (error) {
      return endOfError(error, record)
    }
  }
  const told = story()
  const first = await Promise.race([told, cancellation.requested])
  if (first !== 'cancelled' && !cancellation.signal.aborted) return first
  await cancellation.grace(told)
  const { cancelDeployment } = await import('../deployment/cancel.ts')
  return cancelDeployment(inputs, ports, record)
}

async function tellStory(inputs: DeployInputs, ports: Ports, record: DeploymentRecord): Promise<Ending> {
  const asked = readService(ports, inputs.cluster, inputs.service)
  // It is awaited by the story; a failure before that must not count as unhandled.
  asked.catch(() => undefined)
  // The first request leaves before the rest of the code is loaded, which takes as long as the answer (bench/start-up.ts):
  // the first turn builds and signs it, the second sends it.
  await ports.clock.sleep(0)
  await ports.clock.sleep(headStartMilliseconds)
  const { deploy } = await import('../deployment/deploy.ts')
  return deploy(inputs, ports, record, asked)
}

async function endOfError(error: unknown, record: DeploymentRecord): Promise<Ending> {
  const { endingOfError } = await import('../deployment/interrupted.ts')
  return endingOfError(error, record)
}
