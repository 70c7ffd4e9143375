import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { Account, type Ended } from '../support/account.ts'
import { errors, expectOutcome, expectRollback, plain } from '../support/expectations.ts'
import { rollBack, threeVersions } from '../support/rollback.ts'
import { definition, ecrImage, webScenario } from '../support/web.ts'

jest.setTimeout(30_000)

let account: Account
afterEach(() => account.close())

const history = ['ecs:ListServiceDeployments', 'ecs:DescribeServiceRevisions'] as const

describe.each(history)('without %s', (action) => {
  test('"previous" of a version that completed is not guessed: the permission is named', async () => {
    account = await Account.open(threeVersions({}, { deny: [action] }))
    const run = await rollBack(account)
    expectRollback(run, 'failed')
    expect(errors(run)[0]).toContain(`the permission ${action} is missing`)
    expect(account.mutations()).toEqual([])
  })

  test('"previous" of a deployment that is going on is what still runs beside it', async () => {
    account = await Account.open(threeVersions({}, { deny: [action], taskDefinitions: sick }), { speed: 60 })
    await account.control('supersede', { service: 'web', taskDefinition: 'web:4' })
    const run = await rollBack(account)
    expectRollback(run, 'rolled-back')
    expect(noticesOf(run).filter((notice) => notice.includes(action))).toHaveLength(1)
    expect(await account.runningDigests()).toEqual([account.digestOf('v2')])
  })

  test('a named revision is gone to', async () => {
    account = await Account.open(threeVersions({}, { deny: [action] }))
    const run = await rollBack(account, { to: 'web:1' })
    expectRollback(run, 'rolled-back')
    expect(plain(run.summary)).toContain(action)
    expect(await account.runningDigests()).toEqual([account.digestOf('v1')])
  })

  test('a commit is not guessed either', async () => {
    account = await Account.open(threeVersions({}, { deny: [action] }))
    expectRollback(await rollBack(account, { to: '1111111' }), 'failed')
    expect(account.mutations()).toEqual([])
  })
})

const sick = ['v1', 'crash', 'v2', 'sick'].map((tag) => definition(tag))

function noticesOf(run: Ended): readonly string[] {
  const report = run.report as unknown as { readonly services: readonly { readonly notices: readonly string[] }[] }
  return report.services.flatMap(({ notices }) => notices)
}

describe('a permission that a rollback can do without', () => {
  test.each([
    ['ecr:BatchGetImage'],
    ['ecs:ListTasks'],
    ['ecs:DescribeTasks'],
    ['ecs:TagResource'],
    ['ecs:StopServiceDeployment'],
  ])('%s: rolled back, and at most one notice names it', async (action) => {
    account = await Account.open(threeVersions({}, { deny: [action] }))
    const run = await rollBack(account)
    expectRollback(run, 'rolled-back')
    expect(noticesOf(run).filter((notice) => notice.includes(action)).length).toBeLessThanOrEqual(1)
    expect(await account.runningDigests()).toEqual([account.digestOf('v1')])
  })

  test('ecs:RegisterTaskDefinition, where the version names digests', async () => {
    account = await Account.open(webScenario())
    await account.control('push', { repository: 'web', image: { tag: 'v3' } })
    expectOutcome(await account.run({ image: ecrImage('v2') }), 'deployed')
    expectOutcome(await account.run({ image: ecrImage('v3') }), 'deployed')
    await account.control('deny', { actions: ['ecs:RegisterTaskDefinition', 'ecs:TagResource', 'ecr:BatchGetImage'] })
    expectRollback(await rollBack(account), 'rolled-back')
    expect(await account.runningDigests()).toEqual([account.digestOf('v2')])
  })
})

test.each([
  ['ecs:DescribeServices', []],
  ['ecs:DescribeTaskDefinition', []],
  ['ecs:RegisterTaskDefinition', ['RegisterTaskDefinition']],
  ['ecs:UpdateService', ['RegisterTaskDefinition', 'UpdateService']],
] as const)('without %s: one clear error, and the service is as it was', async (action, attempted) => {
  account = await Account.open(threeVersions({}, { deny: [action] }))
  const run = await rollBack(account)
  expectRollback(run, 'failed')
  expect(errors(run)[0]).toContain(`Allow ${action} in the policy of the role that this job assumes.`)
  expect(account.changes()).toEqual(attempted)
  expect(await account.primary()).toMatchObject({ revision: 'web:3', rolloutState: 'COMPLETED' })
})
