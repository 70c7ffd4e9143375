import type { StoppedTask } from '../diagnosis/evidence.ts'
import { withoutIds } from '../diagnosis/texts.ts'

/** Tasks that stopped in the same way. */
export type StoppedGroup = {
  readonly newest: StoppedTask
  readonly count: number
  readonly tasks: readonly StoppedTask[]
}

/** Stopped tasks by stop code, reason and what their containers show; the largest group first. */
export function groupStoppedTasks(tasks: readonly StoppedTask[]): StoppedGroup[] {
  const groups = Map.groupBy(tasks, likeness)
  return [...groups.values()]
    .flatMap((tasks) => {
      const [newest] = tasks.toSorted(newestFirst)
      return newest === undefined ? [] : [{ newest, count: tasks.length, tasks }]
    })
    .sort((one, other) => other.count - one.count)
}

/** Task ids and retry counts differ between tasks that failed in the same way. */
function likeness(task: StoppedTask): string {
  const containers = task.containers.map(({ name, exitCode, reason }) => [name, exitCode, alike(reason)])
  return JSON.stringify([task.stopCode, alike(task.stoppedReason), containers])
}

function alike(reason: string | undefined): string | undefined {
  return reason === undefined ? undefined : withoutIds(reason)
}

function newestFirst(one: StoppedTask, other: StoppedTask): number {
  return (other.stoppedAt?.getTime() ?? 0) - (one.stoppedAt?.getTime() ?? 0)
}
