import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type FailedTask, failureLimit, type GiveUpFacts, judgeFailures } from '../../src/rollout/give-up.ts'

const failed = (at: number, more: Partial<FailedTask> = {}): FailedTask => ({
  at,
  cause: 'exit-1',
  heals: 'maybe',
  passing: false,
  ...more,
})
const doomed = { cause: 'image-not-found', heals: 'never', passing: false } as const
const passing = { cause: 'fargate-capacity', heals: 'maybe', passing: true } as const

const facts = (more: Partial<GiveUpFacts> = {}): GiveUpFacts => ({
  failed: [],
  counted: { count: 0 },
  healthyAt: [],
  everRan: false,
  limit: 3,
  confirmed: new Set(),
  ...more,
})

test.each([
  ['auto', 0, 3],
  ['auto', 1, 3],
  ['auto', 12, 3],
  ['auto', 13, 4],
  ['auto', 100, 25],
  [1, 100, 1],
  [7, 1, 7],
] as const)('max-failed-tasks %s at a desired count of %d: %d in a row', (given, desired, limit) => {
  expect(failureLimit(given, desired)).toBe(limit)
})

describe('failures in a row', () => {
  test('as many as the limit end it', () => {
    expect(judgeFailures(facts({ failed: [failed(1), failed(2)] }))).toEqual({ kind: 'no' })
    expect(judgeFailures(facts({ failed: [failed(1), failed(2), failed(3)] }))).toEqual({
      kind: 'give-up',
      reason: '3 tasks in a row failed',
    })
  })

  test('start again when a task became healthy', () => {
    const three = [failed(1), failed(2), failed(3)]
    expect(judgeFailures(facts({ failed: three, healthyAt: [2] }))).toEqual({ kind: 'no' })
    expect(judgeFailures(facts({ failed: three, healthyAt: [0] }))).toMatchObject({ kind: 'give-up' })
  })

  test('leave out what passes by itself', () => {
    expect(judgeFailures(facts({ failed: [1, 2, 3, 4].map((at) => failed(at, passing)) }))).toEqual({ kind: 'no' })
  })

  test('are also those that only ECS counted, where events explain them', () => {
    expect(judgeFailures(facts({ counted: { count: 3 } }))).toEqual({ kind: 'no' })
    expect(judgeFailures(facts({ counted: { count: 3, explained: passing } }))).toEqual({ kind: 'no' })
    const explained = { cause: 'image-pull-failed', heals: 'maybe', passing: false } as const
    expect(judgeFailures(facts({ counted: { count: 3, explained } }))).toMatchObject({ kind: 'give-up' })
    // What passes may be among what ECS counted.
    expect(judgeFailures(facts({ counted: { count: 3, explained }, failed: [failed(1, passing)] }))).toEqual({
      kind: 'no',
    })
  })
})

describe('a cause that cannot heal', () => {
  const once = [failed(1, doomed)]

  test('needs a second source, or a second task', () => {
    expect(judgeFailures(facts({ failed: once }))).toEqual({ kind: 'confirm', cause: 'image-not-found' })
    const confirmed = new Set(['image-not-found'])
    expect(judgeFailures(facts({ failed: once, confirmed }))).toMatchObject({ kind: 'give-up' })
    expect(judgeFailures(facts({ failed: [...once, failed(2, doomed)] }))).toMatchObject({ kind: 'give-up' })
    expect(judgeFailures(facts({ counted: { count: 2, explained: doomed } }))).toMatchObject({ kind: 'give-up' })
  })

  test('that only an event tells does not explain tasks that were seen to fail for another reason', () => {
    const slow = [1, 2].map((at) => failed(at, { cause: 'image-pull-timeout' }))
    // The event names no deployment: it may be about a task of the old one.
    expect(judgeFailures(facts({ failed: slow, counted: { count: 2, explained: doomed } }))).toEqual({ kind: 'no' })
    const oneMore = judgeFailures(facts({ failed: slow, counted: { count: 3, explained: doomed }, limit: 4 }))
    expect(oneMore).toEqual({ kind: 'confirm', cause: 'image-not-found' })
    expect(judgeFailures(facts({ failed: slow, counted: { count: 4, explained: doomed }, limit: 5 }))).toEqual({
      kind: 'give-up',
      reason: '2 tasks failed for a reason that does not pass',
    })
  })

  test('decides nothing at first sight once a task ran', () => {
    const confirmed = new Set(['image-not-found'])
    expect(judgeFailures(facts({ failed: once, confirmed, everRan: true }))).toEqual({ kind: 'no' })
  })
})

const anyTask = fc.record({
  at: fc.integer({ min: 0, max: 100 }),
  cause: fc.constantFrom('exit-1', 'image-not-found', 'spot-interruption'),
  heals: fc.constantFrom('never' as const, 'maybe' as const),
  passing: fc.boolean(),
})

describe('whatever happened', () => {
  test('the order in which tasks are listed does not matter', () => {
    fc.assert(
      fc.property(fc.array(anyTask), fc.array(fc.nat(100)), fc.boolean(), (tasks, healthyAt, everRan) => {
        const kind = (list: readonly FailedTask[]) => judgeFailures(facts({ failed: list, healthyAt, everRan })).kind
        expect(kind([...tasks].reverse())).toBe(kind(tasks))
      }),
    )
  })

  test('nothing is given up because of what passes by itself alone', () => {
    fc.assert(
      fc.property(fc.array(anyTask), fc.nat(50), (tasks, count) => {
        const failedTasks = tasks.map((task) => ({ ...task, passing: true }))
        const counted = { count, explained: { ...passing } }
        expect(judgeFailures(facts({ failed: failedTasks, counted, limit: 1 }))).toEqual({ kind: 'no' })
      }),
    )
  })

  test('one more failure never takes a decision back', () => {
    fc.assert(
      fc.property(fc.array(anyTask), fc.boolean(), (tasks, everRan) => {
        const before = judgeFailures(facts({ failed: tasks, everRan })).kind
        const after = judgeFailures(facts({ failed: [...tasks, failed(101)], everRan })).kind
        if (before === 'give-up') expect(after).toBe('give-up')
      }),
    )
  })
})
