import type { UpdateServiceCommandInput } from '@aws-sdk/client-ecs'
import { lookCommand } from '../deployment/by-hand.ts'
import { type Ending, failedEnding } from '../deployment/ending.ts'
import { failureOf } from '../deployment/finish-cancelled.ts'
import { sendKept } from '../deployment/intent.ts'
import { endingOfError } from '../deployment/interrupted.ts'
import type { Ports } from '../deployment/ports.ts'
import { addNotice, type DeploymentRecord } from '../deployment/record.ts'
import { settingsToRestore } from '../deployment/restore-settings.ts'
import { rollBack } from '../deployment/roll-back.ts'
import type { Failure } from '../deployment/rollback-endings.ts'
import { updateOnce } from '../deployment/update-once.ts'
import { wayBackOrder } from '../inputs/needs.ts'
import { bringsNew } from './fold.ts'
import { dependentsOf, end, type Group, type Member, nameOf } from './group.ts'

/** What taking back needs. */
export type WayBack = { readonly portsFor: (member: Member) => Ports; readonly ports: Ports }

/**
 * Takes back what this run has changed: what needs others before those, else what was completed last first. Each starts when
 * those that need it have ended; whatever becomes of one, the others go on. Never over somebody else's deployment.
 *
 * @param cause the member that failed
 * @param running members that have not ended, with their end
 */
export async function takeAllBack(
  group: Group,
  cause: Member,
  running: ReadonlyMap<Member, Promise<void>>,
  { portsFor, ports }: WayBack,
): Promise<void> {
  const over = new Map<Member, Promise<void>>()
  for (const member of orderOfReturn(group)) {
    const dependents = dependentsOf(group.members.indexOf(member), group).map((other) => over.get(other))
    const inItsTurn = async (): Promise<void> => {
      await Promise.all([running.get(member), ...dependents])
      if (member.record.adopted)
        addNotice(member.record, 'This run did not start its deployment, so it is not taken back.')
      if (!ports.cancelled.aborted && isToGoBack(member)) await takeOneBack(member, cause, portsFor(member))
    }
    over.set(member, inItsTurn())
  }
  await Promise.all(over.values())
  ports.cancelled.throwIfAborted()
}

/** By needs, and then by the time of their end, the last first; pure. */
export function orderOfReturn({ members }: Pick<Group, 'members'>): readonly Member[] {
  const byEnd = members.toSorted((one, other) => (one.endedAt ?? Infinity) - (other.endedAt ?? Infinity))
  const named = byEnd.map((member) => ({
    name: nameOf(member),
    needs: member.given.needs.flatMap((index) => (members[index] === undefined ? [] : [nameOf(members[index])])),
  }))
  const byName = new Map(members.map((member) => [nameOf(member), member]))
  return wayBackOrder(named).flatMap((name) => byName.get(name) ?? [])
}

/** It brought something, or was about to: not what somebody else started, what failed by itself, or what nobody can tell. */
function isToGoBack({ begun, ending, subject, record }: Member): boolean {
  if (!begun || record.adopted || (subject === undefined && record.update === undefined)) return false
  return ending === undefined || bringsNew(ending.outcome)
}

async function takeOneBack(member: Member, cause: Member, ports: Ports): Promise<void> {
  const { record } = member
  const reason = `${nameOf(cause)} failed`
  ports.log.info(`Is taken back, because ${reason}.`)
  member.goingBack = true
  try {
    const ending =
      record.deploymentId === undefined
        ? await putSettingsBack(reason, ports, record)
        : await deploymentBack(member, reason, ports)
    end(member, ending, ports.clock.now())
    ports.log.info(`Ends: ${ending.outcome}. ${ending.headline}`)
  } catch (error) {
    if (ports.cancelled.aborted) return
    end(member, endingOfError(error, record), ports.clock.now())
    ports.log.info(`Ends: ${member.ending?.outcome}. ${member.ending?.headline}`)
  }
}

async function deploymentBack({ record, subject, given }: Member, reason: string, ports: Ports): Promise<Ending> {
  const failure: Failure = {
    reason,
    subject: subject ?? failureOf(record.memory, record).subject,
    afterCompletion: true,
    opening: `The deployment was to be taken back because ${reason}`,
  }
  const policy = { rollbackOnFailure: true, rollbackWaitMinutes: given.inputs.rollbackWaitMinutes }
  const ending = await rollBack(failure, policy, ports, record)
  // It may have completed although ECS was asked to go back: then it goes back as a completed one.
  return ending.outcome === 'deployed' ? rollBack(failure, policy, ports, record) : ending
}

/** Only settings were changed, without a deployment: those that still have this run's values get their old ones. */
async function putSettingsBack(reason: string, ports: Ports, record: DeploymentRecord): Promise<Ending> {
  const now = await ports.ecs.describeService(record.cluster, record.service)
  const settings = now === undefined ? {} : await settingsToRestore(now, ports, record)
  if (Object.keys(settings).length === 0) {
    return failedEnding('rollback-failed', `The settings could not be put back although ${reason}.`, [
      lookCommand(record),
    ])
  }
  const update: UpdateServiceCommandInput = { cluster: record.cluster, service: record.service, ...settings }
  record.rollbackSent = 'UpdateService'
  await sendKept('update-back', ports, record, () => updateOnce(ports, record, update))
  record.running = record.before
  return failedEnding('rolled-back', `The settings are those from before, because ${reason}.`)
}
