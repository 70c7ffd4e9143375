import type { Service } from '@aws-sdk/client-ecs'
import { expect, test } from '@jest/globals'
import { apply, ServiceMoved } from '../../src/deployment/apply.ts'
import type { Ports } from '../../src/deployment/ports.ts'
import type { Prepared } from '../../src/deployment/prepare.ts'
import { isAsBefore } from '../../src/deployment/read-once-more.ts'
import { snapshotOf } from '../../src/rollout/snapshot.ts'
import { deployment, inputs, record, revisionArn, service, snapshot } from './samples.ts'

const throttled = Object.assign(new Error('Rate exceeded'), { name: 'ThrottlingException' })
const lost = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })

const withPrimary = (id: string, rolloutState: 'COMPLETED' | 'IN_PROGRESS' = 'COMPLETED'): Service =>
  service({
    deployments: [{ id, status: 'PRIMARY', rolloutState, taskDefinition: revisionArn(2), createdAt: new Date(0) }],
  })

/** A run that has read the service at time 0 and now is so far; each UpdateService answers with the next of `answers`. */
function run(readSecondsAgo: number, found: Service, answers: readonly (Service | Error)[]) {
  const calls: string[] = []
  let uptime = readSecondsAgo * 1_000
  const left = [...answers]
  const clock = {
    now: () => uptime,
    uptime: () => uptime,
    sleep: async (milliseconds: number) => {
      uptime += milliseconds
    },
  }
  const ecs = {
    describeService: async () => {
      calls.push('read')
      return found
    },
    listServiceDeployments: async () => [],
    updateService: async () => {
      calls.push('update')
      const answer = left.shift()
      if (answer instanceof Error) throw answer
      return answer
    },
  }
  const ports = {
    ecs,
    clock,
    log: { info: () => undefined },
    random: () => 1,
    keep: async () => undefined,
    cancelled: new AbortController().signal,
  } as unknown as Ports
  const first = withPrimary('ecs-svc/1')
  const before = snapshotOf(first, { now: () => 0, uptime: () => 0 })
  const prepared = { service: first, before, decision: { kind: 'update', force: true } } as Prepared
  const written = record({ snapshot: before })
  return { calls, written, applied: apply(prepared, inputs(), ports, written) }
}

const answer = withPrimary('ecs-svc/2', 'IN_PROGRESS')

test('what was read a moment ago is not read again', async () => {
  const { calls, applied } = run(9, withPrimary('ecs-svc/1'), [answer])
  expect((await applied).answer).toBe(answer)
  expect(calls).toEqual(['update'])
})

test('what is old is read once more, and its list is what counts from then on', async () => {
  const found = withPrimary('ecs-svc/1')
  const { calls, applied, written } = run(10, found, [answer])
  expect((await applied).prepared.service).toBe(found)
  expect(written.snapshot?.uptime).toBe(10_000)
  expect(calls).toEqual(['read', 'update'])
})

test.each([
  ['another deployment is PRIMARY', withPrimary('ecs-svc/9')],
  ['its state is another one', withPrimary('ecs-svc/1', 'IN_PROGRESS')],
])('UpdateService is not sent where %s', async (_what, found) => {
  const { calls, applied, written } = run(60, found, [answer])
  await expect(applied).rejects.toThrow(ServiceMoved)
  expect(calls).toEqual(['read'])
  expect(written.update).toBeUndefined()
})

test('an UpdateService that has to wait is sent again over what is there by then', async () => {
  const wait = Array.from({ length: 3 }, () => throttled)
  const same = run(0, withPrimary('ecs-svc/1'), [...wait, throttled, answer])
  await same.applied
  expect(same.calls).toContain('read')
  const moved = run(0, withPrimary('ecs-svc/9'), [...wait, ...wait, ...wait, answer])
  await expect(moved.applied).rejects.toThrow(ServiceMoved)
  expect(moved.written.update).toBeUndefined()
})

test('after a lost answer a change may be our own, and sends nobody back', async () => {
  const found = withPrimary('ecs-svc/1')
  const { calls, applied } = run(0, found, [lost, answer])
  expect((await applied).answer).toBe(answer)
  expect(calls.filter((call) => call === 'update')).toHaveLength(2)
  expect(calls.at(-1)).toBe('update')
})

test('a deployment that ECS now goes back from is another thing to supersede', () => {
  const old = deployment('old', { status: 'ACTIVE', createdAt: 1 })
  const going = deployment('new', { rolloutState: 'IN_PROGRESS', createdAt: 2 })
  expect(isAsBefore(snapshot([going, old]), snapshot([{ ...going, running: 1 }, old]))).toBe(true)
  // The old tasks have stopped.
  expect(isAsBefore(snapshot([going, old]), snapshot([going]))).toBe(true)
  const reason = { rolloutStateReason: 'rolling back to deploymentId new' }
  expect(isAsBefore(snapshot([going, old]), snapshot([{ ...going, ...reason }, old]))).toBe(false)
})
