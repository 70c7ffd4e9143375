import type { Service, UpdateServiceCommandInput } from '@aws-sdk/client-ecs'
import type { DescribedTaskDefinition } from '../aws/ecs.ts'
import { describeFailure, failureKind } from '../aws/failure.ts'
import { namesOnlyIn } from '../aws/whole-definition.ts'
import type { DeployInputs, ServiceSettings } from '../inputs/deploy-inputs.ts'
import { equalDefinitions } from '../task-definition/compare.ts'
import { stripForRegistration } from '../task-definition/render.ts'
import type { Tag, TaskDefinition } from '../task-definition/task-definition.ts'
import { sendKept } from './intent.ts'
import type { Ports } from './ports.ts'
import type { Prepared } from './prepare.ts'
import type { DeploymentRecord } from './record.ts'
import { sendOnce } from './send-once.ts'
import { defaultTags, mergeTags, preDeployTagOf } from './tags.ts'
import { updateOnce } from './update-once.ts'
import { resourceName, versionOf } from './version.ts'

/** Older than this, what is known of the service is read again before it is acted on. */
export const freshMilliseconds = 10_000

/** The service has changed since it was read: UpdateService was not sent. */
export class ServiceMoved extends Error {
  /** With the revision that was registered, if one was. */
  readonly prepared: Prepared

  constructor(prepared: Prepared) {
    super('the service has changed since it was read')
    this.prepared = prepared
  }
}

/** What one UpdateService answered, and what it was based on: read anew where that was old. */
export type Applied = { readonly answer: Service; readonly prepared: Prepared }

/**
 * Registers a revision if one is needed, then sends the one UpdateService.
 *
 * @returns with the service as UpdateService answered: whether a deployment started is read from it, never predicted
 * @throws ServiceMoved where it was not sent
 */
export async function apply(
  prepared: Prepared,
  inputs: DeployInputs,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Applied> {
  const { decision } = prepared
  if (decision.kind !== 'update') throw new Error(`nothing to apply for ${decision.kind}`)
  const revision =
    decision.revision === undefined
      ? undefined
      : (prepared.registered ?? (await revisionFor(prepared, inputs, ports, record)))
  if (revision !== undefined) record.wanted = { ...versionOf(revision.definition), images: record.wanted?.images ?? [] }
  const update: UpdateServiceCommandInput = {
    cluster: inputs.cluster,
    service: inputs.service,
    ...taskDefinitionOf(revision, prepared),
    ...settingsOf(inputs.settings),
    ...(decision.force ? { forceNewDeployment: true } : {}),
  }
  if (inputs.preDeploy !== undefined && update.taskDefinition !== undefined && !ranBefore(update, record)) {
    const { runPreDeployTask } = await import('../run-task/pre-deploy.ts')
    await runPreDeployTask(inputs.preDeploy, update.taskDefinition, prepared, ports, record)
  }
  // What was not sent must not be told as if it had been.
  ports.cancelled.throwIfAborted()
  return updateAsRead(update, revision === undefined ? prepared : { ...prepared, registered: revision }, ports, record)
}

/** The service changed meanwhile, and the task has run for this very revision. */
function ranBefore({ taskDefinition }: UpdateServiceCommandInput, { preDeploy }: DeploymentRecord): boolean {
  return preDeploy?.state === 'succeeded' && preDeploy.kept.taskDefinition === resourceName(taskDefinition ?? '')
}

/** Sends UpdateService only over what was read: what is old is read again, also where AWS is too busy to take it for minutes. */
async function updateAsRead(
  update: UpdateServiceCommandInput,
  prepared: Prepared,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Applied> {
  let latest = prepared
  // After a lost answer a change may be our own.
  let unsent = true
  const send = async (): Promise<Service | 'moved'> => {
    if (unsent && ports.clock.uptime() - latest.before.uptime >= freshMilliseconds) {
      record.update = undefined
      const again = await (await import('./read-once-more.ts')).readOnceMore(latest, ports, record)
      if (again === undefined) return 'moved'
      latest = again
      record.update = update
    }
    try {
      return await ports.ecs.updateService(update)
    } catch (error) {
      unsent = failureKind(error) !== 'unclear'
      throw error
    }
  }
  record.update = update
  const answer = await sendKept('update', ports, record, () => updateOnce(ports, record, update, send))
  if (answer === 'moved') throw new ServiceMoved(latest)
  record.changed = true
  return { answer, prepared: latest }
}

/**
 * What UpdateService names: the revision, also where what runs is to be deployed again, because somebody may have set the
 * service to another one since it was read. Where only settings change, nothing.
 */
function taskDefinitionOf(
  revision: DescribedTaskDefinition | undefined,
  { decision, service }: Prepared,
): Pick<UpdateServiceCommandInput, 'taskDefinition'> {
  if (revision !== undefined) return { taskDefinition: revision.definition.taskDefinitionArn }
  return decision.kind === 'update' && decision.force ? { taskDefinition: service.taskDefinition } : {}
}

/** The settings as UpdateService takes them: only what the user set. */
export function settingsOf(settings: ServiceSettings): Omit<UpdateServiceCommandInput, 'service'> {
  const {
    deploymentCircuitBreaker,
    serviceManagedEbsVolume,
    enableEcsManagedTags,
    forceNewDeployment: _,
    ...same
  } = settings
  const { capacityProviderStrategy, ...plain } = same
  return {
    ...plain,
    ...(capacityProviderStrategy === undefined ? {} : { capacityProviderStrategy: [...capacityProviderStrategy] }),
    ...(enableEcsManagedTags === undefined ? {} : { enableECSManagedTags: enableEcsManagedTags }),
    ...(deploymentCircuitBreaker === undefined ? {} : { deploymentConfiguration: { deploymentCircuitBreaker } }),
    ...(serviceManagedEbsVolume === undefined
      ? {}
      : {
          volumeConfigurations: [
            { name: serviceManagedEbsVolume.name, managedEBSVolume: serviceManagedEbsVolume.volume },
          ],
        }),
  }
}

/** The revision to deploy: an equal one with the tags of this run, else a new one. */
export async function revisionFor(
  prepared: Prepared,
  inputs: DeployInputs,
  ports: Ports,
  record: DeploymentRecord,
): Promise<DescribedTaskDefinition> {
  const own = ownTags(inputs, ports)
  const tags = mergeTags(
    prepared.tags,
    inputs.tags.map(({ key, value }) => ({ key, value })),
    own,
  )
  if (prepared.reuse !== undefined && (await retag(prepared.reuse, own, ports, record))) {
    ports.log.info(`Reusing ${versionOf(prepared.reuse.definition).taskDefinition}, which is equal.`)
    return prepared.reuse
  }
  const registered = await sendKept('register', ports, record, () =>
    registerWithTags(prepared, tags, own, ports, record),
  )
  ports.log.info(`Registered ${versionOf(registered.definition).taskDefinition}.`)
  const lost = namesOnlyIn(prepared.definition, registered.definition).filter((name) =>
    inputs.allowUnknownMembers.includes(name),
  )
  if (lost.length > 0) record.notices.push(`ECS did not keep these members of the task definition: ${lost.join(', ')}.`)
  return registered
}

/** A later rollback has to know that a task ran before this revision was deployed, whether or not the tags of the run are wanted. */
function ownTags(inputs: DeployInputs, { run }: Pick<Ports, 'run'>): readonly Tag[] {
  const tags = inputs.defaultTags ? defaultTags(run) : []
  if (inputs.preDeploy === undefined) return tags
  return [...tags, preDeployTagOf(run)]
}

/** On reuse the tags of the run are rewritten; false where that is not possible, so that a new revision carries them. */
async function retag(
  reuse: DescribedTaskDefinition,
  own: readonly Tag[],
  ports: Ports,
  record: DeploymentRecord,
): Promise<boolean> {
  const current = new Map(reuse.tags.map(({ key, value }) => [key, value]))
  const stale = own.filter(({ key, value }) => current.get(key) !== value)
  if (stale.length === 0) return true
  const arn = reuse.definition.taskDefinitionArn ?? ''
  try {
    await sendKept('tag', ports, record, () => ports.ecs.tagResource(arn, stale))
    return true
  } catch (error) {
    ports.cancelled.throwIfAborted()
    record.sending = undefined
    const kind = failureKind(error)
    if (kind === 'expired' || kind === 'no-credentials') throw error
    ports.log.info(
      `The tags of the equal revision could not be rewritten (${describeFailure(error)}); registering a new one.`,
    )
    return false
  }
}

/** Where tagging is denied the revision is registered without our own tags, with one notice. */
export async function registerWithTags(
  prepared: Pick<Prepared, 'definition' | 'newestRevision'>,
  tags: readonly Tag[],
  own: readonly Tag[],
  ports: Ports,
  record: Pick<DeploymentRecord, 'notices'>,
): Promise<DescribedTaskDefinition> {
  try {
    return await registerOnce(ports, prepared.definition, tags, prepared.newestRevision)
  } catch (error) {
    const deniedTagging = failureKind(error) === 'denied' && /ecs:TagResource/.test(describeFailure(error))
    if (!deniedTagging || own.length === 0) throw error
    record.notices.push(
      'The revision carries no tags of this run: the permission ecs:TagResource (with ecs:CreateAction RegisterTaskDefinition) is missing.',
    )
    const keys = new Set(own.map(({ key }) => key))
    const rest = tags.filter(({ key }) => !keys.has(key))
    return registerOnce(ports, prepared.definition, rest, prepared.newestRevision)
  }
}

/** Registers a definition once, whatever happens to the answer: a newer revision that equals it is ours. */
export function registerOnce(
  ports: Ports,
  definition: TaskDefinition,
  tags: readonly Tag[],
  newestRevision: number,
): Promise<DescribedTaskDefinition> {
  // An empty list of tags is refused by ECS; no tags are no member.
  const request = tags.length === 0 ? definition : { ...definition, tags: [...tags] }
  return sendOnce(
    ports,
    'RegisterTaskDefinition',
    () => ports.ecs.registerTaskDefinition(request),
    () => findRegistered(ports, definition, newestRevision),
  )
}

async function findRegistered(
  ports: Ports,
  definition: TaskDefinition,
  newestRevision: number,
): Promise<DescribedTaskDefinition | undefined> {
  try {
    const newest = await ports.ecs.describeTaskDefinition(definition.family ?? '')
    const isNew = (newest.definition.revision ?? 0) > newestRevision
    return isNew && equalDefinitions(stripForRegistration(newest.definition), definition) ? newest : undefined
  } catch (error) {
    // The family may not exist yet.
    if (failureKind(error) === 'refused') return undefined
    throw error
  }
}
