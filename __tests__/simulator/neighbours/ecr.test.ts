import {
  BatchGetImageCommand,
  CreateRepositoryCommand,
  DescribeImageReplicationStatusCommand,
  DescribeImageScanFindingsCommand,
  DescribeImagesCommand,
  DescribePullThroughCacheRulesCommand,
  DescribeRepositoriesCommand,
  ECRClient,
  GetAuthorizationTokenCommand,
  PutImageCommand,
  StartImageScanCommand,
} from '@aws-sdk/client-ecr'
import { ECSClient, UpdateServiceCommand } from '@aws-sdk/client-ecs'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { ImageScenario, Scenario } from '../../../simulator/scenario.ts'
import { definition, registry, scenarioWith } from '../support.ts'
import { errorOf, type Neighbourhood, openNeighbourhood } from './support.ts'

let account: Neighbourhood
afterEach(() => account.simulator.close())

const repositoryName = 'web'

async function open(images: readonly ImageScenario[], rest: Scenario = {}): Promise<ECRClient> {
  account = await openNeighbourhood(scenarioWith({}, images, rest))
  return account.client(ECRClient)
}

test('copies in other Regions and accounts take their time, and may fail (facts 9.1)', async () => {
  const replicas = [
    { region: 'eu-west-1', seconds: 20 },
    { region: 'us-west-2', registryId: '444455556666', seconds: 40, failureCode: 'AccessDenied' },
  ]
  account = await openNeighbourhood({
    repositories: [
      { name: repositoryName, replicas },
      { name: 'alone', images: [{ tag: 'v1' }] },
    ],
  })
  const ecr = account.client(ECRClient)
  const { images = [] } = await ecr.send(
    new BatchGetImageCommand({ repositoryName: 'alone', imageIds: [{ imageTag: 'v1' }] }),
  )
  await ecr.send(new PutImageCommand({ repositoryName, imageTag: 'v1', imageManifest: images[0]?.imageManifest ?? '' }))
  const look = async (of = repositoryName) => {
    const input = { repositoryName: of, imageId: { imageTag: 'v1' } }
    const { replicationStatuses = [] } = await ecr.send(new DescribeImageReplicationStatusCommand(input))
    return replicationStatuses.map(({ region, registryId, status, failureCode }) => [
      region,
      registryId,
      status,
      failureCode,
    ])
  }
  expect(await look()).toEqual([
    ['eu-west-1', '111122223333', 'IN_PROGRESS', undefined],
    ['us-west-2', '444455556666', 'IN_PROGRESS', undefined],
  ])
  account.advance(40)
  expect(await look()).toEqual([
    ['eu-west-1', '111122223333', 'COMPLETE', undefined],
    ['us-west-2', '444455556666', 'FAILED', 'AccessDenied'],
  ])
  expect(await look('alone')).toEqual([])
})

describe('scans', () => {
  const findings = [
    { name: 'CVE-2026-1', severity: 'CRITICAL' as const, packageName: 'openssl' },
    { name: 'CVE-2026-2', severity: 'LOW' as const },
    { name: 'CVE-2026-3', severity: 'LOW' as const },
  ]

  test('basic: findings and their counts', async () => {
    const ecr = await open([{ tag: 'v2', scan: { findings } }])
    const input = { repositoryName, imageId: { imageTag: 'v2' } }
    const { imageScanStatus, imageScanFindings } = await ecr.send(new DescribeImageScanFindingsCommand(input))
    expect(imageScanStatus?.status).toBe('COMPLETE')
    expect(imageScanFindings?.findingSeverityCounts).toEqual({ CRITICAL: 1, LOW: 2 })
    expect(imageScanFindings?.findings?.map(({ name }) => name)).toEqual(findings.map(({ name }) => name))
    const { imageDetails = [] } = await ecr.send(
      new DescribeImagesCommand({ repositoryName, imageIds: [input.imageId] }),
    )
    expect(imageDetails[0]?.imageScanFindingsSummary?.findingSeverityCounts).toEqual({ CRITICAL: 1, LOW: 2 })
  })

  test('enhanced: the status stays ACTIVE (facts 9.1)', async () => {
    const ecr = await open([{ tag: 'v2', scan: { status: 'ACTIVE', findings } }])
    const input = { repositoryName, imageId: { imageTag: 'v2' } }
    const { imageScanStatus, imageScanFindings } = await ecr.send(new DescribeImageScanFindingsCommand(input))
    expect(imageScanStatus?.status).toBe('ACTIVE')
    expect(imageScanFindings?.findings).toBeUndefined()
    expect(imageScanFindings?.enhancedFindings?.[0]?.packageVulnerabilityDetails?.vulnerabilityId).toBe('CVE-2026-1')
  })

  test('one that goes on has no findings; an image that was never scanned has no scan', async () => {
    const ecr = await open([{ tag: 'v2', scan: { status: 'IN_PROGRESS' } }])
    const scan = (imageTag: string) =>
      ecr.send(new DescribeImageScanFindingsCommand({ repositoryName, imageId: { imageTag } }))
    expect((await scan('v2')).imageScanFindings).toBeUndefined()
    expect((await errorOf(scan('v1'))).name).toBe('ScanNotFoundException')
    expect((await errorOf(scan('nope'))).name).toBe('ImageNotFoundException')
  })

  test('started by request: it takes its time, finds what there is, and can be asked for once a day (facts 9.1)', async () => {
    const ecr = await open([{ tag: 'v2', vulnerabilities: findings }])
    const input = { repositoryName, imageId: { imageTag: 'v2' } }
    const look = () => ecr.send(new DescribeImageScanFindingsCommand(input))
    expect((await ecr.send(new StartImageScanCommand(input))).imageScanStatus?.status).toBe('IN_PROGRESS')
    const early = await look()
    expect([early.imageScanStatus?.status, early.imageScanFindings]).toEqual(['IN_PROGRESS', undefined])
    account.advance(30)
    const { imageScanStatus, imageScanFindings } = await look()
    expect(imageScanStatus?.status).toBe('COMPLETE')
    expect(imageScanFindings?.findingSeverityCounts).toEqual({ CRITICAL: 1, LOW: 2 })
    expect(imageScanFindings?.findings).toHaveLength(3)
    expect(await errorOf(ecr.send(new StartImageScanCommand(input)))).toMatchObject({
      name: 'LimitExceededException',
      message: 'The scan quota per image has been exceeded. Wait and try again.',
    })
    account.advance(24 * 3600)
    expect((await ecr.send(new StartImageScanCommand(input))).imageScanStatus?.status).toBe('IN_PROGRESS')
  })

  test.each<[string, ImageScenario, string]>([
    ['scanned when it was pushed', { tag: 'v2', scan: {} }, 'LimitExceededException'],
    ['scanned by enhanced scanning', { tag: 'v2', scan: { status: 'ACTIVE' } }, 'ValidationException'],
    ['an index', { tag: 'v2', platforms: ['linux/amd64', 'linux/arm64'] }, 'UnsupportedImageTypeException'],
    ['archived', { tag: 'v2', archived: true }, 'ImageArchivedException'],
    ['not there', { tag: 'v3' }, 'ImageNotFoundException'],
  ])('an image that is %s cannot be asked to be scanned', async (_name, image, error) => {
    const ecr = await open([image])
    const scan = ecr.send(new StartImageScanCommand({ repositoryName, imageId: { imageTag: 'v2' } }))
    expect((await errorOf(scan)).name).toBe(error)
  })

  test('a repository that scans on push begins with what is pushed, and says that it does', async () => {
    const ecr = await open([])
    const into = 'scanned'
    await ecr.send(
      new CreateRepositoryCommand({ repositoryName: into, imageScanningConfiguration: { scanOnPush: true } }),
    )
    const { repositories = [] } = await ecr.send(new DescribeRepositoriesCommand({}))
    expect(repositories.map(({ imageScanningConfiguration }) => imageScanningConfiguration?.scanOnPush)).toEqual([
      false,
      true,
    ])
    const { images = [] } = await ecr.send(new BatchGetImageCommand({ repositoryName, imageIds: [{ imageTag: 'v1' }] }))
    const imageManifest = images[0]?.imageManifest
    await ecr.send(new PutImageCommand({ repositoryName: into, imageManifest, imageTag: 'v1' }))
    await ecr.send(new PutImageCommand({ repositoryName, imageManifest, imageTag: 'again' }))
    const look = async (name: string) => {
      const { imageDetails = [] } = await ecr.send(new DescribeImagesCommand({ repositoryName: name }))
      return imageDetails[0]?.imageScanStatus?.status
    }
    expect([await look(repositoryName), await look(into)]).toEqual([undefined, 'IN_PROGRESS'])
    account.advance(30)
    expect(await look(into)).toBe('COMPLETE')
  })
})

test('an archived image cannot be read, and is listed only where that is asked for', async () => {
  const ecr = await open([{ tag: 'old', archived: true }])
  const imageIds = [{ imageTag: 'old' }]
  const { failures } = await ecr.send(new BatchGetImageCommand({ repositoryName, imageIds }))
  expect(failures).toMatchObject([{ failureCode: 'ImageInaccessible' }])
  const tags = async (input: object): Promise<unknown> => {
    const { imageDetails = [] } = await ecr.send(new DescribeImagesCommand({ repositoryName, ...input }))
    return imageDetails.map(({ imageTags, imageStatus }) => [imageTags?.[0], imageStatus])
  }
  expect(await tags({})).toEqual([['v1', 'ACTIVE']])
  expect(await tags({ filter: { imageStatus: 'ARCHIVED' } })).toEqual([['old', 'ARCHIVED']])
  expect(await tags({ imageIds })).toEqual([['old', 'ARCHIVED']])
})

test('what cannot be looked up has its own code each', async () => {
  const ecr = await open([{ tag: 'v2' }])
  const { imageDetails = [] } = await ecr.send(
    new DescribeImagesCommand({ repositoryName, imageIds: [{ imageTag: 'v2' }] }),
  )
  const imageDigest = imageDetails[0]?.imageDigest
  const imageIds = [
    { imageTag: 'nope' },
    { imageDigest: 'sha256:short' },
    { imageTag: 'v1', imageDigest },
    {},
    { imageTag: 'v2', imageDigest },
  ]
  const { failures = [], images = [] } = await ecr.send(new BatchGetImageCommand({ repositoryName, imageIds }))
  expect(failures.map(({ failureCode }) => failureCode)).toEqual([
    'ImageNotFound',
    'InvalidImageDigest',
    'ImageTagDoesNotMatchDigest',
    'MissingDigestAndTag',
  ])
  expect(images.map(({ imageId }) => imageId)).toEqual([{ imageTag: 'v2', imageDigest }])
})

test('an immutable tag is not moved', async () => {
  account = await openNeighbourhood({
    repositories: [{ name: 'web', immutableTags: true, images: [{ tag: 'v1' }, { tag: 'v2' }] }],
  })
  const ecr = account.client(ECRClient)
  const { images = [] } = await ecr.send(new BatchGetImageCommand({ repositoryName, imageIds: [{ imageTag: 'v2' }] }))
  const imageManifest = images[0]?.imageManifest
  const moved = ecr.send(new PutImageCommand({ repositoryName, imageManifest, imageTag: 'v1' }))
  expect((await errorOf(moved)).name).toBe('ImageTagAlreadyExistsException')
  await expect(ecr.send(new PutImageCommand({ repositoryName, imageManifest, imageTag: 'v3' }))).resolves.toBeDefined()
})

test('an image pulled through a cache rule: no repository before the first pull, one after it (facts 9.4)', async () => {
  const image = `${registry}/docker-hub/library/nginx:1`
  account = await openNeighbourhood(
    scenarioWith({ desiredCount: 1 }, [], {
      pullThroughCacheRules: [{ prefix: 'docker-hub', upstream: 'registry-1.docker.io' }],
      otherImages: [{ reference: 'nginx:1' }],
      taskDefinitions: [definition(image, {}, { family: 'nginx' })],
    }),
  )
  const ecr = account.client(ECRClient)
  const cached = (): Promise<object> =>
    ecr.send(new DescribeImagesCommand({ repositoryName: 'docker-hub/library/nginx', imageIds: [{ imageTag: '1' }] }))
  expect((await errorOf(cached())).name).toBe('RepositoryNotFoundException')
  await account.client(ECSClient).send(new UpdateServiceCommand({ service: 'web', taskDefinition: 'nginx' }))
  account.advance(120)
  expect(account.simulator.world.tasks.at(-1)?.lastStatus).toBe('RUNNING')
  await expect(cached()).resolves.toMatchObject({ imageDetails: [{ imageTags: ['1'] }] })
  const { pullThroughCacheRules } = await ecr.send(new DescribePullThroughCacheRulesCommand({}))
  expect(pullThroughCacheRules).toMatchObject([
    { ecrRepositoryPrefix: 'docker-hub', upstreamRegistryUrl: 'registry-1.docker.io' },
  ])
  const unknown = ecr.send(new DescribePullThroughCacheRulesCommand({ ecrRepositoryPrefixes: ['quay'] }))
  expect((await errorOf(unknown)).name).toBe('PullThroughCacheRuleNotFoundException')
})

test('a password for docker login is valid for twelve hours', async () => {
  const ecr = await open([])
  const { authorizationData = [] } = await ecr.send(new GetAuthorizationTokenCommand({}))
  const [data] = authorizationData
  expect(Buffer.from(data?.authorizationToken ?? '', 'base64').toString()).toMatch(/^AWS:/)
  expect(Number(data?.expiresAt) - account.simulator.clock.now()).toBe(12 * 3_600_000)
  expect(data?.proxyEndpoint).toBe(`https://${registry}`)
})
