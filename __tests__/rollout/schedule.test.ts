import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Pace, paceAfter, startPace, untilNextPoll } from '../../src/rollout/schedule.ts'
import type { DeploymentView } from '../../src/rollout/snapshot.ts'

const minute = 60_000
const view = (counts: Partial<DeploymentView> = {}): DeploymentView => ({
  id: 'ecs-svc/1',
  status: 'PRIMARY',
  rolloutState: 'IN_PROGRESS',
  taskDefinition: 'web:2',
  desired: 2,
  running: 0,
  pending: 0,
  failed: 0,
  createdAt: 0,
  ...counts,
})

/** The wait after looks at these times and sights. `undefined`: ECS did not answer. */
function after(looks: readonly (readonly [number, DeploymentView | undefined])[], random = 0.5): number {
  const pace = looks.reduce((so, [at, seen]) => paceAfter(so, seen !== undefined, seen, at), startPace(true))
  return untilNextPoll(pace, looks.at(-1)?.[0] ?? 0, random)
}

test.each<readonly [string, number, Parameters<typeof after>[0]]>([
  ['no task yet, just begun: nothing can end', 8_000, [[1_000, view()]]],
  ['no task yet after half a minute', 2_550, [[30_000, view()]]],
  [
    'the first tasks are being placed',
    8_000,
    [
      [15_100, view({ pending: 2 })],
      [20_400, view({ pending: 2 })],
    ],
  ],
  [
    'tasks pull their image',
    2_550,
    [
      [15_100, view({ pending: 2 })],
      [35_100, view({ pending: 2 })],
    ],
  ],
  [
    'the first tasks pull, and one failed',
    2_550,
    [
      [15_100, view({ pending: 2 })],
      [35_100, view({ pending: 1, failed: 1 })],
    ],
  ],
  [
    'none is left: one that was never seen may fail',
    2_550,
    [
      [15_100, view({ pending: 1 })],
      [40_800, view({ failed: 1 })],
    ],
  ],
  ['only failures were ever seen', 2_550, [[15_100, view({ failed: 1 })]]],
  [
    'the next one is being placed after that',
    8_000,
    [
      [15_100, view({ pending: 1 })],
      [40_800, view({ failed: 1 })],
      [50_000, view({ pending: 1, failed: 1 })],
    ],
  ],
  ['a task runs', 2_550, [[15_100, view({ running: 1, pending: 1 })]]],
  ['old tasks drain', 2_550, [[20 * minute, view({ running: 2 })]]],
  ['after half an hour', 8_000, [[31 * minute, view({ running: 2 })]]],
  ['ECS goes back', 2_550, [[1_000, view({ status: 'ACTIVE', rolloutState: 'FAILED' })]]],
  ['it has failed', 2_550, [[1_000, view({ rolloutState: 'FAILED' })]]],
])('%s: the next look is in %d ms', (_, wait, looks) => {
  expect(after(looks)).toBe(wait)
})

test('a deployment that was just started is not looked at at once; with none to look at it is always due', () => {
  expect(untilNextPoll(paceAfter(startPace(true), true, undefined, 0), 0, 0.5)).toBe(2_550)
  expect(untilNextPoll(startPace(true), 0, 0.5)).toBe(8_000)
  expect(untilNextPoll(startPace(false), 0, 0.5)).toBe(2_550)
})

test('each call without an answer doubles the wait, up to a minute; each good one halves it again', () => {
  const running = view({ running: 1 })
  let pace: Pace = paceAfter(startPace(true), true, running, 20_400)
  const waits: number[] = []
  for (let call = 0; call < 7; call += 1) {
    pace = paceAfter(pace, false, undefined, 20_400)
    waits.push(untilNextPoll(pace, 20_400, 0.5))
  }
  expect(waits).toEqual([5_100, 10_200, 20_400, 40_800, 60_000, 60_000, 60_000])
  for (let call = 0; call < 6; call += 1) {
    pace = paceAfter(pace, true, running, 20_400)
    waits.push(untilNextPoll(pace, 20_400, 0.5))
  }
  expect(waits.slice(7)).toEqual([40_800, 20_400, 10_200, 5_100, 2_550, 2_550])
})

const sight = fc.record({
  status: fc.constantFrom('PRIMARY', 'ACTIVE', 'INACTIVE', 'SOMETHING_NEW'),
  rolloutState: fc.constantFrom('IN_PROGRESS', 'COMPLETED', 'FAILED', 'SOMETHING_NEW'),
  running: fc.nat(50),
  pending: fc.nat(50),
  failed: fc.nat(50),
})
const looks = fc.array(
  fc.record({
    answered: fc.boolean(),
    sight: fc.option(sight),
    pause: fc.nat(10 * minute),
    random: fc.noShrink(fc.double({ min: 0, max: 1, noNaN: true })),
  }),
  { maxLength: 60 },
)

test('whatever is seen, between 2.2 s and a minute; a suspended process is followed by one look, not by many', () => {
  fc.assert(
    fc.property(looks, (history) => {
      let pace = startPace(true)
      let elapsed = 0
      for (const look of history) {
        elapsed += look.pause
        pace = paceAfter(pace, look.answered, look.sight === null ? undefined : view(look.sight), elapsed)
        const wait = untilNextPoll(pace, elapsed, look.random)
        expect(wait).toBeGreaterThanOrEqual(2_250)
        expect(wait).toBeLessThanOrEqual(minute)
      }
    }),
  )
})

test('calm only while our deployment goes on and none of its tasks runs', () => {
  fc.assert(
    fc.property(looks, (history) => {
      let pace = startPace(true)
      let elapsed = 0
      for (const { answered, sight: seen, pause } of history) {
        elapsed += pause
        const ours = seen === null ? undefined : view(seen)
        pace = paceAfter(pace, answered, ours, elapsed)
        if (!answered || !pace.calm) continue
        expect(ours).toMatchObject({ status: 'PRIMARY', rolloutState: 'IN_PROGRESS', running: 0 })
      }
    }),
  )
})

test('nothing is calm for longer than 40 s', () => {
  fc.assert(
    fc.property(fc.nat(40 * minute), fc.nat(50), (elapsed, pending) => {
      const first = paceAfter(startPace(true), true, view({ pending: 1 }), 29_999)
      expect(paceAfter(first, true, view({ pending }), 40_800 + elapsed).calm).toBe(false)
    }),
  )
})
