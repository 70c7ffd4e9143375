import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { missingTargets, openPorts, severalWithoutBalancer, stuckPercents } from '../../src/preflight/checks/service.ts'
import { definition, facts, service } from './support.ts'

describe('percents', () => {
  const percents = (minimumHealthyPercent: number, maximumPercent: number, desiredCount: number, more: object = {}) =>
    stuckPercents(
      facts({
        service: {
          ...service,
          desiredCount,
          runningCount: desiredCount,
          deploymentConfiguration: { minimumHealthyPercent, maximumPercent },
          ...more,
        },
      }),
    )

  // DG deployment-type-ecs: 75 of 2 is rounded up to 2, 125 of 3 down to 3.
  test.each([
    [100, 200, 1, 0],
    [100, 100, 1, 1],
    [50, 100, 1, 1],
    [50, 100, 2, 0],
    [75, 100, 2, 1],
    [100, 125, 3, 1],
    [100, 125, 4, 0],
    [0, 100, 1, 0],
    [100, 100, 0, 0],
  ])('%s to %s of %s tasks: %s findings', (least, most, desired, count) => {
    expect(percents(least, most, desired)).toHaveLength(count)
  })

  test('a daemon service, and one without old tasks, is never stuck', () => {
    expect(percents(100, 100, 1, { schedulingStrategy: 'DAEMON' })).toEqual([])
    expect(percents(100, 100, 1, { runningCount: 0 })).toEqual([])
  })

  test('it is stuck exactly where no step is allowed', () => {
    const percent = fc.integer({ min: 0, max: 200 })
    fc.assert(
      fc.property(
        percent,
        fc.integer({ min: 100, max: 200 }),
        fc.integer({ min: 1, max: 50 }),
        (least, most, desired) => {
          const mayStop = (desired - 1) * 100 >= least * desired
          const mayStart = (desired + 1) * 100 <= most * desired
          return (percents(least, most, desired).length === 1) === (!mayStop && !mayStart)
        },
      ),
    )
  })

  test('the count that this run sets is the one that counts', () => {
    const configured = { ...service, deploymentConfiguration: { minimumHealthyPercent: 50, maximumPercent: 100 } }
    expect(stuckPercents(facts({ service: configured, settings: { desiredCount: 1 } }))).toHaveLength(1)
    expect(stuckPercents(facts({ service: configured, settings: { desiredCount: 2 } }))).toEqual([])
  })
})

describe('load balancers', () => {
  test.each([
    ['the port is there', { portMappings: [{ containerPort: 8080 }] }, 0],
    ['it is in a range', { portMappings: [{ containerPortRange: '8000-8100' }] }, 0],
    ['it is beside a range', { portMappings: [{ containerPortRange: '8000-8079' }] }, 1],
    ['another port', { portMappings: [{ containerPort: 3000 }] }, 1],
    ['no ports', { portMappings: [] }, 1],
  ])('%s', (_, container, count) => {
    expect(missingTargets(facts({ definition: definition(container) }))).toHaveLength(count)
  })

  test('each of several is looked at', () => {
    const loadBalancers = [8080, 9090, 9091].map((containerPort) => ({ containerName: 'web', containerPort }))
    expect(missingTargets(facts({ service: { ...service, loadBalancers } }))).toHaveLength(2)
  })

  test('a Classic Load Balancer of which nothing is said', () => {
    expect(missingTargets(facts({ service: { ...service, loadBalancers: [{ loadBalancerName: 'old' }] } }))).toEqual([])
  })

  test.each([
    ['service discovery', { serviceRegistries: [{ registryArn: 'arn' }] }],
    ['Service Connect', { deployments: [{ serviceConnectConfiguration: { enabled: true } }] }],
  ])('several tasks behind %s', (_, more) => {
    expect(severalWithoutBalancer(facts({ service: { ...service, loadBalancers: [], ...more } }))).toEqual([])
  })
})

test('a port is open only where tasks have public addresses', () => {
  const lookedUp = { openPorts: [{ group: 'sg-1' }] }
  expect(openPorts(facts({ lookedUp }))).toEqual([])
  const awsvpcConfiguration = { subnets: ['subnet-1'], assignPublicIp: 'ENABLED' as const }
  const settings = { networkConfiguration: { awsvpcConfiguration } }
  expect(openPorts(facts({ lookedUp, settings }))).toMatchObject([
    { message: expect.stringContaining('reach port 8080') },
  ])
})
