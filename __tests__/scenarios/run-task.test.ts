import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { Account, type Ended } from '../support/account.ts'
import { errors } from '../support/expectations.ts'
import {
  expectTask,
  expectTaskCause,
  logConfiguration,
  migration,
  network,
  runTask,
  sidecar,
  taskScenario,
  withSidecars,
} from '../support/tasks.ts'
import { definition, ecrImage } from '../support/web.ts'

jest.setTimeout(60_000)

let account: Account
afterEach(() => account.close())

const slow = { speed: 60 }

/** Lines of the container's log that were shown, in order. */
function shown({ log }: Ended): readonly string[] {
  return log.split('\n').filter((line) => /^(?:migrating|table) /.test(line))
}

describe('a migration that goes well', () => {
  test('runs once, like the tasks of the service, and is judged by its exit code (ecs-deploy#134, #84)', async () => {
    account = await Account.open(taskScenario(), slow)
    const run = await runTask(account)
    expectTask(run, 'succeeded')
    expect(account.changes()).toEqual(['RunTask'])
    expect(account.sent('RunTask')).toEqual([
      {
        cluster: 'default',
        taskDefinition: 'arn:aws:ecs:us-east-1:111122223333:task-definition/web:1',
        count: 1,
        launchType: 'FARGATE',
        platformVersion: 'LATEST',
        networkConfiguration: network,
        enableECSManagedTags: false,
        overrides: { containerOverrides: [{ name: 'web', command: ['npm', 'run', 'migrate'] }] },
        startedBy: expect.stringMatching(/^ecs-deploy\/\d+\/[0-9a-f]{32}$/),
        clientToken: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ])
    expect(run.outputs).toMatchObject({ 'exit-code': '0', 'task-definition': 'web:1', cause: '' })
    const [task] = JSON.parse(run.outputs['exit-codes'] ?? '') as readonly { task: string }[]
    expect(task).toEqual({ task: expect.stringMatching(/^[0-9a-f]{32}$/), exitCodes: { web: 0 } })
    expect(JSON.parse(run.outputs['task-arns'] ?? '')).toEqual([expect.stringContaining(task?.task ?? '?')])
    expect(run.outputs['log-stream']).toBe(`ecs/web/${task?.task}`)
  })

  test('its log lines are shown while it runs (amazon-ecs-deploy-task-definition#757, #802, amazon-ecs-run-task#2, #6)', async () => {
    account = await Account.open(taskScenario(), slow)
    let statesAtFirstLine: readonly string[] = []
    const run = await runTask(
      account,
      {},
      {
        started: (process) => {
          const timer = setInterval(() => {
            if (!process.log().includes('migrating 3 of 3')) return
            clearInterval(timer)
            statesAtFirstLine = account.simulator.world.tasks
              .filter(({ service }) => service === '')
              .map(({ containers }) => containers[0]?.lastStatus ?? '')
          }, 2)
        },
      },
    )
    expectTask(run, 'succeeded')
    expect(statesAtFirstLine).toEqual(['RUNNING'])
    expect(shown(run)).toEqual(['migrating 3 of 3', 'table users done', 'table orders done'])
    const at = (text: string): number => run.log.indexOf(text)
    expect(at('::group::Log of container web in task')).toBeGreaterThan(0)
    expect(at('::group::Log of container web in task')).toBeLessThan(at('migrating 3 of 3'))
    expect(at('table orders done')).toBeLessThan(at('ended with exit code 0'))
  })

  test('the image is registered in one revision, which the next run uses again', async () => {
    account = await Account.open(taskScenario(), slow)
    const first = await runTask(account, { image: ecrImage('v2') })
    expectTask(first, 'succeeded')
    expect(account.changes()).toEqual(['RegisterTaskDefinition', 'RunTask'])
    expect(first.outputs['task-definition']).toBe('web:2')
    const registered = account.sent('RegisterTaskDefinition')[0] as { containerDefinitions: { image: string }[] }
    expect(registered.containerDefinitions[0]?.image).toContain(account.digestOf('v2'))
    const again = await runTask(account, { image: ecrImage('v2') }, { env: { GITHUB_RUN_ATTEMPT: '2' } })
    expectTask(again, 'succeeded')
    expect(account.changes()).toEqual(['RegisterTaskDefinition', 'RunTask', 'RunTask'])
    expect(again.outputs['task-definition']).toBe('web:2')
    expect((await account.primary()).revision).toBe('web:1')
  })

  test('a second step that asks for the same runs it again', async () => {
    account = await Account.open(taskScenario(), { speed: 200 })
    const step = (name: string) => ({ env: { GITHUB_ACTION: name } })
    const [one, two] = [await runTask(account, {}, step('__run')), await runTask(account, {}, step('__run_2'))]
    for (const run of [one, two]) expectTask(run, 'succeeded')
    expect(one.outputs['task-arns']).not.toBe(two.outputs['task-arns'])
  })
})

describe('what it is given', () => {
  test('goes into the request: overrides, launch settings, tags', async () => {
    account = await Account.open(taskScenario(), { speed: 200 })
    const run = await runTask(account, {
      'environment-variables': 'MODE=fast and loose',
      cpu: '0.5 vCPU',
      memory: '1 GB',
      'task-role-arn': 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
      'platform-version': '1.4.0',
      group: 'migrations',
      'enable-execute-command': 'true',
      'propagate-tags': 'TASK_DEFINITION',
      'enable-ecs-managed-tags': 'true',
      tags: 'team=data',
      'network-configuration': '{subnets: [subnet-0a1b2c3d4e5f60001], assignPublicIp: ENABLED}',
    })
    expectTask(run, 'succeeded')
    expect(account.sent('RunTask')[0]).toMatchObject({
      overrides: {
        containerOverrides: [{ name: 'web', environment: [{ name: 'MODE', value: 'fast and loose' }] }],
        cpu: '512',
        memory: '1024',
        taskRoleArn: 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
      },
      platformVersion: '1.4.0',
      group: 'migrations',
      enableExecuteCommand: true,
      propagateTags: 'TASK_DEFINITION',
      enableECSManagedTags: true,
      tags: [{ key: 'team', value: 'data' }],
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60001'] } },
    })
    expect(run.log).not.toContain('fast and loose')
    expect(JSON.stringify(run.report)).not.toContain('fast and loose')
  })

  test('a value of an environment variable is masked in its log, and nothing in the log is taken for a command', async () => {
    const lines = ['connecting with hunter2hunter2', '::add-mask::web', '::stop-commands::x', '##[error]boo']
    account = await Account.open(taskScenario({ ...migration, logLines: lines }), slow)
    const run = await runTask(account, { 'environment-variables': 'PASSWORD=hunter2hunter2' })
    expectTask(run, 'succeeded')
    expect(run.log).toContain('connecting with ***')
    expect(run.log).not.toContain('hunter2hunter2')
    expect(run.log).not.toMatch(/^::(?:add-mask|stop-commands)/m)
    expect(run.log).toContain(': :add-mask::web')
    expect(run.log).toContain('## [error]boo')
  })

  test('Spot capacity of the service is not used, unless it is asked for', async () => {
    const capacityProviderStrategy = [
      { capacityProvider: 'FARGATE_SPOT', weight: 3 },
      { capacityProvider: 'FARGATE', weight: 1, base: 1 },
    ]
    account = await Account.open(taskScenario(migration, { capacityProviderStrategy }), { speed: 200 })
    expectTask(await runTask(account), 'succeeded')
    expect(account.sent('RunTask')[0]).toMatchObject({
      capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 4, base: 1 }],
    })
    expectTask(await runTask(account, { 'capacity-provider-strategy': 'FARGATE_SPOT=1' }), 'succeeded')
    expect(account.sent('RunTask')[1]).toMatchObject({
      capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
    })
  })

  test('without a service: task definition and network are given', async () => {
    account = await Account.open(taskScenario(), { speed: 200 })
    const run = await runTask(account, {
      service: '',
      'task-definition': 'web',
      'network-configuration': JSON.stringify(network.awsvpcConfiguration),
    })
    expectTask(run, 'succeeded')
    expect(account.calls('DescribeServices')).toEqual([])
    expect(account.sent('RunTask')[0]).toMatchObject({ launchType: 'FARGATE', networkConfiguration: network })
  })

  test('a file, with placeholders', async () => {
    account = await Account.open(taskScenario(), { speed: 200 })
    const file = { ...definition('v2', { logConfiguration }), family: 'job', cpu: '${CPU}', memory: '1024' }
    const run = await runTask(
      account,
      { 'task-definition': 'job.json', variables: 'CPU=512' },
      { files: { 'job.json': JSON.stringify(file) } },
    )
    expectTask(run, 'succeeded')
    expect(run.outputs['task-definition']).toBe('job:1')
    expect(account.sent('RegisterTaskDefinition')[0]).toMatchObject({ family: 'job', cpu: '512' })
  })

  test('the tags that the service gives to its tasks are given to this one', async () => {
    account = await Account.open(
      taskScenario(migration, { propagateTags: 'SERVICE', tags: [{ key: 'cost', value: 'data' }] }),
      { speed: 200 },
    )
    expectTask(await runTask(account), 'succeeded')
    expect(account.sent('RunTask')[0]).toMatchObject({ tags: [{ key: 'cost', value: 'data' }] })
  })

  test('a dry run says what would be started, and starts nothing', async () => {
    account = await Account.open(taskScenario())
    const run = await runTask(account, { image: ecrImage('v2'), 'dry-run': 'true' })
    expectTask(run, 'planned')
    expect(account.mutations()).toEqual([])
    expect(run.log).toContain('It runs a new revision, and container web decides. Command: npm run migrate')
  })
})

describe('several tasks', () => {
  test('more than ten are started with several calls, and all must succeed', async () => {
    account = await Account.open(taskScenario({ ...migration, logLines: ['done'] }), slow)
    const run = await runTask(account, { count: '12' })
    expectTask(run, 'succeeded')
    expect(account.sent('RunTask')).toMatchObject([{ count: 10 }, { count: 2 }])
    expect(new Set(JSON.parse(run.outputs['task-arns'] ?? '')).size).toBe(12)
    expect(run.log.split('\n').filter((line) => line === 'done')).toHaveLength(12)
    expect(run.log).toContain('In 12 of 12 tasks container web ended with exit code 0.')
  })

  test('one that fails is a failure', async () => {
    const behaviour = { kind: 'crashes', exitCode: 4, afterSeconds: 2, times: 1 } as const
    account = await Account.open(taskScenario({ ...behaviour }), slow)
    // The second run of the image is healthy and never ends, so that the time limit ends it.
    const run = await runTask(account, { count: '2', 'wait-for-minutes': '3' })
    expectTask(run, 'timed-out')
    expect(run.outputs['exit-code']).toBe('4')
    expect(run.log).toContain('After 3 minutes 1 of 2 tasks had ended.')
    expect(account.changes()).toEqual(['RunTask', 'StopTask'])
  })
})

describe('several containers', () => {
  const proxy = { name: 'proxy', image: 'nginx:1.27' }
  const others = { otherImages: [{ reference: 'nginx:1.27' }] }

  test('a sidecar that never ends does not keep the task from ending', async () => {
    const taskDefinition = withSidecars({ ...sidecar, ...proxy, essential: true })
    const named = {
      ...taskDefinition,
      containerDefinitions: taskDefinition.containerDefinitions.map((one, index) =>
        index === 0 ? { ...one, essential: false } : one,
      ),
    }
    account = await Account.open(taskScenario(migration, { taskDefinition: named }, others), slow)
    const run = await runTask(account, { 'container-name': 'web' })
    expectTask(run, 'succeeded')
    expect(account.changes()).toEqual(['RunTask', 'StopTask'])
    expect(run.log).toMatch(/still running in task [0-9a-f]{32}: proxy; telling the task to stop/)
    expect(JSON.parse(run.outputs['exit-codes'] ?? '')).toMatchObject([{ exitCodes: { web: 0, proxy: 0 } }])
    expect(
      account.simulator.world.tasks.filter(
        ({ service, desiredStatus }) => service === '' && desiredStatus === 'RUNNING',
      ),
    ).toEqual([])
  })

  test('the exit code of the named one decides, and those of the others are shown', async () => {
    const crash = {
      otherImages: [{ reference: 'nginx:1.27', behaviour: { kind: 'crashes', exitCode: 9, afterSeconds: 1 } as const }],
    }
    const taskDefinition = withSidecars({ ...proxy, essential: false })
    account = await Account.open(taskScenario(migration, { taskDefinition }, crash), slow)
    const run = await runTask(account)
    expectTask(run, 'succeeded')
    expect(run.log).toContain('web: exit code 0; proxy: exit code 9')
  })

  test('which one decides must be clear', async () => {
    account = await Account.open(taskScenario(migration, { taskDefinition: withSidecars(proxy) }, others))
    const run = await runTask(account)
    expectTaskCause(run, 'failed', 'input', /container-name/)
    expect(errors(run)[0]).toContain('It is not clear which container is meant')
    expect(account.mutations()).toEqual([])
  })
})

describe('log lines that cannot be shown', () => {
  test.each([
    ['no permission', { deny: ['logs:GetLogEvents'] }, logConfiguration, 'the permission logs:GetLogEvents is missing'],
    ['another driver', {}, { logDriver: 'splunk', options: {} }, 'it logs with the driver splunk'],
    ['no log configuration', {}, undefined, 'its task definition has no logConfiguration for it'],
  ])('%s: said once, and the task is judged all the same', async (_, rest, logs, text) => {
    const taskDefinition = definition('v1', logs === undefined ? {} : { logConfiguration: logs })
    account = await Account.open(taskScenario(migration, { taskDefinition }, rest), { speed: 100 })
    const run = await runTask(account)
    expectTask(run, 'succeeded')
    expect(run.log.split(text)).toHaveLength(2)
    expect(account.calls('GetLogEvents').length).toBeLessThanOrEqual(1)
  })
})
