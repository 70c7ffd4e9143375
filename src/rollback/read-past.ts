import type { ContainerImage, Service, ServiceRevision } from '@aws-sdk/client-ecs'
import type { DescribedTaskDefinition } from '../aws/ecs.ts'
import { failureKind } from '../aws/failure.ts'
import { optional } from '../deployment/optional-read.ts'
import type { Ports } from '../deployment/ports.ts'
import type { DeploymentRecord } from '../deployment/record.ts'
import { readHistory, withKnownDigests } from '../deployment/rollback-target.ts'
import { commitTag, copyOfTag, runTag } from '../deployment/tags.ts'
import { versionOf, withRevisionDigests } from '../deployment/version.ts'
import type { WantedVersion } from '../inputs/rollback-inputs.ts'
import type { Version } from '../report.ts'
import {
  type DeploymentView,
  primaryOf,
  revisionArnOf,
  type ServiceDeploymentView,
  type Snapshot,
} from '../rollout/snapshot.ts'
import { canonicalText } from '../task-definition/canonical.ts'
import { stripForRegistration } from '../task-definition/render.ts'
import { withoutImages } from '../task-definition/without-images.ts'
import type { Past, PastDeployment } from './past.ts'

/** What could be read of the past of a service. */
export type Reading = {
  readonly past: Past
  /** By ARN; those that ECS does not have any more are missing. */
  readonly definitions: ReadonlyMap<string, DescribedTaskDefinition>
  /** By id of the deployment, with the digests that it ran, where they are known. */
  readonly versions: ReadonlyMap<string, Version>
  /** By id of the deployment: what ECS resolved its images to. */
  readonly images: ReadonlyMap<string, readonly ContainerImage[]>
}

/**
 * Of how many revisions the definition and tags are read, the newest ones: ECS allows 50 reads at once
 * (API reference "Request throttling"). A commit or a run may be in any of them.
 */
const mostDefinitions = { tagged: 100, other: 30 } as const
const atOnce = 10

/** Reads the history of a service, what each deployment of it was made of, and the tags of that. Changes nothing. */
export async function readPast(
  service: Service,
  snapshot: Snapshot,
  wanted: WantedVersion,
  ports: Ports,
  record: DeploymentRecord,
): Promise<Reading> {
  const history = await readHistory(ports.ecs, record)
  const entries = history === 'denied' ? [] : history
  const revisions = await readRevisions(service, entries, ports, record)
  const complete = history !== 'denied' && revisions !== undefined
  const found = merged(entries, snapshot, revisions ?? new Map())
  const definitions = await readDefinitions(
    found.flatMap(({ taskDefinitionArn }) => taskDefinitionArn ?? []),
    mostDefinitions[wanted.kind === 'commit' || wanted.kind === 'run' ? 'tagged' : 'other'],
    ports,
  )
  const currentId = primaryOf(snapshot)?.id ?? ''
  const versions = new Map<string, Version>()
  for (const { deploymentId, taskDefinitionArn } of found) {
    const definition = definitions.get(taskDefinitionArn ?? '')?.definition
    if (definition === undefined) continue
    const resolved = revisions?.get(deploymentId)?.containerImages ?? []
    versions.set(deploymentId, withRevisionDigests(versionOf(definition), resolved))
  }
  await findDigestsInList(snapshot, versions, ports, record)
  const deployments = found.map((one) => described(one, definitions, versions.get(one.deploymentId)))
  const images = new Map([...(revisions ?? [])].map(([id, { containerImages = [] }]) => [id, containerImages]))
  return { past: { deployments, currentId, complete }, definitions, versions, images }
}

async function readRevisions(
  { serviceArn = '' }: Service,
  entries: readonly ServiceDeploymentView[],
  ports: Ports,
  record: DeploymentRecord,
): Promise<ReadonlyMap<string, ServiceRevision> | undefined> {
  const idOf = new Map(entries.map(({ deploymentId }) => [revisionArnOf(serviceArn, deploymentId) ?? '', deploymentId]))
  const arns = [...idOf.keys()].filter((arn) => arn !== '')
  const revisions = await optional(record, 'ecs:DescribeServiceRevisions', () =>
    ports.ecs.describeServiceRevisions(arns),
  )
  return (
    revisions &&
    new Map(revisions.map((revision) => [idOf.get(revision.serviceRevisionArn ?? '') ?? '', revision] as const))
  )
}

/** The history, and what only the service's own list has: a deployment shows up in the history after a moment (observed). */
function merged(
  entries: readonly ServiceDeploymentView[],
  snapshot: Snapshot,
  revisions: ReadonlyMap<string, ServiceRevision>,
): readonly PastDeployment[] {
  const listed = new Map(snapshot.deployments.map((deployment) => [deployment.id, deployment]))
  const fromHistory = entries.map(({ deploymentId, status, createdAt, finishedAt }) => {
    const taskDefinitionArn = revisions.get(deploymentId)?.taskDefinition ?? listed.get(deploymentId)?.taskDefinition
    return {
      deploymentId,
      status,
      createdAt,
      ...(finishedAt === undefined ? {} : { finishedAt }),
      ...(taskDefinitionArn === undefined ? {} : { taskDefinitionArn }),
    }
  })
  const known = new Set(entries.map(({ deploymentId }) => deploymentId))
  const onlyListed = snapshot.deployments
    .filter(({ id }) => !known.has(id))
    .map((deployment) => fromList(deployment, primaryOf(snapshot)))
  return [...fromHistory, ...onlyListed].sort((one, other) => other.createdAt - one.createdAt)
}

/** An entry of the service's list in the words of the history. */
function fromList(deployment: DeploymentView, primary: DeploymentView | undefined): PastDeployment {
  const { id, rolloutState, createdAt, taskDefinition } = deployment
  // Beside an older PRIMARY it is what ECS goes away from (DG deployment-circuit-breaker).
  const isLeft = primary !== undefined && createdAt > primary.createdAt
  const status = isLeft
    ? 'ROLLBACK_IN_PROGRESS'
    : rolloutState === 'COMPLETED'
      ? 'SUCCESSFUL'
      : rolloutState === 'FAILED'
        ? 'STOPPED'
        : 'IN_PROGRESS'
  return { deploymentId: id, status, createdAt, taskDefinitionArn: taskDefinition }
}

async function readDefinitions(
  arns: readonly string[],
  most: number,
  ports: Ports,
): Promise<ReadonlyMap<string, DescribedTaskDefinition>> {
  const definitions = new Map<string, DescribedTaskDefinition>()
  const wanted = [...new Set(arns)].slice(0, most)
  for (let from = 0; from < wanted.length; from += atOnce) {
    const lot = wanted.slice(from, from + atOnce)
    const answers = await Promise.all(lot.map((arn) => describeIfThere(arn, ports)))
    answers.forEach((answer, index) => {
      if (answer !== undefined) definitions.set(lot[index] ?? '', answer)
    })
  }
  return definitions
}

/** A revision; undefined where ECS does not have it (any more). */
export async function describeIfThere(reference: string, ports: Ports): Promise<DescribedTaskDefinition | undefined> {
  try {
    return await ports.ecs.describeTaskDefinition(reference)
  } catch (error) {
    if (failureKind(error) === 'refused') return undefined
    throw error
  }
}

/** What runs, or still runs, may show digests that the history does not tell. */
async function findDigestsInList(
  snapshot: Snapshot,
  versions: Map<string, Version>,
  ports: Ports,
  record: DeploymentRecord,
): Promise<void> {
  for (const { id } of snapshot.deployments) {
    const version = versions.get(id)
    if (version === undefined || version.images.every(({ digest }) => digest !== undefined)) continue
    versions.set(id, await withKnownDigests(ports.ecs, record, version, id))
  }
}

function described(
  deployment: PastDeployment,
  definitions: ReadonlyMap<string, DescribedTaskDefinition>,
  version: Version | undefined,
): PastDeployment {
  const found = definitions.get(deployment.taskDefinitionArn ?? '')
  if (found === undefined || version === undefined) return deployment
  const tag = (key: string): string | undefined => found.tags.find((one) => one.key === key)?.value
  const [commit, copyOf, run] = [tag(commitTag), tag(copyOfTag), tag(runTag)]
  const fingerprint = fingerprintOf(found, version)
  return {
    ...deployment,
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(commit === undefined ? {} : { commit }),
    ...(copyOf === undefined ? {} : { copyOf }),
    ...(run === undefined ? {} : { run }),
  }
}

/** Content and digests in one text; undefined where a digest is not known. */
export function fingerprintOf({ definition }: DescribedTaskDefinition, { images }: Version): string | undefined {
  if (images.some(({ digest }) => digest === undefined)) return undefined
  const digests = images.map(({ container, digest }) => `${container}=${digest}`).sort()
  return `${digests.join(' ')} ${canonicalText(withoutImages(stripForRegistration(definition)))}`
}
