/** What every run of a group owes its user, judged by what the simulated account recorded, not by what the action said. */
import type { InProcessSimulator } from '../../simulator/in-process.ts'
import type { GroupReport, MemberReport } from '../../src/github/group-report.ts'
import type { GroupPlan } from './plan.ts'

export interface World {
  readonly simulator: InProcessSimulator
  /** Milliseconds since the epoch. */
  readonly startedAt: number
}

/** What was looked at when the run had just ended. */
export interface Seen extends World {
  readonly report: GroupReport
  readonly log: string
}

/** What was looked at when the post step had ended. */
export interface SeenAfterPost extends World {
  readonly report: GroupReport | undefined
  readonly log: string
  /** When it began, in milliseconds since the epoch. */
  readonly postAt: number
  /** What main had kept, by the name of its variable. */
  readonly kept: Readonly<Record<string, string>>
}

/** Everything that is not as it must be; empty where all is well. */
export function judgeGroup(plan: GroupPlan, seen: Seen): readonly string[] {
  return [
    ...seen.report.services.flatMap((member) => memberFaults(member, plan, seen)),
    ...orderFaults(plan, seen),
    ...mixedFaults(plan, seen),
    ...overOthersFaults(plan, seen),
    ...callFaults(seen),
  ]
}

/** What a killed process had sent may still arrive: half of the longest call (groups/play.ts) after it. Milliseconds. */
const longestWay = 125

/** The same for the post step, and what it owes besides. */
export function judgePost(plan: GroupPlan, seen: SeenAfterPost): readonly string[] {
  const { report, log, postAt, kept, simulator } = seen
  const own = simulator.requests().filter(({ at }) => at > postAt)
  if (!kept.STATE_group) return own.length > 0 || log !== '' ? ['post did something although main had ended'] : []
  const faults = [...overOthersFaults(plan, seen)]
  const wants = plan.inputs['on-cancel'] === 'rollback'
  const late = plan.killAfter === undefined ? 0 : longestWay
  if (!wants && own.some(({ mutating, at }) => mutating && at > postAt + late))
    faults.push('post changed something, with on-cancel "leave"')
  for (const { name } of plan.services) {
    const before = updatesOf(name, seen).some(({ at }) => at <= postAt)
    if (before && !log.includes(`${name}: `)) faults.push(`post does not say what became of ${name}`)
  }
  if (report !== undefined) {
    const told = { ...seen, report }
    faults.push(...report.services.flatMap((member) => memberFaults(member, plan, told)), ...mixedFaults(plan, told))
  }
  if (wants && report === undefined && isMixedNow(plan, seen)) faults.push('post left the group mixed without a word')
  if (/undefined|\[object Object\]|NaN/.test(log)) faults.push('the log of post has a value that is none')
  return faults
}

/** What somebody else has deployed over this run's deployment is never replaced by it. */
function overOthersFaults(plan: GroupPlan, seen: World): readonly string[] {
  return (plan.scenario.timeline ?? []).flatMap((entry) => {
    const service = 'service' in entry ? String(entry.service) : ''
    const theirs = seen.startedAt + entry.afterSeconds * 1000
    const updates = updatesOf(service, seen).map(({ at }) => at)
    // What is read right before may be a moment old.
    const isOver = updates.some((at) => at < theirs) && updates.some((at) => at > theirs + 2_000)
    return isOver ? [`${service} was updated over somebody else's deployment`] : []
  })
}

function worldOf(name: string, { simulator }: World) {
  const service = simulator.world.services.find((one) => one.name === name)
  const primary = service?.deployments.find(({ status }) => status === 'PRIMARY')
  const running = simulator.world.tasks.filter(
    (task) => task.service === name && task.lastStatus === 'RUNNING' && task.desiredStatus === 'RUNNING',
  )
  const digests = new Set(running.flatMap(({ containers }) => containers.map(({ imageDigest }) => imageDigest ?? '')))
  return { primary, digests }
}

function digestOf(tag: string, { simulator }: World): string {
  return simulator.world.repositories.get('app')?.tags.get(tag) ?? ''
}

function updatesOf(name: string, { simulator }: World) {
  return simulator
    .requests()
    .filter(({ operation, input }) => operation === 'UpdateService' && (input as { service?: string }).service === name)
}

function memberFaults(member: MemberReport, plan: GroupPlan, seen: Seen): readonly string[] {
  const { service, outcome } = member
  const { primary, digests } = worldOf(service, seen)
  const wanted = plan.services.find(({ name }) => name === service)?.tag ?? ''
  const isDisturbed = plan.disturbed.includes(service)
  const faults: string[] = []
  const must = (what: string, isSo: boolean): void => {
    if (!isSo) faults.push(`${service} is ${outcome}, and ${what}`)
  }
  if (outcome === 'deployed' && !isDisturbed) {
    must('does not run what was wanted', [...digests].includes(digestOf(wanted, seen)))
    must('its deployment has not completed', primary?.rolloutState === 'COMPLETED')
  }
  if (outcome === 'rolled-back' && !isDisturbed) {
    must('does not run what ran before', digests.size === 1 && digests.has(digestOf('v1', seen)))
    must('the rollback has not completed', primary?.rolloutState === 'COMPLETED')
  }
  if (outcome === 'not-begun' || (outcome === 'unchanged' && !isDisturbed)) {
    must('was updated', updatesOf(service, seen).length === 0)
  }
  if (outcome === 'superseded') must('nobody else has deployed it', isDisturbed)
  must('was updated more than twice', updatesOf(service, seen).length <= 2)
  return faults
}

/** What a service needs has completed before it is updated for the first time. */
function orderFaults({ services }: GroupPlan, seen: Seen): readonly string[] {
  return services.flatMap(({ name, needs }) => {
    const first = updatesOf(name, seen)[0]
    if (first === undefined) return []
    return needs.flatMap((need) => {
      const own = updatesOf(need, seen)[0]
      const neverChanged = own === undefined && services.find((one) => one.name === need)?.tag !== 'v1'
      return (own !== undefined && own.at >= first.at) || neverChanged ? [`${name} was begun before ${need}`] : []
    })
  })
}

/** Where this run leaves some services on the new version and some not, the report has to say so. */
function mixedFaults(plan: GroupPlan, seen: Seen): readonly string[] {
  const said = seen.report.mixed && seen.log.includes('The group is mixed')
  return isMixedNow(plan, seen) && !said ? ['the group is mixed, and the report does not say so'] : []
}

function isMixedNow({ services, disturbed }: GroupPlan, seen: World): boolean {
  const isNew = services
    .filter(({ name, tag }) => tag !== 'v1' && !disturbed.includes(name))
    .map(({ name }) => isOnNewVersion(name, seen))
  return new Set(isNew).size > 1
}

/** ECS names the new revision for a moment after it took the order to go back. */
function isOnNewVersion(name: string, seen: World): boolean {
  const { primary } = worldOf(name, seen)
  const isNew = primary?.taskDefinition.endsWith(':2') ?? false
  const ordered = seen.simulator
    .requests()
    .some(
      ({ operation, error, input }) =>
        operation === 'StopServiceDeployment' &&
        error === undefined &&
        JSON.stringify(input).includes(`/${name}/`) &&
        JSON.stringify(input).includes('ROLLBACK'),
    )
  return isNew && !ordered
}

function callFaults({ simulator, log }: Seen): readonly string[] {
  const throttled = simulator.requests().filter(({ error }) => error === 'ThrottlingException').length
  const reads = simulator
    .requests()
    .filter(({ mutating, service }) => !mutating && service === 'ecs')
    .map(({ at }) => at)
  const firstUpdate = simulator.requests().find(({ operation }) => operation === 'UpdateService')?.at ?? Infinity
  const waiting = reads.filter((at) => at > firstUpdate)
  const busiest = Math.max(0, ...waiting.map((from) => waiting.filter((at) => at >= from && at < from + 10_000).length))
  return [
    ...(throttled > 0 ? [`${throttled} calls were throttled`] : []),
    ...(busiest > 20 ? [`${busiest} reads in 10 s while waiting`] : []),
    ...(/undefined|\[object Object\]|NaN/.test(log) ? ['the log has a value that is none'] : []),
  ]
}
