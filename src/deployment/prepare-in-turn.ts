import type { Service } from '@aws-sdk/client-ecs'
import { passingFailure } from '../aws/failure.ts'
import type { DeployInputs } from '../inputs/deploy-inputs.ts'
import { type Checked, ProblemsFound } from '../problem.ts'
import { approach, inProgressOf } from '../rollout/in-progress.ts'
import { snapshotOf } from '../rollout/snapshot.ts'
import type { Source } from './load-source.ts'
import type { Ports } from './ports.ts'
import { type Prepared, prepare } from './prepare.ts'
import { readService } from './read-service.ts'
import { addNotice, type DeploymentRecord } from './record.ts'

const betweenLooks = 6_000

/**
 * Prepares the deployment, and lets what is under way end first where that is right; then everything is read anew.
 * Changes nothing.
 *
 * @throws ProblemsFound where it must not be deployed now
 */
export async function prepareInTurn(
  inputs: DeployInputs,
  ports: Ports,
  record: DeploymentRecord,
  asked: Promise<Checked<Service>>,
  file: Checked<Source> | undefined,
): Promise<Prepared> {
  const startedAt = ports.clock.uptime()
  let service = asked
  for (;;) {
    const prepared = await prepare(inputs, ports, record, service, file)
    if (!startsDeployment(prepared, record)) return prepared
    if (inputs.refuseOlderCommit) {
      const { refuseOlderCommit } = await import('./older-commit.ts')
      await refuseOlderCommit(prepared.running.tags, ports, record)
    }
    const going = inProgressOf(prepared.before, record.target !== undefined)
    if (going === undefined) return prepared
    const way = approach(inputs.onInProgress, going)
    if (way.kind === 'refuse') throw new ProblemsFound([refusal(way.why)])
    if (way.kind === 'go-on') {
      if (way.notice !== undefined) addNotice(record, way.notice)
      return prepared
    }
    if (inputs.dryRun) {
      record.notices.push(`The run would wait first, because ${way.why}.`)
      return prepared
    }
    const minutes = inputs.onInProgress === 'wait' ? inputs.waitForMinutes : inputs.rollbackWaitMinutes
    ports.log.info(`Waiting up to ${minutes} minutes, because ${way.why}.`)
    await untilOver(going.deployment.id, startedAt + minutes * 60_000, way.why, ports, record)
    service = readService(ports, inputs.cluster, inputs.service)
  }
}

/** Settings that start a deployment of their own (SDK text of UpdateServiceRequest). */
const startingSettings = ['networkConfiguration', 'platformVersion', 'serviceManagedEbsVolume']

function startsDeployment({ decision }: Prepared, { settingsThatDiffered }: DeploymentRecord): boolean {
  if (decision.kind !== 'update') return false
  if (decision.revision !== undefined || decision.force) return true
  return settingsThatDiffered.some((name) => startingSettings.includes(name))
}

/** Until another deployment is PRIMARY, or this one is no longer under way. */
async function untilOver(
  id: string,
  endsAt: number,
  why: string,
  ports: Ports,
  record: DeploymentRecord,
): Promise<void> {
  for (;;) {
    if (ports.clock.uptime() >= endsAt) throw new ProblemsFound([refusal(`${why}, and it did not end in time`)])
    await ports.clock.sleep(betweenLooks, ports.cancelled)
    ports.cancelled.throwIfAborted()
    try {
      const service = await ports.ecs.describeService(record.cluster, record.service)
      const going = service && inProgressOf(snapshotOf(service, ports.clock))
      if (service !== undefined && going?.deployment.id !== id) return
    } catch (error) {
      if (!passingFailure(error)) throw error
    }
  }
}

function refusal(why: string) {
  const message =
    `${why.charAt(0).toUpperCase()}${why.slice(1)}. Look at it, and deploy again when it has ended; ` +
    'on-in-progress: force deploys over it all the same, and ECS then has nothing to return to until that deployment completes.'
  return { input: 'on-in-progress', message }
}
