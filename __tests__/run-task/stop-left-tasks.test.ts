import { expect, test } from '@jest/globals'
import type { Ports } from '../../src/deployment/ports.ts'
import { stopLeftTasks } from '../../src/run-task/stop-left-tasks.ts'
import type { KeptTaskRun } from '../../src/run-task/task-run.ts'

const task = 'arn:aws:ecs:us-east-1:111122223333:task/main/0123456789abcdef0123456789abcdef'
const kept = {
  cluster: 'main',
  region: 'us-east-1',
  startedBy: 'ecs-deploy/1/abc',
  taskArns: [],
  sending: 'run',
} as unknown as KeptTaskRun

/** ECS that shows the task from this look on; the signal comes during that one. Looks count from 1. */
function play({ shownFrom = Infinity, signalAt = Infinity }) {
  const cancellation = new AbortController()
  const said: string[] = []
  const stopped: string[] = []
  let time = 0
  let looks = 0
  const write = (line: string) => said.push(line)
  const ports = {
    clock: {
      now: () => time,
      uptime: () => time,
      sleep: async (milliseconds: number, signal?: AbortSignal) => {
        if (!signal?.aborted) time += milliseconds
      },
    },
    log: { info: write, warning: write, error: write },
    cancelled: cancellation.signal,
    ecs: {
      listTasksStartedBy: async () => {
        looks += 1
        if (looks === signalAt) cancellation.abort()
        return looks >= shownFrom ? [task] : []
      },
      describeTasks: async () => [],
    },
    tasks: { stopTask: async (_cluster: string, arn: string) => stopped.push(arn) },
  } as unknown as Ports
  const code = stopLeftTasks(kept, ports)
  return code.then((value) => ({ code: value, time, looks, stopped, said: said.join('\n') }))
}

test('a task that a lost RunTask started is found and told to stop', async () => {
  expect(await play({ shownFrom: 3 })).toMatchObject({ code: 0, looks: 3, stopped: [task] })
})

test('one that does not show itself for 20 s was not started', async () => {
  expect(await play({})).toMatchObject({ code: 0, time: 20_000, said: 'ECS shows no task of this run.' })
})

test('a signal ends the wait with one more look, and what is not known is said', async () => {
  const { code, looks, time, said } = await play({ signalAt: 2 })
  expect([code, looks, time]).toStrictEqual([1, 3, 2_000])
  expect(said).toMatch(
    /One may still begin, and is not stopped: aws ecs list-tasks --cluster main --started-by ecs-deploy\/1\/abc/,
  )
})

test('what the last look finds is told to stop', async () => {
  expect(await play({ shownFrom: 3, signalAt: 2 })).toMatchObject({ code: 0, looks: 3, stopped: [task] })
})
