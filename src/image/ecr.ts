import type {
  BatchGetImageCommandOutput,
  DescribeImageScanFindingsCommandOutput,
  ECRClient,
  ImageFailure,
  PullThroughCacheRule,
} from '@aws-sdk/client-ecr'
import { ask, type CallLimit, withinLimit as realLimit } from '../aws/call-limit.ts'
import { describeFailure } from '../aws/failure.ts'
import { downloadText } from './download.ts'
import { indexPlatforms } from './index-platforms.ts'
import type { EcrAnswer, EcrImageQuery, EcrPort, ImageConfig, ScanAnswer } from './ports.ts'

/** Makes or reuses a client for one Region. */
export type EcrClientFor = (region: string) => Promise<ECRClient>

/** Looks images up with the ECR API. The SDK is loaded at the first look-up, because most time before it is start-up. */
export function ecrImages(
  clientFor: EcrClientFor,
  withinLimit: CallLimit = realLimit,
  download: (url: string) => Promise<string> = downloadText,
): EcrPort {
  return {
    async readPlatform({ registryId, region, repository, digest }) {
      const client = await clientFor(region)
      const { GetDownloadUrlForLayerCommand } = await import('@aws-sdk/client-ecr')
      // It takes the digest of a configuration too: the example of the AWS CLI does just that.
      const asked = { registryId, repositoryName: repository, layerDigest: digest }
      const command = new GetDownloadUrlForLayerCommand(asked)
      const { downloadUrl } = await ask((options) => client.send(command, options), withinLimit)
      return downloadUrl === undefined ? undefined : platformIn(await download(downloadUrl))
    },
    async scanFindings(query) {
      const client = await clientFor(query.region)
      const { DescribeImageScanFindingsCommand } = await import('@aws-sdk/client-ecr')
      const { registryId, repository: repositoryName } = query
      const asked = { registryId, repositoryName, imageId: imageIdOf(query), maxResults: 1 }
      const command = new DescribeImageScanFindingsCommand(asked)
      const sent = await attempt(() => ask((options) => client.send(command, options), withinLimit))
      if ('output' in sent) return readScan(sent.output)
      if (sent.error.name === 'ScanNotFoundException') return { kind: 'not-scanned', reason: 'it was never scanned' }
      throw sent.error
    },
    async findImage(query) {
      const client = await clientFor(query.region)
      const { BatchGetImageCommand } = await import('@aws-sdk/client-ecr')
      // Without acceptedMediaTypes ECR returns the manifest as stored, an index too.
      const command = new BatchGetImageCommand({
        registryId: query.registryId,
        repositoryName: query.repository,
        imageIds: [imageIdOf(query)],
      })
      const sent = await attempt(() => ask((options) => client.send(command, options), withinLimit))
      if ('output' in sent) return readAnswer(sent.output, query)
      if (sent.error.name === 'RepositoryNotFoundException') return repositoryAbsent(client, query, withinLimit)
      return { kind: 'not-looked', reason: refusal(sent.error, 'ecr:BatchGetImage') }
    },
  }
}

function imageIdOf(query: EcrImageQuery): { imageTag: string } | { imageDigest: string } {
  return 'tag' in query ? { imageTag: query.tag } : { imageDigest: query.digest }
}

/** A basic scan ends COMPLETE, an enhanced one stays ACTIVE; the others have no findings (API reference, ImageScanStatus). */
function readScan({ imageScanStatus, imageScanFindings }: DescribeImageScanFindingsCommandOutput): ScanAnswer {
  const { status = 'unknown', description } = imageScanStatus ?? {}
  if (status !== 'COMPLETE' && status !== 'ACTIVE') {
    return { kind: 'not-scanned', reason: [`its scan is ${status}`, description].filter(Boolean).join(': ') }
  }
  return { kind: 'scanned', counts: imageScanFindings?.findingSeverityCounts ?? {} }
}

function readAnswer({ images, failures }: BatchGetImageCommandOutput, query: EcrImageQuery): EcrAnswer {
  const image = images?.[0]
  const digest = image?.imageId?.imageDigest
  if (image === undefined || digest === undefined) return readFailure(failures?.[0])
  const platforms = indexPlatforms(parsedManifest(image.imageManifest)?.manifests)
  const mediaType = image.imageManifestMediaType ?? ''
  if (platforms !== undefined) return { kind: 'found', digest, mediaType, platforms }
  const config = configOf(image.imageManifest, query)
  return { kind: 'found', digest, mediaType, ...(config === undefined ? {} : { config }) }
}

/** A single manifest names its configuration, which says the platform (Docker and OCI image specifications). */
function configOf(manifest: string | undefined, query: EcrImageQuery): ImageConfig | undefined {
  const digest = parsedManifest(manifest)?.config?.digest
  if (typeof digest !== 'string') return undefined
  return { registryId: query.registryId, region: query.region, repository: query.repository, digest }
}

function platformIn(config: string): string | undefined {
  const { os, architecture, variant } = JSON.parse(config) as { os?: string; architecture?: string; variant?: string }
  return os && architecture ? [os, architecture, variant].filter(Boolean).join('/') : undefined
}

// A missing image is a failure entry, not an error: API reference, BatchGetImage and ImageFailure.
function readFailure(failure: ImageFailure | undefined): EcrAnswer {
  const code = failure?.failureCode
  if (code === 'ImageNotFound') return { kind: 'absent' }
  if (code === 'ImageInaccessible') {
    return { kind: 'absent', reason: 'it cannot be pulled, because it is archived or not yet restored' }
  }
  return {
    kind: 'not-looked',
    reason: `ECR answered ${[code, failure?.failureReason].filter(Boolean).join(': ') || 'nothing'}`,
  }
}

function parsedManifest(
  manifest: string | undefined,
): { manifests?: unknown; config?: { digest?: unknown } } | undefined {
  try {
    return JSON.parse(manifest ?? '{}')
  } catch {
    return undefined
  }
}

/**
 * A repository behind a pull-through cache rule may come into being with the first pull (ECR User Guide,
 * "Pull through cache"), so that it does not exist proves nothing until no rule covers its name.
 */
async function repositoryAbsent(client: ECRClient, query: EcrImageQuery, withinLimit: CallLimit): Promise<EcrAnswer> {
  const read = await attempt(() => pullThroughRules(client, query.registryId, withinLimit))
  if ('output' in read) {
    const rule = read.output.find(({ ecrRepositoryPrefix: prefix }) => covers(prefix, query.repository))
    if (rule === undefined) return { kind: 'repository-absent' }
    const reason = `the pull-through cache rule ${rule.ecrRepositoryPrefix} creates the repository ${query.repository} with the first pull`
    return { kind: 'not-looked', reason }
  }
  // A name without "/" has no prefix; only a rule for the whole registry (ROOT) could cover it, which is rare.
  if (!query.repository.includes('/')) return { kind: 'repository-absent' }
  const unread = refusal(read.error, 'ecr:DescribePullThroughCacheRules')
  const reason = `the repository ${query.repository} does not exist, and whether a pull-through cache creates it could not be read: ${unread}`
  return { kind: 'not-looked', reason }
}

async function pullThroughRules(
  client: ECRClient,
  registryId: string,
  withinLimit: CallLimit,
): Promise<readonly PullThroughCacheRule[]> {
  const { paginateDescribePullThroughCacheRules } = await import('@aws-sdk/client-ecr')
  return ask(async (options) => {
    const rules: PullThroughCacheRule[] = []
    for await (const page of paginateDescribePullThroughCacheRules({ client }, { registryId }, options)) {
      rules.push(...(page.pullThroughCacheRules ?? []))
    }
    return rules
  }, withinLimit)
}

function covers(prefix: string | undefined, repository: string): boolean {
  return prefix === 'ROOT' || (prefix !== undefined && repository.startsWith(`${prefix}/`))
}

async function attempt<T>(call: () => Promise<T>): Promise<{ output: T } | { error: Error }> {
  try {
    return { output: await call() }
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }
}

function refusal(error: Error, action: string): string {
  if (/^AccessDenied/.test(error.name)) return `the credentials do not allow ${action}`
  if (/^ExpiredToken|^UnrecognizedClient|^InvalidSignature|^CredentialsProvider/.test(error.name)) {
    return `the credentials were refused (${error.name})`
  }
  return `${action}: ${describeFailure(error)}`
}
