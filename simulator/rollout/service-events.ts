/** Service events: their texts (DG service-event-messages-list, with the prefix that the API really sends) and their list. */
import { type Engine, schedule } from '../engine.ts'
import type { Service } from '../world/world.ts'
import type { ZoneCount } from './zones.ts'

const eventsKept = 100
const repeatAfterMilliseconds = 6 * 3_600_000

const list = (taskIds: readonly string[]): string => taskIds.map((id) => `(task ${id})`).join(' ')

/** The fullest first (observed). */
const inZones = (counts: readonly ZoneCount[]): string =>
  counts
    .toSorted((left, right) => right.count - left.count)
    .map(({ zone, count }) => `${count} tasks in ${zone}`)
    .join(', ')

/** Of a role that is gone or does not trust ECS tasks: in the event, and as RunTask's ClientException (observed). */
export const assumeRoleError = (role: string): string =>
  `ECS was unable to assume the role '${role}' that was provided for this task. Please verify that the role being passed ` +
  'has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.'

export const serviceEventText = {
  started: (taskIds: readonly string[], replaced: number): string =>
    `has started ${taskIds.length} tasks: ${list(taskIds)}.` +
    (replaced > 0 ? ` Amazon ECS replaced ${replaced} tasks due to an unhealthy status.` : ''),
  stoppedRunning: (taskIds: readonly string[]): string =>
    `has stopped ${taskIds.length} running tasks: ${list(taskIds)}.`,
  stoppedPending: (count: number): string => `stopped ${count} pending tasks.`,
  registered: (count: number, targetGroup: string): string =>
    `registered ${count} targets in (target-group ${targetGroup})`,
  deregistered: (count: number, targetGroup: string): string =>
    `deregistered ${count} targets in (target-group ${targetGroup})`,
  draining: (count: number): string => `has begun draining connections on ${count} tasks.`,
  /** These two are told without the usual brackets (facts 7). */
  failedToRegister: (service: string, targetGroup: string, error: string): string =>
    `service ${service} failed to register targets in target-group ${targetGroup} with (error ${error})`,
  failedToDescribeHealth: (service: string, targetGroup: string, error: string): string =>
    `service ${service} failed to describe target health on target-group ${targetGroup} with (error ${error})`,
  /** Both are told without the name of the service (facts 7). */
  permissionsBroken:
    'IAM permissions policies have been misconfigured or changed, and ECS can no longer maintain your service',
  trustBroken: 'IAM trust relationship has been misconfigured or changed, and ECS can no longer maintain your service',
  throttled: 'operations are being throttled. Will try again later.',
  notFound: (what: 'TARGET GROUP' | 'TARGET', deploymentId: string, taskId: string, targetGroup: string): string =>
    `task set (${deploymentId}) (task ${taskId}) is not healthy in target-group (${targetGroup}) due to ${what} IS NOT FOUND.`,
  failedToAssume: (role: string): string => `failed to launch a task with (error ${assumeRoleError(role)})`,
  failedContainerChecks: (taskId: string): string => `(task ${taskId}) failed container health checks.`,
  unhealthyTarget: (taskId: string, port: number, targetGroup: string, reason: string): string =>
    `(task ${taskId}) (port ${port}) is unhealthy in (target-group ${targetGroup}) due to (reason ${reason}).`,
  deploymentFailed: (id: string): string => `(deployment ${id}) deployment failed: tasks failed to start.`,
  deploymentFailedBecause: (id: string, reason: string): string => `(deployment ${id}) deployment failed: ${reason}`,
  alarmDetected: (id: string): string => `(deployment ${id}) deployment failed: alarm detected.`,
  protectedTasks: (id: string, count: number): string =>
    `was unable to reach steady state because (taskSet ${id}) was unable to scale in due to (reason ${count} tasks under protection)`,
  rollingBack: (id: string): string => `rolling back to deployment ${id}.`,
  balanced: (counts: readonly ZoneCount[]): string => `is AZ balanced with ${inZones(counts)}.`,
  unbalanced: (counts: readonly ZoneCount[]): string =>
    `is not AZ balanced with ${inZones(counts)}. AZ Rebalancing in progress.`,
  startedToRebalance: (zone: string, taskId: string): string =>
    `has started 1 tasks in ${zone} to AZ Rebalance: ${list([taskId])}.`,
  stoppedToRebalance: (zone: string, taskId: string): string =>
    `has stopped 1 running tasks in ${zone} due to AZ rebalancing: ${list([taskId])}.`,
  completed: (id: string): string => `(deployment ${id}) deployment completed.`,
  steady: 'has reached a steady state.',
  unableToPlace: (reason: string): string => `was unable to place a task. Reason: ${reason}`,
  unableToStartConsistently: 'is unable to consistently start tasks successfully.',
  blockedByConfiguration:
    'was unable to stop or start tasks during a deployment because of the service deployment configuration. ' +
    'Update the minimumHealthyPercent or maximumPercent value and try again.',
} as const

/** Adds an event, the newest first; ECS keeps the newest 100. @param delay milliseconds after now */
export function emit(engine: Engine, service: Service, text: string, delay = 0): void {
  emitRaw(engine, service, prefixed(service, text), delay)
}

const prefixed = ({ name }: Service, text: string): string => `(service ${name}) ${text}`

function emitRaw(engine: Engine, service: Service, message: string, delay = 0): void {
  const event = { id: engine.random.uuid(), createdAt: engine.world.now + delay, message }
  // An event may be dated a millisecond ahead; the list stays in time order all the same.
  const later = service.events.filter(({ createdAt }) => createdAt > event.createdAt)
  service.events = [...later, event, ...service.events.slice(later.length)].slice(0, eventsKept)
}

/** As `emit`, for complaints: ECS does not repeat one within six hours (DG service-event-messages). */
export function complain(engine: Engine, service: Service, text: string): void {
  complainRaw(engine, service, prefixed(service, text))
}

/** As `complain`, for the few messages that ECS words without its usual beginning. */
export function complainRaw(engine: Engine, service: Service, message: string): void {
  const since = engine.world.now - repeatAfterMilliseconds
  const isTold = service.events.some((event) => event.message === message && event.createdAt > since)
  if (!isTold) emitRaw(engine, service, message)
}

/** A steady service says so again from time to time (DG service-event-messages; the period is an option). */
export function repeatSteadyState(engine: Engine, service: Service): void {
  const { now, options } = engine.world
  const period = options.steadyStateRepeatSeconds * 1000
  const message = `(service ${service.name}) ${serviceEventText.steady}`
  const last = service.events.find((event) => event.message === message)?.createdAt ?? service.createdAt
  const isDue = last + period <= now
  if (isDue && service.steady && service.status === 'ACTIVE') emit(engine, service, serviceEventText.steady)
  if (service.status === 'INACTIVE') return
  const wait = isDue ? period : last + period - now
  schedule(engine, wait / 1000, { kind: 'repeat-steady-state', service: service.arn })
}
