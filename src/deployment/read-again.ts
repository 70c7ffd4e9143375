import type { Service } from '@aws-sdk/client-ecs'
import { isNamed } from '../aws/failure.ts'
import { primaryOf, type Snapshot, snapshotOf } from '../rollout/snapshot.ts'
import { judge, type Memory, patienceMilliseconds, remember, type Verdict } from '../rollout/verdict.ts'
import type { Ports } from './ports.ts'
import type { DeploymentRecord } from './record.ts'
import { readHistory } from './rollback-target.ts'

const betweenLooksMilliseconds = 2_000

/**
 * Read again just before a rollback: somebody else, or ECS itself, may have acted. Answers that do not list the service, or
 * that make no sense yet, may be stale: they count only after a while.
 */
export async function readAgain(ports: Ports, record: DeploymentRecord): Promise<Verdict> {
  const giveUpAt = ports.clock.uptime() + patienceMilliseconds
  for (let looks = 1; ; looks += 1) {
    const verdict = await lookOnce(ports, record)
    // Where one look takes that long by itself, a second one has to agree.
    const isOver = looks > 1 && ports.clock.uptime() >= giveUpAt
    if (!isPuzzling(verdict, record) || isOver) return verdict
    await ports.clock.sleep(betweenLooksMilliseconds, ports.cancelled)
    ports.cancelled.throwIfAborted()
  }
}

/** Not listed; or another deployment is PRIMARY, and how that came cannot be told. */
function isPuzzling(verdict: Verdict, { snapshot, deploymentId }: DeploymentRecord): boolean {
  if (verdict.kind === 'service-gone') return verdict.status === 'MISSING'
  return verdict.kind === 'in-progress' && snapshot !== undefined && primaryOf(snapshot)?.id !== deploymentId
}

async function lookOnce(ports: Ports, record: DeploymentRecord): Promise<Verdict> {
  const service = await describeListed(ports, record)
  if (service === undefined) return { kind: 'service-gone', status: 'MISSING' }
  const history = await readHistory(ports.ecs, record)
  const own =
    history === 'denied' ? undefined : history.find(({ deploymentId }) => deploymentId === record.deploymentId)
  if (own !== undefined) record.serviceDeploymentArn ??= own.arn
  const snapshot: Snapshot = { ...snapshotOf(service, ports.clock), history }
  record.snapshot = snapshot
  record.latest = service
  record.memory = remember(record.memory as Memory, snapshot)
  return judge(record.memory, snapshot)
}

async function describeListed(ports: Ports, record: DeploymentRecord): Promise<Service | undefined> {
  try {
    return await ports.ecs.describeService(record.cluster, record.service)
  } catch (error) {
    if (isNamed(error, 'ClusterNotFoundException')) return undefined
    throw error
  }
}
