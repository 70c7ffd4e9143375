/** A random group as one of the runs of the soak. */
import type { Result } from '../run/result.ts'
import { type GroupPlan, groupPlan } from './plan.ts'
import { playGroup } from './play.ts'

/** Of so many seeds one has a group as well. */
const everySoMany = 10

export const hasGroup = (seed: number): boolean => seed % everySoMany === 0

export const tryGroupSeed = (seed: number): Promise<Result> => tryGroup(groupPlan(seed))

/** Plays and judges a group. One that cannot be played is a violation too. */
export async function tryGroup(plan: GroupPlan, play = playGroup): Promise<Result> {
  const common = { seed: plan.seed, kind: 'group', ingredients: ingredientsOf(plan) } as const
  try {
    const { outcome, post, violations } = await play(plan)
    const ends = [`group ${outcome}`, ...(post === undefined ? [] : [`post of a group ${post}`])]
    return { ...common, ends, violations }
  } catch (error) {
    const why = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { ...common, ends: ['not played'], violations: [{ check: 'can be played', why }] }
  }
}

function ingredientsOf(plan: GroupPlan): readonly string[] {
  return [
    `group of ${plan.services.length}`,
    ...plan.services.filter(({ tag }) => tag !== 'v2').map(({ tag }) => `group: image ${tag}`),
    ...Object.entries(plan.inputs)
      .filter(([name]) => name.startsWith('on-'))
      .map(([name, value]) => `group: ${name} ${value}`),
    ...(plan.disturbed.length > 0 ? ['group: somebody deploys one of its services'] : []),
    ...(plan.cancelAfter === undefined ? [] : ['group: signal']),
    ...(plan.killAfter === undefined ? [] : ['group: kill']),
  ]
}
