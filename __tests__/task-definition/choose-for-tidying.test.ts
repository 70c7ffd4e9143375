import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { chooseForTidying } from '../../src/task-definition/choose-for-tidying.ts'

const arn = (revision: number): string => `arn:aws:ecs:eu-west-1:111122223333:task-definition/web:${revision}`

test('the newest and those in use stay; the others go, the oldest first', () => {
  const revisions = [9, 10, 2, 11, 1].map(arn)
  expect(chooseForTidying(revisions, new Set([arn(2)]), 2)).toEqual([arn(1), arn(9)])
})

test('never one in use, never one of the newest, whatever there is', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 1, max: 200 })),
      fc.array(fc.integer({ min: 1, max: 200 })),
      fc.integer({ min: 1, max: 50 }),
      (numbers, inUse, keep) => {
        const used = new Set(inUse.map(arn))
        const chosen = chooseForTidying(numbers.map(arn), used, keep)
        const newest = [...numbers].sort((one, other) => other - one).slice(0, keep)
        for (const one of chosen) {
          expect(used.has(one)).toBe(false)
          expect(newest.map(arn)).not.toContain(one)
        }
        const stay = numbers.filter((number) => !chosen.includes(arn(number)))
        expect(stay.length).toBeGreaterThanOrEqual(Math.min(keep, numbers.length))
      },
    ),
  )
})
