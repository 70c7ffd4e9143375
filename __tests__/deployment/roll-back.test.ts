import type { Service } from '@aws-sdk/client-ecs'
import { expect, test } from '@jest/globals'
import type { Ports } from '../../src/deployment/ports.ts'
import { rollBack } from '../../src/deployment/roll-back.ts'
import { startWatching } from '../../src/rollout/verdict.ts'
import { now, record, revisionArn, service, version } from './samples.ts'

const old = { id: 'ecs-svc/1', taskDefinition: revisionArn(1), createdAt: new Date(now - 60_000) }
const ours = { id: 'ecs-svc/2', taskDefinition: revisionArn(2), createdAt: new Date(now) }
const denied = Object.assign(new Error('no'), { name: 'AccessDeniedException', $metadata: { httpStatusCode: 400 } })

/** An account that shows one of these services after the other, the last one for ever, and lets nobody read the history. */
function portsThatShow(services: readonly Service[], sent: string[]): Ports {
  let time = 0
  let reads = 0
  return {
    clock: {
      now: () => now + time,
      uptime: () => time,
      sleep: async (milliseconds: number) => {
        time += milliseconds
      },
    },
    random: () => 0.5,
    log: { info: () => undefined },
    cancelled: new AbortController().signal,
    keep: async () => undefined,
    ecs: {
      describeService: async () => services[Math.min(reads++, services.length - 1)],
      listServiceDeployments: async () => Promise.reject(denied),
      updateService: async () => sent.push('UpdateService'),
      rollBackServiceDeployment: async () => sent.push('StopServiceDeployment'),
      registerTaskDefinition: async () => sent.push('RegisterTaskDefinition'),
    },
    tasks: { listStoppedTasks: async () => [] },
  } as unknown as Ports
}

test('a rollback that ECS has taken, and does not show yet, is watched: no second one is sent', async () => {
  const going = service({
    deployments: [
      { ...ours, status: 'PRIMARY', rolloutState: 'IN_PROGRESS' },
      { ...old, status: 'ACTIVE', rolloutState: 'COMPLETED' },
    ],
  })
  const back = service({
    deployments: [
      { ...old, status: 'PRIMARY', rolloutState: 'IN_PROGRESS' },
      { ...ours, status: 'ACTIVE', rolloutState: 'FAILED' },
    ],
  })
  const done = service({ deployments: [{ ...old, status: 'PRIMARY', rolloutState: 'COMPLETED' }] })
  const known = { deploymentId: ours.id, createdAt: now, older: [old.id], ecsMayRollBack: false }
  const memory = { ...startWatching(known), rollbackRequested: true, seen: true }
  const run = record({
    deploymentId: ours.id,
    memory,
    target: { version: version(1), inactive: false },
    rollbackSent: 'StopServiceDeployment',
  })
  const sent: string[] = []
  const subject = {
    ...known,
    rollbackRequested: true,
    definition: undefined,
    limitMilliseconds: 180_000,
    until: 'end',
  } as const
  const policy = { rollbackOnFailure: true, rollbackWaitMinutes: 3 }
  const end = await rollBack(
    { reason: 'the run was cancelled', subject },
    policy,
    portsThatShow([going, going, back, done], sent),
    run,
  )
  expect([end.outcome, sent]).toEqual(['rolled-back', []])
})
