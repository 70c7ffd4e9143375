/** A signal while some services are watched and others have just been sent their UpdateService. */
import { EventEmitter } from 'node:events'
import { expect, jest, test } from '@jest/globals'
import { openStage } from '../../scripts/in-process/stage.ts'
import { type GroupPlan, groupPlan, servicesFile } from '../../soak/groups/plan.ts'

jest.setTimeout(60_000)

/** Two services that need none; the answer to the UpdateService of the second comes a second late. */
const services: GroupPlan['services'] = ['s0', 's1'].map((name) => ({ name, tag: 'v2', needs: [] }))
const [kind, operation] = ['delay', 'UpdateService'] as const

async function signalledWhileOneIsSent(onCancel: 'leave' | 'rollback') {
  const { scenario } = groupPlan(1)
  const stage = await openStage({
    scenario: { ...scenario, timeline: [], faults: [{ kind, operation, seconds: 1, call: 2 }] },
    callMilliseconds: [50, 50],
  })
  const signals = new EventEmitter()
  const sent = (name: string): number => stage.simulator.requests().filter((one) => one.operation === name).length
  const signal = async (): Promise<void> => {
    while (sent(operation) === 0) await stage.clock.sleep(10)
    await stage.clock.sleep(200)
    signals.emit('SIGINT')
  }
  const kept = {}
  const main = stage.deployGroup(
    { 'services-file': 'services.yml', 'wait-for-minutes': '10', 'on-cancel': onCancel },
    {
      files: { 'services.yml': servicesFile({ ...groupPlan(1), services }) },
      signals: signals as unknown as NodeJS.Process,
      kept,
    },
  )
  const [played] = await stage.run(Promise.all([main, signal()]))
  const answered = { updates: sent(operation), stops: sent('StopServiceDeployment') }
  const post = await stage.run(stage.finishGroup(kept))
  stage.simulator.close()
  return { played, post, answered }
}

test('the answer that is on its way is waited for, whoever heard of the signal first', async () => {
  const { played, answered } = await signalledWhileOneIsSent('leave')
  expect(answered).toEqual({ updates: 2, stops: 0 })
  const headlines = played.report.services.map(({ outcome, headline }) => [outcome, headline])
  const goesOn = 'The run was cancelled. The deployment goes on in ECS (on-cancel is "leave"); nobody watches it now.'
  expect(headlines).toEqual([
    ['cancelled', goesOn],
    ['cancelled', goesOn],
  ])
})

test('with on-cancel "rollback" main asks ECS to take back both', async () => {
  const { played, post, answered } = await signalledWhileOneIsSent('rollback')
  expect(answered).toEqual({ updates: 2, stops: 2 })
  expect(played.report.outcome).toBe('cancelled')
  expect(post.report?.services.map(({ outcome }) => outcome)).toEqual(['rolled-back', 'rolled-back'])
})
