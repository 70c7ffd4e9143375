import type { Ending } from '../deployment/ending.ts'
import { endingOfError } from '../deployment/interrupted.ts'
import type { Ports } from '../deployment/ports.ts'
import type { DeploymentRecord } from '../deployment/record.ts'
import { rollBack, watchEcsRollback } from '../deployment/roll-back.ts'
import type { Failure } from '../deployment/rollback-endings.ts'
import type { Logger } from '../github/log.ts'
import { primaryOf, snapshotOf } from '../rollout/snapshot.ts'
import { type Memory, startWatching } from '../rollout/verdict.ts'
import { listenForSignals } from './cancellation.ts'
import { deploymentPorts } from './deployment-ports.ts'
import { tellEnd } from './tell-end.ts'

/** A job that is cancelled has 5 minutes for all its post steps (docs, "Workflow cancellation"). */
const watchMinutes = 3

/** Sends the rollback if main could not, watches it for a while and says only what was seen. */
export async function finishCancelled(record: DeploymentRecord, log: Logger, env: NodeJS.ProcessEnv): Promise<number> {
  const cancellation = listenForSignals(process)
  const inputs = { region: record.region, allowUnknownMembers: [] }
  const keep = (): Promise<void> => Promise.resolve()
  try {
    const ports = await deploymentPorts(inputs, env, log, cancellation.signal, keep)
    if (record.rollbackSent === 'UpdateService') {
      log.info(
        `The run ended while it rolled the service back to ${record.target?.version.taskDefinition}; that goes on in ECS.`,
      )
      return 0
    }
    const started = await startedDeployment(ports, record)
    if (started === undefined) {
      log.info('The run ended before a deployment started. Nothing was changed here.')
      return 0
    }
    record.deploymentId = started.deploymentId
    record.memory = started
    return await tellEnd(await goBack(ports, record, started), record, log, env)
  } catch (error) {
    return await tellEnd(endingOfError(error, record), record, log, env)
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
