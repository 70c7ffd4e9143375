/** When the service scheduler looks at a service again. */
import { about, type Engine, schedule } from '../engine.ts'
import type { Service } from '../world/world.ts'

/** Observed: 10 to 20 s between a change and the scheduler's answer to it (a killed task was replaced after 18 s). */
const reactionSeconds = 10

/** Plans a pass; an earlier one that is already planned stays. @param seconds default: the usual reaction time */
export function reconcileSoon(engine: Engine, service: Service, seconds?: number): void {
  const delay = Math.round((seconds ?? about(engine, reactionSeconds, 0.4)) * 1000)
  const at = engine.world.now + delay
  if (service.reconcileAt !== undefined && service.reconcileAt <= at) return
  service.reconcileAt = at
  schedule(engine, delay / 1000, { kind: 'reconcile', service: service.arn })
}

/** Whether this pass is the planned one; a pass that was overtaken by an earlier one does nothing. */
export function takeReconcile(engine: Engine, service: Service): boolean {
  if (service.reconcileAt !== engine.world.now) return false
  service.reconcileAt = undefined
  return true
}
