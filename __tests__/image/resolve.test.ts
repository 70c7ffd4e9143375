import { describe, expect, test } from '@jest/globals'
import type { EcrAnswer, EcrImageQuery, EcrPort, ImageToolsAnswer, ImageToolsPort } from '../../src/image/ports.ts'
import { parseImageReference } from '../../src/image/reference.ts'
import { type ResolvedImage, type ResolveOptions, resolveImage } from '../../src/image/resolve.ts'

const digest = `sha256:${'a'.repeat(64)}`
const otherDigest = `sha256:${'b'.repeat(64)}`
const registry = '123456789012.dkr.ecr.eu-west-1.amazonaws.com'
const index = 'application/vnd.oci.image.index.v1+json'

function ecrThat(
  answer: (query: EcrImageQuery) => EcrAnswer,
): Pick<EcrPort, 'findImage'> & { queries: EcrImageQuery[] } {
  const queries: EcrImageQuery[] = []
  return {
    queries,
    async findImage(query) {
      queries.push(query)
      return answer(query)
    },
  }
}

function toolsThat(answer: (reference: string) => ImageToolsAnswer): ImageToolsPort & { references: string[] } {
  const references: string[] = []
  return {
    references,
    async inspect(reference) {
      references.push(reference)
      return answer(reference)
    },
  }
}

const unused: Pick<ResolveOptions, 'ecr' | 'imageTools'> = {
  ecr: ecrThat(() => {
    throw new Error('ECR was asked')
  }),
  imageTools: toolsThat(() => {
    throw new Error('docker was asked')
  }),
}

async function resolve(text: string, options: Partial<ResolveOptions>) {
  const reference = parseImageReference(text)
  if (!reference.ok) throw new Error('bad test')
  return resolveImage(reference.value, { pinDigest: 'true', ...unused, ...options })
}

async function resolved(text: string, options: Partial<ResolveOptions>): Promise<ResolvedImage> {
  const resolution = await resolve(text, options)
  if (!resolution.ok) throw new Error(resolution.problems[0]?.message)
  return resolution.value
}

async function refused(text: string, options: Partial<ResolveOptions>): Promise<string> {
  const resolution = await resolve(text, options)
  if (resolution.ok) throw new Error('It was accepted')
  return resolution.problems.map(({ message }) => message).join('\n')
}

describe('private ECR', () => {
  test('a tag becomes the digest it stands for; account and Region come from the host', async () => {
    const ecr = ecrThat(() => ({ kind: 'found', digest, mediaType: index, platforms: ['linux/amd64', 'linux/arm64'] }))
    expect(await resolved(`${registry}/team/app:1`, { ecr })).toEqual({
      image: `${registry}/team/app@${digest}`,
      digest,
      platforms: ['linux/amd64', 'linux/arm64'],
      notices: [],
    })
    expect(ecr.queries).toEqual([{ registryId: '123456789012', region: 'eu-west-1', repository: 'team/app', tag: '1' }])
  })

  test('without tag and digest it is latest that is looked up', async () => {
    const ecr = ecrThat(() => ({ kind: 'found', digest, mediaType: index }))
    expect((await resolved(`${registry}/app`, { ecr })).image).toBe(`${registry}/app@${digest}`)
    expect(ecr.queries).toMatchObject([{ tag: 'latest' }])
  })

  test('a digest stays and is only looked for', async () => {
    const ecr = ecrThat(() => ({ kind: 'found', digest, mediaType: index }))
    const image = `${registry}/app@${digest}`
    expect(await resolved(image, { ecr })).toEqual({ image, digest, notices: [] })
    expect(ecr.queries).toMatchObject([{ digest }])
  })

  test.each<[string, EcrAnswer, RegExp | undefined]>([
    ['agrees', { kind: 'found', digest, mediaType: index }, undefined],
    [
      'moved',
      { kind: 'found', digest: otherDigest, mediaType: index },
      /tag 1 .* now stands for sha256:b+\. The digest decides: sha256:a+/,
    ],
    ['is gone', { kind: 'absent' }, /tag 1 .* is no longer there\. The digest decides/],
    ['could not be looked up', { kind: 'not-looked', reason: 'x' }, undefined],
  ])('with tag and digest the digest wins when the tag %s', async (_, tagAnswer, notice) => {
    const ecr = ecrThat((query) => ('tag' in query ? tagAnswer : { kind: 'found', digest, mediaType: index }))
    const image = `${registry}/app:1@${digest}`
    const result = await resolved(image, { ecr })
    expect(result).toMatchObject({ image, digest })
    if (notice === undefined) expect(result.notices).toEqual([])
    else expect(result.notices).toEqual([expect.stringMatching(notice)])
  })

  test('an absent tag is a problem that names everything and the next step', async () => {
    const message = await refused(`${registry}/team/app:1`, { ecr: ecrThat(() => ({ kind: 'absent' })) })
    expect(message).toContain(
      'ECR repository team/app in registry 123456789012, Region eu-west-1 has no image with the tag 1',
    )
    expect(message).toContain(
      'aws ecr describe-images --registry-id 123456789012 --region eu-west-1 --repository-name team/app',
    )
  })

  test('an absent digest is a problem, also where the tag is there', async () => {
    const ecr = ecrThat((query) =>
      'digest' in query ? { kind: 'absent' } : { kind: 'found', digest: otherDigest, mediaType: index },
    )
    expect(await refused(`${registry}/app:1@${digest}`, { ecr })).toContain(`has no ${digest}`)
  })

  test('an archived image says so', async () => {
    const ecr = ecrThat(() => ({ kind: 'absent', reason: 'it is archived' }))
    expect(await refused(`${registry}/app:1`, { ecr })).toContain('has image with the tag 1, but it is archived')
  })

  test('an absent repository is a problem', async () => {
    const message = await refused(`${registry}/app:1`, { ecr: ecrThat(() => ({ kind: 'repository-absent' })) })
    expect(message).toContain('There is no ECR repository app in registry 123456789012, Region eu-west-1')
    expect(message).toContain('aws ecr describe-repositories')
  })
})

describe('could not look', () => {
  const ecr = ecrThat(() => ({ kind: 'not-looked', reason: 'the credentials do not allow ecr:BatchGetImage' }))

  test('a tag is deployed as it is written, with the reason and no digest', async () => {
    const image = `${registry}/app:1`
    const result = await resolved(image, { ecr })
    expect(result.image).toBe(image)
    expect(result).not.toHaveProperty('digest')
    expect(result.notices).toEqual([expect.stringContaining('the credentials do not allow ecr:BatchGetImage')])
  })

  test('pin-digest required turns that into a problem', async () => {
    expect(await refused(`${registry}/app:1`, { ecr, pinDigest: 'required' })).toContain('pin-digest is "required"')
  })

  test('a digest is pinned anyway, so required is content', async () => {
    const image = `${registry}/app@${digest}`
    const result = await resolved(image, { ecr, pinDigest: 'required' })
    expect(result).toMatchObject({ image, digest })
    expect(result.notices).toEqual([expect.stringContaining('could not be checked')])
  })
})

describe('other registries', () => {
  test('the tag is looked up through docker, under its full name, and written as the user wrote it', async () => {
    const imageTools = toolsThat(() => ({ kind: 'found', digest, platforms: [] }))
    expect(await resolved('nginx:1.27', { imageTools })).toMatchObject({
      image: `nginx@${digest}`,
      digest,
      notices: [],
    })
    expect(imageTools.references).toEqual(['docker.io/library/nginx:1.27'])
  })

  test('absent is a problem', async () => {
    const message = await refused('ghcr.io/o/a:1', { imageTools: toolsThat(() => ({ kind: 'absent' })) })
    expect(message).toContain('The registry ghcr.io has no image ghcr.io/o/a:1')
    expect(message).toContain('docker buildx imagetools inspect ghcr.io/o/a:1')
  })

  test('not looked is a notice', async () => {
    const imageTools = toolsThat(() => ({ kind: 'not-looked', reason: 'docker is not installed on this machine' }))
    const result = await resolved('ghcr.io/o/a:1', { imageTools })
    expect(result).toEqual({ image: 'ghcr.io/o/a:1', notices: [expect.stringContaining('docker is not installed')] })
  })
})

test.each(['ghcr.io/o/a:1', `${registry}/app:1`])('pin-digest false looks nothing up: %s', async (image) => {
  expect(await resolved(image, { pinDigest: 'false' })).toEqual({ image, notices: [] })
})

test('pin-digest false still knows a digest that is written', async () => {
  expect(await resolved(`nginx@${digest}`, { pinDigest: 'false' })).toEqual({
    image: `nginx@${digest}`,
    digest,
    notices: [],
  })
})
