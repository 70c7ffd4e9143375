import type { ServiceEvent, StoppedTask } from '../diagnosis/evidence.ts'
import { withoutIds } from '../diagnosis/texts.ts'
import type { DeploymentReport, SeenTask } from '../report.ts'

/** A task with all that is known of it; times in milliseconds since the epoch. */
export type TaskRow = {
  readonly id: string
  /** As it was last seen; `started` and `told to stop` are what service events say of tasks that nobody looked at. */
  readonly state: string
  /** Since then it may have changed. */
  readonly seenAt?: number
  readonly health?: string
  readonly zone?: string
  readonly startedAt?: number
  readonly stoppedAt?: number
  readonly why?: string
}

/** Tasks of which the same is to be said. */
export type TaskGroup = { readonly newest: TaskRow; readonly tasks: readonly TaskRow[] }

const startedTasks = /\) has started \d+ tasks?: (.*)$/
const stoppingTasks = /\) has stopped \d+ running tasks?: (.*)$/

/** When a task was started, by its id, as the events of the service tell. */
export function startsIn(events: readonly ServiceEvent[]): ReadonlyMap<string, number> {
  return namedIn(events, startedTasks)
}

/** Every task that the run saw or that an event names, the newest first; pure. */
export function taskRows({ stoppedTasks, tasks, events }: DeploymentReport): readonly TaskRow[] {
  const starts = startsIn(events)
  const stops = namedIn(events, stoppingTasks)
  const seen = new Map(tasks.map((task) => [task.id, task]))
  const stopped = new Map(stoppedTasks.map((task) => [task.id, task]))
  const ids = new Set([...stopped.keys(), ...seen.keys(), ...starts.keys()])
  return [...ids]
    .map((id) => rowOf(id, stopped.get(id), seen.get(id), starts.get(id), stops.get(id)))
    .toSorted((one, other) => (other.startedAt ?? 0) - (one.startedAt ?? 0))
}

function rowOf(
  id: string,
  stopped: StoppedTask | undefined,
  seen: SeenTask | undefined,
  startEvent: number | undefined,
  stopEvent: number | undefined,
): TaskRow {
  const health = stopped?.healthStatus === 'UNKNOWN' ? undefined : (stopped?.healthStatus ?? seen?.health)
  const startedAt = startEvent ?? stopped?.startedAt?.getTime() ?? seen?.startedAt
  const stoppedAt = stopped?.stoppedAt?.getTime()
  const why = stopped === undefined ? undefined : whyStopped(stopped)
  const told = stopEvent === undefined ? 'started' : 'told to stop'
  const isSeenLast = stopped === undefined && seen !== undefined && seen.seenAt >= (stopEvent ?? 0)
  return {
    id,
    state: stopped === undefined ? (isSeenLast ? seen.status : told) : 'STOPPED',
    ...(isSeenLast ? { seenAt: seen.seenAt } : {}),
    ...(health === undefined ? {} : { health }),
    ...(seen?.zone === undefined ? {} : { zone: seen.zone }),
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(stoppedAt === undefined ? {} : { stoppedAt }),
    ...(why === undefined ? {} : { why }),
  }
}

function whyStopped({ stopCode, stoppedReason, containers }: StoppedTask): string {
  const exits = containers.map(
    ({ name, exitCode: code }) => `${name}: ${code === undefined ? 'never ran' : `exit code ${code}`}`,
  )
  return [stoppedReason ?? stopCode ?? 'no reason given', ...exits].join('; ')
}

/** Tasks that differ in ids and times only are one group; the order stays. */
export function groupTasks(rows: readonly TaskRow[]): readonly TaskGroup[] {
  const likeness = ({ state, health, why }: TaskRow): string =>
    JSON.stringify([state, health, why === undefined ? why : withoutIds(why)])
  return [...Map.groupBy(rows, likeness).values()].flatMap((tasks) => {
    const [newest] = tasks
    return newest === undefined ? [] : [{ newest, tasks }]
  })
}

function namedIn(events: readonly ServiceEvent[], pattern: RegExp): Map<string, number> {
  return new Map(
    events.flatMap(({ at, message }) => {
      const [, list = ''] = pattern.exec(message) ?? []
      return [...list.matchAll(/\btask ([0-9a-f]{32})\b/g)].map(([, id = '']) => [id, at.getTime()] as const)
    }),
  )
}
