import { deniedAction, describeFailure, failureKind, isUnanswered } from '../aws/failure.ts'
import { ProblemsFound } from '../problem.ts'
import type { DeploymentRecord } from './record.ts'

/**
 * A read that a deployment can do without: where it is denied or fails, one notice names what is missing.
 * Lost credentials are never swallowed.
 */
export async function optional<T>(
  record: Pick<DeploymentRecord, 'denied' | 'notices' | 'isHurried'>,
  action: string,
  read: () => Promise<T>,
): Promise<T | undefined> {
  if (record.denied.has(action)) return undefined
  try {
    return await read()
  } catch (error) {
    if (error instanceof ProblemsFound) throw error
    const kind = failureKind(error)
    if (kind === 'expired' || kind === 'no-credentials') throw error
    if (kind === 'denied' || (record.isHurried && isUnanswered(error))) record.denied.add(action)
    const why =
      kind === 'denied'
        ? `the permission ${deniedAction(error) ?? action} is missing`
        : describeFailure(error).replace(/\.$/, '')
    const notice = `${action} was not possible: ${why}.`
    if (!record.notices.includes(notice)) record.notices.push(notice)
    return undefined
  }
}
