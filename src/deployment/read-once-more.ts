import { inProgressOf } from '../rollout/in-progress.ts'
import { primaryOf, type Snapshot, snapshotOf } from '../rollout/snapshot.ts'
import type { Ports } from './ports.ts'
import type { Prepared } from './prepare.ts'
import { type DeploymentRecord, noteOlder } from './record.ts'

/**
 * Reads the service just before UpdateService, where what is known of it is old: a registration that was throttled, or a task
 * before the deployment, takes minutes.
 *
 * @returns what was prepared, with the list of deployments as it is now; undefined where ECS steers elsewhere, where what was
 * under way has ended or turned round, or where it cannot be told
 */
export async function readOnceMore(
  prepared: Prepared,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Prepared | undefined> {
  const service = await ports.ecs.describeService(record.cluster, record.service).catch(() => undefined)
  if (service === undefined || ports.cancelled.aborted) return undefined
  const before = snapshotOf(service, ports.clock)
  if (!isAsBefore(prepared.before, before)) return undefined
  record.snapshot = before
  noteOlder(record, before)
  return { ...prepared, service, before: withCompleted(before, prepared.before) }
}

/** What completed and has no task left is not listed any more; ECS can return to it all the same. */
function withCompleted(now: Snapshot, earlier: Snapshot): Snapshot {
  const listed = new Set(now.deployments.map(({ id }) => id))
  const left = earlier.deployments.filter(({ id, rolloutState }) => rolloutState === 'COMPLETED' && !listed.has(id))
  return { ...now, deployments: [...now.deployments, ...left] }
}

/** ECS steers to the same deployment, which is as far as it was, and is or is not what ECS goes back to; pure. */
export function isAsBefore(one: Snapshot, other: Snapshot): boolean {
  const [before, now] = [primaryOf(one), primaryOf(other)]
  return before?.id === now?.id && before?.rolloutState === now?.rolloutState && isRollback(one) === isRollback(other)
}

function isRollback(snapshot: Snapshot): boolean {
  return inProgressOf(snapshot)?.kind === 'rolling-back'
}
