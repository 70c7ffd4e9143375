import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { Account } from '../support/account.ts'
import { expectOutcome } from '../support/expectations.ts'
import { ecrImage, webScenario } from '../support/web.ts'

jest.setTimeout(30_000)

let account: Account
afterEach(() => account.close())

const publicNetwork = {
  awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'], assignPublicIp: 'ENABLED' as const },
}

describe('public addresses', () => {
  test('of every running task are told, after a deployment and where nothing changed', async () => {
    account = await Account.open(webScenario({ networkConfiguration: publicNetwork, desiredCount: 2 }))
    const first = await account.run({ image: ecrImage('v2') })
    expectOutcome(first, 'deployed')
    expect(first.outputs['public-ips']).toMatch(/^\d+\.\d+\.\d+\.\d+,\d+\.\d+\.\d+\.\d+$/)
    expect(new Set(first.outputs['public-ips']?.split(',')).size).toBe(2)
    const again = await account.run({ image: ecrImage('v2') })
    expectOutcome(again, 'unchanged')
    expect(again.outputs['public-ips']?.split(',').sort()).toEqual(first.outputs['public-ips']?.split(',').sort())
  })

  test('private ones are told with them, and where the service has no load balancer', async () => {
    account = await Account.open(webScenario({ loadBalancer: undefined, desiredCount: 2 } as never))
    const run = await account.run({ image: ecrImage('v2'), 'settle-seconds': '0' })
    expectOutcome(run, 'deployed')
    expect(run.outputs['public-ips']).toBe('')
    expect(run.outputs['task-ips']).toMatch(/^10\.\d+\.\d+\.\d+,10\.\d+\.\d+\.\d+$/)
    expect(account.calls('DescribeNetworkInterfaces')).toEqual([])
  })

  test('are not asked for where the service gives its tasks none', async () => {
    account = await Account.open(webScenario())
    const run = await account.run({ image: ecrImage('v2') })
    expect(run.outputs['public-ips']).toBe('')
    expect(run.outputs['task-ips']).toBe('')
    expect(account.calls('DescribeNetworkInterfaces')).toEqual([])
  })

  test('that may not be read cost one notice, not the deployment', async () => {
    const deny = ['ec2:DescribeNetworkInterfaces']
    account = await Account.open(webScenario({ networkConfiguration: publicNetwork }, { deny }))
    const run = await account.run({ image: ecrImage('v2') })
    expectOutcome(run, 'deployed')
    expect(run.outputs['public-ips']).toBe('')
    expect(run.log).toContain('ec2:DescribeNetworkInterfaces was not possible')
  })
})
