import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { DescribeServicesCommand } from '@aws-sdk/client-ecs'
import { afterEach, expect, test } from '@jest/globals'
import { startInProcess } from '../../simulator/in-process.ts'
import { createEventQueue } from '../../simulator/time/event-queue.ts'
import { Account, definition, isCompleted, scenarioWith } from './support.ts'

let account: Account | undefined
afterEach(async () => {
  await account?.close()
  account = undefined
})

async function trace(seed: number): Promise<string> {
  const sick = { kind: 'never-healthy' } as const
  account = await Account.open(
    scenarioWith({ desiredCount: 3, loadBalancer: {} }, [{ tag: 'sick', behaviour: sick }]),
    { seed },
  )
  await account.deploy(definition('sick'))
  await account.until(isCompleted)
  const { services } = await account.ecs.send(new DescribeServicesCommand({ services: ['web'] }))
  const text = JSON.stringify({ services, world: account.simulator.world.tasks })
  await account.close()
  account = undefined
  return text
}

test('the same seed gives the same ids, times and events; another seed does not', async () => {
  const first = await trace(7)
  expect(await trace(7)).toBe(first)
  expect(await trace(8)).not.toBe(first)
})

test('how often a client looks changes nothing', async () => {
  const ends: (Date | undefined)[] = []
  for (const step of [7, 45]) {
    account = await Account.open(scenarioWith({ desiredCount: 2 }, [{ tag: 'v2' }]))
    await account.deploy(definition('v2'))
    for (let seconds = 0; seconds < 315; seconds += step) {
      await account.service()
      account.advance(step)
    }
    ends.push((await account.service()).deployments?.[0]?.updatedAt)
    await account.close()
    account = undefined
  }
  expect(ends[0]).toEqual(ends[1])
})

test('events come out in time order, equal times as scheduled', () => {
  const queue = createEventQueue<string>()
  for (const [at, event] of [
    [5, 'e'],
    [1, 'a'],
    [3, 'c'],
    [1, 'b'],
    [3, 'd'],
  ] as const)
    queue.schedule(at, event)
  const taken: string[] = []
  for (let due = queue.takeDue(4); due !== undefined; due = queue.takeDue(4)) taken.push(due.event)
  expect(taken).toEqual(['a', 'b', 'c', 'd'])
  expect(queue.nextAt()).toBe(5)
})

const program = `
  import { setTimeout as sleep } from 'node:timers/promises'
  import { promisify } from 'node:util'
  import { performance as hooks } from 'node:perf_hooks'
  const realNow = () => Number(process.hrtime.bigint()) / 1e6
  const virtual = Date.now(), real = realNow(), monotonic = performance.now(), sameClock = Math.abs(hooks.now() - monotonic)
  await sleep(20_000)
  await promisify(setTimeout)(20_000)
  await new Promise((resolve) => setTimeout(resolve, 20_000).unref().ref())
  let ticks = 0
  await new Promise((resolve) => { const timer = setInterval(() => { ticks += 1; if (ticks === 3) { clearInterval(timer); resolve() } }, 1000) })
  const cancelled = setTimeout(() => { throw new Error('was cleared') }, 500)
  clearTimeout(cancelled)
  const passed = performance.now() - monotonic, beforeAbort = realNow(), keepAlive = setInterval(() => {}, 1000)
  await new Promise((resolve) => { AbortSignal.timeout(100).onabort = resolve })
  clearInterval(keepAlive)
  console.log(JSON.stringify({ started: virtual, virtual: Date.now() - virtual, real: beforeAbort - real, abort: realNow() - beforeAbort, passed, sameClock,
    fetched: await fetch('data:,x').then((answer) => answer.text()),
    fixed: new Date(0).toISOString(), utc: Date.UTC(2020, 0), isDate: new Date() instanceof Date && new Date().constructor === Date, year: new Date().getUTCFullYear() }))
`

test('another process shares the virtual time', async () => {
  const module = fileURLToPath(new URL('../../simulator/accelerate.mjs', import.meta.url))
  const time = JSON.stringify({ epoch: Date.UTC(2031, 0), start: Date.now(), speed: 500 })
  const run = promisify(execFile)
  const { stdout } = await run('node', ['--import', module, '--input-type=module', '-e', program], {
    env: { ...process.env, SIMULATED_TIME: time },
  })
  const seen = JSON.parse(stdout)
  expect(seen).toMatchObject({ fixed: '1970-01-01T00:00:00.000Z', utc: 1_577_836_800_000, isDate: true, year: 2031 })
  expect(seen.started).toBeGreaterThan(Date.UTC(2031, 0))
  expect(seen.virtual).toBeGreaterThanOrEqual(63_000)
  expect(seen.real).toBeLessThan(20_000)
  expect(seen.abort).toBeGreaterThan(90)
  expect(seen.abort).toBeLessThan(5000)
  // The monotonic clock passes at the same speed, under both of its names, and Node's own fetch is not disturbed by it.
  expect(seen.passed).toBeGreaterThanOrEqual(63_000)
  expect(seen.passed / seen.real).toBeCloseTo(500, -2)
  expect(seen.sameClock).toBeLessThan(2000)
  expect(seen.fetched).toBe('x')
})

test('in the same process the clock itself is the monotonic one', () => {
  const manual = startInProcess({ scenario: {} })
  expect(manual.clock.elapsed()).toBe(0)
  manual.clock.advance(1500)
  expect(manual.clock.elapsed()).toBe(1500)
  manual.close()
  const running = startInProcess({ scenario: {}, clock: 'running', speed: 1000 })
  const first = running.clock.elapsed()
  const end = performance.now() + 20
  while (performance.now() < end) expect(running.clock.elapsed()).toBeGreaterThanOrEqual(first)
  expect(running.clock.elapsed() - first).toBeGreaterThanOrEqual(20_000)
  running.close()
})

test('the time limits of calls pass faster only where that is asked for', async () => {
  const module = fileURLToPath(new URL('../../simulator/accelerate.mjs', import.meta.url))
  const limit =
    'const real = process.hrtime.bigint(); setInterval(() => {}, 1e6); AbortSignal.timeout(3000).onabort = () => { console.log(Number(process.hrtime.bigint() - real) / 1e6); process.exit() }'
  const SIMULATED_TIME = JSON.stringify({ epoch: 0, start: Date.now(), speed: 500, limitSpeed: 20 })
  const { stdout } = await promisify(execFile)('node', ['--import', module, '--input-type=module', '-e', limit], {
    env: { ...process.env, SIMULATED_TIME },
  })
  expect(Number(stdout)).toBeGreaterThan(145)
  expect(Number(stdout)).toBeLessThan(2_500)
})

test('a running clock deploys at its speed', async () => {
  account = await Account.open(scenarioWith({}, [{ tag: 'v2' }]), { clock: 'running', speed: 2000 })
  await account.deploy(definition('v2'))
  const end = Date.now() + 5000
  let service = await account.service()
  while (!isCompleted(service) && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 10))
    service = await account.service()
  }
  expect(isCompleted(service)).toBe(true)
})
