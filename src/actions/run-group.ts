import { cancelDeployment } from '../deployment/cancel.ts'
import { endingOfError } from '../deployment/interrupted.ts'
import type { GroupPorts } from '../deployment/ports.ts'
import { causesAddress } from '../github/run-context.ts'
import { deployGroup } from '../group/deploy-group.ts'
import { end, type Group, type Member } from '../group/group.ts'
import { portsOf } from '../group/member-ports.ts'
import { ProblemsFound } from '../problem.ts'
import type { Cancellation } from './cancellation.ts'

/**
 * A group from inputs to endings, whatever interrupts it: the story's end, or the cancellation's, whichever comes first. Never
 * rejects.
 *
 * @returns `cancelled`: the post step has to finish it
 * @param keep keeps one member for the post step
 * @param open connects to everything; what it throws ends the run before anything was asked of AWS
 */
export async function runGroup(
  group: Group,
  cancellation: Cancellation,
  keep: (member: Member) => Promise<void>,
  open: () => Promise<GroupPorts>,
): Promise<'over' | 'cancelled'> {
  let ports: GroupPorts | undefined
  const story = async (): Promise<'over' | 'cancelled'> => {
    try {
      ports = await open()
      group.region = ports.region
      for (const { record } of group.members) {
        record.region = ports.region
        record.causesAddress = causesAddress(ports.run)
      }
      await deployGroup(group, ports, keep)
      return 'over'
    } catch (error) {
      if (cancellation.signal.aborted) return 'cancelled'
      endAll(group, error, ports?.clock.now() ?? Date.now())
      return 'over'
    }
  }
  const told = story()
  const first = await Promise.race([told, cancellation.requested])
  // A story that comes to its own end all the same is told as it is.
  if (first === 'over' || (await cancellation.grace(told)) === 'over') return 'over'
  await cancelGroup(group, ports, keep)
  return 'cancelled'
}

function endAll(group: Group, error: unknown, now: number): void {
  const open = group.members.filter(({ ending, notBegun }) => ending === undefined && notBegun === undefined)
  const [first] = open
  if (error instanceof ProblemsFound && first !== undefined) {
    group.record = first.record
    group.ending = endingOfError(error, first.record)
    return
  }
  for (const member of open) end(member, endingOfError(error, member.record), now)
}

/** What is under way is left, or ECS is asked to take it back; what has completed is for the post step. */
async function cancelGroup(
  group: Group,
  ports: GroupPorts | undefined,
  keep: (member: Member) => Promise<void>,
): Promise<void> {
  group.cancelled = true
  await Promise.all(
    group.members.map(async (member) => {
      if (member.ending !== undefined && !isBeingSentBack(member)) return
      if (!member.begun && member.record.update === undefined && member.record.preDeploy === undefined) {
        member.notBegun = 'the run was cancelled'
        return
      }
      const own = ports && portsOf(member, ports, ports.ecs, keep)
      const ending = await cancelDeployment(member.given.inputs, own, member.record)
      end(member, ending, ports?.clock.now() ?? Date.now())
    }),
  )
}

/** Its ending is that of before: the rollback was sent, or is on its way. */
function isBeingSentBack({ goingBack, record }: Member): boolean {
  return goingBack === true && (record.rollbackSent ?? record.sending) !== undefined
}
