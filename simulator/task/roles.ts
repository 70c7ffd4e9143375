/** The roles a task runs with: ECS assumes them before it starts the task. */
import { isAssumable } from '../neighbours/iam/roles.ts'
import type { StoredDefinition, World } from '../world/world.ts'

/** @returns the ARN of a role that is gone or does not trust ECS tasks; undefined: all is well */
export function unassumableRole(
  world: World,
  { executionRoleArn, taskRoleArn }: Pick<StoredDefinition, 'executionRoleArn' | 'taskRoleArn'>,
): string | undefined {
  return [executionRoleArn, taskRoleArn].find((role) => role !== undefined && !isAssumable(world, role))
}
