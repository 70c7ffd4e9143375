import { createHash } from 'node:crypto'
import {
  BatchGetImageCommand,
  CreateRepositoryCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  GetDownloadUrlForLayerCommand,
  PutImageCommand,
} from '@aws-sdk/client-ecr'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { Account, registry, scenarioWith } from './support.ts'

let account: Account
beforeEach(async () => {
  const images = [
    { tag: 'both', platforms: ['linux/amd64', 'linux/arm64'] },
    { tag: 'arm', platforms: ['linux/arm64'], labels: { commit: 'abc' } },
  ]
  account = await Account.open(scenarioWith({}, images))
})
afterEach(() => account.close())

const repositoryName = 'web'
const sha256 = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`

async function manifestOf(imageTag: string): Promise<{
  text: string
  digest: string | undefined
  parsed: { config: { digest: string }; manifests: { platform: object }[] }
}> {
  const { images = [] } = await account.ecr.send(new BatchGetImageCommand({ repositoryName, imageIds: [{ imageTag }] }))
  const text = images[0]?.imageManifest ?? ''
  return { text, digest: images[0]?.imageId?.imageDigest, parsed: JSON.parse(text) }
}

test('digests are those of the manifests', async () => {
  for (const tag of ['v1', 'both', 'arm']) {
    const { text, digest } = await manifestOf(tag)
    expect(digest).toBe(sha256(text))
  }
})

test('an index names its platforms, a single image only in its config blob', async () => {
  const index = await manifestOf('both')
  expect(index.parsed.manifests.map(({ platform }) => platform)).toEqual([
    { architecture: 'amd64', os: 'linux' },
    { architecture: 'arm64', os: 'linux' },
    { architecture: 'unknown', os: 'unknown' },
  ])
  const single = await manifestOf('arm')
  const layerDigest = single.parsed.config.digest
  const { downloadUrl = '' } = await account.ecr.send(
    new GetDownloadUrlForLayerCommand({ repositoryName, layerDigest }),
  )
  const blob = await (await fetch(downloadUrl)).text()
  expect(sha256(blob)).toBe(layerDigest)
  expect(JSON.parse(blob)).toMatchObject({ architecture: 'arm64', os: 'linux', config: { Labels: { commit: 'abc' } } })
})

test('what is missing: an entry, or an exception, as the operation has it', async () => {
  const imageIds = [{ imageTag: 'nope' }]
  const { failures } = await account.ecr.send(new BatchGetImageCommand({ repositoryName, imageIds }))
  expect(failures).toEqual([
    { imageId: { imageTag: 'nope' }, failureCode: 'ImageNotFound', failureReason: 'Requested image not found' },
  ])
  await expect(account.ecr.send(new DescribeImagesCommand({ repositoryName, imageIds }))).rejects.toMatchObject({
    name: 'ImageNotFoundException',
  })
  await expect(account.ecr.send(new BatchGetImageCommand({ repositoryName: 'nope', imageIds }))).rejects.toMatchObject({
    name: 'RepositoryNotFoundException',
  })
})

test('a pushed manifest keeps its digest under every tag', async () => {
  const { text, digest } = await manifestOf('v1')
  const { image } = await account.ecr.send(
    new PutImageCommand({ repositoryName, imageManifest: text, imageTag: 'again' }),
  )
  expect(image?.imageId?.imageDigest).toBe(digest)
  const { imageDetails = [] } = await account.ecr.send(
    new DescribeImagesCommand({ repositoryName, imageIds: [{ imageTag: 'v1' }] }),
  )
  expect(imageDetails[0]?.imageTags).toEqual(['v1', 'again'])
})

test('repositories', async () => {
  await account.ecr.send(new CreateRepositoryCommand({ repositoryName: 'team/api' }))
  const { repositories = [] } = await account.ecr.send(new DescribeRepositoriesCommand({}))
  expect(repositories.map(({ repositoryUri }) => repositoryUri)).toEqual([`${registry}/web`, `${registry}/team/api`])
})
