import type { TaskDefinition } from '@aws-sdk/client-ecs'
import { describeFailure, isNamed, passingFailure } from '../aws/failure.ts'
import type { DeployInputs } from '../inputs/deploy-inputs.ts'
import { type Looked, lookedNow, mayHaveStopped, startLooking } from '../rollout/evidence-due.ts'
import {
  elapsed,
  eventLine,
  newsLines,
  progressOf,
  stoppedTaskLines,
  type Told,
  type ToldStops,
  taskCounts,
} from '../rollout/progress.ts'
import { paceAfter, startPace, untilNextPoll } from '../rollout/schedule.ts'
import { type DeploymentView, primaryOf, type Snapshot, snapshotOf } from '../rollout/snapshot.ts'
import { judge, type Memory, patienceMilliseconds, remember, startWatching, type Verdict } from '../rollout/verdict.ts'
import { newEvents, newStoppedTasks } from './collect-evidence.ts'
import type { Ports } from './ports.ts'
import { type DeploymentRecord, saysTargetGroupIsGone } from './record.ts'
import { readHistory } from './rollback-target.ts'

/** How watching ended; a verdict that is not final is never among them. */
export type Watched =
  | Exclude<Verdict, { kind: 'in-progress' } | { kind: 'ask-history' }>
  /** ECS has not ended it, but it is certain enough that it fails. */
  | { readonly kind: 'given-up'; readonly reason: string }
  /** The limit came. `fresh`: the last snapshot is recent enough to act on. */
  | { readonly kind: 'limit'; readonly fresh: boolean }

/** What is watched, and for how long. */
export type Subject = {
  readonly deploymentId: string
  readonly createdAt: number
  readonly older: readonly string[]
  readonly ecsMayRollBack: boolean
  readonly rollbackRequested: boolean
  /** The definition of the watched deployment: which containers are essential, where they log. */
  readonly definition: Pick<TaskDefinition, 'containerDefinitions'> | undefined
  readonly limitMilliseconds: number
  /** Stops earlier than the end: ECS going back counts as final (the rollback is watched by itself). */
  readonly until: 'end' | 'failure'
  /** Whether to end it before ECS does, and after how many failed tasks in a row. Absent: never. */
  readonly giveUpAfter?: DeployInputs['maxFailedTasks'] | undefined
  /** What is remembered from watching it before. */
  readonly from?: Memory | undefined
}

/** A service without a history of deployments is not asked for it for ever. */
const historyPatienceMilliseconds = 60_000
/** ECS shows a new one only after a moment, and nobody needs it in the first seconds. */
const historyDelayMilliseconds = 10_000

/**
 * Watches one deployment until there is a verdict or the limit comes: prints what changes, collects evidence while it
 * happens, shows read errors at once. Changes nothing.
 *
 * @throws what AWS throws when credentials or permission are lost
 */
export async function watch(subject: Subject, ports: Ports, record: DeploymentRecord): Promise<Watched> {
  const startedAt = ports.clock.uptime()
  const endsAt = startedAt + subject.limitMilliseconds
  let known: Known = {
    memory: { ...(subject.from ?? startWatching(subject)), rollbackRequested: subject.rollbackRequested },
    told: { stops: new Map(), earlier: new Set(record.stoppedTasks.keys()), looked: startLooking(startedAt) },
  }
  // What this run, or ECS in answer to it, has begun a moment ago.
  const isNew = record.update !== undefined
  let pace = startPace(isNew)
  let missingSince: number | undefined
  const pause = (): Promise<void> => {
    const now = ports.clock.uptime()
    const wait = untilNextPoll(pace, now - startedAt, ports.random())
    return ports.clock.sleep(Math.min(wait, endsAt - now), ports.cancelled)
  }
  for (;;) {
    // First of all as well: whoever begins to watch has just looked, or changed something that takes its time.
    await pause()
    ports.cancelled.throwIfAborted()
    const read = await readSnapshot(ports, record)
    if (read.ok) {
      const watched = ports.clock.uptime() - startedAt
      const isEarly = watched >= historyDelayMilliseconds && watched < historyPatienceMilliseconds
      const seen = await takeIn(read.snapshot, known, isEarly, subject, ports, record)
      if (seen.end !== undefined) return seen.end
      known = seen.known
    } else {
      ports.log.info(`The service could not be read (${read.why}); trying again.`)
    }
    const now = ports.clock.uptime()
    missingSince = !read.ok && read.missing ? (missingSince ?? now) : undefined
    if (missingSince !== undefined && now - missingSince >= patienceMilliseconds) {
      return { kind: 'service-gone', status: 'MISSING' }
    }
    if (now >= endsAt) return { kind: 'limit', fresh: read.ok }
    pace = paceAfter(pace, read.ok, record.snapshot && primaryOf(record.snapshot), now - startedAt)
  }
}

/** What is known of earlier snapshots. */
type Known = { readonly memory: Memory; readonly told: ToldSoFar }

/** One snapshot: remembered, told, judged. */
async function takeIn(
  snapshot: Snapshot,
  known: Known,
  isEarly: boolean,
  subject: Subject,
  ports: Ports,
  record: DeploymentRecord,
): Promise<{ readonly known: Known; readonly end?: Watched }> {
  const memory = remember(known.memory, snapshot)
  record.memory = memory
  if (isEarly) await findServiceDeployment(ports, record)
  const told = await tell(subject, ports, record, snapshot, known.told)
  const verdict = await verdictOf(memory, subject, ports, record)
  const next = { known: { memory, told } }
  if (isFinal(verdict, subject)) return { ...next, end: verdict }
  const reason = verdict.kind === 'in-progress' ? await whyGiveUpNow(subject, ports, record) : undefined
  return reason === undefined ? next : { ...next, end: { kind: 'given-up', reason } }
}

type Read =
  | { readonly ok: true; readonly snapshot: Snapshot }
  /** `missing`: ECS answers that there is no such service or cluster, which may be a stale answer. */
  | { readonly ok: false; readonly why: string; readonly missing: boolean }

/** Passing failures are told and tried again; lost credentials or permission end the wait at once. */
async function readSnapshot(ports: Ports, record: DeploymentRecord): Promise<Read> {
  try {
    const service = await ports.ecs.describeService(record.cluster, record.service)
    if (service !== undefined) return noteSnapshot(record, snapshotOf(service, ports.clock))
    return cannotRead(record, 'ECS does not list it', true)
  } catch (error) {
    if (isNamed(error, 'ClusterNotFoundException')) return cannotRead(record, describeFailure(error), true)
    if (!passingFailure(error)) throw error
    return cannotRead(record, describeFailure(error), false)
  }
}

function cannotRead(record: DeploymentRecord, why: string, missing: boolean): Read {
  record.stale = true
  return { ok: false, why, missing }
}

function noteSnapshot(record: DeploymentRecord, snapshot: Snapshot): Read {
  record.snapshot = snapshot
  record.stale = false
  return { ok: true, snapshot }
}

/** The verdict; where the snapshot alone cannot tell, with the history of service deployments. */
async function verdictOf(memory: Memory, subject: Subject, ports: Ports, record: DeploymentRecord): Promise<Verdict> {
  const snapshot = record.snapshot as Snapshot
  const first = judge(memory, snapshot)
  // A rollback may hide somebody else's deployment that was rolled back, and a failure a rollback that has just begun: the
  // history shows it.
  const endsByFailure = first.kind === 'failed' && isFinal(first, subject)
  if (first.kind !== 'ask-history' && !endsByFailure) return first
  const informed: Snapshot = { ...snapshot, history: await readHistory(ports.ecs, record) }
  record.snapshot = informed
  return judge(memory, informed)
}

/** Most deployments have no failed task, and need none of the code for them. */
async function whyGiveUpNow(subject: Subject, ports: Ports, record: DeploymentRecord): Promise<string | undefined> {
  const { giveUpAfter } = subject
  const nothingFailed = record.failedTasks === 0 && record.stoppedTasks.size === 0 && !saysTargetGroupIsGone(record)
  if (giveUpAfter === undefined || giveUpAfter === 'off' || nothingFailed) return undefined
  const { whyGiveUp } = await import('./give-up.ts')
  return whyGiveUp(giveUpAfter, subject, ports, record)
}

function isFinal(verdict: Verdict, subject: Subject): verdict is Exclude<Watched, { kind: 'limit' | 'given-up' }> {
  if (verdict.kind === 'in-progress' || verdict.kind === 'ask-history') return false
  if (verdict.kind !== 'failed') return true
  if (verdict.ecs === 'may-roll-back') return false
  return verdict.ecs === 'rolling-back' ? subject.until === 'failure' : true
}

/** What was told already; `earlier`: the stopped tasks from before this watch, which may be those of another deployment. */
type ToldSoFar = {
  readonly progress?: Told
  readonly stops: ToldStops
  readonly earlier: ReadonlySet<string>
  readonly looked: Looked
}

async function tell(
  subject: Subject,
  ports: Ports,
  record: DeploymentRecord,
  snapshot: Snapshot,
  told: ToldSoFar,
): Promise<ToldSoFar> {
  const progress = progressOf(subject.deploymentId, record.startedAt, snapshot, told.progress)
  if (progress.line !== undefined) ports.log.info(progress.line)
  if (progress.change !== undefined)
    record.timeline.push({ at: snapshot.at, text: progress.change, counts: taskCounts(snapshot) })
  const events = newEvents(record, snapshot, subject.createdAt)
  const hasHead = progress.line !== undefined
  const since = elapsed(snapshot.at - record.startedAt)
  for (const line of newsLines(events.map(eventLine), hasHead ? undefined : since)) ports.log.info(line)
  const ours = snapshot.deployments.find(({ id }) => id === subject.deploymentId)
  record.failedTasks = Math.max(record.failedTasks, ours?.failed ?? 0)
  const running = ours?.running ?? 0
  record.everRan ||= running > 0
  record.lostTasks ||= running < record.mostRunning
  record.mostRunning = Math.max(record.mostRunning, running)
  record.fullSince = isFull(ours) ? (record.fullSince ?? ports.clock.uptime()) : undefined
  const now = ports.clock.uptime()
  // What is collected during a rollback says nothing about a failure that is explained already.
  const isExplained = record.diagnoses.length > 0 && subject.deploymentId === record.deploymentId
  const look =
    !isExplained && mayHaveStopped(told.looked, ours, events, now)
      ? await newStoppedTasks(ports, record, subject.deploymentId, subject.definition)
      : undefined
  const stopped = [...record.stoppedTasks.values()].filter(({ id }) => !told.earlier.has(id))
  const stops = stoppedTaskLines(stopped, snapshot.at, told.stops)
  for (const line of newsLines(stops.lines, hasHead || events.length > 0 ? undefined : since)) ports.log.info(line)
  const looked = lookedNow(told.looked, ours, now, look)
  return { ...told, progress: progress.told, stops: stops.told, looked }
}

function isFull(ours: DeploymentView | undefined): boolean {
  return ours !== undefined && ours.running === ours.desired && ours.pending === 0 && ours.desired > 0
}

/**
 * The ARN of the watched service deployment, by the revision that it targets. The answer to UpdateService may not have it
 * yet, and `currentServiceDeployment` may still be the one before (observed).
 */
async function findServiceDeployment(ports: Ports, record: DeploymentRecord): Promise<void> {
  if (record.serviceDeploymentArn !== undefined) return
  const shown = ports.ecs.currentServiceDeployment
    ? [await ports.ecs.currentServiceDeployment(record.cluster, record.service)]
    : await readHistory(ports.ecs, record)
  const own = shown !== 'denied' && shown.find((one) => one?.deploymentId === record.deploymentId)
  if (!own) return
  record.serviceDeploymentArn = own.arn
  await ports.keep()
}
