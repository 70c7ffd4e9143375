import { expect, test } from '@jest/globals'
import type { Ports } from '../../src/deployment/ports.ts'
import type { Subject } from '../../src/deployment/watch.ts'
import { concludeRollback } from '../../src/rollback/endings.ts'
import type { DeploymentView } from '../../src/rollout/snapshot.ts'
import { deployment, record, snapshot, version } from '../deployment/samples.ts'

const ports = {
  clock: { now: () => 0, uptime: () => 1 },
  log: { info: () => undefined },
  ecs: { listStoppedTasks: async () => [] },
  cancelled: new AbortController().signal,
} as unknown as Ports

/** A rollback whose time ends, with the service as it is then. */
function atTheLimit(...deployments: readonly DeploymentView[]) {
  const run = record({ action: 'rollback', deploymentId: 'ours', wanted: version(1), snapshot: snapshot(deployments) })
  run.stoppedTasksReadAt = 0
  const subject = { deploymentId: 'ours', definition: {} } as unknown as Subject
  return concludeRollback({ kind: 'limit', fresh: true }, 'rolled-back', subject, 5, ports, run)
}

test('a rollback that ECS goes back from at the limit does not go on', async () => {
  const old = deployment('old', { rolloutState: 'IN_PROGRESS', taskDefinition: version(2).taskDefinitionArn })
  const ours = deployment('ours', { status: 'ACTIVE', rolloutState: 'FAILED' })
  const { outcome, headline } = await atTheLimit(old, ours)
  expect(outcome).toBe('rollback-failed')
  expect(headline).toBe(
    'After 5 minutes the rollback to web:1 was not complete, and will not be: ECS goes back from it to web:2 (old).',
  )
})

test('one that only takes longer does', async () => {
  const { outcome, headline } = await atTheLimit(deployment('ours', { rolloutState: 'IN_PROGRESS', running: 0 }))
  expect(outcome).toBe('timed-out')
  expect(headline).toContain('It goes on in ECS.')
})
