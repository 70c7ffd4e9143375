import { describe, expect, test } from '@jest/globals'
import { countOf, definitionDifference } from '../../src/plan/difference.ts'
import type { ContainerDefinition } from '../../src/task-definition/task-definition.ts'
import { definition } from '../preflight/support.ts'

const nothing = { containers: [], task: [] }
const noNames = { added: [], removed: [], changed: [] }

/** What is different where only the one container is. */
function inContainer(before: Partial<ContainerDefinition>, after: Partial<ContainerDefinition>) {
  const difference = definitionDifference(definition(before), definition(after))
  expect(difference.task).toEqual([])
  expect(difference.containers).toHaveLength(1)
  return difference.containers[0]
}

test('what ECS fills in is no difference', () => {
  const sent = definition({ portMappings: [{ containerPort: 8080 }] })
  const described = {
    ...definition({
      cpu: 0,
      essential: true,
      portMappings: [{ containerPort: 8080, hostPort: 8080, protocol: 'tcp' }],
    }),
    volumes: [],
    placementConstraints: [],
    cpu: '.25 vCPU',
    memory: '0.5 GB',
  }
  expect(definitionDifference(described, sent)).toEqual(nothing)
})

test('another order of variables, secrets and containers is no difference', () => {
  const one = { name: 'A', value: '1' }
  const other = { name: 'B', value: '2' }
  const before = definition({ environment: [one, other] })
  const after = definition({ environment: [other, one] })
  const sidecar = { name: 'proxy', image: 'envoy:1' }
  const [container] = before.containerDefinitions ?? []
  const [same] = after.containerDefinitions ?? []
  expect(
    definitionDifference(
      { ...before, containerDefinitions: [container as ContainerDefinition, sidecar] },
      { ...after, containerDefinitions: [sidecar, same as ContainerDefinition] },
    ),
  ).toEqual(nothing)
})

test('an image, whole', () => {
  const long = `111122223333.dkr.ecr.eu-west-1.amazonaws.com/${'team/'.repeat(10)}web`
  const digest = `sha256:${'a'.repeat(64)}`
  expect(inContainer({ image: `${long}:v1` }, { image: `${long}@${digest}` })).toEqual({
    name: 'web',
    kind: 'changed',
    image: { before: `${long}:v1`, after: `${long}@${digest}` },
    environment: noNames,
    secrets: [],
    members: [],
  })
})

test('variables by name only', () => {
  const before = [
    { name: 'STAYS', value: 'same' },
    { name: 'GOES', value: 'hunter1' },
    { name: 'TURNS', value: 'hunter2' },
  ]
  const after = [
    { name: 'STAYS', value: 'same' },
    { name: 'TURNS', value: 'hunter3' },
    { name: 'COMES', value: 'hunter4' },
  ]
  const difference = inContainer({ environment: before }, { environment: after })
  expect(difference).toMatchObject({
    environment: { added: ['COMES'], removed: ['GOES'], changed: ['TURNS'] },
    secrets: [],
    members: [],
  })
  expect(JSON.stringify(difference)).not.toContain('hunter')
})

test('secrets by reference', () => {
  const old = 'arn:aws:ssm:eu-west-1:111122223333:parameter/old'
  const now = 'arn:aws:ssm:eu-west-1:111122223333:parameter/new'
  const difference = inContainer(
    { secrets: [{ name: 'DB', valueFrom: old }] },
    {
      secrets: [
        { name: 'DB', valueFrom: now },
        { name: 'KEY', valueFrom: now },
      ],
    },
  )
  expect(difference?.secrets).toEqual([
    { path: 'DB', kind: 'changed', before: old, after: now },
    { path: 'KEY', kind: 'added', after: now },
  ])
})

test('a variable that becomes a secret: in both lists, without its value', () => {
  const difference = inContainer(
    { environment: [{ name: 'DB', value: 'hunter2' }] },
    { secrets: [{ name: 'DB', valueFrom: '/db' }] },
  )
  expect(difference?.environment.removed).toEqual(['DB'])
  expect(difference?.secrets).toEqual([{ path: 'DB', kind: 'added', after: '/db' }])
  expect(JSON.stringify(difference)).not.toContain('hunter2')
})

test('a command changed, and not to what', () => {
  const difference = inContainer({ command: ['a', '--token=hunter1'] }, { command: ['a', '--token=hunter2'] })
  expect(difference?.members).toEqual([{ path: 'command', kind: 'changed' }])
})

test('ports, health check, logging', () => {
  const difference = inContainer(
    { portMappings: [{ containerPort: 80 }], healthCheck: { command: ['CMD', 'true'], interval: 30 } },
    {
      portMappings: [{ containerPort: 81 }],
      healthCheck: { command: ['CMD', 'true'], interval: 10 },
      logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/ecs/other' } },
    },
  )
  expect(difference?.members.map(({ path, kind }) => [path, kind])).toEqual([
    // 30 is what ECS fills in: it is as if it were not set.
    ['healthCheck.interval', 'changed'],
    ['logConfiguration.options awslogs-group', 'changed'],
    ['port 80/tcp', 'removed'],
    ['port 81/tcp', 'added'],
  ])
})

describe('containers', () => {
  const sidecar: ContainerDefinition = {
    name: 'proxy',
    image: 'envoy:1',
    environment: [{ name: 'SECRET', value: 'hunter2' }],
    secrets: [{ name: 'CERT', valueFrom: '/cert' }],
  }
  const alone = definition()
  const both = { ...alone, containerDefinitions: [...(alone.containerDefinitions ?? []), sidecar] }

  test('added: with all that comes with it', () => {
    expect(definitionDifference(alone, both)).toEqual({
      containers: [
        {
          name: 'proxy',
          kind: 'added',
          image: { after: 'envoy:1' },
          environment: { ...noNames, added: ['SECRET'] },
          secrets: [{ path: 'CERT', kind: 'added', after: '/cert' }],
          members: [],
        },
      ],
      task: [],
    })
  })

  test('removed', () => {
    expect(definitionDifference(both, alone).containers).toMatchObject([
      { name: 'proxy', kind: 'removed', image: { before: 'envoy:1' }, environment: { removed: ['SECRET'] } },
    ])
  })

  test('renamed: one goes, one comes', () => {
    const renamed = definition({ name: 'app' })
    expect(definitionDifference(alone, renamed).containers.map(({ name, kind }) => [name, kind])).toEqual([
      ['app', 'added'],
      ['web', 'removed'],
    ])
  })
})

test('members of the whole definition', () => {
  const after = definition(
    {},
    { memory: '1 GB', taskRoleArn: 'arn:aws:iam::111122223333:role/task', volumes: [{ name: 'data' }] },
  )
  expect(definitionDifference(definition(), after)).toEqual({
    containers: [],
    task: [
      { path: 'memory', kind: 'changed', before: '512', after: '1024' },
      { path: 'taskRoleArn', kind: 'added', after: 'arn:aws:iam::111122223333:role/task' },
      { path: 'volume data', kind: 'added' },
    ],
  })
})

test('counts every thing once, and a new container as one', () => {
  const before = definition({ environment: [{ name: 'A', value: '1' }] })
  const [container] =
    definition({ image: 'web:2', environment: [{ name: 'A', value: '2' }] }).containerDefinitions ?? []
  const proxy = { name: 'proxy', image: 'envoy:1', environment: [{ name: 'B', value: '1' }] }
  const after = { ...before, memory: '1024', containerDefinitions: [container as ContainerDefinition, proxy] }
  expect(countOf(definitionDifference(before, after))).toBe(4)
})
