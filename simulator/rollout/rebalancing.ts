/**
 * Availability Zone rebalancing: a service that stands unevenly starts a task where there are fewest, and then stops one
 * where there are most, until it is balanced (DG service-rebalancing; that uneven means a difference of two is inferred).
 */
import type { Engine } from '../engine.ts'
import { stopTask } from '../task/stop.ts'
import { isHealthy, isLive, tasksOf } from '../task/task.ts'
import type { Deployment, Service, Task } from '../world/world.ts'
import { reconcileSoon } from './scheduler.ts'
import { emit, serviceEventText } from './service-events.ts'
import { type ZoneCount, zonesByLoad } from './zones.ts'

export interface Launching {
  /** Tasks that may exist at once. */
  readonly ceiling: number
  readonly occupied: number
  /** Starts one task. @returns undefined if there is no place for it */
  launchIn(zone: string): Task | undefined
}

/** @returns whether the surplus task of a service is part of its rebalancing, and no surplus */
export function rebalance(engine: Engine, service: Service, primary: Deployment, launching: Launching): boolean {
  const live = tasksOf(engine.world, service, primary.id).filter(isLive)
  const surplus = live.length - service.desiredCount
  if (!mayRebalance(service, primary) || surplus < 0 || surplus > 1) {
    service.rebalancing = false
    return false
  }
  const counts = zonesByLoad(engine.world, live)
  if (surplus === 1) return service.rebalancing === true && stopOne(engine, service, live, counts)
  if (!live.every(isHealthy)) return false
  if (spread(counts) > 1) return startOne(engine, service, counts, launching)
  if (service.rebalancing === true) {
    service.rebalancing = false
    emit(engine, service, serviceEventText.balanced(counts))
  }
  return false
}

/** Only between deployments, and only where the maximum leaves room for one more (DG service-rebalancing). */
function mayRebalance({ settings, deployments }: Service, primary: Deployment): boolean {
  return (
    settings.availabilityZoneRebalancing === 'ENABLED' &&
    settings.schedulingStrategy === 'REPLICA' &&
    (settings.deploymentConfiguration.maximumPercent ?? 200) > 100 &&
    primary.rolloutState === 'COMPLETED' &&
    deployments.length === 1
  )
}

const spread = (counts: readonly ZoneCount[]): number => (counts.at(-1)?.count ?? 0) - (counts[0]?.count ?? 0)

function startOne(engine: Engine, service: Service, counts: readonly ZoneCount[], launching: Launching): boolean {
  if (service.rebalancing !== true) emit(engine, service, serviceEventText.unbalanced(counts))
  service.rebalancing = true
  const [{ zone } = { zone: '' }] = counts
  const task = launching.occupied < launching.ceiling ? launching.launchIn(zone) : undefined
  if (task !== undefined) emit(engine, service, serviceEventText.startedToRebalance(zone, task.id))
  return task !== undefined
}

/** The extra task is kept until it is healthy; then one of the fullest zone goes. */
function stopOne(engine: Engine, service: Service, live: readonly Task[], counts: readonly ZoneCount[]): boolean {
  if (!live.every(isHealthy)) return true
  const fullest = counts.at(-1)?.zone
  const leaving = live.find(({ availabilityZone }) => availabilityZone === fullest)
  if (leaving === undefined) return true
  emit(engine, service, serviceEventText.stoppedToRebalance(leaving.availabilityZone, leaving.id))
  const reason = `Scaling activity initiated by (deployment ${leaving.deployment})`
  stopTask(engine, service, leaving, reason, 'ServiceSchedulerInitiated')
  reconcileSoon(engine, service)
  return true
}
