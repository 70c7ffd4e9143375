import { expect, test } from '@jest/globals'
import { soakPage } from '../../soak/run/page.ts'
import { Tally, together } from '../../soak/run/summary.ts'

test('two parts of a long run are one, in either order', () => {
  const [low, high] = [
    { first: 1, count: 20 },
    { first: 21, count: 5 },
  ]
  expect(together(low, high)).toEqual({ first: 1, count: 25 })
  expect(together(high, low)).toEqual({ first: 1, count: 25 })
})

test.each([
  [
    { first: 1, count: 20 },
    { first: 22, count: 5 },
  ],
  [
    { first: 1, count: 20 },
    { first: 20, count: 5 },
  ],
])('parts with a gap, or that overlap, are refused: %j %j', (one, other) => {
  expect(() => together(one, other)).toThrow('not side by side')
})

test('what came of a part is added up', () => {
  const tally = new Tally()
  tally.add({ kind: 'run', seed: 1, ends: ['main deployed'], ingredients: ['a'], violations: [] } as never)
  const failure = { kind: 'run', seed: 2, ends: [], ingredients: [], violations: [{ check: 'x', why: 'y' }] } as never
  const counts = { ends: { 'main deployed': 2, 'main failed': 1 }, ingredients: { a: 1, b: 1 } }
  tally.addPart({ first: 2, count: 3, runs: 3, groups: 1, failures: [failure], ...counts })
  expect([tally.runs, tally.groups, tally.failures]).toEqual([4, 1, [failure]])
  expect(Object.fromEntries(tally.ends)).toEqual({ 'main deployed': 3, 'main failed': 1 })
  expect(Object.fromEntries(tally.ingredients)).toEqual({ a: 2, b: 1 })
})

test('what was mended is told on the page, and is no violation', () => {
  const tally = new Tally()
  const mended = [{ seed: 7, ends: [], ingredients: [], violations: [{ check: 'deployed', why: 'y' }] }]
  tally.addPart({ first: 1, count: 10, runs: 10, groups: 0, ends: {}, ingredients: {}, failures: [], mended })
  const page = soakPage(tally, { first: 1, count: 10 })
  expect(page).toContain('Seeds 1 to 10: 10 runs and 0 groups, 0 with a violation.')
  expect(page).toMatch(
    /each was played again and breaks none:\n\n\| seed \| rule \|\n\| --- \| --- \|\n\| 7 \| deployed \|/,
  )
  expect(page).not.toContain('have to be looked at')
})
