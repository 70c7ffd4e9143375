import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { StoppedTask } from '../../src/diagnosis/evidence.ts'
import { elapsed, eventLine, progressLine, stoppedTaskLines, type Told } from '../../src/rollout/progress.ts'
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
  serviceStatus: 'ACTIVE',
  desired: 2,
  running: 2,
  pending: 0,
  deployments,
  events: [],
})

/** The lines of these snapshots, one after the other. */
function lines(...snapshots: readonly Snapshot[]): (string | undefined)[] {
  let told: Told | undefined
  return snapshots.map((snapshot) => {
    const { line, told: next } = progressLine('ours', start, snapshot, told)
    told = next
    return line
  })
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

describe('stopped tasks', () => {
  test('that stopped alike share a line, the others do not', () => {
    const other = task('c', {
      containers: [{ name: 'web', exitCode: 137, reason: 'OutOfMemoryError', essential: true }],
    })
    expect(stoppedTaskLines([task('a'), other, task('b')])).toStrictEqual([
      'tasks aaaaaaaa, bbbbbbbb stopped: Essential container in task exited; web: exit code 1',
      'task cccccccc stopped: Essential container in task exited; web: exit code 137, OutOfMemoryError',
    ])
  })

  test('an exit code of 0 is told, a container that has nothing to tell is not', () => {
    const containers = [
      { name: 'web', exitCode: 0, essential: true },
      { name: 'side', essential: false },
      { name: 'log', reason: 'CannotPullContainerError', essential: false },
    ]
    expect(stoppedTaskLines([task('a', { containers })])[0]).toMatch(
      /exited; web: exit code 0; log: never ran, CannotPullContainerError$/,
    )
  })

  test.each([
    [{ stoppedReason: 'Task failed to start', stopCode: 'TaskFailedToStart' }, /stopped: Task failed to start$/],
    [{ stopCode: 'TaskFailedToStart' }, /stopped: TaskFailedToStart$/],
    [{}, /stopped: no reason given$/],
  ])('%j', (more, line) => {
    expect(stoppedTaskLines([{ id: 'a', containers: [], ...more }])[0]).toMatch(line)
  })
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
