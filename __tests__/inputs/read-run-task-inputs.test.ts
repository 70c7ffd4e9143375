import { describe, expect, test } from '@jest/globals'
import { readRunTaskInputs } from '../../src/inputs/read-run-task-inputs.ts'
import { runTaskForeignNames } from '../../src/inputs/run-task-foreign-names.ts'
import { runTaskInputNames } from '../../src/inputs/run-task-input-names.ts'
import type { RunTaskInputs } from '../../src/inputs/run-task-inputs.ts'
import { formatProblem } from '../../src/problem.ts'
import { type Given, inputVariables, noFiles } from './read.ts'

function accepted(given: Given): RunTaskInputs {
  const result = readRunTaskInputs(inputVariables({ service: 'web', ...given }), noFiles)
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'))
  return result.value
}

function refused(given: Given): readonly string[] {
  const result = readRunTaskInputs(inputVariables({ service: 'web', ...given }), noFiles)
  if (result.ok) throw new Error('The inputs were accepted')
  return result.problems.map(formatProblem)
}

test('only a service has to be given; the rest has defaults', () => {
  expect(accepted({})).toEqual({
    cluster: 'default',
    service: 'web',
    images: [],
    pinDigest: 'true',
    allowUnknownMembers: [],
    overrides: { environment: [] },
    launch: {},
    count: 1,
    tags: [],
    defaultTags: true,
    waitForMinutes: 30,
    dryRun: false,
  })
  expect(Object.isFrozen(accepted({}).overrides.environment)).toBe(true)
})

test.each([
  ['cpu', '0.25 vCPU', '256'],
  ['cpu', '512', '512'],
  ['memory', '0.5 GB', '512'],
  ['memory', '3GB', '3072'],
])('%s %s is %s', (name, text, units) => {
  expect(accepted({ [name]: text }).overrides).toMatchObject({ [name]: units })
})

test('a command is split as a shell splits it, or a JSON list', () => {
  expect(accepted({ command: `sh -c 'a && b'` }).overrides.command).toEqual(['sh', '-c', 'a && b'])
  expect(accepted({ command: '["a", ""]' }).overrides.command).toEqual(['a', ''])
})

describe('refused', () => {
  test.each<[string, Given, RegExp]>([
    ['neither service nor task definition', { service: '' }, /Input "service": Give service .*, or task-definition/],
    ['no task', { count: '0' }, /Input "count": "0" is not a whole number from 1 to 100/],
    ['too many tasks', { count: '101' }, /Input "count"/],
    [
      'both ways to say where',
      { 'launch-type': 'EC2', 'capacity-provider-strategy': 'FARGATE=1' },
      /Input "launch-type": capacity-provider-strategy is given/,
    ],
    ['weights of 0', { 'capacity-provider-strategy': 'FARGATE=0' }, /All weights are 0/],
    [
      'the group of a service',
      { group: 'service:web' },
      /Input "group": "service:web" is not the name of a task group/,
    ],
    [
      'tags of a service, which RunTask refuses',
      { 'propagate-tags': 'SERVICE' },
      /Input "propagate-tags": "SERVICE" is not one of TASK_DEFINITION, NONE/,
    ],
    ['an empty command', { command: '[]' }, /Input "command": It has no words/],
    ['a command that is too long', { command: 'x'.repeat(7_001) }, /Input "command": It is \d+ characters long/],
    [
      'too much environment',
      { 'environment-variables': `A=${'x'.repeat(8_200)}` },
      /Input "environment-variables": What is given to the task is about \d+ characters long/,
    ],
    ['no time at all', { 'wait-for-minutes': '0' }, /Input "wait-for-minutes"/],
  ])('%s', (_, given, message) => {
    expect(refused(given)).toEqual([expect.stringMatching(message)])
  })

  test('all at once, and no value of a variable is shown', () => {
    const problems = refused({ count: 'x', cpu: 'much', 'environment-variables': 'hunter2hunter2' })
    expect(problems).toHaveLength(3)
    expect(problems.join()).not.toContain('hunter2')
  })
})

describe('inputs of others', () => {
  test.each([
    ['run-task-subnets', /use network-configuration/],
    ['override-container', /use container-name/],
    ['tail-logs', /log lines are shown/],
    ['desired-count', /use count/],
    ['wait-for-task-stopped', /always waited for/],
    ['secrets', /write it in the task definition/],
    ['container_name', /Did you mean container-name\?/],
    ['comand', /Did you mean command\?/],
  ])('%s', (name, message) => {
    expect(refused({ [name]: 'x' })).toEqual([expect.stringMatching(message)])
  })

  test('recommend only inputs that exist, and none of our own are among them', () => {
    const names: readonly (string | undefined)[] = runTaskInputNames
    const recommended = [...runTaskForeignNames.values()].flatMap((text) =>
      [...text.matchAll(/\buse ([a-z-]+)/g)].map(([, name]) => name),
    )
    expect(recommended.length).toBeGreaterThan(10)
    expect(recommended.filter((name) => !names.includes(name))).toEqual([])
    expect([...runTaskForeignNames.keys()].filter((name) => names.includes(name))).toEqual([])
  })
})

test('an image cannot stay where nothing is replaced', () => {
  expect(refused({ image: 'running', images: 'side=running' })).toEqual([
    expect.stringMatching(/^Input "image": "running" is for deployments\. Without an image/),
    expect.stringMatching(/^Input "images": "running" is for deployments/),
  ])
})
