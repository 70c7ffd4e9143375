/** What every run of a group owes its user, judged by what the simulated account recorded, not by what the action said. */
import type { InProcessSimulator } from '../../simulator/in-process.ts'
import type { GroupReport, MemberReport } from '../../src/github/group-report.ts'
import type { GroupPlan } from './plan.ts'

/** What was looked at when the run had just ended. */
export interface Seen {
  readonly report: GroupReport
  readonly log: string
  readonly simulator: InProcessSimulator
}

/** Everything that is not as it must be; empty where all is well. */
export function judgeGroup(plan: GroupPlan, seen: Seen): readonly string[] {
  return [
    ...seen.report.services.flatMap((member) => memberFaults(member, plan, seen)),
    ...orderFaults(plan, seen),
    ...mixedFaults(plan, seen),
    ...callFaults(seen),
  ]
}

function worldOf(name: string, { simulator }: Seen) {
  const service = simulator.world.services.find((one) => one.name === name)
  const primary = service?.deployments.find(({ status }) => status === 'PRIMARY')
  const running = simulator.world.tasks.filter(
    (task) => task.service === name && task.lastStatus === 'RUNNING' && task.desiredStatus === 'RUNNING',
  )
  const digests = new Set(running.flatMap(({ containers }) => containers.map(({ imageDigest }) => imageDigest ?? '')))
  return { primary, digests }
}

function digestOf(tag: string, { simulator }: Seen): string {
  return simulator.world.repositories.get('app')?.tags.get(tag) ?? ''
}

function updatesOf(name: string, { simulator }: Seen) {
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
function mixedFaults({ services, disturbed }: GroupPlan, seen: Seen): readonly string[] {
  const isNew = services
    .filter(({ name, tag }) => tag !== 'v1' && !disturbed.includes(name))
    .map(({ name }) => worldOf(name, seen).primary?.taskDefinition.endsWith(':2') ?? false)
  const mixed = new Set(isNew).size > 1
  const said = seen.report.mixed && seen.log.includes('The group is mixed')
  return mixed && !said ? ['the group is mixed, and the report does not say so'] : []
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
