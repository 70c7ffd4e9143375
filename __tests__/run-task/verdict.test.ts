import { DesiredStatus, type Task, TaskStopCode } from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { judgeTask, stillRunning, succeeded, type TaskVerdict } from '../../src/run-task/verdict.ts'

/** API reference "Task lifecycle"; the SDK has no enum for it. */
const statuses = [
  'PROVISIONING',
  'PENDING',
  'ACTIVATING',
  'RUNNING',
  'DEACTIVATING',
  'STOPPING',
  'DEPROVISIONING',
  'STOPPED',
] as const

type Shown = { readonly lastStatus?: string; readonly exitCode?: number; readonly reason?: string }

function task(of: Partial<Task>, web: Shown = {}, proxy: Shown = { lastStatus: 'RUNNING' }): Task {
  return {
    lastStatus: 'RUNNING',
    desiredStatus: 'RUNNING',
    containers: [
      { name: 'web', ...web },
      { name: 'proxy', ...proxy },
    ],
    ...of,
  }
}

const stopped = { lastStatus: 'STOPPED', desiredStatus: 'STOPPED' } as const

describe('what one look at a task means', () => {
  test.each<[string, Task, TaskVerdict]>([
    [
      'it has just been started',
      task({ lastStatus: 'PROVISIONING' }, { lastStatus: 'PENDING' }),
      { kind: 'going', phase: 'PROVISIONING' },
    ],
    ['it runs', task({}, { lastStatus: 'RUNNING' }), { kind: 'going', phase: 'RUNNING' }],
    [
      'it ended well, the sidecar goes on',
      task({}, { lastStatus: 'STOPPED', exitCode: 0 }),
      { kind: 'exited', exitCode: 0 },
    ],
    [
      'it ended with an error, the sidecar goes on',
      task({}, { lastStatus: 'STOPPED', exitCode: 3 }),
      { kind: 'exited', exitCode: 3 },
    ],
    [
      'ECS ends the task with it',
      task(
        { lastStatus: 'STOPPING', desiredStatus: 'STOPPED', stopCode: 'EssentialContainerExited' },
        { lastStatus: 'STOPPED', exitCode: 137 },
      ),
      { kind: 'exited', exitCode: 137 },
    ],
    [
      'it was started again in its place',
      task({}, { lastStatus: 'RUNNING', exitCode: 1 }),
      { kind: 'going', phase: 'RUNNING' },
    ],
    ['its exit code is not told yet', task({}, { lastStatus: 'STOPPED' }), { kind: 'going', phase: 'RUNNING' }],
    [
      'it never ran',
      task(
        { ...stopped, stopCode: 'TaskFailedToStart', stoppedReason: 'no' },
        { lastStatus: 'STOPPED', reason: 'CannotPullContainerError: x' },
      ),
      { kind: 'no-exit-code', reason: 'CannotPullContainerError: x' },
    ],
    [
      'it will never run, which is known before the task is STOPPED',
      task(
        {
          lastStatus: 'DEPROVISIONING',
          stopCode: 'TaskFailedToStart',
          stoppedReason: 'ResourceInitializationError: y',
        },
        { lastStatus: 'PENDING' },
      ),
      { kind: 'no-exit-code', reason: 'ResourceInitializationError: y' },
    ],
    [
      'no reason at all',
      task(stopped, { lastStatus: 'STOPPED' }),
      { kind: 'no-exit-code', reason: 'ECS gives no reason' },
    ],
    [
      'somebody stopped it, and it ended politely',
      task({ ...stopped, stopCode: 'UserInitiated', stoppedReason: 'bye' }, { lastStatus: 'STOPPED', exitCode: 0 }),
      { kind: 'interrupted', by: 'UserInitiated', reason: 'bye', exitCode: 0 },
    ],
    [
      'the container is not there',
      { ...task(stopped), containers: [] },
      { kind: 'no-exit-code', reason: 'ECS gives no reason' },
    ],
  ])('%s', (_, seen, verdict) => {
    expect(judgeTask(seen, 'web')).toEqual(verdict)
  })
})

/** Which of the SDK's stop codes leave the exit code of the container its word. */
const codeDecides: Readonly<Record<TaskStopCode, boolean>> = {
  TaskFailedToStart: true,
  EssentialContainerExited: true,
  UserInitiated: false,
  ServiceSchedulerInitiated: false,
  SpotInterruption: false,
  TerminationNotice: false,
  InfrastructureHealth: false,
}

test.each(Object.values(TaskStopCode))('stop code %s', (stopCode) => {
  const verdict = judgeTask(task({ ...stopped, stopCode }, { lastStatus: 'STOPPED', exitCode: 0 }), 'web')
  expect(verdict.kind).toBe(codeDecides[stopCode] ? 'exited' : 'interrupted')
  expect(succeeded(verdict.kind === 'going' ? undefined : verdict)).toBe(codeDecides[stopCode])
})

describe('whatever ECS shows', () => {
  const shown = fc.record(
    {
      lastStatus: fc.constantFrom('PENDING', 'RUNNING', 'STOPPED'),
      exitCode: fc.integer({ min: 0, max: 255 }),
      reason: fc.string(),
    },
    { requiredKeys: [] },
  )
  const anyTask = fc.record(
    {
      lastStatus: fc.oneof(fc.constantFrom(...statuses), fc.string()),
      desiredStatus: fc.constantFrom(...Object.values(DesiredStatus)),
      stopCode: fc.oneof(fc.constantFrom(...Object.values(TaskStopCode)), fc.string()),
      stoppedReason: fc.string(),
      containers: fc.array(
        fc.tuple(fc.constantFrom('web', 'proxy', 'log'), shown).map(([name, rest]) => ({ name, ...rest })),
      ),
    },
    { requiredKeys: [] },
  )

  test('a success has the exit code 0 of the container that decides, and nobody told the task to stop before', () => {
    fc.assert(
      fc.property(anyTask, (seen) => {
        const verdict = judgeTask(seen as Task, 'web')
        if (verdict.kind === 'going' || !succeeded(verdict)) return
        expect(seen.containers?.find(({ name }) => name === 'web')?.exitCode).toBe(0)
        expect(codeDecides[seen.stopCode as TaskStopCode] ?? true).toBe(true)
      }),
    )
  })

  test('a task that is STOPPED has an end', () => {
    fc.assert(
      fc.property(anyTask, (seen) => {
        expect(judgeTask({ ...seen, lastStatus: 'STOPPED' } as Task, 'web').kind).not.toBe('going')
      }),
    )
  })

  test('what other containers do changes nothing while the deciding one has its exit code', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 255 }),
        shown,
        fc.constantFrom(...statuses),
        (exitCode, proxy, lastStatus) => {
          const seen = task({ lastStatus }, { lastStatus: 'STOPPED', exitCode }, proxy)
          expect(judgeTask(seen, 'web')).toEqual({ kind: 'exited', exitCode })
        },
      ),
    )
  })

  test('as long as the container runs in a task that is not over, nothing is judged', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...statuses.slice(0, 6)),
        fc.constantFrom('PENDING', 'RUNNING'),
        (lastStatus, state) => {
          expect(judgeTask(task({ lastStatus }, { lastStatus: state }), 'web')).toEqual({
            kind: 'going',
            phase: lastStatus,
          })
        },
      ),
    )
  })
})

test('what keeps a task from ending', () => {
  expect(stillRunning(task({}, { lastStatus: 'STOPPED' }))).toEqual(['proxy'])
})
