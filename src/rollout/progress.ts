import type { ServiceEvent, StoppedTask } from '../diagnosis/evidence.ts'
import { withoutIds } from '../diagnosis/texts.ts'
import type { TaskCounts } from '../report.ts'
import type { DeploymentView, Snapshot } from './snapshot.ts'

const heartbeatMilliseconds = 60_000

/** What was told already: the state seen last, when each state was seen last, and when the last line was written. */
export type Told = {
  readonly state: string
  readonly seenAt: ReadonlyMap<string, number>
  readonly lineAt: number
  /** The state has not changed since the last line. */
  readonly still: boolean
}

export type Progress = {
  /** For the log. */
  readonly line?: string
  /** For the timeline: the state, where it is another one than before. */
  readonly change?: string
  /** What to pass next time. */
  readonly told: Told
}

/**
 * What is new about the deployment since the last snapshot; pure. There is a line for a state that was not seen within the
 * last minute, and one a minute in any case: tasks that start and end again and again go through the same few states.
 */
export function progressOf(
  deploymentId: string,
  startedAt: number,
  snapshot: Snapshot,
  told: Told | undefined,
): Progress {
  const { at } = snapshot
  const state = describeDeployments(deploymentId, snapshot)
  const changed = told?.state !== state
  const isDue = told === undefined || at - told.lineAt >= heartbeatMilliseconds
  const isNew = changed && at - (told?.seenAt.get(state) ?? Number.NEGATIVE_INFINITY) >= heartbeatMilliseconds
  const hasLine = isDue || isNew
  const still = !changed && told.still
  return {
    ...(hasLine ? { line: `${elapsed(at - startedAt)}  ${state}${still ? ' (still)' : ''}` } : {}),
    ...(changed ? { change: state } : {}),
    told: {
      state,
      seenAt: new Map(told?.seenAt).set(state, at),
      lineAt: hasLine ? at : told.lineAt,
      still: hasLine || still,
    },
  }
}

/** How many tasks of each version run at this moment; deployments of the same version are one. */
export function taskCounts({ deployments }: Snapshot): readonly TaskCounts[] {
  const byVersion = Map.groupBy(deployments, ({ taskDefinition }) => lastPart(taskDefinition))
  return [...byVersion].map(([version, same]) => ({
    version,
    running: same.reduce((sum, { running }) => sum + running, 0),
    desired: same.reduce((sum, { desired }) => sum + desired, 0),
  }))
}

function describeDeployments(deploymentId: string, { deployments }: Snapshot): string {
  const ours = deployments.find(({ id }) => id === deploymentId)
  const others = deployments.filter(({ id }) => id !== deploymentId)
  const own = ours === undefined ? 'not listed' : `${ours.rolloutState ?? 'UNKNOWN'}  ${counts(ours)}`
  return [own, ...others.map(describeOther)].join('  |  ')
}

function counts({ desired, running, pending, failed }: DeploymentView): string {
  return `desired ${desired}  running ${running}  pending ${pending}  failed ${failed}`
}

function describeOther(other: DeploymentView): string {
  const state = other.status === 'PRIMARY' ? ` ${other.rolloutState ?? ''}` : ''
  return `${lastPart(other.taskDefinition)}${state} running ${other.running}`
}

function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1)
}

/** A service event without the prefix that every one has. */
export function eventLine({ message }: ServiceEvent): string {
  return `event: ${message.replace(/^\(service [^)]+\)\s*/, '')}`
}

/** What is told below a line about the deployment; where there is none, the first has the time itself. */
export function newsLines(news: readonly string[], time: string | undefined): readonly string[] {
  return news.map((line, index) => `${index === 0 && time !== undefined ? time : '     '}  ${line}`)
}

/** Of each way in which tasks stopped: how many were told of, and when. */
export type ToldStops = ReadonlyMap<string, { readonly count: number; readonly at: number }>

/**
 * What there is to tell of the stopped tasks: reason, exit code and container of those that stopped in a new way; of the
 * others, which stopped in a way told before, only how many, once a minute; pure.
 *
 * @param tasks all that were seen, also those told of
 */
export function stoppedTaskLines(
  tasks: readonly StoppedTask[],
  at: number,
  told: ToldStops,
): { readonly lines: readonly string[]; readonly told: ToldStops } {
  const fresh = [...byWay(tasks)].flatMap(([way, same]) => {
    const before = told.get(way)
    const isDue = before === undefined || at - before.at >= heartbeatMilliseconds
    const more = same.length - (before?.count ?? 0)
    if (!isDue || more === 0) return []
    return [{ way, count: same.length, line: before === undefined ? firstLine(same) : moreLine(same, more) }]
  })
  return {
    lines: fresh.map(({ line }) => line),
    told: new Map([...told, ...fresh.map(({ way, count }) => [way, { count, at }] as const)]),
  }
}

function byWay(tasks: readonly StoppedTask[]): Map<string, StoppedTask[]> {
  return Map.groupBy(tasks, (task) => withoutIds(whyStopped(task)))
}

function firstLine(same: readonly StoppedTask[]): string {
  const ids = same.map(({ id }) => id.slice(0, 8)).join(', ')
  return `${same.length === 1 ? 'task' : 'tasks'} ${ids} stopped: ${whyOf(same)}`
}

function moreLine(same: readonly StoppedTask[], more: number): string {
  return `${more} more ${more === 1 ? 'task' : 'tasks'} stopped the same way (${same.length} in all): ${whyOf(same)}`
}

function whyOf(same: readonly StoppedTask[]): string {
  return same.slice(0, 1).map(whyStopped).join('')
}

function whyStopped({ stopCode, stoppedReason, containers }: StoppedTask): string {
  const shown = containers
    .filter(({ exitCode, reason }) => exitCode !== undefined || reason !== undefined)
    .map(({ name, exitCode, reason }) => {
      const code = exitCode === undefined ? 'never ran' : `exit code ${exitCode}`
      // A failed pull is the reason of the task and, word for word, of its container (observed).
      return `${name}: ${code}${reason === undefined || reason === stoppedReason ? '' : `, ${reason}`}`
    })
  return [stoppedReason ?? stopCode ?? 'no reason given', ...shown].join('; ')
}

/** `m:ss` since the start. */
export function elapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000))
  return `${String(Math.floor(seconds / 60)).padStart(2, ' ')}:${String(seconds % 60).padStart(2, '0')}`
}
