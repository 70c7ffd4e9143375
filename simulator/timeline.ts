/** What a scenario lets happen by itself: scaling, alarms, Spot interruptions, capacity, protection. */
import { type Engine, schedule } from './engine.ts'
import { primaryOf } from './rollout/deployments.ts'
import { reconcileSoon } from './rollout/scheduler.ts'
import type { TimelineEntry } from './scenario.ts'
import { stopTask } from './task/stop.ts'
import { isLive, tasksOf } from './task/task.ts'
import type { Service } from './world/world.ts'

/** @throws Error for an entry that names a service which does not exist */
export function planTimeline(engine: Engine, timeline: readonly TimelineEntry[]): void {
  for (const entry of timeline) {
    if (entry.service !== undefined && serviceNamed(engine, entry.service) === undefined)
      throw new Error(`timeline: there is no service ${entry.service} in the scenario`)
    schedule(engine, entry.afterSeconds, { kind: 'timeline', entry })
  }
}

const serviceNamed = ({ world }: Engine, name: string | undefined): Service | undefined =>
  world.services.find((service) => name === undefined || service.name === name)

/** One entry takes place. */
export function takePlace(engine: Engine, entry: TimelineEntry): void {
  const { world } = engine
  if (entry.alarm !== undefined) world.alarms.set(entry.alarm.name, entry.alarm.state)
  if (entry.capacity !== undefined) world.capacity.set(entry.capacity.provider, entry.capacity)
  if (entry.containerInstances !== undefined) {
    world.containerInstances.set(entry.containerInstances.cluster ?? 'default', entry.containerInstances.count)
    for (const service of world.services) reconcileSoon(engine, service)
  }
  const service = serviceNamed(engine, entry.service)
  if (service !== undefined) takePlaceAt(engine, service, entry)
}

function takePlaceAt(engine: Engine, service: Service, entry: TimelineEntry): void {
  if (entry.scale !== undefined && entry.scale !== service.desiredCount) {
    service.desiredCount = entry.scale
    service.steady = false
    reconcileSoon(engine, service)
  }
  if (entry.interruptSpot !== undefined) interrupt(engine, service, entry.interruptSpot)
  if (entry.protectMinutes === undefined) return
  const until = entry.protectMinutes > 0 ? engine.world.now + entry.protectMinutes * 60_000 : undefined
  for (const task of tasksOf(engine.world, service).filter(({ lastStatus }) => lastStatus === 'RUNNING'))
    task.protectedUntil = until
  reconcileSoon(engine, service)
}

/** SIGTERM comes with the two-minute warning; stop code and reason as in current events (facts 6.3). */
function interrupt(engine: Engine, service: Service, { count, of }: NonNullable<TimelineEntry['interruptSpot']>): void {
  const primary = primaryOf(service)?.id
  const spot = tasksOf(engine.world, service)
    .filter((task) => isLive(task) && task.capacityProvider === 'FARGATE_SPOT')
    .filter(({ deployment }) => of === undefined || (of === 'new') === (deployment === primary))
  for (const task of spot.slice(0, count))
    stopTask(engine, service, task, 'Your Spot Task was interrupted.', 'SpotInterruption')
  if (spot.length === 0) return
  service.steady = false
  reconcileSoon(engine, service)
}
