/** Makes a failing plan as small as it can be. */
import type { Action } from '../action.ts'
import type { Plan } from '../plan/plan.ts'
import { tryPlan } from './result.ts'

/** Leaves out one ingredient after the other while the same check still fails. */
export async function shrink(plan: Plan, check: string, action: Action): Promise<Plan> {
  let smallest = plan
  for (let tried = true; tried; ) {
    tried = false
    for (const one of smallest.ingredients) {
      const smaller = { ...smallest, ingredients: smallest.ingredients.filter((other) => other !== one) }
      const { violations } = await tryPlan(smaller, action)
      if (!violations.some((violation) => violation.check === check)) continue
      smallest = smaller
      tried = true
      break
    }
  }
  return smallest
}
