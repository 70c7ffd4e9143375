import { expect, test } from '@jest/globals'
import type { WantedVersion } from '../../src/inputs/rollback-inputs.ts'
import type { Refusal } from '../../src/rollback/choose.ts'
import { refusalText } from '../../src/rollback/refusal-text.ts'

const previous: WantedVersion = { kind: 'previous' }

function textOf(why: Refusal, wanted = previous, denied: readonly string[] = []): string {
  return refusalText(why, { service: 'web', running: 'web:3', wanted, denied: new Set(denied) })
}

test.each<[Refusal, WantedVersion, RegExp]>([
  [
    { kind: 'after-rollback', by: 'ecs' },
    previous,
    /^web:3 runs because ECS itself rolled a newer deployment of web back/,
  ],
  [{ kind: 'after-rollback', by: 'deployment' }, previous, /^web:3 is itself the result of a rollback/],
  [{ kind: 'to-and-fro' }, previous, /^Before web:3, web went to and fro/],
  [{ kind: 'nothing-before' }, previous, /^ECS remembers no other version that completed in web/],
  [
    { kind: 'never-completed', status: 'STOPPED' },
    { kind: 'revision', revision: 2 },
    /^Revision 2 was deployed in web, but never completed \(its newest deployment is STOPPED\)/,
  ],
  [{ kind: 'never-completed', status: 'STOPPED' }, { kind: 'reference', reference: 'web:2' }, /^web:2 was deployed/],
  [{ kind: 'no-such-commit' }, { kind: 'commit', commit: 'a1b2c3d' }, /known to come from commit a1b2c3d/],
  [{ kind: 'several-commits', commits: ['a1', 'a2'] }, { kind: 'commit', commit: 'a' }, /several commits: a1, a2\./],
])('%j', (why, wanted, text) => {
  expect(textOf(why, wanted)).toMatch(text)
})

test('every refusal says what to do', () => {
  const kinds: Refusal[] = [
    { kind: 'after-rollback', by: 'ecs' },
    { kind: 'after-rollback', by: 'deployment' },
    { kind: 'to-and-fro' },
    { kind: 'nothing-before' },
    { kind: 'no-such-commit' },
    { kind: 'no-history' },
  ]
  for (const why of kinds) expect(textOf(why)).toMatch(/[Nn]ame the (?:version|revision) to go back to in "to"\.$/)
})

test('without the history the missing permissions are named, if that is why', () => {
  expect(textOf({ kind: 'no-history' })).toContain('could not be read, or does not go back far enough')
  expect(textOf({ kind: 'no-history' }, previous, ['ecs:ListServiceDeployments'])).toContain(
    'the permission ecs:ListServiceDeployments is missing. Allow it',
  )
})
