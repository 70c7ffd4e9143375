import { readFileSync, statSync } from 'node:fs'
import type { Ending } from '../deployment/ending.ts'
import type { GivenDeployment } from '../deployment/given-deployment.ts'
import type { Ports } from '../deployment/ports.ts'
import { readService } from '../deployment/read-service.ts'
import { type DeploymentRecord, newRecord } from '../deployment/record.ts'
import { consoleLogger } from '../github/log.ts'
import type { DeployInputs } from '../inputs/deploy-inputs.ts'
import { type GivenInputs, readDeployInputs } from '../inputs/read-deploy-inputs.ts'
import { type Checked, ProblemsFound } from '../problem.ts'
import { type Cancellation, listenForSignals } from './cancellation.ts'
import { deploymentPorts } from './deployment-ports.ts'
import { forget, keepFor } from './kept-state.ts'

/** For a socket to connect and take the first request. */
const headStartMilliseconds = 5

/** The main step of the deploy action: inputs → story → report. Returns the exit code. */
export async function deployMain(env: NodeJS.ProcessEnv): Promise<number> {
  const log = consoleLogger(process.stdout, env.GITHUB_ACTIONS === 'true')
  const given = await readDeployInputs(env, workspaceFiles)
  const checked = await withFile(given)
  const { cluster, service, region } = given.ok ? given.value : { cluster: '', service: '', region: '' }
  const record = newRecord(cluster, service, region ?? '', Date.now())
  const cancellation = listenForSignals(process)
  const ending = checked.ok
    ? await endOf(checked.value, record, cancellation, () =>
        deploymentPorts(
          checked.value.inputs,
          env,
          log,
          cancellation.signal,
          keepFor(checked.value.inputs, record, env),
        ),
      )
    : await endOfError(new ProblemsFound(checked.problems), record)
  const { tellEnd } = await import('./tell-end.ts')
  const exitCode = await tellEnd(ending, record, log, env)
  const leftToPost = ending.outcome === 'cancelled' && given.ok && given.value.onCancel === 'rollback'
  if (record.update !== undefined && !leftToPost) await forget(env)
  return exitCode
}

/** A folder that is called like a family is no task-definition file. */
const workspaceFiles = {
  exists: (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
  read: (path: string) => readFileSync(path, 'utf8'),
}

/** With inputs that are right and no file there is nothing more to look at, nor to load. */
async function withFile(given: GivenInputs): Promise<Checked<GivenDeployment>> {
  if (given.ok && given.value.taskDefinition?.kind !== 'file') return { ok: true, value: { inputs: given.value } }
  const { checkOffline } = await import('../deployment/given-deployment.ts')
  return checkOffline(given, workspaceFiles)
}

/** The story's end, or the cancellation's, whichever comes first. */
async function endOf(
  { inputs, file }: GivenDeployment,
  record: DeploymentRecord,
  cancellation: Cancellation,
  open: () => Promise<Ports>,
): Promise<Ending> {
  let ports: Ports | undefined
  const story = async (): Promise<Ending> => {
    try {
      ports = await open()
      record.region = ports.region
      return await tellStory(inputs, file, ports, record)
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

async function tellStory(
  inputs: DeployInputs,
  file: GivenDeployment['file'],
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending> {
  const asked = readService(ports, inputs.cluster, inputs.service)
  // It is awaited by the story; a failure before that must not count as unhandled.
  asked.catch(() => undefined)
  // The first request leaves before the rest of the code is loaded, which takes as long as the answer (bench/start-up.ts):
  // the first turn builds and signs it, the second sends it.
  await ports.clock.sleep(0)
  await ports.clock.sleep(headStartMilliseconds)
  const { deploy } = await import('../deployment/deploy.ts')
  return deploy(inputs, ports, record, asked, file)
}

async function endOfError(error: unknown, record: DeploymentRecord): Promise<Ending> {
  const { endingOfError } = await import('../deployment/interrupted.ts')
  return endingOfError(error, record)
}
