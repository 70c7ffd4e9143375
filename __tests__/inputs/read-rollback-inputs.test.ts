import { describe, expect, test } from '@jest/globals'
import { readRollbackInputs } from '../../src/inputs/read-rollback-inputs.ts'
import { rollbackForeignNames } from '../../src/inputs/rollback-foreign-names.ts'
import { rollbackInputNames } from '../../src/inputs/rollback-input-names.ts'
import type { RollbackInputs } from '../../src/inputs/rollback-inputs.ts'
import { formatProblem } from '../../src/problem.ts'
import { type Given, inputVariables } from './read.ts'

function read(given: Given) {
  return readRollbackInputs(inputVariables(given))
}

function accepted(given: Given): RollbackInputs {
  const result = read({ service: 'web', ...given })
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'))
  return result.value
}

function refused(given: Given): readonly string[] {
  const result = read({ service: 'web', ...given })
  if (result.ok) throw new Error('The inputs were accepted')
  return result.problems.map(formatProblem)
}

test('only a service has to be given; the rest has defaults', () => {
  expect(accepted({})).toEqual({
    cluster: 'default',
    services: ['web'],
    to: { kind: 'previous' },
    rollbackWaitMinutes: 30,
    allowUnknownMembers: [],
    dryRun: false,
  })
})

test('everything at once, with empty inputs as unset ones', () => {
  const given = {
    cluster: 'main',
    service: ' ',
    services: '# the order counts\nweb\n\nworker',
    'aws-region': 'eu-west-1',
    to: 'Previous',
    'rollback-wait-minutes': '0.5',
    'allow-unknown-members': 'newMember',
    'dry-run': 'TRUE',
  }
  expect(accepted(given)).toEqual({
    cluster: 'main',
    services: ['web', 'worker'],
    region: 'eu-west-1',
    to: { kind: 'previous' },
    rollbackWaitMinutes: 0.5,
    allowUnknownMembers: ['newMember'],
    dryRun: true,
  })
  expect(Object.isFrozen(accepted(given).services)).toBe(true)
})

test.each([
  ['12', { kind: 'revision', revision: 12 }],
  ['1000000', { kind: 'revision', revision: 1_000_000 }],
  ['1234567', { kind: 'commit', commit: '1234567' }],
  ['0012345', { kind: 'commit', commit: '0012345' }],
  ['web:12', { kind: 'reference', reference: 'web:12' }],
  [
    'arn:aws-cn:ecs:cn-north-1:111122223333:task-definition/web:12',
    { kind: 'reference', reference: 'arn:aws-cn:ecs:cn-north-1:111122223333:task-definition/web:12' },
  ],
  ['A1B2C3D', { kind: 'commit', commit: 'a1b2c3d' }],
  ['f'.repeat(40), { kind: 'commit', commit: 'f'.repeat(40) }],
])('to %s', (to, wanted) => {
  expect(accepted({ to }).to).toEqual(wanted)
})

test.each([
  '0',
  'a1b2c3',
  'g'.repeat(7),
  'f'.repeat(41),
  'web:0',
  'web',
  'latest',
  'arn:aws:ecs:x:1:task-definition/web:1',
])('to %s is none of what it can be', (to) => {
  expect(refused({ to })).toEqual([expect.stringMatching(/^Input "to": ".*" is none of these: previous, the number/)])
})

describe('the services', () => {
  test.each([
    ['none', { service: '' }, /Input "service": It is missing/],
    ['both inputs', { services: 'worker' }, /Input "services": service is given as well/],
    ['one twice', { service: '', services: 'web\nweb' }, /Input "services": web is given twice/],
    ['no name', { service: 'my service' }, /Input "service": "my service" is not the name or the ARN/],
    [
      'a task definition for several',
      { service: '', services: 'web\nworker', to: 'web:1' },
      /Input "to": It names one/,
    ],
  ])('%s is refused', (_, given, message) => {
    expect(refused(given)).toEqual([expect.stringMatching(message)])
  })

  test('one in the list may have a task definition', () => {
    expect(accepted({ service: '', services: 'web', to: 'web:1' }).services).toEqual(['web'])
  })
})

describe('inputs of others', () => {
  test.each([
    ['revision', /use to/],
    ['task_definition', /use to/],
    ['image', /use to/],
    ['cluster-name', /use cluster/],
    ['wait-for-minutes', /use rollback-wait-minutes/],
    ['rollback-on-failure', /never rolled back/],
    ['on-cancel', /remove it/],
    ['dry_run', /Did you mean dry-run\?/],
    ['sevice', /Did you mean service\?/],
  ])('%s', (name, message) => {
    expect(refused({ [name]: 'x' })).toEqual([expect.stringMatching(message)])
  })

  test('recommend only inputs that exist, and none of our own are among them', () => {
    const names: readonly (string | undefined)[] = rollbackInputNames
    const recommended = [...rollbackForeignNames.values()].flatMap((text) =>
      [...text.matchAll(/\buse ([a-z-]+)/g)].map(([, name]) => name),
    )
    expect(recommended.length).toBeGreaterThan(10)
    expect(recommended.filter((name) => !names.includes(name))).toEqual([])
    expect([...rollbackForeignNames.keys()].filter((name) => names.includes(name))).toEqual([])
  })
})
