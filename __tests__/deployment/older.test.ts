import { expect, test } from '@jest/globals'
import { noteOlder } from '../../src/deployment/record.ts'
import { deployment, now, record, snapshot, version } from './samples.ts'

const listed = snapshot([deployment('ecs-svc/2', { createdAt: now - 9 })], {
  events: [{ id: '1', at: new Date(now), message: 'has reached a steady state.' }],
})

test('what would be gone back to was there before, also where the list has left it out', () => {
  const run = record({ target: { version: version(1), deploymentId: 'ecs-svc/1', inactive: false } })
  noteOlder(run, listed)
  expect([run.olderDeployments, run.knownUntil]).toEqual([['ecs-svc/2', 'ecs-svc/1'], now])
})

test('each is noted once, and nothing is made up', () => {
  const run = record({ target: { version: version(2), deploymentId: 'ecs-svc/2', inactive: false } })
  noteOlder(run, listed)
  expect(run.olderDeployments).toEqual(['ecs-svc/2'])
  delete run.target
  noteOlder(run, listed)
  expect(run.olderDeployments).toEqual(['ecs-svc/2'])
})
