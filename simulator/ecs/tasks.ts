/** ListTasks, DescribeTasks, StopTask. */
import type { DescribeTasksRequest, ListTasksRequest, StopTaskRequest } from '@aws-sdk/client-ecs'
import { invalidParameter } from '../protocol/errors.ts'
import { pageOf } from '../protocol/pagination.ts'
import { reconcileSoon } from '../rollout/scheduler.ts'
import { stopTask as stop } from '../task/stop.ts'
import { lastPart, taskArn } from '../world/arn.ts'
import type { Task, World } from '../world/world.ts'
import { clusterOf, findService, serviceOf } from './lookup.ts'
import type { Operation } from './operation.ts'
import { taskShape } from './shapes.ts'

const tasksPerCall = 100

const visible = (world: World, cluster: string): Task[] =>
  world.tasks.filter((task) => task.cluster === cluster && !task.hidden)

export const listTasks: Operation<ListTasksRequest> = ({ world }, input) => {
  const { name: cluster } = clusterOf(world, input.cluster)
  const { startedBy, serviceName, family, desiredStatus = 'RUNNING', launchType } = input
  if (startedBy !== undefined && (serviceName !== undefined || family !== undefined)) {
    throw invalidParameter('startedBy cannot be combined with another filter.')
  }
  const service = serviceName === undefined ? undefined : serviceOf(world, cluster, serviceName)
  const arns = visible(world, cluster)
    .filter((task) => task.desiredStatus === desiredStatus)
    .filter((task) => startedBy === undefined || task.deployment === startedBy)
    .filter((task) => service === undefined || task.service === service.name)
    .filter((task) => launchType === undefined || task.launchType === launchType)
    // `PENDING` never matches: ECS does not set a desired status to it (API ListTasks).
    .filter((task) => family === undefined || lastPart(task.taskDefinition).startsWith(`${family}:`))
    .map(({ arn }) => arn)
  const page = pageOf(arns, input.nextToken, input.maxResults ?? tasksPerCall)
  return { taskArns: page.items, ...(page.nextToken !== undefined && { nextToken: page.nextToken }) }
}

export const describeTasks: Operation<DescribeTasksRequest> = ({ world }, input) => {
  const { name: cluster } = clusterOf(world, input.cluster)
  const ids = (input.tasks ?? []).map(lastPart)
  if (ids.length === 0) throw invalidParameter('Tasks cannot be empty.')
  if (ids.length > tasksPerCall) throw invalidParameter(`Tasks cannot have more than ${tasksPerCall} elements.`)
  const withTags = input.include?.includes('TAGS') === true
  const found = ids.map((id) => visible(world, cluster).find((task) => task.id === id))
  return {
    tasks: found.flatMap((task) => (task === undefined ? [] : [taskShape(world, task, withTags)])),
    failures: ids.flatMap((id, index) =>
      found[index] === undefined ? [{ arn: taskArn(world, cluster, id), reason: 'MISSING' }] : [],
    ),
  }
}

export const stopTask: Operation<StopTaskRequest> = (engine, input) => {
  const { world } = engine
  const { name: cluster } = clusterOf(world, input.cluster)
  const task = visible(world, cluster).find(({ id }) => id === lastPart(input.task ?? ''))
  if (task === undefined) throw invalidParameter('The referenced task was not found.')
  const service = task.service === '' ? undefined : findService(world, cluster, task.service)
  stop(engine, service, task, input.reason ?? world.options.stopTaskReason, 'UserInitiated')
  if (service !== undefined) {
    service.steady = false
    reconcileSoon(engine, service)
  }
  return { task: taskShape(world, task) }
}
