import type { Ending } from '../deployment/ending.ts'
import { finishCancelled } from '../deployment/finish-cancelled.ts'
import { endingOfError } from '../deployment/interrupted.ts'
import { tellWhatBecame } from '../deployment/leave-alone.ts'
import type { DeploymentRecord } from '../deployment/record.ts'
import type { Logger } from '../github/log.ts'
import type { DeployInputs } from '../inputs/deploy-inputs.ts'
import { listenForSignals, tellWhenCancelled } from './cancellation.ts'
import { systemClock } from './clock.ts'
import { deploymentPorts } from './deployment-ports.ts'
import { tellEnd } from './tell-end.ts'

/** Says what became of a run that ended early; with `rollback`, takes its deployment back first. Returns the exit code. */
export async function finishRun(
  record: DeploymentRecord,
  onCancel: DeployInputs['onCancel'],
  log: Logger,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const cancellation = listenForSignals(process, systemClock)
  tellWhenCancelled(cancellation, log)
  const inputs = { region: record.region, allowUnknownMembers: [] }
  const keep = (): Promise<void> => Promise.resolve()
  let ending: Ending | undefined
  try {
    const ports = await deploymentPorts(inputs, env, log, cancellation.signal, keep)
    if (onCancel === 'leave') await tellWhatBecame(record, ports)
    else ending = await finishCancelled(record, ports)
  } catch (error) {
    ending = endingOfError(error, record)
  }
  return ending === undefined ? 0 : tellEnd(ending, record, log, env)
}
