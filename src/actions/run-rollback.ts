import type { Ports } from '../deployment/ports.ts'
import { causesAddress } from '../github/run-context.ts'
import type { RollbackInputs } from '../inputs/rollback-inputs.ts'
import { endCancelled, rollBackServices, type ServiceRollback } from '../rollback/roll-back-services.ts'
import type { Cancellation } from './cancellation.ts'
import { endOfError } from './run-deployment.ts'

/**
 * A run of the rollback action from inputs to endings, whatever interrupts it: the story's end, or the cancellation's,
 * whichever comes first. Never rejects.
 *
 * @param open connects to everything; what it throws ends the run before anything was asked of AWS
 * @param rollbacks are written as it goes
 */
export async function runRollback(
  rollbacks: readonly ServiceRollback[],
  inputs: RollbackInputs,
  cancellation: Cancellation,
  open: () => Promise<Ports>,
): Promise<void> {
  const story = async (): Promise<void> => {
    try {
      const ports = await open()
      for (const { record } of rollbacks) {
        record.region = ports.region
        record.causesAddress = causesAddress(ports.run)
      }
      await rollBackServices(rollbacks, inputs, ports)
    } catch (error) {
      await endAll(error, rollbacks)
    }
  }
  const told = story()
  const first = await Promise.race([told, cancellation.requested])
  if (first !== 'cancelled' && !cancellation.signal.aborted) return
  await cancellation.grace(told)
  endCancelled(rollbacks)
}

/** The same end for every service that has none yet. */
export async function endAll(error: unknown, rollbacks: readonly ServiceRollback[]): Promise<void> {
  for (const rollback of rollbacks) rollback.ending ??= await endOfError(error, rollback.record)
}
