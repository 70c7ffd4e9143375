import { type Snapshot, snapshotOf } from '../rollout/snapshot.ts'
import { judge, type Memory, remember, type Verdict } from '../rollout/verdict.ts'
import type { Ports } from './ports.ts'
import type { DeploymentRecord } from './record.ts'
import { readHistory } from './rollback-target.ts'

/** Read again just before a rollback: somebody else, or ECS itself, may have acted. */
export async function readAgain(ports: Ports, record: DeploymentRecord): Promise<Verdict> {
  const service = await ports.ecs.describeService(record.cluster, record.service)
  if (service === undefined) return { kind: 'service-gone', status: 'INACTIVE' }
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
