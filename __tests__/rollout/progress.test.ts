import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { StoppedTask } from '../../src/diagnosis/evidence.ts'
import {
  elapsed,
  eventLine,
  newsLines,
  type Progress,
  progressOf,
  stoppedTaskLines,
  type Told,
  type ToldStops,
} from '../../src/rollout/progress.ts'
import type { DeploymentView, Snapshot } from '../../src/rollout/snapshot.ts'

const start = Date.UTC(2026, 10, 21)

function deployment(id: string, more: Partial<DeploymentView> = {}): DeploymentView {
  return {
    id,
    status: 'PRIMARY',
    rolloutState: 'IN_PROGRESS',
    taskDefinition: 'arn:aws:ecs:us-east-1:111122223333:task-definition/web:2',
    desired: 2,
    running: 0,
    pending: 2,
    failed: 0,
    createdAt: start,
    ...more,
  }
}

const old = (more: Partial<DeploymentView> = {}) =>
  deployment('old', {
    status: 'ACTIVE',
    taskDefinition: 'arn:aws:ecs:us-east-1:111122223333:task-definition/web:1',
    running: 2,
    ...more,
  })

const at = (seconds: number, ...deployments: readonly DeploymentView[]): Snapshot => ({
  at: start + seconds * 1000,
  uptime: seconds * 1000,
  serviceStatus: 'ACTIVE',
  desired: 2,
  running: 2,
  pending: 0,
  deployments,
  events: [],
})

/** What there is to tell of these snapshots, one after the other. */
function progress(...snapshots: readonly Snapshot[]): Progress[] {
  let told: Told | undefined
  return snapshots.map((snapshot) => {
    const next = progressOf('ours', start, snapshot, told)
    told = next.told
    return next
  })
}

function lines(...snapshots: readonly Snapshot[]): (string | undefined)[] {
  return progress(...snapshots).map(({ line }) => line)
}

describe('the line about a deployment', () => {
  test('says what the new tasks and the old ones do', () => {
    expect(lines(at(75, deployment('ours', { running: 1, pending: 1, failed: 3 }), old()))).toStrictEqual([
      ' 1:15  IN_PROGRESS  desired 2  running 1  pending 1  failed 3  |  web:1 running 2',
    ])
  })

  test('says where ECS steers to instead', () => {
    const back = old({ status: 'PRIMARY' })
    expect(lines(at(5, deployment('ours', { status: 'ACTIVE' }), back))[0]).toMatch(/web:1 IN_PROGRESS running 2$/)
  })

  test('says that the deployment is not there, or has no state', () => {
    expect(lines(at(5, old()))[0]).toMatch(/^ 0:05 {2}not listed {2}\|/)
    const { rolloutState: _, ...stateless } = deployment('ours')
    expect(lines(at(5, stateless))[0]).toMatch(/^ 0:05 {2}UNKNOWN {2}desired 2/)
  })

  test('comes when something changed, and once a minute', () => {
    const same = deployment('ours')
    const changed = deployment('ours', { running: 1 })
    const shown = lines(
      at(0, same),
      at(30, same),
      at(59, same),
      at(60, same),
      at(119, same),
      at(119, changed),
      at(178, changed),
    )
    expect(shown.map((line) => line?.slice(0, 5))).toStrictEqual([
      ' 0:00',
      undefined,
      undefined,
      ' 1:00',
      undefined,
      ' 1:59',
      undefined,
    ])
    expect(shown[3]).toMatch(/ \(still\)$/)
    expect(shown[5]).not.toMatch(/still/)
  })

  const pending = deployment('ours', { pending: 2 })
  const up = deployment('ours', { pending: 0, running: 2 })
  const down = deployment('ours', { pending: 0, running: 0 })

  test('of a crash loop comes once for each state and then once a minute', () => {
    const loop = Array.from({ length: 60 }, (_, index) =>
      at(index * 10, [pending, up, down][index % 3] as DeploymentView),
    )
    const shown = lines(...loop)
    expect(shown.slice(0, 3).every((line) => line !== undefined)).toBe(true)
    const times = loop.filter((_, index) => shown[index] !== undefined).map((snapshot) => snapshot.at)
    expect(times.length).toBeLessThanOrEqual(3 + 10)
    for (const [index, time] of times.entries()) expect(time - (times[index - 1] ?? start)).toBeLessThanOrEqual(60_000)
  })

  test('comes at once for whatever is new, also in a crash loop', () => {
    const failedMore = deployment('ours', { pending: 2, failed: 1 })
    const given = deployment('ours', { rolloutState: 'FAILED', pending: 2 })
    const shown = lines(at(0, pending), at(10, up), at(20, pending), at(25, failedMore), at(30, pending), at(35, given))
    expect(shown.map((line) => line !== undefined)).toStrictEqual([true, true, false, true, false, true])
  })

  test('comes again for a state that was not seen for a minute', () => {
    expect(lines(at(0, pending), at(30, up), at(59, down), at(61, pending))[3]).toBe(
      ' 1:01  IN_PROGRESS  desired 2  running 0  pending 2  failed 0',
    )
  })

  test('does not say that something is still so which was otherwise in between', () => {
    expect(lines(at(0, pending), at(10, up), at(20, pending), at(30, up), at(75, up))[4]).not.toMatch(/still/)
  })

  test('every change is for the timeline, without a time, also where there is no line; a heartbeat is not', () => {
    const changes = progress(at(0, pending), at(10, up), at(20, pending), at(80, pending)).map(({ change }) => change)
    expect(changes[2]).toBe('IN_PROGRESS  desired 2  running 0  pending 2  failed 0')
    expect(changes.map((change) => change !== undefined)).toStrictEqual([true, true, true, false])
  })

  test('never leaves a minute without a line, nor a new state without one', () => {
    const step = fc.record({
      seconds: fc.integer({ min: 1, max: 15 }),
      view: fc.record({ running: fc.nat(2), pending: fc.nat(2), failed: fc.nat(1) }),
    })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
        let seconds = 0
        const snapshots = steps.map(({ seconds: more, view }) => {
          seconds += more
          return at(seconds, deployment('ours', view))
        })
        const shown = progress(...snapshots)
        const seen = new Set<string>()
        let lastLine = snapshots[0]?.at ?? 0
        for (const [index, { line, told }] of shown.entries()) {
          const now = snapshots[index]?.at ?? 0
          if (!seen.has(told.state)) expect(line).toContain(told.state)
          seen.add(told.state)
          if (line !== undefined) lastLine = now
          expect(now - lastLine).toBeLessThan(60_000)
        }
      }),
    )
  })
})

test.each([
  ['(service web) has started 2 tasks: (task a) (task b).', 'event: has started 2 tasks: (task a) (task b).'],
  ['(service web, taskSet ecs-svc/1) has begun draining connections.', 'event: has begun draining connections.'],
  ['service web failed to register targets', 'event: service web failed to register targets'],
])('the event %j is shown as %j', (message, line) => {
  expect(eventLine({ id: '1', at: new Date(start), message })).toBe(line)
})

const task = (id: string, more: Partial<StoppedTask> = {}): StoppedTask => ({
  id: id.repeat(32),
  stoppedReason: 'Essential container in task exited',
  containers: [{ name: 'web', exitCode: 1, essential: true }],
  ...more,
})

/** The lines about these tasks, told at these seconds one after the other; each time all tasks so far are given. */
function stops(...told: readonly (readonly [number, readonly StoppedTask[]])[]): (readonly string[])[] {
  let before: ToldStops = new Map()
  return told.map(([seconds, tasks]) => {
    const next = stoppedTaskLines(tasks, start + seconds * 1000, before)
    before = next.told
    return next.lines
  })
}

describe('stopped tasks', () => {
  const outOfMemory = task('c', {
    containers: [{ name: 'web', exitCode: 137, reason: 'OutOfMemoryError', essential: true }],
  })

  test('that stopped alike share a line, the others do not', () => {
    expect(stops([0, [task('a'), outOfMemory, task('b')]])).toStrictEqual([
      [
        'tasks aaaaaaaa, bbbbbbbb stopped: Essential container in task exited; web: exit code 1',
        'task cccccccc stopped: Essential container in task exited; web: exit code 137, OutOfMemoryError',
      ],
    ])
  })

  test('that stopped as others did are counted, once a minute; a new kind is told at once', () => {
    const [one, two, three, four] = [task('1'), task('2'), task('3'), task('4')]
    expect(
      stops(
        [0, [one]],
        [30, [one, two, three]],
        [40, [one, two, three, outOfMemory]],
        [60, [one, two, three, outOfMemory]],
        [90, [one, two, three, outOfMemory, four]],
        [125, [one, two, three, outOfMemory, four]],
        [200, [one, two, three, outOfMemory, four]],
      ),
    ).toStrictEqual([
      ['task 11111111 stopped: Essential container in task exited; web: exit code 1'],
      [],
      ['task cccccccc stopped: Essential container in task exited; web: exit code 137, OutOfMemoryError'],
      ['2 more tasks stopped the same way (3 in all): Essential container in task exited; web: exit code 1'],
      [],
      ['1 more task stopped the same way (4 in all): Essential container in task exited; web: exit code 1'],
      [],
    ])
  })

  test('retries and ids of tasks make no new kind', () => {
    const pull = (id: string, times: number) =>
      task(id, { stoppedReason: `pull has been retried ${times} time(s) for ${id.repeat(32)}`, containers: [] })
    expect(stops([0, [pull('a', 1)]], [9, [pull('a', 1), pull('b', 7)]])[1]).toStrictEqual([])
  })

  test('an exit code of 0 is told, a container that has nothing to tell is not', () => {
    const containers = [
      { name: 'web', exitCode: 0, essential: true },
      { name: 'side', essential: false },
      { name: 'log', reason: 'CannotPullContainerError', essential: false },
    ]
    expect(stops([0, [task('a', { containers })]])[0]?.[0]).toMatch(
      /exited; web: exit code 0; log: never ran, CannotPullContainerError$/,
    )
  })

  test('a reason that task and container share is told once', () => {
    const reason = 'CannotPullContainerError: not found'
    const stopped = task('a', { stoppedReason: reason, containers: [{ name: 'web', reason, essential: true }] })
    expect(stops([0, [stopped]])[0]).toStrictEqual([`task aaaaaaaa stopped: ${reason}; web: never ran`])
  })

  test.each([
    [{ stoppedReason: 'Task failed to start', stopCode: 'TaskFailedToStart' }, /stopped: Task failed to start$/],
    [{ stopCode: 'TaskFailedToStart' }, /stopped: TaskFailedToStart$/],
    [{}, /stopped: no reason given$/],
  ])('%j', (more, line) => {
    expect(stops([0, [{ id: 'a', containers: [], ...more }]])[0]?.[0]).toMatch(line)
  })
})

test('news stand below the line about the deployment, or have the time themselves', () => {
  expect(newsLines(['event: a', 'event: b'], undefined)).toStrictEqual(['       event: a', '       event: b'])
  expect(newsLines(['event: a', 'event: b'], elapsed(65_000))).toStrictEqual([' 1:05  event: a', '       event: b'])
  expect(newsLines([], elapsed(65_000))).toStrictEqual([])
})

test('the time since the start is minutes and seconds, never negative and never 60 seconds', () => {
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 36_000_000 }), (milliseconds) => {
      const [, minutes, seconds] = /^ ?(\d+):([0-5]\d)$/.exec(elapsed(milliseconds)) ?? []
      const whole = Number(minutes) * 60 + Number(seconds)
      expect(Math.abs(whole - Math.max(0, milliseconds / 1000))).toBeLessThanOrEqual(0.5)
    }),
  )
})
