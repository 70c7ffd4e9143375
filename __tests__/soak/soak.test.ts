import { beforeAll, describe, expect, test } from '@jest/globals'
import { type Action, loadAction } from '../../soak/action.ts'
import { judge } from '../../soak/judge/judge.ts'
import type { Ingredient, Plan } from '../../soak/plan/plan.ts'
import { randomPlan } from '../../soak/plan/random-plan.ts'
import { play } from '../../soak/play/play.ts'
import type { Call, Played, Step } from '../../soak/play/played.ts'
import { warmUp } from '../../soak/run/result.ts'
import { shrink } from '../../soak/run/shrink.ts'

let action: Action

beforeAll(async () => {
  action = await loadAction('src')
  await warmUp(action)
}, 120_000)

const plan = (...ingredients: Ingredient[]): Plan => ({ seed: 7, ingredients })
const crash: Ingredient = {
  kind: 'image',
  name: 'crashes at once',
  set: { behaviour: { kind: 'crashes', exitCode: 1, afterSeconds: 1 } },
}
const bystander: Ingredient = { kind: 'service', name: 'desired 2', set: { desiredCount: 2 } }

/** The same run, if the action had said something else. */
function saying(played: Played, outcome: NonNullable<Step['outcome']>): Played {
  return { ...played, steps: played.steps.map((step) => ({ ...step, outcome })) }
}

/** The same run, if one of its calls had been sent a second time. */
function sendingTwice(played: Played, isMeant: (call: Call) => boolean): Played {
  const again = played.calls.filter(isMeant).map((call) => ({ ...call, started: ['2'] }))
  return { ...played, calls: [...played.calls, ...again] }
}

const broken = (played: Played): readonly string[] => judge(played).map(({ check }) => check)

describe('a deployment that completes', () => {
  test('is deployed, and every other word for it is a lie', async () => {
    const played = await play(plan(), action)
    expect([played.steps[0]?.outcome, broken(played)]).toStrictEqual(['deployed', []])
    const lies = [
      'unchanged',
      'updated',
      'rolled-back',
      'superseded',
      'failed',
      'cancelled',
      'unknown',
      'planned',
    ] as const
    for (const lie of lies)
      expect([lie, broken(saying(played, lie))]).toStrictEqual([lie, expect.arrayContaining([expect.anything()])])
  })

  test('was started by one UpdateService', async () => {
    const played = await play(plan(), action)
    expect(broken(sendingTwice(played, ({ operation }) => operation === 'UpdateService'))).toContain(
      'one UpdateService',
    )
  })

  test('may not show a value of the environment', async () => {
    const played = await play(plan(), action)
    expect(broken({ ...played, texts: [...played.texts, 'TOKEN=canary-of-the-environment'] })).toContain(
      'keeps secrets',
    )
  })

  test('may not end the wait while it is still going', async () => {
    const played = await play(plan(), action)
    const early = played.steps.map((step) => ({ ...step, endedAt: step.startedAt + 5_000 }))
    expect(broken({ ...played, steps: early })).toContain('deployed')
  })
})

describe('a deployment that fails', () => {
  test('is rolled back once, and not deployed', async () => {
    const played = await play(plan(crash), action)
    expect([played.steps[0]?.outcome, broken(played)]).toStrictEqual(['rolled-back', []])
    expect(broken(saying(played, 'deployed'))).toContain('deployed')
    expect(broken(saying(played, 'failed'))).toContain('failed')
    const isRollback = ({ takenBack }: Call) => takenBack.length > 0
    expect(broken(sendingTwice(played, isRollback))).toContain('one rollback')
  })

  test('is what a shortened plan still shows', async () => {
    const lying: Action = {
      ...action,
      runDeployment: async () => ({ outcome: 'deployed', headline: '', explain: false, commands: [] }),
    }
    expect(await shrink(plan(bystander, crash), 'deployed', lying)).toStrictEqual(plan())
  })
})

test('the same seed gives the same run, word for word', async () => {
  for (const seed of [3, 14, 15, 92]) {
    const [one, other] = [await play(randomPlan(seed), action), await play(randomPlan(seed), action)]
    expect(other).toStrictEqual(one)
  }
}, 60_000)
