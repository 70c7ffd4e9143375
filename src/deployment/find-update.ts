import type { Deployment, Service } from '@aws-sdk/client-ecs'
import { deploymentIdOfRevision, revisionArnOf } from '../rollout/snapshot.ts'
import { optional } from './optional-read.ts'
import type { Ports } from './ports.ts'
import type { DeploymentRecord } from './record.ts'

/** An UpdateService whose answer is lost. */
type LostUpdate = {
  /** Ids of the deployments that were there before. */
  readonly known: ReadonlySet<string>
  /** Milliseconds since the epoch, by ECS: what began before that is not ours. */
  readonly since: number
  /** ARN of the task definition that it carried, or that the service had. */
  readonly wanted: string | undefined
  /** Only settings were changed, which starts no deployment: whether the service has them now. */
  readonly hasSettings?: ((service: Service) => boolean) | undefined
}

/**
 * Looks for what an UpdateService did: a deployment that was not there before, with our definition, is ours. Where somebody
 * else has deployed over it meanwhile, the service is returned as it was answered when ours began, with ours as PRIMARY.
 *
 * @param isLast the history is asked too: the list may be behind it, or ECS may have begun and taken back ours while the
 * process was suspended
 * @returns undefined where it was not done
 * @throws Error where somebody else has deployed, and whether ours was there before that cannot be told
 */
export async function findUpdate(
  lost: LostUpdate,
  ports: Ports,
  record: DeploymentRecord,
  isLast = false,
): Promise<Service | undefined> {
  const service = await ports.ecs.describeService(record.cluster, record.service)
  if (service === undefined) return undefined
  if (lost.hasSettings !== undefined) return lost.hasSettings(service) ? service : undefined
  const fresh = (service.deployments ?? []).filter(({ id }) => id !== undefined && !lost.known.has(id))
  if (fresh.length === 0 && !isLast) return undefined
  const withOurs = fresh.filter(({ taskDefinition }) => taskDefinition === lost.wanted)
  // Of several, the later ones are somebody else's, who has deployed the same again. The newest is listed first.
  const [ours] = withOurs.toReversed().toSorted((one, other) => createdAt(one) - createdAt(other))
  if (ours?.status === 'PRIMARY') return service
  const covered = ours ?? (await findInHistory(lost, fresh.length > 0, ports, record))
  return covered === undefined ? undefined : withPrimary(service, covered, lost)
}

function createdAt({ createdAt }: Deployment): number {
  return createdAt?.getTime() ?? 0
}

/** Deployed over twice, ours is listed no longer: the history knows it, and its revision says what it was. */
async function findInHistory(
  { known, wanted, since }: LostUpdate,
  othersDeployed: boolean,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Deployment | undefined> {
  const history = await optional(record, 'ecs:ListServiceDeployments', () =>
    ports.ecs.listServiceDeployments(record.cluster, record.service),
  )
  if (history === undefined) {
    // What may never be read cannot be waited for; what could not be read this time is asked for again.
    if (!othersDeployed && record.denied.has('ecs:ListServiceDeployments')) return undefined
    throw new Error(
      othersDeployed ? 'somebody else has deployed, and the history was not read' : 'the history was not read',
    )
  }
  for (const { targetServiceRevisionArn = '', createdAt } of history) {
    const id = deploymentIdOfRevision(targetServiceRevisionArn)
    const revisionArn = record.serviceArn && revisionArnOf(record.serviceArn, id)
    if (known.has(id) || !revisionArn || (createdAt?.getTime() ?? 0) <= since) continue
    const revision = await optional(record, 'ecs:DescribeServiceRevisions', () =>
      ports.ecs.describeServiceRevision(revisionArn),
    )
    if (revision === undefined) throw new Error('a deployment has begun since, and its revision may not be read')
    if (revision.taskDefinition === wanted) {
      return { id, status: 'PRIMARY', taskDefinition: wanted, createdAt, rolloutState: 'IN_PROGRESS' }
    }
  }
  return undefined
}

/** What was not there before ours came after it: the answer did not have it. */
function withPrimary(service: Service, ours: Deployment, { known }: LostUpdate): Service {
  const others = (service.deployments ?? []).filter(({ id }) => known.has(id ?? ''))
  const former = others.map((one) => (one.status === 'PRIMARY' ? { ...one, status: 'ACTIVE' } : one))
  return { ...service, deployments: [{ ...ours, status: 'PRIMARY' }, ...former] }
}
