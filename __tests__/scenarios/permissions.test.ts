import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { Account } from '../support/account.ts'
import { errors, expectCause, expectOutcome, plain } from '../support/expectations.ts'
import { breaker, ecrImage, webScenario } from '../support/web.ts'

jest.setTimeout(30_000)

let account: Account
afterEach(() => account.close())

const v2 = { image: ecrImage('v2') }

// How many notices a good deployment gives for it: none where it did not need it (a task that is seen to stop decides).
const optional = [
  ['ecs:ListServiceDeployments', [1]],
  ['ecs:DescribeServiceDeployments', [0]],
  ['ecs:DescribeServiceRevisions', [1]],
  ['ecs:ListTasks', [0, 1]],
  ['ecs:DescribeTasks', [0, 1]],
  ['ecs:TagResource', [1]],
  ['ecs:StopServiceDeployment', [0]],
  ['ecr:BatchGetImage', [1]],
] as const

const everything = optional.map(([action]) => action)

describe('a permission that a deployment can do without', () => {
  test.each(optional)('%s: deployed, and one notice names it', async (action, expected) => {
    account = await Account.open(webScenario({}, { deny: [action] }))
    const run = await account.run(v2)
    expectOutcome(run, 'deployed')
    const notices = run.report?.notices.filter((notice) => notice.includes(action)) ?? []
    expect(expected).toContain(notices.length)
    for (const notice of notices) expect(plain(run.summary)).toContain(notice)
    expect(await account.primary()).toMatchObject({ revision: 'web:2', rolloutState: 'COMPLETED' })
  })

  test('all of them at once: deployed', async () => {
    account = await Account.open(webScenario({}, { deny: everything }))
    const run = await account.run(v2)
    expectOutcome(run, 'deployed')
    for (const action of ['ecs:ListServiceDeployments', 'ecs:ListTasks', 'ecs:TagResource', 'ecr:BatchGetImage']) {
      const notices = run.report?.notices.filter((notice) => notice.includes(action)) ?? []
      expect([action, notices.length]).toEqual([action, 1])
    }
  })

  test('none of them is asked for again once it was denied', async () => {
    account = await Account.open(webScenario({}, { deny: everything }))
    expectOutcome(await account.run(v2), 'deployed')
    for (const operation of ['ListServiceDeployments', 'ListTasks', 'DescribeServiceRevisions']) {
      expect([operation, account.calls(operation).length]).toEqual([operation, 1])
    }
  })

  test('all of them at once, and the image fails: rolled back through UpdateService', async () => {
    account = await Account.open(webScenario({ deploymentConfiguration: breaker.none }, { deny: everything }))
    const run = await account.run({ image: ecrImage('sick'), 'wait-for-minutes': '3' })
    expectCause(run, 'rolled-back', 'load-balancer-health-check', /health check gets 503/)
    expect(account.calls('UpdateService')).toHaveLength(2)
    expect(run.log).toContain('The digest that ran before is not known for "web"')
    expect(await account.primary()).toMatchObject({ revision: 'web:1', rolloutState: 'COMPLETED' })
  })

  test('all of them at once, and ECS itself rolls back', async () => {
    account = await Account.open(webScenario({ deploymentConfiguration: breaker.rollback }, { deny: everything }))
    const run = await account.run({ image: ecrImage('sick') })
    expectCause(run, 'rolled-back', 'load-balancer-health-check', /health check gets 503/)
    expect(account.calls('UpdateService')).toHaveLength(1)
  })

  test('ecs:TagResource on a revision that could be used again: a new one is registered', async () => {
    account = await Account.open(webScenario({}, { deny: ['ecs:TagResource'] }))
    const run = await account.run({ ...v2, 'default-tags': 'false' })
    expectOutcome(run, 'deployed')
    expect(run.report?.notices).toEqual([])
  })
})

describe('a permission that is indispensable', () => {
  test.each([
    ['ecs:DescribeServices', []],
    ['ecs:DescribeTaskDefinition', []],
    ['ecs:RegisterTaskDefinition', ['RegisterTaskDefinition']],
    ['ecs:UpdateService', ['RegisterTaskDefinition', 'UpdateService']],
  ] as const)('%s: one clear error, and the service is as it was', async (action, attempted) => {
    account = await Account.open(webScenario({}, { deny: [action] }))
    const run = await account.run(v2)
    expectOutcome(run, 'failed')
    expect(errors(run)[0]).toContain(`Allow ${action} in the policy of the role that this job assumes.`)
    expect(account.changes()).toEqual(attempted)
    expect(await account.primary()).toMatchObject({ revision: 'web:1', rolloutState: 'COMPLETED' })
  })

  test('iam:PassRole (modernisation-platform#8443)', async () => {
    account = await Account.open(webScenario())
    const message =
      'User: arn:aws:sts::111122223333:assumed-role/deployer/session is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role/ecsTaskExecutionRole because no identity-based policy allows the iam:PassRole action'
    account.fault({ kind: 'error', type: 'AccessDeniedException', message, operation: 'RegisterTaskDefinition' })
    const run = await account.run(v2)
    expectOutcome(run, 'failed')
    expect(errors(run)[0]).toContain('Allow iam:PassRole')
    expect(account.calls('RegisterTaskDefinition')).toHaveLength(1)
    expect(account.calls('UpdateService')).toEqual([])
  })
})
