import type { Ending } from '../deployment/ending.ts'
import { finishCancelled } from '../deployment/finish-cancelled.ts'
import { endingOfError } from '../deployment/interrupted.ts'
import type { DeploymentRecord } from '../deployment/record.ts'
import type { Logger } from '../github/log.ts'
import { listenForSignals } from './cancellation.ts'
import { systemClock } from './clock.ts'
import { deploymentPorts } from './deployment-ports.ts'
import { tellEnd } from './tell-end.ts'

/** Finishes what a cancelled run wanted, and tells it. Returns the exit code. */
export async function finishCancelledRun(
  record: DeploymentRecord,
  log: Logger,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const cancellation = listenForSignals(process, systemClock)
  const inputs = { region: record.region, allowUnknownMembers: [] }
  const keep = (): Promise<void> => Promise.resolve()
  let ending: Ending | undefined
  try {
    ending = await finishCancelled(record, await deploymentPorts(inputs, env, log, cancellation.signal, keep))
  } catch (error) {
    ending = endingOfError(error, record)
  }
  return ending === undefined ? 0 : tellEnd(ending, record, log, env)
}
