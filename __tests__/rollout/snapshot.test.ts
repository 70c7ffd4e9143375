import type { Service } from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  deploymentIdOfRevision,
  primaryOf,
  revisionArnOf,
  serviceDeploymentView,
  snapshotOf,
} from '../../src/rollout/snapshot.ts'

const time = new Date('2026-11-21T07:00:00Z')
const at = time.getTime()
const clock = { now: () => at, uptime: () => 5 }

describe("DescribeServices' answer as a snapshot", () => {
  const service: Service = {
    status: 'ACTIVE',
    desiredCount: 2,
    runningCount: 3,
    pendingCount: 1,
    deployments: [
      {
        id: 'ecs-svc/2',
        status: 'PRIMARY',
        rolloutState: 'IN_PROGRESS',
        rolloutStateReason: 'ECS deployment ecs-svc/2 in progress.',
        taskDefinition: 'arn:web:2',
        desiredCount: 2,
        runningCount: 1,
        pendingCount: 1,
        failedTasks: 4,
        createdAt: time,
      },
      { id: 'ecs-svc/1', status: 'ACTIVE' },
    ],
    events: [
      { id: 'b', createdAt: time, message: 'newer' },
      { id: 'a', createdAt: time, message: 'older' },
    ],
  }

  test('keeps every count in its place', () => {
    expect(snapshotOf(service, clock)).toMatchObject({
      at,
      uptime: 5,
      serviceStatus: 'ACTIVE',
      desired: 2,
      running: 3,
      pending: 1,
      deployments: [
        {
          id: 'ecs-svc/2',
          status: 'PRIMARY',
          rolloutState: 'IN_PROGRESS',
          rolloutStateReason: 'ECS deployment ecs-svc/2 in progress.',
          taskDefinition: 'arn:web:2',
          desired: 2,
          running: 1,
          pending: 1,
          failed: 4,
          createdAt: at,
        },
        { id: 'ecs-svc/1', desired: 0, running: 0, pending: 0, failed: 0, createdAt: 0 },
      ],
    })
  })

  test('has the events oldest first, and leaves the answer as it is', () => {
    expect(snapshotOf(service, clock).events.map(({ id }) => id)).toStrictEqual(['a', 'b'])
    expect(service.events?.map(({ id }) => id)).toStrictEqual(['b', 'a'])
  })

  test('has no rollout state where ECS sent none: that is not the same as an unknown one', () => {
    expect(snapshotOf(service, clock).deployments[1]).not.toHaveProperty('rolloutState')
  })

  test('is plain data, also of an answer that lacks everything', () => {
    const empty = {
      at,
      uptime: 5,
      serviceStatus: 'UNKNOWN',
      desired: 0,
      running: 0,
      pending: 0,
      rollsBack: false,
      deployments: [],
      events: [],
    }
    expect(snapshotOf({}, clock)).toStrictEqual(empty)
  })

  test('has only the members that its type names', () => {
    const current = { ...service, currentServiceDeployment: 'arn:current' }
    expect(snapshotOf(current, clock)).toStrictEqual(snapshotOf(service, clock))
  })

  test('keeps values that no SDK knows', () => {
    const deployments = [{ id: 'x', status: 'PAUSED', rolloutState: 'BAKING' as never }]
    expect(snapshotOf({ deployments }, clock).deployments).toMatchObject([{ status: 'PAUSED', rolloutState: 'BAKING' }])
  })
})

test('the primary is the one with that status, wherever it stands', () => {
  const deployments = [
    { id: 'a', status: 'ACTIVE' },
    { id: 'b', status: 'PRIMARY' },
  ]
  expect(primaryOf(snapshotOf({ deployments }, clock))?.id).toBe('b')
  expect(primaryOf(snapshotOf({ deployments: deployments.slice(0, 1) }, clock))).toBeUndefined()
})

test('a deployment and the revision that it targets are found from each other', () => {
  const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{0,12}$/)
  const partition = fc.constantFrom('aws', 'aws-cn', 'aws-us-gov')
  fc.assert(
    fc.property(partition, name, name, fc.stringMatching(/^\d{1,19}$/), (where, cluster, service, number) => {
      const serviceArn = `arn:${where}:ecs:us-east-1:111122223333:service/${cluster}/${service}`
      const revision = revisionArnOf(serviceArn, `ecs-svc/${number}`)
      expect(revision).toBe(`arn:${where}:ecs:us-east-1:111122223333:service-revision/${cluster}/${service}/${number}`)
      expect(deploymentIdOfRevision(revision ?? '')).toBe(`ecs-svc/${number}`)
    }),
  )
})

test.each([
  ['arn:aws:ecs:us-east-1:111122223333:service/web', 'ecs-svc/1'],
  ['arn:aws:ecs:us-east-1:111122223333:service/main/web', 'CODEDEPLOY-1'],
  ['arn:aws:ecs:us-east-1:111122223333:cluster/main/web', 'ecs-svc/1'],
])('there is no revision of %s and %s', (serviceArn, deploymentId) => {
  expect(revisionArnOf(serviceArn, deploymentId)).toBeUndefined()
})

test('a service deployment looks the same from the list and in full', () => {
  const common = {
    serviceDeploymentArn: 'arn:sd',
    status: 'SUCCESSFUL',
    statusReason: 'done',
    createdAt: time,
  } as const
  const revision = 'arn:aws:ecs:us-east-1:111122223333:service-revision/main/web/42'
  const expected = {
    arn: 'arn:sd',
    deploymentId: 'ecs-svc/42',
    status: 'SUCCESSFUL',
    statusReason: 'done',
    createdAt: at,
  }
  expect(serviceDeploymentView({ ...common, targetServiceRevisionArn: revision })).toStrictEqual(expected)
  expect(serviceDeploymentView({ ...common, targetServiceRevision: { arn: revision } })).toStrictEqual(expected)
})
