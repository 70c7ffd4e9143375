import { expect } from '@jest/globals'
import { happen } from '../../../simulator/happen.ts'
import type { Happening, Scenario, ServiceScenario } from '../../../simulator/scenario.ts'
import type { Fact, Stage } from './stage.ts'

const now = (stage: Stage, happening: Happening): void => happen(stage.engine, happening)
const messages = (stage: Stage): string[] => stage.timedEvents().map(({ message }) => message)

const targetGroup = 'arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/web/0123456789abcdef'
const scheduler = 'arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForECS/ecs-service-scheduler'
const deniedTo = (action: string, resource: string): string =>
  `User: ${scheduler} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`

const register = 'elasticloadbalancing:RegisterTargets'
const describeHealth = 'elasticloadbalancing:DescribeTargetHealth'
const loadBalanced = { loadBalancer: { deregistrationDelaySeconds: 10 } }

const permissionFacts: Fact[] = [
  {
    name: '§7 ECS may not register targets: the event says so, the deployment waits, and goes on once it may',
    check: (open) => {
      const stage = open(loadBalanced)
      const id = stage.deploy('v2')
      now(stage, { role: { name: 'AWSServiceRoleForECS', deny: [register] } })
      stage.advance(600)
      expect(messages(stage)).toContain(
        `service web failed to register targets in target-group ${targetGroup} with (error ${deniedTo(register, targetGroup)})`,
      )
      expect(stage.primary()).toMatchObject({ id, rolloutState: 'IN_PROGRESS', failedTasks: 0 })
      now(stage, { role: { name: 'AWSServiceRoleForECS', deny: [] } })
      stage.untilCompleted()
    },
  },
  {
    name: '§7 ECS may not describe target health: the event says so, and no task becomes healthy or fails meanwhile',
    check: (open) => {
      const stage = open(loadBalanced)
      stage.deploy('sick')
      now(stage, { role: { name: 'AWSServiceRoleForECS', deny: ['elasticloadbalancing:Describe*'] } })
      stage.advance(900)
      expect(messages(stage)).toContain(
        `service web failed to describe target health on target-group ${targetGroup} with (error ${deniedTo(describeHealth, '*')})`,
      )
      expect(stage.primary()).toMatchObject({ rolloutState: 'IN_PROGRESS', failedTasks: 0 })
      now(stage, { role: { name: 'AWSServiceRoleForECS', deny: [] } })
      stage.until(() => (stage.primary().failedTasks ?? 0) > 0)
    },
  },
  ...(
    [
      ['trust relationship has', { trust: [] }],
      ['trust relationship has', { exists: false }],
      ['permissions policies have', { deny: ['ec2:*'] }],
    ] as const
  ).map(
    ([what, change]): Fact => ({
      name: `§7 the role of ECS itself is broken (${JSON.stringify(change)}): IAM ${what} been misconfigured …, and nothing is started`,
      check: (open) => {
        const stage = open()
        now(stage, { role: { name: 'AWSServiceRoleForECS', ...change } })
        stage.deploy('v2')
        stage.advance(600)
        expect(messages(stage)).toEqual([
          `IAM ${what} been misconfigured or changed, and ECS can no longer maintain your service`,
        ])
        expect(stage.tasks()).toHaveLength(1)
        now(stage, { role: { name: 'AWSServiceRoleForECS', trust: ['ecs.amazonaws.com'], deny: [] } })
        stage.untilCompleted()
      },
    }),
  ),
  {
    name: '§7 the scheduler is throttled: operations are being throttled. Will try again later.',
    check: (open) => {
      const stage = open({}, { timeline: [{ afterSeconds: 1, throttleSchedulerSeconds: 300 }] })
      stage.deploy('v2')
      stage.advance(299)
      expect(stage.events()).toEqual(['operations are being throttled. Will try again later.'])
      expect(stage.untilCompleted()).toBeGreaterThan(300)
    },
  },
]

const missingTargetFacts: Fact[] = (['keep', 'replace'] as const).map(
  (missingTargetGroup): Fact => ({
    name: `§7 a target that was taken out by hand: TARGET IS NOT FOUND; its task is ${missingTargetGroup === 'keep' ? 'kept' : 'replaced, by the other reading'} (inferred)`,
    check: (open) => {
      const stage = open({ ...loadBalanced, desiredCount: 2 }, { options: { missingTargetGroup } })
      const { id = '' } = stage.primary()
      const task = stage.tasks()[0]?.taskArn?.slice(-32) ?? ''
      now(stage, { loseTargets: 1 })
      expect(messages(stage)).toContain(
        `(service web) task set (${id}) (task ${task}) is not healthy in target-group (${targetGroup}) due to TARGET IS NOT FOUND.`,
      )
      stage.advance(300)
      expect(stage.service().runningCount).toBe(2)
      expect(stage.tasks().some(({ taskArn = '' }) => taskArn.endsWith(task))).toBe(missingTargetGroup === 'keep')
    },
  }),
)

const placing = (name: string, rest: Scenario, event: string, service: Partial<ServiceScenario> = {}): Fact => ({
  name: `§7 ${name}`,
  check: (open) => {
    const stage = open(service, rest)
    stage.update({ desiredCount: 2 })
    stage.advance(60)
    expect(stage.events()).toContain(event)
    expect(stage.service().runningCount).toBe(1)
  },
})

const ec2 = { launchType: 'EC2' } as const
const noInstance = 'was unable to place a task because no container instance met all of its requirements.'
const closest = `${noInstance} The closest matching container-instance ID`
const onInstances = { capacityProviderStrategy: [{ capacityProvider: 'asg', weight: 1 }] }

const placementFacts: Fact[] = [
  placing(
    'the closest container instance has too little CPU',
    { capacity: [{ provider: 'EC2', tasks: 1, closestInstance: 'insufficient-cpu' }] },
    `${closest} has insufficient CPU units available.`,
    ec2,
  ),
  placing(
    'the agent of the closest container instance is disconnected',
    { capacity: [{ provider: 'EC2', tasks: 1, closestInstance: 'agent' }] },
    `${closest} encountered error "AGENT".`,
    ec2,
  ),
  placing(
    'a task is larger than the account may run (CPU)',
    { accountLimits: { taskCpu: 128 } },
    'was unable to place a task. Reason: The requested CPU configuration is above your limit.',
  ),
  placing(
    'a task is larger than the account may run (memory)',
    { accountLimits: { taskMemory: 256 } },
    'was unable to place a task. Reason: The requested MEMORY configuration is above your limit.',
  ),
  placing(
    'an error inside of AWS',
    { capacity: [{ provider: 'FARGATE', internalError: true }] },
    'was unable to place a task. Reason: Internal error.',
  ),
  {
    name: '§7 500 tasks in PROVISIONING per cluster: the tasks provisioning capacity limit was exceeded',
    check: (open) => {
      const limited = (provisioningTasks?: number): Stage => {
        const accountLimits = provisioningTasks === undefined ? {} : { provisioningTasks }
        const stage = open(onInstances, { capacity: [{ provider: 'asg', delaySeconds: 3600 }], accountLimits })
        stage.update({ desiredCount: 600 })
        stage.advance(60)
        return stage
      }
      const text =
        'was unable to place tasks in your cluster because the tasks provisioning capacity limit was exceeded.'
      for (const [stage, most] of [
        [limited(), 500],
        [limited(20), 20],
      ] as const) {
        expect(stage.service().pendingCount).toBe(most)
        expect(stage.events()).toContain(text)
      }
    },
  },
]

const zone = (stage: Stage, name: string): number =>
  stage.tasks().filter(({ availabilityZone }) => availabilityZone === name).length

function unbalanced(open: Parameters<Fact['check']>[0], service: Partial<ServiceScenario> = {}): Stage {
  const stage = open({ desiredCount: 1, ...service })
  now(stage, { zone: { name: 'us-east-1b', available: false } })
  stage.update({ desiredCount: 4 })
  stage.until(({ runningCount }) => runningCount === 4)
  stage.advance(60)
  expect(zone(stage, 'us-east-1a')).toBe(4)
  now(stage, { zone: { name: 'us-east-1b', available: true } })
  return stage
}

const rebalancingFacts: Fact[] = [
  {
    name: '§7 AZ rebalancing: not balanced, one starts where there are fewest, then one stops where there are most, until balanced',
    check: (open) => {
      const stage = unbalanced(open)
      stage.until(({ events = [] }) => events.some(({ message = '' }) => message.includes('is AZ balanced')))
      const told = stage.events()
      expect(told.slice(told.findIndex((event) => event.startsWith('is not AZ')))).toEqual([
        'is not AZ balanced with 4 tasks in us-east-1a, 0 tasks in us-east-1b. AZ Rebalancing in progress.',
        'has started 1 tasks in us-east-1b to AZ Rebalance: (task ID).',
        'has stopped 1 running tasks in us-east-1a due to AZ rebalancing: (task ID).',
        'has started 1 tasks in us-east-1b to AZ Rebalance: (task ID).',
        'has stopped 1 running tasks in us-east-1a due to AZ rebalancing: (task ID).',
        'is AZ balanced with 2 tasks in us-east-1a, 2 tasks in us-east-1b.',
      ])
      expect([zone(stage, 'us-east-1a'), zone(stage, 'us-east-1b')]).toEqual([2, 2])
    },
  },
  ...(
    [
      ['DISABLED', { availabilityZoneRebalancing: 'DISABLED' }],
      ['no room above 100 percent', { deploymentConfiguration: { maximumPercent: 100, minimumHealthyPercent: 50 } }],
    ] as const
  ).map(
    ([why, change]): Fact => ({
      name: `§2.7 no AZ rebalancing: ${why}`,
      check: (open) => {
        const stage = unbalanced(open)
        stage.update(change)
        stage.advance(1800)
        expect(stage.events().some((event) => event.includes('AZ'))).toBe(false)
        expect(zone(stage, 'us-east-1a')).toBe(4)
      },
    }),
  ),
]

export const causeFacts: readonly Fact[] = [
  ...permissionFacts,
  ...missingTargetFacts,
  ...placementFacts,
  ...rebalancingFacts,
]
