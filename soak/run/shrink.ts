/** Makes a failing plan as small as it can be. */
import type { Action } from '../action.ts'
import type { Plan } from '../plan/plan.ts'
import { type Result, tryPlan } from './result.ts'

/** Leaves out one ingredient after the other while the same check still fails. */
export function shrink(plan: Plan, check: string, action: Action): Promise<Plan> {
  return shrinkBy(plan, withoutOne, async (smaller) => breaks(check, await tryPlan(smaller, action)))
}

const withoutOne = (plan: Plan): readonly Plan[] =>
  plan.ingredients.map((one) => ({ ...plan, ingredients: plan.ingredients.filter((other) => other !== one) }))

export const breaks = (check: string, { violations }: Pick<Result, 'violations'>): boolean =>
  violations.some((violation) => violation.check === check)

/**
 * Takes one step after the other to a smaller plan, as long as that one still fails.
 *
 * @param smallerOnes what a plan can be made in one step; none of them may lead back
 */
export async function shrinkBy<SomePlan>(
  plan: SomePlan,
  smallerOnes: (plan: SomePlan) => readonly SomePlan[],
  stillFails: (plan: SomePlan) => Promise<boolean>,
): Promise<SomePlan> {
  for (const smaller of smallerOnes(plan)) {
    if (await stillFails(smaller)) return shrinkBy(smaller, smallerOnes, stillFails)
  }
  return plan
}
