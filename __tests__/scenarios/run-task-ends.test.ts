/** Every end of a task that is no success, explained. */
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import type { Scenario, ServiceScenario } from '../../simulator/scenario.ts'
import { Account } from '../support/account.ts'
import { errors } from '../support/expectations.ts'
import { expectTask, expectTaskCause, logConfiguration, migration, runTask, taskScenario } from '../support/tasks.ts'
import { definition, ecrImage } from '../support/web.ts'

jest.setTimeout(60_000)

let account: Account
afterEach(() => account.close())

const fast = { speed: 100 }
const crash = { kind: 'crashes', afterSeconds: 3 } as const

describe('the container ends with an error', () => {
  test('its exit code, its last words, and what to do', async () => {
    const logLines = ['running migration 7', 'Error: relation "users" already exists']
    account = await Account.open(taskScenario({ ...crash, exitCode: 3, logLines }), fast)
    const run = await runTask(account)
    expectTask(run, 'failed')
    expect(run.outputs['exit-code']).toBe('3')
    expect(run.log).toContain('Container web ended with exit code 3.')
    expect(run.outputs.cause).not.toBe('')
    expect(errors(run)[0]).toContain('relation "users" already exists')
    // ECS ends a task whose essential container has ended.
    expect(account.changes()).toEqual(['RunTask'])
  })

  test('killed for want of memory', async () => {
    const reason = 'OutOfMemoryError: Container killed due to memory usage'
    account = await Account.open(taskScenario({ ...crash, exitCode: 137, reason }), fast)
    const run = await runTask(account)
    expectTaskCause(run, 'failed', 'out-of-memory', /Container "web" needs more memory than it has/)
    expect(run.outputs['exit-code']).toBe('137')
  })

  test('killed without a reason', async () => {
    account = await Account.open(taskScenario({ ...crash, exitCode: 137 }), fast)
    expectTaskCause(await runTask(account), 'failed', 'killed', /Container "web" was killed \(exit code 137\)/)
  })
})

describe('the container never runs: no exit code is a failure with its reason', () => {
  const quick = { options: { pullRetrySeconds: 10 } }

  test('the image is missing', async () => {
    account = await Account.open(taskScenario(migration, {}, quick), fast)
    const run = await runTask(account, { image: ecrImage('gone'), 'pin-digest': 'false' })
    expectTaskCause(run, 'failed', 'image-not-found', /web:gone/)
    expect(run.outputs['exit-code']).toBe('')
    expect(run.log).toContain('Container web has no exit code: CannotPullContainerError')
    expect(JSON.parse(run.outputs['exit-codes'] ?? '')).toMatchObject([{ exitCodes: { web: null } }])
  })

  test('with its digest looked up, it is missed before anything is changed', async () => {
    account = await Account.open(taskScenario(), fast)
    const run = await runTask(account, { image: ecrImage('gone') })
    expectTaskCause(run, 'failed', 'input', /Input "image"/)
    expect(account.mutations()).toEqual([])
  })

  test('a secret is missing', async () => {
    const secrets = [{ name: 'PASSWORD', valueFrom: 'arn:aws:ssm:us-east-1:111122223333:parameter/nowhere' }]
    account = await Account.open(
      taskScenario(
        migration,
        { taskDefinition: 'web:1' },
        {
          taskDefinitions: [
            definition('v1', { logConfiguration }),
            definition('v1', { logConfiguration, secrets }, { family: 'job' }),
          ],
          secrets: [],
        },
      ),
      fast,
    )
    const run = await runTask(account, { 'task-definition': 'job' })
    expectTaskCause(run, 'failed', 'secret-not-found', /nowhere/)
  })
})

describe('no room', () => {
  const full = { capacity: [{ provider: 'FARGATE', tasks: 1 }] } as const

  test('Fargate has no capacity: tried again until it has', async () => {
    account = await Account.open(taskScenario(migration, {}, full), fast)
    const run = await runTask(
      account,
      {},
      {
        started: (process) => {
          const timer = setInterval(() => {
            if (!process.log().includes('ECS cannot start the task yet')) return
            clearInterval(timer)
            void account.control('happen', { capacity: { provider: 'FARGATE', tasks: 10 } })
          }, 5)
        },
      },
    )
    expectTask(run, 'succeeded')
    expect(account.calls('RunTask').length).toBeGreaterThan(1)
    const tokens = account.sent('RunTask').map((input) => (input as { clientToken: string }).clientToken)
    expect(new Set(tokens).size).toBe(tokens.length)
  })

  test('… or until the time limit', async () => {
    account = await Account.open(taskScenario(migration, {}, full), fast)
    const run = await runTask(account, { 'wait-for-minutes': '2' })
    expectTaskCause(run, 'timed-out', 'fargate-capacity', /AWS has no Fargate capacity for the task at the moment/)
    expect(run.log).toContain('After 2 minutes 0 of 1 task had been started.')
    expect(JSON.parse(run.outputs['task-arns'] ?? '')).toEqual([])
  })

  test('no container instance has room', async () => {
    const rest = { capacity: [{ provider: 'EC2', tasks: 0 }] } as const
    account = await Account.open(onInstances(rest), fast)
    const run = await runTask(account, { 'task-definition': 'job', 'launch-type': 'EC2', 'wait-for-minutes': '1' })
    expectTaskCause(run, 'timed-out', 'ec2-capacity', /No container instance has room for the task \(CPU\)/)
  })

  function onInstances(rest: Partial<Scenario>): Scenario {
    const job = definition(
      'v1',
      { memory: 128 },
      { family: 'job', networkMode: 'bridge', requiresCompatibilities: ['EC2'] },
    )
    const service: Partial<ServiceScenario> = { taskDefinition: 'web:1' }
    return taskScenario(migration, service, { taskDefinitions: [definition('v1', { logConfiguration }), job], ...rest })
  }
})

describe('what ECS refuses', () => {
  test('a task definition that has been deregistered is refused before anything is changed', async () => {
    const taskDefinitions = [
      definition('v1', { logConfiguration }, { status: 'INACTIVE' }),
      definition('v2', { logConfiguration }),
    ]
    account = await Account.open(taskScenario(migration, { taskDefinition: 'web:2' }, { taskDefinitions }), fast)
    const run = await runTask(account, { 'task-definition': 'web:1' })
    expectTaskCause(run, 'failed', 'input', /Input "task-definition"/)
    expect(errors(run)[0]).toContain('web:1 is INACTIVE: it has been deregistered, and ECS starts no task of it')
    expect(account.mutations()).toEqual([])
  })

  test('… and where it happens between reading and starting, ECS says so', async () => {
    account = await Account.open(taskScenario(), fast)
    account.fault({
      kind: 'error',
      operation: 'RunTask',
      type: 'InvalidParameterException',
      message: 'TaskDefinition is inactive',
    })
    const run = await runTask(account)
    expectTaskCause(run, 'failed', 'task-definition-inactive', /The task definition has been deregistered/)
  })

  test.each(['ecs:RunTask', 'ecs:DescribeTaskDefinition', 'ecs:DescribeServices'])(
    'without %s: one clear error, and no task',
    async (action) => {
      account = await Account.open(taskScenario(migration, {}, { deny: [action] }), fast)
      const run = await runTask(account)
      expectTask(run, 'failed')
      expect(errors(run)[0]).toContain(`Allow ${action} in the policy of the role that this job assumes.`)
      expect(run.log).toContain('No task was started.')
    },
  )

  test('without ecs:DescribeTasks the end is not seen: unknown, with the commands that show it', async () => {
    account = await Account.open(taskScenario(migration, {}, { deny: ['ecs:DescribeTasks'] }), fast)
    const run = await runTask(account)
    expectTask(run, 'unknown')
    expect(run.log).toMatch(/aws ecs describe-tasks --cluster default --tasks [0-9a-f]{32}/)
    expect(run.log).toMatch(/aws ecs stop-task --cluster default --task [0-9a-f]{32}/)
  })

  test('without ecs:TagResource it runs without tags, and one notice says so', async () => {
    account = await Account.open(taskScenario(migration, {}, { deny: ['ecs:TagResource'] }), fast)
    const run = await runTask(account, { tags: 'team=data' })
    expectTask(run, 'succeeded')
    expect(run.log.split('ecs:TagResource on task/*')).toHaveLength(2)
  })
})

describe('told to stop', () => {
  const endless = { kind: 'healthy', logLines: ['waiting for a lock'] } as const

  test('at the time limit, and its last line is shown', async () => {
    account = await Account.open(taskScenario(endless), fast)
    const run = await runTask(account, { 'wait-for-minutes': '2' })
    expectTaskCause(run, 'timed-out', 'time-out', /Container "web" had not ended after 2 minutes/)
    expect(account.changes()).toEqual(['RunTask', 'StopTask'])
    expect(account.sent('StopTask')[0]).toMatchObject({ reason: 'ecs-deploy: it did not end within 2 minutes' })
    expect(run.log).toContain('Last line of the log: waiting for a lock')
    expect(run.log).toContain('was told to stop; what it had done by then is not undone.')
  })

  test('… and where that is denied, the command that stops it is shown', async () => {
    account = await Account.open(taskScenario(endless, {}, { deny: ['ecs:StopTask'] }), fast)
    const run = await runTask(account, { 'wait-for-minutes': '2' })
    expectTask(run, 'timed-out')
    expect(run.log).toContain('could not be stopped: the permission ecs:StopTask is missing.')
    expect(run.log).toMatch(/aws ecs stop-task --cluster default --task [0-9a-f]{32}/)
  })

  test('by somebody else: exit code 0 does not make it a success', async () => {
    account = await Account.open(taskScenario(endless), fast)
    const run = await runTask(
      account,
      {},
      {
        started: (process) => {
          const timer = setInterval(() => {
            if (!process.log().includes('waiting for a lock')) return
            clearInterval(timer)
            const task = account.simulator.world.tasks.find(({ service }) => service === '')
            void account.control('stop-task', { task: task?.arn })
          }, 5)
        },
      },
    )
    expectTaskCause(run, 'failed', 'stopped-by-user', /Somebody stopped the task by hand or by script/)
    expect(run.outputs['exit-code']).toBe('0')
  })
})
