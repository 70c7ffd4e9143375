import type { Task, TaskDefinition } from '@aws-sdk/client-ecs'
import { resourceName } from '../deployment/version.ts'
import type { Diagnosis } from '../diagnosis/evidence.ts'
import { logPlace, taskId } from '../diagnosis/stopped-task.ts'
import { logLink, partitionOf, taskLink } from '../github/console-links.ts'
import type { Command } from '../report.ts'
import type { TaskRun } from './task-run.ts'
import { endInWords } from './verdict.ts'

/** How a run of the run-task action ended. What each one means: docs/run-task.md. */
export const taskOutcomes = ['succeeded', 'planned', 'failed', 'timed-out', 'cancelled', 'unknown'] as const
export type TaskOutcome = (typeof taskOutcomes)[number]

/** 0 where every task was seen to do what it was to do. */
export function taskExitCode(outcome: TaskOutcome): 0 | 1 {
  return outcome === 'succeeded' || outcome === 'planned' ? 0 : 1
}

/** How the story ended: what the report adds to the record. */
export type TaskEnding = {
  readonly outcome: TaskOutcome
  /** One or two sentences: what happened. */
  readonly headline: string
  readonly commands: readonly Command[]
}

/** One container of a task as it was seen last; no exit code: it never ran, or was not seen to end. */
export type ContainerReport = {
  readonly name: string
  readonly decides: boolean
  readonly lastStatus?: string
  readonly exitCode?: number
  readonly reason?: string
}

export type OneTaskReport = {
  /** 32 hexadecimal digits. */
  readonly id: string
  readonly arn: string
  readonly lastStatus?: string
  readonly stopCode?: string
  readonly stoppedReason?: string
  /** How the container that decides ended, in words; absent: that was not seen. */
  readonly end?: string
  readonly containers: readonly ContainerReport[]
  readonly consoleUrl?: string
  /** Name of the stream, and its page in the console. */
  readonly logStream?: string
  readonly logUrl?: string
}

/** Everything a run has to tell at its end: log, annotation, summary, outputs and report file are made from this alone. */
export type TaskReport = TaskEnding & {
  readonly action: 'run-task'
  readonly cluster: string
  readonly service?: string
  readonly region: string
  readonly partition: string
  readonly taskDefinition: string
  readonly taskDefinitionArn: string
  /** The one that decides. */
  readonly container: string
  readonly command?: readonly string[]
  readonly wanted: number
  readonly changed: boolean
  readonly tasks: readonly OneTaskReport[]
  readonly diagnoses: readonly Diagnosis[]
  readonly notices: readonly string[]
  readonly startedAt: number
  readonly endedAt: number
}

/** Record and ending as the report; pure. */
export function taskReportOf(
  run: TaskRun,
  ending: TaskEnding,
  definition: Pick<TaskDefinition, 'containerDefinitions'> | undefined,
  endedAt: number,
): TaskReport {
  const partition = partitionOf(run.taskArns[0] ?? (run.taskDefinitionArn || run.region))
  return {
    action: 'run-task',
    ...ending,
    cluster: resourceName(run.cluster),
    ...(run.service === undefined ? {} : { service: resourceName(run.service) }),
    region: run.region,
    partition,
    taskDefinition: run.taskDefinition,
    taskDefinitionArn: run.taskDefinitionArn,
    container: run.container,
    ...(run.command === undefined ? {} : { command: run.command }),
    wanted: run.wanted,
    changed: run.changed,
    tasks: run.taskArns.map((arn) => oneTask(arn, run, definition, partition)),
    diagnoses: run.diagnoses,
    notices: run.notices,
    startedAt: run.startedAt,
    endedAt,
  }
}

function oneTask(
  arn: string,
  run: TaskRun,
  definition: Pick<TaskDefinition, 'containerDefinitions'> | undefined,
  partition: string,
): OneTaskReport {
  const id = taskId(arn)
  const { lastStatus, stopCode, stoppedReason, containers = [] }: Task = run.latest.get(arn) ?? {}
  const end = run.ends.get(arn)
  const log = logPlace(definition, run.container, id)
  const consoleUrl = taskLink({ partition, region: run.region }, run.cluster, id)
  const logUrl = log && logLink({ partition, region: log.region }, log.group, log.stream)
  return {
    id,
    arn,
    ...(lastStatus === undefined ? {} : { lastStatus }),
    ...(stopCode === undefined ? {} : { stopCode }),
    ...(stoppedReason === undefined ? {} : { stoppedReason }),
    ...(end === undefined ? {} : { end: endInWords(end) }),
    containers: containers.map(({ name = '', lastStatus: state, exitCode, reason }) => ({
      name,
      decides: name === run.container,
      ...(state === undefined ? {} : { lastStatus: state }),
      ...(exitCode === undefined ? {} : { exitCode }),
      ...(reason === undefined ? {} : { reason }),
    })),
    ...(consoleUrl === undefined ? {} : { consoleUrl }),
    ...(log === undefined ? {} : { logStream: log.stream }),
    ...(logUrl === undefined ? {} : { logUrl }),
  }
}
