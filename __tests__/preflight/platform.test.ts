import { expect, test } from '@jest/globals'
import { platformOf, unfitImages } from '../../src/preflight/platform.ts'

const fargate = { launchType: 'FARGATE' } as const
const image = (...platforms: string[]) => [
  { image: 'repo/web@sha256:1', written: 'repo/web:1', input: 'image', platforms },
]

test.each([
  [undefined, 'linux/amd64'],
  [{ cpuArchitecture: 'X86_64' }, 'linux/amd64'],
  [{ cpuArchitecture: 'ARM64' }, 'linux/arm64'],
  [{ operatingSystemFamily: 'LINUX' }, 'linux/amd64'],
  [{ operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE', cpuArchitecture: 'X86_64' }, 'windows/amd64'],
] as const)('%o is %s', (runtimePlatform, expected) => {
  expect(platformOf(runtimePlatform === undefined ? {} : { runtimePlatform })).toBe(expected)
})

test.each([
  ['the platform is there', image('linux/arm64', 'linux/amd64'), {}, fargate, 0],
  ['with a variant', image('linux/arm64/v8'), { runtimePlatform: { cpuArchitecture: 'ARM64' } }, fargate, 0],
  ['it is not', image('linux/arm64'), {}, fargate, 1],
  [
    'another variant of another architecture',
    image('linux/arm/v7'),
    { runtimePlatform: { cpuArchitecture: 'ARM64' } },
    fargate,
    1,
  ],
  [
    'on Fargate Spot',
    image('linux/arm64'),
    {},
    { capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT' }] },
    1,
  ],
  ['on instances of an unknown kind', image('linux/arm64'), {}, { launchType: 'EC2' }, 0],
  [
    'on instances, and the definition names its platform',
    image('linux/arm64'),
    { runtimePlatform: { cpuArchitecture: 'X86_64' } },
    { launchType: 'EC2' },
    1,
  ],
  ['the registry did not tell', [{ image: 'repo/web:1', written: 'repo/web:1', input: 'image' }], {}, fargate, 0],
] as const)('%s', (_, images, definition, service, problems) => {
  const found = unfitImages({ images, definition: definition as never, service: service as never, settings: {} })
  expect(found).toHaveLength(problems)
  for (const { message, input } of found) {
    expect(input).toBe('image')
    expect(message).toContain('docker buildx build --platform linux/')
  }
})
