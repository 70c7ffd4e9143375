import type { DeploymentRecord } from '../deployment/record.ts'
import { restore, saveText } from '../deployment/saved-state.ts'
import type { DeployInputs } from '../inputs/deploy-inputs.ts'
import type { Outcome } from '../report.ts'
import type { Group, Member } from './group.ts'

/** What the post step knows of a group before it looks at its services: one state for the group, and one for each member. */
export type GroupState = {
  readonly format: 1
  readonly onCancel: DeployInputs['onCancel']
  /** Of each member, in their order. */
  readonly services: readonly string[]
  readonly needs: readonly (readonly number[])[]
}

export const groupStateName = 'group'

/** A runner gives each state to the post step in a variable of its own, none of which may be large. */
export function memberStateName(index: number): string {
  return `${groupStateName}-${index}`
}

/** Text for the runner's state file; names only. */
export function groupText({ members }: Group): string {
  const state: GroupState = {
    format: 1,
    onCancel: members[0]?.given.inputs.onCancel ?? 'leave',
    services: members.map(({ given }) => given.inputs.service),
    needs: members.map(({ given }) => given.needs),
  }
  return JSON.stringify(state)
}

/** The same for one member: what a deployment of one service keeps, and how it ended where it has. */
export function memberText({ given, record, ending, goingBack }: Member): string {
  const kept = JSON.parse(saveText(given.inputs, record)) as object
  // Cancelled is what the run was: the deployment itself goes on, and post has to look at it.
  const ended = ending?.outcome === 'cancelled' || goingBack ? undefined : ending?.outcome
  return JSON.stringify({ ...kept, ended })
}

/** One member as main left it; `ended`: it had come to its end. */
export type KeptMember = { readonly record: DeploymentRecord; readonly ended?: Outcome }

/** With what main kept of each member; undefined for one that nothing was done to. */
export type RestoredGroup = GroupState & { readonly kept: readonly (KeptMember | undefined)[] }

export function restoreGroup(env: Readonly<Record<string, string | undefined>>): RestoredGroup | undefined {
  const text = env[`STATE_${groupStateName}`]
  if (!text) return undefined
  const state = JSON.parse(text) as GroupState
  return { ...state, kept: state.services.map((_, index) => keptMember(env[`STATE_${memberStateName(index)}`])) }
}

function keptMember(text: string | undefined): KeptMember | undefined {
  const kept = restore(text)
  if (kept === undefined || !text) return undefined
  const { ended } = JSON.parse(text) as { readonly ended?: Outcome }
  return { record: kept.record, ...(ended === undefined ? {} : { ended }) }
}
