import { describe, expect, test } from '@jest/globals'
import {
  failedHealthChecks,
  healthChecksOf,
  runningTaskHealthyAt,
  stoppedTaskHealthyAt,
} from '../../src/deployment/task-health.ts'
import { causes } from '../../src/diagnosis/causes.ts'
import { passingCauses } from '../../src/diagnosis/passing.ts'

const none = { container: false, loadBalancer: false }
const container = { container: true, loadBalancer: false }
const target = { container: false, loadBalancer: true }
const start = new Date(1_000_000)
const secondsIn = (seconds: number): Date => new Date(start.getTime() + seconds * 1000)
const stopped = (seconds: number, more: object = {}) => ({
  id: 't',
  startedAt: start,
  stoppedAt: secondsIn(seconds),
  containers: [],
  ...more,
})

describe('whether a task that stopped was ever healthy', () => {
  test.each([
    ['never ran', { id: 't', containers: [] }, none, undefined],
    ['no checks, 39 s', stopped(39), none, undefined],
    ['no checks, 40 s', stopped(40), none, secondsIn(40).getTime()],
    ['behind a load balancer, 59 s', stopped(59), target, undefined],
    ['behind a load balancer, 60 s: it may have been', stopped(60), target, secondsIn(60).getTime()],
    [
      'the load balancer called it unhealthy',
      stopped(600, { stoppedReason: 'Task failed ELB health checks in (target-group arn)' }),
      target,
      undefined,
    ],
    ['its check passed', stopped(10, { healthStatus: 'HEALTHY' }), container, start.getTime()],
    ['its check never passed', stopped(600, { healthStatus: 'UNKNOWN' }), container, undefined],
    ['its check failed', stopped(600, { stoppedReason: 'Task failed container health checks' }), container, undefined],
  ] as const)('%s', (_, task, checks, expected) => {
    expect(stoppedTaskHealthyAt(task, checks)).toBe(expected)
  })
})

test('a running task is healthy by the same rules', () => {
  const task = { startedAt: start, lastStatus: 'RUNNING' }
  expect(runningTaskHealthyAt(task, none, secondsIn(39).getTime())).toBeUndefined()
  expect(runningTaskHealthyAt(task, none, secondsIn(41).getTime())).toBe(secondsIn(40).getTime())
  expect(runningTaskHealthyAt({ ...task, healthStatus: 'HEALTHY' }, container, 7)).toBe(7)
  expect(runningTaskHealthyAt({ ...task, healthStatus: 'UNKNOWN' }, container, 7)).toBeUndefined()
  expect(runningTaskHealthyAt({ ...task, lastStatus: 'STOPPING' }, none, secondsIn(90).getTime())).toBeUndefined()
})

test('only the health check of an essential container counts', () => {
  const healthCheck = { command: ['CMD', 'true'] }
  const definition = (essential: boolean) => ({ containerDefinitions: [{ name: 'a', essential, healthCheck }] })
  expect(healthChecksOf(definition(true), false)).toEqual(container)
  expect(healthChecksOf(definition(false), true)).toEqual(target)
  expect(healthChecksOf(undefined, false)).toEqual(none)
})

test.each([
  ['Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:…).', true],
  ['Task failed container health checks', true],
  ['Scaling activity initiated by (deployment ecs-svc/1)', false],
  ['Essential container in task exited', false],
])('%s: health checks failed is %s', (stoppedReason, expected) => {
  expect(failedHealthChecks({ stoppedReason })).toBe(expected)
})

test('every cause that passes by itself is one of the table', () => {
  const known = new Set(causes.map(({ id }) => id))
  expect([...passingCauses].filter((id) => !known.has(id))).toEqual([])
})
