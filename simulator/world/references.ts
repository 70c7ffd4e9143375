/** What still needs a task definition: a deletion waits until nothing does (API DeleteTaskDefinitions). */
import type { StoredTaskDefinition, World } from './world.ts'

/** A deleted revision that nothing refers to any more is gone: no call knows it. */
export function isGone(world: World, { arn, status }: StoredTaskDefinition): boolean {
  return status === 'DELETE_IN_PROGRESS' && !isReferenced(world, arn)
}

function isReferenced({ services, tasks }: World, arn: string): boolean {
  const isUsed = ({ taskDefinition }: { readonly taskDefinition: string }): boolean => taskDefinition === arn
  return (
    tasks.some((task) => isUsed(task) && task.lastStatus !== 'STOPPED') ||
    services.some(
      ({ deployments, completed }) => deployments.some(isUsed) || (completed !== undefined && isUsed(completed)),
    )
  )
}
