/** What every run of a group owes its user, judged by what the simulated account recorded, not by what the action said. */
import type { InProcessSimulator } from '../../simulator/in-process.ts'
import type { GroupReport, MemberReport } from '../../src/github/group-report.ts'
import type { Violation } from '../judge/check.ts'
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
  /** Milliseconds since the epoch; absent: no signal came. */
  readonly signalledAt?: number | undefined
  readonly endedAt: number
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
export function judgeGroup(plan: GroupPlan, seen: Seen): readonly Violation[] {
  return [
    ...seen.report.services.flatMap((member) => ofMember(member, plan, seen)),
    ...ofOrder(plan, seen),
    ...ofMixed(plan, seen),
    ...ofOthers(plan, seen),
    ...ofCalls(seen),
    ...ofLog(seen.log),
    ...ofSignal(seen),
  ]
}

/** How long main may take to end after a signal. Milliseconds. */
const longestLeave = 5_000

function ofSignal({ signalledAt, endedAt }: Seen): readonly Violation[] {
  const took = signalledAt === undefined ? 0 : endedAt - signalledAt
  return took > longestLeave ? [{ check: 'ends soon after a signal', why: `it took ${took} ms to end` }] : []
}

/** What a killed process had sent may still arrive: half of the longest call (groups/play.ts) after it. Milliseconds. */
const longestWay = 125

/** The same for the post step, and what it owes besides. */
export function judgePost(plan: GroupPlan, seen: SeenAfterPost): readonly Violation[] {
  const { report, log, kept } = seen
  const own = ownRequests(seen)
  if (!kept.STATE_group)
    return own.length > 0 || log !== ''
      ? [{ check: 'post has nothing to do', why: 'post did something although main had ended' }]
      : []
  return [
    ...ofOthers(plan, seen),
    ...ofLeaving(plan, seen),
    ...ofPostWords(plan, seen),
    ...(report?.services ?? []).flatMap((member) => ofMember(member, plan, seen)),
    ...(report === undefined ? [] : ofMixed(plan, { ...seen, report })),
    ...ofLog(log),
  ]
}

const ownRequests = ({ simulator, postAt }: SeenAfterPost) => simulator.requests().filter(({ at }) => at > postAt)

const wantsBack = ({ inputs }: GroupPlan): boolean => inputs['on-cancel'] === 'rollback'

function ofLeaving(plan: GroupPlan, seen: SeenAfterPost): readonly Violation[] {
  const late = plan.killAfter === undefined ? 0 : longestWay
  const changes = ownRequests(seen).some(({ mutating, at }) => mutating && at > seen.postAt + late)
  return !wantsBack(plan) && changes
    ? [{ check: 'post leaves it', why: 'post changed something, with on-cancel "leave"' }]
    : []
}

function ofPostWords(plan: GroupPlan, seen: SeenAfterPost): readonly Violation[] {
  const silent = plan.services.filter(
    ({ name }) => updatesOf(name, seen).some(({ at }) => at <= seen.postAt) && !seen.log.includes(`${name}: `),
  )
  const untold = wantsBack(plan) && seen.report === undefined && isMixedNow(plan, seen)
  return [
    ...silent.map(({ name }) => ({ check: 'post tells of each', why: `post does not say what became of ${name}` })),
    ...(untold ? [{ check: 'mixed is told', why: 'post left the group mixed without a word' }] : []),
  ]
}

/** What somebody else has deployed over this run's deployment is never replaced by it. */
function ofOthers(plan: GroupPlan, seen: World): readonly Violation[] {
  return (plan.scenario.timeline ?? []).flatMap((entry) => {
    const service = 'service' in entry ? String(entry.service) : ''
    const theirs = seen.startedAt + entry.afterSeconds * 1000
    const updates = updatesOf(service, seen).map(({ at }) => at)
    // What is read right before may be a moment old.
    const isOver = updates.some((at) => at < theirs) && updates.some((at) => at > theirs + 2_000)
    const why = `${service} was updated over somebody else's deployment`
    return isOver ? [{ check: 'never over somebody else', why }] : []
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

function ofMember(member: MemberReport, plan: GroupPlan, seen: World): readonly Violation[] {
  const { service, outcome } = member
  const { primary, digests } = worldOf(service, seen)
  const wanted = plan.services.find(({ name }) => name === service)?.tag ?? ''
  const isDisturbed = plan.disturbed.includes(service)
  const violations: Violation[] = []
  const must = (what: string, isSo: boolean): void => {
    if (!isSo) violations.push({ check: `${outcome} service`, why: `${service} is ${outcome}, and ${what}` })
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
  if (updatesOf(service, seen).length > 2) {
    violations.push({ check: 'at most two updates', why: `${service} was updated more than twice` })
  }
  return violations
}

/** What a service needs has completed before it is updated for the first time. */
function ofOrder({ services }: GroupPlan, seen: World): readonly Violation[] {
  return services.flatMap(({ name, needs }) => {
    const first = updatesOf(name, seen)[0]
    if (first === undefined) return []
    const early = needs.filter((need) => {
      const own = updatesOf(need, seen)[0]
      if (own === undefined) return services.find((one) => one.name === need)?.tag !== 'v1'
      return !hasCompleted(need, own.at, first.at, seen)
    })
    return early.map((need) => ({ check: 'what is needed first', why: `${name} was begun before ${need} was there` }))
  })
}

/** Whether a deployment of a service began and completed within that time. */
function hasCompleted(name: string, from: number, to: number, { simulator }: World): boolean {
  const history = simulator.world.services.find((one) => one.name === name)?.serviceDeployments ?? []
  return history.some(
    ({ status, createdAt, finishedAt }) => status === 'SUCCESSFUL' && createdAt >= from && (finishedAt ?? to) < to,
  )
}

/** Where this run leaves some services on the new version and some not, the report has to say so. */
function ofMixed(plan: GroupPlan, seen: World & Pick<Seen, 'report' | 'log'>): readonly Violation[] {
  const said = seen.report.mixed && seen.log.includes('The group is mixed')
  const why = 'the group is mixed, and the report does not say so'
  return isMixedNow(plan, seen) && !said ? [{ check: 'mixed is told', why }] : []
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

function ofCalls({ simulator }: World): readonly Violation[] {
  const throttled = simulator.requests().filter(({ error }) => error === 'ThrottlingException').length
  const reads = simulator
    .requests()
    .filter(({ mutating, service }) => !mutating && service === 'ecs')
    .map(({ at }) => at)
  const firstUpdate = simulator.requests().find(({ operation }) => operation === 'UpdateService')?.at ?? Infinity
  const waiting = reads.filter((at) => at > firstUpdate)
  const busiest = Math.max(0, ...waiting.map((from) => waiting.filter((at) => at >= from && at < from + 10_000).length))
  return [
    ...(throttled > 0 ? [{ check: 'no call is throttled', why: `${throttled} calls were throttled` }] : []),
    ...(busiest > 20 ? [{ check: 'two reads a second', why: `${busiest} reads in 10 s while waiting` }] : []),
  ]
}

function ofLog(log: string): readonly Violation[] {
  const none = /undefined|\[object Object\]|NaN/.exec(log)?.[0]
  return none === undefined ? [] : [{ check: 'no value that is none', why: `the log says ${none}` }]
}
