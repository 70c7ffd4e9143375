import type { TaskDefinition } from '@aws-sdk/client-ecs'
import type { EcrAnswer, ImageToolsAnswer } from '../image/ports.ts'
import { type ImageReference, parseImageReference, printImageReference } from '../image/reference.ts'
import { optional } from './optional-read.ts'
import type { Ports } from './ports.ts'
import type { DeploymentRecord } from './record.ts'

type Definition = Pick<TaskDefinition, 'containerDefinitions'> | undefined

/** So many secrets are looked up at the most: what a task definition names beyond that is left to a second task. */
const mostSecrets = 20
const mostLogGroups = 10

/**
 * Asks somebody else than ECS, once for each cause, whether a cause that cannot heal is really there: the registry has no such
 * image, or none for the platform of the task; the secret, the log group or the target group does not exist.
 *
 * @returns whether there is an agreement that was not there before
 */
export async function confirm(
  cause: string,
  definition: Definition,
  ports: Ports,
  record: DeploymentRecord,
): Promise<boolean> {
  if (record.askedCauses.has(cause)) return false
  record.askedCauses.add(cause)
  if (!(await agreeing(cause, definition, ports, record))) return false
  record.confirmedCauses.add(cause)
  return true
}

function agreeing(cause: string, definition: Definition, ports: Ports, record: DeploymentRecord): Promise<boolean> {
  switch (cause) {
    case 'secret-not-found':
      return secretIsMissing(definition, ports, record)
    case 'log-group-missing':
      return logGroupIsMissing(definition, ports, record)
    case 'target-group-missing':
      return targetGroupIsMissing(ports, record)
    default:
      return imageAgrees(cause, ports, record)
  }
}

async function imageAgrees(cause: string, ports: Ports, record: DeploymentRecord): Promise<boolean> {
  const agrees = agreement[cause]
  if (agrees === undefined) return false
  for (const { image } of record.wanted?.images ?? []) {
    const reference = parseImageReference(image)
    if (!reference.ok) continue
    if (agrees(await lookUp(reference.value, ports), record.platform)) return true
  }
  return false
}

function lookUp(reference: ImageReference, { ecr, imageTools }: Ports): Promise<EcrAnswer | ImageToolsAnswer> {
  const { ecr: place, repository, digest, tag = 'latest' } = reference
  if (place === undefined) return imageTools.inspect(printImageReference(reference))
  return ecr.findImage(digest === undefined ? { ...place, repository, tag } : { ...place, repository, digest })
}

const agreement: Readonly<Record<string, (answer: EcrAnswer | ImageToolsAnswer, platform: string) => boolean>> = {
  'image-not-found': ({ kind }) => kind === 'absent' || kind === 'repository-absent',
  'wrong-platform': (answer, platform) =>
    answer.kind === 'found' &&
    (answer.platforms ?? []).length > 0 &&
    !answer.platforms?.some((has) => has.startsWith(platform)),
}

async function secretIsMissing(definition: Definition, ports: Ports, record: DeploymentRecord): Promise<boolean> {
  const named = (definition?.containerDefinitions ?? []).flatMap(({ secrets = [] }) => secrets)
  const places = [...new Set(named.flatMap(({ valueFrom }) => valueFrom ?? []))].slice(0, mostSecrets)
  for (const place of places) {
    const action = place.includes(':secretsmanager:') ? 'secretsmanager:DescribeSecret' : 'ssm:DescribeParameters'
    if ((await optional(record, action, () => ports.secrets.exists(place))) === false) return true
  }
  return false
}

/** One call for each group that the containers name: hardly ever more than one. */
async function logGroupIsMissing(definition: Definition, ports: Ports, record: DeploymentRecord): Promise<boolean> {
  const places = (definition?.containerDefinitions ?? []).flatMap(({ logConfiguration }) => {
    const { 'awslogs-group': group, 'awslogs-region': region = ports.region } = logConfiguration?.options ?? {}
    return logConfiguration?.logDriver === 'awslogs' && group !== undefined ? [{ group, region }] : []
  })
  const distinct = new Map(places.map((place) => [`${place.region} ${place.group}`, place]))
  for (const place of [...distinct.values()].slice(0, mostLogGroups)) {
    if ((await optional(record, 'logs:DescribeLogGroups', () => ports.logs.groupExists(place))) === false) return true
  }
  return false
}

async function targetGroupIsMissing(ports: Ports, record: DeploymentRecord): Promise<boolean> {
  const groups = (record.original?.loadBalancers ?? []).flatMap(({ targetGroupArn }) => targetGroupArn ?? [])
  for (const group of groups) {
    const targets = await optional(record, 'elasticloadbalancing:DescribeTargetHealth', () =>
      ports.targetHealth.targetHealth(group),
    )
    if (targets === 'gone') return true
  }
  return false
}
