import type { EcsPort } from '../aws/ecs.ts'
import { primaryOf, revisionArnOf, type ServiceDeploymentView, type Snapshot, snapshotOf } from '../rollout/snapshot.ts'
import { judge, type Memory, remember, startWatching, type Verdict } from '../rollout/verdict.ts'
import { optional } from './optional-read.ts'
import type { Clock } from './ports.ts'
import type { DeploymentRecord } from './record.ts'
import { readHistory } from './rollback-target.ts'

/** What one look at the service says about a run that ended before its deployment did. */
export type Aftermath =
  /** UpdateService was about to be sent, and ECS shows nothing that it could have done. */
  | { readonly kind: 'no-trace' }
  /** There is a deployment of the run; `memory` is what is known of it. */
  | {
      readonly kind: 'deployment'
      readonly memory: Memory
      readonly verdict: Exclude<Verdict, { kind: 'ask-history' | 'unknown' }>
    }
  /** The rollback through UpdateService is PRIMARY. */
  | { readonly kind: 'updated-back'; readonly id: string; readonly rolloutState: string }
  | { readonly kind: 'service-gone' }
  | { readonly kind: 'unknown'; readonly why: string }

/**
 * Looks once at what became of a run: reads only. Puts what was seen into the record.
 *
 * @throws what AWS throws when the service cannot be read
 */
export async function lookAtAftermath(ecs: EcsPort, record: DeploymentRecord, clock: Clock): Promise<Aftermath> {
  const service = await ecs.describeService(record.cluster, record.service)
  if (service === undefined) return { kind: 'service-gone' }
  const seen = snapshotOf(service, clock)
  const history = await readHistory(ecs, record)
  const snapshot: Snapshot = { ...seen, history }
  record.snapshot = snapshot
  const back = updatedBack(record, snapshot)
  if (back !== undefined) return back
  const known = record.memory ?? (await ownDeployment(ecs, record, snapshot))
  if (known === undefined) return withoutTrace(record, snapshot)
  record.deploymentId = known.deploymentId
  const own = historyOf(snapshot).find(({ deploymentId }) => deploymentId === known.deploymentId)
  if (own !== undefined) record.serviceDeploymentArn ??= own.arn
  const requested = record.rollbackSent === 'StopServiceDeployment' || record.sending === 'stop'
  const memory = remember({ ...known, rollbackRequested: known.rollbackRequested || requested }, snapshot)
  return withoutPatience(memory, snapshot)
}

/** One look cannot wait until an answer makes sense. */
function withoutPatience(memory: Memory, snapshot: Snapshot): Aftermath {
  const verdict = judge(memory, snapshot)
  const isPrimary = primaryOf(snapshot)?.id === memory.deploymentId
  if (verdict.kind === 'unknown') return { kind: 'unknown', why: verdict.why }
  if (verdict.kind === 'ask-history' || (verdict.kind === 'in-progress' && !isPrimary)) {
    return { kind: 'unknown', why: 'ECS shows an older deployment again, and not what became of this one' }
  }
  return { kind: 'deployment', memory, verdict }
}

function withoutTrace({ sending, changed }: DeploymentRecord, { history }: Snapshot): Aftermath {
  if (sending === 'update' && history !== 'denied') return { kind: 'no-trace' }
  const why = changed ? 'UpdateService was answered, and no deployment of it is shown' : 'the history could not be read'
  return { kind: 'unknown', why }
}

function updatedBack({ rollbackTo, deploymentId, olderDeployments }: DeploymentRecord, snapshot: Snapshot) {
  const primary = primaryOf(snapshot)
  if (rollbackTo === undefined || primary?.taskDefinition !== rollbackTo) return undefined
  if (primary.id === deploymentId || olderDeployments.includes(primary.id)) return undefined
  return { kind: 'updated-back' as const, id: primary.id, rolloutState: primary.rolloutState ?? '' }
}

/** The deployment that UpdateService started, where its answer was never read: by what it carried, and by when it came. */
async function ownDeployment(ecs: EcsPort, record: DeploymentRecord, snapshot: Snapshot): Promise<Memory | undefined> {
  const { olderDeployments: older, update } = record
  const before = snapshot.deployments.find(({ id }) => older.includes(id))?.taskDefinition
  const wanted = update?.taskDefinition ?? before
  const fresh = snapshot.deployments.filter(
    ({ id, taskDefinition }) => !older.includes(id) && taskDefinition === wanted,
  )
  // UpdateService was sent once: of several, the later ones are somebody else's. The newest is listed first.
  const [listed] = fresh.toReversed().toSorted((one, other) => one.createdAt - other.createdAt)
  const found = listed ?? (await inHistory(ecs, record, snapshot, wanted))
  if (found === undefined) return undefined
  const deploymentId = 'id' in found ? found.id : found.deploymentId
  const { createdAt } = found
  const memory = startWatching({ deploymentId, createdAt, older, ecsMayRollBack: false })
  return { ...memory, seen: true }
}

/** It may be over already: taken back, or replaced by somebody else's. */
async function inHistory(
  ecs: EcsPort,
  record: DeploymentRecord,
  snapshot: Snapshot,
  wanted: string | undefined,
): Promise<ServiceDeploymentView | undefined> {
  const { olderDeployments: older, serviceArn, knownUntil = 0 } = record
  const entries = historyOf(snapshot)
  const newestOlder = Math.max(
    knownUntil,
    ...[...snapshot.deployments.map(({ id, createdAt }) => ({ deploymentId: id, createdAt })), ...entries]
      .filter(({ deploymentId }) => older.includes(deploymentId))
      .map(({ createdAt }) => createdAt),
  )
  const later = entries.filter(
    ({ deploymentId, createdAt }) => !older.includes(deploymentId) && createdAt > newestOlder,
  )
  for (const entry of later.reverse()) {
    const arn = serviceArn && revisionArnOf(serviceArn, entry.deploymentId)
    const revision = arn
      ? await optional(record, 'ecs:DescribeServiceRevisions', () => ecs.describeServiceRevision(arn))
      : undefined
    if (revision?.taskDefinition === wanted) return entry
  }
  return undefined
}

function historyOf({ history }: Snapshot): readonly ServiceDeploymentView[] {
  return history === undefined || history === 'denied' ? [] : history
}
