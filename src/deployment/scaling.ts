import { deniedAction, describeFailure, failureKind } from '../aws/failure.ts'
import type { ScalableTarget, Suspension } from '../aws/scalable-targets.ts'
import type { DeployInputs } from '../inputs/deploy-inputs.ts'
import { ProblemsFound } from '../problem.ts'
import { type Ending, ending, failedEnding } from './ending.ts'
import { sendKept } from './intent.ts'
import { optional } from './optional-read.ts'
import type { Ports } from './ports.ts'
import { addNotice, type DeploymentRecord } from './record.ts'

/** What this run did to the automatic scaling of the service. */
export type ScalingChange = { readonly before: Suspension; readonly now: Suspension }

const all: Suspension = { in: true, out: true, scheduled: true }
const none: Suspension = { in: false, out: false, scheduled: false }

/**
 * Before anything is changed: the desired count of a service that is scaled by itself is set only where it is said what is to
 * become of the scaling.
 *
 * @returns what scales the service, where `autoscaling` asks for a change of it
 * @throws ProblemsFound where it is not said, or cannot be done
 */
export async function checkScaling(
  inputs: DeployInputs,
  ports: Ports,
  record: DeploymentRecord,
): Promise<ScalableTarget | undefined> {
  const { autoscaling, settings } = inputs
  if (autoscaling === undefined) {
    if (settings.desiredCount !== undefined && !namesVersion(inputs)) await refuseScaled(ports, record)
    return undefined
  }
  if (autoscaling === 'leave') return undefined
  const target = await readTarget(ports, record)
  if (target === undefined) {
    addNotice(record, `autoscaling is ${autoscaling}, and nothing scales this service: there is no scalable target.`)
    return undefined
  }
  const { desiredCount = target.minCapacity } = settings
  if (autoscaling === 'resume' && (desiredCount < target.minCapacity || desiredCount > target.maxCapacity)) {
    addNotice(
      record,
      `desired-count is ${desiredCount}, outside of the ${target.minCapacity} to ${target.maxCapacity} tasks that automatic scaling keeps to: the next time it scales, the count goes back between them.`,
    )
  }
  return target
}

/** Whether the run brings a version: then the count is one setting among others, and preflight warns about it. */
function namesVersion({ images, ecrImage, taskDefinition, overrides }: DeployInputs): boolean {
  return (
    images.length > 0 || ecrImage !== undefined || taskDefinition !== undefined || Object.keys(overrides).length > 0
  )
}

async function refuseScaled(ports: Ports, record: DeploymentRecord): Promise<void> {
  const isScaled = await optional(record, 'application-autoscaling:DescribeScalableTargets', () =>
    ports.scalableTargets.isScaled(record.cluster, record.service),
  )
  if (isScaled !== true) return
  throw new ProblemsFound([
    {
      input: 'desired-count',
      message:
        'Application Auto Scaling steers the count of this service and would change it again. Say with autoscaling what is to ' +
        'become of that: suspend (before the count is set), resume (after it), or leave.',
    },
  ])
}

async function readTarget(ports: Ports, record: DeploymentRecord): Promise<ScalableTarget | undefined> {
  try {
    return await ports.scalableTargets.describe(record.cluster, record.service)
  } catch (error) {
    const kind = failureKind(error)
    if (kind === 'expired' || kind === 'no-credentials') throw error
    const message = `What scales the service cannot be read: ${whyNot(error, 'application-autoscaling:DescribeScalableTargets')}.`
    throw new ProblemsFound([{ input: 'autoscaling', message }])
  }
}

/**
 * Suspends the automatic scaling, before the count is set: else it may be undone at once.
 *
 * @throws ProblemsFound where it is not allowed; nothing was changed then
 */
export async function suspendScaling(target: ScalableTarget, ports: Ports, record: DeploymentRecord): Promise<void> {
  if (isEqual(target.suspended, all)) {
    ports.log.info('The automatic scaling of the service is suspended already.')
    return
  }
  try {
    await sendKept('suspend', ports, record, () =>
      ports.scalableTargets.setSuspended(record.cluster, record.service, all),
    )
  } catch (error) {
    if (failureKind(error) !== 'denied') throw error
    record.sending = undefined
    const message = `The automatic scaling cannot be suspended: ${whyNot(error, 'application-autoscaling:RegisterScalableTarget')}.`
    throw new ProblemsFound([{ input: 'autoscaling', message }])
  }
  record.scaling = { before: target.suspended, now: all }
  await ports.keep()
  ports.log.info('The automatic scaling of the service is suspended.')
  addNotice(record, suspended)
}

const suspended =
  'This run has suspended the automatic scaling of the service (autoscaling: suspend). With autoscaling: resume it goes on.'

/**
 * After the count was set: resumes the automatic scaling where that is wanted, or puts it back where the run failed and the
 * service is what it was.
 *
 * @param end what the run came to
 */
export async function settleScaling(
  end: Ending,
  target: ScalableTarget,
  wanted: 'suspend' | 'resume',
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending> {
  const isGood = ['deployed', 'unchanged', 'updated', 'started'].includes(end.outcome)
  if (wanted === 'resume') return isGood ? resume(end, target, ports, record) : end
  if (record.scaling === undefined) return end
  if (isGood) return asUpdated(end, 'Its automatic scaling was suspended.')
  if (end.outcome === 'rolled-back') await putBack(record.scaling, ports, record)
  return end
}

async function resume(
  end: Ending,
  { suspended: before }: ScalableTarget,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Ending> {
  if (isEqual(before, none)) {
    ports.log.info('The automatic scaling of the service is not suspended.')
    return end
  }
  try {
    await sendKept('resume', ports, record, () =>
      ports.scalableTargets.setSuspended(record.cluster, record.service, none),
    )
  } catch (error) {
    const kind = failureKind(error)
    ports.cancelled.throwIfAborted()
    if (kind === 'expired' || kind === 'no-credentials') throw error
    record.sending = undefined
    const why = whyNot(error, 'application-autoscaling:RegisterScalableTarget')
    const headline = `${end.headline} But its automatic scaling could not be resumed, so the count stays as it is: ${why}.`
    return failedEnding('failed', headline, [resumeCommand(record)])
  }
  record.scaling = { before, now: none }
  ports.log.info('The automatic scaling of the service goes on.')
  return asUpdated(end, 'Its automatic scaling was resumed.')
}

/** A run that changed the scaling has not left everything as it was. */
function asUpdated(end: Ending, what: string): Ending {
  const headline = `${end.headline} ${what}`
  return end.outcome === 'unchanged' ? ending('updated', headline) : { ...end, headline }
}

/** The version is back, so the scaling goes on as before: unless somebody else has changed it meanwhile. */
async function putBack({ before, now }: ScalingChange, ports: Ports, record: DeploymentRecord): Promise<void> {
  try {
    const target = await ports.scalableTargets.describe(record.cluster, record.service)
    if (target === undefined || !isEqual(target.suspended, now)) return
    await sendKept('resume', ports, record, () =>
      ports.scalableTargets.setSuspended(record.cluster, record.service, before),
    )
    record.notices.splice(
      record.notices.indexOf(suspended),
      1,
      'The automatic scaling of the service is as it was before.',
    )
  } catch (error) {
    ports.cancelled.throwIfAborted()
    record.sending = undefined
    addNotice(
      record,
      `The automatic scaling stays suspended: ${whyNot(error, 'application-autoscaling:RegisterScalableTarget')}.`,
    )
  }
}

function resumeCommand({ cluster, service, region }: DeploymentRecord) {
  const nameIn = (reference: string): string => reference.slice(reference.lastIndexOf('/') + 1)
  return {
    why: 'Resume the automatic scaling',
    command:
      `aws application-autoscaling register-scalable-target --region ${region} --service-namespace ecs --scalable-dimension ecs:service:DesiredCount ` +
      `--resource-id service/${nameIn(cluster)}/${nameIn(service)} ` +
      '--suspended-state DynamicScalingInSuspended=false,DynamicScalingOutSuspended=false,ScheduledScalingSuspended=false',
  }
}

function whyNot(error: unknown, action: string): string {
  if (failureKind(error) === 'denied') return `the permission ${deniedAction(error) ?? action} is missing`
  return describeFailure(error).replace(/\.$/, '')
}

function isEqual(one: Suspension, other: Suspension): boolean {
  return one.in === other.in && one.out === other.out && one.scheduled === other.scheduled
}
