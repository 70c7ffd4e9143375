import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { defaultTags, mergeTags, tagValue } from '../../src/deployment/tags.ts'

test('a tag value has only characters that the API takes, and at most 256 of them', () => {
  // SDK text of Tag: 256 Unicode characters in UTF-8; letters, numbers, spaces, and + - = . _ : / @
  const long = fc.string({ unit: 'binary', maxLength: 600 })
  const letters = fc.string({
    unit: fc.constantFrom('a', 'é', '字', '𠀀', '٣', '\u{1F600}'),
    minLength: 250,
    maxLength: 300,
  })
  fc.assert(
    fc.property(fc.oneof(long, letters), (text) => {
      const value = tagValue(text)
      expect(value).toMatch(/^[\p{L}\p{N} +\-=._:/@]*$/u)
      expect([...value].length).toBeLessThanOrEqual(256)
    }),
    { numRuns: 300 },
  )
})

test('what the API takes stays as it is', () => {
  const fine = fc.string({ unit: fc.constantFrom(...'aZ09 +-=._:/@é字'), maxLength: 256 })
  fc.assert(fc.property(fine, (text) => tagValue(text) === text))
})

test.each([
  ['dependabot[bot]', 'dependabot-bot-'],
  ['a\nb', 'a-b'],
  ['50%', '50-'],
])('%j becomes %j', (text, value) => {
  expect(tagValue(text)).toBe(value)
})

test('the tags of a run name its commit, run, repository and actor, as far as they are known', () => {
  const run = { sha: 'abc', runId: '7', repository: 'octo/app', actor: 'me[bot]', workflow: 'Deploy' }
  expect(defaultTags(run)).toStrictEqual([
    { key: 'ecs-deploy:commit', value: 'abc' },
    { key: 'ecs-deploy:run', value: '7' },
    { key: 'ecs-deploy:repository', value: 'octo/app' },
    { key: 'ecs-deploy:actor', value: 'me-bot-' },
  ])
  expect(defaultTags({ sha: '', actor: 'me' })).toStrictEqual([{ key: 'ecs-deploy:actor', value: 'me' }])
})

test('of two tags with one key the last one counts', () => {
  const tag = fc.record({ key: fc.constantFrom('a', 'b', 'c'), value: fc.string() })
  fc.assert(
    fc.property(fc.array(fc.array(tag)), (lists) => {
      const merged = mergeTags(...lists)
      expect(new Set(merged.map(({ key }) => key)).size).toBe(merged.length)
      for (const { key, value } of merged) {
        expect(lists.flat().findLast((other) => other.key === key)?.value).toBe(value)
      }
      expect(merged.length).toBe(new Set(lists.flat().map(({ key }) => key)).size)
    }),
  )
})
