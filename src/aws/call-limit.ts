/** Every call has its own limit; one that takes longer has lost its answer. Milliseconds, over all attempts. */
const callLimitMilliseconds = 30_000

/** Options for `client.send` and for paginators: ends the call at the limit. */
export function withinLimit(): { readonly abortSignal: AbortSignal } {
  return { abortSignal: AbortSignal.timeout(callLimitMilliseconds) }
}
