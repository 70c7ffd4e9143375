import { beforeAll, describe, expect, jest, test } from '@jest/globals'
import { type Action, loadAction } from '../../soak/action.ts'
import { judge } from '../../soak/judge/judge.ts'
import type { Ingredient, Plan } from '../../soak/plan/plan.ts'
import { randomPlan } from '../../soak/plan/random-plan.ts'
import { play } from '../../soak/play/play.ts'
import type { Call, Played, Step } from '../../soak/play/played.ts'
import { warmUp } from '../../soak/run/result.ts'
import { shrink } from '../../soak/run/shrink.ts'

// Some play ten minutes and more, beside other tests.
jest.setTimeout(60_000)

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

describe('the rollback action with a named revision', () => {
  const named: Ingredient = { ...rollback, set: { to: 'web:1' } }
  const moved: Ingredient = {
    kind: 'deed',
    name: 'old tag moved',
    when: { call: 1, phase: 'after' },
    deed: { kind: 'moves-tag', tag: 'v0', to: 'good' },
  }
  const hidden: Ingredient = { kind: 'service', name: 'without history', set: { withoutHistory: true } }
  const denied: Ingredient = { kind: 'deny', name: 'denied', action: 'ecs:ListServiceDeployments' }

  test('brings the image that it ran, though its tag stands for another one by now', async () => {
    const played = await play(plan(past, named, moved), action)
    expect([played.steps[0]?.outcome, broken(played)]).toStrictEqual(['rolled-back', []])
    const [own = ''] = played.calls.flatMap(({ started }) => started)
    const another = { ...played.digests, [own]: { web: 'sha256:another' } }
    const taskDefinitions = {
      ...played.taskDefinitions,
      [own]: played.taskDefinitions[own]?.replace(/\d+$/, '1') ?? '',
    }
    expect(broken({ ...played, digests: another, taskDefinitions })).toContain('went back')
  })

  test.each([
    ['reaches back to it no longer', hidden],
    ['may not be read', denied],
  ])('may bring another image where the history %s', async (_why, ingredient) => {
    const played = await play(plan(past, named, moved, ingredient), action)
    expect([played.steps[0]?.outcome, broken(played)]).toStrictEqual(['rolled-back', []])
    const calls = played.calls.map(({ error: _, ...call }) => call)
    expect(broken({ ...played, calls, plan: plan(past, named, moved) })).toContain('went back')
    const [own = ''] = played.calls.flatMap(({ started }) => started)
    expect(broken({ ...played, taskDefinitions: { ...played.taskDefinitions, [own]: 'arn:none/web:4' } })).toContain(
      'went back',
    )
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

  describe('that want the same', () => {
    const same = { image: '111122223333.dkr.ecr.us-east-1.amazonaws.com/web:v2', 'max-failed-tasks': '1' }
    const patient: Ingredient = { kind: 'inputs', name: 'patient', set: { 'max-failed-tasks': 'off' } }

    test('the later one leaves the deployment alone that a read showed it', async () => {
      const played = await play(plan(crash, patient, other('deploy', same)), action)
      expect(played.other?.calls.filter(({ mutating }) => mutating)).toStrictEqual([])
      expect(broken(played)).toStrictEqual([])
    })

    test('the later one may take it for its own where its reads were too old to show it', async () => {
      const stale: Ingredient = {
        kind: 'fault',
        name: 'stale',
        fault: { kind: 'stale', seconds: 24, operation: 'DescribeServices', calls: 'all' },
      }
      const played = await play(plan(crash, patient, stale, other('deploy', same)), action)
      const theirs = played.other as Played
      expect(theirs.calls.flatMap(({ started }) => started)).toStrictEqual([])
      expect(theirs.calls.flatMap(({ takenBack }) => takenBack)).toHaveLength(1)
      expect(broken(played)).toStrictEqual([])
      const fresh = theirs.calls.map(({ fault: _, ...call }) => call)
      expect(broken({ ...played, other: { ...theirs, calls: fresh } })).toContain(
        'only its own is rolled back (other run)',
      )
      const newer = plan({ ...stale, fault: { ...stale.fault, seconds: 0 } } as Ingredient)
      expect(broken({ ...played, other: { ...theirs, plan: newer } })).toContain(
        'only its own is rolled back (other run)',
      )
    })

    test('one may take it for its own where its answer was lost, and no read before that showed it', async () => {
      const lost: Ingredient = {
        kind: 'fault',
        name: 'lost',
        fault: { kind: 'reset-before', operation: 'UpdateService', call: 1 },
      }
      const hasty: Ingredient = { kind: 'inputs', name: 'hasty', set: { 'max-failed-tasks': '1' } }
      const sooner: Ingredient = {
        ...(other('deploy', { ...same, 'max-failed-tasks': 'off' }) as Extract<Ingredient, { kind: 'other-run' }>),
        when: { call: 1, of: 'RegisterTaskDefinition', phase: 'before' },
      }
      const played = await play(plan(crash, hasty, lost, sooner), action)
      expect(played.calls.flatMap(({ started }) => started)).toStrictEqual([])
      expect(played.calls.flatMap(({ takenBack }) => takenBack)).toHaveLength(1)
      expect(broken(played)).toStrictEqual([])
      const earlier = played.created.map((one) => ({ ...one, at: Math.min(one.at, played.startedAt) }))
      expect(broken({ ...played, created: earlier })).toContain('only its own is rolled back')
      const answered = played.calls.map(({ fault: _, ...call }) => call)
      expect(broken({ ...played, calls: answered })).toContain('only its own is rolled back')
    })
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
