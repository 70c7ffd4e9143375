/** The rolling strategy: start up to the ceiling, stop down to the floor, as tasks become healthy. */
import type { Engine } from '../engine.ts'
import { failUnresolved, launchTask } from '../task/launch.ts'
import { placeTask } from '../task/placement.ts'
import { pauseLaunches } from '../task/progress.ts'
import { unassumableRole } from '../task/roles.ts'
import { stopTask } from '../task/stop.ts'
import { isHealthy, isLive, tasksOf } from '../task/task.ts'
import { definitionByArn } from '../world/definition.ts'
import type { Deployment, Service, Task } from '../world/world.ts'
import { countFailure } from './circuit-breaker.ts'
import { completeDeployment, primaryOf, revisionOf } from './deployments.ts'
import { mayPass } from './hooks.ts'
import { rebalance } from './rebalancing.ts'
import { reconcileSoon } from './scheduler.ts'
import { complain, emit, serviceEventText } from './service-events.ts'
import { stopAll } from './stopping.ts'
import type { RolloutStrategy } from './strategy.ts'

/** That a rolling deployment can be held at these stages is a reading (`rollingPauseHooks`); it knows no test traffic. */
export const rolling: RolloutStrategy = {
  reconcile,
  hookStages: ['PRE_SCALE_UP', 'POST_SCALE_UP', 'POST_PRODUCTION_TRAFFIC_SHIFT'],
}

function reconcile(engine: Engine, service: Service): void {
  const primary = primaryOf(service)
  if (primary === undefined) return
  if (service.settings.schedulingStrategy === 'DAEMON') followInstances(engine, service)
  const isDue = primary.rolloutState !== 'FAILED' && engine.world.now >= primary.launchFrom
  const mayLaunch = isDue && mayPass(engine, service, primary, 'PRE_SCALE_UP')
  if (mayLaunch) primary.desiredCount = service.desiredCount
  const started = mayLaunch ? startMissing(engine, service, primary) : 0
  replaceLostOld(engine, service, primary)
  stopUnhealthy(engine, service, primary, started)
  // A failed launch may have failed the deployment, and another one may be PRIMARY by now.
  if (primaryOf(service) !== primary) return
  if (
    primary.rolloutState !== 'FAILED' &&
    primary.desiredCount === service.desiredCount &&
    mayScaleDown(engine, service, primary) &&
    !balancesZones(engine, service, primary)
  )
    stopSurplus(engine, service, primary)
  dropEmptyDeployments(engine, service, primary)
  settle(engine, service, primary)
  planEndOfListing(engine, service)
  // Only one pass is planned at a time; this one may have overtaken the one that was to launch.
  const wait = primary.launchFrom - engine.world.now
  if (wait > 0 && primary.rolloutState !== 'FAILED') reconcileSoon(engine, service, wait / 1000)
}

function balancesZones(engine: Engine, service: Service, primary: Deployment): boolean {
  return rebalance(engine, service, primary, {
    ceiling: bounds(engine, service).ceiling,
    occupied: occupied(engine, service),
    launchIn: (zone) =>
      engine.world.now < primary.launchFrom ? undefined : launchPlaced(engine, service, primary, 1, zone)[0],
  })
}

/** Scaled up is a deployment whose own tasks are all there and healthy: then a hook may hold the last old ones. */
function mayScaleDown(engine: Engine, service: Service, primary: Deployment): boolean {
  const healthy = tasksOf(engine.world, service, primary.id).filter(isHealthy).length
  return healthy < service.desiredCount || mayPass(engine, service, primary, 'POST_SCALE_UP')
}

/** Tasks that occupy room under the maximum: running, starting, or still stopping (DG update-service-parameters). */
function occupied(engine: Engine, service: Service): number {
  return tasksOf(engine.world, service).filter(engine.rules.occupiesRoom).length
}

/** One task on each container instance (DG service_scheduler_daemon). */
function followInstances({ world }: Engine, service: Service): void {
  const instances = world.containerInstances.get(service.cluster) ?? 0
  if (service.desiredCount !== instances) service.steady = false
  service.desiredCount = instances
}

const bounds = ({ rules }: Engine, service: Service): ReturnType<typeof rules.bounds> =>
  rules.bounds(service.desiredCount, service.settings.deploymentConfiguration)

/** @returns how many unhealthy tasks the new ones replace */
function startMissing(engine: Engine, service: Service, primary: Deployment): number {
  const own = tasksOf(engine.world, service, primary.id).filter(isLive)
  const failed = own.filter(({ unhealthy }) => unhealthy !== undefined)
  const { ceiling } = bounds(engine, service)
  const missing = service.desiredCount - (own.length - failed.length)
  // A service that is no longer deploying replaces what it lost, whatever its maximum says about deployments.
  const count = engine.rules.startable(missing, Math.max(ceiling, service.desiredCount), occupied(engine, service))
  if (count <= 0) {
    complainWhenBlocked(engine, service, missing)
    return 0
  }
  service.steady = false
  if (failUnresolved(engine, service, primary)) return 0
  const launched = launchPlaced(engine, service, primary, count)
  if (launched.length === 0) return 0
  const replaced = Math.min(launched.length, failed.length)
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

/** Starts as many as find a place; one that does not is told, and tried again after a pause. */
function launchPlaced(engine: Engine, service: Service, deployment: Deployment, count: number, zone?: string): Task[] {
  const { world } = engine
  const { launchType, capacityProviderStrategy } = service.settings
  const { stored } = definitionByArn(world, deployment.taskDefinition)
  const role = unassumableRole(world, stored)
  const launched: Task[] = []
  while (launched.length < count) {
    const siblings = tasksOf(world, service, deployment.id).filter(isLive)
    const { cpu, memory } = stored
    const wish = { launchType, capacityProviderStrategy, cluster: service.cluster, cpu, memory, siblings }
    const placement = placeTask(world, wish)
    if (role !== undefined || !placement.placed) {
      complain(engine, service, placement.placed ? serviceEventText.failedToAssume(role ?? '') : placement.event)
      pauseLaunches(engine, service, deployment, false)
      if (world.options.placementFailureCounts) countFailure(engine, service, deployment)
      break
    }
    launched.push(launchTask(engine, service, deployment, false, placement, zone))
  }
  return launched
}

/**
 * An old task that is lost while its replacement is not healthy yet is replaced by one of its own revision, as far as
 * the minimum needs it and the maximum has room (DG deployment-type-ecs: replacement within the same revision).
 */
function replaceLostOld(engine: Engine, service: Service, primary: Deployment): void {
  if (engine.world.options.lostOldTask === 'new-revision' || primary.rolloutState !== 'IN_PROGRESS') return
  const live = tasksOf(engine.world, service).filter((task) => isLive(task) && task.unhealthy === undefined)
  const { floor, ceiling } = bounds(engine, service)
  let short = floor - live.filter((task) => isHealthy(task) || task.deployment !== primary.id).length
  for (const old of service.deployments) {
    if (old === primary || old.rolloutState !== 'COMPLETED') continue
    const lost = Math.min(short, old.desiredCount - live.filter(({ deployment }) => deployment === old.id).length)
    const count = engine.rules.startable(lost, ceiling, occupied(engine, service))
    const started = count > 0 ? launchPlaced(engine, service, old, count) : []
    short -= started.length
    if (started.length > 0)
      emit(
        engine,
        service,
        serviceEventText.started(
          started.map(({ id }) => id),
          0,
        ),
      )
  }
}

/** Neither room to start nor leave to stop: without a change of its percents the deployment will hang. */
function complainWhenBlocked(engine: Engine, service: Service, missing: number): void {
  const { floor, ceiling } = bounds(engine, service)
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
    stopTask(engine, service, task, unhealthyReason(service, task), engine.world.options.healthStopCode)
  reconcileSoon(engine, service)
}

function hasNoRoom(engine: Engine, service: Service): boolean {
  const { ceiling } = bounds(engine, service)
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
  const { floor } = bounds(engine, service)
  const oldHealthy = old.filter(isHealthy)
  const dispensable = oldHealthy.slice(0, engine.rules.dispensable(healthy, floor))
  // Old ones on their way stand in for what was lost: they stay only as long as the minimum needs them.
  const starting = old.filter((task) => !isHealthy(task) && (healthy >= floor || !standsIn(service, primary, task)))
  const stopping = [...surplus, ...starting, ...dispensable]
  stopAll(engine, service, withoutProtected(engine, service, stopping))
}

function standsIn(service: Service, primary: Deployment, task: Task): boolean {
  const own = service.deployments.find(({ id }) => id === task.deployment)
  return own?.rolloutState === 'COMPLETED' && primary.rolloutState === 'IN_PROGRESS'
}

/** Protected tasks stay until their protection ends (DG task-scale-in-protection). */
function withoutProtected(engine: Engine, service: Service, stopping: readonly Task[]): Task[] {
  const { now } = engine.world
  const isProtected = ({ protectedUntil = 0 }: Task): boolean => protectedUntil > now
  const kept = stopping.filter(isProtected)
  const [first] = kept
  if (first !== undefined) {
    complain(engine, service, serviceEventText.protectedTasks(first.deployment, kept.length))
    reconcileSoon(engine, service, (Math.min(...kept.map(({ protectedUntil = 0 }) => protectedUntil)) - now) / 1000)
  }
  return stopping.filter((task) => !isProtected(task))
}

const notYetRunningFirst = (tasks: readonly Task[]): Task[] =>
  [...tasks].sort(
    (left, right) => Number(isHealthy(left)) - Number(isHealthy(right)) || right.createdAt - left.createdAt,
  )

/** A replaced deployment disappears with its last task; a FAILED one stays until the rollback is complete. */
function dropEmptyDeployments(engine: Engine, service: Service, primary: Deployment): void {
  for (const deployment of service.deployments) {
    if (deployment.status !== 'PRIMARY') deployment.desiredCount = wantedOld(engine, service, primary, deployment)
  }
  service.deployments = service.deployments.filter(
    ({ id, status, rolloutState, listedUntil }) =>
      status === 'PRIMARY' ||
      (rolloutState === 'FAILED' && (listedUntil ?? Number.POSITIVE_INFINITY) > engine.world.now) ||
      tasksOf(engine.world, service, id).some(({ lastStatus }) => lastStatus !== 'STOPPED'),
  )
}

/** Only one pass is planned at a time, so each one plans the end of what is still listed. */
function planEndOfListing(engine: Engine, service: Service): void {
  const { now } = engine.world
  const ends = service.deployments.map(({ listedUntil = 0 }) => listedUntil).filter((end) => end > now)
  if (ends.length > 0) reconcileSoon(engine, service, (Math.min(...ends) - now) / 1000)
}

/** What an old deployment still wants: what it has, and what it has lost but the minimum needs. */
function wantedOld(engine: Engine, service: Service, primary: Deployment, old: Deployment): number {
  const live = tasksOf(engine.world, service).filter(isLive)
  const own = live.filter(({ deployment }) => deployment === old.id).length
  const replaces = engine.world.options.lostOldTask === 'same-revision' && primary.rolloutState === 'IN_PROGRESS'
  if (!replaces || old.rolloutState !== 'COMPLETED') return own
  const { floor } = bounds(engine, service)
  const short = floor - live.filter((task) => isHealthy(task) || task.deployment !== primary.id).length
  return own + Math.max(0, Math.min(old.desiredCount - own, short))
}

/** Completes the deployment, or says that the service is steady again (DG early-success-criteria: what complete means). */
function settle(engine: Engine, service: Service, primary: Deployment): void {
  if (primary.rolloutState === 'FAILED' || primary.desiredCount !== service.desiredCount) return
  if (engine.world.now < primary.launchFrom && primary.rolloutState === 'IN_PROGRESS') return
  const own = tasksOf(engine.world, service, primary.id).filter(isLive)
  const ready = own.length === service.desiredCount && own.every(isHealthy)
  if (primary.rolloutState === 'IN_PROGRESS') {
    if (!isSuccess(engine, service, primary, own)) return
    if (!hasBaked(engine, service, primary)) return
    if (!mayPass(engine, service, primary, 'POST_PRODUCTION_TRAFFIC_SHIFT')) return
    completeDeployment(engine, service, primary)
  } else if (ready && !service.steady && oldTasksAreGone(engine, service, primary)) {
    service.steady = true
    emit(engine, service, serviceEventText.steady)
  }
}

/** Early success criteria ask for a share of the tasks, and may leave the old ones for later (DG early-success-criteria). */
function isSuccess(engine: Engine, service: Service, primary: Deployment, own: readonly Task[]): boolean {
  const { deploymentConfiguration } = service.settings
  const early = deploymentConfiguration.earlySuccessCriteria
  const needed = engine.rules.healthyForSuccess(service.desiredCount, deploymentConfiguration)
  const isEarly = early?.enable === true
  if (own.filter(isHealthy).length < needed || (!isEarly && (own.length !== needed || !own.every(isHealthy))))
    return false
  return (isEarly && early?.sourceServiceRevisionCleanup === 'DEFERRED') || oldTasksAreGone(engine, service, primary)
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
  const { bakeTimeInMinutes = 0, alarms } = service.settings.deploymentConfiguration
  const seconds =
    bakeTimeInMinutes === 0 && alarms?.enable === true ? engine.world.options.alarmBakeSeconds : bakeTimeInMinutes * 60
  const isRollback = revisionOf(service, primary.number) !== service.revisions.at(-1)
  if (seconds === 0 || isRollback) return true
  primary.bakingSince ??= engine.world.now
  const remaining = seconds - (engine.world.now - primary.bakingSince) / 1000
  if (remaining > 0) reconcileSoon(engine, service, remaining)
  return remaining <= 0
}
