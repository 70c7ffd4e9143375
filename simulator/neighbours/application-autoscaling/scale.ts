/** What Application Auto Scaling does when an alarm or a schedule calls for another count. */
import { updateService } from '../../ecs/services.ts'
import type { Engine } from '../../engine.ts'
import type { Service } from '../../world/world.ts'

/**
 * Sets the desired count as a policy or a scheduled action would: never above the maximum, never below the minimum, and not at
 * all where that is suspended (Application Auto Scaling User Guide, "Suspending and resuming scaling"). A count below the
 * minimum is raised to it when something scales out, and left alone when something scales in (ECS DG, service auto scaling).
 */
export function autoScale(
  engine: Engine,
  service: Service,
  wanted: number,
  by: 'policy' | 'schedule' = 'policy',
): void {
  const { cluster, name } = service
  const target = engine.world.neighbours.scalableTargets.find(
    ({ resourceId }) => resourceId === `service/${cluster}/${name}`,
  )
  if (target === undefined) return
  const { minCapacity, maxCapacity, suspended } = target
  const now = service.desiredCount
  const isOut = wanted > now
  const isSuspended = by === 'schedule' ? suspended.scheduled : isOut ? suspended.scalingOut : suspended.scalingIn
  const bounded = Math.min(maxCapacity, Math.max(minCapacity, wanted))
  if (isSuspended || bounded === now || (!isOut && now < minCapacity)) return
  updateService(engine, { cluster, service: name, desiredCount: bounded })
}
