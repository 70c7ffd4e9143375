/** So many calls at once, and so many a second after that. */
export type Quota = { readonly burst: number; readonly perSecond: number }

/** What is left of a quota: below zero where calls were promised a later time. `at` in milliseconds of a clock that never goes back. */
export type Bucket = { readonly tokens: number; readonly at: number }

/** Nothing has been used yet; pure. */
export function fullBucket({ burst }: Quota, now: number): Bucket {
  return { tokens: burst, at: now }
}

/** When the next call may leave, and what is left then; first come, first served; pure. */
export function promised(bucket: Bucket, quota: Quota, now: number): { readonly at: number; readonly bucket: Bucket } {
  const refilled = Math.min(quota.burst, bucket.tokens + (Math.max(0, now - bucket.at) / 1000) * quota.perSecond)
  const tokens = refilled - 1
  const wait = tokens >= 0 ? 0 : (-tokens / quota.perSecond) * 1000
  return { at: now + wait, bucket: { tokens, at: Math.max(now, bucket.at) } }
}

/** ECS says that there is nothing left, because others of the account call it too; pure. */
export function drained(bucket: Bucket): Bucket {
  return { ...bucket, tokens: Math.min(0, bucket.tokens) }
}
