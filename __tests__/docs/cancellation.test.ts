/** docs/cancellation.md against the calls that the source can send: none of them is without a signal. */
import { describe, expect, test } from '@jest/globals'
import { ecrOperations } from '../../simulator/ecr/operations.ts'
import { ecsOperations } from '../../simulator/ecs/operations.ts'
import { operationsSentBy } from './operations.ts'
import { readPage } from './pages.ts'

const sent = new Set(operationsSentBy('src/**/*.ts'))

/** The first word of each row of the tables of docs/cancellation.md. */
const shown = new Set([...readPage('docs/cancellation.md').matchAll(/^\| (\w+): /gm)].map(([, name]) => String(name)))

test('the calls are found in the source: commands, paginators, and those of the small clients', () => {
  expect([...sent]).toEqual(
    expect.arrayContaining(['UpdateService', 'ListTaskDefinitions', 'BatchGetImage', 'DescribeAlarms', 'GetRole']),
  )
  // An import of a whole service, or a name that is put together, would not be seen.
  const known = [...Object.keys(ecsOperations), ...Object.keys(ecrOperations(() => ''))]
  expect([...sent].filter((name) => known.includes(name)).length).toBeGreaterThan(20)
})

describe('every operation that the action may send', () => {
  test('has a row in a table of the page', () => {
    expect([...sent].filter((name) => !shown.has(name))).toEqual([])
  })

  test('and the tables name no other', () => {
    expect([...shown].filter((name) => !sent.has(name))).toEqual([])
  })
})
