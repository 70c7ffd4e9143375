import type { Task } from '@aws-sdk/client-ecs'
import { describe, expect, test } from '@jest/globals'
import type { EcsPort } from '../../src/aws/ecs.ts'
import { onlyOldTasksRemain } from '../../src/deployment/limit.ts'
import type { Ports } from '../../src/deployment/ports.ts'
import type { DeploymentRecord } from '../../src/deployment/record.ts'
import type { DeploymentView } from '../../src/rollout/snapshot.ts'
import { deployment, now, record, revisionArn, service, snapshot } from './samples.ts'

const denied = Object.assign(new Error('denied'), { name: 'AccessDeniedException', $metadata: { httpStatusCode: 400 } })
const expired = Object.assign(new Error('expired'), {
  name: 'ExpiredTokenException',
  $metadata: { httpStatusCode: 400 },
})

const arn = (digit: string) => `arn:aws:ecs:us-east-1:111122223333:task/main/${digit.repeat(32)}`

const unhealthyTarget = (digit: string) =>
  complaint(`(service web) (task ${digit.repeat(32)}) (port 80) is unhealthy in (target-group x)`)

/** An ECS that knows these tasks of the deployment, or fails. */
function portsWith(tasks: readonly Task[] | Error): Ports {
  const ecs: Pick<EcsPort, 'listTasksStartedBy' | 'describeTasks'> = {
    listTasksStartedBy: async () => {
      if (tasks instanceof Error) throw tasks
      return tasks.map(({ taskArn }) => taskArn ?? '')
    },
    describeTasks: async () => (tasks instanceof Error ? [] : tasks),
  }
  return { ecs, clock: { now: () => 0, uptime: () => 200_000 } } as unknown as Ports
}

const healthy: readonly Task[] = ['a', 'b'].map((id) => ({ taskArn: arn(id), healthStatus: 'HEALTHY' }))

const subject = { deploymentId: 'ours', definition: undefined }

const ours = (more: Partial<DeploymentView> = {}) => deployment('ours', { rolloutState: 'IN_PROGRESS', ...more })
const old = (more: Partial<DeploymentView> = {}) =>
  deployment('old', { status: 'ACTIVE', taskDefinition: revisionArn(1), desired: 0, running: 1, ...more })

/** ECS keeps old tasks until new ones are healthy, unless said otherwise. */
const keepsOld = service({ desiredCount: 2, deploymentConfiguration: { minimumHealthyPercent: 100 } })
const stopsOldFirst = service({ desiredCount: 2, deploymentConfiguration: { minimumHealthyPercent: 0 } })

const seen = (deployments: readonly DeploymentView[], more: Partial<DeploymentRecord> = {}) =>
  record({ snapshot: snapshot(deployments), original: keepsOld, ...more })

const complaint = (...messages: readonly string[]) =>
  new Map(messages.map((message, index) => [`${index}`, { id: `${index}`, at: new Date(now + index), message }]))
const cannotRegister = '(service web) failed to register targets in target-group x with (error not found)'
const registered = '(service web) registered 2 targets in (target-group x)'

const bakes = service({ deploymentConfiguration: { bakeTimeInMinutes: 5 } })
/** ECS may stop no old task before a new one is healthy. */
const replacesHealthily = service({
  desiredCount: 2,
  runningCount: 2,
  deployments: [{ rolloutState: 'COMPLETED' }],
  deploymentConfiguration: { bakeTimeInMinutes: 5, minimumHealthyPercent: 100 },
})
const watchesAlarms = service({
  deploymentConfiguration: { alarms: { enable: true, rollback: true, alarmNames: ['errors'] } },
})

describe('only old tasks remain', () => {
  test.each<[string, DeploymentRecord, readonly Task[] | Error]>([
    ['where an old one is still running', seen([ours(), old()]), healthy],
    ['where an old one drains and no longer counts as running', seen([ours(), old({ running: 0 })]), healthy],
    [
      'in bake time, with tasks that have run for 40 s',
      seen([ours()], { original: bakes, fullSince: 160_000 }),
      healthy,
    ],
    [
      'while alarms are watched, and what the load balancer sees may not be read: no complaint in two minutes',
      seen([ours()], { original: watchesAlarms, hasLoadBalancer: true, fullSince: 80_000 }),
      denied,
    ],
    [
      'in bake time, with tasks that took the place of old ones',
      seen([ours()], { original: replacesHealthily }),
      healthy,
    ],
    ['where tasks have no health check', seen([ours(), old()]), [{ taskArn: arn('a'), healthStatus: 'UNKNOWN' }]],
    ['where the tasks may not be read', seen([ours(), old()]), denied],
    [
      'where ECS may stop old tasks first, and the new ones have run for 40 s',
      seen([ours(), old()], { original: stopsOldFirst, fullSince: 160_000 }),
      healthy,
    ],
    [
      'where a target could not be registered at first',
      seen([ours(), old()], { events: complaint(cannotRegister, registered) }),
      healthy,
    ],
    [
      'where an old task was called unhealthy',
      seen([ours(), old()], {
        events: unhealthyTarget('c'),
      }),
      healthy,
    ],
  ])('%s', async (_name, run, tasks) => {
    await expect(onlyOldTasksRemain(portsWith(tasks), run, subject)).resolves.toBe(true)
  })
})

describe('more than old tasks remains', () => {
  test.each<[string, DeploymentRecord, readonly Task[] | Error]>([
    ['where nothing was ever seen', record(), healthy],
    ['where the deployment is not listed', seen([old()]), healthy],
    ['where it is not the primary any more', seen([ours({ status: 'ACTIVE' }), old()]), healthy],
    ['where it has not begun to start its tasks', seen([ours({ desired: 0, running: 0 }), old()]), []],
    ['where a task is missing', seen([ours({ running: 1 }), old()]), healthy],
    ['where a task is pending', seen([ours({ pending: 1 }), old()]), healthy],
    ['where a task failed', seen([ours({ failed: 1 }), old()]), healthy],
    ['where ECS still wants an old task', seen([ours(), old({ desired: 1 })]), healthy],
    [
      'where the only other one failed and has no task, so that nothing is left to wait for',
      seen([ours(), old({ rolloutState: 'FAILED', running: 0 })]),
      healthy,
    ],
    ['where nothing is left to wait for, so that something is wrong', seen([ours()]), healthy],
    [
      'where alarms are configured and switched off',
      seen([ours()], {
        original: service({ deploymentConfiguration: { alarms: { enable: false, rollback: false, alarmNames: [] } } }),
      }),
      healthy,
    ],
    [
      'in bake time, with tasks that run too short to be healthy',
      seen([ours()], { original: bakes, fullSince: 160_001 }),
      healthy,
    ],
    [
      'in bake time behind a load balancer, with tasks that run for less than two minutes',
      seen([ours()], { original: bakes, hasLoadBalancer: true, fullSince: 80_001 }),
      denied,
    ],
    [
      'in bake time, with a task that took the place of a lost one',
      seen([ours()], { original: replacesHealthily, lostTasks: true }),
      healthy,
    ],
    [
      'where ECS may stop old tasks first, and the new ones have just begun to run',
      seen([ours(), old({ running: 0 })], { original: stopsOldFirst, fullSince: 160_001 }),
      healthy,
    ],
    [
      'where more tasks are wanted than before, and may have just begun to run',
      seen([ours({ desired: 3, running: 3 }), old()], { fullSince: 160_001 }),
      healthy,
    ],
    [
      'where ECS could not register its targets',
      seen([ours(), old()], { events: complaint(registered, cannotRegister), fullSince: 0 }),
      healthy,
    ],
    ['where a task is unhealthy', seen([ours(), old()]), [{ taskArn: arn('a'), healthStatus: 'UNHEALTHY' }]],
    [
      'where its task was called unhealthy by the load balancer',
      seen([ours(), old()], { events: unhealthyTarget('a') }),
      healthy,
    ],
    [
      'where some task failed its health check and which one cannot be read',
      seen([ours(), old()], { events: complaint('(service web) (task x) failed container health checks.') }),
      denied,
    ],
  ])('%s', async (_name, run, tasks) => {
    await expect(onlyOldTasksRemain(portsWith(tasks), run, subject)).resolves.toBe(false)
  })
})

test('a missing permission is named once', async () => {
  const run = seen([ours(), old()])
  await onlyOldTasksRemain(portsWith(denied), run, subject)
  await onlyOldTasksRemain(portsWith(denied), run, subject)
  expect(run.notices).toStrictEqual([expect.stringContaining('ecs:ListTasks')])
})

test('lost credentials are not taken for health', async () => {
  await expect(onlyOldTasksRemain(portsWith(expired), seen([ours(), old()]), subject)).rejects.toThrow('expired')
})

test('tasks behind a target group that is gone are not healthy, however long they have run', async () => {
  const group = 'arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/web/0'
  const original = service({
    loadBalancers: [{ targetGroupArn: group }],
    deploymentConfiguration: { bakeTimeInMinutes: 5 },
  })
  const run = seen([ours()], { original, hasLoadBalancer: true, fullSince: 0 })
  const ports = (targets: unknown) =>
    ({ ...portsWith(healthy), targetHealth: { targetHealth: async () => targets } }) as unknown as Ports
  await expect(onlyOldTasksRemain(ports('gone'), run, subject)).resolves.toBe(false)
  await expect(onlyOldTasksRemain(ports([{ target: '10.0.0.1', state: 'healthy' }]), run, subject)).resolves.toBe(true)
})

test('where the service wants no task, none can be unhealthy', async () => {
  const none = { snapshot: snapshot([ours({ desired: 0, running: 0 })], { desired: 0, running: 0 }), original: bakes }
  expect(await onlyOldTasksRemain(portsWith([]), record(none), subject)).toBe(true)
})

describe('old tasks that are protected', () => {
  const kept = [ours(), old({ desired: 2, running: 2 })]
  const events = complaint(
    '(service web) (taskSet old) was unable to scale in due to (reason 2 tasks under protection)',
  )

  test('are old tasks that remain, where the new ones were seen healthy', async () => {
    const checked = { ...subject, definition: { containerDefinitions: [{ healthCheck: {} }] } } as never
    expect(await onlyOldTasksRemain(portsWith(healthy), seen(kept, { events }), checked)).toBe(true)
    expect(await onlyOldTasksRemain(portsWith(healthy), seen(kept), checked)).toBe(false)
  })

  test('say nothing of the new ones', async () => {
    const checked = { ...subject, definition: { containerDefinitions: [{ healthCheck: {} }] } } as never
    const unknown = healthy.map((task) => ({ ...task, healthStatus: 'UNKNOWN' as const }))
    expect(await onlyOldTasksRemain(portsWith(unknown), seen(kept, { events }), checked)).toBe(false)
  })
})

describe('a process that was suspended', () => {
  const running = ['a', 'b'].map((id) => ({ taskArn: arn(id), startedAt: new Date(now) }))
  const told = (seconds: number) => [{ id: '1', at: new Date(now + seconds * 1000), message: 'has stopped 1 tasks' }]
  const suspended = (seconds: number) =>
    record({
      original: bakes,
      snapshot: snapshot([ours()], { events: told(seconds) }),
      // By its own clock no time has passed since the deployment began.
      began: { at: now, uptime: 200_000 },
    })

  test('takes what ECS told last for the time that it is at least', async () => {
    expect(await onlyOldTasksRemain(portsWith(running), suspended(41), subject)).toBe(true)
    expect(await onlyOldTasksRemain(portsWith(running), suspended(39), subject)).toBe(false)
  })
})
