/** Choices of a seed. */
import { createRandom } from '../../simulator/time/random.ts'

export interface Chance {
  /** True that often. */
  hits(probability: number): boolean
  pick<T>(choices: readonly T[]): T
  whole(low: number, high: number): number
}

/** @param seed its low 32 bits count */
export function createChance(seed: number): Chance {
  const random = createRandom(seed)
  return {
    hits: (probability) => random.next() < probability,
    pick: (choices) => choices[Math.floor(random.next() * choices.length)] as (typeof choices)[number],
    whole: (low, high) => Math.floor(random.between(low, high + 1)),
  }
}
