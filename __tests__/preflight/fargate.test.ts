import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { isFargateSize, unitsOf, wrongFargateSettings, wrongFargateSizes } from '../../src/preflight/checks/fargate.ts'
import { definition, facts } from './support.ts'

/** As the page of the Developer Guide lists them, in GB. */
const documented: readonly (readonly [cpu: number, gigabytes: readonly number[]])[] = [
  [256, [0.5, 1, 2]],
  [512, [1, 2, 3, 4]],
  [1024, [2, 3, 4, 5, 6, 7, 8]],
  [2048, [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]],
  [4096, Array.from({ length: 23 }, (_, index) => 8 + index)],
  [8192, Array.from({ length: 12 }, (_, index) => 16 + 4 * index)],
  [16_384, Array.from({ length: 12 }, (_, index) => 32 + 8 * index)],
]

describe('sizes', () => {
  test('every pair is one if, and only if, it is documented', () => {
    const pairs = new Set(documented.flatMap(([cpu, sizes]) => sizes.map((size) => `${cpu} ${size * 1024}`)))
    for (const [cpu] of documented) {
      for (let memory = 0; memory <= 131_072; memory += 256) {
        expect([cpu, memory, isFargateSize(cpu, memory)]).toEqual([cpu, memory, pairs.has(`${cpu} ${memory}`)])
      }
    }
  })

  test('no other cpu is one, but of the newest nothing is said', () => {
    const cpu = fc.integer({ min: 1, max: 40_000 }).filter((one) => !documented.some(([known]) => known === one))
    fc.assert(
      fc.property(cpu, fc.integer({ min: 1 }), (one, memory) => one === 32_768 || isFargateSize(one, memory) === false),
    )
    expect(isFargateSize(32_768, 61_440)).toBeUndefined()
  })

  test.each([
    ['256', 256],
    ['.25 vCPU', 256],
    ['1 vcpu', 1024],
    ['0.5GB', 512],
    [' 2 GB ', 2048],
    ['2 GiB', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%s is %s units', (text, units) => {
    expect(unitsOf(text)).toBe(units)
  })

  test.each([
    ['no pair', { cpu: '1 vCPU', memory: '1GB' }, [/1024 CPU units and 1024 MiB.*2048 to 8192 in steps of 1024/]],
    ['no cpu of Fargate', { cpu: '300' }, [/no tasks with 300 CPU units.*256, 512/]],
    ['no cpu at all', { cpu: undefined }, [/has no cpu/]],
    ['neither', { cpu: undefined, memory: undefined }, [/has no cpu/, /has no memory/]],
    ['too small a disk', { ephemeralStorage: { sizeInGiB: 20 } }, [/sizeInGiB is 20/]],
    ['a size that only ECS can read', { cpu: 'a lot' }, []],
  ])('%s', (_, rest, messages) => {
    const found = wrongFargateSizes(facts({ definition: definition({}, rest as never) }))
    expect(found.map(({ message }) => message)).toEqual(messages.map((one) => expect.stringMatching(one)))
  })

  test('on instances any size goes', () => {
    const rest = { memory: '513', requiresCompatibilities: ['EC2' as const] }
    const service = { launchType: 'EC2' as const }
    expect(wrongFargateSizes(facts({ definition: definition({}, rest), service }))).toEqual([])
  })
})

describe('settings', () => {
  test.each([
    [
      'a role for ECR and logs',
      definition({}, { executionRoleArn: undefined }),
      /to pull from ECR and to write to CloudWatch Logs/,
    ],
    [
      'a log driver',
      definition({ logConfiguration: { logDriver: 'json-file' } }),
      /driver json-file, which Fargate does not have/,
    ],
    ['a network mode', definition({}, { networkMode: undefined }), /networkMode is not set/],
  ])('%s', (_, wanted, message) => {
    const found = wrongFargateSettings(facts({ definition: wanted }))
    expect(found.map((one) => one.message)).toEqual([expect.stringMatching(message)])
  })

  test('public images without logs need no role', () => {
    const container = { image: 'nginx:1.29', logConfiguration: undefined }
    const wanted = definition(container, { executionRoleArn: undefined })
    expect(wrongFargateSettings(facts({ definition: wanted }))).toEqual([])
  })
})
