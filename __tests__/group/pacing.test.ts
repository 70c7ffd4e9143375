/** No quota is ever passed, whatever is asked and when; and what is asked at the same time goes into one call. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { virtualTime } from '../../scripts/in-process/virtual-time.ts'
import { drained, fullBucket, promised, type Quota } from '../../src/group/bucket.ts'
import { quotaSeconds, quotas, quotaWords, watchingPace } from '../../src/group/quotas.ts'
import { inRounds } from '../../src/group/rounds.ts'
import { inTurn } from '../../src/group/turns.ts'

const quota = fc.record({ burst: fc.integer({ min: 1, max: 50 }), perSecond: fc.integer({ min: 1, max: 20 }) })
const gaps = fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 1, maxLength: 120 })

function timesOf(wanted: Quota, between: readonly number[]): readonly number[] {
  let bucket = fullBucket(wanted, 0)
  let now = 0
  return between.map((gap) => {
    now += gap
    const next = promised(bucket, wanted, now)
    bucket = next.bucket
    return next.at
  })
}

describe('a bucket', () => {
  test('lets through at most the burst and what has been refilled, in any stretch of time, in order', () => {
    fc.assert(
      fc.property(quota, gaps, (wanted, between) => {
        const times = timesOf(wanted, between)
        expect(times).toEqual(times.toSorted((one, other) => one - other))
        for (const [index, from] of times.entries()) {
          for (let to = index; to < times.length; to += 1) {
            const most = wanted.burst + (((times[to] ?? 0) - from) / 1000) * wanted.perSecond
            expect(to - index + 1).toBeLessThanOrEqual(most + 1e-6)
          }
        }
      }),
    )
  })

  test('keeps nobody waiting longer than the quota does', () => {
    fc.assert(
      fc.property(quota, fc.integer({ min: 1, max: 100 }), (wanted, calls) => {
        const times = timesOf(wanted, new Array(calls).fill(0))
        expect(times.at(-1)).toBeCloseTo((Math.max(0, calls - wanted.burst) / wanted.perSecond) * 1000, 3)
      }),
    )
  })

  test('that ECS says is empty waits for a refill', () => {
    const full = fullBucket({ burst: 5, perSecond: 2 }, 0)
    expect(promised(drained(full), { burst: 5, perSecond: 2 }, 0).at).toBe(500)
  })
})

test('the wait is told in numbers', () => {
  expect(quotaSeconds(18, 45)).toBe(0)
  expect(quotaWords(18, 45, true)).toBeUndefined()
  expect(quotaSeconds(200, 200)).toBe(182 + 31)
  expect(quotaWords(200, 200, true)).toContain(
    'up to 200 new revisions and 200 updates have to wait for about up to 213 s',
  )
})

test('each quota is within that of the API (burst, refill a second)', () => {
  const api = { register: [20, 1], update: [50, 5], tag: [20, 10], definition: [50, 20], service: [100, 20] }
  const more = { task: [100, 20], serviceDeployment: [50, 20], serviceRevision: [50, 20] }
  for (const [name, [burst, refill]] of Object.entries({ ...api, ...more }) as [
    keyof typeof quotas,
    [number, number],
  ][]) {
    expect(quotas[name].burst).toBeLessThan(burst)
    expect(quotas[name].perSecond).toBeLessThanOrEqual(refill)
  }
  expect(watchingPace.perSecond).toBeLessThan(2)
})

describe('rounds', () => {
  const limits = { most: 10, gather: 250, between: 2_800 }

  /** So many watchers that ask every 2.55 s, a little at random, for a while. */
  async function watched(count: number, seed: number, seconds = 120) {
    const time = virtualTime(() => undefined)
    const clock = { uptime: () => time.now(), sleep: (milliseconds: number) => time.sleep(milliseconds) }
    const sent: { at: number; keys: readonly number[] }[] = []
    const ask = inRounds<number, number>(limits, clock, inTurn(watchingPace, clock), async (keys) => {
      sent.push({ at: time.now(), keys })
      await time.sleep(100)
      return new Map(keys.map((key) => [key, time.now()]))
    })
    let state = seed
    const random = (): number => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31
      return state / 2 ** 31
    }
    let longest = 0
    const watcher = async (key: number): Promise<void> => {
      await time.sleep(random() * 8_000)
      while (time.now() < seconds * 1000) {
        const askedAt = time.now()
        const answer = await ask(key)
        // Never an answer from before the question.
        expect(answer).toBeGreaterThanOrEqual(askedAt + 100)
        longest = Math.max(longest, time.now() - askedAt)
        await time.sleep(2_550 * (0.95 + random() * 0.1))
      }
    }
    await time.run(Promise.all(Array.from({ length: count }, (_, key) => watcher(key))))
    return { sent, longest }
  }

  test.each([
    [1, 0.4],
    [8, 0.45],
    [10, 0.45],
    [50, 2],
    [200, 2],
  ])('%i watchers ask at most twice a second in all, and get into step', async (count, perSecond) => {
    const { sent, longest } = await watched(count, count)
    for (const { keys } of sent) expect(keys.length).toBeLessThanOrEqual(10)
    for (const [index, { at }] of sent.entries()) {
      expect(at - (sent[index - 1]?.at ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(500)
    }
    const inStep = sent.filter(({ at }) => at > 30_000 && at < 115_000)
    expect(inStep.length / 85).toBeLessThanOrEqual(perSecond)
    expect(longest).toBeLessThan(3_500 + (count / 10) * 520)
  })

  test('an error of a call is the answer of everybody in it, and of nobody else', async () => {
    const time = virtualTime(() => undefined)
    const clock = { uptime: () => time.now(), sleep: (milliseconds: number) => time.sleep(milliseconds) }
    let calls = 0
    const ask = inRounds<string, string>(
      { most: 2, gather: 10, between: 0 },
      clock,
      (send) => send(),
      async (keys) => {
        calls += 1
        if (calls === 1) throw new Error('lost')
        return new Map(keys.map((key) => [key, key]))
      },
    )
    const ends = await time.run(Promise.allSettled([ask('a'), ask('b'), ask('a'), ask('c')]))
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'fulfilled'])
    expect(calls).toBe(2)
  })
})
