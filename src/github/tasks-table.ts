import type { DeploymentReport } from '../report.ts'
import { text } from './markdown.ts'
import { taskName, taskProse } from './task-prose.ts'
import { groupTasks, type TaskGroup, type TaskRow, taskRows } from './task-rows.ts'
import { clockDuration, clockTime } from './words.ts'

/** More tasks than this are grouped by what there is to say of them. */
const mostTasks = 10

/** How many tasks there were, and them or groups of them as cells of a table, which are Markdown. */
export type TasksTable = {
  readonly count: number
  readonly head: readonly string[]
  readonly groups: readonly TaskGroup[]
  cells(group: TaskGroup): readonly string[]
}

/** Every task that the run saw or that an event names, the newest first; many are grouped by what there is to say of them. */
export function tasksTable(report: DeploymentReport): TasksTable {
  const tasks = taskRows(report)
  return {
    count: tasks.length,
    head: ['Task', 'State', 'Health', 'Zone', 'Started', 'Stopped', 'Why it stopped'],
    groups: tasks.length > mostTasks ? groupTasks(tasks) : tasks.map((newest) => ({ newest, tasks: [newest] })),
    cells: (group) => cells(report, group),
  }
}

function cells(report: DeploymentReport, { newest, tasks }: TaskGroup): string[] {
  const name = taskName(report, newest.id)
  const zones = [...new Set(tasks.flatMap(({ zone }) => zone ?? []))].sort()
  return [
    tasks.length === 1 ? name : `${tasks.length} tasks, the newest ${name}`,
    stateCell(report, newest),
    text(newest.health ?? ''),
    zones.map(text).join('<br>'),
    span(tasks.flatMap(({ startedAt }) => startedAt ?? [])),
    span(tasks.flatMap(({ stoppedAt }) => stoppedAt ?? [])),
    taskProse(report, newest.why ?? ''),
  ]
}

/** What was seen some time before the end may be over. */
function stateCell({ startedAt, endedAt }: DeploymentReport, { state, seenAt }: TaskRow): string {
  const isOld = seenAt !== undefined && endedAt - seenAt > 30_000
  return `${text(state)}${isOld ? ` (seen at ${clockDuration(seenAt - startedAt)})` : ''}`
}

function span(times: readonly number[]): string {
  if (times.length === 0) return ''
  const [from, to] = [clockTime(Math.min(...times)), clockTime(Math.max(...times))]
  return from === to ? from : `${from} – ${to}`
}
