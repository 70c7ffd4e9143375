import { failureKind } from '../aws/failure.ts'
import type { Clock } from '../deployment/ports.ts'
import { drained, fullBucket, promised, type Quota } from './bucket.ts'
import { type QuotaName, quotas } from './quotas.ts'

/** Waits for the turn of one call, then sends it. */
export type InTurn = <T>(send: () => Promise<T>) => Promise<T>

/** Calls of one kind, each when the quota has room for it, in the order in which they came. */
export function inTurn(quota: Quota, clock: Pick<Clock, 'uptime' | 'sleep'>): InTurn {
  let bucket = fullBucket(quota, clock.uptime())
  return async (send) => {
    const now = clock.uptime()
    const next = promised(bucket, quota, now)
    bucket = next.bucket
    if (next.at > now) await clock.sleep(next.at - now)
    try {
      return await send()
    } catch (error) {
      if (failureKind(error) === 'throttled') bucket = drained(bucket)
      throw error
    }
  }
}

/** The turns of every kind of call of one run. */
export type Turns = Readonly<Record<QuotaName, InTurn>>

export function turnsOf(clock: Pick<Clock, 'uptime' | 'sleep'>): Turns {
  const names = Object.keys(quotas) as QuotaName[]
  return Object.fromEntries(names.map((name) => [name, inTurn(quotas[name], clock)])) as Turns
}
