import { start, tellPlan } from '../deployment/deploy.ts'
import type { Ending } from '../deployment/ending.ts'
import { asksForExtras } from '../deployment/extras.ts'
import { endingOfError } from '../deployment/interrupted.ts'
import type { Ports } from '../deployment/ports.ts'
import { prepareInTurn } from '../deployment/prepare-in-turn.ts'
import { readService } from '../deployment/read-service.ts'
import { ProblemsFound } from '../problem.ts'
import { end, type Group, type Member, nameOf } from './group.ts'

/** So many services at once: what is asked about each goes out side by side as well. */
const atOnce = 16

/**
 * Reads and checks everything for every service; changes nothing. What is wrong is all found before the end is told: then every
 * member has an ending, or says that it was not begun.
 *
 * @param portsFor of one member, for reading as fast as the quotas allow
 * @returns whether the group may go on
 */
export async function prepareGroup(group: Group, portsFor: (member: Member) => Ports, ports: Ports): Promise<boolean> {
  const asked = group.members.map((member) => {
    const { cluster, service } = member.given.inputs
    const answer = readService(portsFor(member), cluster, service)
    // It is awaited in its turn; a failure before that must not count as unhandled.
    answer.catch(() => undefined)
    return { member, answer }
  })
  const waiting = [...asked]
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { member, answer } = next
      await prepareOne(member, answer, portsFor(member))
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, group.members.length) }, work))
  ports.cancelled.throwIfAborted()
  for (const member of group.members) {
    if (member.prepared !== undefined) tellPlan(member.prepared, portsFor(member), member.record)
  }
  leaveAll(group)
  return group.members.every(({ prepared }) => prepared !== undefined)
}

async function prepareOne(member: Member, answer: ReturnType<typeof readService>, ports: Ports): Promise<void> {
  const { given, record, file } = member
  try {
    const prepared = await prepareInTurn(given.inputs, ports, record, answer, file)
    if (asksForExtras(given.inputs)) {
      member.extras = await (await import('./extras.ts')).prepareExtras(member, prepared, ports)
    }
    member.prepared = prepared
    member.preparedAt = ports.clock.uptime()
  } catch (error) {
    if (ports.cancelled.aborted) return
    const placed = error instanceof ProblemsFound ? new ProblemsFound(error.problems.map(given.placed)) : error
    end(member, endingOfError(placed, record), ports.clock.now())
  }
}

/** What is wrong with one of them keeps all as they are. */
export function leaveAll({ members }: Group): void {
  const wrong = members.filter(({ ending }) => ending !== undefined).map(nameOf)
  if (wrong.length === 0) return
  for (const member of members) {
    if (member.ending !== undefined) continue
    member.record.running = member.record.before
    member.notBegun = `${wrong.join(' and ')} cannot be deployed`
  }
}

/** A dry run: what each would do. */
export async function planGroup(group: Group, portsFor: (member: Member) => Ports): Promise<void> {
  for (const member of group.members) {
    const { given, record, prepared } = member
    if (prepared === undefined) continue
    const ports = portsFor(member)
    end(member, (await start(prepared, given.inputs, ports, record)) as Ending, ports.clock.now())
  }
}
