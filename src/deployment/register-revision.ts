import type { DescribedTaskDefinition } from '../aws/ecs.ts'
import { describeFailure, failureKind } from '../aws/failure.ts'
import { namesOnlyIn } from '../aws/whole-definition.ts'
import type { DeployInputs } from '../inputs/deploy-inputs.ts'
import { equalDefinitions } from '../task-definition/compare.ts'
import { stripForRegistration } from '../task-definition/render.ts'
import type { Tag, TaskDefinition } from '../task-definition/task-definition.ts'
import { sendKept } from './intent.ts'
import type { Ports } from './ports.ts'
import type { Prepared } from './prepare.ts'
import type { DeploymentRecord } from './record.ts'
import { sendOnce } from './send-once.ts'
import { defaultTags, mergeTags, preDeployTagOf } from './tags.ts'
import { versionOf } from './version.ts'

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
