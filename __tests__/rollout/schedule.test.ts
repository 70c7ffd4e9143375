import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { untilNextPoll } from '../../src/rollout/schedule.ts'

test.each([
  [0, 0, 5_000],
  [9 * 60_000, 0, 5_000],
  [10 * 60_000, 0, 10_000],
  [31 * 60_000, 0, 15_000],
  [0, 1, 10_000],
  [0, 9, 60_000],
])('after %d ms and %d failed reads the next look is in %d ms', (elapsed, failures, expected) => {
  expect(untilNextPoll(elapsed, failures)).toBe(expected)
})

test('never less than 5 s, never more than a minute', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (elapsed, failures) => {
      const wait = untilNextPoll(elapsed, failures)
      expect(wait).toBeGreaterThanOrEqual(5_000)
      expect(wait).toBeLessThanOrEqual(60_000)
    }),
  )
})
