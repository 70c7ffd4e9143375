/** A target group is deleted under a service: somebody detached it from its listener first. */
import { about, type Engine, schedule } from '../../engine.ts'
import type { Service, World } from '../../world/world.ts'

/** ECS finds out when it next asks for the health of its targets: about a check later (inferred). */
const noticedAfterSeconds = 15

/** @throws Error if the service has none */
export function deleteTargetGroup(engine: Engine, service: Service): void {
  const arn = service.settings.loadBalancers[0]?.targetGroupArn
  if (arn === undefined) throw new Error(`${service.name} has no target group`)
  engine.world.neighbours.deletedTargetGroups.push(arn)
  const users = engine.world.services.filter(({ settings }) =>
    settings.loadBalancers.some(({ targetGroupArn }) => targetGroupArn === arn),
  )
  for (const user of users)
    schedule(engine, about(engine, noticedAfterSeconds), { kind: 'target-group-missing', service: user.arn })
}

/** Whether the target group that the service registers its tasks in is still there; true for a service without one. */
export function hasTargetGroup({ neighbours }: World, { settings }: Service): boolean {
  return !neighbours.deletedTargetGroups.includes(settings.loadBalancers[0]?.targetGroupArn ?? '')
}
