/** Roles: which exist, who may assume them, what they may do. */
import { matchesAction } from '../../http/permissions.ts'
import { lastPart } from '../../world/arn.ts'
import type { World } from '../../world/world.ts'
import type { RoleScenario } from '../scenario.ts'

const tasksPrincipal = 'ecs-tasks.amazonaws.com'

/** The role whose session every request comes from (`callerArn`): the scenario's `deny` is its policy. */
export const callersRole = 'deployer'

/** @param name without its path; @returns undefined: there is none */
export function findRole({ neighbours }: World, name: string): RoleScenario | undefined {
  const changed = neighbours.changedRoles.get(name)
  if (changed !== undefined) return changed.exists ? changed.role : undefined
  if (neighbours.roles === 'all' || name === callersRole) return { name }
  return neighbours.roles.find((role) => lastPart(role.name) === name)
}

/** @returns who may assume it: ECS tasks, unless the scenario says otherwise */
export const trustOf = ({ trust = [tasksPrincipal] }: RoleScenario): readonly string[] => trust

/** Whether ECS can assume it for a task. */
export function isAssumable(world: World, roleArn: string): boolean {
  const role = findRole(world, lastPart(roleArn))
  return role !== undefined && trustOf(role).includes(tasksPrincipal)
}

/** Identity policies only: what the role has by itself. */
export function mayDo({ allow = ['*'], deny = [] }: RoleScenario, action: string): boolean {
  const matches = (pattern: string): boolean => matchesAction(pattern, action)
  return allow.some(matches) && !deny.some(matches)
}

/** A role is deleted, comes into being, or changes; what is not said about it stays. */
export function changeRole(
  world: World,
  { exists = true, ...change }: RoleScenario & { readonly exists?: boolean },
): void {
  const name = lastPart(change.name)
  const before = findRole(world, name)
  world.neighbours.changedRoles.set(name, { exists, role: { ...before, ...change } })
}
