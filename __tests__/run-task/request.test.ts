import type { Service } from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import type { TaskLaunch } from '../../src/inputs/run-task-inputs.ts'
import { requestFor, whatIsMissing, withoutSpot } from '../../src/run-task/request.ts'

const network = { awsvpcConfiguration: { subnets: ['subnet-1'] } }
const onFargate = { networkMode: 'awsvpc', requiresCompatibilities: ['FARGATE'] } as const
const service: Service = { launchType: 'FARGATE', platformVersion: '1.4.0', networkConfiguration: network }

function request(
  launch: TaskLaunch,
  of: Service | undefined = service,
  definition: Parameters<typeof requestFor>[1] = { ...onFargate, requiresCompatibilities: ['FARGATE'] },
) {
  const order = { cluster: 'c', container: 'web', overrides: { environment: [] }, launch, tags: [] }
  return requestFor(order, definition, of, [])
}

describe('where a task runs', () => {
  test('as the tasks of the service', () => {
    expect(request({})).toMatchObject({
      launchType: 'FARGATE',
      platformVersion: '1.4.0',
      networkConfiguration: network,
    })
  })

  test('what is asked for comes first', () => {
    const given = request({
      capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
      platformVersion: 'LATEST',
    })
    expect(given).toMatchObject({
      capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
      platformVersion: 'LATEST',
    })
    expect(given).not.toHaveProperty('launchType')
  })

  test('on instances: no platform version, but the constraints of the service', () => {
    const constraint = { type: 'memberOf', expression: 'attribute:gpu exists' } as const
    const ec2: Service = {
      launchType: 'EC2',
      platformVersion: 'LATEST',
      networkConfiguration: network,
      placementConstraints: [constraint, { type: 'distinctInstance' }],
      placementStrategy: [{ type: 'spread', field: 'host' }],
    }
    const given = request({}, ec2, { networkMode: 'bridge' })
    expect(given).toMatchObject({
      launchType: 'EC2',
      placementConstraints: [constraint],
      placementStrategy: [{ type: 'spread', field: 'host' }],
    })
    expect(given).not.toHaveProperty('platformVersion')
    expect(given).not.toHaveProperty('networkConfiguration')
  })

  test('without a service a definition for Fargate runs there; without either the cluster decides', () => {
    expect(
      requestFor(
        { cluster: 'c', container: 'web', overrides: { environment: [] }, launch: {}, tags: [] },
        { requiresCompatibilities: ['FARGATE'] },
        undefined,
        [],
      ),
    ).toMatchObject({ launchType: 'FARGATE' })
    expect(
      requestFor(
        { cluster: 'c', container: 'web', overrides: { environment: [] }, launch: {}, tags: [] },
        {},
        undefined,
        [],
      ),
    ).not.toHaveProperty('launchType')
  })

  test('the volume that the service configures at launch', () => {
    const volumeConfigurations = [{ name: 'data', managedEBSVolume: { roleArn: 'arn', sizeInGiB: 10 } }]
    const withVolume: Service = { ...service, deployments: [{ status: 'PRIMARY', volumeConfigurations }] }
    const volumes = [{ name: 'data', configuredAtLaunch: true }]
    expect(request({}, withVolume, { networkMode: 'awsvpc', volumes })).toMatchObject({ volumeConfigurations })
    expect(request({}, withVolume, { networkMode: 'awsvpc' })).not.toHaveProperty('volumeConfigurations')
  })

  test('a task in awsvpc mode without a network is missed', () => {
    expect(whatIsMissing({ networkMode: 'awsvpc' }, {})).toMatchObject([{ input: 'network-configuration' }])
    expect(whatIsMissing({ networkMode: 'bridge' }, {})).toEqual([])
    expect(whatIsMissing({ networkMode: 'awsvpc' }, { networkConfiguration: network })).toEqual([])
  })
})

test('tags: those of the service beside those that are asked for, and none that is reserved', () => {
  const order = {
    cluster: 'c',
    container: 'web',
    overrides: { environment: [] },
    launch: {},
    tags: [{ key: 'team', value: 'new' }],
  }
  const own = [
    { key: 'team', value: 'old' },
    { key: 'aws:cloudformation:stack-name', value: 'x' },
    { key: 'cost', value: '1' },
  ]
  expect(requestFor(order, onFargate as never, service, own)).toMatchObject({
    tags: [
      { key: 'team', value: 'new' },
      { key: 'cost', value: '1' },
    ],
  })
})

describe('FARGATE_SPOT becomes FARGATE', () => {
  test.each([
    [[{ capacityProvider: 'FARGATE_SPOT', weight: 1 }], [{ capacityProvider: 'FARGATE', weight: 1 }]],
    [
      [
        { capacityProvider: 'FARGATE', weight: 0, base: 1 },
        { capacityProvider: 'FARGATE_SPOT', weight: 4 },
      ],
      [{ capacityProvider: 'FARGATE', weight: 4, base: 1 }],
    ],
    [
      [
        { capacityProvider: 'FARGATE_SPOT', weight: 900 },
        { capacityProvider: 'FARGATE', weight: 900 },
      ],
      [{ capacityProvider: 'FARGATE', weight: 1000 }],
    ],
    [[{ capacityProvider: 'my-asg', weight: 1 }], [{ capacityProvider: 'my-asg', weight: 1 }]],
    [[], []],
  ])('%j', (before, after) => {
    expect(withoutSpot(before)).toEqual(after)
  })
})
