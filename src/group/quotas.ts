import type { Quota } from './bucket.ts'

/**
 * How fast a group calls ECS: the token buckets of the API (API reference "Request throttling"), each less a tenth of its
 * burst, because calls that leave a second apart do not arrive a second apart; reads leave the rest of the account some room.
 */
export const quotas = {
  register: { burst: 18, perSecond: 1 },
  update: { burst: 45, perSecond: 5 },
  tag: { burst: 18, perSecond: 9 },
  definition: { burst: 45, perSecond: 19 },
  service: { burst: 90, perSecond: 15 },
  task: { burst: 90, perSecond: 15 },
  serviceDeployment: { burst: 45, perSecond: 15 },
  serviceRevision: { burst: 45, perSecond: 15 },
} as const satisfies Readonly<Record<string, Quota>>

export type QuotaName = keyof typeof quotas

/** All reads together while rollouts are watched. */
export const watchingPace: Quota = { burst: 1, perSecond: 1.95 }

/** How long registrations and updates have to wait for their turn at most, in seconds; pure. */
export function quotaSeconds(registrations: number, updates: number): number {
  return secondsOf(registrations, quotas.register) + secondsOf(updates, quotas.update)
}

function secondsOf(calls: number, { burst, perSecond }: Quota): number {
  return Math.ceil(Math.max(0, calls - burst) / perSecond)
}

/** What is told of it; nothing where nothing has to wait; pure. */
export function quotaWords(registrations: number, updates: number, upTo: boolean): string | undefined {
  const seconds = quotaSeconds(registrations, updates)
  if (seconds === 0) return undefined
  const most = upTo ? 'up to ' : ''
  return (
    `ECS takes 20 registrations at once and then one a second, and 50 updates at once and then five a second, in the whole account: ` +
    `${most}${registrations} new revisions and ${updates} updates have to wait for about ${most}${seconds} s.`
  )
}
