import { expect } from '@jest/globals'
import { happen } from '../../../simulator/happen.ts'
import type { Happening, ModelOptions, ServiceScenario } from '../../../simulator/scenario.ts'
import { definition } from '../support.ts'
import { type Fact, images, type Stage } from './stage.ts'

const now = (stage: Stage, happening: Happening): void => happen(stage.engine, happening)

const targetGroup = 'arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/web/0123456789abcdef'
const role = (name: string): string => `arn:aws:iam::111122223333:role/${name}`
const assumeError = (name: string): string =>
  `ECS was unable to assume the role '${role(name)}' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions and that your IAM user has permissions to pass this role.`

const deletedServiceFacts: Fact[] = [
  {
    name: '§4.1 a service that is deleted midway: DRAINING, its tasks stop, then INACTIVE; its history goes with it',
    check: (open) => {
      const stage = open({ desiredCount: 2 }, { timeline: [{ afterSeconds: 40, deleteService: true }] })
      stage.deploy('slow')
      stage.advance(41)
      expect(stage.service()).toMatchObject({ status: 'DRAINING', desiredCount: 0 })
      expect(stage.current().status).toBe('STOPPED')
      expect(stage.refusal('UpdateService', { service: 'web', desiredCount: 1 })).toBe(
        'ServiceNotActiveException: Service was not ACTIVE.',
      )
      stage.until(({ status }) => status === 'INACTIVE')
      expect(stage.service()).toMatchObject({ deployments: [], runningCount: 0, pendingCount: 0 })
      expect(stage.tasks('STOPPED').map(({ lastStatus }) => lastStatus)).toEqual(Array(4).fill('STOPPED'))
      expect(stage.call('ListServiceDeployments', { service: 'web' }).serviceDeployments).toEqual([])
      expect(stage.events()).toContain('has stopped 2 running tasks: (task ID) (task ID).')
      expect(stage.events()).toContain('stopped 2 pending tasks.')
    },
  },
  {
    name: '§3.2 failures of a service that is being deleted trip nothing and roll nothing back',
    check: (open) => {
      const stage = open({ desiredCount: 2 })
      const id = stage.deploy('gone')
      stage.until(({ deployments = [] }) => (deployments[0]?.failedTasks ?? 0) >= 2, 120)
      now(stage, { deleteService: true })
      stage.advance(3600)
      expect(stage.service().status).toBe('INACTIVE')
      expect(stage.timedEvents().some(({ message }) => message.includes('rolling back'))).toBe(false)
      expect(stage.timedEvents().some(({ message }) => message.includes(`${id}) deployment failed`))).toBe(false)
    },
  },
]

const withTargetGroup = { desiredCount: 2, loadBalancer: { deregistrationDelaySeconds: 10 } }

const targetGroupFacts: Fact[] = [
  {
    name: '§7 a target group that is deleted midway: each task is told as not healthy in it, new ones fail to register',
    check: (open) => {
      const stage = open(withTargetGroup, { timeline: [{ afterSeconds: 20, deleteTargetGroup: true }] })
      const old = stage.primary().id ?? ''
      const tasks = stage.tasks().map(({ taskArn = '' }) => taskArn.slice(-32))
      stage.deploy('v2')
      stage.advance(120)
      const messages = stage.timedEvents().map(({ message }) => message)
      for (const id of tasks)
        expect(messages).toContain(
          `(service web) task set (${old}) (task ${id}) is not healthy in target-group (${targetGroup}) due to TARGET GROUP IS NOT FOUND.`,
        )
      expect(messages).toContain(
        `service web failed to register targets in target-group ${targetGroup} with (error One or more target groups not found)`,
      )
    },
  },
  ...(['keep', 'replace'] as const).map(
    (missingTargetGroup): Fact => ({
      name:
        missingTargetGroup === 'keep'
          ? '§7 without a target group new tasks never become healthy: the deployment hangs, nothing fails (inferred)'
          : '§7 without a target group tasks fail their checks, by the other reading: the breaker counts them (inferred)',
      check: (open) => {
        const stage = open(withTargetGroup, { options: { missingTargetGroup } })
        const id = stage.deploy('v2')
        stage.advance(5)
        now(stage, { deleteTargetGroup: true })
        stage.advance(1800)
        const { rolloutState, failedTasks } = stage.service().deployments?.find((one) => one.id === id) ?? {}
        if (missingTargetGroup === 'keep') {
          expect({ rolloutState, failedTasks }).toEqual({ rolloutState: 'IN_PROGRESS', failedTasks: 0 })
          expect(stage.service().runningCount).toBe(4)
        } else {
          expect(rolloutState ?? 'FAILED').toBe('FAILED')
          expect(stage.timeOf(`(deployment ${id}) deployment failed: tasks failed to start.`)).toBeLessThan(1800)
          expect(stage.tasks('STOPPED').map(({ stoppedReason }) => stoppedReason)).toContain(
            `Task failed ELB health checks in (target-group ${targetGroup})`,
          )
        }
      },
    }),
  ),
  {
    name: '§6.1 a task of a deleted target group is stopped without being deregistered',
    check: (open) => {
      const stage = open({ desiredCount: 1, loadBalancer: {} })
      now(stage, { deleteTargetGroup: true })
      stage.update({ desiredCount: 0 })
      stage.until(({ runningCount }) => runningCount === 0)
      expect(stage.events().some((event) => event.startsWith('deregistered'))).toBe(false)
    },
  },
]

const changedBreaker = { deploymentCircuitBreaker: { enable: true, rollback: true } }
const off: Partial<ServiceScenario> = { deploymentConfiguration: {} }

const configurationFacts: Fact[] = [
  ...(['at-once', 'next-deployment'] as const).map(
    (breakerChange): Fact => ({
      name: `§3.1 a breaker that is switched on midway judges ${breakerChange === 'at-once' ? 'at once' : 'only the next deployment, by the other reading'} (inferred)`,
      check: (open) => {
        const stage = open(off, { options: { breakerChange } })
        const old = stage.primary().id
        const id = stage.deploy('gone')
        stage.advance(60)
        expect(stage.current().deploymentCircuitBreaker).toMatchObject({ status: 'DISABLED' })
        now(stage, { deploymentConfiguration: changedBreaker })
        expect(stage.current().deploymentCircuitBreaker).toMatchObject({
          status: breakerChange === 'at-once' ? 'MONITORING' : 'DISABLED',
        })
        stage.advance(2 * 3600)
        expect(stage.primary().id).toBe(breakerChange === 'at-once' ? old : id)
        const next = stage.deploy('gone', { forceNewDeployment: true })
        stage.until(({ deployments = [] }) => deployments.every((one) => one.id !== next), 240)
      },
    }),
  ),
  {
    name: '§3.1 a breaker that is switched off midway lets failures pass',
    check: (open) => {
      const stage = open({}, { timeline: [{ afterSeconds: 60, deploymentConfiguration: {} }] })
      const id = stage.deploy('gone')
      stage.advance(10)
      now(stage, { deploymentConfiguration: { deploymentCircuitBreaker: { enable: false, rollback: false } } })
      stage.advance(3 * 3600)
      expect(stage.primary()).toMatchObject({ id, rolloutState: 'IN_PROGRESS' })
      expect(stage.primary().failedTasks).toBeGreaterThan(3)
    },
  },
  {
    name: '§2.3 percents that are changed midway free a deployment that could neither start nor stop tasks',
    check: (open) => {
      const blocked = { deploymentConfiguration: { maximumPercent: 100, minimumHealthyPercent: 100 } }
      const stage = open(blocked, {
        timeline: [{ afterSeconds: 600, deploymentConfiguration: { maximumPercent: 200 } }],
      })
      const id = stage.deploy('v2')
      stage.advance(599)
      expect(stage.primary()).toMatchObject({ id, rolloutState: 'IN_PROGRESS', runningCount: 0 })
      expect(stage.untilCompleted()).toBeGreaterThan(600)
      expect(stage.primary().id).toBe(id)
    },
  },
]

const supersedingFacts: Fact[] = [
  {
    name: '§2.1 somebody else deploys midway: the running service deployment ends STOPPED, the former PRIMARY is drained',
    check: (open) => {
      const stage = open({}, { timeline: [{ afterSeconds: 30, deploy: { taskDefinition: 'web:2' } }] })
      const mine = stage.deploy('slow')
      stage.advance(31)
      expect(stage.primary().id).not.toBe(mine)
      expect(stage.service().deployments?.find(({ id }) => id === mine)?.status).toBe('ACTIVE')
      stage.untilCompleted()
      const { serviceDeployments } = stage.call('ListServiceDeployments', { service: 'web' })
      expect(serviceDeployments.map(({ status }: { status: string }) => status)).toEqual([
        'SUCCESSFUL',
        'STOPPED',
        'SUCCESSFUL',
      ])
    },
  },
  {
    name: '§3.2 somebody else deploys what fails: it goes back to the last COMPLETED, which is neither theirs nor mine',
    check: (open) => {
      const failing = { image: '111122223333.dkr.ecr.us-east-1.amazonaws.com/web:gone' }
      const stage = open({}, { timeline: [{ afterSeconds: 30, deploy: failing }] })
      const before = stage.primary().id
      const mine = stage.deploy('slow')
      stage.advance(31)
      const theirs = stage.primary()
      expect(theirs.id).not.toBe(mine)
      expect(theirs.taskDefinition).toMatch(new RegExp(`web:${images.length + 1}$`))
      stage.until(({ deployments = [] }) => deployments.length === 1 && deployments[0]?.id === before, 240)
      expect(stage.current()).toMatchObject({ status: 'ROLLBACK_SUCCESSFUL' })
      expect(stage.timeOf(`(deployment ${theirs.id}) deployment failed: tasks failed to start.`)).toBeGreaterThan(30)
    },
  },
]

const withSecret = {
  ...definition('v2'),
  containerDefinitions: [{ ...definition('v2').containerDefinitions[0], secrets: [{ name: 'DB', valueFrom: 'db' }] }],
} as ReturnType<typeof definition>

const lossFacts: Fact[] = [
  {
    name: '§8.6 an image that disappears midway: tasks started before run on, later ones cannot pull the pinned digest',
    check: (open) => {
      const stage = open()
      stage.deploy('v2')
      stage.untilCompleted()
      now(stage, { deleteImage: 'web:v2' })
      stage.update({ desiredCount: 2 })
      stage.advance(300)
      expect(stage.service().runningCount).toBe(1)
      const failed = stage.tasks('STOPPED').filter(({ stopCode }) => stopCode === 'TaskFailedToStart')
      expect(failed[0]).toMatchObject({
        stoppedReason: expect.stringMatching(
          /^CannotPullContainerError: pull image manifest has been retried 5 time\(s\): failed to resolve ref .*@sha256:.*: not found$/,
        ),
      })
    },
  },
  {
    name: '§6.3 a secret that disappears midway: running tasks do not notice, new ones cannot be initialised',
    check: (open) => {
      const stage = open(
        { taskDefinition: `web:${images.length + 1}` },
        { taskDefinitions: [...images.map(({ tag }) => definition(tag)), withSecret] },
      )
      now(stage, { deleteSecret: 'db' })
      stage.advance(600)
      expect(stage.service().runningCount).toBe(1)
      stage.update({ forceNewDeployment: true })
      stage.advance(120)
      expect(
        stage.events().some((event) => event.includes('Reason: ResourceInitializationError: unable to pull')),
      ).toBe(true)
    },
  },
  ...(
    [
      ['that is deleted', { exists: false }],
      ['that no longer trusts ECS tasks', { trust: ['lambda.amazonaws.com'] }],
    ] as const
  ).map(
    ([what, change]): Fact => ({
      name: `§7 a role ${what} midway: no task is launched, the event says so, failures count, and it can come back`,
      check: (open) => {
        const stage = open(off, {
          timeline: [{ afterSeconds: 5, role: { name: 'ecsTaskExecutionRole', ...change } }],
        })
        stage.deploy('v2')
        stage.advance(60)
        expect(stage.tasks()).toHaveLength(1)
        expect(stage.events()).toContain(`failed to launch a task with (error ${assumeError('ecsTaskExecutionRole')})`)
        expect(stage.primary().failedTasks).toBeGreaterThan(0)
        now(stage, { role: { name: 'ecsTaskExecutionRole', trust: ['ecs-tasks.amazonaws.com'] } })
        stage.untilCompleted()
      },
    }),
  ),
  {
    name: '§6.3 RunTask with a role that cannot be assumed: ClientException with the same text',
    check: (open) => {
      const stage = open()
      now(stage, { role: { name: 'ecsTaskExecutionRole', exists: false } })
      const network = { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60001'] } }
      expect(stage.refusal('RunTask', { taskDefinition: 'web:2', networkConfiguration: network })).toBe(
        `ClientException: ${assumeError('ecsTaskExecutionRole')}`,
      )
    },
  },
]

const retired = (stage: Stage): string =>
  stage.refusal('UpdateService', { service: 'web', taskDefinition: 'web:2', forceNewDeployment: true })

const definitionFacts: Fact[] = [
  {
    name: '§8.2 a revision that is deregistered midway: its tasks run on and scale, an update to it is refused',
    check: (open) => {
      const stage = open({}, { timeline: [{ afterSeconds: 20, deregisterTaskDefinition: 'web:2' }] })
      stage.deploy('v2')
      stage.untilCompleted()
      stage.update({ desiredCount: 3 })
      stage.until(({ runningCount }) => runningCount === 3)
      expect(stage.call('DescribeTaskDefinition', { taskDefinition: 'web:2' }).taskDefinition.status).toBe('INACTIVE')
      expect(retired(stage)).toBe('ClientException: TaskDefinition is inactive')
    },
  },
  {
    name: '§8.2 a rollback by ECS to a revision that was deregistered midway leaves the service on an INACTIVE one',
    check: (open) => {
      const stage = open({}, { timeline: [{ afterSeconds: 20, deregisterTaskDefinition: 'web:1' }] })
      stage.deploy('gone')
      stage.until(({ deployments = [] }) => deployments.length === 1, 240)
      expect(stage.primary().taskDefinition).toMatch(/web:1$/)
      expect(stage.call('DescribeTaskDefinition', { taskDefinition: 'web:1' }).taskDefinition.status).toBe('INACTIVE')
    },
  },
  {
    name: '§8.2 a revision that is deleted midway: DELETE_IN_PROGRESS while something refers to it, then gone',
    check: (open) => {
      const stage = open()
      const describe = { taskDefinition: 'web:1' }
      now(stage, { deleteTaskDefinition: 'web:1' })
      expect(stage.call('DescribeTaskDefinition', describe).taskDefinition).toMatchObject({
        status: 'DELETE_IN_PROGRESS',
        deleteRequestedAt: stage.now,
      })
      stage.update({ desiredCount: 2 })
      stage.until(({ runningCount }) => runningCount === 2)
      stage.deploy('v2')
      stage.untilCompleted()
      stage.advance(600)
      expect(stage.refusal('DescribeTaskDefinition', describe)).toBe(
        'ClientException: Unable to describe task definition.',
      )
      expect(stage.call('RegisterTaskDefinition', definition('v1')).taskDefinition.revision).toBe(images.length + 1)
    },
  },
  {
    name: '§8.2 DeleteTaskDefinitions takes INACTIVE revisions only, at most 10',
    check: (open) => {
      const stage = open()
      const answer = stage.call('DeleteTaskDefinitions', { taskDefinitions: ['web:2', 'web:99'] })
      expect(answer).toMatchObject({ taskDefinitions: [], failures: [{ reason: 'ACTIVE' }, { reason: 'MISSING' }] })
      stage.call('DeregisterTaskDefinition', { taskDefinition: 'web:2' })
      expect(stage.call('DeleteTaskDefinitions', { taskDefinitions: ['web:2'] })).toMatchObject({
        taskDefinitions: [{ status: 'DELETE_IN_PROGRESS', revision: 2 }],
        failures: [],
      })
      const eleven = Array.from({ length: 11 }, (_, index) => `web:${index + 1}`)
      expect(stage.refusal('DeleteTaskDefinitions', { taskDefinitions: eleven })).toMatch(/^InvalidParameterException/)
    },
  },
  ...([0, 600] satisfies ModelOptions['inactiveAfterSeconds'][]).map(
    (inactiveAfterSeconds): Fact => ({
      name: `§8.2 a deregistered revision is refused ${inactiveAfterSeconds === 0 ? 'at once' : 'after up to 10 minutes'}`,
      check: (open) => {
        const stage = open({}, { options: { inactiveAfterSeconds } })
        now(stage, { deregisterTaskDefinition: 'web:2' })
        stage.advance(500)
        if (inactiveAfterSeconds > 0) stage.deploy('v2')
        else expect(retired(stage)).toMatch(/inactive$/)
        stage.advance(101)
        expect(retired(stage)).toMatch(/inactive$/)
      },
    }),
  ),
]

const recordFacts: Fact[] = [
  {
    name: '§2.1 what AWS refuses by then changes nothing, and the record says so',
    check: (open) => {
      const timeline = [
        { afterSeconds: 10, deleteService: true },
        { afterSeconds: 20, scale: 5 },
      ]
      const stage = open({}, { timeline })
      stage.advance(30)
      expect(stage.engine.world.happened).toEqual([
        { at: 10_000, happening: { deleteService: true } },
        {
          at: 20_000,
          happening: { scale: 5 },
          refused: 'ServiceNotActiveException: Service was not ACTIVE.',
        },
      ])
    },
  },
]

export const happeningFacts: readonly Fact[] = [
  ...deletedServiceFacts,
  ...targetGroupFacts,
  ...configurationFacts,
  ...supersedingFacts,
  ...lossFacts,
  ...definitionFacts,
  ...recordFacts,
]
