/** Every call has its own limit; one that takes longer has lost its answer. Milliseconds, over all attempts. */
const callLimitMilliseconds = 30_000

/** Makes the options of one call. Handed in, so that a test can let virtual time run out. */
export type CallLimit = () => { readonly abortSignal: AbortSignal }

/** Options for `client.send` and for paginators: ends the call at the limit. */
export function withinLimit(): { readonly abortSignal: AbortSignal } {
  return { abortSignal: AbortSignal.timeout(callLimitMilliseconds) }
}
