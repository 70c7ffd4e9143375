import { isUnanswered } from './failure.ts'

/** Every call has its own limit; one that takes longer has lost its answer. Milliseconds, over all attempts. */
const callLimitMilliseconds = 30_000
/** Of these, what the first try of a read may take. */
const firstTryMilliseconds = 10_000

/** Makes the options of one call; 30 s unless said otherwise. Handed in, so that a test can let virtual time run out. */
export type CallLimit = (milliseconds?: number) => { readonly abortSignal: AbortSignal }

/** Options for `client.send` and for paginators: ends the call at the limit. */
export function withinLimit(milliseconds = callLimitMilliseconds): { readonly abortSignal: AbortSignal } {
  return { abortSignal: AbortSignal.timeout(milliseconds) }
}

/** What a deployment can do without is not waited for as long: 10 s over both tries of `ask`. */
export const withinShortLimit: CallLimit = () => withinLimit(5_000)

/**
 * A read, once more where no answer came or it could not be read: the SDK sends neither again by itself, and one lost answer
 * must not end a deployment. Both tries together keep to the limit. Never for a call that changes something.
 */
export async function ask<T>(
  read: (options: ReturnType<CallLimit>) => Promise<T>,
  limit: CallLimit = withinLimit,
): Promise<T> {
  try {
    return await read(limit(firstTryMilliseconds))
  } catch (error) {
    if (!isUnanswered(error)) throw error
    return read(limit(callLimitMilliseconds - firstTryMilliseconds))
  }
}
