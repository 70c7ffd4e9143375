/** Runs of the run-task action that are cut short, or whose answers are lost: a task is neither left running nor started twice. */
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { cancellation } from '../../scripts/demo/run-action.ts'
import { Account, type Ended, until } from '../support/account.ts'
import { expectTask, runTask, taskScenario } from '../support/tasks.ts'

jest.setTimeout(60_000)

let account: Account
afterEach(() => account.close())

const slow = { speed: 30 }
const endless = { kind: 'healthy', logLines: ['waiting for a lock'] } as const
const running = /waiting for a lock/

/** One-off tasks: all that there were, and those that are to go on running. */
function tasks(): { readonly all: number; readonly open: number } {
  const own = account.simulator.world.tasks.filter(({ service }) => service === '')
  return { all: own.length, open: own.filter(({ desiredStatus }) => desiredStatus === 'RUNNING').length }
}

function post(main: Ended): Promise<Ended> {
  return account.post(main, { action: 'run-task' })
}

describe('cancelled', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s: the task is told to stop at once', async (signal) => {
    account = await Account.open(taskScenario(endless), slow)
    const run = await runTask(account, {}, { signals: [{ signal, when: running }] })
    expectTask(run, 'cancelled')
    expect(run.seconds).toBeLessThan(12)
    expect(run.log).toMatch(/The run was cancelled\. Task [0-9a-f]{32} was told to stop/)
    expect(account.sent('StopTask')).toMatchObject([{ reason: 'ecs-deploy: the run was cancelled' }])
    expect(tasks()).toEqual({ all: 1, open: 0 })
    const after = await post(run)
    expect([after.exitCode, after.log]).toEqual([0, ''])
  })

  test('as the runner does it, with several tasks', async () => {
    account = await Account.open(taskScenario(endless), slow)
    const run = await runTask(account, { count: '3' }, { signals: cancellation(running) })
    expectTask(run, 'cancelled')
    expect(tasks()).toEqual({ all: 3, open: 0 })
  })

  test('before the task is started: nothing is started', async () => {
    account = await Account.open(taskScenario(endless), slow)
    account.fault({ kind: 'delay', seconds: 600, operation: 'DescribeTaskDefinition', calls: 'all' })
    const run = await runTask(account, {}, { signals: [{ signal: 'SIGINT', when: /Running a task/, after: 300 }] })
    expectTask(run, 'cancelled')
    expect(run.log).toContain('No task was started.')
    expect((await post(run)).exitCode).toBe(0)
    expect(tasks()).toEqual({ all: 0, open: 0 })
  })

  test('killed without a word: post stops the task', async () => {
    account = await Account.open(taskScenario(endless), slow)
    const run = await runTask(account, {}, { signals: [{ signal: 'SIGKILL', when: running }] })
    expect(run.exitCode).toBeNull()
    expect(tasks()).toEqual({ all: 1, open: 1 })
    const after = await post(run)
    expect(after.exitCode).toBe(0)
    expect(after.log).toMatch(/Task [0-9a-f]{32} was told to stop/)
    expect(tasks()).toEqual({ all: 1, open: 0 })
  })

  test('killed while RunTask is on its way: post finds the task and stops it', async () => {
    account = await Account.open(taskScenario(endless), slow)
    account.fault({ kind: 'hang', applied: true, operation: 'RunTask', calls: 'all' })
    const run = await runTask(
      account,
      {},
      {
        started: (process) =>
          void until('the task is there', () => tasks().all === 1).then(() => process.kill('SIGKILL')),
      },
    )
    expect(run.exitCode).toBeNull()
    expect(run.log).not.toMatch(/Task [0-9a-f]{32} of web:1 started/)
    account.simulator.faults.clear()
    const after = await post(run)
    expect(after.log).toMatch(/Task [0-9a-f]{32} was told to stop/)
    expect(tasks()).toEqual({ all: 1, open: 0 })
  })

  test('without ecs:StopTask post says that it may still run', async () => {
    account = await Account.open(taskScenario(endless, {}, { deny: ['ecs:StopTask'] }), slow)
    const run = await runTask(account, {}, { signals: [{ signal: 'SIGINT', when: running }] })
    expectTask(run, 'cancelled')
    const after = await post(run)
    expect(after.exitCode).toBe(1)
    expect(after.log).toContain('the permission ecs:StopTask is missing. It may still run.')
  })
})

describe('a lost answer to RunTask never starts a second task', () => {
  test.each([
    ['reset after it was done', { kind: 'reset-after', operation: 'RunTask' }],
    ['an answer that cannot be read', { kind: 'malformed', operation: 'RunTask' }],
    ['an error of the server', { kind: 'http-500', operation: 'RunTask', calls: 2 }],
    ['too many requests', { kind: 'throttle', operation: 'RunTask', calls: 2 }],
    ['reset before it was done', { kind: 'reset-before', operation: 'RunTask' }],
  ] as const)('%s', async (_, fault) => {
    account = await Account.open(taskScenario(), { speed: 100 })
    account.fault(fault)
    const run = await runTask(account)
    expectTask(run, 'succeeded')
    expect(tasks()).toEqual({ all: 1, open: 0 })
    const tokens = account.sent('RunTask').map((input) => (input as { clientToken: string }).clientToken)
    expect(tokens.length).toBeGreaterThan(1)
    expect(new Set(tokens).size).toBe(1)
  })
})

test.each(['DescribeTasks', 'logs:GetLogEvents'])(
  '%s fails for a while: the task is watched to its end',
  async (operation) => {
    account = await Account.open(taskScenario(), { speed: 100 })
    account.fault({ kind: 'http-500', operation, call: 2, calls: 12 })
    const run = await runTask(account)
    expectTask(run, 'succeeded')
    expect(run.log).toContain('table orders done')
  },
)

test('the credentials expire while it runs: unknown, and nothing is claimed', async () => {
  account = await Account.open(taskScenario(), { speed: 100 })
  account.fault({ kind: 'expired-token', operation: 'DescribeTasks', call: 3, calls: 'all' })
  const run = await runTask(account)
  expectTask(run, 'unknown')
  expect(run.log).toContain('The task was started, and its end could not be observed.')
  expect(run.outputs['exit-code']).toBe('')
})
