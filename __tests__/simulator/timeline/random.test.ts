import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { play } from './random-scenarios.ts'

/** RANDOM_SCENARIOS=1000 plays them all. */
const howMany = Number(process.env.RANDOM_SCENARIOS ?? 60)

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

describe('random scenarios', () => {
  test(`${howMany} of them finish and keep every invariant`, () => {
    for (let seed = 1; seed <= howMany; seed += 1) expect(play(seed).length).toBeGreaterThan(0)
  }, 600_000)

  test('the same seed gives the same trace, byte for byte; another seed another one', () => {
    const first = Array.from({ length: 8 }, (_, index) => digest(play(index + 1)))
    const second = Array.from({ length: 8 }, (_, index) => digest(play(index + 1)))
    expect(second).toEqual(first)
    expect(new Set(first).size).toBe(8)
  })
})
