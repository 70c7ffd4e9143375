import { describe, expect, test } from '@jest/globals'
import { clientToken, startedByOf, type TaskOrigin } from '../../src/run-task/token.ts'

const origin: TaskOrigin = {
  run: { runId: '17', runAttempt: '1', job: 'deploy', step: '__run', runner: 'one' },
  service: 'web',
  request: {
    cluster: 'c',
    taskDefinition: 'web:7',
    overrides: {
      containerOverrides: [{ name: 'web', command: ['migrate'], environment: [{ name: 'A', value: 'secret' }] }],
    },
  },
  otherwise: 'now',
}

test('64 characters of those that ECS takes, and the same for the same', () => {
  expect(clientToken(origin, 0)).toMatch(/^[0-9a-f]{64}$/)
  expect(clientToken(origin, 0)).toBe(clientToken(structuredClone(origin), 0))
})

describe('another one', () => {
  const request = (of: object) => ({ ...origin, request: { ...origin.request, ...of } })
  const run = (of: object) => ({ ...origin, run: { ...origin.run, ...of } })
  test.each([
    ['run', run({ runId: '18' })],
    ['attempt', run({ runAttempt: '2' })],
    ['job', run({ job: 'other' })],
    ['step', run({ step: '__run_2' })],
    ['runner', run({ runner: 'two' })],
    ['service', { ...origin, service: 'api' }],
    ['cluster', request({ cluster: 'd' })],
    ['revision', request({ taskDefinition: 'web:8' })],
    ['container', request({ overrides: { containerOverrides: [{ name: 'api', command: ['migrate'] }] } })],
    ['command', request({ overrides: { containerOverrides: [{ name: 'web', command: ['seed'] }] } })],
  ])('%s has another token', (_, other) => {
    expect(clientToken(other, 0)).not.toBe(clientToken(origin, 0))
    expect(startedByOf(other)).not.toBe(startedByOf(origin))
  })

  test('part of the run has another token, and the same startedBy', () => {
    expect(clientToken(origin, 1)).not.toBe(clientToken(origin, 0))
  })
})

test('outside GitHub two runs are two', () => {
  const local = { ...origin, run: {} }
  expect(clientToken(local, 0)).not.toBe(clientToken({ ...local, otherwise: 'later' }, 0))
})

test('startedBy has only what ECS takes', () => {
  expect(startedByOf(origin)).toMatch(/^ecs-deploy\/17\/[0-9a-f]{32}$/)
  expect(startedByOf({ ...origin, run: { runId: 'a b:c'.repeat(40) } })).toMatch(/^[\w/-]{1,128}$/)
})
