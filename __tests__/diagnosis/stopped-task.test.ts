import type { Task } from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import { stoppedTaskOf, taskId } from '../../src/diagnosis/stopped-task.ts'

const id = '0123456789abcdef0123456789abcdef'
const taskArn = `arn:aws:ecs:us-east-1:111122223333:task/main/${id}`
const time = new Date('2026-11-21T07:00:00Z')

const awslogs = (options: Record<string, string>) => ({
  containerDefinitions: [{ name: 'web', logConfiguration: { logDriver: 'awslogs' as const, options } }],
})
const place = { 'awslogs-group': '/ecs/web', 'awslogs-region': 'eu-west-1', 'awslogs-stream-prefix': 'ecs' }

const container = (task: Partial<Task>, definition?: Parameters<typeof stoppedTaskOf>[1]) =>
  stoppedTaskOf({ taskArn, ...task }, definition).containers[0]

test('keeps what explains the stop, and nothing that could hold a secret', () => {
  const task: Task = {
    taskArn,
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    startedAt: time,
    stoppedAt: time,
    overrides: { containerOverrides: [{ name: 'web', environment: [{ name: 'TOKEN', value: 'hunter2' }] }] },
    containers: [{ name: 'web', exitCode: 137, reason: 'OutOfMemoryError', imageDigest: 'sha256:1' }],
  }
  expect(stoppedTaskOf(task, undefined)).toStrictEqual({
    id,
    stopCode: 'EssentialContainerExited',
    stoppedReason: 'Essential container in task exited',
    startedAt: time,
    stoppedAt: time,
    containers: [{ name: 'web', exitCode: 137, reason: 'OutOfMemoryError', essential: true }],
  })
})

test('what ECS does not tell is absent, not empty', () => {
  expect(stoppedTaskOf({ taskArn }, undefined)).toStrictEqual({ id, containers: [] })
  expect(container({ containers: [{ name: 'web' }] })).toStrictEqual({ name: 'web', essential: true })
})

test('an exit code of 0 is an exit code', () => {
  expect(container({ containers: [{ name: 'web', exitCode: 0 }] })).toMatchObject({ exitCode: 0 })
})

test.each([
  [{ name: 'web', essential: false }, false],
  [{ name: 'web', essential: true }, true],
  [{ name: 'web' }, true],
  [{ name: 'other', essential: false }, true],
])('whether it is essential is read from its own definition: %j', (defined, essential) => {
  const definition = { containerDefinitions: [defined] }
  expect(container({ containers: [{ name: 'web' }] }, definition)?.essential).toBe(essential)
})

describe('the place of the log', () => {
  const logOf = (definition: Parameters<typeof stoppedTaskOf>[1]) =>
    container({ containers: [{ name: 'web' }] }, definition)?.log

  test('is known for awslogs with group, Region and prefix', () => {
    expect(logOf(awslogs(place))).toStrictEqual({ group: '/ecs/web', region: 'eu-west-1', stream: `ecs/web/${id}` })
  })

  test.each(Object.keys(place))('is not guessed without %s', (option) => {
    const { [option]: _, ...rest } = place as Record<string, string>
    expect(logOf(awslogs(rest))).toBeUndefined()
  })

  test('is not known for other drivers and containers', () => {
    const other = { logConfiguration: { logDriver: 'splunk' as const, options: place } }
    expect(logOf({ containerDefinitions: [{ name: 'web', ...other }] })).toBeUndefined()
    expect(logOf({ containerDefinitions: [] })).toBeUndefined()
  })
})

test.each([
  [taskArn, id],
  [`arn:aws:ecs:us-east-1:111122223333:task/${id}`, id],
  [id, id],
])('the id in %s', (arn, expected) => {
  expect(taskId(arn)).toBe(expected)
})
