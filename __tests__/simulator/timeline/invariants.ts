import { advanceWorld } from '../../../simulator/advance.ts'
import { serviceShape } from '../../../simulator/ecs/shapes.ts'
import type { Engine } from '../../../simulator/engine.ts'
import { isHealthy, tasksOf } from '../../../simulator/task/task.ts'
import type { Service, Task } from '../../../simulator/world/world.ts'

/** Status machine of a service deployment (facts 4.3), with what one step may pass over. */
const mayFollow: Readonly<Record<string, readonly string[]>> = {
  PENDING: ['IN_PROGRESS', 'ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS', 'STOP_REQUESTED', 'STOPPED'],
  IN_PROGRESS: ['SUCCESSFUL', 'STOP_REQUESTED', 'ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS', 'STOPPED'],
  STOP_REQUESTED: ['STOPPED'],
  ROLLBACK_REQUESTED: ['ROLLBACK_IN_PROGRESS', 'SUCCESSFUL', 'STOPPED', 'STOP_REQUESTED'],
  ROLLBACK_IN_PROGRESS: ['ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED', 'STOP_REQUESTED'],
}

const lifeOfTask = [
  'PROVISIONING',
  'PENDING',
  'ACTIVATING',
  'RUNNING',
  'DEACTIVATING',
  'STOPPING',
  'DEPROVISIONING',
  'STOPPED',
]

/** What is compared with the moment before. Own arithmetic: the engine's rules are what is under test. */
interface Moment {
  readonly desired: number
  readonly known: ReadonlySet<string>
  readonly healthy: ReadonlySet<string>
  readonly states: ReadonlyMap<string, string>
  readonly rollouts: ReadonlyMap<string, string>
  readonly statuses: ReadonlyMap<string, string>
}

export interface Watch {
  /** Lets things happen one by one, and looks after each. */
  until(at: number): void
  look(): void
  /** Everything that was seen, as text. */
  trace(): string
}

/** @param name is named by the error that a violated invariant throws */
export function createWatch(engine: Engine, name: number | string): Watch {
  const [service] = engine.world.services
  if (service === undefined) throw new Error('There is nothing to watch')
  const seen: string[] = []
  let before = momentOf(engine, service)
  const look = (): void => {
    const now = momentOf(engine, service)
    for (const violation of violations(engine, service, before, now))
      throw new Error(`seed ${name} at ${engine.world.now / 1000} s: ${violation}`)
    seen.push(lineOf(engine, service))
    before = now
  }
  return {
    look,
    until: (at) => {
      for (let next = engine.queue.nextAt(); next !== undefined && next <= at; next = engine.queue.nextAt()) {
        advanceWorld(engine, next)
        look()
      }
      advanceWorld(engine, at)
      look()
    },
    trace: () => `${seen.join('\n')}\n${JSON.stringify(service.events)}`,
  }
}

function momentOf({ world }: Engine, service: Service): Moment {
  const tasks = tasksOf(world, service)
  return {
    desired: service.desiredCount,
    known: new Set(tasks.map(({ id }) => id)),
    healthy: new Set(tasks.filter(isHealthy).map(({ id }) => id)),
    states: new Map(tasks.map(({ id, lastStatus }) => [id, lastStatus])),
    rollouts: new Map(service.deployments.map(({ id, rolloutState }) => [id, rolloutState])),
    statuses: new Map(service.serviceDeployments.map(({ arn, status }) => [arn, status])),
  }
}

const lineOf = ({ world }: Engine, service: Service): string =>
  JSON.stringify([
    world.now,
    service.desiredCount,
    service.deployments.map(({ id, status, rolloutState, failedTasks }) => [id, status, rolloutState, failedTasks]),
    // The end of a task is told by its last line: hundreds of stopped ones in each would make the trace too long.
    tasksOf(world, service).flatMap(({ id, lastStatus, stopCode }) =>
      lastStatus === 'STOPPED' ? [] : [[id, lastStatus, stopCode]],
    ),
  ])

function violations(engine: Engine, service: Service, before: Moment, now: Moment): string[] {
  const tasks = tasksOf(engine.world, service)
  return [
    ...ofShape(engine, service),
    ...ofBounds(service, tasks, before, now),
    ...ofFailures(engine, service, tasks, before),
    ...ofOrder(service, tasks, before),
    ...ofCompletion(engine, service, tasks, before),
  ]
}

function ofShape({ world }: Engine, service: Service): string[] {
  const shown = serviceShape(world, service, false) as {
    runningCount: number
    pendingCount: number
    deployments: { id: string; status: string; runningCount: number; pendingCount: number }[]
  }
  const sum = (member: 'runningCount' | 'pendingCount'): number =>
    shown.deployments.reduce((total, deployment) => total + deployment[member], 0)
  const open = service.serviceDeployments.filter(
    ({ status }) => mayFollow[status] !== undefined && status !== 'STOP_REQUESTED',
  )
  return [
    ...(shown.deployments.filter(({ status }) => status === 'PRIMARY').length === 1 ? [] : ['not exactly one PRIMARY']),
    ...(shown.deployments[0]?.status === 'PRIMARY' ? [] : ['the PRIMARY is not first']),
    ...(new Set(shown.deployments.map(({ id }) => id)).size === shown.deployments.length ? [] : ['a deployment twice']),
    ...(sum('runningCount') === shown.runningCount ? [] : ['running counts do not add up']),
    ...(sum('pendingCount') === shown.pendingCount ? [] : ['pending counts do not add up']),
    ...(open.length <= 1 ? [] : ['two service deployments are open']),
    ...(service.events.length <= 100 ? [] : ['more than 100 events']),
  ]
}

function ofBounds(service: Service, tasks: readonly Task[], before: Moment, now: Moment): string[] {
  const { minimumHealthyPercent = 100, maximumPercent = 200 } = service.settings.deploymentConfiguration
  const most = Math.max(before.desired, now.desired)
  const least = Math.min(before.desired, now.desired)
  const ceiling = Math.max(most, Math.floor((most * maximumPercent) / 100))
  const floor = Math.ceil((least * minimumHealthyPercent) / 100)
  const hasStarted = tasks.some(({ id }) => !before.known.has(id))
  const occupied = tasks.filter(({ lastStatus }) => lastStatus !== 'STOPPED' && lastStatus !== 'DEPROVISIONING').length
  const stopped = tasks.filter(({ id, desiredStatus }) => before.healthy.has(id) && desiredStatus === 'STOPPED')
  const byScheduler = stopped.filter(({ stoppedReason = '' }) => stoppedReason.startsWith('Scaling activity'))
  return [
    ...(hasStarted && occupied > ceiling ? [`${occupied} tasks, but at most ${ceiling} may exist`] : []),
    ...(byScheduler.length > 0 && now.healthy.size + stopped.length - byScheduler.length < floor
      ? [`${now.healthy.size} healthy tasks, but at least ${floor} must remain`]
      : []),
  ]
}

type Breaker = Service['settings']['deploymentConfiguration']['deploymentCircuitBreaker']

/** The service's present breaker judges, or by the other reading the one that its newest deployment began with. */
function judgeOf({ world }: Engine, { settings, serviceDeployments }: Service): Breaker {
  const begunWith =
    world.options.breakerChange === 'next-deployment' ? serviceDeployments.at(-1)?.configuration : undefined
  return (begunWith ?? settings.deploymentConfiguration).deploymentCircuitBreaker
}

/** Own arithmetic of the threshold (facts 3.1). */
function thresholdOf(service: Service, breaker: Breaker): number {
  const { type = 'BOUNDED_PERCENT', value = 50 } = breaker?.thresholdConfiguration ?? {}
  const share = Math.ceil((service.desiredCount * value) / 100)
  if (type === 'COUNT') return value
  return type === 'UNBOUNDED_PERCENT' ? share : Math.min(200, Math.max(3, share))
}

function ofFailures(engine: Engine, service: Service, tasks: readonly Task[], before: Moment): string[] {
  const breaker = judgeOf(engine, service)
  return service.deployments.flatMap(({ id, failedTasks, rolloutState, rolloutStateReason }) => {
    const wasFailed = before.rollouts.get(id) === 'FAILED' && rolloutState === 'FAILED'
    const launched = tasks.some((task) => task.deployment === id && !before.known.has(task.id))
    const hasTripped = before.rollouts.get(id) === 'IN_PROGRESS' && rolloutStateReason.includes('tasks failed to start')
    return [
      ...(wasFailed && launched ? [`the FAILED deployment ${id} has started a task`] : []),
      ...(hasTripped && breaker?.enable !== true ? ['a breaker that is off has tripped'] : []),
      ...(hasTripped && rolloutState === 'FAILED' && failedTasks < thresholdOf(service, breaker)
        ? [`tripped at ${failedTasks} of ${thresholdOf(service, breaker)} failures`]
        : []),
    ]
  })
}

function ofOrder(service: Service, tasks: readonly Task[], before: Moment): string[] {
  const backwards = tasks.filter(({ id, lastStatus }) => {
    const was = before.states.get(id)
    return was !== undefined && lifeOfTask.indexOf(lastStatus) < lifeOfTask.indexOf(was)
  })
  const leaps = service.serviceDeployments.filter(({ arn, status }) => {
    const was = before.statuses.get(arn)
    return was !== undefined && was !== status && mayFollow[was]?.includes(status) !== true
  })
  return [
    ...backwards.map(({ id }) => `task ${id} went back in its life`),
    ...leaps.map(({ arn, status }) => `a service deployment went from ${before.statuses.get(arn)} to ${status}`),
  ]
}

/** COMPLETED means: all tasks healthy, and those without any check for 40 s in RUNNING (facts 2.3, 2.5). */
function ofCompletion({ world }: Engine, service: Service, tasks: readonly Task[], before: Moment): string[] {
  const [primary] = service.deployments
  if (primary?.rolloutState !== 'COMPLETED' || before.rollouts.get(primary.id) !== 'IN_PROGRESS') return []
  const own = tasks.filter((task) => task.deployment === primary.id && isHealthy(task))
  const rest = tasks.filter((task) => task.deployment !== primary.id && task.lastStatus === 'RUNNING')
  const hasChecks = service.settings.loadBalancers.length > 0
  const young = own.filter(
    ({ containers, startedAt = 0 }) =>
      !hasChecks && containers.every(({ health }) => health === undefined) && world.now - startedAt < 40_000,
  )
  return [
    ...(own.length >= service.desiredCount
      ? []
      : [`COMPLETED with ${own.length} of ${service.desiredCount} healthy tasks`]),
    ...(rest.length === 0 ? [] : ['COMPLETED while an old task is in RUNNING']),
    ...(young.length === 0 ? [] : ['COMPLETED with a task that ran for less than 40 s']),
  ]
}
