import { primaryOf, snapshotOf } from '../rollout/snapshot.ts'
import { type Memory, startWatching } from '../rollout/verdict.ts'
import type { Ending } from './ending.ts'
import { endingOfError } from './interrupted.ts'
import type { Ports } from './ports.ts'
import type { DeploymentRecord } from './record.ts'
import { rollBack, watchEcsRollback } from './roll-back.ts'
import type { Failure } from './rollback-endings.ts'

/** A job that is cancelled has 5 minutes for all its post steps (docs, "Workflow cancellation"). */
const watchMinutes = 3

/**
 * What the post step does for a run that was cancelled and wanted a rollback: sends it if main could not, watches it for a
 * while and says only what was seen. Never rejects.
 *
 * @param record as main left it
 * @returns undefined where there is nothing more to report than the line that was logged
 */
export async function finishCancelled(record: DeploymentRecord, ports: Ports): Promise<Ending | undefined> {
  try {
    if (record.rollbackSent === 'UpdateService') {
      ports.log.info(
        `The run ended while it rolled the service back to ${record.target?.version.taskDefinition}; that goes on in ECS.`,
      )
      return undefined
    }
    const started = await startedDeployment(ports, record)
    if (started === undefined) {
      ports.log.info('The run ended before a deployment started. Nothing was changed here.')
      return undefined
    }
    record.deploymentId = started.deploymentId
    record.memory = started
    return await goBack(ports, record, started)
  } catch (error) {
    return endingOfError(error, record)
  }
}

/** The deployment that main started, also where main ended before it read the answer. */
async function startedDeployment(ports: Ports, record: DeploymentRecord): Promise<Memory | undefined> {
  if (record.memory !== undefined) return record.memory
  const service = await ports.ecs.describeService(record.cluster, record.service)
  const primary = service && primaryOf(snapshotOf(service, ports.clock.now()))
  if (primary === undefined || record.olderDeployments.includes(primary.id)) return undefined
  const isOurs = primary.id === record.deploymentId || primary.taskDefinition === record.update?.taskDefinition
  if (!isOurs) return undefined
  const { id: deploymentId, createdAt } = primary
  return startWatching({ deploymentId, createdAt, older: record.olderDeployments, ecsMayRollBack: false })
}

function goBack(ports: Ports, record: DeploymentRecord, memory: Memory): Promise<Ending> {
  const policy = { rollbackOnFailure: true, rollbackWaitMinutes: watchMinutes }
  const limitMilliseconds = watchMinutes * 60_000
  const failure: Failure = {
    reason: 'the run was cancelled',
    subject: { ...memory, definition: undefined, limitMilliseconds, until: 'end' },
  }
  return record.rollbackSent === 'StopServiceDeployment'
    ? watchEcsRollback(failure, policy, ports, record)
    : rollBack(failure, policy, ports, record)
}
