/** Either ECS rolls back or the action does, never both: what ECS begins while the action prepares its own way back. */
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import type { Scenario, ServiceScenario } from '../../simulator/scenario.ts'
import { Account, type Ended, until } from '../support/account.ts'
import { expectOutcome } from '../support/expectations.ts'
import { breaker, ecrImage, webScenario } from '../support/web.ts'

jest.setTimeout(60_000)

let account: Account
afterEach(() => account.close())

const cannotStop: Partial<Scenario> = {
  deny: ['ecs:StopServiceDeployment'],
  options: { exitAfterRunningCountsAsFailure: true },
}
/** The old tasks go first, so that going back takes its time. */
const slowBack: Partial<ServiceScenario> = {
  desiredCount: 2,
  deploymentConfiguration: { ...breaker.rollback, minimumHealthyPercent: 0, maximumPercent: 100 },
}

function statuses(): readonly string[] {
  return account.simulator.world.services[0]?.serviceDeployments.map(({ status }) => status) ?? []
}

/** The action gives up first; the copy that it wants to go back to cannot be registered for a while. */
async function givenUpFirst(service: Partial<ServiceScenario>): Promise<{ readonly running: Promise<Ended> }> {
  account = await Account.open(webScenario(service, cannotStop), { speed: 60 })
  const running = account.run({ image: ecrImage('crash'), 'max-failed-tasks': '1' })
  await until('the deployment', () => account.calls('UpdateService').length === 1)
  account.fault({ kind: 'throttle', operation: 'RegisterTaskDefinition', calls: 'all', forSeconds: 600 })
  return { running }
}

describe('the circuit breaker goes back while the copy to go back to is being registered', () => {
  test('ECS is on its way: it is watched, and nothing is sent over it', async () => {
    const { running } = await givenUpFirst(slowBack)
    await until('ECS goes back', () => statuses().includes('ROLLBACK_IN_PROGRESS'))
    await account.control('clear-faults')
    const run = await running
    expectOutcome(run, 'rolled-back')
    expect(account.calls('UpdateService')).toHaveLength(1)
    expect(statuses().at(-1)).toBe('ROLLBACK_SUCCESSFUL')
  })

  test('ECS has gone back: it is told, and not deployed once more', async () => {
    const { running } = await givenUpFirst({ desiredCount: 2 })
    await until('ECS has gone back', () => statuses().includes('ROLLBACK_SUCCESSFUL'))
    await account.control('clear-faults')
    const run = await running
    expectOutcome(run, 'rolled-back')
    expect(account.calls('UpdateService')).toHaveLength(1)
    expect(await account.runningDigests()).toEqual([account.digestOf('v1')])
  })
})

describe('the failed deployment stays PRIMARY for a while before ECS is seen going back', () => {
  test.each([
    ['the circuit breaker goes back', breaker.rollback, {}, []],
    ['asked for by StopServiceDeployment', breaker.none, { 'max-failed-tasks': '1' }, ['StopServiceDeployment']],
  ] as const)('%s: it is watched, and nothing is sent beside it', async (_, deploymentConfiguration, inputs, asked) => {
    const options = { exitAfterRunningCountsAsFailure: true, failedStaysPrimarySeconds: 40 }
    account = await Account.open(webScenario({ deploymentConfiguration }, { options }), { speed: 200 })
    const run = await account.run({ image: ecrImage('crash'), 'max-failed-tasks': 'off', ...inputs })
    expectOutcome(run, 'rolled-back')
    expect(account.changes()).toEqual(['RegisterTaskDefinition', 'UpdateService', ...asked])
    expect(await account.runningDigests()).toEqual([account.digestOf('v1')])
  })

  test('the circuit breaker was told to roll back only after the deployment had begun: the same', async () => {
    const options = { exitAfterRunningCountsAsFailure: true, failedStaysPrimarySeconds: 40 }
    account = await Account.open(webScenario({ deploymentConfiguration: breaker.stop }, { options }), { speed: 100 })
    const running = account.run({ image: ecrImage('crash'), 'max-failed-tasks': 'off' })
    await until('the deployment', () => account.calls('UpdateService').length === 1)
    await account.control('happen', { deploymentConfiguration: breaker.rollback })
    const run = await running
    expectOutcome(run, 'rolled-back')
    expect(account.changes()).toEqual(['RegisterTaskDefinition', 'UpdateService'])
  })
})
