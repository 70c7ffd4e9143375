/** The schedules of others that docs/speed.md compares with: the times of their looks at a service that never becomes stable. */
import { expect, test } from '@jest/globals'
import { waiters } from '../../bench/verdict/waiters.ts'
import { virtualTime } from '../../scripts/in-process/virtual-time.ts'
import type { Service } from '../../simulator/world/world.ts'

async function looksOf(
  name: string,
  random: number,
): Promise<{ readonly looks: readonly number[]; readonly says: string }> {
  const waiter = waiters.find((one) => one.name === name)
  if (waiter === undefined) throw new Error(`There is no ${name}`)
  const time = virtualTime(() => undefined)
  const looks: number[] = []
  const service = { desiredCount: 1, deployments: [{}, {}], serviceDeployments: [], events: [] } as unknown as Service
  const call = async () => {
    looks.push(time.now() / 1000)
    return { service, tasks: [] }
  }
  const { says } = await time.run(waiter.wait({ time, deploymentId: 'ecs-svc/1', call, random: () => random }))
  return { looks, says }
}

test('the AWS CLI: 40 looks, 15 s apart', async () => {
  const { looks, says } = await looksOf('aws ecs wait services-stable', 0.5)
  expect(looks).toEqual(Array.from({ length: 40 }, (_, index) => index * 15))
  expect(says).toBe('time-out')
})

test('aws-actions v2.6.3: the pauses double up to 480 s, then they are 600 s; it gives up when the next would be too long', async () => {
  const { looks, says } = await looksOf('aws-actions v2.6.3', 1)
  expect(looks).toEqual([0, 15, 45, 105, 225, 465, 945, 1545])
  expect(says).toBe('time-out')
  expect((await looksOf('aws-actions v2.6.3', 0)).looks).toEqual([0, 15, 30, 45, 60, 75, 90, 690, 1290])
})

test('aws-actions v2.6.2: at most 120 s apart', async () => {
  const { looks } = await looksOf('aws-actions v2.6.2', 1)
  expect(looks.slice(0, 8)).toEqual([0, 15, 45, 105, 225, 345, 465, 585])
})

test('ecspresso: two calls every 10 s, for 10 minutes', async () => {
  const { looks } = await looksOf('ecspresso', 0.5)
  expect(looks.slice(0, 5)).toEqual([0, 10, 10, 20, 20])
  expect(looks.at(-1)).toBe(600)
})

test('ecs-deploy: every second, for 300 s', async () => {
  const { looks } = await looksOf('ecs-deploy (PyPI)', 0.5)
  expect(looks).toEqual([0, ...Array.from({ length: 300 }, (_, second) => second)])
})
