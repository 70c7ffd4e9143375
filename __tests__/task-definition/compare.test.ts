import { describe, expect, test } from '@jest/globals'
import { differences, equalDefinitions } from '../../src/task-definition/compare.ts'
import type { ContainerDefinition, TaskDefinition } from '../../src/task-definition/task-definition.ts'

function task(members: Partial<TaskDefinition>, container: ContainerDefinition = {}): TaskDefinition {
  return { family: 'f', containerDefinitions: [{ name: 'app', image: 'a:1', ...container }], ...members }
}

describe('equal', () => {
  test.each<[string, TaskDefinition, TaskDefinition]>([
    ['sizes with units', task({ cpu: '.5 vCPU', memory: '2gb' }), task({ cpu: '512', memory: '2048' })],
    ['essential', task({}), task({}, { essential: true })],
    ['empty lists and nothing', task({}), task({ volumes: [] }, { environment: [], dockerLabels: {}, links: [] })],
    ['container cpu 0', task({}), task({}, { cpu: 0 })],
    [
      'health check defaults',
      task({}, { healthCheck: { command: ['x'] } }),
      task({}, { healthCheck: { command: ['x'], interval: 30, timeout: 5, retries: 3, startPeriod: 0 } }),
    ],
    [
      'host port 0',
      task({}, { portMappings: [{ containerPort: 80 }] }),
      task({}, { portMappings: [{ containerPort: 80, hostPort: 0, protocol: 'tcp' }] }),
    ],
    [
      'own host port under awsvpc',
      task({ networkMode: 'awsvpc' }, { portMappings: [{ containerPort: 80 }] }),
      task({ networkMode: 'awsvpc' }, { portMappings: [{ containerPort: 80, hostPort: 80 }] }),
    ],
    [
      'bridge on instances',
      task({ requiresCompatibilities: ['EC2'] }),
      task({ requiresCompatibilities: ['EC2'], networkMode: 'bridge' }),
    ],
    [
      'platform on Fargate',
      task({ requiresCompatibilities: ['FARGATE'] }),
      task({
        requiresCompatibilities: ['FARGATE'],
        runtimePlatform: { cpuArchitecture: 'X86_64', operatingSystemFamily: 'LINUX' },
      }),
    ],
    ['version consistency', task({}), task({}, { versionConsistency: 'enabled' })],
    [
      'restart policy',
      task({}, { restartPolicy: { enabled: true } }),
      task({}, { restartPolicy: { enabled: true, restartAttemptPeriod: 300 } }),
    ],
    ['volume without host', task({ volumes: [{ name: 'v' }] }), task({ volumes: [{ name: 'v', host: {} }] })],
    ['tags', task({}), { ...task({}), tags: [{ key: 'a', value: 'b' }] } as TaskDefinition],
    ['read-only members', task({}), { ...task({}), revision: 7, status: 'ACTIVE' } as TaskDefinition],
    ['null', task({}), task({}, { user: null } as unknown as ContainerDefinition)],
  ])('%s', (_what, one, other) => {
    expect(differences(one, other)).toStrictEqual([])
    expect(equalDefinitions(one, other)).toBe(true)
  })
})

describe('different', () => {
  test.each<[string, TaskDefinition, TaskDefinition, unknown]>([
    [
      'image',
      task({}),
      task({}, { image: 'a:2' }),
      { path: 'app: image', kind: 'changed', before: 'a:1', after: 'a:2' },
    ],
    [
      'size',
      task({ cpu: '256' }),
      task({ cpu: '1 vCPU' }),
      { path: 'cpu', kind: 'changed', before: '256', after: '1024' },
    ],
    [
      'not essential',
      task({}),
      task({}, { essential: false }),
      { path: 'app: essential', kind: 'changed', before: 'true (default)', after: 'false' },
    ],
    [
      'other host port on bridge',
      task({}, { portMappings: [{ containerPort: 80 }] }),
      task({}, { portMappings: [{ containerPort: 80, hostPort: 80 }] }),
      {
        path: 'app: port 80/tcp',
        kind: 'changed',
        before: '{"containerPort":80}',
        after: '{"containerPort":80,"hostPort":80}',
      },
    ],
    [
      'variable',
      task({}),
      task({}, { environment: [{ name: 'PORT', value: '1' }] }),
      { path: 'app: environment PORT', kind: 'added' },
    ],
    [
      'empty variable',
      task({}, { environment: [{ name: 'PORT' }] }),
      task({}, { environment: [{ name: 'PORT', value: '' }] }),
      { path: 'app: environment PORT', kind: 'changed' },
    ],
    [
      'secret',
      task({}, { secrets: [{ name: 'DB', valueFrom: 'arn:1' }] }),
      task({}, { secrets: [{ name: 'DB', valueFrom: 'arn:2' }] }),
      { path: 'app: secret DB', kind: 'changed', before: 'arn:1', after: 'arn:2' },
    ],
    [
      'command',
      task({}, { command: ['a', 'b'] }),
      task({}, { command: ['b', 'a'] }),
      { path: 'app: command', kind: 'changed' },
    ],
    [
      'log group',
      task({}, { logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/a' } } }),
      task({}, { logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/b' } } }),
      { path: 'app: logConfiguration.options awslogs-group', kind: 'changed', before: '/a', after: '/b' },
    ],
    ['label', task({}, { dockerLabels: { a: 'b' } }), task({}), { path: 'app: dockerLabels a', kind: 'removed' }],
    [
      'volume',
      task({ volumes: [{ name: 'v' }] }),
      task({ volumes: [{ name: 'v', host: { sourcePath: '/x' } }] }),
      { path: 'volume v: host.sourcePath', kind: 'added', after: '/x' },
    ],
    [
      'a container',
      task({}),
      task({
        containerDefinitions: [
          { name: 'app', image: 'a:1' },
          { name: 'side', image: 's:1' },
        ],
      }),
      { path: 'container side', kind: 'added', after: 's:1' },
    ],
    [
      'health check',
      task({}),
      task({}, { healthCheck: { command: ['CMD', 'x'] } }),
      { path: 'app: healthCheck.command', kind: 'added' },
    ],
    [
      'fault injection',
      task({}),
      task({ enableFaultInjection: true }),
      { path: 'enableFaultInjection', kind: 'added', after: 'true' },
    ],
    [
      'awsvpc on Fargate is never filled in',
      task({ requiresCompatibilities: ['FARGATE'] }),
      task({ requiresCompatibilities: ['FARGATE'], networkMode: 'awsvpc' }),
      { path: 'networkMode', kind: 'added', after: 'awsvpc' },
    ],
  ])('%s', (_what, before, after, difference) => {
    expect(differences(before, after)).toStrictEqual([difference])
    expect(equalDefinitions(before, after)).toBe(false)
  })

  test('long values are cut', () => {
    const [found] = differences(task({}), task({}, { image: 'x'.repeat(500) }))
    expect(found?.after).toHaveLength(120)
  })
})

describe('what ECS fills in is shown where the other side says something else', () => {
  const check = (members: object) => ({ healthCheck: { command: ['CMD', 'x'], ...members } })
  const fargate = (members: Partial<TaskDefinition>) => task({ requiresCompatibilities: ['FARGATE'], ...members })

  test.each<[string, TaskDefinition, TaskDefinition, object]>([
    [
      'an interval',
      task({}, check({})),
      task({}, check({ interval: 10 })),
      side('app: healthCheck.interval', '30', '10'),
    ],
    [
      'the default itself',
      task({}, check({ retries: 3 })),
      task({}, check({ retries: 5 })),
      side('app: healthCheck.retries', '3', '5'),
    ],
    [
      'a flag',
      task({}),
      task({}, { readonlyRootFilesystem: true }),
      side('app: readonlyRootFilesystem', 'false', 'true'),
    ],
    ['essential', task({}), task({}, { essential: false }), side('app: essential', 'true', 'false')],
    [
      'a processor on Fargate',
      fargate({}),
      fargate({ runtimePlatform: { cpuArchitecture: 'ARM64' } }),
      side('runtimePlatform.cpuArchitecture', 'X86_64', 'ARM64'),
    ],
  ])('%s', (_, before, after, expected) => {
    expect(differences(before, after)).toEqual([expected])
    const { before: old, after: now, ...rest } = expected as { before: string; after: string }
    expect(differences(after, before)).toEqual([{ ...rest, before: now, after: old }])
  })

  test('not where there was nothing that could have it', () => {
    const found = differences(task({}), task({}, check({ interval: 10 })))
    expect(found).toContainEqual({ path: 'app: healthCheck.interval', kind: 'added', after: '10' })
    const ec2 = differences(task({}), task({ runtimePlatform: { cpuArchitecture: 'ARM64' } }))
    expect(ec2).toEqual([{ path: 'runtimePlatform.cpuArchitecture', kind: 'added', after: 'ARM64' }])
  })
})

function side(path: string, standard: string, after: string) {
  return { path, kind: 'changed', before: `${standard} (default)`, after }
}
