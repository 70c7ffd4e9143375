import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { generateShape } from '../../scripts/task-definition-shape.ts'
import { READ_ONLY_MEMBERS } from '../../src/task-definition/shape.ts'

test('the committed shape is what the installed SDK gives', () => {
  const committed = readFileSync(new URL('../../src/task-definition/shape.ts', import.meta.url), 'utf8')
  expect(generateShape()).toBe(committed)
})

test('nine members are only in answers', () => {
  expect(READ_ONLY_MEMBERS.toSorted()).toStrictEqual([
    'compatibilities',
    'deleteRequestedAt',
    'deregisteredAt',
    'registeredAt',
    'registeredBy',
    'requiresAttributes',
    'revision',
    'status',
    'taskDefinitionArn',
  ])
})
