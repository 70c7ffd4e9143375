import type { Task } from '@aws-sdk/client-ecs'
import type { Diagnosis } from '../diagnosis/evidence.ts'
import type { VersionImage } from '../report.ts'
import type { TaskEnd } from './verdict.ts'

/**
 * One-off tasks of a run and what has happened to them so far: written by the story as it goes, read by the report and by
 * cancellation. Made by the action's entry, or by the deployment before which the task runs.
 */
export type TaskRun = {
  /** As the user gave them. */
  readonly cluster: string
  readonly service?: string
  region: string
  readonly startedAt: number
  /** Whose exit code decides; empty until it is known. */
  container: string
  command?: readonly string[]
  /** `family:revision`; empty until it is known. */
  taskDefinition: string
  taskDefinitionArn: string
  images: readonly VersionImage[]
  /** How many tasks are to run. */
  readonly wanted: number
  /** By which the tasks are found again; empty until a task is about to be started. */
  startedBy: string
  /** A call that changes something and was not answered yet. */
  sending?: 'register' | 'run' | undefined
  changed: boolean
  /** ARNs of the tasks that ECS started. */
  readonly taskArns: string[]
  /** As they were seen last, by ARN. */
  readonly latest: Map<string, Task>
  /** How they ended, by ARN. */
  readonly ends: Map<string, TaskEnd>
  /** Those that this run has told to stop. */
  readonly stopped: Set<string>
  /** What the deciding container wrote last, by ARN; masked. */
  readonly lastLines: Map<string, readonly string[]>
  readonly denied: Set<string>
  readonly notices: string[]
  readonly diagnoses: Diagnosis[]
  causesAddress?: string | undefined
}

/** The part of it that the post step needs: names and ARNs only, no value of any variable. */
export type KeptTaskRun = Pick<
  TaskRun,
  'cluster' | 'region' | 'container' | 'taskDefinition' | 'startedBy' | 'sending' | 'taskArns'
>

/** A run that has started nothing yet. */
export function newTaskRun(
  place: Pick<TaskRun, 'cluster' | 'region' | 'startedAt' | 'wanted'> & { readonly service?: string },
): TaskRun {
  return {
    ...place,
    container: '',
    taskDefinition: '',
    taskDefinitionArn: '',
    images: [],
    startedBy: '',
    changed: false,
    taskArns: [],
    latest: new Map(),
    ends: new Map(),
    stopped: new Set(),
    lastLines: new Map(),
    denied: new Set(),
    notices: [],
    diagnoses: [],
  }
}

/** What the post step needs; pure. */
export function keptOf(run: TaskRun): KeptTaskRun {
  const { cluster, region, container, taskDefinition, startedBy, sending, taskArns } = run
  return {
    cluster,
    region,
    container,
    taskDefinition,
    startedBy,
    taskArns,
    ...(sending === undefined ? {} : { sending }),
  }
}

/** Tasks that were started, and have neither ended nor been told to stop, as ARNs. */
export function openTasks({ taskArns, ends, stopped }: TaskRun): readonly string[] {
  return taskArns.filter((arn) => !ends.has(arn) && !stopped.has(arn))
}
