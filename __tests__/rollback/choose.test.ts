import { describe, expect, test } from '@jest/globals'
import { candidatesOf, choose } from '../../src/rollback/choose.ts'
import type { Past } from '../../src/rollback/past.ts'
import { arn, type Deployed, past } from './pasts.ts'

const previous = { kind: 'previous' } as const

/** The id of what is chosen, or the kind of the refusal. */
function chosen(wanted: Parameters<typeof choose>[0], history: Past): string {
  const choice = choose(wanted, history, 'web')
  if (choice.kind === 'refused') return choice.why.kind
  return 'deployment' in choice ? choice.deployment.deploymentId : choice.kind
}

describe('"previous" is', () => {
  test.each<[string, Past, string]>([
    ['the version before', past({ of: 'web:2' }, { of: 'web:1' }), 'ecs-svc/1'],
    [
      'not what failed in between',
      past({ of: 'web:3' }, { of: 'web:2', status: 'ROLLBACK_SUCCESSFUL' }, { of: 'web:1' }),
      'ecs-svc/1',
    ],
    ['not what was stopped', past({ of: 'web:3' }, { of: 'web:2', status: 'STOPPED' }, { of: 'web:1' }), 'ecs-svc/1'],
    [
      'what ran before a deployment that is going on',
      past({ of: 'web:3', status: 'IN_PROGRESS' }, { of: 'web:2' }, { of: 'web:1' }),
      'ecs-svc/2',
    ],
    [
      'what ran before a deployment that failed',
      past({ of: 'web:3', status: 'STOPPED' }, { of: 'web:2' }, { of: 'web:1' }),
      'ecs-svc/2',
    ],
    [
      'another version, not the same deployed once more',
      past({ of: 'web:2' }, { of: 'web:2' }, { of: 'web:1' }),
      'ecs-svc/1',
    ],
    [
      'the same revision where its tag stood for another image',
      past({ of: 'web:1', fingerprint: 'new' }, { of: 'web:1', fingerprint: 'old' }),
      'ecs-svc/1',
    ],
    [
      'the same revision where what its tag stands for now is not known yet',
      past({ of: 'web:1', fingerprint: undefined, status: 'IN_PROGRESS' }, { of: 'web:1' }),
      'ecs-svc/1',
    ],
    [
      'what a rollback went to, of the version deployed after it',
      past({ of: 'web:3' }, { of: 'web:1' }, { of: 'web:2' }, { of: 'web:1' }),
      'ecs-svc/1',
    ],
    [
      'the original of a copy',
      past({ of: 'web:4' }, { of: 'web:3', copyOf: 'web:1', fingerprint: 'web:1' }, { of: 'web:2' }, { of: 'web:1' }),
      'ecs-svc/1',
    ],
    [
      'the rollback that is going on',
      past({ of: 'web:1', status: 'IN_PROGRESS' }, { of: 'web:2' }, { of: 'web:1' }),
      'ecs-svc/3',
    ],
  ])('%s', (_, history, expected) => {
    expect(chosen(previous, history)).toBe(expected)
  })
})

describe('"previous" is refused', () => {
  test.each<[string, Past, string]>([
    ['with nothing before', past({ of: 'web:1' }), 'nothing-before'],
    ['with nothing before that completed', past({ of: 'web:2' }, { of: 'web:1', status: 'STOPPED' }), 'nothing-before'],
    ['without any deployment', { deployments: [], currentId: '', complete: true }, 'nothing-before'],
    ['where what runs had run before', past({ of: 'web:1' }, { of: 'web:2' }, { of: 'web:1' }), 'after-rollback'],
    [
      'where its content had, under another revision',
      past({ of: 'web:3', fingerprint: 'web:1' }, { of: 'web:2' }, { of: 'web:1' }),
      'after-rollback',
    ],
    [
      'where it is a marked copy',
      past({ of: 'web:3', copyOf: 'web:1' }, { of: 'web:2' }, { of: 'web:1' }),
      'after-rollback',
    ],
    [
      'where it is a marked copy of something forgotten',
      past({ of: 'web:3', copyOf: 'web:1' }, { of: 'web:2' }),
      'after-rollback',
    ],
    [
      'also when it was deployed once more since',
      past({ of: 'web:1' }, { of: 'web:1' }, { of: 'web:2' }, { of: 'web:1' }),
      'after-rollback',
    ],
    [
      'where what was in between never completed: somebody went back by hand',
      past({ of: 'web:1' }, { of: 'web:2', status: 'STOPPED' }, { of: 'web:1' }),
      'after-rollback',
    ],
    [
      'where the service went to and fro',
      past({ of: 'web:3' }, { of: 'web:2' }, { of: 'web:1' }, { of: 'web:2' }, { of: 'web:1' }),
      'to-and-fro',
    ],
    [
      'where what ran before is a copy of something forgotten',
      past({ of: 'web:4' }, { of: 'web:3', copyOf: 'web:1' }, { of: 'web:2' }),
      'to-and-fro',
    ],
    [
      'where the one before cannot be read',
      past({ of: 'web:2' }, { of: '', taskDefinitionArn: undefined, fingerprint: undefined }, { of: 'web:0' }),
      'no-history',
    ],
  ])('%s', (_, history, expected) => {
    expect(chosen(previous, history)).toBe(expected)
  })

  test.each(['ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS', 'ROLLBACK_SUCCESSFUL', 'ROLLBACK_FAILED'])(
    'where ECS went back from a newer deployment: %s',
    (status) => {
      const history = past({ of: 'web:3', status }, { of: 'web:2' }, { of: 'web:1' })
      expect(choose(previous, { ...history, currentId: 'ecs-svc/2' }, 'web')).toEqual({
        kind: 'refused',
        why: { kind: 'after-rollback', by: 'ecs' },
      })
    },
  )
})

describe('without a history, from what still has tasks, "previous" is', () => {
  const listed = (...deployments: readonly Deployed[]) => ({ ...past(...deployments), complete: false })

  test.each<[string, Past, string]>([
    [
      'what runs beside a deployment that is going on',
      listed({ of: 'web:2', status: 'IN_PROGRESS' }, { of: 'web:1' }),
      'ecs-svc/1',
    ],
    ['or beside one that failed', listed({ of: 'web:2', status: 'STOPPED' }, { of: 'web:1' }), 'ecs-svc/1'],
    ['not known after a deployment that completed', listed({ of: 'web:2' }, { of: 'web:1' }), 'no-history'],
    ['not known with nothing beside it', listed({ of: 'web:2', status: 'IN_PROGRESS' }), 'no-history'],
    [
      'not known where an older revision is being deployed',
      listed({ of: 'web:1', status: 'IN_PROGRESS' }, { of: 'web:2' }),
      'no-history',
    ],
    [
      'not known where a copy is being deployed',
      listed({ of: 'web:3', copyOf: 'web:1', status: 'IN_PROGRESS' }, { of: 'web:2' }),
      'no-history',
    ],
    ['not known for another family', listed({ of: 'api:3', status: 'IN_PROGRESS' }, { of: 'web:2' }), 'no-history'],
    [
      'refused where ECS goes back',
      {
        ...listed({ of: 'web:2', status: 'ROLLBACK_IN_PROGRESS' }, { of: 'web:1', status: 'IN_PROGRESS' }),
        currentId: 'ecs-svc/1',
      },
      'after-rollback',
    ],
  ])('%s', (_, history, expected) => {
    expect(chosen(previous, history)).toBe(expected)
  })
})

describe('a named version is', () => {
  const [a, b] = ['a1'.repeat(20), 'a1b'.padEnd(40, '0')]
  const history = past(
    { of: 'web:4', commit: b },
    { of: 'web:3', status: 'ROLLBACK_SUCCESSFUL', commit: 'c'.repeat(40) },
    { of: 'web:2', commit: a },
    { of: 'web:2', commit: a },
    { of: 'web:1' },
  )

  test.each<[string, Parameters<typeof choose>[0], string]>([
    ['the newest success of a revision number', { kind: 'revision', revision: 2 }, 'ecs-svc/3'],
    ['of family:revision', { kind: 'reference', reference: 'web:1' }, 'ecs-svc/1'],
    ['of an ARN', { kind: 'reference', reference: arn('web:1') }, 'ecs-svc/1'],
    ['what runs', { kind: 'revision', revision: 4 }, 'ecs-svc/5'],
    ['refused if it never completed', { kind: 'revision', revision: 3 }, 'never-completed'],
    ['open if the history does not know it', { kind: 'revision', revision: 9 }, 'not-in-history'],
    ['the success of a commit', { kind: 'commit', commit: a }, 'ecs-svc/3'],
    ['of its first digits', { kind: 'commit', commit: 'a1a1a1a' }, 'ecs-svc/3'],
    ['refused for the beginning of two commits', { kind: 'commit', commit: 'a1' }, 'several-commits'],
    ['refused for a commit that never completed', { kind: 'commit', commit: 'ccccccc' }, 'never-completed'],
    ['refused for a commit that is not known', { kind: 'commit', commit: 'ddddddd' }, 'no-such-commit'],
  ])('%s', (_, wanted, expected) => {
    expect(chosen(wanted, history)).toBe(expected)
  })

  test('a number means the family that the service runs', () => {
    expect(choose({ kind: 'revision', revision: 7 }, history, 'api')).toEqual({
      kind: 'not-in-history',
      reference: 'api:7',
    })
  })

  test('a commit that is not found in half a history is not denied', () => {
    expect(chosen({ kind: 'commit', commit: 'ddddddd' }, { ...history, complete: false })).toBe('no-history')
  })
})

test('candidates are the other versions that completed, each once, newest first', () => {
  const history = past(
    { of: 'web:1' },
    { of: 'web:3', status: 'STOPPED' },
    { of: 'web:2' },
    { of: 'web:2' },
    { of: 'web:1' },
    { of: 'web:0' },
  )
  expect(candidatesOf(history).map(({ deployment, left }) => [deployment.deploymentId, left])).toEqual([
    ['ecs-svc/4', true],
    ['ecs-svc/1', false],
  ])
})

describe('what ran before a run', () => {
  const run = { kind: 'run', run: '2' } as const
  test.each<[string, Past, string]>([
    ['is the version before it', past({ of: 'web:2', run: '2' }, { of: 'web:1', run: '1' }), 'ecs-svc/1'],
    [
      'also where others have deployed since',
      past({ of: 'web:3', run: '3' }, { of: 'web:2', run: '2' }, { of: 'web:1' }),
      'ecs-svc/1',
    ],
    [
      'not what did not complete',
      past({ of: 'web:3', run: '2' }, { of: 'web:2', status: 'STOPPED' }, { of: 'web:1' }),
      'ecs-svc/1',
    ],
    [
      'not what the same run had deployed before',
      past({ of: 'web:3', run: '2' }, { of: 'web:2', run: '2' }, { of: 'web:1' }),
      'ecs-svc/1',
    ],
    [
      'of the newest deployment, where a revision was used again',
      past({ of: 'web:1', run: '2' }, { of: 'web:2', run: '1' }, { of: 'web:1', run: '2' }),
      'ecs-svc/2',
    ],
    [
      'also where it was taken back already, by a copy that carries the run of its original',
      past(
        { of: 'web:3', run: '1', copyOf: 'web:1', fingerprint: 'web:1' },
        { of: 'web:2', run: '2' },
        { of: 'web:1', run: '1' },
      ),
      'ecs-svc/1',
    ],
    ['is nothing where the run has not deployed it', past({ of: 'web:3', run: '3' }, { of: 'web:1' }), 'not-of-run'],
    ['cannot be told of the first deployment', past({ of: 'web:2', run: '2' }), 'nothing-before'],
    ['cannot be told without a history', { ...past({ of: 'web:2', run: '2' }), complete: false }, 'no-history'],
  ])('%s', (_, history, expected) => expect(chosen(run, history)).toBe(expected))
})
