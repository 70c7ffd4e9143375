/** Choices of a seed. */
import { createRandom } from '../../simulator/time/random.ts'

export interface Chance {
  /** True that often. */
  hits(probability: number): boolean
  pick<T>(choices: readonly T[]): T
  whole(low: number, high: number): number
  between(low: number, high: number): number
}

/** @param seed its low 32 bits count */
export function createChance(seed: number): Chance {
  const random = createRandom(seed)
  return {
    hits: (probability) => random.next() < probability,
    pick: (choices) => {
      const chosen = choices[Math.floor(random.next() * choices.length)]
      if (chosen === undefined) throw new Error('There is nothing to choose from')
      return chosen
    },
    whole: (low, high) => Math.floor(random.between(low, high + 1)),
    between: (low, high) => random.between(low, high),
  }
}
