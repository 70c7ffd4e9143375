/** Images and registries: real manifests with real digests, and how a reference resolves. */
import { createHash } from 'node:crypto'
import type { ImageBehaviour, ImageScenario } from '../scenario.ts'
import type { Place } from './arn.ts'
import type { Repository, StoredImage, World } from './world.ts'

const dockerManifest = 'application/vnd.docker.distribution.manifest.v2+json'
const ociManifest = 'application/vnd.oci.image.manifest.v1+json'
const ociIndex = 'application/vnd.oci.image.index.v1+json'
const indexTypes: readonly string[] = [ociIndex, 'application/vnd.docker.distribution.manifest.list.v2+json']

export interface ImageReference {
  readonly registry: string
  /** Path within the registry. */
  readonly repository: string
  readonly tag?: string
  readonly digest?: string
}

export type Resolution =
  | { readonly found: true; readonly digest: string; readonly image: StoredImage; readonly repository: Repository }
  | { readonly found: false; readonly repositoryExists: boolean }

export const sha256 = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`

export const registryHost = ({ region, account }: Place): string => `${account}.dkr.ecr.${region}.amazonaws.com`

/**
 * Docker's reference grammar as far as a task definition needs it: host, path, tag, digest.
 * @param reference e.g. `nginx:1.27`, `host:5000/a/b@sha256:…`
 */
export function parseReference(reference: string): ImageReference {
  const [beforeDigest = '', digest] = reference.split('@')
  const slash = beforeDigest.indexOf('/')
  const first = slash < 0 ? '' : beforeDigest.slice(0, slash)
  const hasHost = first.includes('.') || first.includes(':') || first === 'localhost'
  const path = hasHost ? beforeDigest.slice(slash + 1) : beforeDigest
  const colon = path.lastIndexOf(':')
  const name = colon > path.lastIndexOf('/') ? path.slice(0, colon) : path
  const tag = name.length < path.length ? path.slice(name.length + 1) : digest === undefined ? 'latest' : undefined
  const registry = hasHost ? first : 'docker.io'
  const repository = registry === 'docker.io' && !name.includes('/') ? `library/${name}` : name
  return { registry, repository, ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }) }
}

/** @returns the reference as the container runtime prints it: with host, and by digest where one is given. */
export function printReference({ registry, repository, tag, digest }: ImageReference): string {
  return `${registry}/${repository}${digest !== undefined ? `@${digest}` : `:${tag ?? 'latest'}`}`
}

export function findRepository(world: World, reference: ImageReference): Repository | undefined {
  return reference.registry === registryHost(world)
    ? (world.repositories.get(reference.repository) ?? findUpstream(world, reference.repository))
    : world.otherRepositories.get(`${reference.registry}/${reference.repository}`)
}

/** A pull through a cache rule reaches the upstream, also where the cache repository does not exist yet (ECR user guide). */
function findUpstream(world: World, repository: string): Repository | undefined {
  const rule = world.neighbours.pullThroughCacheRules.find(({ prefix }) => repository.startsWith(`${prefix}/`))
  if (rule === undefined) return undefined
  const host = rule.upstream === 'registry-1.docker.io' ? 'docker.io' : rule.upstream
  return world.otherRepositories.get(`${host}/${repository.slice(rule.prefix.length + 1)}`)
}

/** @param reference as in a task definition */
export function resolveImage(world: World, reference: ImageReference): Resolution {
  const repository = findRepository(world, reference)
  if (repository === undefined) return { found: false, repositoryExists: false }
  const digest = reference.digest ?? repository.tags.get(reference.tag ?? 'latest')
  const image = digest === undefined ? undefined : repository.images.get(digest)
  // An archived image cannot be pulled (ECR API, imageStatus).
  return digest === undefined || image === undefined || image.archived === true
    ? { found: false, repositoryExists: true }
    : { found: true, digest, image, repository }
}

/** The first pull through a cache rule makes the cache repository and keeps the image in it (ECR user guide). */
export function cachePulled(
  world: World,
  reference: ImageReference,
  pulled: Extract<Resolution, { found: true }>,
): void {
  const host = registryHost(world)
  if (reference.registry !== host || pulled.repository.uri.startsWith(`${host}/`)) return
  const cache = world.repositories.get(reference.repository) ?? createRepository(reference.repository, host, world.now)
  world.repositories.set(cache.name, cache)
  for (const [digest, image] of pulled.repository.images) cache.images.set(digest, { ...image, pushedAt: world.now })
  for (const [digest, blob] of pulled.repository.blobs) cache.blobs.set(digest, blob)
  if (reference.tag !== undefined) cache.tags.set(reference.tag, pulled.digest)
}

export function createRepository(
  name: string,
  registry: string,
  createdAt: number,
  {
    immutableTags = false,
    scanOnPush = false,
    replicas = [],
  }: Partial<Pick<Repository, 'immutableTags' | 'scanOnPush' | 'replicas'>> = {},
): Repository {
  return {
    name,
    uri: `${registry}/${name}`,
    createdAt,
    immutableTags,
    scanOnPush,
    replicas,
    images: new Map(),
    tags: new Map(),
    blobs: new Map(),
  }
}

/**
 * Builds an image's manifests and stores them, an index with its members (as ECR lists them: untagged).
 * @returns the stored image that the tags name
 */
export function pushImage(repository: Repository, scenario: ImageScenario, pushedAt: number): StoredImage {
  const tags = [...(scenario.tag === undefined ? [] : [scenario.tag]), ...(scenario.tags ?? [])]
  const platforms = scenario.platforms ?? ['linux/amd64']
  const behaviour: ImageBehaviour = scenario.behaviour ?? { kind: 'healthy' }
  const content = `${scenario.content ?? `${repository.name}:${tags[0] ?? ''}`} ${JSON.stringify(behaviour)}`
  const asIndex = scenario.manifest === 'index' || (platforms.length > 1 && scenario.manifest !== 'single')
  const { scan, vulnerabilities, archived } = scenario
  const state: ImageState = {
    behaviour,
    pushedAt,
    ...(scan !== undefined && { scan }),
    ...(vulnerabilities !== undefined && { vulnerabilities }),
    ...(archived !== undefined && { archived }),
  }
  const singles = platforms.map((platform) =>
    storeSingle(repository, { platform, content, labels: scenario.labels ?? {}, oci: asIndex, state }),
  )
  const [single] = singles
  if (single === undefined) throw new Error(`${repository.name}: an image needs at least one platform`)
  const image = asIndex ? storeIndex(repository, singles, state) : single
  for (const tag of tags) repository.tags.set(tag, image.digest)
  return image
}

/** What an image has beside its manifest; the members of an index share it. */
type ImageState = Pick<StoredImage, 'behaviour' | 'pushedAt' | 'scan' | 'vulnerabilities' | 'archived'>

interface SingleImage {
  readonly platform: string
  readonly content: string
  readonly labels: Readonly<Record<string, string>>
  readonly oci: boolean
  readonly state: ImageState
}

function storeSingle(repository: Repository, single: SingleImage): StoredImage {
  const [os = 'linux', architecture = 'amd64', variant] = single.platform.split('/')
  const layer = sha256(`${single.content} ${single.platform}`)
  const config = JSON.stringify({
    architecture,
    os,
    ...(variant !== undefined && { variant }),
    config: { Labels: single.labels },
    rootfs: { type: 'layers', diff_ids: [layer] },
  })
  const mediaType = single.oci ? ociManifest : dockerManifest
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType,
    config: {
      mediaType: single.oci
        ? 'application/vnd.oci.image.config.v1+json'
        : 'application/vnd.docker.container.image.v1+json',
      digest: sha256(config),
      size: config.length,
    },
    layers: [
      {
        mediaType: single.oci
          ? 'application/vnd.oci.image.layer.v1.tar+gzip'
          : 'application/vnd.docker.image.rootfs.diff.tar.gzip',
        digest: layer,
        size: 31_457_280,
      },
    ],
  })
  repository.blobs.set(sha256(config), config)
  return store(repository, { mediaType, manifest, platforms: [single.platform], isIndex: false, ...single.state })
}

function storeIndex(repository: Repository, singles: readonly StoredImage[], state: ImageState): StoredImage {
  const attestation = JSON.stringify({ schemaVersion: 2, mediaType: ociManifest, subject: singles[0]?.digest })
  const entries = singles.map((single) => {
    const [os = 'linux', architecture = 'amd64', variant] = (single.platforms[0] ?? '').split('/')
    const platform = { architecture, os, ...(variant !== undefined && { variant }) }
    return { mediaType: single.mediaType, digest: single.digest, size: single.manifest.length, platform }
  })
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: ociIndex,
    manifests: [
      ...entries,
      {
        mediaType: ociManifest,
        digest: sha256(attestation),
        size: attestation.length,
        annotations: {
          'vnd.docker.reference.digest': singles[0]?.digest,
          'vnd.docker.reference.type': 'attestation-manifest',
        },
        platform: { architecture: 'unknown', os: 'unknown' },
      },
    ],
  })
  const platforms = singles.flatMap((single) => single.platforms)
  return store(repository, { mediaType: ociIndex, manifest, platforms, isIndex: true, ...state })
}

function store(repository: Repository, image: Omit<StoredImage, 'digest' | 'size'>): StoredImage {
  const stored = { ...image, digest: sha256(image.manifest), size: 31_457_280 }
  repository.images.set(stored.digest, stored)
  return stored
}

/**
 * Stores a manifest that a client pushed. Its platforms are read where they can be: from an index's entries, from the
 * config blob of a single image if the repository holds it; otherwise linux/amd64 is assumed. A repository that scans on push begins to
 * scan it; an index is not scanned, only the images that it names.
 * @throws SyntaxError if the manifest is not JSON
 */
export function putManifest(
  repository: Repository,
  manifest: string,
  declared: string | undefined,
  now: number,
): StoredImage {
  const parsed = JSON.parse(manifest) as {
    mediaType?: string
    config?: { digest?: string }
    manifests?: { digest: string; platform?: { os: string; architecture: string } }[]
  }
  const mediaType = declared ?? parsed.mediaType ?? dockerManifest
  const known = repository.images.get(sha256(manifest))
  if (known !== undefined) return known
  const blob = repository.blobs.get(parsed.config?.digest ?? '')
  const config = blob === undefined ? undefined : (JSON.parse(blob) as { os: string; architecture: string })
  const isIndex = indexTypes.includes(mediaType)
  const platforms = isIndex
    ? (parsed.manifests ?? []).flatMap(({ platform }) => (platform === undefined ? [] : [platform]))
    : [config ?? { os: 'linux', architecture: 'amd64' }]
  const member = (parsed.manifests ?? []).map(({ digest }) => repository.images.get(digest)).find((image) => image)
  return store(repository, {
    mediaType,
    manifest,
    platforms: platforms
      .map(({ os, architecture }) => `${os}/${architecture}`)
      .filter((name) => name !== 'unknown/unknown'),
    isIndex,
    pushedAt: now,
    ...(repository.scanOnPush && !isIndex && { scan: { startedAt: now } }),
    behaviour: member?.behaviour ?? { kind: 'healthy' },
  })
}
