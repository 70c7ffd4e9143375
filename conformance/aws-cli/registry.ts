import assert from 'node:assert/strict'
import type {
  BatchGetImageResponse,
  DescribeImageReplicationStatusResponse,
  DescribeImageScanFindingsResponse,
  DescribeImagesResponse,
  DescribePullThroughCacheRulesResponse,
  DescribeRepositoriesResponse,
  GetDownloadUrlForLayerResponse,
  PutImageResponse,
} from '@aws-sdk/client-ecr'
import { account } from '../account.ts'
import type { Check } from '../check.ts'
import { refusedCode } from './exit-codes.ts'

const client = 'AWS CLI'

export const registry: readonly Check[] = [
  {
    client,
    title: 'reads repository, image, manifest and config blob of ECR; the digests agree, an index names its platforms',
    shows: ['ecr:DescribeRepositories', 'ecr:DescribeImages', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
    scenario: account(),
    play: async (ground) => {
      const { repositories } = await ground.awsAnswer<DescribeRepositoriesResponse>('ecr', 'describe-repositories')
      assert.equal(repositories?.[0]?.repositoryUri, ground.simulator.world.repositories.get('web')?.uri)
      const one = ['--repository-name', 'web', '--image-ids']
      const { imageDetails } = await ground.awsAnswer<DescribeImagesResponse>(
        ...['ecr', 'describe-images', ...one, 'imageTag=v2'],
      )
      const { images } = await ground.awsAnswer<BatchGetImageResponse>(
        ...['ecr', 'batch-get-image', ...one, 'imageTag=v2', 'imageTag=v1'],
      )
      assert.equal(images?.[0]?.imageId?.imageDigest, imageDetails?.[0]?.imageDigest)
      const index = JSON.parse(String(images?.[0]?.imageManifest))
      assert.deepEqual(
        index.manifests
          .map(({ platform }: { platform: { architecture: string } }) => platform.architecture)
          .slice(0, 2),
        ['amd64', 'arm64'],
      )
      const { config } = JSON.parse(String(images?.[1]?.imageManifest))
      const { downloadUrl } = await ground.awsAnswer<GetDownloadUrlForLayerResponse>(
        ...['ecr', 'get-download-url-for-layer', '--repository-name', 'web', '--layer-digest', config.digest],
      )
      const blob = (await (await fetch(String(downloadUrl))).json()) as { architecture?: string }
      assert.equal(blob.architecture, 'amd64')
    },
  },
  {
    client,
    title: 'is told of a missing tag: an exception from describe-images, failures[] from batch-get-image',
    shows: ['ecr:DescribeImages', 'ecr:BatchGetImage', 'ecr:DescribeRepositories'],
    scenario: account(),
    play: async (ground) => {
      const one = ['--repository-name', 'web', '--image-ids', 'imageTag=missing']
      const refused = await ground.aws('ecr', 'describe-images', ...one)
      assert.equal(refused.code, refusedCode)
      assert.match(refused.stderr, /\(ImageNotFoundException\) when calling the DescribeImages operation/)
      const { failures } = await ground.awsAnswer<BatchGetImageResponse>('ecr', 'batch-get-image', ...one)
      assert.equal(failures?.[0]?.failureCode, 'ImageNotFound')
      const absent = await ground.aws('ecr', 'describe-repositories', '--repository-names', 'nope')
      assert.match(absent.stderr, /RepositoryNotFoundException/)
      assert.equal(ground.requests('DescribeImages')[0]?.error, 'ImageNotFoundException')
    },
  },
  {
    client,
    title:
      'gets a password for docker login; creates a repository, puts a manifest into it and reads it back; starts a scan, waits for it and reads its findings; asks how far its copies are',
    shows: [
      'ecr:GetAuthorizationToken',
      'ecr:CreateRepository',
      'ecr:PutImage',
      'ecr:DescribeImages',
      'ecr:DescribeImageReplicationStatus',
      'ecr:DescribeImageScanFindings',
      'ecr:DescribePullThroughCacheRules',
      'ecr:StartImageScan',
    ],
    scenario: account(
      {},
      {
        pullThroughCacheRules: [{ prefix: 'docker-hub', upstream: 'registry-1.docker.io' }],
        repositories: [
          {
            name: 'web',
            replicas: [{ region: 'eu-west-1' }],
            images: [{ tag: 'v1', vulnerabilities: [{ name: 'CVE-2026-1', severity: 'HIGH' }] }],
          },
        ],
      },
    ),
    play: async (ground) => {
      const login = await ground.aws('ecr', 'get-login-password')
      assert.equal(login.code, 0, login.stderr)
      assert.ok(login.stdout.trim().length > 0)
      await ground.awsAnswer('ecr', 'create-repository', '--repository-name', 'copy')
      const [stored] = ground.simulator.world.repositories.get('web')?.images.values() ?? []
      const { image } = await ground.awsAnswer<PutImageResponse>(
        ...['ecr', 'put-image', '--repository-name', 'copy', '--image-tag', 'v1'],
        ...['--image-manifest', String(stored?.manifest)],
      )
      assert.equal(image?.imageId?.imageDigest, stored?.digest)
      const { imageDetails } = await ground.awsAnswer<DescribeImagesResponse>(
        ...['ecr', 'describe-images', '--repository-name', 'copy'],
      )
      assert.deepEqual(
        imageDetails?.map(({ imageTags }) => imageTags),
        [['v1']],
      )
      assert.equal(ground.simulator.world.repositories.get('copy')?.tags.get('v1'), stored?.digest)
      const scan = ['--repository-name', 'web', '--image-id', 'imageTag=v1']
      await ground.awsAnswer('ecr', 'start-image-scan', ...scan)
      const waited = await ground.aws('ecr', 'wait', 'image-scan-complete', ...scan)
      assert.equal(waited.code, 0, waited.stderr)
      const again = await ground.aws('ecr', 'start-image-scan', ...scan)
      assert.match(again.stderr, /LimitExceededException/)
      const scanned = await ground.awsAnswer<DescribeImageScanFindingsResponse>(
        ...['ecr', 'describe-image-scan-findings', ...scan],
      )
      assert.equal(scanned.imageScanFindings?.findings?.[0]?.name, 'CVE-2026-1')
      const copies = await ground.awsAnswer<DescribeImageReplicationStatusResponse>(
        ...['ecr', 'describe-image-replication-status', ...scan],
      )
      assert.equal(copies.replicationStatuses?.[0]?.status, 'COMPLETE')
      const rules = await ground.awsAnswer<DescribePullThroughCacheRulesResponse>(
        'ecr',
        'describe-pull-through-cache-rules',
      )
      assert.equal(rules.pullThroughCacheRules?.[0]?.ecrRepositoryPrefix, 'docker-hub')
    },
  },
]
