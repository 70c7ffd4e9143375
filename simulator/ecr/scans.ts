/** What the scan of an image found. */
import type { DescribeImageScanFindingsRequest } from '@aws-sdk/client-ecr'
import { present, seconds } from '../ecs/operation.ts'
import type { Engine } from '../engine.ts'
import { ApiError } from '../protocol/errors.ts'
import { pageOf } from '../protocol/pagination.ts'
import type { ImageScan, ScanFindingScenario } from '../scenario.ts'
import type { StoredImage } from '../world/world.ts'
import { existingImage, repositoryOf } from './repository.ts'

const scanSeconds = 30
/** Only a finished scan has findings; enhanced scanning never finishes, it goes on. */
const statusesWithFindings: readonly string[] = ['COMPLETE', 'ACTIVE']

const statusOf = ({ status = 'COMPLETE' }: ImageScan): string => status

/** @returns undefined for an image that was never scanned */
export function scanStatus({ scan }: StoredImage): object | undefined {
  if (scan === undefined) return undefined
  const status = statusOf(scan)
  return {
    status,
    description: status === 'COMPLETE' ? 'The scan was completed successfully.' : `Scan status: ${status}`,
  }
}

/** @returns the counts by severity; undefined where no scan has findings */
export function scanSummary({ scan, pushedAt }: StoredImage):
  | {
      imageScanCompletedAt: number
      vulnerabilitySourceUpdatedAt: number
      findingSeverityCounts: Record<string, number>
    }
  | undefined {
  if (scan === undefined || !statusesWithFindings.includes(statusOf(scan))) return undefined
  const severities = (scan.findings ?? []).map(({ severity }) => severity)
  const at = seconds(pushedAt) + scanSeconds
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
  const page = pageOf(scan.findings ?? [], input.nextToken, input.maxResults ?? 100)
  const summary = scanSummary(image)
  const isEnhanced = statusOf(scan) === 'ACTIVE'
  return present({
    registryId: world.account,
    repositoryName: repository.name,
    imageId: { ...input.imageId, imageDigest: image.digest },
    imageScanStatus: scanStatus(image),
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
