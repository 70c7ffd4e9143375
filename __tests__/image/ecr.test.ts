import {
  BatchGetImageCommand,
  DescribePullThroughCacheRulesCommand,
  ECRClient,
  GetDownloadUrlForLayerCommand,
  ImageFailureCode,
  RepositoryNotFoundException,
} from '@aws-sdk/client-ecr'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { ecrImages } from '../../src/image/ecr.ts'

const digest = `sha256:${'a'.repeat(64)}`
const ecr = mockClient(ECRClient)
const regions: string[] = []
const port = ecrImages(async (region) => {
  regions.push(region)
  return new ECRClient({ region, credentials: { accessKeyId: 'x', secretAccessKey: 'x' } })
})
const config = { registryId: '123456789012', region: 'eu-west-1', repository: 'team/app', digest }
const query = { registryId: '123456789012', region: 'eu-west-1', repository: 'team/app', tag: '1' }

beforeEach(() => {
  ecr.reset()
  regions.length = 0
})

function named(name: string, message = 'refused'): Error {
  return Object.assign(new Error(message), { name })
}

function repositoryNotFound(): RepositoryNotFoundException {
  return new RepositoryNotFoundException({ message: 'The repository does not exist', $metadata: {} })
}

describe('found', () => {
  test('asks the registry and Region of the image, and takes the manifest as it is stored', async () => {
    ecr.on(BatchGetImageCommand).resolves({
      images: [
        {
          imageId: { imageDigest: digest, imageTag: '1' },
          imageManifest: JSON.stringify({ config: { digest } }),
          imageManifestMediaType: 'application/vnd.oci.image.manifest.v1+json',
        },
      ],
    })
    expect(await port.findImage(query)).toEqual({
      kind: 'found',
      digest,
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
      config,
    })
    expect(regions).toEqual(['eu-west-1'])
    expect(ecr.commandCalls(BatchGetImageCommand)[0]?.args[0].input).toEqual({
      registryId: '123456789012',
      repositoryName: 'team/app',
      imageIds: [{ imageTag: '1' }],
    })
  })

  test('asks by digest', async () => {
    ecr.on(BatchGetImageCommand).resolves({ images: [{ imageId: { imageDigest: digest } }] })
    const { tag: _, ...rest } = query
    expect(await port.findImage({ ...rest, digest })).toMatchObject({ kind: 'found', digest })
    expect(ecr.commandCalls(BatchGetImageCommand)[0]?.args[0].input.imageIds).toEqual([{ imageDigest: digest }])
  })

  test('an index tells its platforms; build attestations are none', async () => {
    const manifests = [
      { platform: { os: 'linux', architecture: 'amd64' } },
      { platform: { os: 'linux', architecture: 'arm', variant: 'v7' } },
      { platform: { os: 'unknown', architecture: 'unknown' } },
      {},
    ]
    ecr.on(BatchGetImageCommand).resolves({
      images: [
        {
          imageId: { imageDigest: digest },
          imageManifest: JSON.stringify({ manifests }),
          imageManifestMediaType: 'application/vnd.oci.image.index.v1+json',
        },
      ],
    })
    expect(await port.findImage(query)).toMatchObject({ platforms: ['linux/amd64', 'linux/arm/v7'] })
  })

  test('a manifest that cannot be read is still found', async () => {
    ecr.on(BatchGetImageCommand).resolves({ images: [{ imageId: { imageDigest: digest }, imageManifest: '{' }] })
    expect(await port.findImage(query)).toEqual({ kind: 'found', digest, mediaType: '' })
  })
})

describe('failure entries', () => {
  test.each([
    [ImageFailureCode.ImageNotFound, { kind: 'absent' }],
    [ImageFailureCode.ImageInaccessible, { kind: 'absent', reason: expect.stringContaining('archived') }],
    [
      ImageFailureCode.UpstreamTooManyRequests,
      { kind: 'not-looked', reason: expect.stringContaining('UpstreamTooManyRequests') },
    ],
    [ImageFailureCode.KmsError, { kind: 'not-looked', reason: expect.stringContaining('KmsError') }],
  ])('%s', async (failureCode, answer) => {
    ecr.on(BatchGetImageCommand).resolves({ images: [], failures: [{ failureCode, failureReason: 'because' }] })
    expect(await port.findImage(query)).toEqual(answer)
  })

  test('neither image nor failure is no answer', async () => {
    ecr.on(BatchGetImageCommand).resolves({ images: [], failures: [] })
    expect(await port.findImage(query)).toEqual({ kind: 'not-looked', reason: 'ECR answered nothing' })
  })
})

describe('errors', () => {
  test.each([
    ['AccessDeniedException', 'the credentials do not allow ecr:BatchGetImage'],
    ['ExpiredTokenException', 'the credentials were refused (ExpiredTokenException)'],
    ['ThrottlingException', 'ecr:BatchGetImage: ThrottlingException: refused'],
    ['TimeoutError', 'ecr:BatchGetImage: no answer within the time limit'],
  ])('%s is not a look-up', async (name, reason) => {
    ecr.on(BatchGetImageCommand).rejects(named(name))
    expect(await port.findImage(query)).toEqual({ kind: 'not-looked', reason })
  })
})

describe('the repository does not exist', () => {
  beforeEach(() => {
    ecr.on(BatchGetImageCommand).rejects(repositoryNotFound())
  })

  test('no pull-through cache rule covers it: it is absent, and every page of the rules was read', async () => {
    ecr
      .on(DescribePullThroughCacheRulesCommand)
      .resolvesOnce({ pullThroughCacheRules: [{ ecrRepositoryPrefix: 'tea' }], nextToken: 'more' })
      .resolvesOnce({ pullThroughCacheRules: [{ ecrRepositoryPrefix: 'docker-hub' }] })
    expect(await port.findImage(query)).toEqual({ kind: 'repository-absent' })
    expect(ecr.commandCalls(DescribePullThroughCacheRulesCommand)).toHaveLength(2)
  })

  test.each(['team', 'ROOT'])('the rule %s covers it: nothing is proved', async (ecrRepositoryPrefix) => {
    ecr.on(DescribePullThroughCacheRulesCommand).resolves({ pullThroughCacheRules: [{ ecrRepositoryPrefix }] })
    const reason = expect.stringContaining(`pull-through cache rule ${ecrRepositoryPrefix}`)
    expect(await port.findImage(query)).toEqual({ kind: 'not-looked', reason })
  })

  test('the rules may not be read: a name with a prefix stays open', async () => {
    ecr.on(DescribePullThroughCacheRulesCommand).rejects(named('AccessDeniedException'))
    const reason = expect.stringContaining('do not allow ecr:DescribePullThroughCacheRules')
    expect(await port.findImage(query)).toEqual({ kind: 'not-looked', reason })
  })

  test('the rules may not be read: a name without a prefix is absent', async () => {
    ecr.on(DescribePullThroughCacheRulesCommand).rejects(named('AccessDeniedException'))
    expect(await port.findImage({ ...query, repository: 'app' })).toEqual({ kind: 'repository-absent' })
  })
})

describe('the platform of a single image', () => {
  const downloaded: string[] = []
  const reading = (text: string) =>
    ecrImages(
      async (region) => new ECRClient({ region, credentials: { accessKeyId: 'x', secretAccessKey: 'x' } }),
      undefined,
      async (url) => {
        downloaded.push(url)
        return text
      },
    ).readPlatform(config)

  test.each([
    ['{"os":"linux","architecture":"arm64","variant":"v8"}', 'linux/arm64/v8'],
    ['{"os":"linux","architecture":"amd64"}', 'linux/amd64'],
    ['{"mediaType":"something else"}', undefined],
  ])('%s', async (text, platform) => {
    ecr.on(GetDownloadUrlForLayerCommand).resolves({ downloadUrl: 'https://layers.example/1' })
    expect(await reading(text)).toBe(platform)
    expect(downloaded.at(-1)).toBe('https://layers.example/1')
    expect(ecr.commandCalls(GetDownloadUrlForLayerCommand)[0]?.args[0].input).toEqual({
      registryId: '123456789012',
      repositoryName: 'team/app',
      layerDigest: digest,
    })
  })

  test('what cannot be read is an error, for the caller to tell', async () => {
    ecr.on(GetDownloadUrlForLayerCommand).rejects(named('LayersNotFoundException'))
    await expect(reading('{}')).rejects.toThrow('refused')
    ecr.on(GetDownloadUrlForLayerCommand).resolves({ downloadUrl: 'https://layers.example/1' })
    await expect(reading('<html>')).rejects.toThrow(SyntaxError)
  })
})
