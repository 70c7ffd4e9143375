/** RunTask and ExecuteCommand: tasks that belong to no service, and a look into any task. */
import type { ExecuteCommandRequest, RunTaskRequest } from '@aws-sdk/client-ecs'
import type { Engine } from '../engine.ts'
import { ApiError, clientException, invalidParameter } from '../protocol/errors.ts'
import { assumeRoleError } from '../rollout/service-events.ts'
import { emptiestZone } from '../rollout/zones.ts'
import { createTask } from '../task/launch.ts'
import { overridden } from '../task/overrides.ts'
import { type Placement, placeTask } from '../task/placement.ts'
import { unassumableRole } from '../task/roles.ts'
import { clusterArn, lastPart } from '../world/arn.ts'
import { findDefinition, isUsable } from '../world/definition.ts'
import type { StoredTaskDefinition, Task, World } from '../world/world.ts'
import { rememberToken, usedToken } from './client-tokens.ts'
import { withDefaultStrategy } from './clusters.ts'
import { clusterOf } from './lookup.ts'
import type { Operation } from './operation.ts'
import { taskShape } from './shapes.ts'

const mostTasks = 10
const longestOverrides = 8192
const longestToken = 64
const longestStarter = 128

export const runTask: Operation<RunTaskRequest> = (engine, input) => {
  const { world } = engine
  const place = clusterOf(world, input.cluster)
  const { name: cluster } = place
  const definition = runnableDefinition(world, input.taskDefinition ?? '')
  checkRequest(input, definition)
  const use = { cluster, operation: 'RunTask', token: input.clientToken, input }
  const before = usedToken(world, use)
  if (before !== undefined) {
    const tasks = world.tasks.filter(({ arn }) => before.made.includes(arn))
    return { tasks: tasks.map((task) => taskShape(world, task, true)), failures: before.failures }
  }
  checkRoles(world, input, definition)
  const { tasks, failures } = launchAll(engine, cluster, withDefaultStrategy(place, input), definition)
  rememberToken(
    world,
    use,
    tasks.map(({ arn }) => arn),
    failures,
  )
  return { tasks: tasks.map((task) => taskShape(world, task, true)), failures }
}

/** @throws ApiError ClientException if there is none, InvalidParameterException if it is INACTIVE (observed class) */
function runnableDefinition(world: World, name: string): StoredTaskDefinition {
  const definition = findDefinition(world, name)
  if (definition === undefined) throw clientException('TaskDefinition not found.')
  if (!isUsable(world, definition)) throw invalidParameter('TaskDefinition is inactive')
  return definition
}

/** Limits of the API's model text (RunTaskRequest); texts as moto has them, else inferred. */
function checkRequest(input: RunTaskRequest, definition: StoredTaskDefinition): void {
  const { count = 1, overrides, clientToken, startedBy, launchType, capacityProviderStrategy = [] } = input
  if (count < 1 || count > mostTasks) throw invalidParameter(`count must be between 1 and ${mostTasks}.`)
  if (launchType !== undefined && capacityProviderStrategy.length > 0)
    throw invalidParameter('Specify either Launch Type or Capacity Provider Strategy, but not both.')
  if (JSON.stringify(overrides ?? {}).length > longestOverrides)
    throw invalidParameter(`Overrides must not be longer than ${longestOverrides} characters.`)
  if ((clientToken ?? '').length > longestToken)
    throw invalidParameter(`clientToken must not be longer than ${longestToken} characters.`)
  // The model's text allows letters, digits, - / and _ only; but `ecs run` of ecs-deploy always sends `ECS Deploy` (inferred: not enforced).
  if ((startedBy ?? '').length > longestStarter) throw invalidParameter('Invalid startedBy.')
  if (input.propagateTags === 'SERVICE') throw invalidParameter('propagateTags cannot be SERVICE for RunTask.')
  if (capacityProviderStrategy.length > 0 && capacityProviderStrategy.every(({ weight = 0 }) => weight === 0))
    throw invalidParameter('At least one capacity provider must have a weight above 0.')
  checkFit(input, definition)
}

function checkFit(
  { launchType, networkConfiguration, overrides }: RunTaskRequest,
  definition: StoredTaskDefinition,
): void {
  const { stored, compatibilities } = definition
  if (launchType === 'FARGATE' && !compatibilities.includes('FARGATE'))
    throw invalidParameter('Task definition does not support launch_type FARGATE.')
  if (stored.networkMode === 'awsvpc' && networkConfiguration?.awsvpcConfiguration === undefined)
    throw invalidParameter("Network Configuration must be provided when networkMode 'awsvpc' is specified.")
  for (const { name } of overrides?.containerOverrides ?? []) {
    if (!stored.containerDefinitions.some((container) => container.name === name))
      throw invalidParameter(`Override for container named ${name} is not a container in the TaskDefinition.`)
  }
}

/** @throws ApiError ClientException (observed, also for a while after a role was created) */
function checkRoles(world: World, { overrides }: RunTaskRequest, { stored }: StoredTaskDefinition): void {
  const role = unassumableRole(world, overridden(stored, overrides))
  if (role !== undefined) throw clientException(assumeRoleError(role))
}

interface Launched {
  readonly tasks: readonly Task[]
  readonly failures: readonly object[]
}

function launchAll(engine: Engine, cluster: string, input: RunTaskRequest, definition: StoredTaskDefinition): Launched {
  const { world } = engine
  const tasks: Task[] = []
  const failures: object[] = []
  for (let index = 0; index < (input.count ?? 1); index += 1) {
    const placement = placeTask(world, {
      launchType:
        input.capacityProviderStrategy === undefined ? (input.launchType ?? defaultLaunchType(definition)) : undefined,
      capacityProviderStrategy: input.capacityProviderStrategy,
      cluster,
      cpu: input.overrides?.cpu ?? definition.stored.cpu,
      memory: input.overrides?.memory ?? definition.stored.memory,
      siblings: tasks,
    })
    if (placement.placed) tasks.push(launch(engine, cluster, input, definition, placement, emptiestZone(world, tasks)))
    else failures.push(failureOf(world, placement, tasks.length))
  }
  return { tasks, failures }
}

const defaultLaunchType = ({ compatibilities }: StoredTaskDefinition): string =>
  compatibilities.includes('EC2') && !compatibilities.includes('FARGATE') ? 'EC2' : 'FARGATE'

function failureOf(
  { options, region, account }: World,
  placement: Extract<Placement, { placed: false }>,
  launched: number,
): object {
  if (options.runTaskCapacity === 'exception' && launched === 0 && !placement.reason.startsWith('RESOURCE:'))
    throw clientException(placement.reason)
  return { arn: `arn:aws:ecs:${region}:${account}:container-instance`, reason: placement.reason }
}

function launch(
  engine: Engine,
  cluster: string,
  input: RunTaskRequest,
  definition: StoredTaskDefinition,
  placement: Extract<Placement, { placed: true }>,
  zone: string,
): Task {
  const propagated = input.propagateTags === 'TASK_DEFINITION' ? (engine.world.tags.get(definition.arn) ?? []) : []
  const network = input.networkConfiguration?.awsvpcConfiguration
  const managed = input.enableECSManagedTags === true ? [{ key: 'aws:ecs:clusterName', value: cluster }] : []
  return createTask(engine, {
    cluster,
    service: '',
    deployment: input.startedBy ?? '',
    group: input.group ?? `family:${definition.family}`,
    taskDefinition: definition.arn,
    placement,
    enableExecuteCommand: input.enableExecuteCommand ?? false,
    ...(input.overrides !== undefined && { overrides: input.overrides }),
    ...(network !== undefined && { network }),
    tags: [...propagated, ...(input.tags ?? []), ...managed],
    hidden: false,
    zone,
    digests: {},
  })
}

/** Needs the agent that `enableExecuteCommand` starts with the task, and a container that runs (DG ecs-exec). */
export const executeCommand: Operation<ExecuteCommandRequest> = (engine, input) => {
  const { world, random } = engine
  const { name: cluster } = clusterOf(world, input.cluster)
  if (input.interactive !== true) throw invalidParameter('Interactive is the only mode supported currently.')
  const task = world.tasks.find(
    (one) => one.cluster === cluster && !one.hidden && one.id === lastPart(input.task ?? ''),
  )
  if (task === undefined) throw invalidParameter('The referenced task was not found.')
  const container =
    input.container === undefined && task.containers.length === 1
      ? task.containers[0]
      : task.containers.find(({ name }) => name === input.container)
  if (container === undefined) throw invalidParameter('The container must be named, and be part of the task.')
  if (!task.enableExecuteCommand)
    throw invalidParameter(
      'The execute command failed because execute command was not enabled when the task was run or the execute command agent isn’t running. Wait and try again or run a new task with execute command enabled and try again.',
    )
  if (container.lastStatus !== 'RUNNING' || task.lastStatus !== 'RUNNING')
    throw new ApiError(
      'TargetNotConnectedException',
      'The execute command failed due to an internal error. Try again later.',
    )
  const sessionId = `ecs-execute-command-${random.hex(17)}`
  return {
    clusterArn: clusterArn(world, cluster),
    containerArn: container.arn,
    containerName: container.name,
    interactive: true,
    session: {
      sessionId,
      streamUrl: `wss://ssmmessages.${world.region}.amazonaws.com/v1/data-channel/${sessionId}?role=publish_subscribe`,
      tokenValue: random.urlSafe(64),
    },
    taskArn: task.arn,
  }
}
