import * as ecs from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { DeploymentView, ServiceDeploymentView, Snapshot } from '../../src/rollout/snapshot.ts'
import {
  ecsRollbackPatienceMilliseconds,
  judge,
  type Memory,
  patienceMilliseconds,
  remember,
  startWatching,
  type Verdict,
} from '../../src/rollout/verdict.ts'

const start = Date.UTC(2026, 0, 1)

function deployment(
  id: string,
  status: string,
  rolloutState: string,
  more: Partial<DeploymentView> = {},
): DeploymentView {
  return {
    id,
    status,
    rolloutState,
    taskDefinition: `arn:aws:ecs:us-east-1:111122223333:task-definition/web:${id === 'ours' ? 2 : 1}`,
    desired: 1,
    running: 1,
    pending: 0,
    failed: 0,
    createdAt: id === 'old' ? start - 1_000_000 : id === 'ours' ? start : start + 50_000,
    ...more,
  }
}

function snapshot(seconds: number, deployments: readonly DeploymentView[], more: Partial<Snapshot> = {}): Snapshot {
  return {
    at: start + seconds * 1000,
    // The process began a while before the deployment.
    uptime: 7_000 + seconds * 1000,
    serviceStatus: 'ACTIVE',
    desired: 1,
    running: 1,
    pending: 0,
    deployments,
    events: [],
    ...more,
  }
}

function history(deploymentId: string, status: string, secondsAfter: number): ServiceDeploymentView {
  return { arn: `arn/${deploymentId}`, deploymentId, status, createdAt: start + secondsAfter * 1000 }
}

const watching = (more: Partial<Memory> = {}): Memory => ({
  ...startWatching({ deploymentId: 'ours', createdAt: start, older: ['old'], ecsMayRollBack: true }),
  ...more,
})

/** Feeds all snapshots, returns the verdict on the last. */
function verdict(memory: Memory, ...snapshots: readonly Snapshot[]): Verdict {
  let known = memory
  let last: Verdict = { kind: 'in-progress' }
  for (const next of snapshots) {
    known = remember(known, next)
    last = judge(known, next)
  }
  return last
}

const oursRunning = deployment('ours', 'PRIMARY', 'IN_PROGRESS')
const oldActive = deployment('old', 'ACTIVE', 'COMPLETED')
const oursFailed = deployment('ours', 'PRIMARY', 'FAILED', {
  rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.',
})
const goingBack = deployment('old', 'PRIMARY', 'IN_PROGRESS', {
  rolloutStateReason: 'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/old.',
})
const oldAgain = deployment('old', 'PRIMARY', 'COMPLETED')
const foreign = deployment('theirs', 'PRIMARY', 'IN_PROGRESS')

describe('the verdict on a deployment', () => {
  test('completed only when its own rollout state says so', () => {
    expect(verdict(watching(), snapshot(5, [oursRunning, oldActive]))).toEqual({ kind: 'in-progress' })
    expect(verdict(watching(), snapshot(5, [deployment('ours', 'PRIMARY', 'COMPLETED')]))).toEqual({
      kind: 'completed',
    })
  })

  test('running = desired with one deployment is no success while it is IN_PROGRESS', () => {
    expect(verdict(watching(), snapshot(5, [oursRunning]))).toEqual({ kind: 'in-progress' })
  })

  test('failed and ECS may still roll back: wait for it, but not for ever', () => {
    const early = verdict(watching(), snapshot(5, [oursFailed, oldActive]))
    expect(early).toMatchObject({
      kind: 'failed',
      ecs: 'may-roll-back',
      reason: expect.stringContaining('failed to start'),
    })
    const late = verdict(
      watching(),
      snapshot(5, [oursFailed, oldActive]),
      snapshot(5 + ecsRollbackPatienceMilliseconds / 1000, [oursFailed, oldActive]),
    )
    expect(late).toMatchObject({ kind: 'failed', ecs: 'stays' })
  })

  test('failed without a breaker that rolls back stays', () => {
    expect(verdict(watching({ ecsMayRollBack: false }), snapshot(5, [oursFailed, oldActive]))).toMatchObject({
      ecs: 'stays',
    })
  })

  test('failed and still PRIMARY, while the history shows the rollback already: ECS goes back', () => {
    const shown = (status: string): Snapshot =>
      snapshot(5, [oursFailed, oldActive], { history: [history('ours', status, 0)] })
    for (const memory of [
      watching(),
      watching({ ecsMayRollBack: false }),
      watching({ ecsMayRollBack: false, rollbackRequested: true }),
    ]) {
      for (const status of ['ROLLBACK_REQUESTED', 'ROLLBACK_IN_PROGRESS', 'ROLLBACK_SUCCESSFUL']) {
        expect(verdict(memory, shown(status))).toMatchObject({ kind: 'failed', ecs: 'rolling-back' })
      }
      expect(verdict(memory, shown('ROLLBACK_FAILED'))).toMatchObject({ kind: 'ecs-rollback-failed' })
    }
  })

  test('failed after this run asked for the rollback: it is waited for, but not for ever', () => {
    const asked = watching({ ecsMayRollBack: false, rollbackRequested: true })
    const failed = (seconds: number): Snapshot => snapshot(seconds, [oursFailed, oldActive], { history: 'denied' })
    expect(verdict(asked, failed(5))).toMatchObject({ kind: 'failed', ecs: 'may-roll-back' })
    expect(verdict(asked, failed(5), failed(5 + ecsRollbackPatienceMilliseconds / 1000))).toMatchObject({
      ecs: 'stays',
    })
  })

  test('failed after the breaker was told to roll back midway: it is waited for where there is something to return to', () => {
    const memory = watching({ ecsMayRollBack: false })
    const changed = { rollsBack: true }
    expect(verdict(memory, snapshot(5, [oursFailed, oldActive], changed))).toMatchObject({ ecs: 'may-roll-back' })
    expect(verdict(memory, snapshot(5, [oursFailed], changed))).toMatchObject({ ecs: 'stays' })
  })

  test('a rollback by ECS keeps the old id: going back, then rolled back', () => {
    const oursGone = deployment('ours', 'ACTIVE', 'FAILED')
    expect(verdict(watching(), snapshot(5, [oursRunning]), snapshot(10, [goingBack, oursGone]))).toMatchObject({
      ecs: 'rolling-back',
    })
    expect(
      verdict(watching(), snapshot(5, [oursRunning]), snapshot(10, [goingBack, oursGone]), snapshot(60, [oldAgain])),
    ).toMatchObject({ kind: 'failed', ecs: 'rolled-back' })
  })

  test('FAILED may appear late beside the PRIMARY that rolls back', () => {
    const late = deployment('ours', 'ACTIVE', 'IN_PROGRESS')
    expect(verdict(watching(), snapshot(5, [oursRunning]), snapshot(10, [goingBack, late]))).toMatchObject({
      kind: 'failed',
      ecs: 'rolling-back',
    })
  })

  test('the reason comes from the event where the deployment is gone already', () => {
    const event = {
      id: '1',
      at: new Date(start + 8000),
      message: '(service web) (deployment ours) deployment failed: alarm detected.',
    }
    expect(
      verdict(watching(), snapshot(5, [oursRunning]), snapshot(10, [goingBack], { events: [event] })),
    ).toMatchObject({ reason: 'alarm detected.' })
  })

  test("ECS's rollback that fails is told apart", () => {
    const failedBack = { ...goingBack, rolloutState: 'FAILED' }
    expect(
      verdict(watching(), snapshot(5, [oursRunning]), snapshot(10, [goingBack]), snapshot(99, [failedBack])),
    ).toMatchObject({
      kind: 'ecs-rollback-failed',
    })
  })

  test('a PRIMARY created after ours by somebody else supersedes', () => {
    expect(verdict(watching(), snapshot(5, [oursRunning]), snapshot(60, [foreign, oursRunning]))).toEqual({
      kind: 'superseded',
      by: 'theirs',
    })
  })

  test('superseded, and the superseder was itself rolled back: the history tells', () => {
    const gone = snapshot(90, [oldAgain])
    const seen = [snapshot(5, [oursRunning, oldActive])]
    expect(verdict(watching(), ...seen, gone)).toEqual({ kind: 'ask-history' })
    const told = { ...gone, history: [history('theirs', 'ROLLBACK_SUCCESSFUL', 50), history('ours', 'STOPPED', 0)] }
    expect(verdict(watching(), ...seen, told)).toEqual({ kind: 'superseded', by: 'theirs' })
  })

  test('superseded, the superseder failed and ECS goes back: it is told without the history', () => {
    const seen = snapshot(5, [oursRunning, oldActive])
    const beside = snapshot(90, [goingBack, deployment('theirs', 'ACTIVE', 'FAILED')], { history: 'denied' })
    expect(verdict(watching(), seen, beside)).toEqual({ kind: 'superseded', by: 'theirs' })
    const message = '(service web) (deployment ecs-svc/9) deployment failed: tasks failed to start.'
    const named = { id: '1', at: new Date(start + 80_000), message }
    const byEvent = snapshot(90, [goingBack], { history: 'denied', events: [named] })
    expect(verdict(watching(), seen, byEvent)).toEqual({ kind: 'superseded', by: 'ecs-svc/9' })
    const before = { ...named, at: new Date(start - 1) }
    expect(verdict(watching(), seen, { ...byEvent, events: [before] })).toMatchObject({ kind: 'failed' })
  })

  test('a failed deployment may be listed as DRAINING beside the one that ECS goes back to', () => {
    const draining = deployment('ours', 'DRAINING', 'FAILED')
    expect(verdict(watching(), snapshot(5, [oursRunning]), snapshot(10, [goingBack, draining]))).toMatchObject({
      kind: 'failed',
      ecs: 'rolling-back',
    })
  })

  test('early success: completed while old tasks are still there', () => {
    const done = deployment('ours', 'PRIMARY', 'COMPLETED', { desired: 4, running: 3, pending: 1 })
    expect(verdict(watching(), snapshot(5, [done, oldActive]))).toEqual({ kind: 'completed' })
  })

  test.each([
    ['scaled out while it deploys', { desired: 6, running: 2, pending: 4 }],
    ['scaled to nothing', { desired: 0, running: 0, pending: 0 }],
    ['without room for its tasks', { desired: 2, running: 0, pending: 0 }],
  ])('%s: in progress as long as ECS says so', (_, counts) => {
    const event = { id: '1', at: new Date(start + 1), message: '(service web) was unable to place a task. Reason: x' }
    const now = snapshot(600, [deployment('ours', 'PRIMARY', 'IN_PROGRESS', counts), oldActive], { events: [event] })
    expect(verdict(watching(), now)).toEqual({ kind: 'in-progress' })
  })

  test('a stale answer from before the deployment is not a rollback', () => {
    const stale = snapshot(1, [oldAgain])
    expect(verdict(watching(), stale)).toEqual({ kind: 'ask-history' })
    expect(verdict(watching(), { ...stale, history: 'denied' })).toEqual({ kind: 'in-progress' })
    expect(verdict(watching({ rollbackRequested: true, seen: true }), { ...stale, history: [] })).toEqual({
      kind: 'in-progress',
    })
    expect(verdict(watching(), snapshot(1, [oldAgain]), snapshot(6, [oursRunning, oldActive]))).toEqual({
      kind: 'in-progress',
    })
  })

  test('absence counts only after 30 seconds of reads, and then it is unknown, not a guess', () => {
    const read = (seconds: number): Snapshot => snapshot(seconds, [oldAgain], { history: 'denied' })
    expect(verdict(watching(), read(1), read(20))).toEqual({ kind: 'in-progress' })
    expect(verdict(watching(), read(1), read(1 + patienceMilliseconds / 1000))).toMatchObject({ kind: 'unknown' })
  })

  test('our own request to roll back, seen through to its end', () => {
    const asked = watching({ rollbackRequested: true, seen: true })
    expect(
      verdict(asked, snapshot(5, [goingBack, deployment('ours', 'ACTIVE', 'IN_PROGRESS')]), snapshot(50, [oldAgain])),
    ).toMatchObject({
      ecs: 'rolled-back',
    })
    const byHistory = snapshot(50, [oldAgain], { history: [history('ours', 'ROLLBACK_SUCCESSFUL', 0)] })
    expect(verdict(asked, byHistory)).toMatchObject({ ecs: 'rolled-back' })
  })

  test('a rollback that the history says is going on is not over at the first sight of the older deployment', () => {
    const oldAgain = deployment('old', 'PRIMARY', 'COMPLETED')
    const seen = [
      snapshot(1, [oursRunning, oldActive]),
      snapshot(5, [deployment('old', 'PRIMARY', 'IN_PROGRESS'), deployment('ours', 'ACTIVE', 'FAILED')]),
      snapshot(50, [oldAgain]),
    ]
    const contradicted = (seconds: number) =>
      snapshot(seconds, [oldAgain], { history: [history('ours', 'ROLLBACK_IN_PROGRESS', 0)] })
    expect(verdict(watching(), ...seen)).toMatchObject({ ecs: 'rolled-back' })
    expect(verdict(watching(), ...seen, contradicted(50))).toEqual({ kind: 'in-progress' })
    // One of the two is stale; after a while it can only be the history.
    const later = 50 + patienceMilliseconds / 1000
    expect(verdict(watching(), ...seen, contradicted(later))).toMatchObject({ ecs: 'rolled-back' })
  })

  test.each(Object.values(ecs.ServiceDeploymentStatus))(
    'the older deployment completed again, with %s in the history',
    (status) => {
      const isOver: Readonly<Record<ecs.ServiceDeploymentStatus, boolean>> = {
        PENDING: false,
        IN_PROGRESS: false,
        SUCCESSFUL: true,
        STOPPED: true,
        STOP_REQUESTED: false,
        ROLLBACK_REQUESTED: false,
        ROLLBACK_IN_PROGRESS: false,
        ROLLBACK_SUCCESSFUL: true,
        ROLLBACK_FAILED: true,
      }
      const goingBack = snapshot(5, [
        deployment('old', 'PRIMARY', 'IN_PROGRESS'),
        deployment('ours', 'ACTIVE', 'FAILED'),
      ])
      const back = snapshot(50, [deployment('old', 'PRIMARY', 'COMPLETED')], { history: [history('ours', status, 0)] })
      expect(verdict(watching(), snapshot(1, [oursRunning, oldActive]), goingBack, back).kind).toBe(
        isOver[status] ? 'failed' : 'in-progress',
      )
    },
  )

  test.each(['DRAINING', 'INACTIVE'])('a service that is %s is gone', (serviceStatus) => {
    expect(verdict(watching(), snapshot(5, [oursRunning], { serviceStatus }))).toEqual({
      kind: 'service-gone',
      status: serviceStatus,
    })
  })
})

describe('values that ECS may send', () => {
  test.each(Object.values(ecs.DeploymentRolloutState))('rollout state %s has a verdict', (state) => {
    const expected: Readonly<Record<ecs.DeploymentRolloutState, Verdict['kind']>> = {
      COMPLETED: 'completed',
      FAILED: 'failed',
      IN_PROGRESS: 'in-progress',
    }
    expect(verdict(watching(), snapshot(5, [deployment('ours', 'PRIMARY', state)])).kind).toBe(expected[state])
  })

  test.each(Object.values(ecs.ServiceDeploymentStatus))('service deployment status %s is looked at', (status) => {
    const own = snapshot(5, [oursRunning], { history: [history('ours', status, 0)] })
    const expected: Readonly<Record<ecs.ServiceDeploymentStatus, Verdict['kind']>> = {
      PENDING: 'in-progress',
      IN_PROGRESS: 'in-progress',
      SUCCESSFUL: 'in-progress',
      STOPPED: 'in-progress',
      STOP_REQUESTED: 'in-progress',
      ROLLBACK_REQUESTED: 'failed',
      ROLLBACK_IN_PROGRESS: 'failed',
      ROLLBACK_SUCCESSFUL: 'failed',
      ROLLBACK_FAILED: 'failed',
    }
    expect(verdict(watching(), own).kind).toBe(expected[status])
  })

  test('an unknown rollout state never ends the wait', () => {
    fc.assert(
      fc.property(
        fc.string().filter((state) => !['COMPLETED', 'FAILED'].includes(state)),
        (state) => {
          expect(verdict(watching(), snapshot(5, [deployment('ours', 'PRIMARY', state), oldActive]))).toEqual({
            kind: 'in-progress',
          })
        },
      ),
    )
  })

  test('whatever is listed: completed only with our id PRIMARY and COMPLETED, superseded only with one created later', () => {
    const view = fc.record({
      id: fc.constantFrom('old', 'ours', 'theirs', 'other'),
      status: fc.constantFrom('PRIMARY', 'ACTIVE', 'DRAINING', 'INACTIVE', 'NEW_VALUE'),
      state: fc.constantFrom('COMPLETED', 'FAILED', 'IN_PROGRESS', 'NEW_VALUE'),
      createdAt: fc.integer({ min: start - 1000, max: start + 1000 }),
    })
    fc.assert(
      fc.property(fc.array(fc.array(view, { maxLength: 4 }), { minLength: 1, maxLength: 6 }), (seen) => {
        const snapshots = seen.map((views, index) =>
          snapshot(
            index * 5,
            views.map(({ id, status, state, createdAt }) => deployment(id, status, state, { createdAt })),
          ),
        )
        const last = snapshots.at(-1) as Snapshot
        const primary = last.deployments.find(({ status }) => status === 'PRIMARY')
        const end = verdict(watching(), ...snapshots)
        if (end.kind === 'completed') expect(primary).toMatchObject({ id: 'ours', rolloutState: 'COMPLETED' })
        if (end.kind === 'superseded') {
          expect(['old', 'ours']).not.toContain(end.by)
          const theirs = last.deployments.filter(({ id }) => id === end.by)
          expect(Math.max(...theirs.map(({ createdAt }) => createdAt))).toBeGreaterThanOrEqual(start)
        }
        if (end.kind === 'failed' && end.ecs === 'rolled-back')
          expect(primary).toMatchObject({ id: 'old', rolloutState: 'COMPLETED' })
      }),
      { numRuns: 500 },
    )
  })

  test('a wall clock that is wrong, or jumps, changes no verdict', () => {
    const shown = fc.constantFrom<readonly DeploymentView[]>(
      [oursRunning, oldActive],
      [oursFailed, oldActive],
      [goingBack, oursFailed],
      [oldAgain],
      [foreign, oursRunning],
      [],
    )
    const look = fc.record({
      shown,
      pause: fc.integer({ min: 2, max: 60 }),
      wall: fc.integer({ min: 0, max: 2 * start }),
    })
    fc.assert(
      fc.property(fc.array(look, { minLength: 1, maxLength: 8 }), (looks) => {
        let seconds = 0
        const right = looks.map(({ shown: deployments, pause }) => {
          seconds += pause
          return snapshot(seconds, deployments, { history: 'denied' })
        })
        const wrong = right.map((one, index) => ({ ...one, at: looks[index]?.wall ?? 0 }))
        expect(verdict(watching(), ...wrong)).toEqual(verdict(watching(), ...right))
      }),
      { numRuns: 500 },
    )
  })

  test('a clock that jumps is no patience: FAILED just seen may still be rolled back by ECS', () => {
    const later = { ...snapshot(6, [oursFailed, oldActive]), at: start + 86_400_000 }
    expect(verdict(watching(), snapshot(5, [oursFailed, oldActive]), later)).toMatchObject({ ecs: 'may-roll-back' })
  })

  test('a clock that is set back takes no patience away', () => {
    const seconds = 5 + ecsRollbackPatienceMilliseconds / 1000
    const later = { ...snapshot(seconds, [oursFailed, oldActive]), at: start - 86_400_000 }
    expect(verdict(watching(), snapshot(5, [oursFailed, oldActive]), later)).toMatchObject({ ecs: 'stays' })
  })

  test('a machine that was suspended is no patience either: the clock of the process stood still', () => {
    const before = snapshot(5, [oldAgain], { history: 'denied' })
    const after = { ...snapshot(8, [oldAgain], { history: 'denied' }), at: start + 900_000 }
    expect(verdict(watching(), before, after)).toEqual({ kind: 'in-progress' })
  })
})
