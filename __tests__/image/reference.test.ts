import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type ImageReference, parseImageReference, printImageReference, withDigest } from '../../src/image/reference.ts'
import { parseWholeReference } from '../../src/image/whole-reference.ts'

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`

function parsed(text: string): ImageReference {
  const result = parseImageReference(text)
  if (!result.ok) throw new Error(result.problems[0]?.message)
  return result.value
}

function refusal(result: ReturnType<typeof parseImageReference>): string {
  if (result.ok) throw new Error('It was accepted')
  return result.problems.map(({ message }) => message).join('\n')
}

describe('parseImageReference', () => {
  test.each([
    ['nginx', 'docker.io', 'library/nginx', undefined, undefined],
    ['nginx:1.27', 'docker.io', 'library/nginx', '1.27', undefined],
    ['org/app:v1', 'docker.io', 'org/app', 'v1', undefined],
    ['docker.io/org/app:v1', 'docker.io', 'org/app', 'v1', undefined],
    ['index.docker.io/nginx:1', 'docker.io', 'library/nginx', '1', undefined],
    ['localhost/app:1', 'localhost', 'app', '1', undefined],
    ['localhost:5000/a/b/c:1', 'localhost:5000', 'a/b/c', '1', undefined],
    ['[2001:db8::1]:5000/app:1', '[2001:db8::1]:5000', 'app', '1', undefined],
    ['Registry/app:1', 'Registry', 'app', '1', undefined],
    ['ghcr.io/org/app-x__y.z:v1_2.3-4', 'ghcr.io', 'org/app-x__y.z', 'v1_2.3-4', undefined],
    [`ghcr.io/org/app@${digest}`, 'ghcr.io', 'org/app', undefined, digest],
    [`host:5000/app:1@${digest}`, 'host:5000', 'app', '1', digest],
  ])('%s', (text, registry, repository, tag, digestWanted) => {
    const reference = parsed(text)
    expect(reference).toMatchObject({ registry, repository })
    expect(reference.tag).toBe(tag)
    expect(reference.digest).toBe(digestWanted)
  })

  test.each([
    ['', /repository is missing/],
    ['ghcr.io/', /repository is missing/],
    ['App:1', /lower case/],
    ['ghcr.io/org/App:1', /"org\/App" must be in lower case/],
    ['org/-app:1', /not a valid name/],
    ['org//app:1', /not a valid name/],
    ['org/a..b:1', /not a valid name/],
    ['org/a___b:1', /not a valid name/],
    ['app:', /tag after ":" is missing/],
    ['app:-x', /tag "-x"/],
    [`app:${'x'.repeat(129)}`, /tag "x+" is not valid/],
    ['app@', /digest after "@"/],
    ['app@sha256:abc', /digest after "@"/],
    [`app@${digest.toUpperCase()}`, /digest after "@"/],
    ['a'.repeat(64), /image id/],
    ['-bad-.io/app:1', /registry "-bad-\.io"/],
    ['host:port/app:1', /registry "host:port"/],
    ['app 1', /not a valid name/],
    ['https://ghcr.io/org/app:1', /registry "https:"/],
  ])('refuses %j', (text, message) => {
    expect(refusal(parseImageReference(text))).toMatch(message)
  })

  const account = '123456789012'
  test.each([
    [`${account}.dkr.ecr.eu-west-1.amazonaws.com`, 'eu-west-1'],
    [`${account}.dkr.ecr-fips.us-gov-west-1.amazonaws.com`, 'us-gov-west-1'],
    [`${account}.dkr-ecr.eu-west-1.on.aws`, 'eu-west-1'],
    [`${account}.dkr-ecr-fips.us-east-2.on.aws`, 'us-east-2'],
    [`${account}.dkr.ecr.cn-north-1.amazonaws.com.cn`, 'cn-north-1'],
    [`${account}.dkr-ecr.cn-northwest-1.on.amazonwebservices.com.cn`, 'cn-northwest-1'],
    [`${account}.dkr.ecr.eusc-de-east-1.amazonaws.eu`, 'eusc-de-east-1'],
  ])('%s is private ECR', (registry, region) => {
    expect(parsed(`${registry}/team/app:1`)).toMatchObject({
      registry,
      repository: 'team/app',
      ecr: { registryId: account, region },
    })
  })

  test.each([
    'public.ecr.aws/x/app:1',
    'ghcr.io/o/a:1',
    `${account}.dkr.ecr.eu-west-1.amazonaws.com.evil.io/app:1`,
    `1${account}.dkr.ecr.eu-west-1.amazonaws.com/app:1`,
  ])('%s is not private ECR', (text) => {
    expect(parsed(text).ecr).toBeUndefined()
  })

  const word = fc.stringMatching(/^[a-z0-9]{1,8}([._-][a-z0-9]{1,8})?$/)
  const references = fc.record(
    {
      registry: fc.constantFrom('docker.io', 'ghcr.io', 'localhost:5000', `${account}.dkr.ecr.eu-west-1.amazonaws.com`),
      repository: fc.array(word, { minLength: 2, maxLength: 4 }).map((words) => words.join('/')),
      tag: fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,20}$/),
      digest: fc.stringMatching(/^[a-f0-9]{64}$/).map((hex) => `sha256:${hex}`),
    },
    { requiredKeys: ['registry', 'repository'] },
  )

  test('what is printed is read back the same', () => {
    fc.assert(
      fc.property(references, (wanted) => {
        const text = printImageReference({ name: '', ...wanted })
        const reference = parsed(text)
        expect(reference).toMatchObject(wanted)
        expect(printImageReference(reference)).toBe(text)
        expect(parsed(printImageReference(reference))).toEqual(reference)
      }),
    )
  })

  test('a text that is accepted is printed to something accepted', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z0-9._:/@-]{0,30}$/), (text) => {
        const result = parseImageReference(text)
        if (!result.ok) return
        const { name, ...meaning } = result.value
        expect(text.startsWith(name)).toBe(true)
        expect(parsed(printImageReference(result.value))).toMatchObject(meaning)
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    ['nginx:1.27', `nginx@${digest}`],
    ['index.docker.io/org/app:1', `index.docker.io/org/app@${digest}`],
    [`host:5000/app:1@sha256:${'f'.repeat(64)}`, `host:5000/app@${digest}`],
  ])('withDigest keeps the name of %s as it was written', (text, pinned) => {
    expect(withDigest(parsed(text), digest)).toBe(pinned)
  })
})

describe('parseWholeReference', () => {
  test.each(['nginx:1.27', `nginx@${digest}`, 'ghcr.io/o/a:1', 'o/a:latest'])('accepts %s', (text) => {
    expect(parseWholeReference(text)).toEqual(parseImageReference(text))
  })

  test.each([
    ['latest', /single word.*\.amazonaws\.com\/my-app:latest/],
    ['v1.2.3', /single word.*my-app:v1\.2\.3/],
    [':v1', /only a tag.*my-app:v1/],
    [digest, /only a digest.*my-app@sha256:0123/],
    [`@${digest}`, /only a digest.*my-app@sha256:0123/],
    ['o/a', /neither tag nor digest.*o\/a:1\.2\.3/],
    ['ghcr.io/o/a', /neither tag nor digest/],
    ['/app:1', /no registry before the first "\/".*ecr-repository/],
    ['ghcr.io/o/a:', /tag after ":" is missing/],
    ['a b', /not a valid name/],
  ])('refuses %s', (text, message) => {
    expect(refusal(parseWholeReference(text))).toMatch(message)
  })
})
