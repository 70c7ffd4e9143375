import type { Ending } from '../deployment/ending.ts'
import type { Source } from '../deployment/load-source.ts'
import type { Prepared } from '../deployment/prepare.ts'
import type { DeploymentRecord } from '../deployment/record.ts'
import { resourceName } from '../deployment/version.ts'
import type { Subject } from '../deployment/watch.ts'
import type { GroupInputs, MemberInputs } from '../inputs/group-inputs.ts'
import type { Checked } from '../problem.ts'
import type { Extras } from './extras.ts'

/** One service of a group: what was asked, and what has happened to it so far. Written by the story as it goes. */
export type Member = {
  readonly given: MemberInputs
  /** Its task-definition file, where it has one. */
  readonly file?: Checked<Source> | undefined
  readonly record: DeploymentRecord
  prepared?: Prepared
  /** When that was, by the clock that never goes back. */
  preparedAt?: number
  /** What is asked for beside the deployment. */
  extras?: Extras
  /** It was its turn. */
  begun: boolean
  /** Milliseconds since the epoch. */
  begunAt?: number
  subject?: Subject
  ending?: Ending
  /** Milliseconds since the epoch. */
  endedAt?: number
  /** It had come to its end, and is being taken back because another one failed. */
  goingBack?: boolean
  /** Why it was not its turn. */
  notBegun?: string
}

export type Group = {
  readonly members: readonly Member[]
  readonly onGroupFailure: GroupInputs['onGroupFailure']
  /** Milliseconds since the epoch. */
  readonly startedAt: number
  region: string
  /** The run was cancelled before the group had come to its end. */
  cancelled?: boolean
  /** What ended the group before its services were looked at, with what is known of it: wrong inputs, no credentials. */
  ending?: Ending
  record?: DeploymentRecord
}

/** What a service is called. */
export function nameOf({ given }: Member): string {
  return resourceName(given.inputs.service)
}

/** Those that need a member, directly. */
export function dependentsOf(index: number, { members }: Pick<Group, 'members'>): readonly Member[] {
  return members.filter(({ given }) => given.needs.includes(index))
}

/** A member has come to its end. */
export function end(member: Member, ending: Ending, now: number): void {
  member.ending = ending
  member.goingBack = false
  member.endedAt = now
}
