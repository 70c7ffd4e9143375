import type { DescribedTaskDefinition } from '../aws/ecs.ts'
import { describeFailure, failureKind } from '../aws/failure.ts'
import type { Version } from '../report.ts'
import { equalDefinitions } from '../task-definition/compare.ts'
import { stripForRegistration } from '../task-definition/render.ts'
import type { Tag, TaskDefinition } from '../task-definition/task-definition.ts'
import { sendKept } from './intent.ts'
import { newestOf } from './newest-revision.ts'
import type { Ports } from './ports.ts'
import type { DeploymentRecord, RollbackTarget } from './record.ts'
import { registerOnce } from './register-revision.ts'
import { copyOfTag, mergeTags, tagValue } from './tags.ts'
import { digestIn, versionOf } from './version.ts'

/** API reference, RegisterTaskDefinition. */
const mostTags = 50

/** ECS would resolve the tags anew, or refuse the revision: a copy of it has to be registered. */
export function needsCopy({ version, inactive }: RollbackTarget): boolean {
  return inactive || version.images.some(resolvedTag)
}

/** The revision that UpdateService is to name: the target's own, or a copy of it, pinned to the digests that ran. */
export async function revisionToGoTo(target: RollbackTarget, ports: Ports, record: DeploymentRecord): Promise<Version> {
  const { version } = target
  const unknown = version.images.filter(({ digest }) => digest === undefined)
  if (unknown.length > 0) {
    const names = unknown.map(({ container }) => `"${container}"`).join(', ')
    record.notices.push(
      `The digest that ran before is not known for ${names}: ECS resolves the tag again, which may bring another image.`,
    )
  }
  return needsCopy(target) ? registerCopy(target, ports, record) : version
}

async function registerCopy(
  { version, inactive }: RollbackTarget,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Version> {
  const described = await ports.ecs.describeTaskDefinition(version.taskDefinitionArn)
  const newest = await newestOf(ports, described.definition.family, described)
  const wanted = pinned(described, version)
  // A run that was cancelled may have registered the copy already.
  const isThere =
    newest?.definition.status === 'ACTIVE' && equalDefinitions(stripForRegistration(newest.definition), wanted)
  if (newest !== undefined && isThere) return versionOf(newest.definition)
  const known = newest?.definition.revision ?? described.definition.revision ?? 0
  const registered = await sendKept('register-back', ports, record, () =>
    registerMarked(wanted, described, version, known, ports, record),
  )
  const copy = versionOf(registered.definition)
  const why = inactive ? 'it was deregistered' : 'its tags are pinned to the digests that ran'
  ports.log.info(`Registered ${copy.taskDefinition}, a copy of ${version.taskDefinition}: ${why}.`)
  return copy
}

function pinned({ definition }: DescribedTaskDefinition, { images }: Version): TaskDefinition {
  const known = new Map(
    images.filter(resolvedTag).map(({ container, image, digest }) => [container, `${nameOf(image)}@${digest}`]),
  )
  const copy = stripForRegistration(definition)
  const containerDefinitions = (copy.containerDefinitions ?? []).map((container) => {
    const image = known.get(container.name ?? '')
    return image === undefined ? container : { ...container, image }
  })
  return { ...copy, containerDefinitions }
}

/** The copy keeps the tags of its original and names it; where tagging is denied it has none, with one notice. */
async function registerMarked(
  copy: TaskDefinition,
  { tags }: DescribedTaskDefinition,
  { taskDefinition }: Version,
  newestRevision: number,
  ports: Ports,
  record: DeploymentRecord,
): Promise<DescribedTaskDefinition> {
  const original = tags.find(({ key }) => key === copyOfTag)?.value ?? taskDefinition
  const mark: Tag = { key: copyOfTag, value: tagValue(original) }
  const marked = tags.length < mostTags ? mergeTags(tags, [mark]) : tags
  try {
    return await registerOnce(ports, copy, marked, newestRevision)
  } catch (error) {
    if (failureKind(error) !== 'denied' || !/ecs:TagResource/.test(describeFailure(error))) throw error
    record.notices.push(
      `The copy of ${taskDefinition} carries no tags: the permission ecs:TagResource (with ecs:CreateAction RegisterTaskDefinition) is missing.`,
    )
    return registerOnce(ports, copy, [], newestRevision)
  }
}

/** A tag of which the digest is known. */
function resolvedTag({ image, digest }: Version['images'][number]): boolean {
  return digest !== undefined && digestIn(image) === undefined
}

/** `host/repo:tag@sha256:…` → `host/repo`. */
function nameOf(image: string): string {
  return image.replace(/@.*$/, '').replace(/:[^/:]*$/, '')
}
