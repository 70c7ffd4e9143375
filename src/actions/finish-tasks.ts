import { describeFailure } from '../aws/failure.ts'
import { adviceFor } from '../deployment/interrupted.ts'
import type { Logger } from '../github/log.ts'
import { stopLeftTasks } from '../run-task/stop-left-tasks.ts'
import type { KeptTaskRun } from '../run-task/task-run.ts'
import { listenForSignals, tellWhenCancelled } from './cancellation.ts'
import { systemClock } from './clock.ts'
import { deploymentPorts } from './deployment-ports.ts'

/** Stops what a run that ended early has left running. Returns the exit code. */
export async function finishTasks(kept: KeptTaskRun, log: Logger, env: NodeJS.ProcessEnv): Promise<number> {
  const cancellation = listenForSignals(process, systemClock)
  tellWhenCancelled(cancellation, log)
  try {
    const inputs = { region: kept.region, allowUnknownMembers: [] }
    const ports = await deploymentPorts(inputs, env, log, cancellation.signal, () => Promise.resolve())
    return await stopLeftTasks(kept, ports)
  } catch (error) {
    log.error(
      `The task that this run started could not be stopped, and may still run: ${describeFailure(error)}${adviceFor(error)}`,
    )
    return 1
  }
}
