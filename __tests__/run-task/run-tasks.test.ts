import type { Task } from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import type { LogPage } from '../../src/aws/logs.ts'
import { runTasks } from '../../src/run-task/run-tasks.ts'
import { newTaskRun } from '../../src/run-task/task-run.ts'

const arn = `arn:aws:ecs:us-east-1:111122223333:task/c/${'a'.repeat(32)}`
const logConfiguration = {
  logDriver: 'awslogs' as const,
  options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'ecs' },
}

type World = {
  /** What DescribeTasks shows so many seconds after the start. */
  readonly shows: (seconds: number) => readonly Task[] | Error
  readonly logs?: (seconds: number, from: string | undefined) => LogPage | Error
  readonly minutes?: number
}

/** One task `a…` whose container `web` decides; time passes while somebody sleeps. */
async function play({ shows, logs = () => ({ lines: [] }), minutes = 30 }: World) {
  let uptime = 0
  let calls = 0
  const said: string[] = []
  const stopped: string[] = []
  const run = newTaskRun({ cluster: 'c', region: 'us-east-1', startedAt: 0, wanted: 1 })
  run.container = 'web'
  const answered = <T>(answer: T | Error): T => {
    calls += 1
    if (answer instanceof Error) throw answer
    return answer
  }
  const ports = {
    tasks: {
      runTask: async () => ({ tasks: [{ taskArn: arn, lastStatus: 'PROVISIONING' }], failures: [] }),
      stopTask: async (_: string, task: string) => void stopped.push(task),
    },
    ecs: { describeTasks: async () => answered(shows(uptime / 1000)) },
    logs: { linesFrom: async (_: object, from: string | undefined) => answered(logs(uptime / 1000, from)) },
    log: {
      info: (line: string) => said.push(line),
      group: (line: string) => said.push(line),
      endGroup: () => undefined,
    },
    clock: {
      now: () => uptime,
      uptime: () => uptime,
      sleep: async (milliseconds: number) => {
        uptime += milliseconds
      },
    },
    cancelled: new AbortController().signal,
    random: () => 0.5,
    run: { runId: '1' },
  }
  const definition = { containerDefinitions: [{ name: 'web', logConfiguration }] }
  const work = { request: {}, definition, limitMinutes: minutes, values: ['hunter2hunter2'] }
  const end = await runTasks(work, run, ports as never, async () => undefined)
  return { end, run, said, stopped, seconds: uptime / 1000, calls }
}

const going: Task = {
  taskArn: arn,
  lastStatus: 'RUNNING',
  desiredStatus: 'RUNNING',
  containers: [{ name: 'web', lastStatus: 'RUNNING' }],
}
const over: Task = {
  taskArn: arn,
  lastStatus: 'STOPPED',
  desiredStatus: 'STOPPED',
  containers: [{ name: 'web', lastStatus: 'STOPPED', exitCode: 0 }],
}
const lost = Object.assign(new Error('no'), { name: 'TimeoutError' })
const until = (seconds: number) => (now: number) => [now < seconds ? going : over]

test('a task that is not shown at first is not lost', async () => {
  const { end, run } = await play({ shows: (seconds) => (seconds < 50 ? [] : [over]) })
  expect([end.kind, run.ends.size]).toEqual(['ended', 1])
})

test('one that ECS does not show for a minute is', async () => {
  const { end, seconds } = await play({ shows: (now) => (now < 10 ? [going] : []) })
  expect(end).toEqual({ kind: 'lost', tasks: ['a'.repeat(32)] })
  expect(seconds).toBeGreaterThan(70)
})

test('while ECS cannot be read nothing is lost, and the end is seen afterwards', async () => {
  const { end } = await play({ shows: (now) => (now > 20 && now < 400 ? lost : until(300)(now)) })
  expect(end.kind).toBe('ended')
})

test('what cannot be read for good ends it', async () => {
  const denied = Object.assign(new Error('x'), { name: 'AccessDeniedException', $metadata: { httpStatusCode: 400 } })
  await expect(play({ shows: () => denied })).rejects.toBe(denied)
})

test('at the time limit the task is told to stop, within a pause of it', async () => {
  const { end, stopped, seconds } = await play({ shows: () => [going], minutes: 2 })
  expect(end.kind).toBe('time-out')
  expect(stopped).toEqual([arn])
  expect(seconds).toBeLessThan(130)
})

test('a sidecar that never ends is not waited for', async () => {
  const sidecar = { name: 'proxy', lastStatus: 'RUNNING' }
  const web = { name: 'web', lastStatus: 'STOPPED', exitCode: 0 }
  const { end, stopped, seconds } = await play({ shows: () => [{ ...going, containers: [web, sidecar] }] })
  expect([end.kind, stopped]).toEqual(['ended', [arn]])
  expect(seconds).toBeLessThan(40)
})

test('a watched task costs at most two calls a second, also while it writes', async () => {
  let line = 0
  const logs = (_: number, from: string | undefined) => ({
    lines: [`line ${line++}`],
    next: `f/${Number(from?.slice(2) ?? 0) + 1}`,
  })
  const { calls, seconds } = await play({ shows: until(600), logs })
  expect(calls / seconds).toBeLessThan(2)
})

describe('the log', () => {
  const pages = (count: number, size: number) => (_: number, from: string | undefined) => {
    const page = Number(from?.slice(2) ?? 0)
    return page < count
      ? { lines: Array.from({ length: size }, (_line, index) => `${page}/${index}`), next: `f/${page + 1}` }
      : { lines: [], next: `f/${page}` }
  }

  test('is shown whole, in order, each line once', async () => {
    const { said } = await play({ shows: until(30), logs: pages(12, 1_000) })
    const lines = said.filter((line) => /^\d+\/\d+$/.test(line))
    expect(lines).toHaveLength(12_000)
    expect([lines[0], lines.at(-1)]).toEqual(['0/0', '11/999'])
  })

  test('what is delivered after the end is waited for', async () => {
    const logs = (now: number, from: string | undefined): LogPage => {
      if (now < 11 || from === 'f/1') return { lines: [], ...(from === undefined ? {} : { next: from }) }
      return { lines: ['the last word, hunter2hunter2'], next: 'f/1' }
    }
    const { said, run } = await play({ shows: until(8), logs })
    expect(said).toContain('the last word, ***')
    expect(run.lastLines.get(arn)).toEqual(['the last word, ***'])
  })

  test('failures that pass do not end it', async () => {
    const logs = (now: number, from: string | undefined) => (now < 15 ? lost : pages(1, 2)(now, from))
    const { said, run } = await play({ shows: until(30), logs })
    expect(said).toContain('0/1')
    expect(run.notices).toEqual([])
  })

  test('failures that do not pass are told, once', async () => {
    const { run } = await play({ shows: until(30), logs: () => lost })
    expect(run.notices).toEqual([
      'The log of container web was not read to its end: logs:GetLogEvents was not possible: no answer within the time limit.',
    ])
  })
})
