import { finishCancelled } from '../deployment/finish-cancelled.ts'
import { tellWhatBecame } from '../deployment/leave-alone.ts'
import type { GroupPorts, Ports } from '../deployment/ports.ts'
import { whatItWasDoing } from '../deployment/tell-aftermath.ts'
import type { Logger } from '../github/log.ts'
import { bringsNew } from '../group/fold.ts'
import { end, type Group, type Member } from '../group/group.ts'
import type { RestoredGroup } from '../group/group-state.ts'
import { portsOf } from '../group/member-ports.ts'
import { restoredMember } from '../group/restored-member.ts'
import { sharedEcs } from '../group/shared-ecs.ts'
import { orderOfReturn } from '../group/take-back.ts'
import { turnsOf } from '../group/turns.ts'

/**
 * Says of each service of a group that ended early what became of it; with `on-cancel: rollback` takes back everything that main
 * has changed, what needs others before those.
 *
 * @param state what main kept
 * @param now milliseconds since the epoch
 * @param open connects to everything in a Region; not called where nothing is left to do
 * @returns the group whose end is to be told; undefined where nothing was taken back
 */
export async function finishGroup(
  state: RestoredGroup,
  now: number,
  log: Pick<Logger, 'info'>,
  open: (region: string) => Promise<GroupPorts>,
): Promise<Group | undefined> {
  const members = state.kept.map((kept, index) => restoredMember(state, index, kept))
  const touched = members.filter(({ record }) => record.update !== undefined || record.sending !== undefined)
  for (const { record, ending } of touched) {
    log.info(`${record.service}: ${ending === undefined ? whatItWasDoing(record) : `It had ended: ${ending.outcome}.`}`)
  }
  const untouched = members.length - touched.length
  if (untouched > 0) log.info(`${untouched} of ${members.length} services were not touched.`)
  const toLookAt = touched.filter((member) => isToLookAt(member, state.onCancel))
  if (toLookAt.length === 0) return undefined
  const region = toLookAt[0]?.record.region ?? ''
  const group: Group = { members, onGroupFailure: 'keep', startedAt: now, region }
  const ports = await open(region)
  const lots = await ports.lots()
  const ecs = sharedEcs({ ecs: ports.ecs, lots, clock: ports.clock, turns: turnsOf(ports.clock) })
  const portsFor = (member: Member) => portsOf(member, ports, ecs, () => Promise.resolve())
  if (state.onCancel === 'leave') {
    await Promise.all(toLookAt.map((member) => tellWhatBecame(member.record, portsFor(member))))
    return undefined
  }
  await takeBack(group, toLookAt, portsFor)
  return group
}

/** What is under way; to be taken back is also what has brought the new version. */
function isToLookAt({ record, ending }: Member, onCancel: 'leave' | 'rollback'): boolean {
  if (record.update === undefined) return false
  return ending === undefined || (onCancel === 'rollback' && bringsNew(ending.outcome))
}

/** There are a few minutes for all post steps: each is sent in its order, and all are watched side by side. */
async function takeBack(group: Group, toLookAt: readonly Member[], portsFor: (member: Member) => Ports): Promise<void> {
  const ordered = orderOfReturn(group).filter((member) => toLookAt.includes(member))
  await Promise.all(
    ordered.map(async (member) => {
      const ports = portsFor(member)
      const ending = await finishCancelled(member.record, ports, { afterCompletion: true })
      if (ending !== undefined) end(member, ending, ports.clock.now())
      else member.notBegun = whyNothing(member)
    }),
  )
  for (const member of group.members) {
    if (!toLookAt.includes(member) && member.ending === undefined) member.notBegun = 'the run was cancelled before'
  }
}

function whyNothing({ record }: Member): string {
  return record.adopted ? 'this run did not start its deployment' : 'UpdateService was not applied'
}
