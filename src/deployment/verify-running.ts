import type { TaskDefinition as SdkTaskDefinition } from '@aws-sdk/client-ecs'
import { describeFailure, failureKind, isLost } from '../aws/failure.ts'
import type { Version } from '../report.ts'
import { primaryOf, revisionArnOf } from '../rollout/snapshot.ts'
import { equalDefinitions } from '../task-definition/compare.ts'
import { stripForRegistration } from '../task-definition/render.ts'
import { withoutImages } from '../task-definition/without-images.ts'
import { optional } from './optional-read.ts'
import type { Ports } from './ports.ts'
import type { DeploymentRecord } from './record.ts'
import { imagesOf, isPinned, resourceName, versionOf, withRevisionDigests } from './version.ts'

/**
 * After a rollback: is the target what runs, by content and by digest?
 * Puts what runs into the record.
 */
export async function verifyRunning(
  ports: Ports,
  record: DeploymentRecord,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly why: string }> {
  const primary = record.snapshot && primaryOf(record.snapshot)
  const target = record.target
  if (primary === undefined || target === undefined) return { ok: false, why: 'what runs could not be read' }
  // A revision never changes: where it is the very same one, its content is known.
  const isSame = primary.taskDefinition === target.version.taskDefinitionArn
  const copy = isSame ? undefined : await tryToDescribe(primary.taskDefinition, target.version, ports)
  if (copy?.ok === false) return copy
  const named = copy === undefined ? asNamed(target.version) : versionOf(copy.running)
  const running = await withDigests(ports, record, named, primary.id)
  record.running = running
  if (copy !== undefined && !haveSameContent(copy.running, copy.wanted)) {
    return { ok: false, why: `${running.taskDefinition} runs instead of ${target.version.taskDefinition}` }
  }
  return compareDigests(running, target.version, record)
}

/** What runs and what ought to. @throws what AWS throws when the credentials are lost */
async function tryToDescribe(running: string, { taskDefinitionArn, taskDefinition }: Version, ports: Ports) {
  try {
    const { definition } = await ports.ecs.describeTaskDefinition(running)
    const wanted = await ports.ecs.describeTaskDefinition(taskDefinitionArn)
    return { ok: true as const, running: definition, wanted: wanted.definition }
  } catch (error) {
    ports.cancelled.throwIfAborted()
    if (isLost(failureKind(error))) throw error
    const why = `${resourceName(running)} runs, and could not be compared with ${taskDefinition} (${describeFailure(error).replace(/\.$/, '')})`
    return { ok: false as const, why }
  }
}

/** Without the digests that tags stood for when it ran before: they may have been resolved anew. */
function asNamed(version: Version): Version {
  return { ...version, images: imagesOf(version.images.map(({ container, image }) => ({ name: container, image }))) }
}

/** Another revision may be a copy. */
function haveSameContent(running: SdkTaskDefinition, wanted: SdkTaskDefinition): boolean {
  return equalDefinitions(withoutImages(stripForRegistration(running)), withoutImages(stripForRegistration(wanted)))
}

function compareDigests(running: Version, target: Version, record: DeploymentRecord) {
  for (const { container, digest } of target.images) {
    const now = running.images.find((image) => image.container === container)
    if (digest === undefined || now?.digest === undefined) {
      const notice = `The image digest of "${container}" could not be compared with the one that ran before.`
      if (!record.notices.includes(notice)) record.notices.push(notice)
    } else if (now.digest !== digest) {
      return { ok: false as const, why: `container "${container}" runs ${now.digest} instead of ${digest}` }
    }
  }
  return { ok: true as const }
}

async function withDigests(
  ports: Ports,
  record: DeploymentRecord,
  version: Version,
  deploymentId: string,
): Promise<Version> {
  const arn = record.serviceArn && revisionArnOf(record.serviceArn, deploymentId)
  if (isPinned(version) || !arn) return version
  const revision = await optional(record, 'ecs:DescribeServiceRevisions', () => ports.ecs.describeServiceRevision(arn))
  return withRevisionDigests(version, revision?.containerImages ?? [])
}
