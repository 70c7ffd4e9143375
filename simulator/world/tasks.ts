/** The tasks of the account and how they are found: the cost of one service must not grow with the others. */
import type { Service, Task, World } from './world.ts'

export interface TaskIndex {
  readonly byId: Map<string, Task>
  /** By `cluster/name` of the service, oldest first. */
  readonly byService: Map<string, Task[]>
}

export const emptyTaskIndex = (): TaskIndex => ({ byId: new Map(), byService: new Map() })

const keyOf = (cluster: string, service: string): string => `${cluster}/${service}`

/** Adds a task. @param task of a service, or of RunTask (then `service` is empty) */
export function addTask({ tasks, taskIndex }: World, task: Task): void {
  tasks.push(task)
  taskIndex.byId.set(task.id, task)
  const key = keyOf(task.cluster, task.service)
  const siblings = taskIndex.byService.get(key)
  if (siblings === undefined) taskIndex.byService.set(key, [task])
  else siblings.push(task)
}

/** Removes the tasks that no call shows any more. */
export function forgetTasks(world: World, isForgotten: (task: Task) => boolean): void {
  const gone = world.tasks.filter(isForgotten)
  if (gone.length === 0) return
  world.tasks = world.tasks.filter((task) => !isForgotten(task))
  for (const { id } of gone) world.taskIndex.byId.delete(id)
  for (const key of new Set(gone.map(({ cluster, service }) => keyOf(cluster, service)))) {
    const left = (world.taskIndex.byService.get(key) ?? []).filter((task) => !isForgotten(task))
    world.taskIndex.byService.set(key, left)
  }
}

/** Tasks of a service, the oldest first. @param deployment only those it started */
export function tasksOf(
  { taskIndex }: Pick<World, 'taskIndex'>,
  { cluster, name }: Pick<Service, 'cluster' | 'name'>,
  deployment?: string,
): Task[] {
  const own = taskIndex.byService.get(keyOf(cluster, name)) ?? []
  return deployment === undefined ? [...own] : own.filter((task) => task.deployment === deployment)
}
