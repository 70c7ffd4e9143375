import type { CheckId } from './ids.ts'

/** Checks that could not be done, and why. */
export type Skipped = {
  readonly ids: readonly CheckId[]
  readonly action: string
  /** Absent: the permission is missing. */
  readonly reason?: string
}

/** At most two lines: one for everything that was denied, with what to paste, and one for what failed otherwise; pure. */
export function skippedNotices(skipped: readonly Skipped[]): readonly string[] {
  const denied = skipped.filter(({ reason }) => reason === undefined)
  const failed = skipped.filter(({ reason }) => reason !== undefined)
  return [...deniedNotice(denied), ...failedNotice(failed)]
}

function deniedNotice(denied: readonly Skipped[]): readonly string[] {
  if (denied.length === 0) return []
  const actions = distinct(denied.map(({ action }) => action))
  const statement = JSON.stringify({ Effect: 'Allow', Action: actions, Resource: '*' })
  return [
    `Preflight skipped ${distinct(denied.flatMap(({ ids }) => ids)).join(', ')} for want of permissions. To allow them: ${statement}`,
  ]
}

function failedNotice(failed: readonly Skipped[]): readonly string[] {
  if (failed.length === 0) return []
  const reasons = distinct(failed.map(({ action, reason }) => `${action}: ${reason?.replace(/\.$/, '')}`))
  return [`Preflight skipped ${distinct(failed.flatMap(({ ids }) => ids)).join(', ')} (${reasons.join('; ')}).`]
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)]
}
