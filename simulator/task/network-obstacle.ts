/** Texts of tasks that cannot get through to what they need (DG resource-initialization-error, task_cannot_pull_image; observed). */

import { parseReference, printReference } from '../world/images.ts'
import type { NetworkPlace } from '../world/network.ts'
import type { StoredDefinition, World } from '../world/world.ts'
import type { Obstacle } from './obstacle.ts'
import { reaches } from './reach.ts'
import { isSecretsManager } from './secret-reference.ts'

const initialisation = 'ResourceInitializationError: '
const retrieval = `${initialisation}unable to pull secrets or registry auth: `

/** In the order in which a task needs things: secrets, the password of the registry, its images, the log group. */
export function networkObstacle(
  world: World,
  definition: StoredDefinition,
  place: NetworkPlace | undefined,
): Obstacle | undefined {
  const containers = definition.containerDefinitions
  return (
    secretOutOfReach(world, containers, place) ??
    registryOutOfReach(world, containers, place) ??
    imageOutOfReach(world, containers, place) ??
    logsOutOfReach(world, containers, place)
  )
}

type Containers = StoredDefinition['containerDefinitions']

const slow = { unresolved: true, isSlow: true } as const

function secretOutOfReach(world: World, containers: Containers, place: NetworkPlace | undefined): Obstacle | undefined {
  const named = containers.flatMap(({ secrets = [] }) => secrets.map(({ valueFrom = '' }) => valueFrom))
  const secret = named.find(isSecretsManager)
  if (secret !== undefined && !reaches(world, place, 'secretsmanager'))
    return { stage: 'init', reason: secretsManagerText(secret), ...slow }
  const parameter = named.find((valueFrom) => !isSecretsManager(valueFrom))
  if (parameter !== undefined && !reaches(world, place, 'ssm'))
    return { stage: 'init', reason: `${retrieval}${parameterStoreText}`, ...slow }
  return undefined
}

const secretsManagerText = (secret: string): string =>
  `${retrieval}unable to retrieve secret from asm: There is a connection issue between the task and AWS Secrets Manager. ` +
  `Check your task network configuration. failed to fetch secret ${secret} from secrets manager: operation error Secrets Manager: ` +
  'GetSecretValue, https response error StatusCode: 0, RequestID: , canceled, context deadline exceeded'
const parameterStoreText =
  'The task cannot pull secrets from AWS Systems Manager Parameter Store. Check your network connection between the task and AWS Systems Manager.'

const isEcr = (image: string): boolean => /\.dkr[.-]ecr/.test(image)

function registryOutOfReach(
  world: World,
  containers: Containers,
  place: NetworkPlace | undefined,
): Obstacle | undefined {
  if (!containers.some(({ image }) => isEcr(image)) || reaches(world, place, 'ecr')) return undefined
  const newer =
    'The task cannot pull registry authentication from Amazon ECR. There is a connection issue between the task and Amazon ECR. Check your task network configuration.'
  // What the recording leaves out ("…", the address) is inferred.
  const older =
    'execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 3 time(s): RequestError: send request failed caused by: ' +
    `Post "https://api.ecr.${world.region}.amazonaws.com/": dial tcp 44.213.79.50:443: i/o timeout. Please check your task network configuration.`
  return { stage: 'init', reason: retrieval + (world.options.networkErrorWording === 'newer' ? newer : older), ...slow }
}

/** ECR keeps layers in S3; any other registry is on the internet. */
function imageOutOfReach(world: World, containers: Containers, place: NetworkPlace | undefined): Obstacle | undefined {
  const unreachable = containers.find(({ image }) => !reaches(world, place, isEcr(image) ? 's3' : 'internet'))
  if (unreachable === undefined) return undefined
  const { image, name: container } = unreachable
  const text = isEcr(image) ? layersText(image) : timeoutText(image)
  return { stage: 'pull', container, reason: `CannotPullContainerError: ${text}`, ...slow }
}

function layersText(image: string): string {
  const { registry, repository } = parseReference(image)
  return `The task cannot pull '${image}' from the Amazon ECR repository '${registry}/${repository}'. There is a connection issue between the task and Amazon ECR. Check your task network configuration.`
}

/** Inferred: the container runtime's own words. */
function timeoutText(image: string): string {
  const reference = parseReference(image)
  const host = reference.registry === 'docker.io' ? 'registry-1.docker.io' : reference.registry
  const manifest = `https://${host}/v2/${reference.repository}/manifests/${reference.digest ?? reference.tag ?? 'latest'}`
  return `pull image manifest has been retried 5 time(s): failed to resolve ref ${printReference(reference)}: failed to do request: Head "${manifest}": dial tcp: i/o timeout`
}

function logsOutOfReach(world: World, containers: Containers, place: NetworkPlace | undefined): Obstacle | undefined {
  const isLogging = containers.some(({ logConfiguration }) => logConfiguration?.logDriver === 'awslogs')
  if (!isLogging || reaches(world, place, 'logs')) return undefined
  const text =
    'The task cannot find the Amazon CloudWatch log group defined in the task definition. There is a connection issue between the task and Amazon CloudWatch. Check your network configuration.'
  return { stage: 'init', reason: initialisation + text, unresolved: false, isSlow: true }
}
