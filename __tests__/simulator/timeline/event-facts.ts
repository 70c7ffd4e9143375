import { expect } from '@jest/globals'
import type { CapacityScenario, Scenario, TimelineEntry } from '../../../simulator/scenario.ts'
import type { Fact } from './stage.ts'

const storyFacts: Fact[] = [
  {
    name: '§7 a healthy rolling replace of 2 tasks behind an ALB: order and spacing',
    check: (open) => {
      const stage = open({ desiredCount: 2, loadBalancer: { deregistrationDelaySeconds: 60 } })
      stage.deploy('v2')
      stage.untilCompleted()
      expect(stage.events()).toEqual([
        'has started 2 tasks: (task ID) (task ID).',
        'registered 2 targets in (target-group ARN)',
        'has stopped 2 running tasks: (task ID) (task ID).',
        'deregistered 2 targets in (target-group ARN)',
        'has begun draining connections on 2 tasks.',
        '(deployment DEPLOYMENT) deployment completed.',
        'has reached a steady state.',
      ])
      const at = stage.timedEvents().map((event) => event.at)
      const observed = [14.4, 44.4, 85.4, 87, 87]
      for (const [index, seconds] of observed.entries()) expect(Math.abs((at[index] ?? 0) - seconds)).toBeLessThan(12)
      expect((at[6] ?? 0) - (at[5] ?? 0)).toBeCloseTo(0.001, 4)
      expect(Number(stage.primary().updatedAt)).toBeCloseTo(at[5] ?? 0, 2)
    },
  },
  {
    name: '§7 every message begins with (service <name>), the newest comes first, 100 are kept, ids are UUIDs',
    check: (open) => {
      const stage = open({}, { options: { steadyStateRepeatSeconds: 60 } })
      stage.advance(3 * 3600)
      const { events = [] } = stage.service()
      expect(events).toHaveLength(100)
      expect(events.every(({ message }) => message?.startsWith('(service web) ') === true)).toBe(true)
      const times = events.map(({ createdAt }) => Number(createdAt))
      expect(times).toEqual([...times].sort((left, right) => right - left))
      expect(events[0]?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
    },
  },
  {
    name: '§7 the steady state is repeated from time to time (period: an option)',
    check: (open) => {
      const stage = open({}, { options: { steadyStateRepeatSeconds: 3600 } })
      stage.advance(4 * 3600)
      expect(stage.events().filter((event) => event === 'has reached a steady state.')).toHaveLength(4)
    },
  },
]

/** What becomes of a scale-out from 1 to 2 where there is no room. */
const placing = (name: string, rest: Scenario, event: string, service: object = {}): Fact => ({
  name: `§7 ${name}`,
  check: (open) => {
    const stage = open(service, rest)
    stage.update({ desiredCount: 2 })
    stage.advance(60)
    expect(stage.events()).toContain(event)
    expect(stage.service().runningCount).toBe(1)
  },
})

const spot = { capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }] }
const ownProvider = { capacityProviderStrategy: [{ capacityProvider: 'asg', weight: 1 }] }
const noCapacity =
  'was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone.'

const placementFacts: Fact[] = [
  placing('no Fargate capacity', { capacity: [{ provider: 'FARGATE', tasks: 1 }] }, noCapacity),
  placing('no Spot capacity', { capacity: [{ provider: 'FARGATE_SPOT', tasks: 1 }] }, noCapacity, spot),
  placing(
    'task quota',
    { accountLimits: { tasks: 1 } },
    "was unable to place a task. Reason: You've reached the limit on the number of tasks you can run concurrently",
  ),
  placing(
    'vCPU quota',
    { accountLimits: { vcpus: 0.25 } },
    'was unable to place a task. Reason: You’ve reached the limit on the number of vCPUs you can run concurrently',
  ),
  placing(
    'no container instance',
    { capacity: [{ provider: 'EC2', tasks: 1 }] },
    'was unable to place a task because no container instance met all of its requirements.',
    { launchType: 'EC2' },
  ),
  placing(
    'empty capacity provider',
    { capacity: [{ provider: 'asg', tasks: 1 }] },
    'was unable to reach steady state. Reason: No Container Instances were found in your capacity provider.',
    ownProvider,
  ),
  {
    name: '§2.7 base first, then by weight',
    check: (open) => {
      const strategy = [
        { capacityProvider: 'FARGATE', base: 2, weight: 1 },
        { capacityProvider: 'FARGATE_SPOT', weight: 3 },
      ]
      const stage = open({ desiredCount: 10, capacityProviderStrategy: strategy })
      stage.deploy('v2')
      stage.untilCompleted()
      const onSpot = stage.tasks().filter(({ capacityProviderName }) => capacityProviderName === 'FARGATE_SPOT')
      expect(onSpot).toHaveLength(6)
      expect(stage.service()).not.toHaveProperty('launchType')
      expect(
        stage.refusal('UpdateService', {
          service: 'web',
          capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 0 }],
        }),
      ).toMatch(/^InvalidParameterException/)
    },
  },
  {
    name: '§2.7 slow capacity: tasks wait in PROVISIONING, and the deployment completes all the same',
    check: (open) => {
      const stage = open(ownProvider, { capacity: [{ provider: 'asg', delaySeconds: 240 }] })
      stage.deploy('v2')
      stage.advance(200)
      expect(stage.tasks().map(({ lastStatus }) => lastStatus)).toContain('PROVISIONING')
      expect(stage.untilCompleted()).toBeGreaterThan(240)
    },
  },
  ...[true, false].map(
    (placementFailureCounts): Fact => ({
      name: `§3.2 a task that finds no place ${placementFailureCounts ? 'counts as failed' : 'does not count, by the other reading'}`,
      check: (open) => {
        const stage = open({}, { capacity: [{ provider: 'FARGATE', tasks: 1 }], options: { placementFailureCounts } })
        const id = stage.deploy('v2')
        stage.advance(2 * 3600)
        expect(stage.primary().id === id).toBe(!placementFailureCounts)
        stage.engine.world.capacity.set('FARGATE', { provider: 'FARGATE' })
        stage.untilCompleted()
        expect(stage.primary().id === id).toBe(!placementFailureCounts)
      },
    }),
  ),
]

const timed = (timeline: readonly TimelineEntry[], capacity: readonly CapacityScenario[] = []): Scenario => ({
  timeline,
  capacity,
})

const changeFacts: Fact[] = [
  {
    name: '§3.1 scaled during a deployment: the latest desired count is used continuously',
    check: (open) => {
      const stage = open(
        { desiredCount: 2 },
        timed([
          { afterSeconds: 30, scale: 8 },
          { afterSeconds: 200, scale: 4 },
        ]),
      )
      const id = stage.deploy('v2')
      stage.advance(60)
      expect(stage.service().desiredCount).toBe(8)
      stage.until(
        (service) => service.desiredCount === 4 && service.runningCount === 4 && service.deployments?.length === 1,
      )
      expect(stage.primary()).toMatchObject({ id, desiredCount: 4, rolloutState: 'COMPLETED' })
    },
  },
  {
    name: '§7 protected tasks are not stopped, and the event says how many; the deployment waits for them',
    check: (open) => {
      const stage = open({ desiredCount: 2 })
      const old = stage.primary().id ?? ''
      const tasks = stage.tasks().map(({ taskArn }) => taskArn)
      const { protectedTasks } = stage.call('UpdateTaskProtection', {
        cluster: 'default',
        tasks,
        protectionEnabled: true,
        expiresInMinutes: 10,
      })
      expect(protectedTasks).toMatchObject([
        { protectionEnabled: true, expirationDate: 600 },
        { protectionEnabled: true },
      ])
      stage.deploy('v2')
      expect(stage.untilCompleted()).toBeGreaterThan(600)
      expect(
        stage.timeOf(
          `was unable to reach steady state because (taskSet ${old}) was unable to scale in due to (reason 2 tasks under protection)`,
        ),
      ).toBeLessThan(200)
      expect(
        stage.call('GetTaskProtection', { cluster: 'default', tasks: stage.tasks().map(({ taskArn }) => taskArn) })
          .protectedTasks,
      ).toMatchObject([{ protectionEnabled: false }, { protectionEnabled: false }])
    },
  },
  {
    name: '§2.7 DAEMON: one task per container instance, 0/100 percent, so the old one goes first; no Fargate',
    check: (open) => {
      const daemon = { schedulingStrategy: 'DAEMON', launchType: 'EC2', deploymentConfiguration: {} } as const
      const rest = {
        containerInstances: { default: 3 },
        timeline: [{ afterSeconds: 600, containerInstances: { count: 4 } }],
      }
      const stage = open(daemon, rest)
      expect(stage.service()).toMatchObject({
        desiredCount: 3,
        runningCount: 3,
        deploymentConfiguration: { minimumHealthyPercent: 0, maximumPercent: 100 },
      })
      stage.deploy('v2')
      stage.until(({ events = [] }) => events.some(({ message }) => message?.includes('has started')))
      expect(stage.events()[0]).toMatch(/^has stopped 3 running tasks/)
      stage.untilCompleted()
      stage.advance(600)
      expect(stage.service()).toMatchObject({ desiredCount: 4, runningCount: 4 })
      const network = { awsvpcConfiguration: { subnets: ['subnet-1'] } }
      expect(
        stage.refusal('CreateService', {
          serviceName: 'd',
          taskDefinition: 'web:1',
          schedulingStrategy: 'DAEMON',
          launchType: 'FARGATE',
          networkConfiguration: network,
        }),
      ).toMatch(/^InvalidParameterException/)
    },
  },
]

export const eventFacts: readonly Fact[] = [...storyFacts, ...placementFacts, ...changeFacts]
