/** The rolling strategy: start up to the ceiling, stop down to the floor, as tasks become healthy. */
import type { Engine } from '../engine.ts'
import { failUnresolved, launchTask } from '../task/launch.ts'
import { stopTask } from '../task/stop.ts'
import { isHealthy, isLive, tasksOf } from '../task/task.ts'
import type { Deployment, Service, Task } from '../world/world.ts'
import { boundsOf } from './bounds.ts'
import { completeDeployment, primaryOf, revisionOf } from './deployments.ts'
import { reconcileSoon } from './scheduler.ts'
import { complain, emit, serviceEventText } from './service-events.ts'
import type { RolloutStrategy } from './strategy.ts'

export const rolling: RolloutStrategy = { reconcile }

function reconcile(engine: Engine, service: Service): void {
  const primary = primaryOf(service)
  if (primary === undefined) return
  const mayLaunch = primary.rolloutState !== 'FAILED' && engine.world.now >= primary.launchFrom
  if (mayLaunch) primary.desiredCount = service.desiredCount
  const started = mayLaunch ? startMissing(engine, service, primary) : 0
  stopUnhealthy(engine, service, primary, started)
  if (primary.rolloutState !== 'FAILED' && primary.desiredCount === service.desiredCount)
    stopSurplus(engine, service, primary)
  dropEmptyDeployments(engine, service)
  settle(engine, service, primary)
  // Only one pass is planned at a time; this one may have overtaken the one that was to launch.
  const wait = primary.launchFrom - engine.world.now
  if (wait > 0 && primary.rolloutState !== 'FAILED') reconcileSoon(engine, service, wait / 1000)
}

/** Tasks that occupy room under the maximum: running, starting, or still stopping (DG update-service-parameters). */
function occupied(engine: Engine, service: Service): number {
  return tasksOf(engine.world, service).filter(
    ({ lastStatus }) => lastStatus !== 'STOPPED' && lastStatus !== 'DEPROVISIONING',
  ).length
}

/** @returns how many unhealthy tasks the new ones replace */
function startMissing(engine: Engine, service: Service, primary: Deployment): number {
  const own = tasksOf(engine.world, service, primary.id).filter(isLive)
  const failed = own.filter(({ unhealthy }) => unhealthy !== undefined)
  const { ceiling } = boundsOf(service.desiredCount, service.settings.deploymentConfiguration)
  const missing = service.desiredCount - (own.length - failed.length)
  // A service that is no longer deploying replaces what it lost, whatever its maximum says about deployments.
  const room = Math.max(0, Math.max(ceiling, service.desiredCount) - occupied(engine, service))
  const count = Math.min(missing, room)
  if (count <= 0) {
    complainWhenBlocked(engine, service, missing)
    return 0
  }
  service.steady = false
  if (failUnresolved(engine, service, primary)) return 0
  const launched = Array.from({ length: count }, () => launchTask(engine, service, primary))
  const replaced = Math.min(count, failed.length)
  emit(
    engine,
    service,
    serviceEventText.started(
      launched.map(({ id }) => id),
      replaced,
    ),
  )
  return replaced
}

/** Neither room to start nor leave to stop: without a change of its percents the deployment will hang. */
function complainWhenBlocked(engine: Engine, service: Service, missing: number): void {
  const { floor, ceiling } = boundsOf(service.desiredCount, service.settings.deploymentConfiguration)
  const isReplacing = service.deployments.length > 1 && missing > 0 && missing === service.desiredCount
  if (isReplacing && ceiling <= service.desiredCount && floor >= service.desiredCount) {
    complain(engine, service, serviceEventText.blockedByConfiguration)
  }
}

/** Unhealthy tasks go once their replacement has started; without room for one, one of them makes room. */
function stopUnhealthy(engine: Engine, service: Service, primary: Deployment, replaced: number): void {
  const unhealthy = tasksOf(engine.world, service).filter((task) => isLive(task) && task.unhealthy !== undefined)
  const own = unhealthy.filter(({ deployment }) => deployment === primary.id)
  const others = unhealthy.filter(({ deployment }) => deployment !== primary.id)
  const allowed =
    primary.rolloutState === 'FAILED'
      ? own.length
      : Math.max(replaced, own.length > 0 && hasNoRoom(engine, service) ? 1 : 0)
  const stopping = [...own.slice(0, allowed), ...others]
  if (stopping.length === 0) return
  for (const { id } of stopping.filter((task) => task.unhealthy === 'container')) {
    emit(engine, service, serviceEventText.failedContainerChecks(id))
  }
  emit(engine, service, serviceEventText.stoppedRunning(stopping.map(({ id }) => id)))
  for (const task of stopping)
    stopTask(engine, service, task, unhealthyReason(service, task), 'ServiceSchedulerInitiated')
  reconcileSoon(engine, service)
}

function hasNoRoom(engine: Engine, service: Service): boolean {
  const { ceiling } = boundsOf(service.desiredCount, service.settings.deploymentConfiguration)
  return occupied(engine, service) >= Math.max(ceiling, service.desiredCount)
}

function unhealthyReason(service: Service, task: Task): string {
  return task.unhealthy === 'target'
    ? `Task failed ELB health checks in (target-group ${service.settings.loadBalancers[0]?.targetGroupArn})`
    : 'Task failed container health checks'
}

/** Stops what is too much: surplus of the PRIMARY after a scale-in, and old tasks as far as the floor allows. */
function stopSurplus(engine: Engine, service: Service, primary: Deployment): void {
  const live = tasksOf(engine.world, service).filter((task) => isLive(task) && task.unhealthy === undefined)
  const own = live.filter(({ deployment }) => deployment === primary.id)
  const old = live.filter(({ deployment }) => deployment !== primary.id)
  const surplus = notYetRunningFirst(own).slice(0, Math.max(0, own.length - service.desiredCount))
  const healthy = live.filter(isHealthy).length - surplus.filter(isHealthy).length
  const { floor } = boundsOf(service.desiredCount, service.settings.deploymentConfiguration)
  const oldHealthy = old.filter(isHealthy)
  const dispensable = oldHealthy.slice(0, Math.max(0, healthy - floor))
  stopAll(engine, service, [...surplus, ...old.filter((task) => !isHealthy(task)), ...dispensable])
}

const notYetRunningFirst = (tasks: readonly Task[]): Task[] =>
  [...tasks].sort(
    (left, right) => Number(isHealthy(left)) - Number(isHealthy(right)) || right.createdAt - left.createdAt,
  )

function stopAll(engine: Engine, service: Service, tasks: readonly Task[]): void {
  const running = tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING')
  const pending = tasks.filter(({ lastStatus }) => lastStatus !== 'RUNNING')
  const seen = pending.filter(({ hidden }) => !hidden)
  if (seen.length > 0) emit(engine, service, serviceEventText.stoppedPending(seen.length))
  if (running.length > 0) emit(engine, service, serviceEventText.stoppedRunning(running.map(({ id }) => id)))
  for (const task of tasks) {
    stopTask(
      engine,
      service,
      task,
      `Scaling activity initiated by (deployment ${task.deployment})`,
      'ServiceSchedulerInitiated',
    )
  }
  if (tasks.length > 0) reconcileSoon(engine, service)
}

/** A replaced deployment disappears with its last task; a FAILED one stays until the rollback is complete. */
function dropEmptyDeployments(engine: Engine, service: Service): void {
  for (const deployment of service.deployments) {
    if (deployment.status === 'ACTIVE') {
      deployment.desiredCount = tasksOf(engine.world, service, deployment.id).filter(isLive).length
    }
  }
  service.deployments = service.deployments.filter(
    ({ id, status, rolloutState }) =>
      status === 'PRIMARY' ||
      rolloutState === 'FAILED' ||
      tasksOf(engine.world, service, id).some(({ lastStatus }) => lastStatus !== 'STOPPED'),
  )
}

/** Completes the deployment, or says that the service is steady again (DG early-success-criteria: what complete means). */
function settle(engine: Engine, service: Service, primary: Deployment): void {
  if (primary.rolloutState === 'FAILED' || primary.desiredCount !== service.desiredCount) return
  if (engine.world.now < primary.launchFrom && primary.rolloutState === 'IN_PROGRESS') return
  const own = tasksOf(engine.world, service, primary.id).filter(isLive)
  const ready = own.length === service.desiredCount && own.every(isHealthy)
  if (!ready || !oldTasksAreGone(engine, service, primary)) return
  if (primary.rolloutState === 'IN_PROGRESS') {
    if (!hasBaked(engine, service, primary)) return
    completeDeployment(engine, service, primary)
  } else if (!service.steady) {
    service.steady = true
    emit(engine, service, serviceEventText.steady)
  }
}

function oldTasksAreGone(engine: Engine, service: Service, primary: Deployment): boolean {
  const untilStopped = engine.world.options.completionWaitsFor === 'stopped'
  return tasksOf(engine.world, service)
    .filter(({ deployment }) => deployment !== primary.id)
    .every(
      ({ lastStatus, desiredStatus }) =>
        lastStatus === 'STOPPED' || (!untilStopped && lastStatus !== 'RUNNING' && desiredStatus === 'STOPPED'),
    )
}

function hasBaked(engine: Engine, service: Service, primary: Deployment): boolean {
  const seconds = (service.settings.deploymentConfiguration.bakeTimeInMinutes ?? 0) * 60
  const isRollback = revisionOf(service, primary.number) !== service.revisions.at(-1)
  if (seconds === 0 || isRollback) return true
  primary.bakingSince ??= engine.world.now
  const remaining = seconds - (engine.world.now - primary.bakingSince) / 1000
  if (remaining > 0) reconcileSoon(engine, service, remaining)
  return remaining <= 0
}
