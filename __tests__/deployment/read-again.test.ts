import type { Service } from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import type { Ports } from '../../src/deployment/ports.ts'
import { readAgain } from '../../src/deployment/read-again.ts'
import type { DeploymentRecord } from '../../src/deployment/record.ts'
import { startWatching } from '../../src/rollout/verdict.ts'
import { now, record, service } from './samples.ts'

const old = {
  id: 'ecs-svc/1',
  status: 'PRIMARY',
  rolloutState: 'COMPLETED' as const,
  createdAt: new Date(now - 60_000),
}
const ours = { id: 'ecs-svc/2', status: 'PRIMARY', rolloutState: 'IN_PROGRESS' as const, createdAt: new Date(now) }
const going = service({ deployments: [ours, { ...old, status: 'ACTIVE' }] })
const asBefore = service({ deployments: [old] })
const noCluster = Object.assign(new Error('Cluster not found.'), { name: 'ClusterNotFoundException' })

/** @param answers of DescribeServices, one after the other; the last one for ever */
async function read(
  answers: readonly (Service | Error | undefined)[],
  more: Partial<DeploymentRecord> = {},
  historySeconds = 0,
) {
  let time = 0
  let reads = 0
  const ports = {
    clock: {
      now: () => now + time,
      uptime: () => time,
      sleep: async (milliseconds: number) => {
        time += milliseconds
      },
    },
    cancelled: new AbortController().signal,
    ecs: {
      describeService: async () => {
        const answer = answers[Math.min(reads, answers.length - 1)]
        reads += 1
        if (answer instanceof Error) throw answer
        return answer
      },
      listServiceDeployments: async () => {
        time += historySeconds * 1000
        return []
      },
    },
  } as unknown as Ports
  const memory = {
    ...startWatching({ deploymentId: ours.id, createdAt: now, older: [old.id], ecsMayRollBack: false }),
    seen: true,
  }
  const verdict = await readAgain(ports, record({ deploymentId: ours.id, memory, ...more }))
  return { verdict, reads, seconds: time / 1000 }
}

describe('what is read just before a rollback', () => {
  test('an answer that makes sense counts at once', async () => {
    expect(await read([going])).toMatchObject({ verdict: { kind: 'in-progress' }, reads: 1, seconds: 0 })
    const draining = service({ status: 'DRAINING', deployments: [ours] })
    expect(await read([draining])).toMatchObject({ verdict: { kind: 'service-gone' }, reads: 1 })
  })

  test.each([
    ['does not list the service', undefined],
    ['knows no such cluster', noCluster],
    ['shows the service as it was before', asBefore],
  ])('one answer that %s is stale, and asked for again', async (_, stale) => {
    expect(await read([stale, going])).toMatchObject({ verdict: { kind: 'in-progress' }, reads: 2, seconds: 2 })
  })

  test.each([
    ['does not list the service', undefined, 'service-gone'],
    ['knows no such cluster', noCluster, 'service-gone'],
    ['shows the service as it was before, and nothing of what became of ours', asBefore, 'unknown'],
  ])('what %s for half a minute is so', async (_, answer, kind) => {
    expect(await read([answer])).toMatchObject({ verdict: { kind }, seconds: 30 })
  })

  test('one look that takes half a minute by itself is not enough', async () => {
    expect(await read([asBefore], {}, 60)).toMatchObject({ verdict: { kind: 'unknown' }, reads: 2 })
    expect(await read([asBefore, going], {}, 60)).toMatchObject({ verdict: { kind: 'in-progress' }, reads: 2 })
  })

  test('what else goes wrong is not waited for', async () => {
    const denied = Object.assign(new Error('no'), { name: 'AccessDeniedException' })
    await expect(read([denied])).rejects.toBe(denied)
  })
})
