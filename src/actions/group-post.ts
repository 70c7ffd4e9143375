import { finishCancelled } from '../deployment/finish-cancelled.ts'
import { tellWhatBecame } from '../deployment/leave-alone.ts'
import type { Ports } from '../deployment/ports.ts'
import { whatItWasDoing } from '../deployment/tell-aftermath.ts'
import { consoleLogger } from '../github/log.ts'
import { bringsNew } from '../group/fold.ts'
import { end, type Group, type Member } from '../group/group.ts'
import { restoreGroup } from '../group/group-state.ts'
import { portsOf } from '../group/member-ports.ts'
import { restoredMember } from '../group/restored-member.ts'
import { sharedEcs } from '../group/shared-ecs.ts'
import { orderOfReturn } from '../group/take-back.ts'
import { turnsOf } from '../group/turns.ts'
import { listenForSignals } from './cancellation.ts'
import { systemClock } from './clock.ts'
import { deploymentPorts } from './deployment-ports.ts'
import { tellGroup } from './tell-group.ts'

/**
 * The post step of a group that ended early: says of each service what became of it; with `on-cancel: rollback` takes back
 * everything that main has changed, what needs others before those. Returns the exit code.
 */
export async function groupPost(env: NodeJS.ProcessEnv): Promise<number> {
  const state = restoreGroup(env)
  if (state === undefined) return 0
  const log = consoleLogger(process.stdout, env.GITHUB_ACTIONS === 'true')
  const members = state.kept.map((kept, index) => restoredMember(state, index, kept))
  // They run one after the other, and before the first service is touched.
  const { preDeploy } = members.find(({ record }) => record.preDeploy?.state === 'going')?.record ?? {}
  if (preDeploy?.state === 'going') {
    log.info('The run ended while a task before the deployment ran: no service was touched.')
    const { finishTasks } = await import('./finish-tasks.ts')
    return finishTasks(preDeploy.kept, log, env)
  }
  const touched = members.filter(({ record }) => record.update !== undefined || record.sending !== undefined)
  for (const { record, ending } of touched) {
    log.info(`${record.service}: ${ending === undefined ? whatItWasDoing(record) : `It had ended: ${ending.outcome}.`}`)
  }
  const untouched = members.length - touched.length
  if (untouched > 0) log.info(`${untouched} of ${members.length} services were not touched.`)
  const toLookAt = touched.filter((member) => isToLookAt(member, state.onCancel))
  if (toLookAt.length === 0) return 0
  const group: Group = {
    members,
    onGroupFailure: 'keep',
    startedAt: Date.now(),
    region: toLookAt[0]?.record.region ?? '',
  }
  const cancellation = listenForSignals(process, systemClock)
  const inputs = { region: group.region, allowUnknownMembers: [] }
  const ports = await deploymentPorts(inputs, env, log, cancellation.signal, () => Promise.resolve())
  const lots = await ports.lots()
  const ecs = sharedEcs({ ecs: ports.ecs, lots, clock: ports.clock, turns: turnsOf(ports.clock) })
  const portsFor = (member: Member) => portsOf(member, ports, ecs, () => Promise.resolve())
  if (state.onCancel === 'leave') {
    await Promise.all(toLookAt.map((member) => tellWhatBecame(member.record, portsFor(member))))
    return 0
  }
  return takeBack(group, toLookAt, portsFor, log, env)
}

/** What is under way; to be taken back is also what has brought the new version. */
function isToLookAt({ record, ending }: Member, onCancel: 'leave' | 'rollback'): boolean {
  if (record.update === undefined) return false
  return ending === undefined || (onCancel === 'rollback' && bringsNew(ending.outcome))
}

/** There are a few minutes for all post steps: each is sent in its order, and all are watched side by side. */
async function takeBack(
  group: Group,
  toLookAt: readonly Member[],
  portsFor: (member: Member) => Ports,
  log: ReturnType<typeof consoleLogger>,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const ordered = orderOfReturn(group).filter((member) => toLookAt.includes(member))
  await Promise.all(
    ordered.map(async (member) => {
      const ending = await finishCancelled(member.record, portsFor(member), { afterCompletion: true })
      if (ending !== undefined) end(member, ending, Date.now())
      else member.notBegun = whyNothing(member)
    }),
  )
  for (const member of group.members) {
    if (!toLookAt.includes(member) && member.ending === undefined) member.notBegun = 'the run was cancelled before'
  }
  return tellGroup(group, log, env)
}

function whyNothing({ record }: Member): string {
  return record.adopted ? 'this run did not start its deployment' : 'UpdateService was not applied'
}
