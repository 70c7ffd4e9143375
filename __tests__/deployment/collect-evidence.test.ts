import type { Task } from '@aws-sdk/client-ecs'
import { expect, test } from '@jest/globals'
import { evidenceOf, newStoppedTasks } from '../../src/deployment/collect-evidence.ts'
import type { Ports } from '../../src/deployment/ports.ts'
import { now, record } from './samples.ts'

const id = (digit: number): string => String(digit).repeat(32)
const arn = (digit: number): string => `arn:aws:ecs:us-east-1:111122223333:task/main/${id(digit)}`
const stopped = (digit: number, startedBy: string): Task => ({ taskArn: arn(digit), startedBy, lastStatus: 'STOPPED' })
const event = (digit: number) => ({
  id: String(digit),
  at: new Date(now),
  message: `(service web) (task ${id(digit)}) failed container health checks.`,
})

/** Ports that show these tasks as stopped. */
function showing(...tasks: Task[]): Ports {
  const ecs = { listStoppedTasks: async () => tasks.map(({ taskArn }) => taskArn), describeTasks: async () => tasks }
  const clock = { now: () => now, uptime: () => now, sleep: async () => undefined }
  return { ecs, clock, log: { info: () => undefined } } as unknown as Ports
}

test.each([
  ['the deployment itself is watched', 'ecs-svc/ours'],
  ['the deployment that takes it back is watched, and its own tasks stop only then', 'ecs-svc/back'],
])('events about tasks of another deployment say nothing, those about our own always do: %s', async (_, watched) => {
  const run = record({ deploymentId: 'ecs-svc/ours' })
  for (const one of [event(1), event(2), event(3)]) run.events.set(one.id, one)
  const tasks = [stopped(1, 'ecs-svc/ours'), stopped(2, 'ecs-svc/other')]
  await newStoppedTasks(showing(...tasks), run, watched, undefined)
  // Of the third nothing is known: it may have been too old, or not be permitted to be seen.
  expect(evidenceOf(run).events.map(({ id: of }) => of)).toEqual(['1', '3'])
})
