/** The role with which ECS itself manages services: AWSServiceRoleForECS. Whoever breaks it, breaks every service. */
import type { World } from '../../world/world.ts'
import type { RoleScenario } from '../scenario.ts'
import { findRole, mayDo } from './roles.ts'

export const serviceLinkedRole = 'AWSServiceRoleForECS'
const ecsPrincipal = 'ecs.amazonaws.com'

/** It exists and trusts ECS, unless a scenario or a happening says otherwise by its name. */
function roleOf(world: World): RoleScenario | undefined {
  const { roles, changedRoles } = world.neighbours
  const isSaid =
    changedRoles.has(serviceLinkedRole) || (roles !== 'all' && findRole(world, serviceLinkedRole) !== undefined)
  return isSaid ? findRole(world, serviceLinkedRole) : { name: serviceLinkedRole }
}

/** Whether ECS can assume it at all. */
export function isTrusted(world: World): boolean {
  const role = roleOf(world)
  return role !== undefined && (role.trust ?? [ecsPrincipal]).includes(ecsPrincipal)
}

/** @param action e.g. `elasticloadbalancing:RegisterTargets` */
export function ecsMayDo(world: World, action: string): boolean {
  const role = roleOf(world)
  return role !== undefined && mayDo(role, action)
}

/** The error inside a service event (facts 7; its end is the standard IAM form). */
export const deniedToEcs = ({ account }: World, action: string, resource: string): string =>
  `User: arn:aws:sts::${account}:assumed-role/${serviceLinkedRole}/ecs-service-scheduler is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`
