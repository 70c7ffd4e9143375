/** A plan from one number. */
import type { Chance } from './chance.ts'
import { createChance } from './chance.ts'
import type { Ingredient, Plan } from './plan.ts'
import { randomDeeds } from './random-deeds.ts'
import { randomImage } from './random-image.ts'
import { randomInputs } from './random-inputs.ts'
import { randomRuns } from './random-runs.ts'
import { randomService } from './random-service.ts'
import { randomTrouble } from './random-trouble.ts'
import { tightSpots } from './tight-spots.ts'

/** The plan of a seed: always the same one. */
export function randomPlan(seed: number): Plan {
  const chance = createChance(seed)
  const parts: readonly ((chance: Chance) => readonly Ingredient[])[] = [
    randomImage,
    randomService,
    randomInputs,
    randomDeeds,
    randomTrouble,
    tightSpots,
    randomRuns,
  ]
  const ingredients = parts.map((part) => part(chance))
  // Other trouble mostly keeps a run from its tight spot: half of them come alone.
  const spot = ingredients[parts.indexOf(tightSpots)] ?? []
  return { seed, ingredients: spot.length > 0 && chance.hits(0.5) ? spot : ingredients.flat() }
}
