import { describe, expect, test } from '@jest/globals'
import { monthlyCost, type Paid } from '../../src/plan/cost.ts'
import { fargatePrices } from '../../src/plan/fargate-prices.ts'
import { definition, service } from '../preflight/support.ts'

const paid: Paid = { definition: definition(), service, settings: {}, region: 'us-east-1' }

describe('an estimate', () => {
  test.each<[string, Partial<Paid>, number]>([
    // 0.25 × 0.04048 + 0.5 × 0.004445 = 0.0123425 an hour and task.
    ['Linux on x86, two tasks', {}, 18.02],
    ['the count that the run sets', { settings: { desiredCount: 1 } }, 9.01],
    ['no task', { settings: { desiredCount: 0 } }, 0],
    ['ARM', { definition: definition({}, { runtimePlatform: { cpuArchitecture: 'ARM64' } }) }, 14.42],
    [
      'Windows, with its licence',
      {
        definition: definition(
          {},
          { cpu: '1 vCPU', memory: '2 GB', runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } },
        ),
      },
      150.05,
    ],
    ['storage above 20 GB', { definition: definition({}, { ephemeralStorage: { sizeInGiB: 120 } }) }, 34.23],
    ['a dearer Region', { region: 'sa-east-1' }, 30.95],
    [
      'Fargate by strategy',
      { settings: { capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1 }] } },
      18.02,
    ],
    [
      'a provider that gets no tasks',
      {
        settings: {
          capacityProviderStrategy: [
            { capacityProvider: 'FARGATE', weight: 1 },
            { capacityProvider: 'FARGATE_SPOT', weight: 0 },
          ],
        },
      },
      18.02,
    ],
  ])('%s', (_, more, dollars) => {
    const cost = monthlyCost({ ...paid, ...more })
    expect(cost).toMatchObject({ kind: 'estimate', dollars })
  })
})

describe('no number', () => {
  const strategy = (...names: string[]) => ({
    capacityProviderStrategy: names.map((capacityProvider) => ({ capacityProvider, weight: 1 })),
  })
  const { launchType: _, ...nowhere } = service

  test.each<[string, Partial<Paid>, string, RegExp]>([
    ['a Region that is not in the table', { region: 'af-south-1' }, 'unknown', /does not have af-south-1/],
    [
      'a platform that is not in the table',
      { region: 'ap-northeast-1', definition: definition({}, { runtimePlatform: { cpuArchitecture: 'ARM64' } }) },
      'unknown',
      /linux\/arm64 in ap-northeast-1/,
    ],
    [
      'storage that is not in the table',
      { region: 'eu-west-1', definition: definition({}, { ephemeralStorage: { sizeInGiB: 50 } }) },
      'unknown',
      /ephemeral storage in eu-west-1/,
    ],
    ['Spot', { settings: strategy('FARGATE_SPOT') }, 'varies', /Spot/],
    ['Spot beside on demand', { settings: strategy('FARGATE', 'FARGATE_SPOT') }, 'varies', /Spot/],
    ['instances', { service: { ...service, launchType: 'EC2' } }, 'unknown', /launch type EC2/],
    ['a capacity provider of instances', { settings: strategy('own') }, 'unknown', /instances \(own\)/],
    ['nobody knows where', { service: nowhere }, 'unknown', /not known/],
    ['no size', { definition: { memory: '512' } }, 'unknown', /no cpu and memory/],
  ])('%s', (_, more, kind, why) => {
    expect(monthlyCost({ ...paid, ...more })).toEqual({ kind, why: expect.stringMatching(why) })
  })
})

test('the table says where its prices are from, and of when', () => {
  expect(fargatePrices.source).toMatch(/^https:\/\/aws\.amazon\.com\//)
  expect(fargatePrices.asOf).toMatch(/^\d{4}-\d\d-\d\d$/)
})

test('in every Region ARM is cheaper than x86, and a vCPU dearer than a GB', () => {
  for (const [region, prices] of Object.entries(fargatePrices.regions)) {
    const { 'linux/amd64': x86, 'linux/arm64': arm } = prices
    expect([region, x86.vcpu > 5 * x86.gb && x86.vcpu < 15 * x86.gb]).toEqual([region, true])
    if (arm === undefined) continue
    // Four fifths, as everywhere; a mistyped digit is further off.
    for (const name of ['vcpu', 'gb'] as const) expect(arm[name] / x86[name]).toBeCloseTo(0.8, 1)
  }
})

describe('the table of prices is plausible', () => {
  const rows = Object.entries(fargatePrices.regions)

  test.each(rows)('%s', (_, { 'linux/amd64': x86, 'linux/arm64': arm, 'windows/amd64': windows }) => {
    // A vCPU costs what some nine GB cost, everywhere.
    expect(x86.vcpu / x86.gb).toBeGreaterThan(9)
    expect(x86.vcpu / x86.gb).toBeLessThan(9.2)
    // Nowhere cheaper than in Virginia, nowhere twice as dear.
    expect(x86.vcpu).toBeGreaterThanOrEqual(0.04048)
    expect(x86.vcpu).toBeLessThan(2 * 0.04048)
    // ARM is a fifth cheaper, Windows 15 percent dearer, before its licence.
    if (arm !== undefined) {
      expect(arm.vcpu / x86.vcpu).toBeCloseTo(0.8, 2)
      expect(arm.gb / x86.gb).toBeCloseTo(0.8, 2)
    }
    if (windows !== undefined) {
      expect(windows.vcpu / x86.vcpu).toBeCloseTo(1.15, 2)
      expect(windows.gb / x86.gb).toBeCloseTo(1.15, 2)
    }
  })
})
