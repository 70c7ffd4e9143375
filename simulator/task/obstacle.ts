/** What keeps a task from ever running: a secret, an image or a platform that is not there. Texts as observed. */
import type { Secret } from '@aws-sdk/client-ecs'
import { hasLogGroup } from '../neighbours/state.ts'
import { findRepository, parseReference, printReference, registryHost, resolveImage } from '../world/images.ts'
import type { NetworkPlace } from '../world/network.ts'
import { isSecretThere } from '../world/secrets.ts'
import type { ServiceRevision, StoredDefinition, World } from '../world/world.ts'
import { behaviourFor } from './behaviour.ts'
import { networkObstacle } from './network-obstacle.ts'
import { permissionObstacle } from './permission-obstacle.ts'
import { isSecretsManager, parameterName } from './secret-reference.ts'

export interface Obstacle {
  /** `init`: before any image is pulled. */
  readonly stage: 'init' | 'pull'
  /** As in `stoppedReason`. */
  readonly reason: string
  readonly container?: string
  /** The image itself could not be resolved to a digest, or the task did not get that far. */
  readonly unresolved: boolean
  /** It is tried for as long as a pull is. */
  readonly isSlow?: boolean
}

/** Which task it is that meets the obstacle. */
export interface Whereabouts {
  readonly taskId: string
  /** undefined: in the network of its host. */
  readonly place: NetworkPlace | undefined
}

/** @param revision its digests win over tags (DG deployment-type-ecs, version consistency) */
export function findObstacle(
  world: World,
  definition: StoredDefinition,
  revision: Pick<ServiceRevision, 'digests'>,
  { taskId, place }: Whereabouts,
): Obstacle | undefined {
  const early =
    interfaceObstacle(world, place) ??
    networkObstacle(world, definition, place) ??
    permissionObstacle(world, definition, taskId)
  if (early !== undefined) return early
  for (const container of definition.containerDefinitions) {
    const missing = (container.secrets ?? []).find((secret) => !secretExists(world, secret))
    if (missing !== undefined) return { stage: 'init', reason: secretText(missing), unresolved: true }
  }
  for (const container of definition.containerDefinitions) {
    const obstacle = imageObstacle(world, definition, container, revision.digests[container.name])
    if (obstacle !== undefined) return { stage: 'pull', container: container.name, ...obstacle }
  }
  return logObstacle(world, definition)
}

/** No address is left in the subnet (DG failed-to-start-error; the words about a disabled public IP are inferred). */
function interfaceObstacle({ neighbours }: World, place: NetworkPlace | undefined): Obstacle | undefined {
  const subnet = neighbours.subnets?.find(({ id }) => id === place?.subnetId)
  if (place === undefined || subnet?.availableAddresses !== 0) return undefined
  const wish = place.hasPublicAddress ? 'enabled' : 'disabled'
  const reason = `Unexpected EC2 error while attempting to Create Network Interface with public IP assignment ${wish} in subnet '${subnet.id}'`
  return { stage: 'init', reason, unresolved: true }
}

/** A log group that is missing and not to be created (DG resource-initialization-error; this text is inferred). */
function logObstacle(world: World, { containerDefinitions }: StoredDefinition): Obstacle | undefined {
  const isMissing = containerDefinitions.some(({ logConfiguration }) => {
    const options = logConfiguration?.options ?? {}
    const group = options['awslogs-group']
    const isNeeded = logConfiguration?.logDriver === 'awslogs' && options['awslogs-create-group'] !== 'true'
    return isNeeded && group !== undefined && !hasLogGroup(world, group)
  })
  const reason =
    'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist. : exit status 1'
  return isMissing ? { stage: 'init', reason, unresolved: false } : undefined
}

/** `linux/amd64` unless `runtimePlatform` says otherwise (default X86_64). */
export function platformOf(definition: StoredDefinition): string {
  const { cpuArchitecture, operatingSystemFamily } = definition.runtimePlatform ?? {}
  const os = operatingSystemFamily?.startsWith('WINDOWS') === true ? 'windows' : 'linux'
  return `${os}/${cpuArchitecture === 'ARM64' ? 'arm64' : 'amd64'}`
}

/** Whether an image of these platforms can run there; `linux/arm64/v8` runs where `linux/arm64` is wanted. */
export function runsOn(platforms: readonly string[], wanted: string): boolean {
  return platforms.some((platform) => platform === wanted || platform.startsWith(`${wanted}/`))
}

function imageObstacle(
  world: World,
  definition: StoredDefinition,
  container: StoredDefinition['containerDefinitions'][number],
  pinned: string | undefined,
): { reason: string; unresolved: boolean } | undefined {
  const parsed = parseReference(container.image)
  const reference = pinned === undefined ? parsed : { ...parsed, digest: pinned }
  const resolved = resolveImage(world, reference)
  if (!resolved.found) {
    // A pinned original that vanished is retried 5 times, a tag 7 times (both observed).
    return { reason: missingText(world, reference, pinned === undefined ? 7 : 5), unresolved: true }
  }
  const behaviour = behaviourFor(resolved.image.behaviour, container)
  if (behaviour.kind === 'pull-fails')
    return { reason: `CannotPullContainerError: ${behaviour.message}`, unresolved: false }
  const wanted = platformOf(definition)
  const mismatch = !runsOn(resolved.image.platforms, wanted)
  if (mismatch && (resolved.image.isIndex || world.options.singleManifestMismatch === 'pull-error')) {
    return { reason: platformText(wanted), unresolved: false }
  }
  return undefined
}

function missingText(world: World, reference: ReturnType<typeof parseReference>, retries: number): string {
  const name = printReference(reference)
  if (reference.registry !== registryHost(world) && findRepository(world, reference) === undefined) {
    return (
      `CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref ${name}: ` +
      'pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed'
    )
  }
  return `CannotPullContainerError: pull image manifest has been retried ${retries} time(s): failed to resolve ref ${name}: ${name}: not found`
}

const platformText = (wanted: string): string =>
  `CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not contain descriptor matching platform '${wanted}'`

function secretText({ valueFrom = '' }: Secret): string {
  const prefix =
    'ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: '
  if (!isSecretsManager(valueFrom)) {
    return `${prefix}unable to retrieve secrets from ssm: service call has been retried 1 time(s): invalid parameters: ${parameterName(valueFrom)}`
  }
  return (
    `${prefix}unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${valueFrom} ` +
    "from secrets manager: ResourceNotFoundException: Secrets Manager can't find the specified secret value for staging label: AWSCURRENT"
  )
}

function secretExists(world: World, { valueFrom = '' }: Secret): boolean {
  if (!isSecretsManager(valueFrom)) {
    const name = parameterName(valueFrom)
    return isSecretThere(world, (known) => parameterName(known) === name || `/${parameterName(known)}` === name)
  }
  // arn:aws:secretsmanager:region:account:secret:name-AbCdEf[:json-key:stage:version]
  const arn = valueFrom.split(':').slice(0, 7).join(':')
  const name = valueFrom.split(':')[6] ?? ''
  const bare = name.replace(/-[A-Za-z0-9]{6}$/, '')
  return isSecretThere(world, (known) => known === arn || known === name || bare === known)
}
