/** What is kept of one run. */
import type { Action } from '../action.ts'
import type { Violation } from '../judge/check.ts'
import { judge } from '../judge/judge.ts'
import type { Plan } from '../plan/plan.ts'
import { randomPlan } from '../plan/random-plan.ts'
import { play } from '../play/play.ts'

export interface Result {
  readonly seed: number
  /** `main deployed`, `post rolled-back`, `main killed`, … */
  readonly ends: readonly string[]
  readonly violations: readonly Violation[]
  /** Names of the ingredients. */
  readonly ingredients: readonly string[]
}

/** Plays and judges a plan. A run that the harness itself cannot play is a violation too: nothing may be passed over. */
export async function tryPlan(plan: Plan, action: Action): Promise<Result> {
  const ingredients = plan.ingredients.map(({ name }) => name)
  try {
    const played = await play(plan, action)
    const ends = played.steps.map(({ stage, outcome, how }) => `${stage} ${outcome ?? how}`)
    return { seed: plan.seed, ends, violations: judge(played), ingredients }
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { seed: plan.seed, ends: ['not played'], violations: [{ check: 'can be played', why }], ingredients }
  }
}

export const trySeed = (seed: number, action: Action): Promise<Result> => tryPlan(randomPlan(seed), action)

/** The first run loads and compiles what is needed, in real time; its result means nothing. */
export async function warmUp(action: Action): Promise<void> {
  await play({ seed: 0, ingredients: [] }, action)
}
