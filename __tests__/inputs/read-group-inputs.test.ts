import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { pairLine } from '../../src/inputs/group-entry-text.ts'
import { parsePairs } from '../../src/inputs/lines.ts'
import { readGroupInputs } from '../../src/inputs/read-group-inputs.ts'
import { formatProblem } from '../../src/problem.ts'
import { accepted, type Given, inputVariables } from './read.ts'

const digest = `sha256:${'a'.repeat(64)}`

function filesOf(files: Given) {
  return {
    exists: (path: string) => Object.hasOwn(files, path),
    read: (path: string) => files[path] ?? '',
  }
}

async function group(services: string, given: Given = {}, files: Given = {}) {
  const env = { ...inputVariables({ services, ...given }), GITHUB_WORKSPACE: '/work' }
  const result = await readGroupInputs(env, filesOf(files))
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'))
  return result.value
}

async function refusals(services: string, given: Given = {}): Promise<readonly string[]> {
  const env = { ...inputVariables({ services, ...given }), GITHUB_WORKSPACE: '/work' }
  const result = await readGroupInputs(env, filesOf({}))
  if (result.ok) throw new Error('The group was accepted')
  return result.problems.map(formatProblem)
}

describe('a member of an entry means what the input of its name means', () => {
  test.each<[string, string, Given]>([
    ['image', 'image: example.com/app:1', { image: 'example.com/app:1' }],
    ['images as object', 'images: { app: example.com/app:1 }', { images: 'app=example.com/app:1' }],
    ['images as lines', 'images: |\n    app=example.com/app:1', { images: 'app=example.com/app:1' }],
    ['numbers', 'desired-count: 2', { 'desired-count': '2' }],
    ['a number with zeros', 'cpu: 0256', { cpu: '0256' }],
    ['booleans', 'force-new-deployment: TRUE', { 'force-new-deployment': 'true' }],
    [
      'environment',
      'environment-variables: { A: 1, B: " x ", C: "" }',
      { 'environment-variables': 'A=1\nB<<E\n x \nE\nC=' },
    ],
    [
      'a value of lines',
      'environment-variables:\n    A: |\n      one\n      END\n',
      { 'environment-variables': 'A<<X\none\nEND\n\nX' },
    ],
    ['a command as list', 'command: [npm, "run start", ""]', { command: '["npm", "run start", ""]' }],
    ['a command as text', 'command: npm run start', { command: 'npm run start' }],
    [
      'the network',
      'network-configuration: { subnets: [subnet-1] }',
      { 'network-configuration': '{"subnets": ["subnet-1"]}' },
    ],
    [
      'the strategy',
      'capacity-provider-strategy: [{ capacityProvider: FARGATE, weight: 1 }]',
      { 'capacity-provider-strategy': 'FARGATE=1' },
    ],
    ['the breaker', 'deployment-circuit-breaker: rollback', { 'deployment-circuit-breaker': 'rollback' }],
    ['tags', 'tags: { team: blue }', { tags: 'team=blue' }],
    ['env files', 'env-files: [arn:aws:s3:::b/a.env]', { 'env-files': 'arn:aws:s3:::b/a.env' }],
    [
      'addresses, of which one says more',
      'verify-urls: ["http://a.example", { url: "http://b.example", status: 204, json: { ok: true } }]',
      { 'verify-urls': '- http://a.example\n- { url: "http://b.example", status: 204, json: { ok: true } }' },
    ],
    ['minutes', 'wait-for-minutes: 0.5', { 'wait-for-minutes': '0.5' }],
    ['nothing', 'image:', {}],
  ])('%s', async (_, member, inputs) => {
    const { members } = await group(`- name: web\n  ${member}`)
    expect(members[0]?.inputs).toEqual(await accepted(inputs))
  })

  test('any pair survives the way through the text of an input', () => {
    const parse = parsePairs({ name: /^[A-Z]+$/, nameIs: 'a name' })
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z]{1,5}$/),
        fc.string().filter((value) => !value.includes('\r')),
        (name, value) => {
          const parsed = parse(pairLine(name, value))
          expect(parsed).toMatchObject({ ok: true, value: [{ name, value }] })
        },
      ),
    )
  })
})

describe('the inputs of the action are defaults', () => {
  test('each for what an entry does not say; pairs are merged by name, also across variables and secrets', async () => {
    const { members } = await group(
      '- name: a\n- name: b\n  image: example.com/b:2\n  environment-variables: { X: own }\n  secrets: { Y: /b/y }',
      { image: 'example.com/app:1', 'environment-variables': 'X=all\nY=all\nZ=all', 'wait-for-minutes': '7' },
    )
    const [a, b] = members.map(({ inputs }) => inputs)
    expect(a?.images[0]?.image).toBe('example.com/app:1')
    expect(b?.images.map(({ image }) => image)).toEqual(['example.com/b:2'])
    expect(a?.waitForMinutes).toBe(7)
    expect(b?.overrides.environment?.values).toEqual([
      { name: 'Z', value: 'all' },
      { name: 'X', value: 'own' },
    ])
    expect(b?.overrides.secrets?.values).toEqual([{ name: 'Y', value: '/b/y' }])
  })

  test('one tag for the repositories of all', async () => {
    const { members } = await group(
      '- { name: a, ecr-repository: ra }\n- { name: b, ecr-repository: rb, image-tag: old }\n- name: c',
      {
        'image-tag': 'new',
      },
    )
    expect(members.map(({ inputs }) => inputs.ecrImage)).toEqual([
      { repository: 'ra', tag: 'new' },
      { repository: 'rb', tag: 'old' },
      undefined,
    ])
  })

  test('an image of an entry takes the place of every way to name one', async () => {
    const { members } = await group('- { name: a, image: example.com/a:1 }\n- name: b', {
      'ecr-repository': 'r',
      'image-digest': digest,
    })
    expect(members[0]?.inputs.ecrImage).toBeUndefined()
    expect(members[1]?.inputs.ecrImage).toEqual({ repository: 'r', digest })
  })

  test('variables are for files only', async () => {
    const { members } = await group(
      '- { name: a, task-definition: a.json, variables: { X: own } }\n- { name: b, task-definition: family }',
      { variables: 'X=all\nY=all' },
      { '/work/a.json': '{}' },
    )
    expect(members.map(({ inputs }) => inputs.variables && Object.fromEntries(inputs.variables))).toEqual([
      { X: 'own', Y: 'all' },
      undefined,
    ])
  })

  test('placeholders in services-file are replaced where variables are given', async () => {
    const env = { ...inputVariables({ 'services-file': 'g.yml', variables: 'TAG=v7' }), GITHUB_WORKSPACE: '/work' }
    const result = await readGroupInputs(env, filesOf({ '/work/g.yml': '- name: a\n  image: "example.com/a:${TAG}"' }))
    expect(result.ok && result.value.members[0]?.inputs.images[0]?.image).toBe('example.com/a:v7')
  })
})

test('the inputs that are only for groups are read', async () => {
  const read = new Set<string>()
  const env = new Proxy<NodeJS.ProcessEnv>(inputVariables({ service: '' }), {
    get(target, key) {
      read.add(String(key))
      return Reflect.get(target, key)
    },
  })
  await readGroupInputs(env, filesOf({}))
  for (const name of ['SERVICES', 'SERVICES-FILE', 'ON-GROUP-FAILURE']) expect(read).toContain(`INPUT_${name}`)
})

describe('what is wrong', () => {
  test.each<[string, string, Given, string]>([
    ['no name', '- image: a', {}, 'Input "services", line 1, column 3: It has no name.'],
    ['service for name', '- service: a', {}, 'Write name.'],
    ['a name that is none', '- name: "a b"', {}, 'Input "services", line 1, column 9: "a b" is not the name'],
    [
      'a circle',
      '- { name: a, needs: b }\n- { name: b, needs: [c] }\n- { name: c, needs: [a] }',
      {},
      'a needs b, which needs c, which needs a',
    ],
    ['a need twice', '- name: a\n- { name: b, needs: [a, a] }', {}, 'a is named twice in needs of b'],
    ['a name and its ARN', '- name: a\n- name: arn:aws:ecs:us-east-1:111122223333:service/c/a', {}, 'is there twice'],
    ['an input of the group', '- { name: a, cluster: x }', {}, '"cluster" is for the whole group'],
    ['a foreign name', '- { name: a, env-vars: x }', {}, 'use environment-variables.'],
    [
      'an object too many',
      '- name: a\n  image: { b: c }',
      {},
      'Input "services", line 2, column 10: image of a: It cannot be an object.',
    ],
    [
      'images for all',
      '- name: a',
      { images: 'app=example.com/a:1' },
      'In a group each service has containers of its own',
    ],
    ['a tag for nobody', '- name: a', { 'image-tag': 'v1' }, 'No service of the group has an ecr-repository'],
    [
      'no rollback of its own',
      '- name: a',
      { 'rollback-on-failure': 'false' },
      'Set on-group-failure to "keep" as well.',
    ],
    ['nothing', '[]', {}, 'It must be a list of services'],
    ['an alias without anchor', '- *a', {}, 'It must be an object with the member name'],
  ])('%s', async (_, services, given, message) => {
    const problems = await refusals(services, given)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(message)
  })

  test('a value of a variable or a secret is never shown', async () => {
    const problems = await refusals(
      '- name: a\n  environment-variables: "hunter2 is the password"\n  secrets: [hunter2]',
    )
    expect(problems.length).toBeGreaterThan(1)
    expect(problems.join('\n')).not.toContain('hunter2')
  })

  test('a wrong input of the action is told once, however many services have it', async () => {
    expect(await refusals('- name: a\n- name: b\n- name: c', { memory: 'much', 'no-such-input': 'x' })).toHaveLength(2)
  })
})
