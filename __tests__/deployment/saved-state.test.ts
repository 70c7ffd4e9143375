import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { DeploymentRecord } from '../../src/deployment/record.ts'
import { restore, saveText } from '../../src/deployment/saved-state.ts'
import type { Memory } from '../../src/rollout/verdict.ts'
import { now, record, service, version } from './samples.ts'

const secret = 'hunter2-the-password'
const updatedTo = 'arn:aws:ecs:us-east-1:111122223333:task-definition/web:2'

const anyMemory: fc.Arbitrary<Memory> = fc.record(
  {
    deploymentId: fc.string(),
    createdAt: fc.nat(),
    older: fc.array(fc.string()),
    ecsMayRollBack: fc.boolean(),
    rollbackRequested: fc.boolean(),
    seen: fc.boolean(),
    failedAt: fc.nat(),
    failure: fc.string(),
    sawGoingBack: fc.boolean(),
    puzzledSince: fc.nat(),
    backSince: fc.nat(),
  },
  {
    requiredKeys: ['deploymentId', 'createdAt', 'older', 'ecsMayRollBack', 'rollbackRequested', 'seen', 'sawGoingBack'],
    noNullPrototype: true,
  },
)

/** The clock of main means nothing to the post step. */
function inNewProcess({ puzzledSince: _puzzled, backSince: _back, failedAt, ...memory }: Memory): Memory {
  return { ...memory, ...(failedAt !== undefined && { failedAt: 0 }) }
}

/** What the post step needs. */
const anyNeeded = fc.record(
  {
    serviceArn: fc.string(),
    olderDeployments: fc.array(fc.string()),
    deploymentId: fc.string(),
    serviceDeploymentArn: fc.string(),
    sending: fc.constantFrom('register' as const, 'update' as const, 'update-back' as const),
    changed: fc.boolean(),
    rollbackTo: fc.string(),
    rollbackSent: fc.constantFrom('StopServiceDeployment' as const, 'UpdateService' as const),
    target: fc.record(
      { version: fc.nat(9).map((revision) => version(revision)), deploymentId: fc.string(), inactive: fc.boolean() },
      { requiredKeys: ['version', 'inactive'], noNullPrototype: true },
    ),
    memory: anyMemory,
    preDeploy: fc.record(
      {
        state: fc.constantFrom('going' as const, 'succeeded' as const, 'ended' as const),
        kept: fc.record(
          {
            cluster: fc.string(),
            region: fc.string(),
            container: fc.string(),
            taskDefinition: fc.string(),
            startedBy: fc.string(),
            taskArns: fc.array(fc.string()),
          },
          { noNullPrototype: true },
        ),
      },
      { noNullPrototype: true },
    ),
  },
  { requiredKeys: [], noNullPrototype: true },
)

/** Everything else that a record may hold, full of what must not be kept. */
const rest: Partial<DeploymentRecord> = {
  before: { ...version(1), taskDefinition: secret },
  wanted: { ...version(2), taskDefinition: secret },
  running: { ...version(2), taskDefinition: secret },
  noTarget: secret,
  update: { service: 'web', taskDefinition: updatedTo, platformVersion: secret },
  original: service({ events: [{ message: secret }] }),
  supersededBy: secret,
  denied: new Set([secret]),
  changes: [{ path: secret, kind: 'changed', before: secret, after: secret }],
  lookedAt: new Set([secret]),
  notices: [secret],
  timeline: [{ at: now, text: secret }],
  events: new Map([['1', { id: '1', at: new Date(now), message: secret }]]),
  stoppedTasks: new Map([['1', { id: '1', stoppedReason: secret, containers: [] }]]),
}

describe('what is saved for the post step', () => {
  test('gives back what it needs, and nothing else', () => {
    fc.assert(
      fc.property(anyNeeded, fc.constantFrom('leave' as const, 'rollback' as const), (needed, onCancel) => {
        const text = saveText({ onCancel }, record({ ...rest, ...needed }))
        const update = { cluster: 'main', service: 'web', taskDefinition: updatedTo }
        const memory = needed.memory && { memory: inNewProcess(needed.memory) }
        expect(restore(text)).toStrictEqual({
          onCancel,
          record: record({ ...needed, ...memory, update, isHurried: true }),
        })
      }),
    )
  })

  test('holds nothing but names and ARNs', () => {
    fc.assert(
      fc.property(anyNeeded, (needed) => {
        expect(saveText({ onCancel: 'leave' }, record({ ...rest, ...needed }))).not.toContain(secret)
      }),
    )
  })

  test('has the settings that this run changed, as they were before, and no others', () => {
    const before = { healthCheckGracePeriodSeconds: 30, enableExecuteCommand: false }
    const changed = record({
      original: service({
        ...before,
        events: [{ message: secret }],
        deployments: [{ status: 'ACTIVE', taskDefinition: secret }],
      }),
      asked: { healthCheckGracePeriodSeconds: 77, platformVersion: '1.4.0' },
      settingsThatDiffered: ['healthCheckGracePeriodSeconds'],
    })
    const text = saveText({ onCancel: 'rollback' }, changed)
    expect(text).not.toContain(secret)
    expect(restore(text)?.record).toMatchObject({
      original: before,
      asked: { healthCheckGracePeriodSeconds: 77 },
      settingsThatDiffered: ['healthCheckGracePeriodSeconds'],
    })
    expect(restore(text)?.record.asked).not.toHaveProperty('platformVersion')
  })

  test('is one line, as the file of the runner wants it', () => {
    const failure = 'tasks failed\nto start'
    const memory = { ...(fc.sample(anyMemory, 1)[0] as Memory), failure }
    const text = saveText({ onCancel: 'leave' }, record({ memory }))
    expect(text).not.toContain('\n')
    expect(restore(text)?.record.memory?.failure).toBe(failure)
  })
})

test.each([undefined, ''])('a run that saved %j left nothing to do', (text) => {
  expect(restore(text)).toBeUndefined()
})
