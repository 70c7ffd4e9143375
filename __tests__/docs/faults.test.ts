/** docs/faults.md against the operations that the action knows: none is left out of the matrix without a word. */
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { operationsSentBy } from './operations.ts'
import { codeBlocks } from './pages.ts'

const page = readFileSync('docs/faults.md', 'utf8')
const inTable = new Set([...page.matchAll(/^\| ([A-Z][A-Za-z]+): /gm)].map(([, operation = '']) => operation))

const inSource = new Set(operationsSentBy('src/**/*.ts'))

/** Part of RegisterTaskDefinition: a right of the caller, and no call. */
const noCalls = ['PassRole']

test('every operation that src/ sends is a row of the table, and every row is one', () => {
  expect(inSource.size).toBeGreaterThan(30)
  expect([...inTable].sort()).toEqual([...inSource].sort())
})

test('every permission that the docs ask for is one of them', () => {
  const [policy] = codeBlocks('docs/permissions.md').filter(({ language }) => language === 'json')
  const { Statement } = JSON.parse(policy?.text ?? '') as {
    readonly Statement: readonly { readonly Action: string | readonly string[] }[]
  }
  const actions = Statement.flatMap(({ Action }) => Action).map((action) => action.slice(action.indexOf(':') + 1))
  expect(actions.length).toBeGreaterThan(20)
  expect(actions.filter((action) => !inTable.has(action) && !noCalls.includes(action))).toEqual([])
})
