import type { Task } from '@aws-sdk/client-ecs'
import { isOver } from '../diagnosis/stopped-task.ts'

/**
 * What one look at a task shows of the container that decides.
 *
 * - `going`: it has not ended.
 * - `exited`: it ended by itself; its exit code decides.
 * - `interrupted`: the task was told to stop while it ran, so that its exit code says nothing about its work.
 * - `no-exit-code`: it will never have one.
 */
export type TaskVerdict =
  | { readonly kind: 'going'; readonly phase: string }
  | { readonly kind: 'exited'; readonly exitCode: number }
  | { readonly kind: 'interrupted'; readonly by: string; readonly exitCode?: number; readonly reason: string }
  | { readonly kind: 'no-exit-code'; readonly reason: string }

/** An end; it never changes again. */
export type TaskEnd = Exclude<TaskVerdict, { kind: 'going' }>

/** Who ends a task that would have gone on (SDK enum TaskStopCode): a container that ended by itself, or never started, is none of them. */
const stoppedFromOutside: readonly string[] = [
  'UserInitiated',
  'ServiceSchedulerInitiated',
  'SpotInterruption',
  'TerminationNotice',
  'InfrastructureHealth',
]

/**
 * Judges one task by what DescribeTasks shows of it; pure. The first look that shows an end counts: what a later one shows
 * may come of this run's own StopTask.
 *
 * @param container name of the container that decides
 */
export function judgeTask(task: Task, container: string): TaskVerdict {
  const { stopCode = '', stoppedReason, lastStatus = 'PROVISIONING' } = task
  const deciding = task.containers?.find(({ name }) => name === container)
  const exitCode = deciding?.exitCode
  // In a container that a restart policy has started again an exit code is that of the time before.
  const hasEnded = deciding?.lastStatus === 'STOPPED' || isOver(task)
  if (!hasEnded) return { kind: 'going', phase: lastStatus }
  if (stoppedFromOutside.includes(stopCode)) {
    return {
      kind: 'interrupted',
      by: stopCode,
      reason: stoppedReason ?? stopCode,
      ...(exitCode === undefined ? {} : { exitCode }),
    }
  }
  if (exitCode !== undefined) return { kind: 'exited', exitCode }
  // The exit code may come a moment after the container's end.
  if (!isOver(task)) return { kind: 'going', phase: lastStatus }
  return { kind: 'no-exit-code', reason: deciding?.reason ?? stoppedReason ?? 'ECS gives no reason' }
}

/** Only this is a success. */
export function succeeded(end: TaskEnd | undefined): boolean {
  return end?.kind === 'exited' && end.exitCode === 0
}

/** Containers that have not ended, by name: they keep the task from ending by itself. */
export function stillRunning({ containers = [] }: Task): readonly string[] {
  return containers.flatMap(({ name, lastStatus }) => (lastStatus === 'STOPPED' || name === undefined ? [] : [name]))
}

/** What became of one task, in words that follow "container X of task Y". */
export function endInWords(end: TaskEnd): string {
  switch (end.kind) {
    case 'exited':
      return `ended with exit code ${end.exitCode}`
    case 'interrupted':
      return `was interrupted (${end.by}: ${end.reason})`
    case 'no-exit-code':
      return `has no exit code: ${end.reason}`
  }
}
