/** The SDK's standard retries, waiting on virtual time and with chance from the seed. */
import type { Chance } from '../plan/chance.ts'
import type { ActionProcess } from './action-process.ts'

interface Token {
  readonly retries: number
  getRetryCount(): number
  getRetryDelay(): number
  getRetryCost(): number | undefined
}

const token = (retries: number): Token => ({
  retries,
  getRetryCount: () => retries,
  getRetryDelay: () => 0,
  getRetryCost: () => undefined,
})

/** @param maxAttempts as the client is made with; the figures are those of the SDK (StandardRetryStrategy) */
export function retryStrategy(maxAttempts: number, process: ActionProcess, chance: Chance): object {
  return {
    mode: 'standard',
    acquireInitialRetryToken: async () => token(0),
    refreshRetryTokenForRetry: async (last: Token, { errorType }: { readonly errorType: string }) => {
      const passes = errorType === 'THROTTLING' || errorType === 'TRANSIENT'
      if (!passes || last.retries + 1 >= maxAttempts) throw new Error('No retry token available')
      const base = errorType === 'THROTTLING' ? 500 : 100
      await process.sleep(Math.min(20_000, chance.whole(0, base * 2 ** last.retries)))
      return token(last.retries + 1)
    },
    recordSuccess: () => undefined,
  }
}
