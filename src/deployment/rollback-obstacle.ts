import { parseImageReference } from '../image/reference.ts'
import type { VersionImage } from '../report.ts'
import type { Ports } from './ports.ts'
import type { DeploymentRecord, RollbackTarget } from './record.ts'

/**
 * Why going back cannot work: an image of the previous version is no longer in its registry, and no task of it runs any more
 * that ECS could keep. Reads only; undefined where nothing speaks against it. What else may be gone (a role, a secret) shows
 * when its tasks start.
 */
export async function obstacleTo(
  target: RollbackTarget,
  ports: Pick<Ports, 'ecr'>,
  record: DeploymentRecord,
): Promise<string | undefined> {
  const stillRuns = record.snapshot?.deployments.some(({ id, running }) => id === target.deploymentId && running > 0)
  if (stillRuns) return undefined
  const found = await Promise.all(target.version.images.map((image) => whyGone(image, ports, record)))
  return found.find((why) => why !== undefined)
}

async function whyGone(
  { container, image, digest }: VersionImage,
  { ecr }: Pick<Ports, 'ecr'>,
  record: DeploymentRecord,
): Promise<string | undefined> {
  const reference = parseImageReference(image)
  if (!reference.ok || reference.value.ecr === undefined) return undefined
  const { ecr: registry, repository, tag = 'latest' } = reference.value
  const wanted = digest ?? reference.value.digest
  const query = { ...registry, repository }
  const answer = await ecr.findImage(wanted === undefined ? { ...query, tag } : { ...query, digest: wanted })
  if (answer.kind === 'not-looked') {
    record.notices.push(
      `Whether the image of container "${container}" is still there could not be looked up: ${answer.reason}.`,
    )
  }
  if (answer.kind !== 'absent' && answer.kind !== 'repository-absent') return undefined
  return `the image of container "${container}" is no longer in the registry (${repository}${wanted === undefined ? `:${tag}` : `@${wanted}`}), so that no task of it could start; nothing was sent`
}
