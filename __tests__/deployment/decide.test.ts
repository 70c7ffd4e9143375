import { describe, expect, test } from '@jest/globals'
import { type Comparison, type Decision, decide } from '../../src/deployment/decide.ts'
import { combinations, deployment, snapshot } from './samples.ts'

const none = Symbol('no deployment')

const all = combinations({
  equal: ['running', 'other', 'none'] as const,
  forceNewDeployment: [false, true],
  unresolved: [[], ['web:latest']],
  settingsDiffer: [false, true],
  state: ['COMPLETED', 'FAILED', 'IN_PROGRESS', 'PENDING', 'OF_NEXT_YEAR', undefined, none],
  running: [1, 2],
  pending: [0, 1],
}).map(({ state, running, pending, ...rest }) => {
  const { rolloutState: _, ...stateless } = deployment('ecs-svc/1')
  const primary = typeof state === 'string' ? { ...stateless, rolloutState: state } : stateless
  const older = deployment('ecs-svc/0', { status: 'ACTIVE' })
  const deployments = state === none ? [older] : [older, primary]
  const comparison: Comparison = { ...rest, snapshot: snapshot(deployments, { running, pending }) }
  return { comparison, state, allRun: running === 2 && pending === 0, decision: decide(comparison) }
})

/** Nothing is to be deployed, as far as definitions and images can tell. */
const same = ({ equal, forceNewDeployment, unresolved }: Comparison) =>
  equal === 'running' && !forceNewDeployment && unresolved.length === 0

/** Holds for those and only those of all combinations. */
function exactly(fact: (decision: Decision) => boolean, where: (one: (typeof all)[number]) => boolean): void {
  const wrong = all.filter((one) => fact(one.decision) !== where(one))
  expect(wrong).toStrictEqual([])
  expect(new Set(all.map(where))).toStrictEqual(new Set([true, false]))
}

describe('over every combination', () => {
  test('unchanged is said only where everything proves it', () => {
    exactly(
      ({ kind }) => kind === 'unchanged',
      ({ comparison, state, allRun }) =>
        same(comparison) && !comparison.settingsDiffer && (state === 'COMPLETED' || state === undefined) && allRun,
    )
  })

  test('where only tasks are missing they are waited for', () => {
    exactly(
      ({ kind }) => kind === 'settle',
      ({ comparison, state, allRun }) =>
        same(comparison) && !comparison.settingsDiffer && (state === 'COMPLETED' || state === undefined) && !allRun,
    )
  })

  test('an equal deployment that is neither complete nor failed is watched', () => {
    exactly(
      (decision) => decision.kind === 'watch' && decision.deploymentId === 'ecs-svc/1',
      ({ comparison, state }) =>
        same(comparison) &&
        !comparison.settingsDiffer &&
        ['IN_PROGRESS', 'PENDING', 'OF_NEXT_YEAR'].includes(String(state)),
    )
  })

  test('a revision is registered where none is equal, reused where another one is', () => {
    const revision = (decision: Decision) => decision.kind === 'update' && decision.revision
    exactly(
      (decision) => revision(decision) === 'register',
      ({ comparison }) => comparison.equal === 'none',
    )
    exactly(
      (decision) => revision(decision) === 'reuse',
      ({ comparison }) => comparison.equal === 'other',
    )
  })

  test('a deployment is forced where it was asked for, and where an equal definition does not prove that it runs', () => {
    const unproved = ({ comparison, state }: (typeof all)[number]) =>
      comparison.equal === 'running' &&
      !comparison.forceNewDeployment &&
      (comparison.unresolved.length > 0 || state === 'FAILED' || state === none)
    exactly(
      (decision) => decision.kind === 'update' && decision.force,
      (one) => one.comparison.forceNewDeployment || unproved(one),
    )
    exactly((decision) => decision.kind === 'update' && decision.why !== undefined, unproved)
  })
})

test('says which image and which deployment make it force a deployment', () => {
  const why = (comparison: Partial<Comparison>) =>
    decide({
      equal: 'running',
      snapshot: snapshot([deployment('ecs-svc/7', { rolloutState: 'FAILED' })]),
      settingsDiffer: false,
      forceNewDeployment: false,
      unresolved: [],
      ...comparison,
    })
  expect(why({})).toMatchObject({ why: 'its deployment ecs-svc/7 failed' })
  expect(why({ unresolved: ['a:1', 'b:2'] })).toMatchObject({ why: expect.stringContaining('a:1 and b:2') })
})
