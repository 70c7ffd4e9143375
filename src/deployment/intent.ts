import type { Ports } from './ports.ts'
import type { DeploymentRecord } from './record.ts'

/** The calls that change something, by what they are for. */
export type Change = 'tag' | 'register' | 'update' | 'stop' | 'register-back' | 'update-back' | 'suspend' | 'resume'

/**
 * Sends a call that changes something. What is about to be sent is kept for the post step beforehand: whatever ends the run
 * while the call is on its way, post knows that it may have been applied.
 *
 * @throws where the run was cancelled, and what `send` throws
 */
export async function sendKept<T>(
  change: Change,
  ports: Pick<Ports, 'keep' | 'cancelled'>,
  record: DeploymentRecord,
  send: () => Promise<T>,
): Promise<T> {
  ports.cancelled.throwIfAborted()
  record.sending = change
  await ports.keep()
  const answer = await send()
  record.sending = undefined
  return answer
}
