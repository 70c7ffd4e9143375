import { type Part, tellLongestRun } from '../deployment/longest-run.ts'
import type { GroupPorts, Ports } from '../deployment/ports.ts'
import { stepsOf } from '../inputs/needs.ts'
import { isThere, takesOthersBack } from './fold.ts'
import { type Group, type Member, nameOf } from './group.ts'
import { longestParts } from './longest-parts.ts'
import { portsOf, remembering } from './member-ports.ts'
import { leaveAll, planGroup, prepareGroup } from './prepare-group.ts'
import { quotaWords, watchingPace } from './quotas.ts'
import { registerGroup, revisionsOf } from './register-group.ts'
import { rollOut } from './roll-out.ts'
import { sharedEcs } from './shared-ecs.ts'
import { takeAllBack } from './take-back.ts'
import { inTurn, turnsOf } from './turns.ts'

/**
 * The story of a group: prepare all → register all → roll out by needs → or take all back.
 *
 * @param keep keeps one member for the post step
 * @throws where the run was cancelled, and what AWS throws where nobody can go on
 */
export async function deployGroup(
  group: Group,
  ports: GroupPorts,
  keep: (member: Member) => Promise<void>,
): Promise<void> {
  const { members } = group
  tellGroup(group, ports)
  const shared = { ecs: ports.ecs, lots: await ports.lots(), clock: ports.clock, turns: turnsOf(ports.clock) }
  const reading = sharedEcs(shared)
  const lookUps = {
    roles: remembering(ports.roles),
    secrets: remembering(ports.secrets),
    ecr: remembering(ports.ecr),
    imageTools: remembering(ports.imageTools),
    ec2: remembering(ports.ec2),
    repositoryUri: remembering({ ask: ports.repositoryUri }).ask,
  }
  const forReading = (member: Member) => ({ ...portsOf(member, ports, reading, keep), ...lookUps })
  if (!(await prepareGroup(group, forReading, ports))) return
  if (members.some(({ given }) => given.inputs.dryRun)) return planGroup(group, forReading)

  const revisions = revisionsOf(members).length
  const updates = members.filter(({ prepared }) => prepared?.decision.kind === 'update').length
  const words = quotaWords(revisions, updates, false)
  if (words !== undefined) ports.log.info(words)
  if (!(await registerGroup(group, forReading, ports))) return

  // All revisions are registered, and no service is touched yet: the place for a migration.
  if (members.some(({ given }) => given.inputs.preDeploy !== undefined)) {
    const { runPreDeployTasks } = await import('./extras.ts')
    if ((await runPreDeployTasks(group, forReading)) !== undefined) return leaveAll(group)
  }

  const watching = sharedEcs(shared, inTurn(watchingPace, ports.clock))
  const portsFor = (member: Member) => portsOf(member, ports, watching, keep)
  await rollOut(group, {
    portsFor,
    ports,
    updateTurn: shared.turns.update,
    updateNow: (input) => ports.ecs.updateService(input),
  })
  if (members.some(({ extras }) => extras !== undefined)) await verifyAndSettle(group, portsFor, ports)
}

/** Once all have completed: do the new versions work? Where one does not, the others go back as well. */
async function verifyAndSettle(group: Group, portsFor: (member: Member) => Ports, ports: Ports): Promise<void> {
  const { settleGroup, verifyGroup } = await import('./extras.ts')
  const allAreThere = group.members.every(({ ending }) => ending !== undefined && isThere(ending.outcome))
  const failed = allAreThere ? await verifyGroup(group, portsFor) : undefined
  if (failed?.ending !== undefined && takesOthersBack(failed.ending.outcome) && group.onGroupFailure === 'rollback') {
    ports.log.info(`${nameOf(failed)} was not verified: what this run has changed is taken back.`)
    await takeAllBack(group, failed, new Map(), { portsFor, ports })
  }
  await settleGroup(group, portsFor)
}

function tellGroup({ members }: Group, ports: GroupPorts): void {
  const [first] = members
  const { cluster = '', dryRun = false } = first?.given.inputs ?? {}
  ports.log.info(`Deploying a group of ${members.length} services in cluster ${cluster} (${ports.region}).`)
  const steps = stepsOf(members.map((member) => ({ name: nameOf(member), needs: needsOf(member, members) })))
  if (steps.length > 1) {
    for (const [index, names] of steps.entries()) ports.log.info(`  ${index + 1}. ${names.join(', ')}`)
  }
  if (dryRun) return
  const words = quotaWords(members.length, members.length, true)
  if (words !== undefined) ports.log.info(words)
  const parts: readonly Part[] = longestParts(members.map(({ given }) => given))
  tellLongestRun(parts, ports.log)
}

function needsOf({ given }: Member, members: readonly Member[]): readonly string[] {
  return given.needs.flatMap((index) => (members[index] === undefined ? [] : [nameOf(members[index])]))
}
