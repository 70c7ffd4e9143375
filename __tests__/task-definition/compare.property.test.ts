import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { canonical, differences, equalDefinitions } from '../../src/task-definition/compare.ts'
import type { ContainerDefinition, TaskDefinition } from '../../src/task-definition/task-definition.ts'
import { keyOfUnordered } from '../../src/task-definition/unordered-lists.ts'
import { anyDefinition } from './arbitrary.ts'
import { described } from './described.ts'

test('the canonical form of a canonical form is itself', () => {
  fc.assert(
    fc.property(anyDefinition, (definition) => {
      const once = canonical(definition)
      expect(canonical(once as TaskDefinition)).toStrictEqual(once)
    }),
    { numRuns: 100 },
  )
})

test('a definition equals what ECS answers about it', () => {
  fc.assert(
    fc.property(anyDefinition, (definition) => {
      expect(differences(definition, described(definition))).toStrictEqual([])
      expect(equalDefinitions(definition, described(definition))).toBe(true)
    }),
    { numRuns: 100 },
  )
})

test('where the order means nothing, another order is equal', () => {
  const shuffledPair = fc.tuple(anyDefinition, fc.infiniteStream(fc.nat(1000))).map(([definition, stream]) => {
    return [definition, shuffled(definition, '', stream) as TaskDefinition] as const
  })
  fc.assert(
    fc.property(shuffledPair, ([definition, other]) => equalDefinitions(definition, other)),
    { numRuns: 100 },
  )
})

const words = fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 4 })

const ORDERED: [member: string, item: (text: string) => unknown][] = [
  ['command', (word: string) => word],
  ['entryPoint', (word: string) => word],
  ['links', (word: string) => word],
  ['dependsOn', (containerName: string) => ({ containerName, condition: 'START' })],
  ['environmentFiles', (value: string) => ({ type: 's3', value })],
]

test.each(ORDERED)('where the order counts, another order of %s is different', (member, item) => {
  fc.assert(
    fc.property(anyDefinition, words, (definition, texts) => {
      const there = withContainerMember(
        definition,
        member,
        texts.map((text) => item(text)),
      )
      const back = withContainerMember(
        definition,
        member,
        texts.toReversed().map((text) => item(text)),
      )
      expect(equalDefinitions(there, back)).toBe(false)
    }),
    { numRuns: 50 },
  )
})

test('definitions are equal if and only if there are no differences', () => {
  const related = fc
    .tuple(anyDefinition, anyDefinition)
    .map(([one, other]) => [one, { ...one, containerDefinitions: other.containerDefinitions }] as const)
  const members = fc.tuple(anyDefinition, anyDefinition, fc.nat(), fc.nat()).map(([one, other, index, which]) => {
    const container = other.containerDefinitions?.[0] ?? {}
    const names = Object.keys(container).filter((name) => name !== 'name')
    const name = names[which % Math.max(names.length, 1)] ?? 'user'
    return [one, withContainerMember(one, name, container[name as keyof ContainerDefinition], index)] as const
  })
  const pair = fc.oneof(related, members, fc.tuple(anyDefinition, anyDefinition))
  fc.assert(
    fc.property(pair, ([one, other]) => {
      expect(differences(one, other).length === 0).toBe(equalDefinitions(one, other))
      expect(differences(other, one).length).toBe(differences(one, other).length)
    }),
    { numRuns: 200 },
  )
})

test('no difference shows the value of a variable, a command, a label or an option of a driver', () => {
  const secret = fc.stringMatching(/^[a-z]{12}$/)
  const around = (text: string): ContainerDefinition => ({
    name: 'app',
    environment: [{ name: 'A', value: text }],
    command: [text],
    entryPoint: [text],
    healthCheck: { command: ['CMD', text] },
    dockerLabels: { label: text },
    logConfiguration: { logDriver: 'splunk', options: { 'splunk-token': text } },
    firelensConfiguration: { type: 'fluentbit', options: { option: text } },
    ...({ futureMember: { value: text } } as object),
  })
  const whole = (text: string): TaskDefinition => ({
    family: 'f',
    containerDefinitions: [around(text)],
    volumes: [{ name: 'data', dockerVolumeConfiguration: { driverOpts: { o: text } } }],
    proxyConfiguration: { containerName: 'app', properties: [{ name: 'P', value: text }] },
  })
  const bare: TaskDefinition = { family: 'f', containerDefinitions: [{ name: 'app' }] }
  const empty: TaskDefinition = { family: 'f', containerDefinitions: [] }
  fc.assert(
    fc.property(secret, secret, (one, other) => {
      fc.pre(one !== other)
      const found = [whole(other), bare, empty].flatMap((end) => [
        ...differences(whole(one), end),
        ...differences(end, whole(one)),
      ])
      expect(found.length).toBeGreaterThan(20)
      expect(JSON.stringify(found)).not.toMatch(new RegExp(`${one}|${other}`))
    }),
    { numRuns: 50 },
  )
})

function withContainerMember(definition: TaskDefinition, member: string, value: unknown, index = 0): TaskDefinition {
  const containers = definition.containerDefinitions ?? []
  const wanted = index % Math.max(containers.length, 1)
  const containerDefinitions = containers.map((container, at) =>
    at === wanted ? ({ ...container, [member]: value } as ContainerDefinition) : container,
  )
  return { ...definition, containerDefinitions }
}

function shuffled(value: unknown, member: string, random: Iterator<number>): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => shuffled(item, '', random))
    if (keyOfUnordered(member) === undefined) return items
    const ranked = items.map((item) => ({ item, rank: random.next().value as number }))
    return ranked.sort((one, other) => one.rank - other.rank).map(({ item }) => item)
  }
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, shuffled(inner, name, random)]))
}
