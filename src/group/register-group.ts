import type { DescribedTaskDefinition } from '../aws/ecs.ts'
import { endingOfError } from '../deployment/interrupted.ts'
import type { Ports } from '../deployment/ports.ts'
import { revisionFor } from '../deployment/register-revision.ts'
import { versionOf } from '../deployment/version.ts'
import { canonicalText } from '../task-definition/canonical.ts'
import { allEnded } from './all-ended.ts'
import { end, type Group, type Member, nameOf } from './group.ts'
import { leaveAll } from './prepare-group.ts'

/** How often the log says how far it is. */
const tellEvery = 20

/** Members that deploy the same revision: equal content, equal tags; pure. */
export function revisionsOf(members: readonly Member[]): readonly (readonly Member[])[] {
  const needing = members.filter(({ prepared }) => {
    const decision = prepared?.decision
    return decision?.kind === 'update' && decision.revision !== undefined
  })
  return [...Map.groupBy(needing, revisionKey).values()]
}

function revisionKey({ prepared, given }: Member): string {
  const { definition, tags, reuse } = prepared as NonNullable<Member['prepared']>
  return JSON.stringify([
    canonicalText(definition),
    reuse?.definition.taskDefinitionArn,
    tags,
    given.inputs.tags,
    given.inputs.allowUnknownMembers,
  ])
}

/**
 * Registers every revision that the group needs, each once, before the first service is touched: what ECS refuses keeps all
 * services as they are.
 *
 * @returns whether the group may go on
 */
export async function registerGroup(group: Group, portsFor: (member: Member) => Ports, ports: Ports): Promise<boolean> {
  const revisions = revisionsOf(group.members)
  let done = 0
  // ECS registers one revision of a family at a time.
  const families = Map.groupBy(revisions, ([first]) => first?.prepared?.definition.family)
  const work = [...families.values()].map(async (ofFamily) => {
    for (const sharing of ofFamily) {
      ports.cancelled.throwIfAborted()
      if (group.members.some(({ ending }) => ending !== undefined)) return
      await registerFor(sharing, portsFor)
      done += 1
      if (done % tellEvery === 0) ports.log.info(`${done} of ${revisions.length} revisions are ready.`)
    }
  })
  await allEnded(work)
  ports.cancelled.throwIfAborted()
  leaveAll(group)
  for (const { record, prepared, notBegun } of group.members) {
    if (notBegun === undefined || prepared?.registered === undefined || prepared.reuse !== undefined) continue
    record.notices.push(
      `${versionOf(prepared.registered.definition).taskDefinition} was registered and is not deployed.`,
    )
  }
  return group.members.every(({ ending }) => ending === undefined)
}

async function registerFor(sharing: readonly Member[], portsFor: (member: Member) => Ports): Promise<void> {
  const [first, ...others] = sharing as readonly [Member, ...Member[]]
  const ports = portsFor(first)
  let registered: DescribedTaskDefinition
  try {
    registered = await revisionFor(
      first.prepared as NonNullable<Member['prepared']>,
      first.given.inputs,
      ports,
      first.record,
    )
    // Should the run end before its turn, post must not think that a registration is on its way.
    await ports.keep()
  } catch (error) {
    if (!ports.cancelled.aborted) end(first, endingOfError(error, first.record), ports.clock.now())
    return
  }
  for (const member of sharing) {
    if (member.prepared !== undefined) member.prepared = { ...member.prepared, registered }
  }
  const { taskDefinition } = versionOf(registered.definition)
  for (const member of others)
    portsFor(member).log.info(`Deploys ${taskDefinition} as well, which is the same as that of ${nameOf(first)}.`)
}
