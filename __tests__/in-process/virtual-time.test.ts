import { expect, test } from '@jest/globals'
import { virtualTime } from '../../scripts/in-process/virtual-time.ts'

function recorded() {
  const steps: number[] = []
  const time = virtualTime((milliseconds) => steps.push(milliseconds))
  return { steps, time, moved: () => steps.reduce((sum, step) => sum + step, 0) }
}

test('sleepers wake in the order of their times, and of their calls where those are equal', async () => {
  const { time, moved } = recorded()
  const woken: string[] = []
  const sleeper = async (name: string, milliseconds: number): Promise<void> => {
    await time.sleep(milliseconds)
    woken.push(`${name} ${time.now()}`)
  }
  await time.run(Promise.all([sleeper('a', 20), sleeper('b', 10), sleeper('c', 20)]))
  expect(woken).toEqual(['b 10', 'a 20', 'c 20'])
  expect(moved()).toBe(20)
})

test('what follows from a wake happens before the time moves on', async () => {
  const { time } = recorded()
  const seen: number[] = []
  const chain = async (): Promise<void> => {
    await time.sleep(10)
    for (let turn = 0; turn < 5; turn += 1) await new Promise(setImmediate)
    seen.push(time.now())
    await time.sleep(5)
    seen.push(time.now())
  }
  await time.run(Promise.all([chain(), time.sleep(12)]))
  expect(seen).toEqual([10, 15])
})

test('time waits for what is under way, and moves in small steps where that waits for the time', async () => {
  const { steps, time } = recorded()
  const release = time.hold()
  const slow = async (): Promise<number> => {
    for (let turn = 0; turn < 50; turn += 1) await new Promise(setImmediate)
    release()
    return time.now()
  }
  expect(await time.run(slow())).toBe(0)
  time.hold()
  await time.run(time.sleep(2_500))
  expect(steps).toEqual([1_000, 1_000, 500])
})

test('an aborted sleep ends at once; one that begins aborted does not wait', async () => {
  const { time } = recorded()
  const controller = new AbortController()
  const aborts = async (): Promise<void> => {
    await time.sleep(10)
    controller.abort()
  }
  const sleeps = async (): Promise<number> => {
    await time.sleep(1_000, controller.signal)
    await time.sleep(1_000, controller.signal)
    return time.now()
  }
  const [ended] = await time.run(Promise.all([sleeps(), aborts()]))
  expect(ended).toBe(10)
})

test('work that nothing can end is an error, not a hang', async () => {
  const { time } = recorded()
  await expect(time.run(new Promise(() => undefined))).rejects.toThrow('Nothing is left that could happen')
})
