import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { bringsNew, foldOutcomes, isMixed, isThere, takesOthersBack } from '../../src/group/fold.ts'
import { exitCode, type MemberOutcome, outcomes } from '../../src/report.ts'

const every: readonly MemberOutcome[] = [...outcomes, 'not-begun']
const members = fc.array(fc.constantFrom(...every), { minLength: 1, maxLength: 8 })
const good: readonly MemberOutcome[] = ['deployed', 'unchanged', 'updated', 'started', 'planned']

describe('the outcome of a group', () => {
  test.each<[MemberOutcome[], string]>([
    [['deployed', 'unchanged'], 'deployed'],
    [['unchanged', 'unchanged'], 'unchanged'],
    [['updated', 'unchanged'], 'updated'],
    [['rolled-back', 'rolled-back', 'not-begun', 'unchanged'], 'rolled-back'],
    [['rolled-back', 'deployed', 'not-begun'], 'failed'],
    [['rolled-back', 'rollback-failed'], 'rollback-failed'],
    [['failed', 'not-begun'], 'failed'],
    [['superseded', 'rolled-back'], 'superseded'],
    [['timed-out', 'deployed'], 'timed-out'],
    [['cancelled', 'deployed', 'rolled-back'], 'cancelled'],
    [['unknown', 'rolled-back'], 'unknown'],
  ])('%j is %s', (ends, outcome) => {
    expect(foldOutcomes(ends)).toBe(outcome)
  })

  test('is a success exactly where every service is one', () => {
    fc.assert(
      fc.property(members, (ends) => {
        expect(exitCode(foldOutcomes(ends), 'deploy') === 0).toBe(ends.every((one) => good.includes(one)))
      }),
    )
  })

  test('is rolled-back only where no service is left on the new version', () => {
    fc.assert(
      fc.property(members, (ends) => {
        if (foldOutcomes(ends) === 'rolled-back') expect(ends.some(bringsNew)).toBe(false)
      }),
    )
  })

  test('the order of the services does not matter', () => {
    fc.assert(fc.property(members, (ends) => expect(foldOutcomes(ends.toReversed())).toBe(foldOutcomes(ends))))
  })
})

describe('a group is mixed', () => {
  const of = (...ends: readonly MemberOutcome[]) =>
    isMixed(ends.map((outcome) => ({ outcome, touched: outcome !== 'not-begun' })))
  test.each<[MemberOutcome[], boolean]>([
    [['deployed', 'rolled-back'], true],
    [['deployed', 'not-begun'], true],
    [['deployed', 'unchanged'], false],
    [['rolled-back', 'not-begun', 'unchanged'], false],
    [['rollback-failed', 'rolled-back'], true],
    [['superseded', 'rolled-back'], true],
    [['deployed', 'unknown'], true],
    [['cancelled', 'superseded'], true],
    [['cancelled', 'cancelled'], false],
  ])('%j: %s', (ends, mixed) => expect(of(...ends)).toBe(mixed))

  test.each<[string, Parameters<typeof isMixed>[0][number]['left'][], boolean]>([
    ['one goes back, the others had completed', ['going back', 'on the new version', 'on the new version'], true],
    ['all go back', ['going back', 'going back'], false],
    ['all had completed', ['on the new version', 'on the new version'], false],
    ['one had completed, one is under way', ['on the new version', undefined], true],
  ])('cancelled: %s', (_, left, mixed) => {
    expect(isMixed(left.map((one) => ({ outcome: 'cancelled', touched: true, left: one })))).toBe(mixed)
  })

  test('a cancelled service that was not touched runs what ran before', () => {
    const cancelled = { outcome: 'cancelled', touched: false } as const
    expect(isMixed([cancelled, { outcome: 'rolled-back', touched: true }])).toBe(false)
    expect(isMixed([cancelled, { outcome: 'cancelled', touched: true, left: 'on the new version' }])).toBe(true)
  })

  test('never where all end well, always where the new version is beside what is not new', () => {
    fc.assert(
      fc.property(members, (ends) => {
        const done = ends.filter((one) => one !== 'planned' && one !== 'unchanged')
        if (done.every((one) => bringsNew(one))) expect(of(...done)).toBe(false)
        if (done.some(bringsNew) && !done.every(bringsNew)) expect(of(...done)).toBe(true)
      }),
    )
  })

  test('an untouched failure is what ran before', () => {
    expect(
      isMixed([
        { outcome: 'failed', touched: false },
        { outcome: 'not-begun', touched: false },
      ]),
    ).toBe(false)
  })
})

test('nothing both takes the others back and lets those that need it begin', () => {
  for (const outcome of outcomes) expect(takesOthersBack(outcome) && isThere(outcome)).toBe(false)
  expect(outcomes.filter(takesOthersBack)).toEqual(['rolled-back', 'rollback-failed', 'superseded', 'failed'])
  expect(outcomes.filter(isThere)).toEqual(['deployed', 'unchanged', 'updated', 'started'])
})
