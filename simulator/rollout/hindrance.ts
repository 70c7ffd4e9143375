/** What keeps the service scheduler from working at all: its role, or the services it calls. */
import type { Engine } from '../engine.ts'
import { ecsMayDo, isTrusted } from '../neighbours/iam/service-linked-role.ts'
import type { Service } from '../world/world.ts'
import { reconcileSoon } from './scheduler.ts'
import { complain, complainRaw, serviceEventText } from './service-events.ts'

const retrySeconds = 60
/** Without it no task of an awsvpc service gets its network interface. */
const neededAction = 'ec2:CreateNetworkInterface'

/** @returns whether this pass must be left out; then it says why, and tries again later */
export function isSchedulerHindered(engine: Engine, service: Service): boolean {
  const { world } = engine
  const { throttledUntil = 0 } = service
  if (throttledUntil > world.now) {
    complain(engine, service, serviceEventText.throttled)
    reconcileSoon(engine, service, (throttledUntil - world.now) / 1000)
    return true
  }
  const broken = !isTrusted(world)
    ? serviceEventText.trustBroken
    : ecsMayDo(world, neededAction)
      ? undefined
      : serviceEventText.permissionsBroken
  if (broken === undefined) return false
  complainRaw(engine, service, broken)
  reconcileSoon(engine, service, retrySeconds)
  return true
}

/** @param seconds from now */
export function throttleScheduler(engine: Engine, service: Service, seconds: number): void {
  service.throttledUntil = engine.world.now + seconds * 1000
  reconcileSoon(engine, service, 0)
}
