import type { Task } from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  digestIn,
  imagesOf,
  isPinned,
  resourceName,
  versionOf,
  withRevisionDigests,
  withTaskDigests,
} from '../../src/deployment/version.ts'
import { revisionArn } from './samples.ts'

const digest = (digit: string) => `sha256:${digit.repeat(64)}`

test.each([
  [revisionArn(7), 'web:7'],
  ['arn:aws-cn:ecs:cn-north-1:111122223333:task-definition/web:7', 'web:7'],
  ['web:7', 'web:7'],
  ['', ''],
])('the short name of %j is %j', (reference, name) => {
  expect(resourceName(reference)).toBe(name)
})

test.each([
  [`registry.example:5000/a/web@${digest('a')}`, digest('a')],
  [`web:v1@${digest('0')}`, digest('0')],
  ['web:v1', undefined],
  [`web@${digest('a').slice(0, -1)}`, undefined],
  [`web@${digest('A')}`, undefined],
  [`web@${digest('a')}b`, undefined],
  [digest('a'), undefined],
])('the digest in %s is %s', (image, found) => {
  expect(digestIn(image)).toBe(found)
})

test('a definition as a version', () => {
  const containerDefinitions = [
    { name: 'web', image: `web@${digest('a')}` },
    { name: 'side', image: 'side:1' },
  ]
  expect(versionOf({ family: 'web', revision: 7, taskDefinitionArn: revisionArn(7), containerDefinitions })).toEqual({
    taskDefinition: 'web:7',
    taskDefinitionArn: revisionArn(7),
    images: [
      { container: 'web', image: `web@${digest('a')}`, digest: digest('a') },
      { container: 'side', image: 'side:1' },
    ],
  })
})

const anyImage = fc.record({
  name: fc.constantFrom('web', 'side', 'log'),
  image: fc.oneof(
    fc.constantFrom('web:v1', 'web'),
    fc.constantFrom('a', 'b').map((digit) => `web@${digest(digit)}`),
  ),
})
const anyImages = fc.uniqueArray(anyImage, { selector: ({ name }) => name, minLength: 1 })
const anyResolved = fc.dictionary(
  fc.constantFrom('web', 'side', 'log', 'stranger'),
  fc.constantFrom('c', 'd').map(digest),
)

const version = (images: readonly { name: string; image: string }[]) => ({
  taskDefinition: 'web:7',
  taskDefinitionArn: revisionArn(7),
  images: imagesOf(images),
})

const tasks = (resolved: Readonly<Record<string, string>>): Task[] =>
  Object.entries(resolved).map(([name, imageDigest]) => ({ containers: [{ name, imageDigest }, { name: 'unpulled' }] }))

const revisionImages = (resolved: Readonly<Record<string, string>>) =>
  Object.entries(resolved).map(([containerName, imageDigest]) => ({ containerName, imageDigest }))

describe('digests that were resolved', () => {
  test('are filled in where the image names none, and change nothing else', () => {
    fc.assert(
      fc.property(anyImages, anyResolved, (images, resolved) => {
        const before = version(images)
        const known = before.images.map((image) => {
          const found =
            image.digest ?? (Object.hasOwn(resolved, image.container) ? resolved[image.container] : undefined)
          return found === undefined ? image : { ...image, digest: found }
        })
        expect(withRevisionDigests(before, revisionImages(resolved))).toStrictEqual({ ...before, images: known })
        expect(withTaskDigests(before, tasks(resolved))).toStrictEqual({ ...before, images: known })
      }),
    )
  })

  test('do not make a version pinned: what is written decides', () => {
    const tagged = version([{ name: 'web', image: 'web:v1' }])
    expect(isPinned(withRevisionDigests(tagged, revisionImages({ web: digest('c') })))).toBe(false)
  })
})

test('a version is pinned where every image names its digest', () => {
  expect(isPinned(version([{ name: 'web', image: `web@${digest('a')}` }]))).toBe(true)
  const half = [
    { name: 'web', image: `web@${digest('a')}` },
    { name: 'side', image: 'side:1' },
  ]
  expect(isPinned(version(half))).toBe(false)
})
