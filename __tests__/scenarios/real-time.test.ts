import { expect, jest, test } from '@jest/globals'
import type { Scenario } from '../../simulator/scenario.ts'
import { Account, type Ended } from '../support/account.ts'
import { expectOutcome } from '../support/expectations.ts'
import { definition, ecrImage, webScenario } from '../support/web.ts'

// These wait for seconds that no simulator can shorten, so they run at the same time, each with its own account.
jest.setTimeout(70_000)

async function withAccount(
  scenario: Scenario,
  options: Parameters<typeof Account.open>[1],
  check: (account: Account) => Promise<void>,
): Promise<void> {
  const account = await Account.open(scenario, options)
  try {
    await check(account)
  } finally {
    await account.close()
  }
}

test.concurrent('a deployment in real time, without any help with the clock', () => {
  // On EC2 without network interfaces of their own, tasks start within seconds.
  const onEc2 = { networkMode: 'bridge' as const, requiresCompatibilities: ['EC2' as const] }
  const taskDefinition = definition('v1', {}, onEc2)
  const loadBalancer = { targetHealthSeconds: 1, targetUnhealthySeconds: 2, deregistrationDelaySeconds: 0 }
  // From nothing to one task: no old one has to be stopped first.
  const service = { taskDefinition, launchType: 'EC2' as const, loadBalancer, desiredCount: 0 }
  const scenario = webScenario(service, { options: { firstTaskDelaySeconds: 1 } })
  return withAccount(scenario, { speed: 1, epoch: Date.now() }, async (account) => {
    const run = await account.run({ image: ecrImage('v2'), 'desired-count': '1', 'wait-for-minutes': '1' })
    expectOutcome(run, 'deployed')
    expect(run.seconds).toBeGreaterThan(10)
    const polls = account.calls('DescribeServices').map(({ at }) => at)
    expect(polls.length).toBeGreaterThan(3)
    for (const [index, at] of polls.slice(2).entries()) expect(at - (polls[index + 1] ?? 0)).toBeGreaterThan(2_200)
    expect(await account.runningDigests()).toEqual([account.digestOf('v2')])
  })
})

/** Time limits of calls are kept by Node itself, in real time: 30 seconds. */
const runWithin = (seconds: number, account: Account): Promise<Ended> =>
  account.run({ image: ecrImage('v2') }, { limitSeconds: seconds })

test.concurrent('ECR never answers, until the limit of the call: deployed as given, with a notice', () =>
  withAccount(webScenario(), {}, async (account) => {
    account.fault({ kind: 'hang', operation: 'BatchGetImage', calls: 'all' })
    const end = await runWithin(45, account)
    expectOutcome(end, 'deployed')
    expect(end.log).toContain('could not be looked up')
    expect(end.outputs).toMatchObject({ image: ecrImage('v2'), 'image-digest': '' })
  }))

test.concurrent('UpdateService is done and never answered: not sent again', () =>
  withAccount(webScenario(), {}, async (account) => {
    account.fault({ kind: 'hang', applied: true, operation: 'UpdateService' })
    const end = await runWithin(45, account)
    expectOutcome(end, 'deployed')
    expect(account.calls('UpdateService')).toHaveLength(1)
    expect(end.outputs['deployment-id']).toBe((await account.primary()).id)
  }))

test.concurrent('the service is never shown: failed, nothing changed', () =>
  withAccount(webScenario(), {}, async (account) => {
    account.fault({ kind: 'hang', operation: 'DescribeServices', calls: 'all' })
    const end = await runWithin(45, account)
    expectOutcome(end, 'failed')
    expect(end.log).toContain('The service was not touched.')
    expect(account.changes()).toEqual([])
  }))
