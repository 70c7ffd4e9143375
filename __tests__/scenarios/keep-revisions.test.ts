import { afterEach, describe, expect, jest, test } from '@jest/globals'
import type { Scenario } from '../../simulator/scenario.ts'
import { Account } from '../support/account.ts'
import { expectOutcome } from '../support/expectations.ts'
import { definition, ecrImage, webScenario } from '../support/web.ts'

jest.setTimeout(60_000)

let account: Account
afterEach(() => account.close())

/** `web:1` to `web:8`, of which the service runs the last and ran `web:6` before. */
async function open({ services = [], ...rest }: Partial<Scenario> = {}, service: object = {}): Promise<void> {
  const taskDefinitions = Array.from({ length: 8 }, (_, index) =>
    definition('v1', { environment: [{ name: 'REVISION', value: String(index + 1) }] }),
  )
  const history = [{ taskDefinition: 'web:2' }, { taskDefinition: 'web:6' }]
  const scenario = webScenario({ taskDefinition: 'web:8', history, ...service }, { taskDefinitions, ...rest })
  account = await Account.open({ ...scenario, services: [...(scenario.services ?? []), ...services] })
}

const revision = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1)

function deregistered(): readonly string[] {
  return account
    .sent('DeregisterTaskDefinition')
    .map((input) => revision((input as { taskDefinition: string }).taskDefinition))
}

function active(): readonly string[] {
  return [...account.simulator.world.taskDefinitions.values()]
    .flat()
    .filter(({ status }) => status === 'ACTIVE')
    .map(({ arn }) => revision(arn))
}

test('after a good end older ones are deregistered, the oldest first, and nothing is deleted', async () => {
  await open()
  const run = await account.run({ image: ecrImage('v2'), 'keep-revisions': '2' })
  expectOutcome(run, 'deployed')
  expect(deregistered()).toEqual(['web:1', 'web:2', 'web:3', 'web:4', 'web:5', 'web:6', 'web:7'])
  expect(active()).toEqual(['web:8', 'web:9'])
  expect(account.calls('DeleteTaskDefinitions')).toEqual([])
  expect(run.log).toContain('7 old revisions of web were deregistered (keep-revisions 2).')
  const times = account.calls('DeregisterTaskDefinition').map(({ at }) => at)
  // 1 a second, with what registrations need of it.
  for (const [index, at] of times.slice(1).entries()) expect(at - (times[index] ?? 0)).toBeGreaterThanOrEqual(1_000)
})

test('what runs and what a rollback goes to stay, however old', async () => {
  await open({}, { taskDefinition: 'web:2', history: [{ taskDefinition: 'web:1' }] })
  const run = await account.run({ image: ecrImage('v2'), 'keep-revisions': '1' })
  expectOutcome(run, 'deployed')
  expect(active()).toEqual(['web:2', 'web:9'])
  const back = await account.run({ to: 'previous' }, { action: 'rollback' })
  expect(`${back.outputs.outcome}\n${back.log}`).toMatch(/^rolled-back/)
})

test('what another service uses, or would go back to, stays, also in another cluster', async () => {
  const other = { name: 'worker', cluster: 'staging', taskDefinition: 'web:3', history: [{ taskDefinition: 'web:1' }] }
  await open({ services: [other], clusters: ['default', 'staging', 'empty'] })
  const run = await account.run({ image: ecrImage('v2'), 'keep-revisions': '1' })
  expectOutcome(run, 'deployed')
  expect(active()).toEqual(['web:1', 'web:3', 'web:8', 'web:9'])
})

test('what a task runs that no service started stays', async () => {
  await open()
  const { ECSClient, RunTaskCommand } = await import('@aws-sdk/client-ecs')
  const client = new ECSClient({
    region: 'us-east-1',
    endpoint: account.simulator.url,
    credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
  })
  await client.send(
    new RunTaskCommand({
      taskDefinition: 'web:4',
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } },
    }),
  )
  const run = await account.run({ image: ecrImage('v2'), 'keep-revisions': '1' })
  expectOutcome(run, 'deployed')
  expect(active()).toEqual(['web:4', 'web:8', 'web:9'])
})

test('also where nothing changed', async () => {
  await open()
  const run = await account.run({ 'task-definition': 'web:8', 'keep-revisions': '3' })
  expectOutcome(run, 'unchanged')
  expect(active()).toEqual(['web:6', 'web:7', 'web:8'])
})

test('a run that is cancelled while it tidies up has deployed, and stops tidying', async () => {
  await open()
  const run = await account.run(
    { image: ecrImage('v2'), 'keep-revisions': '1', 'on-cancel': 'rollback' },
    { signals: [{ signal: 'SIGINT', when: /Deregistering/ }] },
  )
  expectOutcome(run, 'deployed')
  const post = await account.post(run)
  expect(post.exitCode).toBe(0)
  expect(account.calls('UpdateService')).toHaveLength(1)
  expect(await account.primary()).toMatchObject({ revision: 'web:9' })
})

describe('nothing is deregistered', () => {
  test('where the deployment failed', async () => {
    await open()
    const run = await account.run({ image: ecrImage('crash'), 'keep-revisions': '1', 'wait-for-minutes': '10' })
    expectOutcome(run, 'rolled-back')
    expect(deregistered()).toEqual([])
  })

  test('in a dry run', async () => {
    await open()
    expectOutcome(await account.run({ image: ecrImage('v2'), 'keep-revisions': '1', 'dry-run': 'true' }), 'planned')
    expect(account.calls('ListTaskDefinitions')).toEqual([])
  })

  test.each([
    'ecs:ListTaskDefinitions',
    'ecs:ListClusters',
    'ecs:ListServices',
    'ecs:ListTasks',
    'ecs:ListServiceDeployments',
    'ecs:DescribeServiceRevisions',
  ])('where %s is missing: a notice names it, and the deployment is a good one', async (action) => {
    await open({ deny: [action] })
    const run = await account.run({ image: ecrImage('v2'), 'keep-revisions': '1' })
    expectOutcome(run, 'deployed')
    expect(run.log).toContain(
      `old revision of web was deregistered (keep-revisions 1): the permission ${action} is missing.`,
    )
    expect(deregistered()).toEqual([])
  })

  test('without ecs:DeregisterTaskDefinition', async () => {
    await open({ deny: ['ecs:DeregisterTaskDefinition'] })
    const run = await account.run({ image: ecrImage('v2'), 'keep-revisions': '1' })
    expectOutcome(run, 'deployed')
    expect(run.log).toContain('the permission ecs:DeregisterTaskDefinition is missing')
    expect(active()).toHaveLength(9)
  })
})
