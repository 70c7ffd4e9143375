import type { Task, TaskDefinition } from '@aws-sdk/client-ecs'
import type { StoppedContainer, StoppedTask } from './evidence.ts'

/**
 * DescribeTasks' answer about a stopped task as evidence; pure.
 *
 * @param definition the revision that the task runs; tells which containers are essential and where they log
 */
export function stoppedTaskOf(
  task: Task,
  definition: Pick<TaskDefinition, 'containerDefinitions'> | undefined,
): StoppedTask {
  const id = taskId(task.taskArn ?? '')
  // `stoppedAt` comes only when the network interface is gone.
  const stoppedAt = task.stoppedAt ?? task.executionStoppedAt ?? task.stoppingAt
  return {
    id,
    ...(task.startedBy === undefined ? {} : { startedBy: task.startedBy }),
    ...(task.healthStatus === undefined ? {} : { healthStatus: task.healthStatus }),
    ...(task.stopCode === undefined ? {} : { stopCode: task.stopCode }),
    ...(task.stoppedReason === undefined ? {} : { stoppedReason: task.stoppedReason }),
    ...(task.startedAt === undefined ? {} : { startedAt: task.startedAt }),
    ...(stoppedAt === undefined ? {} : { stoppedAt }),
    containers: (task.containers ?? []).map(({ name, exitCode, reason }): StoppedContainer => {
      const defined = definition?.containerDefinitions?.find((container) => container.name === name)
      const log = logPlace(definition, name ?? '', id)
      const ports = portsOf(definition, name ?? '')
      return {
        name: name ?? '',
        ...(exitCode === undefined ? {} : { exitCode }),
        ...(reason === undefined ? {} : { reason }),
        essential: defined?.essential ?? true,
        ...(log === undefined ? {} : { log }),
        ...(ports.length === 0 ? {} : { ports }),
      }
    }),
  }
}

/** All that there will be to know is known: STOPPED itself comes only when the network interface is gone, 16 s later (observed). */
export function isOver({ lastStatus, stopCode, stoppedReason, containers = [] }: Task): boolean {
  if (lastStatus === 'STOPPED') return true
  // One that never started has no exit codes to wait for.
  if (stopCode === 'TaskFailedToStart' && stoppedReason !== undefined) return true
  return containers.length > 0 && containers.every((container) => container.lastStatus === 'STOPPED')
}

/** The ports of a container in the task definition. */
export function portsOf(
  definition: Pick<TaskDefinition, 'containerDefinitions'> | undefined,
  container: string,
): readonly number[] {
  const defined = definition?.containerDefinitions?.find(({ name }) => name === container)
  return (defined?.portMappings ?? []).flatMap(({ containerPort }) => containerPort ?? [])
}

/** The last part of a task ARN: 32 hex digits. */
export function taskId(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1)
}

/**
 * Where a container of a task logs. awslogs names its streams `<prefix>/<container>/<task id>`; without a prefix the name
 * cannot be told (DG "awslogs").
 */
export function logPlace(
  definition: Pick<TaskDefinition, 'containerDefinitions'> | undefined,
  container: string,
  id: string,
): StoppedContainer['log'] {
  const configuration = definition?.containerDefinitions?.find(({ name }) => name === container)?.logConfiguration
  if (configuration?.logDriver !== 'awslogs') return undefined
  const {
    'awslogs-group': group,
    'awslogs-stream-prefix': prefix,
    'awslogs-region': region,
  } = configuration.options ?? {}
  if (!group || !prefix || !region) return undefined
  return { group, region, stream: `${prefix}/${container}/${id}` }
}
