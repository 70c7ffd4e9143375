import type { TaskDefinition as SdkTaskDefinition } from '@aws-sdk/client-ecs'
import type { Version } from '../report.ts'
import { primaryOf, revisionArnOf } from '../rollout/snapshot.ts'
import { equalDefinitions } from '../task-definition/compare.ts'
import { stripForRegistration } from '../task-definition/render.ts'
import { withoutImages } from '../task-definition/without-images.ts'
import { optional } from './optional-read.ts'
import type { Ports } from './ports.ts'
import type { DeploymentRecord } from './record.ts'
import { isPinned, versionOf, withRevisionDigests } from './version.ts'

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
  const { definition } = await ports.ecs.describeTaskDefinition(primary.taskDefinition)
  const running = await withDigests(ports, record, versionOf(definition), primary.id)
  record.running = running
  const same =
    running.taskDefinitionArn === target.version.taskDefinitionArn ||
    (await hasContentOf(target.version, definition, ports))
  if (!same) return { ok: false, why: `${running.taskDefinition} runs instead of ${target.version.taskDefinition}` }
  return compareDigests(running, target.version, record)
}

/** Another revision may be a copy. */
async function hasContentOf(version: Version, definition: SdkTaskDefinition, ports: Ports): Promise<boolean> {
  const wanted = await ports.ecs.describeTaskDefinition(version.taskDefinitionArn)
  return equalDefinitions(
    withoutImages(stripForRegistration(definition)),
    withoutImages(stripForRegistration(wanted.definition)),
  )
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
