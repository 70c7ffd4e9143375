import { expect, test } from '@jest/globals'
import { targetContainer } from '../../src/task-definition/container.ts'

const definition = {
  containerDefinitions: [{ name: 'app' }, { name: 'logs', essential: false }, { name: 'proxy', essential: true }],
}

test('the named container', () => {
  expect(targetContainer(definition, 'logs')).toStrictEqual({ ok: true, value: 'logs' })
})

test('the only container', () => {
  const only = { containerDefinitions: [{ name: 'job', essential: false }] }
  expect(targetContainer(only)).toStrictEqual({ ok: true, value: 'job' })
})

test('the only essential container; essential is the default', () => {
  const sidecars = { containerDefinitions: definition.containerDefinitions.slice(0, 2) }
  expect(targetContainer(sidecars)).toStrictEqual({ ok: true, value: 'app' })
})

test.each([
  [
    'a name that does not exist',
    definition,
    'ap',
    'There is no container "ap". The task definition has "app", "logs", "proxy".',
  ],
  [
    'two essential containers',
    definition,
    undefined,
    'It is not clear which container is meant. The task definition has "app", "logs", "proxy".',
  ],
  ['no container', { containerDefinitions: [] }, undefined, 'The task definition has no containers.'],
])('%s', (_what, given, name, message) => {
  const result = targetContainer(given, name)
  expect(result.ok ? [] : result.problems.map((problem) => problem.message)).toStrictEqual([
    expect.stringContaining(message),
  ])
})
