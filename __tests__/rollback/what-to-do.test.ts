import { expect, test } from '@jest/globals'
import { whatToDo } from '../../src/rollback/what-to-do.ts'
import { deployment, snapshot } from '../deployment/samples.ts'

test.each([
  ['another version runs', false, {}, {}, 'update'],
  ['it runs', true, {}, {}, 'unchanged'],
  ['it runs, without a rollout state', true, { rolloutState: undefined }, {}, 'unchanged'],
  ['it runs, and a task is missing', true, {}, { running: 1 }, 'settle'],
  ['it runs, and a task is starting', true, {}, { pending: 1 }, 'settle'],
  ['it is being deployed', true, { rolloutState: 'IN_PROGRESS' }, {}, 'watch'],
  ['it failed', true, { rolloutState: 'FAILED' }, {}, 'update'],
  ['its rollout is in a state that nobody knows', true, { rolloutState: 'PAUSED' }, {}, 'watch'],
  ['there is no deployment', true, { status: 'ACTIVE' }, {}, 'update'],
] as const)('%s', (_, isSame, of, more, expected) => {
  const primary = deployment('ecs-svc/1', of as Parameters<typeof deployment>[1])
  expect(whatToDo(isSame, snapshot([primary], more))).toBe(expected)
})
