import type { ScalableTarget } from '../aws/scalable-targets.ts'
import { endingOfError } from '../deployment/interrupted.ts'
import type { Ports } from '../deployment/ports.ts'
import type { Prepared } from '../deployment/prepare.ts'
import { checkScaling, settleScaling, suspendScaling } from '../deployment/scaling.ts'
import { tidyRevisions } from '../deployment/tidy-revisions.ts'
import { prepareVerification } from '../verification/prepare-verification.ts'
import { type ToVerify, verify } from '../verification/verify.ts'
import { allEnded } from './all-ended.ts'
import { isThere } from './fold.ts'
import { end, type Group, type Member } from './group.ts'

/** What is asked for one service beside its deployment, checked before anything is changed. */
export type Extras = { readonly target?: ScalableTarget; readonly toVerify?: ToVerify }

/** Checks whether it can be done. @throws ProblemsFound where it cannot */
export async function prepareExtras({ given, record }: Member, prepared: Prepared, ports: Ports): Promise<Extras> {
  const { inputs } = given
  const { verification } = inputs
  const target = await checkScaling(inputs, ports, record)
  const basis = verification && (await prepareVerification(verification, prepared.service, inputs, ports, record))
  const toVerify = verification && basis && { verification, basis, definition: prepared.definition }
  return { ...(target === undefined ? {} : { target }), ...(toVerify === undefined ? {} : { toVerify }) }
}

/** Right before the service is updated. */
export async function suspendWhereWanted({ given, record, extras }: Member, ports: Ports): Promise<void> {
  if (extras?.target !== undefined && given.inputs.autoscaling === 'suspend') {
    await suspendScaling(extras.target, ports, record)
  }
}

/**
 * Looks whether the new versions work, once all services have completed; one that does not goes back by itself.
 *
 * @returns the first that did not hold
 */
export async function verifyGroup(
  { members }: Group,
  portsFor: (member: Member) => Ports,
): Promise<Member | undefined> {
  await allEnded(members.map((member) => verifyOne(member, portsFor(member))))
  return members.find(({ ending }) => ending !== undefined && !isThere(ending.outcome))
}

async function verifyOne(member: Member, ports: Ports): Promise<void> {
  const { ending, extras, record, given } = member
  if (ending === undefined || extras?.toVerify === undefined) return
  end(member, await verify(ending, extras.toVerify, given.inputs, ports, record), ports.clock.now())
  await ports.keep()
  ports.log.info(`Verified: ${member.ending?.outcome}. ${member.ending?.headline}`)
}

/** When the group has come to its end: the automatic scaling, and old revisions. */
export async function settleGroup({ members }: Group, portsFor: (member: Member) => Ports): Promise<void> {
  for (const member of members) {
    const { record, given, extras } = member
    const { autoscaling, keepRevisions } = given.inputs
    if (!member.begun || member.ending === undefined) continue
    const ports = portsFor(member)
    if (extras?.target !== undefined && (autoscaling === 'suspend' || autoscaling === 'resume')) {
      member.ending = await settleScaling(member.ending, extras.target, autoscaling, ports, record)
    }
    if (keepRevisions !== undefined) await tidyRevisions(member.ending, keepRevisions, ports, record)
  }
}

/**
 * The tasks that have to succeed before the first service of the group is touched, one after the other in the order of the list.
 *
 * @returns the service whose task did not succeed
 */
export async function runPreDeployTasks(
  { members }: Group,
  portsFor: (member: Member) => Ports,
): Promise<Member | undefined> {
  for (const member of members) {
    const { given, record, prepared } = member
    const { preDeploy } = given.inputs
    const revision = prepared?.registered?.definition.taskDefinitionArn
    if (preDeploy === undefined || prepared === undefined || revision === undefined) continue
    const ports = portsFor(member)
    try {
      const { runPreDeployTask } = await import('../run-task/pre-deploy.ts')
      await runPreDeployTask(preDeploy, revision, prepared, ports, record)
    } catch (error) {
      ports.cancelled.throwIfAborted()
      end(member, endingOfError(error, record), ports.clock.now())
      return member
    }
  }
  return undefined
}
