/** Questions about tasks. */
import type { Task } from '../world/world.ts'

export { tasksOf } from '../world/tasks.ts'

/** Running or on its way there. */
export const isLive = (task: Task): boolean => task.desiredStatus === 'RUNNING' && task.lastStatus !== 'STOPPED'

/** RUNNING and past all the checks it has. */
export const isHealthy = (task: Task): boolean =>
  task.lastStatus === 'RUNNING' && task.desiredStatus === 'RUNNING' && task.healthySince !== undefined

/** A task's health as DescribeTasks tells it: of its essential containers that have a check. */
export function taskHealth(task: Task): 'HEALTHY' | 'UNHEALTHY' | 'UNKNOWN' {
  const checked = task.containers.filter(({ essential, health }) => essential && health !== undefined)
  if (checked.some(({ health }) => health === 'UNHEALTHY')) return 'UNHEALTHY'
  return checked.length > 0 && checked.every(({ health }) => health === 'HEALTHY') ? 'HEALTHY' : 'UNKNOWN'
}
