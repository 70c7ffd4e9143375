import { afterEach, expect, jest, test } from '@jest/globals'
import { Account } from '../support/account.ts'
import { expectOutcome } from '../support/expectations.ts'
import { definition, ecrImage, webScenario } from '../support/web.ts'

jest.setTimeout(70_000)

let account: Account
afterEach(() => account.close())

test('a deployment in real time, without any help with the clock', async () => {
  // On EC2 without network interfaces of their own, tasks start within seconds.
  const onEc2 = { networkMode: 'bridge' as const, requiresCompatibilities: ['EC2' as const] }
  const taskDefinition = definition('v1', {}, onEc2)
  const loadBalancer = { targetHealthSeconds: 1, targetUnhealthySeconds: 2, deregistrationDelaySeconds: 0 }
  // From nothing to one task: no old one has to be stopped first.
  const service = { taskDefinition, launchType: 'EC2' as const, loadBalancer, desiredCount: 0 }
  const scenario = webScenario(service, { options: { firstTaskDelaySeconds: 1 } })
  account = await Account.open(scenario, { speed: 1, epoch: Date.now() })
  const run = await account.run({ image: ecrImage('v2'), 'desired-count': '1', 'wait-for-minutes': '1' })
  expectOutcome(run, 'deployed')
  expect(run.seconds).toBeGreaterThan(10)
  const polls = account.calls('DescribeServices').map(({ at }) => at)
  expect(polls.length).toBeGreaterThan(3)
  for (const [index, at] of polls.slice(2).entries()) expect(at - (polls[index + 1] ?? 0)).toBeGreaterThan(4_500)
  expect(await account.runningDigests()).toEqual([account.digestOf('v2')])
})
