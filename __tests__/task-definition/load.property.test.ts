import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { stringify } from 'yaml'
import { loadTaskDefinition } from '../../src/task-definition/load.ts'
import { anyDefinition, anyText } from './arbitrary.ts'

const file = 'task-definition.json'

test('a definition that is written as JSON is loaded as it was', () => {
  fc.assert(
    fc.property(anyDefinition, fc.constantFrom(undefined, 2, '\t'), (definition, indent) => {
      const loaded = loadTaskDefinition(JSON.stringify(definition, null, indent), { file })
      expect(loaded).toMatchObject({ ok: true, value: { notices: [] } })
      expect(loaded.ok && loaded.value.definition).toStrictEqual(definition)
    }),
    { numRuns: 150 },
  )
})

test('a definition that is written as YAML is loaded as it was', () => {
  fc.assert(
    fc.property(anyDefinition, (definition) => {
      const loaded = loadTaskDefinition(stringify(definition, { version: '1.2' }), { file: 'task-definition.yml' })
      expect(loaded.ok ? loaded.value.definition : loaded.problems).toStrictEqual(definition)
    }),
    { numRuns: 100 },
  )
})

test('the value of a variable stays in its place, whatever it is', () => {
  fc.assert(
    fc.property(anyText, (value) => {
      const text = '{"family": "f", "containerDefinitions": [{"name": "app", "user": "<${V}>", "hostname": ${V}}]}'
      const loaded = loadTaskDefinition(text, { file, variables: new Map([['V', value]]) })
      const containerDefinitions = [{ name: 'app', user: `<${value}>`, hostname: value }]
      expect(loaded.ok ? loaded.value.definition : loaded.problems).toStrictEqual({ family: 'f', containerDefinitions })
    }),
  )
})

test('every text gives a definition or problems at places in the file, never an exception', () => {
  const damaged = fc.tuple(anyDefinition, fc.nat(), fc.nat(6), anyText).map(([definition, at, length, inserted]) => {
    const text = JSON.stringify(definition, null, 1)
    const from = at % (text.length + 1)
    return text.slice(0, from) + inserted + text.slice(from + length)
  })
  const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.json(), damaged)
  const variables = fc.constantFrom(undefined, new Map([['NAME', 'value']]))
  fc.assert(
    fc.property(anything, variables, (text, given) => {
      const loaded = loadTaskDefinition(text, given === undefined ? { file } : { file, variables: given })
      const lines = text.split('\n')
      for (const { line = 0, column = 0, message } of loaded.ok ? [] : loaded.problems) {
        expect(message).not.toBe('')
        expect(line).toBeGreaterThanOrEqual(1)
        expect(line).toBeLessThanOrEqual(lines.length)
        expect(column).toBeGreaterThanOrEqual(1)
        expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1)
      }
      expect(loaded.ok || loaded.problems.length).toBeTruthy()
    }),
    { numRuns: 1000 },
  )
})

test('brackets without end and aliases of aliases are refused', () => {
  const bomb = ['a0: &a0 [x]', ...Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`)].join(
    '\n',
  )
  for (const text of ['['.repeat(20_000), '{"a":'.repeat(10_000), bomb, 'a: &a [*a]']) {
    expect(loadTaskDefinition(text, { file }).ok).toBe(false)
  }
})
