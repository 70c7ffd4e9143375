import type { Ending } from '../deployment/ending.ts'
import type { GivenDeployment } from '../deployment/given-deployment.ts'
import type { Ports } from '../deployment/ports.ts'
import { readService } from '../deployment/read-service.ts'
import type { DeploymentRecord } from '../deployment/record.ts'
import { causesAddress } from '../github/run-context.ts'
import type { Cancellation } from './cancellation.ts'

/** For a socket to connect and take the first request. */
const headStartMilliseconds = 5

/**
 * One deployment from inputs to ending, whatever interrupts it: the story's end, or the cancellation's, whichever comes first.
 * Never rejects.
 *
 * @param open connects to everything; what it throws ends the run before anything was asked of AWS
 * @param record is written as it goes
 */
export async function runDeployment(
  given: GivenDeployment,
  record: DeploymentRecord,
  cancellation: Cancellation,
  open: () => Promise<Ports>,
): Promise<Ending> {
  let ports: Ports | undefined
  /** Undefined: the cancellation ended it. */
  const story = async (): Promise<Ending | undefined> => {
    try {
      ports = await open()
      record.region = ports.region
      record.causesAddress = causesAddress(ports.run)
      return await tellStory(given, ports, record)
    } catch (error) {
      return cancellation.signal.aborted ? undefined : endOfError(error, record)
    }
  }
  const told = story()
  const first = await Promise.race([told, cancellation.requested])
  // A story that comes to its own end all the same is told as it is.
  const ending = first === 'cancelled' ? await cancellation.grace(told) : first
  if (ending !== undefined) return ending
  const { cancelDeployment } = await import('../deployment/cancel.ts')
  return cancelDeployment(given.inputs, ports, record)
}

async function tellStory({ inputs, file }: GivenDeployment, ports: Ports, record: DeploymentRecord): Promise<Ending> {
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

/** What an error that ended a run means for its report. */
export async function endOfError(error: unknown, record: DeploymentRecord): Promise<Ending> {
  const { endingOfError } = await import('../deployment/interrupted.ts')
  return endingOfError(error, record)
}
