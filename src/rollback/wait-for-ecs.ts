import type { Service } from '@aws-sdk/client-ecs'
import { passingFailure } from '../aws/failure.ts'
import type { Ports } from '../deployment/ports.ts'
import type { DeploymentRecord } from '../deployment/record.ts'
import { ProblemsFound } from '../problem.ts'
import { inProgressOf } from '../rollout/in-progress.ts'
import { primaryOf, type Snapshot, snapshotOf } from '../rollout/snapshot.ts'
import { currentOf, type Past } from './past.ts'

const betweenLooks = 6_000

/** ECS itself goes back at this moment, or was asked to; pure. */
export function ecsGoesBack(snapshot: Snapshot, past: Past): boolean {
  return inProgressOf(snapshot)?.kind === 'rolling-back' || currentOf(past)?.status === 'ROLLBACK_REQUESTED'
}

/**
 * Waits until ECS has gone back: over its rollback nothing is deployed, because it would have nothing to return to.
 *
 * @returns the service as it is then
 * @throws ProblemsFound where it takes too long
 */
export async function waitForEcs(
  before: Snapshot,
  minutes: number,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Service> {
  const going = primaryOf(before)
  ports.log.info(`ECS is rolling back by itself; waiting for that for up to ${minutes} minutes.`)
  const endsAt = ports.clock.uptime() + minutes * 60_000
  while (ports.clock.uptime() < endsAt) {
    await ports.clock.sleep(betweenLooks, ports.cancelled)
    ports.cancelled.throwIfAborted()
    const service = await tryToRead(ports, record)
    if (service === undefined) continue
    const snapshot = snapshotOf(service, ports.clock)
    const primary = primaryOf(snapshot)
    const isStillAsked = primary?.id === going?.id && primary?.rolloutState === 'IN_PROGRESS'
    if (!isStillAsked && inProgressOf(snapshot)?.kind !== 'rolling-back') return service
  }
  throw new ProblemsFound([
    {
      input: 'to',
      message: `ECS is rolling ${record.service} back by itself, and that was not over after ${minutes} minutes. Look at it, and roll back again when it has ended.`,
    },
  ])
}

async function tryToRead(ports: Ports, record: DeploymentRecord): Promise<Service | undefined> {
  try {
    return await ports.ecs.describeService(record.cluster, record.service)
  } catch (error) {
    if (!passingFailure(error)) throw error
    return undefined
  }
}
