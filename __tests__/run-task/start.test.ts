import type { RunTaskCommandInput } from '@aws-sdk/client-ecs'
import { expect, test } from '@jest/globals'
import type { StartedTasks } from '../../src/aws/tasks.ts'
import { explainFailures } from '../../src/run-task/launch-failures.ts'
import { starterOf } from '../../src/run-task/start.ts'
import { newTaskRun } from '../../src/run-task/task-run.ts'

const arn = (id: number): string => `arn:aws:ecs:us-east-1:111122223333:task/c/${String(id).padStart(32, '0')}`
const named = (name: string, message = ''): Error =>
  Object.assign(new Error(message), { name, $metadata: { httpStatusCode: 400 } })

/** RunTask that answers one after the other; time passes while somebody sleeps. */
function world(answers: readonly (StartedTasks | Error)[], wanted = 1) {
  let uptime = 0
  const sent: RunTaskCommandInput[] = []
  const kept: string[] = []
  const left = [...answers]
  const run = newTaskRun({ cluster: 'c', region: 'us-east-1', startedAt: 0, wanted })
  run.taskDefinitionArn = 'web:1'
  const ports = {
    tasks: {
      runTask: async (input: RunTaskCommandInput) => {
        sent.push(input)
        kept.push(`sending ${run.sending}`)
        const answer = left.shift() ?? new Error('nothing more')
        if (answer instanceof Error) throw answer
        return answer
      },
      stopTask: async () => undefined,
      serviceTags: async () => [],
    },
    clock: {
      now: () => 0,
      uptime: () => uptime,
      sleep: async (milliseconds: number) => {
        uptime += milliseconds
      },
    },
    log: { info: () => undefined } as never,
    cancelled: new AbortController().signal,
    random: () => 0.5,
    run: { runId: '1' },
  }
  const keep = async (): Promise<void> => void kept.push(`kept ${run.sending} ${run.taskArns.length}`)
  const starter = starterOf({ cluster: 'c' }, run, ports, keep)
  const pass = (seconds: number): void => {
    uptime += seconds * 1000
  }
  return { starter, run, sent, kept, pass }
}

const one = (id = 1): StartedTasks => ({ tasks: [{ taskArn: arn(id) }], failures: [] })
const none = (reason: string): StartedTasks => ({ tasks: [], failures: [{ reason }] })

test('what is about to be sent is kept before it is sent, and what came of it after', async () => {
  const { starter, kept, run } = world([one()])
  expect(await starter.startMore()).toBeUndefined()
  expect(kept).toEqual(['kept run 0', 'sending run', 'kept undefined 1'])
  expect(run.taskArns).toEqual([arn(1)])
})

test.each(['TimeoutError', 'AbortError', 'SyntaxError', 'ThrottlingException'])(
  'after %s the very same request is sent again',
  async (name) => {
    const { starter, sent } = world([named(name), one()])
    expect(await starter.startMore()).toBeUndefined()
    expect(sent).toHaveLength(2)
    expect(sent[1]).toEqual(sent[0])
  },
)

test('what does not come back for minutes ends the run, with the request kept as sent', async () => {
  const { starter, run } = world(Array.from({ length: 100 }, () => named('TimeoutError')))
  await expect(starter.startMore()).rejects.toMatchObject({ name: 'TimeoutError' })
  expect(run.sending).toBe('run')
})

test('no room: asked again after a pause, with another token, for what is missing only', async () => {
  const { starter, sent, run, pass } = world(
    [{ tasks: [{ taskArn: arn(1) }], failures: [{ reason: 'RESOURCE:MEMORY' }] }, none('AGENT'), one(2)],
    2,
  )
  expect(await starter.startMore()).toBeUndefined()
  expect(starter.waitsFor?.diagnosis.cause).toBe('ec2-capacity')
  expect(await starter.startMore()).toBeUndefined()
  expect(sent).toHaveLength(1)
  pass(11)
  await starter.startMore()
  expect(starter.waitsFor?.diagnosis.cause).toBe('agent-disconnected')
  pass(21)
  await starter.startMore()
  expect(sent.map(({ count }) => count)).toEqual([2, 1, 1])
  expect(new Set(sent.map(({ clientToken }) => clientToken)).size).toBe(3)
  expect([run.taskArns.length, starter.waitsFor]).toEqual([2, undefined])
})

test.each(['ATTRIBUTE', 'LOCATION', 'The requested CPU configuration is above your limit.', 'Something new'])(
  '%s does not pass: it is told at once',
  async (reason) => {
    const { starter, sent } = world([none(reason)])
    const failure = await starter.startMore()
    expect(failure).toMatchObject({ passes: false, diagnosis: { facts: [reason] } })
    expect(sent).toHaveLength(1)
  },
)

test('an answer without anything is no success', async () => {
  const { starter } = world([{ tasks: [], failures: [] }])
  expect(await starter.startMore()).toMatchObject({ passes: false })
})

test('no room, told by an exception', async () => {
  const { starter, pass } = world([
    named('ClientException', 'Capacity is unavailable at this time. Please try again later.'),
    one(),
  ])
  expect(await starter.startMore()).toBeUndefined()
  expect(starter.waitsFor?.diagnosis.cause).toBe('fargate-capacity')
  pass(11)
  await starter.startMore()
  expect(starter.waitsFor).toBeUndefined()
})

test('tagging is denied: without tags, told once', async () => {
  const denied = named('AccessDeniedException', 'User: x is not authorized to perform: ecs:TagResource on resource: *')
  const { run, sent } = world([])
  const starter = starterOf(
    { cluster: 'c', tags: [{ key: 'a', value: 'b' }], propagateTags: 'TASK_DEFINITION' },
    run,
    {
      ...world([]),
      tasks: {
        runTask: async (input: RunTaskCommandInput) => {
          sent.push(input)
          if (input.tags !== undefined || input.propagateTags !== undefined) throw denied
          return one()
        },
      } as never,
      clock: { now: () => 0, uptime: () => 0, sleep: async () => undefined },
      log: { info: () => undefined } as never,
      cancelled: new AbortController().signal,
      random: () => 0,
      run: {},
    },
    async () => undefined,
  )
  expect(await starter.startMore()).toBeUndefined()
  expect(sent).toHaveLength(2)
  expect(run.notices).toHaveLength(1)
})

test('of several failures the one that does not pass counts', () => {
  const found = explainFailures([{ reason: 'RESOURCE:CPU' }, { reason: 'RESOURCE:CPU' }, { reason: 'ATTRIBUTE' }])
  expect(found).toMatchObject({ passes: false, diagnosis: { facts: ['RESOURCE:CPU', 'ATTRIBUTE'], count: 3 } })
})
