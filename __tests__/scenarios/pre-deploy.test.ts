/** The task that runs before a deployment. */
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { Account, type Inputs } from '../support/account.ts'
import { errors, expectCause, expectOutcome } from '../support/expectations.ts'
import { rollBack } from '../support/rollback.ts'
import { logConfiguration, migrating, migration, network, taskScenario } from '../support/tasks.ts'
import { definition, ecrImage } from '../support/web.ts'

jest.setTimeout(60_000)

let account: Account
afterEach(() => account.close())

const slow = { speed: 60 }
const endless = { kind: 'healthy', logLines: ['waiting for a lock'] } as const
const inputs: Inputs = { image: ecrImage('v2'), 'pre-deploy-command': 'npm run migrate' }
const whole = ['RegisterTaskDefinition', 'RunTask', 'UpdateService']

function tagsOf(revision: string): readonly { readonly key?: string; readonly value?: string }[] {
  const [, tags = []] = [...account.simulator.world.tags].find(([arn]) => arn.endsWith(`/${revision}`)) ?? []
  return tags as readonly { key?: string; value?: string }[]
}

describe('a migration that goes well', () => {
  test('runs with the new revision and the network of the service before the service is updated (amazon-ecs-deploy-task-definition#54, #304)', async () => {
    account = await Account.open(taskScenario(), slow)
    const run = await account.run(inputs)
    expectOutcome(run, 'deployed')
    expect(account.changes()).toEqual(whole)
    expect(account.sent('RunTask')[0]).toMatchObject({
      taskDefinition: 'arn:aws:ecs:us-east-1:111122223333:task-definition/web:2',
      networkConfiguration: network,
      launchType: 'FARGATE',
      overrides: { containerOverrides: [{ name: 'web', command: ['npm', 'run', 'migrate'] }] },
    })
    const task = account.simulator.world.tasks.find(({ service }) => service === '')
    expect(task?.containers[0]?.exitCode).toBe(0)
    expect(run.log).toContain('::group::Log of container web in task')
    expect(run.log).toContain('table orders done')
    expect(run.log.indexOf('table orders done')).toBeLessThan(run.log.indexOf('Deployment ecs-svc/'))
    expect(run.log).toMatch(/The task before the deployment \([0-9a-f]{32}\) succeeded after/)
    expect(run.log).toContain('pre-deploy-timeout-minutes 15')
    expect(tagsOf('web:2').map(({ key }) => key)).toContain('ecs-deploy:pre-deploy')
  })

  test('nothing to do: no migration is run', async () => {
    account = await Account.open(taskScenario(), slow)
    expectOutcome(await account.run(inputs), 'deployed')
    const before = account.changes().length
    expectOutcome(await account.run(inputs, { env: { GITHUB_RUN_ID: '4242' } }), 'unchanged')
    expect(account.changes()).toHaveLength(before)
  })

  test('only settings change: no migration is run', async () => {
    account = await Account.open(taskScenario(), slow)
    const run = await account.run({ 'pre-deploy-command': 'npm run migrate', 'desired-count': '2' })
    expectOutcome(run, 'updated')
    expect(account.changes()).toEqual(['UpdateService'])
  })

  test('the same version once more: it runs again, and the revision is marked', async () => {
    account = await Account.open(taskScenario(), slow)
    const run = await account.run({ 'pre-deploy-command': 'npm run migrate', 'force-new-deployment': 'true' })
    expectOutcome(run, 'deployed')
    expect(account.changes()).toEqual(['TagResource', 'RunTask', 'UpdateService'])
    expect(tagsOf('web:1').map(({ key }) => key)).toEqual(['ecs-deploy:pre-deploy'])
  })

  test('a dry run does not run it', async () => {
    account = await Account.open(taskScenario())
    expectOutcome(await account.run({ ...inputs, 'dry-run': 'true' }), 'planned')
    expect(account.mutations()).toEqual([])
  })

  test('a later rollback says that its changes are not undone', async () => {
    account = await Account.open(taskScenario(), slow)
    expectOutcome(await account.run({ ...inputs, 'default-tags': 'false' }), 'deployed')
    const back = await rollBack(account, { to: '1' })
    expect(back.outputs.outcome).toBe('rolled-back')
    expect(back.log).toContain(
      'Before web:2 was deployed, a task ran, a migration for example. What it changed is not undone by a rollback.',
    )
  })

  test('… and so does the rollback of the very deployment', async () => {
    account = await Account.open(taskScenario(), slow)
    const run = await account.run({ ...inputs, image: ecrImage('sick'), 'wait-for-minutes': '3' })
    expectOutcome(run, 'rolled-back')
    expect(run.log).toContain(
      'Before web:2 was deployed, a task ran, a migration for example. What it changed is not undone by a rollback.',
    )
  })
})

describe('a migration that fails', () => {
  test('the service was not touched (boxel#5409, kaapi-backend#592)', async () => {
    const logLines = ['running migration 7', 'Error: relation "users" already exists']
    account = await Account.open(taskScenario({ kind: 'crashes', exitCode: 3, afterSeconds: 3, logLines }), slow)
    const run = await account.run(inputs)
    expectCause(run, 'failed', 'exit-code', /Container "web" exits with code 3/)
    expect(account.changes()).toEqual(['RegisterTaskDefinition', 'RunTask'])
    expect(run.log).toMatch(
      /The task before the deployment \([0-9a-f]{32}\) did not succeed .* The service was not touched\./,
    )
    expect(run.log).toContain('relation "users" already exists')
    expect(await account.primary()).toMatchObject({ revision: 'web:1', rolloutState: 'COMPLETED' })
    expect(run.outputs.changed).toBe('true')
  })

  test('it does not end in time: it is told to stop, and the service was not touched', async () => {
    account = await Account.open(taskScenario(endless), slow)
    const run = await account.run({ ...inputs, 'pre-deploy-timeout-minutes': '2' })
    expectCause(run, 'failed', 'time-out', /Container "web" had not ended after 2 minutes/)
    expect(account.changes()).toEqual(['RegisterTaskDefinition', 'RunTask', 'StopTask'])
    expect(run.log).toContain('The service was not touched.')
  })

  test('it cannot be started: the service was not touched', async () => {
    account = await Account.open(taskScenario(migration, {}, { deny: ['ecs:RunTask'] }), slow)
    const run = await account.run(inputs)
    expectOutcome(run, 'failed')
    expect(errors(run)[0]).toContain('Allow ecs:RunTask in the policy of the role that this job assumes.')
    expect(run.log).toContain('The service was not touched.')
    expect((await account.primary()).revision).toBe('web:1')
  })

  test.each([
    [{ 'pre-deploy-container': 'nobody' }, 'There is no container "nobody".'],
    [{ 'pre-deploy-container': 'web', 'pre-deploy-command': '' }, 'It needs pre-deploy-command'],
    [{ 'pre-deploy-timeout-minutes': '0' }, 'is not a number of minutes'],
  ])('what cannot be is refused before anything is changed: %j', async (wrong, text) => {
    account = await Account.open(taskScenario())
    const run = await account.run({ ...inputs, ...wrong })
    expectOutcome(run, 'failed')
    expect(errors(run)[0]).toContain(text)
    expect(account.mutations()).toEqual([])
  })
})

describe('cancelled while it runs', () => {
  test.each(['leave', 'rollback'])(
    'on-cancel "%s": it is told to stop, and the service was not touched',
    async (onCancel) => {
      account = await Account.open(taskScenario(endless), { speed: 30 })
      const signals = [{ signal: 'SIGINT', when: /waiting for a lock/ }] as const
      const run = await account.run({ ...inputs, 'on-cancel': onCancel }, { signals })
      expectOutcome(run, 'cancelled')
      expect(run.log).toMatch(
        /The service was not touched\. The task before the deployment: Task [0-9a-f]{32} was told to stop/,
      )
      expect(account.changes()).toEqual(['RegisterTaskDefinition', 'RunTask', 'StopTask'])
      const post = await account.post(run)
      expect(post.exitCode).toBe(0)
      expect(account.changes()).toHaveLength(3)
    },
  )

  test('killed without a word: post stops it', async () => {
    account = await Account.open(taskScenario(endless), { speed: 30 })
    const run = await account.run(inputs, { signals: [{ signal: 'SIGKILL', when: /waiting for a lock/ }] })
    expect(run.exitCode).toBeNull()
    const post = await account.post(run)
    expect(post.log).toContain('The run ended while the task before the deployment ran.')
    expect(post.log).toMatch(/Task [0-9a-f]{32} was told to stop/)
    expect(account.changes()).toEqual(['RegisterTaskDefinition', 'RunTask', 'StopTask'])
    expect(migrating(endless)).toMatchObject({ matching: endless })
  })
})

test('without a task nothing more is asked of AWS than before', async () => {
  account = await Account.open(
    taskScenario(migration, { taskDefinition: definition('v1', { logConfiguration }) }),
    slow,
  )
  expectOutcome(await account.run({ image: ecrImage('v2') }), 'deployed')
  expect(account.changes()).toEqual(['RegisterTaskDefinition', 'UpdateService'])
  expect(account.simulator.requests().filter(({ service }) => service === 'logs')).toEqual([])
})
