import type { Service } from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { differingSettings } from '../../src/deployment/decide.ts'
import type { ServiceSettings } from '../../src/inputs/deploy-inputs.ts'
import { service } from './samples.ts'

const id = (prefix: string) => fc.integer({ min: 0, max: 9 }).map((number) => `${prefix}-${number}`)
const ids = (prefix: string) => fc.uniqueArray(id(prefix), { minLength: 1, maxLength: 4 })

const anySettings: fc.Arbitrary<ServiceSettings> = fc.record(
  {
    desiredCount: fc.nat(5),
    forceNewDeployment: fc.boolean(),
    enableExecuteCommand: fc.boolean(),
    platformVersion: fc.constantFrom('LATEST', '1.4.0'),
    healthCheckGracePeriodSeconds: fc.nat(300),
    capacityProviderStrategy: fc.uniqueArray(
      fc.record(
        { capacityProvider: fc.constantFrom('FARGATE', 'FARGATE_SPOT', 'own'), weight: fc.nat(3), base: fc.nat(2) },
        { requiredKeys: ['capacityProvider'], noNullPrototype: true },
      ),
      { minLength: 1, selector: ({ capacityProvider }) => capacityProvider },
    ),
    networkConfiguration: fc.record({
      awsvpcConfiguration: fc.record(
        {
          subnets: ids('subnet'),
          securityGroups: ids('sg'),
          assignPublicIp: fc.constantFrom('ENABLED' as const, 'DISABLED' as const),
        },
        { requiredKeys: ['subnets'], noNullPrototype: true },
      ),
    }),
    deploymentCircuitBreaker: fc.record({ enable: fc.boolean(), rollback: fc.boolean() }),
    serviceManagedEbsVolume: fc.record({
      name: fc.constantFrom('data', 'cache'),
      volume: fc.record({ roleArn: fc.constant('arn:aws:iam::111122223333:role/ebs'), sizeInGiB: fc.nat(100) }),
    }),
    propagateTags: fc.constantFrom('SERVICE' as const, 'TASK_DEFINITION' as const, 'NONE' as const),
    enableEcsManagedTags: fc.boolean(),
  },
  { requiredKeys: [], noNullPrototype: true },
)

/** The service after an update with these settings: what ECS fills in is there, its lists come in another order. */
function updated(settings: ServiceSettings): Service {
  const { awsvpcConfiguration: network } = settings.networkConfiguration ?? {}
  const { capacityProviderStrategy: strategy, serviceManagedEbsVolume: ebs, deploymentCircuitBreaker } = settings
  return service({
    desiredCount: settings.desiredCount ?? 1,
    enableExecuteCommand: settings.enableExecuteCommand ?? false,
    enableECSManagedTags: settings.enableEcsManagedTags ?? false,
    propagateTags: settings.propagateTags ?? 'NONE',
    platformVersion: settings.platformVersion ?? 'LATEST',
    ...(settings.healthCheckGracePeriodSeconds && {
      healthCheckGracePeriodSeconds: settings.healthCheckGracePeriodSeconds,
    }),
    capacityProviderStrategy: (strategy ?? []).map((item) => ({ weight: 0, base: 0, ...item })).reverse(),
    ...(network && {
      networkConfiguration: {
        awsvpcConfiguration: {
          securityGroups: ['sg-default'],
          assignPublicIp: 'DISABLED',
          ...network,
          subnets: network.subnets?.toReversed(),
        },
      },
    }),
    deploymentConfiguration: {
      maximumPercent: 200,
      minimumHealthyPercent: 100,
      ...(deploymentCircuitBreaker && {
        deploymentCircuitBreaker: { ...deploymentCircuitBreaker, resetOnHealthyTask: true } as never,
      }),
    },
    deployments: [
      { status: 'ACTIVE', volumeConfigurations: [{ name: 'older' }] },
      {
        status: 'PRIMARY',
        ...(ebs && {
          volumeConfigurations: [
            { name: ebs.name, managedEBSVolume: { encrypted: true, filesystemType: 'xfs', ...ebs.volume } },
          ],
        }),
      },
    ],
  })
}

test('a service that was updated with the settings differs in none of them', () => {
  fc.assert(
    fc.property(anySettings, (settings) => {
      expect(differingSettings(settings, updated(settings))).toStrictEqual([])
    }),
  )
})

test('a setting that is changed after that is named, and no other', () => {
  const scalars = ['desiredCount', 'enableExecuteCommand', 'platformVersion', 'propagateTags', 'enableEcsManagedTags']
  fc.assert(
    fc.property(anySettings, anySettings, fc.constantFrom(...scalars), (before, after, name) => {
      const value = after[name as keyof ServiceSettings]
      fc.pre(value !== undefined && before[name as keyof ServiceSettings] !== undefined)
      fc.pre(value !== before[name as keyof ServiceSettings])
      expect(differingSettings({ ...before, [name]: value }, updated(before))).toStrictEqual([name])
    }),
  )
})

const subnets = (...names: string[]): ServiceSettings => ({
  networkConfiguration: { awsvpcConfiguration: { subnets: names } },
})
const breaker = (enable: boolean, rollback: boolean): ServiceSettings => ({
  deploymentCircuitBreaker: { enable, rollback },
})
const providers = (...items: NonNullable<ServiceSettings['capacityProviderStrategy']>): ServiceSettings => ({
  capacityProviderStrategy: items,
})

describe('it differs', () => {
  test.each<[string, ServiceSettings, ServiceSettings]>([
    ['with one subnet more', subnets('a', 'b'), subnets('a')],
    ['with one subnet less', subnets('a'), subnets('a', 'b')],
    ['with another subnet', subnets('a', 'b'), subnets('a', 'c')],
    ['with a subnet named twice instead of another', subnets('a', 'a'), subnets('a', 'b')],
    ['without a network', subnets('a'), {}],
    ['with a breaker that does not roll back', breaker(true, true), breaker(true, false)],
    ['without a breaker', breaker(true, true), {}],
    ['with another weight', providers({ capacityProvider: 'own', weight: 2 }), providers({ capacityProvider: 'own' })],
    ['with a launch type instead of providers', providers({ capacityProvider: 'own' }), {}],
    [
      'without the volume',
      { serviceManagedEbsVolume: { name: 'data', volume: { roleArn: 'r', sizeInGiB: 1 } } },
      { serviceManagedEbsVolume: { name: 'cache', volume: { roleArn: 'r', sizeInGiB: 1 } } },
    ],
    ['with a grace period', { healthCheckGracePeriodSeconds: 0 }, { healthCheckGracePeriodSeconds: 60 }],
  ])('%s', (_name, wanted, had) => {
    expect(differingSettings(wanted, updated(had))).toStrictEqual(Object.keys(wanted))
  })
})

test('what ECS leaves out is what it is by default', () => {
  const bare = service({ desiredCount: 1 })
  const defaults: ServiceSettings = {
    enableExecuteCommand: false,
    healthCheckGracePeriodSeconds: 0,
    propagateTags: 'NONE',
    enableEcsManagedTags: false,
  }
  expect(differingSettings(defaults, bare)).toStrictEqual([])
})
