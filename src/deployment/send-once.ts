import { describeFailure, failureKind } from '../aws/failure.ts'
import type { Ports } from './ports.ts'

/** Throttled calls are sent again for this long: 20 registrations at once need 20 s more at 1 a second (API reference "Request throttling"). */
const throttledLimitMilliseconds = 180_000
/** How long to look for the effect of a call whose answer is lost: ECS reads may be stale (SDK text of RunTask). */
const effectLimitMilliseconds = 30_000
const effectPollMilliseconds = 2_000

/**
 * Sends a call that has no idempotency token, so that it is applied once.
 *
 * It is sent again where the answer proves that nothing was done (throttled, no connection). Where the answer is lost,
 * `findEffect` looks for what it did; only when that has not shown up for 30 s is it sent again, once.
 *
 * @param what for the log, e.g. `RegisterTaskDefinition`
 * @param findEffect reads; undefined: not (yet) there. `isLast`: if it is not found now, the call is sent again
 * @throws what AWS throws when it refuses, or the last failure
 */
export async function sendOnce<T>(
  ports: Pick<Ports, 'clock' | 'log' | 'cancelled' | 'random'>,
  what: string,
  send: () => Promise<T>,
  findEffect: (isLast: boolean) => Promise<T | undefined>,
): Promise<T> {
  const giveUpAt = ports.clock.uptime() + throttledLimitMilliseconds
  let lostAnswers = 0
  for (let attempt = 0; ; attempt++) {
    ports.cancelled.throwIfAborted()
    try {
      return await send()
    } catch (error) {
      const kind = failureKind(error)
      if (kind === 'unclear') {
        const effect = await lookFor(what, error, ports, findEffect)
        if (effect.kind === 'found') return effect.value
        if (effect.kind === 'unseen' || lostAnswers++ > 0) throw error
        ports.log.info(`${what} was not done; sending it again.`)
        continue
      }
      if ((kind !== 'throttled' && kind !== 'unsent') || ports.clock.uptime() >= giveUpAt) throw error
      ports.log.info(`${what} has to wait: ${describeFailure(error)}`)
      await ports.clock.sleep(backOff(attempt, ports.random()), ports.cancelled)
    }
  }
}

function lookFor<T>(
  what: string,
  error: unknown,
  ports: Pick<Ports, 'clock' | 'log' | 'cancelled' | 'random'>,
  findEffect: (isLast: boolean) => Promise<T | undefined>,
): Promise<Effect<T>> {
  ports.log.info(`The answer to ${what} is lost (${describeFailure(error)}); looking whether it was done.`)
  return waitForEffect(ports, findEffect)
}

/** `absent`: looked for long enough and not there. `unseen`: nobody could look. */
type Effect<T> = { readonly kind: 'found'; readonly value: T } | { readonly kind: 'absent' | 'unseen' }

async function waitForEffect<T>(
  ports: Pick<Ports, 'clock' | 'cancelled'>,
  findEffect: (isLast: boolean) => Promise<T | undefined>,
): Promise<Effect<T>> {
  const startedAt = ports.clock.uptime()
  for (;;) {
    const isLast = ports.clock.uptime() - startedAt >= effectLimitMilliseconds
    const seen = await tryToRead(() => findEffect(isLast))
    if (seen.kind === 'found' || (isLast && seen.kind === 'absent')) return seen
    if (ports.clock.uptime() - startedAt >= throttledLimitMilliseconds) return { kind: 'unseen' }
    await ports.clock.sleep(effectPollMilliseconds, ports.cancelled)
    ports.cancelled.throwIfAborted()
  }
}

async function tryToRead<T>(read: () => Promise<T | undefined>): Promise<Effect<T>> {
  try {
    const value = await read()
    return value === undefined ? { kind: 'absent' } : { kind: 'found', value }
  } catch (error) {
    const kind = failureKind(error)
    if (kind === 'unclear' || kind === 'unsent' || kind === 'throttled') return { kind: 'unseen' }
    if (kind === 'expired' || kind === 'no-credentials') throw error
    // What refuses the look is no refusal of the call.
    throw new Error(`whether it was done could not be read: ${describeFailure(error)}`, { cause: error })
  }
}

/** 1, 2, 4, 8, then 10 s, with jitter so that runs that collided do not collide again. */
function backOff(attempt: number, random: number): number {
  return Math.min(10_000, 1_000 * 2 ** attempt) * (0.5 + random / 2)
}
