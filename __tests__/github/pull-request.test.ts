import { describe, expect, test } from '@jest/globals'
import { pullRequestOf } from '../../src/github/pull-request.ts'
import { commentMarker } from '../../src/github/pull-request-comment.ts'

const ours = { full_name: 'octo-org/example' }

describe('the pull request of an event', () => {
  test('from the repository itself', () => {
    const event = { pull_request: { number: 12, head: { sha: 'abc', repo: ours }, base: { repo: ours } } }
    expect(pullRequestOf(event)).toEqual({ number: 12, fromFork: false, headSha: 'abc' })
  })

  test.each([
    ['from a fork', { full_name: 'other/example' }],
    ['from a fork that was deleted', null],
  ])('%s', (_, repo) => {
    const event = { pull_request: { number: 12, head: { sha: 'abc', repo }, base: { repo: ours } } }
    expect(pullRequestOf(event)).toMatchObject({ fromFork: true })
  })

  test.each([undefined, null, 'text', {}, { pull_request: null }, { pull_request: {} }, { ref: 'refs/heads/main' }])(
    'there is none in %j',
    (event) => {
      expect(pullRequestOf(event)).toBeUndefined()
    },
  )
})

describe('the marker of a comment', () => {
  test('names environment, cluster and service', () => {
    expect(commentMarker('production', 'main', 'web')).toBe('<!-- ecs-deploy plan production/main/web -->')
  })

  test('no name can end it, or be taken for another', () => {
    expect(commentMarker('a --> <b>', 'x/y', 'w--eb')).toBe(
      '<!-- ecs-deploy plan a%20-%2D%3E%20%3Cb%3E/x%2Fy/w-%2Deb -->',
    )
    expect(commentMarker('a/b', 'c', 'd')).not.toBe(commentMarker('a', 'b/c', 'd'))
    const inside = commentMarker('---', '->', '-'.repeat(5)).slice(4, -3)
    expect(inside).not.toMatch(/--|>/)
  })
})
