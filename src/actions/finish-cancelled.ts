import { endingOfError } from '../deployment/interrupted.ts'
import type { DeploymentRecord } from '../deployment/record.ts'
import { rollBack, watchEcsRollback } from '../deployment/roll-back.ts'
import type { Failure } from '../deployment/rollback-endings.ts'
import type { Logger } from '../github/log.ts'
import { startWatching } from '../rollout/verdict.ts'
import { listenForSignals } from './cancellation.ts'
import { deploymentPorts } from './deployment-ports.ts'
import { tellEnd } from './tell-end.ts'

/** A job that is cancelled has 5 minutes for all its post steps (docs, "Workflow cancellation"). */
const watchMinutes = 3

/** Sends the rollback if main could not, watches it for a while and says only what was seen. */
export async function finishCancelled(record: DeploymentRecord, log: Logger, env: NodeJS.ProcessEnv): Promise<number> {
  const policy = { rollbackOnFailure: true, rollbackWaitMinutes: watchMinutes }
  const cancellation = listenForSignals(process)
  record.update ??= { cluster: record.cluster, service: record.service }
  try {
    const ports = await deploymentPorts(
      { region: record.region, allowUnknownMembers: [] },
      env,
      log,
      cancellation.signal,
      () => Promise.resolve(),
    )
    if (record.deploymentId === undefined) {
      log.info('The run ended before ECS answered whether a deployment started. Nothing was changed here.')
      return 0
    }
    record.memory ??= startWatching({
      deploymentId: record.deploymentId,
      createdAt: record.startedAt,
      older: record.target?.deploymentId === undefined ? [] : [record.target.deploymentId],
      ecsMayRollBack: false,
    })
    const failure: Failure = {
      reason: 'the run was cancelled',
      subject: { ...record.memory, definition: undefined, limitMilliseconds: watchMinutes * 60_000, until: 'end' },
    }
    const ending =
      record.rollbackSent === 'StopServiceDeployment'
        ? await watchEcsRollback(failure, policy, ports, record)
        : await rollBack(failure, policy, ports, record)
    return await tellEnd(ending, record, log, env)
  } catch (error) {
    return await tellEnd(endingOfError(error, record), record, log, env)
  }
}
