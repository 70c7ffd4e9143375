import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { NamedValues, Overrides } from '../../src/inputs/deploy-inputs.ts'
import { renderTaskDefinition, stripForRegistration } from '../../src/task-definition/render.ts'
import type { ContainerDefinition, TaskDefinition } from '../../src/task-definition/task-definition.ts'
import { anyDefinition, anyText } from './arbitrary.ts'

const base: TaskDefinition = {
  family: 'shop',
  cpu: '256',
  containerDefinitions: [
    {
      name: 'app',
      image: 'shop:1',
      environment: [
        { name: 'A', value: '1' },
        { name: 'B', value: '2' },
      ],
      secrets: [{ name: 'S', valueFrom: 'arn:s' }],
      dockerLabels: { keep: 'k', change: 'old' },
      logConfiguration: {
        logDriver: 'awslogs',
        options: { 'awslogs-group': '/shop', 'awslogs-region': 'eu-west-1' },
        secretOptions: [{ name: 'token', valueFrom: 'arn:t' }],
      },
    },
    { name: 'side', image: 'side:1', essential: false },
  ],
}

function rendered(overrides: Overrides, definition = base): { app: ContainerDefinition; notes: string[] } {
  const result = renderTaskDefinition(definition, { images: [], overrides })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return { app: result.value.definition.containerDefinitions?.[0] ?? {}, notes: result.value.notes }
}

function refused(
  overrides: Overrides,
  images: { container: string; image: string }[] = [],
  container?: string,
): string[] {
  const result = renderTaskDefinition(base, { images, overrides, ...(container !== undefined && { container }) })
  return result.ok ? [] : result.problems.map(({ message }) => message)
}

function merge(...values: [name: string, value: string][]): NamedValues {
  return { strategy: 'merge', values: values.map(([name, value]) => ({ name, value })) }
}

function replace(...values: [name: string, value: string][]): NamedValues {
  return { ...merge(...values), strategy: 'replace' }
}

describe('environment and secrets', () => {
  test('are merged by name, in place', () => {
    const { app, notes } = rendered({ environment: merge(['C', '3'], ['A', '']), secrets: merge(['T', 'arn:u']) })
    expect(app.environment).toStrictEqual([
      { name: 'A', value: '' },
      { name: 'B', value: '2' },
      { name: 'C', value: '3' },
    ])
    expect(app.secrets).toStrictEqual([
      { name: 'S', valueFrom: 'arn:s' },
      { name: 'T', valueFrom: 'arn:u' },
    ])
    expect(notes).toStrictEqual([])
  })

  test('are replaced, also by nothing', () => {
    expect(rendered({ environment: replace(['C', '3']) }).app.environment).toStrictEqual([{ name: 'C', value: '3' }])
    expect(rendered({ secrets: replace() }).app.secrets).toStrictEqual([])
  })

  test('push each other out, and the note says so by name', () => {
    const secret = rendered({ secrets: merge(['A', 'arn:a']) })
    expect(secret.app.environment).toStrictEqual([{ name: 'B', value: '2' }])
    expect(secret.notes).toStrictEqual([
      'Container "app": A is now a secret; it was removed from the environment variables.',
    ])
    const plain = rendered({ environment: merge(['S', 'plain-value']) })
    expect(plain.app.secrets).toStrictEqual([])
    expect(plain.notes).toStrictEqual([
      'Container "app": S is now an environment variable; it was removed from the secrets.',
    ])
  })

  test('a name cannot be set as both', () => {
    expect(refused({ environment: merge(['X', '1']), secrets: merge(['X', 'arn']) })).toStrictEqual([
      'X is in "secrets" and in "environment-variables". Keep it in one of them.',
    ])
  })
})

test('labels, environment files, command, sizes and roles', () => {
  const overrides: Overrides = {
    dockerLabels: merge(['change', 'new'], ['__proto__', 'own']),
    envFiles: ['arn:aws:s3:::b/a.env'],
    command: ['', 'sh', '-c', 'a b'],
    cpu: '1 vCPU',
    memory: '2 GB',
    taskRoleArn: 'arn:task',
    executionRoleArn: 'arn:execution',
  }
  const result = renderTaskDefinition(base, { images: [{ container: 'side', image: 'side:2' }], overrides })
  const [app, side] = base.containerDefinitions ?? []
  expect(result.ok && result.value.definition).toStrictEqual({
    ...base,
    cpu: '1 vCPU',
    memory: '2 GB',
    taskRoleArn: 'arn:task',
    executionRoleArn: 'arn:execution',
    containerDefinitions: [
      {
        ...app,
        dockerLabels: { keep: 'k', change: 'new', ['__proto__']: 'own' },
        environmentFiles: [{ type: 's3', value: 'arn:aws:s3:::b/a.env' }],
        command: ['', 'sh', '-c', 'a b'],
      },
      { ...side, image: 'side:2' },
    ],
  })
})

describe('log configuration', () => {
  test('options of the same driver are merged or replaced', () => {
    const logOptions = merge(['awslogs-group', '/new'])
    expect(rendered({ logOptions }).app.logConfiguration).toStrictEqual({
      logDriver: 'awslogs',
      options: { 'awslogs-group': '/new', 'awslogs-region': 'eu-west-1' },
      secretOptions: [{ name: 'token', valueFrom: 'arn:t' }],
    })
    const replaced = rendered({ logOptions: { ...logOptions, strategy: 'replace' }, logDriver: 'awslogs' })
    expect(replaced.app.logConfiguration?.options).toStrictEqual({ 'awslogs-group': '/new' })
  })

  test('another driver keeps nothing of the old options, and says so', () => {
    const { app, notes } = rendered({ logDriver: 'splunk' })
    expect(app.logConfiguration).toStrictEqual({
      logDriver: 'splunk',
      secretOptions: [{ name: 'token', valueFrom: 'arn:t' }],
    })
    expect(notes).toHaveLength(1)
    expect(notes[0]).toContain('awslogs-group, awslogs-region')
    expect(notes[0]).not.toContain('/shop')
  })

  test('options need a driver', () => {
    const bare = { ...base, containerDefinitions: [{ name: 'app', image: 'a' }] }
    const result = renderTaskDefinition(bare, { images: [], overrides: { logOptions: merge(['a', 'b']) } })
    expect(result.ok ? [] : result.problems.map(({ input }) => input)).toStrictEqual(['log-configuration-options'])
  })
})

test('all problems at once', () => {
  const images = [
    { container: 'ap', image: 'x' },
    { container: 'side', image: ' ' },
  ]
  expect(refused({ command: ['x'] }, images, 'sid')).toStrictEqual([
    expect.stringContaining('There is no container "ap".'),
    expect.stringContaining('There is no container "sid".'),
    expect.stringContaining('Container "side" has no image.'),
  ])
})

test('the target is the container that was named', () => {
  const result = renderTaskDefinition(base, { images: [], container: 'side', overrides: { command: ['x'] } })
  const containers = result.ok ? result.value.definition.containerDefinitions : []
  expect(containers?.map(({ command }) => command)).toStrictEqual([undefined, ['x']])
})

test('a described definition loses the nine members that only answers have, and nothing else', () => {
  const readOnly = {
    taskDefinitionArn: 'arn',
    revision: 3,
    status: 'ACTIVE' as const,
    requiresAttributes: [],
    compatibilities: [],
    registeredAt: new Date(),
    registeredBy: 'arn',
    deregisteredAt: new Date(),
    deleteRequestedAt: new Date(),
  }
  expect(stripForRegistration({ ...base, ...readOnly, enableFaultInjection: true })).toStrictEqual({
    ...base,
    enableFaultInjection: true,
  })
})

const anyValues = fc.record({
  strategy: fc.constantFrom('merge' as const, 'replace' as const),
  values: fc.array(fc.record({ name: fc.string({ maxLength: 3 }), value: anyText }), { maxLength: 3 }),
})

const anyOverrides: fc.Arbitrary<Overrides> = fc.record(
  {
    environment: anyValues,
    secrets: anyValues,
    dockerLabels: anyValues,
    envFiles: fc.array(anyText, { maxLength: 2 }),
    command: fc.array(anyText, { maxLength: 3 }),
    logDriver: fc.constantFrom('awslogs', 'splunk'),
    logOptions: anyValues,
    cpu: anyText,
    memory: anyText,
    taskRoleArn: anyText,
    executionRoleArn: anyText,
  },
  { requiredKeys: [] },
)

/** Which members of the container an override may touch. */
const TOUCHES: Readonly<Record<string, readonly string[]>> = {
  environment: ['environment', 'secrets'],
  secrets: ['environment', 'secrets'],
  dockerLabels: ['dockerLabels'],
  envFiles: ['environmentFiles'],
  command: ['command'],
  logDriver: ['logConfiguration'],
  logOptions: ['logConfiguration'],
}

test('whatever was not asked about stays, and the base is not changed', () => {
  let successes = 0
  fc.assert(
    fc.property(anyDefinition, anyOverrides, fc.nat(), (definition, overrides, which) => {
      const containers = definition.containerDefinitions ?? []
      const target = containers[which % containers.length]?.name ?? ''
      const before = structuredClone(definition)
      const images = containers.map(({ name }) => ({ container: name ?? '', image: 'i:1' }))
      const result = renderTaskDefinition(definition, { images, container: target, overrides })
      expect(definition).toStrictEqual(before)
      if (!result.ok) return
      successes += 1
      const after = result.value.definition
      const touched = new Set(Object.keys(overrides).flatMap((name) => TOUCHES[name] ?? []))
      for (const [index, container] of containers.entries()) {
        const mayChange = container.name === target ? touched : new Set<string>()
        const withoutTouched = (value: object | undefined) =>
          Object.entries(value ?? {}).filter(([name]) => name !== 'image' && !mayChange.has(name))
        const now = after.containerDefinitions?.[index]
        expect(withoutTouched(now)).toStrictEqual(withoutTouched(container))
        expect(now?.image).toBe('i:1')
      }
      const { containerDefinitions: _before, ...rest } = definition
      const { containerDefinitions: _after, ...restAfter } = after
      const { cpu, memory, taskRoleArn, executionRoleArn } = overrides
      const asked = Object.entries({ cpu, memory, taskRoleArn, executionRoleArn }).filter(
        ([, value]) => value !== undefined,
      )
      expect(restAfter).toStrictEqual({ ...rest, ...Object.fromEntries(asked) })
    }),
    { numRuns: 150 },
  )
  expect(successes).toBeGreaterThan(50)
})
