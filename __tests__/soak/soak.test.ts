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

const past: Ingredient = {
  kind: 'service',
  name: 'history',
  set: { history: [{ taskDefinition: 'web:1', status: 'SUCCESSFUL' }] },
}
const rollback: Ingredient = { kind: 'rollback-action', name: 'rollback action', set: {} }

describe('the rollback action', () => {
  test('goes back, and every other word for it is a lie', async () => {
    const played = await play(plan(past, rollback), action)
    expect([played.steps[0]?.outcome, broken(played)]).toStrictEqual(['rolled-back', []])
    const lies = ['unchanged', 'superseded', 'failed', 'rollback-failed', 'timed-out', 'cancelled', 'unknown'] as const
    for (const lie of lies)
      expect([lie, broken(saying(played, lie))]).toStrictEqual([lie, expect.arrayContaining([expect.anything()])])
  })

  test('may not have gone to a version that never completed', async () => {
    const played = await play(plan(past, rollback), action)
    const [own] = played.calls.flatMap(({ started }) => started)
    const taskDefinitions = { ...played.taskDefinitions, [own ?? '']: 'arn:none' }
    const moments = played.moments.map((moment) => ({
      ...moment,
      deployments: moment.deployments.filter(({ number }) => number !== own),
    }))
    expect(broken({ ...played, taskDefinitions, moments })).toContain('went back')
  })
})

describe('two runs of ours at once', () => {
  const other = (name: 'deploy' | 'rollback', inputs: Readonly<Record<string, string>>): Ingredient => ({
    kind: 'other-run',
    name: 'other run',
    when: { call: 1, of: 'UpdateService', phase: 'after' },
    action: name,
    inputs,
  })
  const image = '111122223333.dkr.ecr.us-east-1.amazonaws.com/web:good'

  test('have one winner, and both say so', async () => {
    const played = await play(plan(other('deploy', { image })), action)
    expect([played.steps[0]?.outcome, played.other?.steps[0]?.outcome]).toStrictEqual(['superseded', 'deployed'])
    expect(broken(played)).toStrictEqual([])
    expect(broken(saying(played, 'deployed'))).toEqual(expect.arrayContaining(['deployed', 'two runs, one winner']))
    expect(broken(saying(played, 'failed'))).not.toStrictEqual([])
  })

  test('of the rollback action go back once', async () => {
    const played = await play(plan(past, rollback, other('rollback', {})), action)
    expect([played.steps[0]?.outcome, played.other?.steps[0]?.outcome]).toStrictEqual(['rolled-back', 'unchanged'])
    expect(broken(played)).toStrictEqual([])
  })
})

test('a commit that GitHub calls older may not be deployed', async () => {
  const asked: Ingredient = { kind: 'inputs', name: 'asked', set: { 'refuse-older-commit': 'true' } }
  const tags = [{ key: 'ecs-deploy:commit', value: 'b'.repeat(40) }]
  const tagged: Ingredient = { kind: 'definition', name: 'refuse-older-commit', set: { tags } }
  // What this seed lets GitHub answer.
  const refused = await play(plan(asked, tagged), action)
  expect([refused.commitOrder, refused.steps[0]?.outcome, broken(refused)]).toStrictEqual(['older', 'failed', []])
  expect(broken({ ...refused, commitOrder: 'newer' })).toContain('older commit')
  const deployed = await play(plan(asked), action)
  expect([deployed.steps[0]?.outcome, broken(deployed)]).toStrictEqual(['deployed', []])
  expect(broken({ ...deployed, plan: plan(asked, tagged) })).toContain('older commit')
})

test('a post step that is told to end sends nothing more', async () => {
  const killed: Ingredient = { kind: 'kill', name: 'kill', when: { call: 1, of: 'UpdateService', phase: 'after' } }
  const leaves: Ingredient = { kind: 'inputs', name: 'on-cancel', set: { 'on-cancel': 'rollback' } }
  const ends: Ingredient = { kind: 'post-ends', name: 'post step signalled', seconds: 0, by: 'signal' }
  const played = await play(plan(leaves, killed, ends), action)
  expect(broken(played)).toStrictEqual([])
  expect(played.calls.filter(({ stage, mutating }) => stage === 'post' && mutating)).toStrictEqual([])
  const late = { ...(played.calls.at(-1) as Call), stage: 'post' as const, mutating: true, sentAt: Infinity }
  expect(broken({ ...played, calls: [...played.calls, late] })).toContain('nothing after a second signal')
})

test('the same seed gives the same run, word for word', async () => {
  for (const seed of [3, 14, 15, 84, 92, 109]) {
    const [one, other] = [await play(randomPlan(seed), action), await play(randomPlan(seed), action)]
    expect(other).toStrictEqual(one)
  }
}, 60_000)
