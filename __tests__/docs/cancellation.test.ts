/** docs/cancellation.md against the calls that the source can send: none of them is without a signal and without a reason. */
import { describe, expect, test } from '@jest/globals'
import { leftOut } from '../../matrix/cancel/left-out.ts'
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
  test('has a row in a table of the page, or is named there as left out', () => {
    const forgotten = [...sent].filter((name) => !shown.has(name) && !(name in leftOut))
    expect(forgotten).toEqual([])
  })

  test('is not named as left out where it has a row, or is not sent at all', () => {
    expect(Object.keys(leftOut).filter((name) => shown.has(name) || !sent.has(name))).toEqual([])
  })

  test.each(Object.entries(leftOut))('%s is left out with its reason on the page', (name, reason) => {
    const line = readPage('docs/cancellation.md')
      .split('\n')
      .find((one) => one.startsWith('* ') && one.endsWith(`: ${reason}.`))
    expect(line).toMatch(new RegExp(`\\b${name}\\b`))
  })

  test('and the tables name no other', () => {
    expect([...shown].filter((name) => !sent.has(name))).toEqual([])
  })
})
