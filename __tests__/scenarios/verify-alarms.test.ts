import { afterEach, describe, expect, jest, test } from '@jest/globals'
import type { AlarmScenario } from '../../simulator/scenario.ts'
import { Account, type Ended, type Inputs } from '../support/account.ts'
import { expectCause, expectOutcome } from '../support/expectations.ts'
import { ecrImage, webScenario } from '../support/web.ts'

jest.setTimeout(60_000)

let account: Account
afterEach(() => account.close())

const quiet = [{ name: 'web-5xx' }, { name: 'web-slow' }]

async function deploy(alarms: readonly AlarmScenario[], more: Inputs = {}, rest: object = {}): Promise<Ended> {
  account = await Account.open(webScenario({}, { alarms, ...rest }))
  return account.run({ image: ecrImage('v2'), 'verify-alarms': 'web-5xx\nweb-slow', ...more })
}

test('alarms that stay quiet for as long as was asked verify the deployment', async () => {
  const run = await deploy(quiet, { 'verify-alarms-minutes': '10' })
  expectOutcome(run, 'deployed')
  expect(run.log).toContain('Watching web-5xx, web-slow for 10 minutes.')
  // Once before the deployment, then every 15 s.
  expect(account.calls('DescribeAlarms').length).toBeGreaterThan(5)
  expect(account.changes()).toEqual(['RegisterTaskDefinition', 'UpdateService'])
})

test('one that goes off after the deployment: rolled back, with its name and reason', async () => {
  account = await Account.open(webScenario({}, { alarms: quiet }))
  const run = await account.run(
    { image: ecrImage('v2'), 'verify-alarms': 'web-5xx\nweb-slow', 'verify-alarms-minutes': '60' },
    {
      started: (process) => {
        const look = setInterval(() => {
          if (!process.log().includes('Watching web-5xx')) return
          clearInterval(look)
          account.simulator.happen({ alarm: { name: 'web-slow', state: 'ALARM' } })
        }, 2)
      },
    },
  )
  expectCause(run, 'rolled-back', 'verification-alarm', /the alarm web-slow is in ALARM/)
  expect(run.log).toContain('Threshold Crossed')
  expect(await account.runningDigests()).toEqual([account.digestOf('v1')])
})

test('one that is in ALARM already is left out with a warning; the others are watched', async () => {
  const run = await deploy([{ name: 'web-5xx', state: 'ALARM' }, { name: 'web-slow' }])
  expectOutcome(run, 'deployed')
  expect(run.log).toMatch(/::warning::web-5xx is in ALARM before the deployment/)
  expect(run.log).toContain('Watching web-slow for 5 minutes.')
})

test('INSUFFICIENT_DATA is no failure', async () => {
  const run = await deploy([{ name: 'web-5xx', state: 'INSUFFICIENT_DATA' }, { name: 'web-slow' }])
  expectOutcome(run, 'deployed')
})

describe('before anything is changed', () => {
  test('one that does not exist is an error', async () => {
    const run = await deploy([{ name: 'web-5xx' }])
    expectOutcome(run, 'failed')
    expect(run.log).toContain('There is no alarm "web-slow" in this account and Region.')
    expect(account.changes()).toEqual([])
  })

  test('no permission to read them is an error that names it', async () => {
    const run = await deploy(quiet, {}, { deny: ['cloudwatch:DescribeAlarms'] })
    expectOutcome(run, 'failed')
    expect(run.log).toContain('the permission cloudwatch:DescribeAlarms is missing')
    expect(account.changes()).toEqual([])
  })
})

test('credentials that expire meanwhile: unknown, and nothing is taken back', async () => {
  account = await Account.open(webScenario({}, { alarms: quiet }))
  const run = await account.run(
    { image: ecrImage('v2'), 'verify-alarms': 'web-5xx', 'verify-alarms-minutes': '60' },
    {
      started: (process) => {
        const look = setInterval(() => {
          if (!process.log().includes('Watching web-5xx')) return
          clearInterval(look)
          account.fault({ operation: 'cloudwatch:DescribeAlarms', kind: 'expired-token', calls: 'all' })
        }, 2)
      },
    },
  )
  expectOutcome(run, 'unknown')
  expect(run.log).toContain('The deployment completed, and its verification could not be finished.')
  expect(account.calls('UpdateService')).toHaveLength(1)
})

test('a dry run checks them and watches nothing', async () => {
  const run = await deploy(quiet, { 'dry-run': 'true' })
  expectOutcome(run, 'planned')
  expect(account.calls('DescribeAlarms')).toHaveLength(1)
})
