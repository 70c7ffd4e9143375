import { expect, test } from '@jest/globals'
import { type Looked, lookedNow, mayHaveStopped, startLooking } from '../../src/rollout/evidence-due.ts'
import type { DeploymentView } from '../../src/rollout/snapshot.ts'

const ours = (counts: Partial<DeploymentView>): DeploymentView => ({
  id: 'ecs-svc/2',
  status: 'PRIMARY',
  rolloutState: 'IN_PROGRESS',
  taskDefinition: 'web:2',
  desired: 2,
  running: 0,
  pending: 0,
  failed: 0,
  createdAt: 0,
  ...counts,
})
const event = (text: string) => ({ id: text, at: new Date(0), message: `(service web) ${text}` })
const looked: Looked = { at: 0, live: 2, failed: 1, unfinished: false }

test.each([
  'has started 2 tasks: (task 60a7) (task 60a8).',
  'registered 2 targets in (target-group arn:aws:elasticloadbalancing:us-east-1:1:targetgroup/web/1)',
  'deregistered 2 targets in (target-group arn:aws:elasticloadbalancing:us-east-1:1:targetgroup/web/1)',
  'has begun draining connections on 2 tasks.',
  'has stopped 2 running tasks: (task 60a5) (task 60a6).',
  '(deployment ecs-svc/2) deployment completed.',
  'has reached a steady state.',
])('a rollout that goes well asks for no stopped tasks: %s', (text) => {
  expect(mayHaveStopped(looked, ours({ running: 1, pending: 1, failed: 1 }), [event(text)], 2_000)).toBe(false)
})

test('nor does the event that names the deployment in its prefix', () => {
  const message = '(service web, taskSet ecs-svc/1) has begun draining connections on 2 tasks.'
  expect(mayHaveStopped(looked, ours({ running: 2, failed: 1 }), [{ ...event(''), message }], 2_000)).toBe(false)
})

test.each([
  'has started 1 tasks: (task 0668). Amazon ECS replaced 1 tasks due to an unhealthy status.',
  '(task 60a7) failed container health checks.',
  '(task 60a7) (port 8080) is unhealthy in (target-group arn) due to (reason Request timed out).',
  'was unable to place a task. Reason: CannotPullContainerError: x: not found',
  'is unable to consistently start tasks successfully.',
  '(deployment ecs-svc/2) deployment failed: tasks failed to start.',
  'something that ECS says from next year on',
])('this does: %s', (text) => {
  expect(mayHaveStopped(looked, ours({ running: 2, failed: 1 }), [event(text)], 2_000)).toBe(true)
})

test('fewer tasks than before, or more failures, ask too', () => {
  expect(mayHaveStopped(looked, ours({ running: 1, failed: 1 }), [], 2_000)).toBe(true)
  expect(mayHaveStopped(looked, ours({ running: 2, failed: 2 }), [], 2_000)).toBe(true)
  expect(mayHaveStopped(looked, undefined, [], 2_000)).toBe(true)
})

test('without any hint it is asked every two minutes, and every 5 s while a task is stopping', () => {
  const same = ours({ running: 2, failed: 1 })
  expect(mayHaveStopped(looked, same, [], 119_999)).toBe(false)
  expect(mayHaveStopped(looked, same, [], 120_000)).toBe(true)
  const stopping = lookedNow(looked, same, 120_000, { unfinished: true })
  expect(mayHaveStopped(stopping, same, [], 124_999)).toBe(false)
  expect(mayHaveStopped(stopping, same, [], 125_000)).toBe(true)
})

test('what is remembered is the last snapshot, and the last look', () => {
  const grown = lookedNow(startLooking(0), ours({ running: 1, pending: 1 }), 5_000, undefined)
  expect(grown).toEqual({ at: 0, live: 2, failed: 0, unfinished: false })
  expect(lookedNow(grown, ours({ running: 1 }), 9_000, { unfinished: false })).toMatchObject({ at: 9_000, live: 1 })
})
