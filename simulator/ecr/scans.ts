/** The scan of an image, and what it found. */
import type { DescribeImageScanFindingsRequest, StartImageScanRequest } from '@aws-sdk/client-ecr'
import { present, seconds } from '../ecs/operation.ts'
import type { Engine } from '../engine.ts'
import { ApiError } from '../protocol/errors.ts'
import { pageOf } from '../protocol/pagination.ts'
import type { ScanFindingScenario } from '../scenario.ts'
import type { StoredImage } from '../world/world.ts'
import { existingImage, repositoryOf } from './repository.ts'

/** No limit is documented; basic scans of small images take about as long (inferred). */
const scanSeconds = 30
const day = 24 * 3_600_000
/** Only a finished scan has findings; enhanced scanning never finishes, it goes on. */
const statusesWithFindings: readonly string[] = ['COMPLETE', 'ACTIVE']

type Scan = NonNullable<StoredImage['scan']>

function statusOf({ status, startedAt }: Scan, now: number): string {
  if (startedAt !== undefined && now < startedAt + scanSeconds * 1000) return 'IN_PROGRESS'
  return status ?? 'COMPLETE'
}

const findingsOf = ({ scan, vulnerabilities = [] }: StoredImage): readonly ScanFindingScenario[] =>
  scan?.startedAt === undefined ? (scan?.findings ?? []) : vulnerabilities

/** @returns undefined for an image that was never scanned */
export function scanStatus({ scan }: StoredImage, now: number): object | undefined {
  if (scan === undefined) return undefined
  const status = statusOf(scan, now)
  return {
    status,
    description: status === 'COMPLETE' ? 'The scan was completed successfully.' : `Scan status: ${status}`,
  }
}

/** @returns the counts by severity; undefined where no scan has findings */
export function scanSummary(
  image: StoredImage,
  now: number,
):
  | {
      imageScanCompletedAt: number
      vulnerabilitySourceUpdatedAt: number
      findingSeverityCounts: Record<string, number>
    }
  | undefined {
  const { scan, pushedAt } = image
  if (scan === undefined || !statusesWithFindings.includes(statusOf(scan, now))) return undefined
  const severities = findingsOf(image).map(({ severity }) => severity)
  const at = seconds(scan.startedAt ?? pushedAt) + scanSeconds
  return {
    imageScanCompletedAt: at,
    vulnerabilitySourceUpdatedAt: at,
    findingSeverityCounts: Object.fromEntries(
      [...Map.groupBy(severities, (severity) => severity)].map(([severity, all]) => [severity, all.length]),
    ),
  }
}

export function describeImageScanFindings({ world }: Engine, input: DescribeImageScanFindingsRequest): object {
  const repository = repositoryOf(world, input.repositoryName, input.registryId)
  const image = existingImage(world, repository, input.imageId ?? {})
  const { scan } = image
  if (scan === undefined) {
    const name = `imageDigest:'${image.digest}', imageTag:'${input.imageId?.imageTag ?? 'null'}'`
    throw new ApiError(
      'ScanNotFoundException',
      `Image scan does not exist for the image with '{${name}}' in the repository with name '${repository.name}' in the registry with id '${world.account}'`,
    )
  }
  const page = pageOf(findingsOf(image), input.nextToken, input.maxResults ?? 100)
  const summary = scanSummary(image, world.now)
  const isEnhanced = statusOf(scan, world.now) === 'ACTIVE'
  return present({
    registryId: world.account,
    repositoryName: repository.name,
    imageId: { ...input.imageId, imageDigest: image.digest },
    imageScanStatus: scanStatus(image, world.now),
    imageScanFindings:
      summary === undefined
        ? undefined
        : {
            ...summary,
            ...(isEnhanced ? { enhancedFindings: page.items.map(enhanced) } : { findings: page.items.map(basic) }),
          },
    nextToken: page.nextToken,
  })
}

/** Basic scans only, and one a day for each image, that of the push included (API StartImageScan). */
export function startImageScan({ world }: Engine, input: StartImageScanRequest): object {
  const repository = repositoryOf(world, input.repositoryName, input.registryId)
  const image = existingImage(world, repository, input.imageId ?? {})
  const { scan } = image
  if (image.archived === true) {
    throw new ApiError('ImageArchivedException', `The image with digest '${image.digest}' is archived.`)
  }
  if (image.isIndex) {
    throw new ApiError('UnsupportedImageTypeException', 'The image is of a type that cannot be scanned.')
  }
  if (scan?.status === 'ACTIVE') throw new ApiError('ValidationException', 'This feature is disabled')
  if (scan !== undefined && world.now < (scan.startedAt ?? image.pushedAt) + day) {
    throw new ApiError('LimitExceededException', 'The scan quota per image has been exceeded. Wait and try again.')
  }
  image.scan = { startedAt: world.now }
  return present({
    registryId: world.account,
    repositoryName: repository.name,
    imageId: { ...input.imageId, imageDigest: image.digest },
    imageScanStatus: scanStatus(image, world.now),
  })
}

const uriOf = (name: string): string => `https://nvd.nist.gov/vuln/detail/${name}`

function basic({ name, severity, packageName }: ScanFindingScenario): object {
  return {
    name,
    uri: uriOf(name),
    severity,
    attributes: packageName === undefined ? [] : [{ key: 'package_name', value: packageName }],
  }
}

function enhanced({ name, severity, packageName }: ScanFindingScenario): object {
  return {
    title: packageName === undefined ? name : `${name} - ${packageName}`,
    severity,
    status: 'ACTIVE',
    type: 'PACKAGE_VULNERABILITY',
    packageVulnerabilityDetails: {
      vulnerabilityId: name,
      sourceUrl: uriOf(name),
      vulnerablePackages: packageName === undefined ? [] : [{ name: packageName }],
    },
  }
}
