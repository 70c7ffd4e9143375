import { passingFailure } from '../aws/failure.ts'
import { rollbackCommands } from '../deployment/by-hand.ts'
import { type Ending, failedEnding } from '../deployment/ending.ts'
import { inCatalogue } from '../deployment/in-catalogue.ts'
import type { Ports } from '../deployment/ports.ts'
import type { Prepared } from '../deployment/prepare.ts'
import { readAgain } from '../deployment/read-again.ts'
import type { DeploymentRecord } from '../deployment/record.ts'
import { rollBack } from '../deployment/roll-back.ts'
import { supersededEnding, whyLeftAlone } from '../deployment/rollback-endings.ts'
import { runningTasks } from '../deployment/task-addresses.ts'
import type { Subject } from '../deployment/watch.ts'
import { maskLinesOf } from '../diagnosis/mask.ts'
import { diagnoseVerification } from '../diagnosis/verification.ts'
import type { DeployInputs } from '../inputs/deploy-inputs.ts'
import type { Verification } from '../inputs/verification-inputs.ts'
import { primaryOf } from '../rollout/snapshot.ts'
import { askUrls } from './ask-urls.ts'
import { type Addresses, placeholdersIn } from './place-addresses.ts'
import type { VerificationBasis } from './prepare-verification.ts'
import { factsOf, runCommand } from './run-command.ts'
import type { Unverified } from './unverified.ts'
import { watchAlarms } from './watch-alarms.ts'

/** What is needed besides the inputs to verify one service. */
export type ToVerify = {
  readonly verification: Verification
  readonly basis: VerificationBasis
  readonly definition: Prepared['definition']
}

/**
 * Looks whether the new version works, once its deployment has completed; takes it back where it does not and that is wanted.
 *
 * @param end what the run came to without it; only `deployed`, `unchanged` and `updated` are verified
 * @returns `end` where everything held
 */
export async function verify(
  end: Ending,
  toVerify: ToVerify,
  inputs: Pick<DeployInputs, 'rollbackOnFailure' | 'rollbackWaitMinutes'>,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending> {
  if (!['deployed', 'unchanged', 'updated'].includes(end.outcome)) return end
  const isOurs = end.outcome === 'deployed'
  if (isOurs) {
    record.verifying = true
    await ports.keep()
  }
  record.timeline.push({ at: ports.clock.now(), text: 'verification started' })
  const failed = await whyNotVerified(toVerify, ports, record)
  record.timeline.push({ at: ports.clock.now(), text: failed === undefined ? 'verified' : 'verification failed' })
  const by = isOurs ? await whoTookOver(ports, record) : undefined
  if (by !== undefined) return supersededEnding(by, record)
  if (failed === undefined) return verified(end, ports, record)
  ports.log.info(`The verification failed: ${failed.what}.`)
  const diagnosis = inCatalogue(diagnoseVerification(failed, record), record)
  record.diagnoses.push(diagnosis)
  ports.log.info(`Cause: ${diagnosis.title}`)
  return isOurs ? takeBack(failed, toVerify, inputs, ports, record) : notTakenBack(failed, end, record)
}

/** What was looked at is no longer this run's, where somebody else deployed meanwhile. */
async function whoTookOver(ports: Ports, record: DeploymentRecord): Promise<string | undefined> {
  try {
    const now = await readAgain(ports, record)
    return now.kind === 'superseded' ? now.by : undefined
  } catch (error) {
    if (!passingFailure(error)) throw error
    return undefined
  }
}

/** It held: nothing is left for the post step to take back. */
async function verified(end: Ending, ports: Ports, record: DeploymentRecord): Promise<Ending> {
  if (record.verifying) {
    record.verifying = false
    await ports.keep()
  }
  return { ...end, headline: `${end.headline.replace(/\.$/, '')}, and it was verified.` }
}

/**
 * Everything that is to be looked at, one after the other: addresses, command, alarms. Changes nothing.
 *
 * @returns what did not hold first; undefined where everything did
 */
export async function whyNotVerified(
  { verification, basis, definition }: ToVerify,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Unverified | undefined> {
  const startedAt = ports.clock.uptime()
  const mask = (lines: readonly string[]): readonly string[] => maskLinesOf(lines, definition)
  const addresses = await addressesNow(verification, basis, ports, record)
  const { urls, command, timeoutSeconds, alarmsMinutes } = verification
  if (urls.length > 0) {
    const failed = await askUrls(verification, addresses, mask, ports)
    if (failed !== undefined) return failed
  }
  if (command !== undefined) {
    const failed = await runCommand(command, timeoutSeconds, factsOf(record, addresses), mask, ports)
    if (failed !== undefined) return failed
  }
  if (basis.alarms.length === 0) return undefined
  return watchAlarms(basis.alarms, startedAt + alarmsMinutes * 60_000, ports)
}

/** Those that are named are asked for, where they are not known already. */
async function addressesNow(
  { urls }: Verification,
  { loadBalancers }: VerificationBasis,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Addresses> {
  const primary = record.snapshot && primaryOf(record.snapshot)
  if (placeholdersIn(urls).includes('task-ip') && record.taskIps.length === 0 && primary !== undefined) {
    const tasks = await runningTasks(primary.id, ports, record.cluster)
    record.taskIps = tasks.flatMap(({ privateIp }) => privateIp ?? [])
  }
  return { 'public-ip': record.publicIps, 'task-ip': record.taskIps, 'load-balancer': loadBalancers }
}

/** By a second rollout: ECS takes the deployment for completed. */
async function takeBack(
  failed: Unverified,
  { definition }: ToVerify,
  inputs: Pick<DeployInputs, 'rollbackOnFailure' | 'rollbackWaitMinutes'>,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending> {
  const reason = `its verification failed: ${failed.what}`
  if (!inputs.rollbackOnFailure) {
    const headline = `The deployment completed, but ${reason}. Nothing was rolled back, because ${whyLeftAlone(record)}.`
    return failedEnding('failed', headline, rollbackCommands(record))
  }
  const subject: Subject = {
    deploymentId: record.deploymentId ?? '',
    createdAt: 0,
    older: record.olderDeployments,
    ecsMayRollBack: false,
    rollbackRequested: false,
    ...record.memory,
    definition,
    limitMilliseconds: inputs.rollbackWaitMinutes * 60_000,
    until: 'end',
  }
  return rollBack({ reason, subject, afterCompletion: true }, inputs, ports, record)
}

/** This run has deployed nothing that could be taken back. */
function notTakenBack(failed: Unverified, { headline }: Ending, record: DeploymentRecord): Ending {
  const what = record.changed
    ? 'This run started no deployment, so nothing was rolled back; what it changed stays.'
    : 'This run changed nothing, so nothing was rolled back.'
  return failedEnding('failed', `${headline} But its verification failed: ${failed.what}. ${what}`)
}
