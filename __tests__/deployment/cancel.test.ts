import { expect, test } from '@jest/globals'
import { cancelDeployment } from '../../src/deployment/cancel.ts'
import { record } from './samples.ts'

const sleep = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Time runs a hundred times as fast. @param listedAfter when the history answers, in milliseconds */
async function cancel(listedAfter: number, stop: () => Promise<void> = async () => undefined) {
  const run = record({ deploymentId: 'ecs-svc/2', update: { service: 'web' } })
  let stops = 0
  const own = { serviceDeploymentArn: 'arn/2', targetServiceRevisionArn: 'arn:x/2', status: 'IN_PROGRESS' as const }
  const fast = (milliseconds: number): Promise<void> => sleep(milliseconds / 100)
  const ports = {
    ecs: {
      listServiceDeployments: async () => {
        await fast(listedAfter)
        return [own]
      },
      rollBackServiceDeployment: () => {
        stops += 1
        return stop()
      },
    },
    log: { info: () => undefined },
    clock: { now: () => 0, uptime: () => 0, sleep: fast },
    keep: async () => undefined,
  } as never
  const { headline } = await cancelDeployment({ onCancel: 'rollback' }, ports, run)
  const told = stops
  await sleep(60)
  return { headline, told, stops }
}

test('what ECS shows in time is stopped before the run leaves', async () => {
  expect(await cancel(500)).toEqual({
    headline: expect.stringContaining('ECS was asked to roll the deployment back'),
    told: 1,
    stops: 1,
  })
})

test('what ECS shows only after the run has told its outcome is not stopped by it any more', async () => {
  expect(await cancel(4_500)).toEqual({
    headline: expect.stringContaining('could not be sent in time'),
    told: 0,
    stops: 0,
  })
})

test('a StopServiceDeployment that is not answered in time is called on its way', async () => {
  expect(await cancel(500, () => new Promise(() => undefined))).toEqual({
    headline: expect.stringContaining('The rollback (StopServiceDeployment) was on its way.'),
    told: 1,
    stops: 1,
  })
})
