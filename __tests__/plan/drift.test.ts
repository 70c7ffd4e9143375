import { describe, expect, test } from '@jest/globals'
import { commitOf, driftOf, type Traces } from '../../src/plan/drift.ts'

const sha = 'a'.repeat(40)
const run = { repository: 'octo-org/example', sha }
const ours = [
  { key: 'ecs-deploy:commit', value: 'b'.repeat(40) },
  { key: 'ecs-deploy:repository', value: 'octo-org/example' },
]
const traces: Traces = { running: 'web:7', tags: ours, newest: 7, revision: 7, settings: [], definitionDiffers: true }

function kinds(more: Partial<Traces>): readonly string[] {
  return driftOf({ ...traces, ...more }, run).map(({ kind }) => kind)
}

test('deployed from here: no drift, whatever this change changes', () => {
  expect(kinds({})).toEqual([])
  expect(kinds({ settings: ['desiredCount'] })).toEqual([])
})

describe('somebody else', () => {
  test.each<[string, Partial<Traces>, readonly string[]]>([
    ['no tags', { tags: [] }, ['not-ours']],
    ['tags of others', { tags: [{ key: 'team', value: 'web' }] }, ['not-ours']],
    ['a newer revision that does not run', { newest: 9 }, ['newer-revision']],
    ['no tags and a newer revision', { tags: [], newest: 9 }, ['not-ours', 'newer-revision']],
    ['another repository', { tags: [{ key: 'ecs-deploy:repository', value: 'octo-org/other' }] }, ['other-repository']],
    ['a copy for a rollback', { tags: [...ours, { key: 'ecs-deploy:copy-of', value: 'web:3' }] }, ['rollback-copy']],
  ])('%s', (_, more, expected) => {
    expect(kinds(more)).toEqual(expected)
  })

  test('is named', () => {
    const [drift] = driftOf({ ...traces, tags: [{ key: 'ecs-deploy:repository', value: 'octo-org/other' }] }, run)
    expect(drift?.text).toBe('web:7 was deployed by this tool from another repository: octo-org/other.')
  })
})

describe('deployed from this very commit', () => {
  const same = ours.map((tag) => (tag.key === 'ecs-deploy:commit' ? { ...tag, value: sha } : tag))

  test.each<[string, Partial<Traces>, readonly string[]]>([
    ['nothing differs', { definitionDiffers: false }, []],
    ['the definition differs', {}, ['changed-since']],
    ['a setting differs', { definitionDiffers: false, settings: ['desiredCount'] }, ['changed-since']],
  ])('%s', (_, more, expected) => {
    expect(kinds({ tags: same, ...more })).toEqual(expected)
  })
})

test('a run outside of GitHub has no repository to hold against', () => {
  expect(driftOf(traces, {})).toEqual([])
})

test('the commit of what runs', () => {
  expect(commitOf(ours)).toBe('b'.repeat(40))
  expect(commitOf([])).toBeUndefined()
})
