import { expect, test } from '@jest/globals'
import { openStage } from '../../scripts/in-process/stage.ts'
import { ecrImage, webScenario } from '../support/web.ts'

const inputs = { service: 'web', image: ecrImage('v2') }

test('a whole deployment in this process: the ending, the log with its times, and the calls', async () => {
  const stage = await openStage({ scenario: webScenario() })
  const played = await stage.run(stage.deploy(inputs))
  expect(played.ending.outcome).toBe('deployed')
  expect(played.endedAt - played.startedAt).toBeGreaterThan(60_000)
  expect(played.log.some(({ at, text }) => at > played.startedAt && text.includes('COMPLETED'))).toBe(true)
  const changes = stage.simulator.requests().filter(({ mutating }) => mutating)
  expect(changes.map(({ operation }) => operation)).toEqual(['RegisterTaskDefinition', 'UpdateService'])
})

test('the same seed plays the same deployment', async () => {
  const play = async (seed: number) => {
    const stage = await openStage({ scenario: webScenario(), seed, callMilliseconds: [50, 250] })
    await stage.run(stage.deploy(inputs))
    return stage.simulator.requests().map(({ at, operation }) => `${at} ${operation}`)
  }
  expect(await play(1)).toEqual(await play(1))
  expect(await play(2)).not.toEqual(await play(1))
})

test('a call that is never answered ends at its limit, and one that is throttled is sent again, on virtual time', async () => {
  const faults = [
    { kind: 'hang', operation: 'BatchGetImage', calls: 'all' },
    { kind: 'throttle', operation: 'DescribeServices', calls: 2 },
  ] as const
  const stage = await openStage({ scenario: webScenario({}, { faults }) })
  const startedAt = performance.now()
  const played = await stage.run(stage.deploy(inputs))
  expect(played.ending.outcome).toBe('deployed')
  expect(played.record.notices.join()).toContain('could not be looked up')
  expect(played.endedAt - played.startedAt).toBeGreaterThan(90_000)
  expect(performance.now() - startedAt).toBeLessThan(20_000)
})

test('a signal: the run is cancelled', async () => {
  const stage = await openStage({ scenario: webScenario() })
  const listeners: (() => void)[] = []
  const signals = { on: (_: string, listener: () => void) => listeners.push(listener) } as unknown as NodeJS.Process
  const deployed = stage.deploy({ ...inputs, 'on-cancel': 'rollback' }, { signals })
  const signalled = stage.clock.sleep(30_000).then(() => listeners[0]?.())
  const [played] = await stage.run(Promise.all([deployed, signalled]))
  expect(played.ending.outcome).toBe('cancelled')
  expect(stage.simulator.requests().some(({ operation }) => operation === 'StopServiceDeployment')).toBe(true)
})
