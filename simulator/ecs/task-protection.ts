/** UpdateTaskProtection and GetTaskProtection: tasks that neither a scale-in nor a deployment stops (DG task-scale-in-protection). */
import type { GetTaskProtectionRequest, UpdateTaskProtectionRequest } from '@aws-sdk/client-ecs'
import { invalidParameter } from '../protocol/errors.ts'
import { reconcileSoon } from '../rollout/scheduler.ts'
import { isLive } from '../task/task.ts'
import { lastPart, taskArn } from '../world/arn.ts'
import type { Task, World } from '../world/world.ts'
import { clusterOf, findService } from './lookup.ts'
import { type Operation, seconds } from './operation.ts'

const defaultMinutes = 120
const mostMinutes = 2880
const mostTasks = 10

interface Asked {
  readonly found: readonly Task[]
  readonly failures: readonly object[]
}

/** Only running tasks of a service can be protected. */
function tasksNamed(world: World, cluster: string, names: readonly string[]): Asked {
  const tasks = names.map((name) => world.tasks.find((task) => task.cluster === cluster && task.id === lastPart(name)))
  const failures = names.flatMap((name, index) => {
    const task = tasks[index]
    const arn = taskArn(world, cluster, lastPart(name))
    if (task === undefined || task.hidden) return [{ arn, reason: 'MISSING' }]
    return isLive(task) && task.service !== '' ? [] : [{ arn, reason: 'TASK_NOT_VALID' }]
  })
  return {
    found: tasks.flatMap((task) => (task !== undefined && isLive(task) && task.service !== '' ? [task] : [])),
    failures,
  }
}

const shape =
  (now: number) =>
  ({ arn, protectedUntil }: Task): object => {
    const isProtected = protectedUntil !== undefined && protectedUntil > now
    return {
      taskArn: arn,
      protectionEnabled: isProtected,
      ...(isProtected && { expirationDate: seconds(protectedUntil) }),
    }
  }

export const updateTaskProtection: Operation<UpdateTaskProtectionRequest> = (engine, input) => {
  const { world } = engine
  const { name: cluster } = clusterOf(world, input.cluster)
  const { tasks: names = [], protectionEnabled = false, expiresInMinutes = defaultMinutes } = input
  if (names.length === 0 || names.length > mostTasks)
    throw invalidParameter(`tasks must have between 1 and ${mostTasks} elements.`)
  if (expiresInMinutes < 1 || expiresInMinutes > mostMinutes)
    throw invalidParameter(`expiresInMinutes must be between 1 and ${mostMinutes}.`)
  const { found, failures } = tasksNamed(world, cluster, names)
  for (const task of found) {
    task.protectedUntil = protectionEnabled ? world.now + expiresInMinutes * 60_000 : undefined
    const service = findService(world, cluster, task.service)
    if (service !== undefined && !protectionEnabled) reconcileSoon(engine, service)
  }
  return { protectedTasks: found.map(shape(world.now)), failures }
}

/** Without names: every protected task of no cluster is an error; the API needs at least the cluster's tasks. */
export const getTaskProtection: Operation<GetTaskProtectionRequest> = ({ world }, input) => {
  const { name: cluster } = clusterOf(world, input.cluster)
  const names = input.tasks ?? []
  if (names.length === 0) throw invalidParameter('Tasks cannot be empty.')
  const { found, failures } = tasksNamed(world, cluster, names)
  return { protectedTasks: found.map(shape(world.now)), failures }
}
