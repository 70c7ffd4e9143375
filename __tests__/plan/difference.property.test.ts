import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { countOf, definitionDifference } from '../../src/plan/difference.ts'
import { equalDefinitions } from '../../src/task-definition/compare.ts'
import { anyDefinition } from '../task-definition/arbitrary.ts'
import { described } from '../task-definition/described.ts'
import { anyCanary, planted } from './planted.ts'

const runs = { numRuns: 100 }

test('a definition does not differ from what ECS answers about it', () => {
  fc.assert(
    fc.property(anyDefinition, (definition) => {
      expect(countOf(definitionDifference(definition, described(definition)))).toBe(0)
    }),
    runs,
  )
})

test('there is a difference if and only if the definitions are not equal', () => {
  fc.assert(
    fc.property(anyDefinition, anyDefinition, fc.boolean(), (one, other, mixed) => {
      const after = mixed ? { ...one, containerDefinitions: other.containerDefinitions } : other
      expect(countOf(definitionDifference(one, after)) === 0).toBe(equalDefinitions(one, after))
    }),
    runs,
  )
})

test('what is added one way is removed the other way', () => {
  const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const
  fc.assert(
    fc.property(anyDefinition, anyDefinition, (one, other) => {
      const there = definitionDifference(one, other)
      const back = definitionDifference(other, one)
      expect(back.containers.map(({ name, kind }) => [name, turned[kind]])).toEqual(
        there.containers.map(({ name, kind }) => [name, kind]),
      )
      expect(back.task.map(({ path, kind }) => [path, turned[kind]])).toEqual(
        there.task.map(({ path, kind }) => [path, kind]),
      )
    }),
    runs,
  )
})

test('no value of a variable, label, command or free option is in it', () => {
  fc.assert(
    fc.property(anyDefinition, anyDefinition, (one, other) => {
      const text = JSON.stringify(definitionDifference(planted(one, 1), planted(other, 2)))
      expect(text).not.toMatch(anyCanary)
    }),
    runs,
  )
})
