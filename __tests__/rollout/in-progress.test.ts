import { describe, expect, test } from '@jest/globals'
import { approach, inProgressOf } from '../../src/rollout/in-progress.ts'
import type { DeploymentView } from '../../src/rollout/snapshot.ts'
import { deployment, snapshot } from '../deployment/samples.ts'

const going = deployment('ecs-svc/2', { rolloutState: 'IN_PROGRESS' })
const completed = deployment('ecs-svc/1', { status: 'ACTIVE', rolloutState: 'COMPLETED' })
const kindOf = (deployments: readonly DeploymentView[], events: readonly string[] = []) =>
  inProgressOf(
    snapshot(deployments, {
      events: events.map((message, index) => ({ id: `${index}`, at: new Date(index), message })),
    }),
  )?.kind

test('a deployment alone in the list is not the first where one is known to have completed', () => {
  expect(inProgressOf(snapshot([going]), true)?.kind).toBe('deploying')
  expect(inProgressOf(snapshot([going]), false)?.kind).toBe('first')
})

describe('what is under way', () => {
  test.each([
    ['nothing: the deployment is COMPLETED', [deployment('ecs-svc/2', { rolloutState: 'COMPLETED' })], [], undefined],
    ['nothing: it is FAILED', [deployment('ecs-svc/2', { rolloutState: 'FAILED' })], [], undefined],
    [
      'a state that no SDK knows is nothing to act on',
      [deployment('ecs-svc/2', { rolloutState: 'PAUSED' })],
      [],
      undefined,
    ],
    ['a deployment beside one that completed', [going, completed], [], 'deploying'],
    ['the first deployment', [going], [], 'first'],
    ['one after others that never completed', [going, { ...completed, rolloutState: 'IN_PROGRESS' }], [], 'first'],
    [
      'a rollback, by its reason',
      [{ ...going, rolloutStateReason: 'ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/2.' }],
      [],
      'rolling-back',
    ],
    [
      'a rollback, by the newer one beside it that failed',
      [going, deployment('ecs-svc/3', { status: 'ACTIVE', rolloutState: 'FAILED', createdAt: going.createdAt + 1 })],
      [],
      'rolling-back',
    ],
    ['a rollback, by the event', [going], ['(service web) rolling back to deployment ecs-svc/2.'], 'rolling-back'],
  ] as const)('%s', (_, deployments, events, expected) => {
    expect(kindOf(deployments, events)).toBe(expected)
  })
})

describe('on-in-progress', () => {
  const at = (kind: 'deploying' | 'rolling-back' | 'first', failed = 0) => ({ deployment: { ...going, failed }, kind })

  test.each([
    ['supersede', at('deploying'), 'go-on'],
    ['supersede', at('rolling-back'), 'wait'],
    ['supersede', at('first'), 'wait'],
    ['supersede', at('first', 3), 'refuse'],
    ['wait', at('deploying'), 'wait'],
    ['wait', at('rolling-back'), 'wait'],
    ['wait', at('first', 3), 'refuse'],
    ['fail', at('deploying'), 'refuse'],
    ['fail', at('rolling-back'), 'refuse'],
    ['fail', at('first'), 'refuse'],
    ['force', at('deploying'), 'go-on'],
    ['force', at('rolling-back'), 'go-on'],
    ['force', at('first', 9), 'go-on'],
  ] as const)('"%s", %o: %s', (policy, found, expected) => {
    expect(approach(policy, found).kind).toBe(expected)
  })

  test('force says what is lost', () => {
    expect(approach('force', at('rolling-back'))).toMatchObject({
      notice: expect.stringContaining('no completed deployment to return to'),
    })
  })
})
