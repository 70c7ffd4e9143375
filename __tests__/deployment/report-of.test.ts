import { describe, expect, test } from '@jest/globals'
import { ending, failedEnding } from '../../src/deployment/ending.ts'
import type { DeploymentRecord } from '../../src/deployment/record.ts'
import { reportOf } from '../../src/deployment/report-of.ts'
import type { Diagnosis } from '../../src/diagnosis/evidence.ts'
import { deployment, now, record, revisionArn, serviceArn, snapshot, version } from './samples.ts'

const done = ending('deployed', 'web:2 runs.')
const digest = `sha256:${'a'.repeat(64)}`

const reported = (more: Partial<DeploymentRecord> = {}) => reportOf(record(more), done, now + 1000)

test.each([
  [serviceArn, 'aws'],
  ['arn:aws-cn:ecs:cn-north-1:111122223333:service/main/web', 'aws-cn'],
  ['arn:aws-us-gov:ecs:us-gov-west-1:111122223333:service/main/web', 'aws-us-gov'],
  [undefined, 'aws'],
])('the partition of %s is %s', (arn, partition) => {
  expect(reported(arn === undefined ? {} : { serviceArn: arn }).partition).toBe(partition)
})

test('nothing is claimed about a run that saw nothing', () => {
  const told = reported()
  for (const member of ['before', 'wanted', 'now', 'deploymentId', 'serviceDeploymentArn', 'supersededBy']) {
    expect(told).not.toHaveProperty(member)
  }
  expect(told).toMatchObject({ changed: false, diagnoses: [], events: [], stoppedTasks: [], startedAt: now })
})

describe('what runs now', () => {
  const older = { status: 'ACTIVE', taskDefinition: revisionArn(1) }

  test.each<[string, Parameters<typeof snapshot>[0], object]>([
    ['one version', [deployment('b')], { version: version(2) }],
    [
      'two versions, first the one with more tasks',
      [deployment('b', { running: 1 }), deployment('a', { ...older, running: 3 })],
      { version: version(1), beside: [{ version: version(2), running: 1 }] },
    ],
    [
      'a deployment without running tasks does not count beside one that has some',
      [deployment('b', { running: 0 }), deployment('a', { ...older, running: 2 })],
      { version: version(1) },
    ],
    [
      'with no task at all, where ECS steers to',
      [deployment('a', { ...older, running: 0 }), deployment('b', { running: 0 })],
      { version: version(2) },
    ],
    ['nothing', [], {}],
  ])('%s', (_name, deployments, expected) => {
    const told = reported({
      snapshot: snapshot(deployments, { running: 3, desired: 4 }),
      before: version(1),
      wanted: version(2),
    })
    expect(told.now).toStrictEqual({ ...expected, running: 3, desired: 4, seen: true })
  })

  test('with the digests that are known of it', () => {
    const known = version(2, digest)
    const seen = { snapshot: snapshot([deployment('b')]) }
    expect(reported({ ...seen, running: known, wanted: version(2) }).now?.version).toStrictEqual(known)
    const target = { version: known, inactive: false }
    expect(reported({ ...seen, target }).now?.version).toStrictEqual(known)
  })

  test('a version of somebody else is named, with nothing made up about its images', () => {
    const theirs = snapshot([deployment('c', { taskDefinition: revisionArn(9) })])
    expect(reported({ snapshot: theirs, wanted: version(2) }).now?.version).toStrictEqual({ ...version(9), images: [] })
  })

  test('is not as of now where the last read failed', () => {
    expect(reported({ snapshot: snapshot([deployment('b')]), stale: true }).now?.seen).toBe(false)
  })

  test('the snapshot keeps its order', () => {
    const deployments = [deployment('b', { running: 1 }), deployment('a', { running: 2 })]
    reported({ snapshot: snapshot(deployments) })
    expect(deployments.map(({ id }) => id)).toStrictEqual(['b', 'a'])
  })
})

test('causes are told where something failed, and only there', () => {
  const cause = { cause: 'exit-code' } as Diagnosis
  expect(reported({ diagnoses: [cause] }).diagnoses).toStrictEqual([])
  const failed = reportOf(record({ diagnoses: [cause] }), failedEnding('failed', 'It failed.'), now)
  expect(failed.diagnoses).toStrictEqual([cause])
})

test('where the service was never seen, its partition is that of the Region', () => {
  expect(reported({ region: 'cn-north-1' }).partition).toBe('aws-cn')
})

test('cluster and service given as ARNs are called by their names', () => {
  const cluster = 'arn:aws:ecs:eu-west-1:111122223333:cluster/prod'
  const service = 'arn:aws:ecs:eu-west-1:111122223333:service/prod/web'
  expect(reported({ cluster, service })).toMatchObject({ cluster: 'prod', service: 'web' })
})
