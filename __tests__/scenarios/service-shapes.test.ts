/** Services that are not the usual one: nothing to run, one task on each instance, tasks that may not be stopped, … */
import { afterEach, expect, jest, test } from '@jest/globals'
import { Account, until } from '../support/account.ts'
import { expectOutcome } from '../support/expectations.ts'
import { breaker, definition, ecrImage, webScenario } from '../support/web.ts'

jest.setTimeout(60_000)

let account: Account
afterEach(() => account.close())

const watched = { alarms: { alarmNames: ['errors'], enable: true, rollback: true }, bakeTimeInMinutes: 5 }
const rest = { alarms: [{ name: 'errors' }] }

test('a desired count of 0 with alarms: deployed after the bake time, and said that nothing has run', async () => {
  account = await Account.open(webScenario({ desiredCount: 0, deploymentConfiguration: watched }, rest))
  const run = await account.run({ image: ecrImage('v2') })
  expectOutcome(run, 'deployed')
  expect(Number(run.outputs['duration-seconds'])).toBeGreaterThan(240)
  expect(run.summary).toContain('The desired count is 0: no task of this version has run yet')
})

test('a desired count of 0, and the limit comes in the bake time: timed out, nothing is rolled back', async () => {
  account = await Account.open(webScenario({ desiredCount: 0, deploymentConfiguration: watched }, rest))
  const run = await account.run({ image: ecrImage('v2'), 'wait-for-minutes': '2' })
  expectOutcome(run, 'timed-out')
  expect(account.applied()).toEqual(['RegisterTaskDefinition', 'UpdateService'])
})

test('an alarm during the bake time of a service without tasks: ECS goes back, and that is what is told', async () => {
  account = await Account.open(webScenario({ desiredCount: 0, deploymentConfiguration: watched }, rest), { speed: 60 })
  const running = account.run({ image: ecrImage('v2') })
  await until(
    'it is watched',
    () => account.calls('ListServiceDeployments').length > 0 && account.calls('DescribeServices').length > 15,
  )
  account.simulator.happen({ alarm: { name: 'errors', state: 'ALARM' } })
  expectOutcome(await running, 'rolled-back')
  expect(account.applied()).toEqual(['RegisterTaskDefinition', 'UpdateService'])
})

test('a daemon service: one task on each instance, deployed', async () => {
  const daemon = definition('v1', {}, { requiresCompatibilities: ['EC2'], networkMode: 'bridge' })
  const service = {
    taskDefinition: daemon,
    schedulingStrategy: 'DAEMON',
    launchType: 'EC2',
    deploymentConfiguration: { minimumHealthyPercent: 0, maximumPercent: 100 },
  } as const
  account = await Account.open(webScenario(service, { containerInstances: { default: 3 } }))
  const run = await account.run({ image: ecrImage('v2') })
  expectOutcome(run, 'deployed')
  expect(run.outputs['running-count']).toBe('3')
})

test('an old task that is protected outlives the limit: timed out, with the reason, nothing is rolled back', async () => {
  account = await Account.open(webScenario({ desiredCount: 2 }), { speed: 100 })
  account.simulator.happen({ protectMinutes: 60 })
  const run = await account.run({ image: ecrImage('v2'), 'wait-for-minutes': '6' })
  expectOutcome(run, 'timed-out')
  expect(run.log).toMatch(/protect/i)
  expect(account.applied()).toEqual(['RegisterTaskDefinition', 'UpdateService'])
})

test('a deployment that fails is listed as DRAINING: rolled back all the same', async () => {
  const options = { failedDeploymentStatus: 'DRAINING', failedDeploymentListedSeconds: 600 } as const
  account = await Account.open(webScenario({ deploymentConfiguration: breaker.rollback }, { options }))
  const run = await account.run({ image: ecrImage('sick'), 'max-failed-tasks': 'off' })
  expectOutcome(run, 'rolled-back')
  expect(account.applied()).toEqual(['RegisterTaskDefinition', 'UpdateService'])
})

test('early success: ECS completes it before all tasks are healthy, and the settled service is what is told', async () => {
  const deploymentConfiguration = {
    minimumHealthyPercent: 50,
    earlySuccessCriteria: { enable: true, healthyPercent: 75, sourceServiceRevisionCleanup: 'BLOCKING' },
  } as const
  account = await Account.open(webScenario({ desiredCount: 4, deploymentConfiguration }))
  const run = await account.run({ image: ecrImage('v2') })
  expectOutcome(run, 'deployed')
  expect(await account.runningDigests()).toEqual([account.digestOf('v2')])
})
