import { snapshotOf } from '../rollout/snapshot.ts'
import type { Memory } from '../rollout/verdict.ts'
import { type Aftermath, lookAtAftermath } from './aftermath.ts'
import { lookCommand } from './by-hand.ts'
import { type Ending, failedEnding } from './ending.ts'
import { endingOfError } from './interrupted.ts'
import { tellWhatBecame } from './leave-alone.ts'
import type { Ports } from './ports.ts'
import { type DeploymentRecord, hasCompleted } from './record.ts'
import { nameSettingsThatStayed } from './restore-settings.ts'
import { rollBack } from './roll-back.ts'
import type { Failure } from './rollback-endings.ts'
import { whatBecameOfIt } from './tell-aftermath.ts'
import { watchUpdateBack } from './update-back.ts'

/** A job that is cancelled has 5 minutes for all its post steps (docs, "Workflow cancellation"). */
const watchMinutes = 3
/** ECS reads may be stale, and a call that was on its way may still arrive: absence counts after this long. */
const patienceMilliseconds = 20_000
const betweenLooksMilliseconds = 2_000

const policy = { rollbackOnFailure: true, rollbackWaitMinutes: watchMinutes }

/**
 * What the post step does for a run that was cancelled and wanted a rollback: sends it if main could not, watches it for a
 * while and says only what was seen. Never rejects.
 *
 * @param record as main left it
 * @param back whether what has completed is taken back as well
 * @returns undefined where there is nothing more to report than the line that was logged
 */
export async function finishCancelled(
  record: DeploymentRecord,
  ports: Ports,
  back: Pick<Failure, 'afterCompletion'> = {},
): Promise<Ending | undefined> {
  try {
    if (record.adopted) {
      await tellWhatBecame(record, ports)
      return undefined
    }
    const aftermath = await patientLook(record, ports)
    switch (aftermath.kind) {
      case 'no-trace':
        ports.log.info(whatBecameOfIt(aftermath, record))
        return undefined
      case 'updated-back': {
        const service = await ports.ecs.describeService(record.cluster, record.service)
        const failure = failureOf(record.memory, record)
        if (service !== undefined) nameSettingsThatStayed(service, record)
        return await watchUpdateBack(snapshotOf(service ?? {}, ports.clock), failure, policy, ports, record)
      }
      case 'deployment':
        record.memory = aftermath.memory
        return await rollBack({ ...failureOf(aftermath.memory, record), ...back }, policy, ports, record)
      case 'service-gone':
      case 'unknown':
        return failedEnding('unknown', whatBecameOfIt(aftermath, record), [lookCommand(record)])
    }
  } catch (error) {
    return endingOfError(error, record)
  }
}

/** What is not there at first sight may still come. */
export async function patientLook(record: DeploymentRecord, ports: Ports): Promise<Aftermath> {
  const giveUpAt = ports.clock.uptime() + patienceMilliseconds
  for (;;) {
    const aftermath = await lookAtAftermath(ports.ecs, record, ports.clock)
    if (isClear(aftermath, record) || ports.clock.uptime() >= giveUpAt) return aftermath
    await ports.clock.sleep(betweenLooksMilliseconds, ports.cancelled)
    ports.cancelled.throwIfAborted()
  }
}

/** A rollback that was on its way shows itself by another deployment than ours. */
function isClear({ kind }: Aftermath, { sending }: DeploymentRecord): boolean {
  if (kind === 'no-trace' || kind === 'unknown' || kind === 'service-gone') return false
  return kind === 'updated-back' || sending !== 'update-back'
}

/** A deployment as it is remembered, to be taken back. */
export function failureOf(memory: Memory | undefined, record: DeploymentRecord): Failure {
  const known = {
    deploymentId: record.deploymentId ?? '',
    createdAt: 0,
    older: record.olderDeployments,
    ecsMayRollBack: false,
    rollbackRequested: false,
    ...memory,
  }
  return {
    reason: 'the run was cancelled',
    // It need not have failed.
    opening: 'The run was cancelled',
    ...(hasCompleted(record) ? { afterCompletion: true } : {}),
    subject: { ...known, definition: undefined, limitMilliseconds: watchMinutes * 60_000, until: 'end' },
  }
}
