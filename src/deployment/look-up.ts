import { describeFailure, failureKind } from '../aws/failure.ts'
import type { CheckId } from '../preflight/ids.ts'
import type { Skipped } from '../preflight/skipped.ts'
import type { DeploymentRecord } from './record.ts'

/** Reads for checks that are wanted; undefined where it was not possible, and then `skipped` says so. */
export type LookUp = <T>(ids: readonly CheckId[], action: string, read: () => Promise<T>) => Promise<T | undefined>

/**
 * Lookups that a deployment can do without. What is denied is not asked for again in the run; lost credentials are never swallowed.
 *
 * @param ignored checks that nobody wants: what only they need is not asked for
 * @param skipped is added to
 */
export function lookUpFor(
  record: Pick<DeploymentRecord, 'denied'>,
  ignored: readonly CheckId[],
  skipped: Skipped[],
): LookUp {
  return async (ids, action, read) => {
    const wanted = ids.filter((id) => !ignored.includes(id))
    if (wanted.length === 0) return undefined
    if (record.denied.has(action)) {
      skipped.push({ ids: wanted, action })
      return undefined
    }
    try {
      return await read()
    } catch (error) {
      const kind = failureKind(error)
      if (kind === 'expired' || kind === 'no-credentials') throw error
      if (kind === 'denied') record.denied.add(action)
      skipped.push({ ids: wanted, action, ...(kind === 'denied' ? {} : { reason: describeFailure(error) }) })
      return undefined
    }
  }
}

/** Asks about the first alone, so that a denial is one call, then about the others side by side. */
export async function firstThenRest<T, R>(items: readonly T[], ask: (item: T) => Promise<R>): Promise<readonly R[]> {
  const [first, ...rest] = items
  if (first === undefined) return []
  const answer = await ask(first)
  return [answer, ...(await Promise.all(rest.map(ask)))]
}
