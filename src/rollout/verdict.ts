import { type DeploymentView, primaryOf, type ServiceDeploymentView, type Snapshot } from './snapshot.ts'

/**
 * What has to be remembered of earlier snapshots to judge the next one.
 * Made by `startWatching`, carried on by `remember`.
 */
export type Memory = {
  /** The deployment that is judged: `ecs-svc/N`. */
  readonly deploymentId: string
  /** Milliseconds since the epoch: `createdAt` of that deployment. */
  readonly createdAt: number
  /** Deployments that were there before it; one of them coming back is a rollback, never somebody else's deployment. */
  readonly older: readonly string[]
  /** The circuit breaker or an alarm may roll back, and a completed deployment is there to return to. */
  readonly ecsMayRollBack: boolean
  /** This run asked ECS for the rollback. */
  readonly rollbackRequested: boolean
  /** The deployment was in an answer at least once. */
  readonly seen: boolean
  /** When FAILED was first seen, in the time of `Snapshot.uptime`. */
  readonly failedAt?: number
  /** The reason that stood beside FAILED, or in the event. */
  readonly failure?: string
  /** An older deployment was PRIMARY and IN_PROGRESS again: ECS was seen going back. */
  readonly sawGoingBack: boolean
  /** Since when answers have shown an older deployment completed again, in the time of `Snapshot.uptime`. */
  readonly backSince?: number
  /** Since when answers have made no sense, in the time of `Snapshot.uptime`; undefined while they do. */
  readonly puzzledSince?: number
}

/** What one snapshot says about the deployment. */
export type Verdict =
  | { readonly kind: 'in-progress' }
  | { readonly kind: 'completed' }
  /** `ecs`: what ECS does about it. */
  | {
      readonly kind: 'failed'
      readonly reason: string
      readonly ecs: 'stays' | 'may-roll-back' | 'rolling-back' | 'rolled-back'
    }
  /** ECS went back and that failed too. */
  | { readonly kind: 'ecs-rollback-failed'; readonly reason: string }
  | { readonly kind: 'superseded'; readonly by: string }
  /** The service is being deleted or is gone. */
  | { readonly kind: 'service-gone'; readonly status: string }
  /** The service-deployment history would decide; read it and judge again. */
  | { readonly kind: 'ask-history' }
  | { readonly kind: 'unknown'; readonly why: string }

/** ECS reads may be stale: absence counts only after this long (SDK text of RunTask on eventual consistency). */
export const patienceMilliseconds = 30_000
/** FAILED can show up some time before the rollback starts (observed: seconds). */
export const ecsRollbackPatienceMilliseconds = 90_000

/** The start of watching one deployment; nothing has been read yet. */
export function startWatching({
  deploymentId,
  createdAt,
  older,
  ecsMayRollBack,
}: Pick<Memory, 'deploymentId' | 'createdAt' | 'older' | 'ecsMayRollBack'>): Memory {
  // By name: what is remembered is also saved for the post step, and nothing wider may get in.
  return { deploymentId, createdAt, older, ecsMayRollBack, rollbackRequested: false, seen: false, sawGoingBack: false }
}

/** Takes what one more snapshot shows into the memory; pure. */
export function remember(memory: Memory, snapshot: Snapshot): Memory {
  const { puzzledSince, backSince, ...known } = memory
  const failure = failureSeen(memory, snapshot)
  const next: Memory = {
    ...known,
    seen: memory.seen || find(snapshot, memory.deploymentId) !== undefined,
    sawGoingBack: memory.sawGoingBack || goingBack(memory, snapshot),
    ...(isBack(memory, snapshot) ? { backSince: backSince ?? snapshot.uptime } : {}),
    ...(failure === undefined
      ? {}
      : { failedAt: memory.failedAt ?? snapshot.uptime, failure: memory.failure ?? failure }),
  }
  return judgeOnce(next, snapshot) === 'puzzled' ? { ...next, puzzledSince: puzzledSince ?? snapshot.uptime } : next
}

/**
 * The verdict on the deployment; pure. Unknown values of `status` and `rolloutState` never end the wait.
 *
 * @param memory everything up to and including `snapshot` (see `remember`)
 */
export function judge(memory: Memory, snapshot: Snapshot): Verdict {
  const verdict = judgeOnce(memory, snapshot)
  if (verdict !== 'puzzled') return verdict
  if (snapshot.history === undefined) return { kind: 'ask-history' }
  if (snapshot.uptime - (memory.puzzledSince ?? snapshot.uptime) < patienceMilliseconds) return { kind: 'in-progress' }
  return {
    kind: 'unknown',
    why: memory.seen
      ? 'the deployment is no longer listed, and neither its failure nor a newer deployment could be seen'
      : `ECS did not show the deployment within ${patienceMilliseconds / 1000} seconds`,
  }
}

/** `puzzled`: the answer is stale, or something is missing in it. */
function judgeOnce(memory: Memory, snapshot: Snapshot): Verdict | 'puzzled' {
  if (snapshot.serviceStatus === 'DRAINING' || snapshot.serviceStatus === 'INACTIVE') {
    return { kind: 'service-gone', status: snapshot.serviceStatus }
  }
  const primary = primaryOf(snapshot)
  if (primary === undefined) return 'puzzled'
  if (primary.id === memory.deploymentId) return judgeOwnPrimary(memory, snapshot, primary)
  const newer = newerByOthers(memory, snapshot)
  if (newer !== undefined) return { kind: 'superseded', by: newer }
  if (memory.older.includes(primary.id)) return judgeOlderPrimary(memory, snapshot, primary)
  // Neither ours nor older: somebody else's, if it was created after ours. Ids are never compared for order.
  return primary.createdAt >= memory.createdAt ? { kind: 'superseded', by: primary.id } : 'puzzled'
}

function judgeOwnPrimary(memory: Memory, snapshot: Snapshot, ours: DeploymentView): Verdict {
  if (ours.rolloutState === 'COMPLETED') return { kind: 'completed' }
  const own = historyOf(memory, snapshot)
  const reason = failureReason(memory, snapshot)
  if (ours.rolloutState === 'FAILED') {
    // The history may show the rollback before the list of deployments does.
    if (own?.status === 'ROLLBACK_FAILED') return { kind: 'ecs-rollback-failed', reason: own.statusReason ?? reason }
    if (rollingBack(own)) return { kind: 'failed', reason, ecs: 'rolling-back' }
    const waited = snapshot.uptime - (memory.failedAt ?? snapshot.uptime)
    const mayRollBack = mayStillRollBack(memory, snapshot) && waited < ecsRollbackPatienceMilliseconds
    return { kind: 'failed', reason, ecs: mayRollBack ? 'may-roll-back' : 'stays' }
  }
  if (ours.rolloutState === undefined && settled(snapshot, ours)) return { kind: 'completed' }
  if (rollingBack(own)) return { kind: 'failed', reason, ecs: 'rolling-back' }
  return { kind: 'in-progress' }
}

/**
 * By the settings that the deployment began with, by those of now (they may have been changed meanwhile, and which of them
 * count no source says), or because this run asked for it.
 */
function mayStillRollBack(memory: Memory, { rollsBack, deployments }: Snapshot): boolean {
  if (memory.ecsMayRollBack || memory.rollbackRequested) return true
  return rollsBack === true && deployments.some(({ rolloutState }) => rolloutState === 'COMPLETED')
}

/** Without a rollout state (Classic Load Balancer) the counts are all there is (SDK text of `rolloutState`). */
function settled(snapshot: Snapshot, ours: DeploymentView): boolean {
  return snapshot.deployments.length === 1 && ours.running === ours.desired && ours.pending === 0 && ours.desired > 0
}

/** A deployment from before ours is PRIMARY again: ECS goes back to it, keeping its id (DG deployment-circuit-breaker, observed). */
function judgeOlderPrimary(memory: Memory, snapshot: Snapshot, primary: DeploymentView): Verdict | 'puzzled' {
  const own = historyOf(memory, snapshot)
  const reason = failureReason(memory, snapshot)
  if (primary.rolloutState === 'COMPLETED') {
    // An answer from before our deployment looks just like this one; it takes a second sign to believe it.
    const believable =
      own?.status === 'ROLLBACK_SUCCESSFUL' ||
      (memory.sawGoingBack && !saysItGoesOn(own, memory, snapshot)) ||
      patientlyFailed(memory, snapshot)
    return believable ? { kind: 'failed', reason, ecs: 'rolled-back' } : 'puzzled'
  }
  if (!memory.sawGoingBack && !goingBack(memory, snapshot)) return 'puzzled'
  if (primary.rolloutState === 'FAILED') {
    return { kind: 'ecs-rollback-failed', reason: primary.rolloutStateReason ?? 'the rollback failed too' }
  }
  return { kind: 'failed', reason, ecs: 'rolling-back' }
}

/** An older deployment is there as if nothing had happened. */
function isBack(memory: Memory, snapshot: Snapshot): boolean {
  const primary = primaryOf(snapshot)
  return primary !== undefined && memory.older.includes(primary.id) && primary.rolloutState === 'COMPLETED'
}

const over: ReadonlySet<string> = new Set(['SUCCESSFUL', 'STOPPED', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'])

/** The history contradicts: one of the two answers is stale, and for a while nobody knows which. */
function saysItGoesOn(own: ServiceDeploymentView | undefined, memory: Memory, snapshot: Snapshot): boolean {
  if (own === undefined || over.has(own.status)) return false
  return snapshot.uptime - (memory.backSince ?? snapshot.uptime) < patienceMilliseconds
}

/** Our failure was seen, and for a while the older deployment has been there as if nothing had happened. */
function patientlyFailed(memory: Memory, snapshot: Snapshot): boolean {
  const failed = memory.failedAt !== undefined || memory.rollbackRequested
  return failed && snapshot.uptime - (memory.puzzledSince ?? snapshot.uptime) >= patienceMilliseconds
}

/** This snapshot shows ECS on its way from ours to an older deployment. */
function goingBack(memory: Memory, snapshot: Snapshot): boolean {
  const primary = primaryOf(snapshot)
  if (primary === undefined || !memory.older.includes(primary.id) || primary.rolloutState === 'COMPLETED') return false
  const ours = find(snapshot, memory.deploymentId)
  return (
    /rolling back to deploymentId/i.test(primary.rolloutStateReason ?? '') ||
    rollingBack(historyOf(memory, snapshot)) ||
    (memory.seen && ours !== undefined) ||
    memory.failedAt !== undefined ||
    memory.rollbackRequested
  )
}

function rollingBack(own: ServiceDeploymentView | undefined): boolean {
  return own?.status.startsWith('ROLLBACK_') ?? false
}

/** The text of our failure, if this snapshot shows one: the rollout state, or an event that names our deployment. */
function failureSeen(memory: Memory, snapshot: Snapshot): string | undefined {
  const ours = find(snapshot, memory.deploymentId)
  if (ours?.rolloutState === 'FAILED') return ours.rolloutStateReason ?? 'the deployment failed'
  const marker = `(deployment ${memory.deploymentId}) deployment failed: `
  const event = snapshot.events.find(({ message }) => message.includes(marker))
  return event?.message.slice(event.message.indexOf(marker) + marker.length)
}

function failureReason(memory: Memory, snapshot: Snapshot): string {
  const own = historyOf(memory, snapshot)
  return memory.failure ?? failureSeen(memory, snapshot) ?? own?.statusReason ?? 'ECS rolled the deployment back'
}

/**
 * A deployment that was created after ours and that this run did not start: in the history, in the list beside the one that
 * ECS went back to, or named by an event (a rollback may hide it from all the others).
 */
function newerByOthers(memory: Memory, snapshot: Snapshot): string | undefined {
  const isTheirs = (id: string): boolean => id !== memory.deploymentId && !memory.older.includes(id)
  const known = [
    ...historyList(snapshot),
    ...snapshot.deployments.map(({ id, createdAt }) => ({ deploymentId: id, createdAt })),
  ]
  const found = known.find(({ deploymentId, createdAt }) => createdAt > memory.createdAt && isTheirs(deploymentId))
  if (found !== undefined) return found.deploymentId
  const named = snapshot.events
    .filter(({ at }) => at.getTime() > memory.createdAt)
    .flatMap(({ message }) => /\(deployment (ecs-svc\/[\w-]+)\)/.exec(message)?.[1] ?? [])
  return named.find(isTheirs)
}

function historyOf(memory: Memory, snapshot: Snapshot): ServiceDeploymentView | undefined {
  return historyList(snapshot).find(({ deploymentId }) => deploymentId === memory.deploymentId)
}

function historyList({ history }: Snapshot): readonly ServiceDeploymentView[] {
  return history === undefined || history === 'denied' ? [] : history
}

function find(snapshot: Snapshot, id: string): DeploymentView | undefined {
  return snapshot.deployments.find((deployment) => deployment.id === id)
}
