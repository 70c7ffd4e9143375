import type { DeploymentConfiguration } from '@aws-sdk/client-ecs'
import { expect } from '@jest/globals'
import { definition } from '../support.ts'
import type { Fact, Open, Stage } from './stage.ts'

const loadBalancer = { deregistrationDelaySeconds: 30 }
const checked = (check: object = {}): object =>
  definition('v2', { healthCheck: { command: ['CMD', 'true'], interval: 10, retries: 3, ...check } })

const percents = (minimumHealthyPercent: number, maximumPercent: number): DeploymentConfiguration => ({
  minimumHealthyPercent,
  maximumPercent,
})

/** The least and the most tasks in RUNNING, second by second, until the deployment is complete. */
function extremes(stage: Stage): { readonly least: number; readonly most: number; readonly firstAct: string } {
  const seen: number[] = []
  const total: number[] = []
  stage.deploy('v2')
  stage.until((service) => {
    seen.push(service.runningCount ?? 0)
    total.push((service.runningCount ?? 0) + (service.pendingCount ?? 0))
    return service.deployments?.length === 1 && service.deployments[0]?.rolloutState === 'COMPLETED'
  })
  return { least: Math.min(...seen), most: Math.max(...total), firstAct: stage.events()[0] ?? '' }
}

const starts = (open: Open, update: object): boolean => {
  const stage = open()
  const before = stage.primary().id
  return stage.update(update).deployments?.[0]?.id !== before
}

const network = { awsvpcConfiguration: { subnets: ['subnet-1'] } }

const startingFacts: Fact[] = [
  ...Object.entries({
    taskDefinition: { taskDefinition: 'web:2' },
    networkConfiguration: { networkConfiguration: network },
    platformVersion: { platformVersion: '1.4.0' },
    forceNewDeployment: { forceNewDeployment: true },
  }).map(
    ([member, update]): Fact => ({
      name: `§2.1 ${member} starts a deployment`,
      check: (open) => expect(starts(open, update)).toBe(true),
    }),
  ),
  ...Object.entries({
    desiredCount: { desiredCount: 2 },
    deploymentConfiguration: { deploymentConfiguration: percents(50, 150) },
    availabilityZoneRebalancing: { availabilityZoneRebalancing: 'DISABLED' },
    capacityProviderStrategy: { capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1 }] },
    healthCheckGracePeriodSeconds: { healthCheckGracePeriodSeconds: 60 },
    enableExecuteCommand: { enableExecuteCommand: true },
    enableECSManagedTags: { enableECSManagedTags: true },
    propagateTags: { propagateTags: 'SERVICE' },
  }).map(
    ([member, update]): Fact => ({
      name: `§2.1 ${member} starts none`,
      check: (open) => expect(starts(open, update)).toBe(false),
    }),
  ),
  {
    name: '§2.1 exec and tag settings reach only tasks started later',
    check: (open) => {
      const stage = open()
      stage.update({ enableExecuteCommand: true, enableECSManagedTags: true })
      expect(stage.tasks()[0]?.enableExecuteCommand).toBe(false)
      stage.update({ desiredCount: 2 })
      stage.until(({ runningCount }) => runningCount === 2)
      expect(stage.tasks().map(({ enableExecuteCommand }) => enableExecuteCommand)).toEqual([false, true])
    },
  },
  {
    name: '§2.1 a deployment over a running one: STOP_REQUESTED, then STOPPED; the former PRIMARY is ACTIVE and drained',
    check: (open) => {
      const stage = open()
      const first = stage.deploy('slow')
      stage.advance(60)
      const arn = stage.current().serviceDeploymentArn
      const status = (): string =>
        stage.call('DescribeServiceDeployments', { serviceDeploymentArns: [arn] }).serviceDeployments[0].status
      expect(status()).toBe('IN_PROGRESS')
      const second = stage.deploy('v2')
      expect(status()).toBe('STOP_REQUESTED')
      expect(stage.service().deployments?.map(({ id, status }) => [id, status])).toContainEqual([first, 'ACTIVE'])
      stage.untilCompleted()
      expect(status()).toBe('STOPPED')
      expect(stage.primary().id).toBe(second)
    },
  },
]

const shapeFacts: Fact[] = [
  {
    name: '§2.2 the answer to UpdateService: a PRIMARY with 0/0/0 and no service deployment yet',
    check: (open) => {
      const stage = open({ desiredCount: 2 })
      const service = stage.update({ forceNewDeployment: true })
      expect(service).not.toHaveProperty('currentServiceDeployment')
      expect(service.deployments).toMatchObject([
        {
          status: 'PRIMARY',
          desiredCount: 0,
          pendingCount: 0,
          runningCount: 0,
          failedTasks: 0,
          rolloutState: 'IN_PROGRESS',
          platformVersion: '1.4.0',
        },
        { status: 'ACTIVE', desiredCount: 2, runningCount: 2, rolloutState: 'COMPLETED' },
      ])
      expect(service.deployments?.[0]?.createdAt).toBe(service.deployments?.[0]?.updatedAt)
      expect(service).toMatchObject({
        platformVersion: 'LATEST',
        platformFamily: 'Linux',
        propagateTags: 'NONE',
        availabilityZoneRebalancing: 'ENABLED',
        resourceManagementType: 'CUSTOMER',
        deploymentConfiguration: {
          strategy: 'ROLLING',
          bakeTimeInMinutes: 0,
          maximumPercent: 200,
          minimumHealthyPercent: 100,
        },
      })
      expect(service.currentServiceRevisions).toMatchObject([
        { requestedTaskCount: 0, runningTaskCount: 0, pendingTaskCount: 0 },
        { requestedTaskCount: 2, runningTaskCount: 2, pendingTaskCount: 0 },
      ])
    },
  },
  {
    name: '§2.2 rolloutStateReason: in progress, then completed',
    check: (open) => {
      const stage = open()
      const id = stage.deploy('v2')
      expect(stage.primary()).toMatchObject({ id, rolloutStateReason: `ECS deployment ${id} in progress.` })
      stage.untilCompleted()
      expect(stage.primary()).toMatchObject({ id, rolloutStateReason: `ECS deployment ${id} completed.` })
      expect(id).toMatch(/^ecs-svc\/\d{19}$/)
    },
  },
]

const boundFacts: Fact[] = [
  {
    name: '§2.3 min 50, desired 4: 2 may stop first',
    check: (open) => {
      const { least, firstAct } = extremes(open({ desiredCount: 4, deploymentConfiguration: percents(50, 100) }))
      expect(least).toBe(2)
      expect(firstAct).toMatch(/^has stopped 2 running tasks/)
    },
  },
  {
    name: '§2.3 min 75, desired 2: rounded up to 2, none may stop first',
    check: (open) =>
      expect(extremes(open({ desiredCount: 2, deploymentConfiguration: percents(75, 200) })).least).toBe(2),
  },
  {
    name: '§2.3 max 200, desired 4: 4 may start first',
    check: (open) => {
      const { most, firstAct } = extremes(open({ desiredCount: 4 }))
      expect(most).toBe(8)
      expect(firstAct).toMatch(/^has started 4 tasks/)
    },
  },
  {
    name: '§2.3 max 125, desired 3: rounded down to 3, none may start first',
    check: (open) =>
      expect(extremes(open({ desiredCount: 3, deploymentConfiguration: percents(50, 125) })).most).toBe(3),
  },
  {
    name: '§2.3 a stopping task still takes room under the maximum',
    check: (open) => {
      const stage = open({ desiredCount: 2, deploymentConfiguration: percents(0, 100), loadBalancer })
      stage.deploy('v2')
      stage.until(({ events = [] }) => events.some(({ message }) => message?.includes('has started')))
      expect(stage.timeOf('has started') - stage.timeOf('has stopped')).toBeGreaterThan(31)
    },
  },
  {
    name: '§2.3 neither start nor stop allowed: it hangs, and says so once in six hours',
    check: (open) => {
      const stage = open({ desiredCount: 2, deploymentConfiguration: percents(100, 100) })
      stage.deploy('v2')
      stage.advance(900)
      expect(stage.events()).toEqual([
        'was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.',
      ])
      expect(stage.primary().rolloutState).toBe('IN_PROGRESS')
    },
  },
  {
    name: '§2.3 an unhealthy task is replaced by one of the same revision, started first where the maximum has room',
    check: (open) => {
      const stage = open({
        loadBalancer: { ...loadBalancer, targetUnhealthySeconds: 20 },
        deploymentConfiguration: percents(100, 300),
      })
      const id = stage.deploy('sick')
      stage.until(({ events = [] }) => events.some(({ message }) => message?.includes('due to an unhealthy status')))
      const replaced = stage.timeOf('due to an unhealthy status')
      expect(stage.timedEvents().filter(({ at, message }) => at < replaced && message.includes('has stopped'))).toEqual(
        [],
      )
      expect(stage.tasks('RUNNING', { startedBy: id }).length).toBeGreaterThanOrEqual(1)
    },
  },
  {
    name: '§2.3 without room for another task one unhealthy task is stopped first',
    check: (open) => {
      const stage = open({
        desiredCount: 2,
        loadBalancer: { deregistrationDelaySeconds: 5, targetUnhealthySeconds: 20 },
        deploymentConfiguration: percents(0, 100),
      })
      const id = stage.deploy('sick')
      stage.until(() => stage.tasks('STOPPED', { startedBy: id }).length > 0)
      expect(stage.events().filter((event) => event.startsWith('has stopped 1 running tasks'))).not.toEqual([])
      expect(stage.events().some((event) => event.includes('due to an unhealthy status'))).toBe(false)
    },
  },
]

const healthFacts: Fact[] = [
  {
    name: '§2.3 no check: healthy 40 s after RUNNING, so the old task stays until then',
    check: (open) => {
      const stage = open()
      const id = stage.deploy('v2')
      stage.until(() => stage.tasks('RUNNING', { startedBy: id })[0]?.lastStatus === 'RUNNING')
      const ran = Number(stage.tasks('RUNNING', { startedBy: id })[0]?.startedAt)
      stage.untilCompleted()
      const delay = stage.timeOf('has stopped 1 running') - ran
      expect(delay).toBeGreaterThanOrEqual(40)
      expect(delay).toBeLessThan(60)
    },
  },
  {
    name: '§2.3 container health check: healthy as soon as it passes, without the 40 s',
    check: (open) => {
      const stage = open()
      const { taskDefinitionArn } = stage.call('RegisterTaskDefinition', checked({ interval: 5 })).taskDefinition
      const id = stage.update({ taskDefinition: taskDefinitionArn }).deployments?.[0]?.id
      stage.untilCompleted()
      const [task] = stage.tasks('RUNNING', { startedBy: id })
      expect(task?.healthStatus).toBe('HEALTHY')
      expect(stage.timeOf('has stopped 1 running') - Number(task?.startedAt)).toBeLessThan(40)
    },
  },
  {
    name: '§2.3 load balancer and container check: both must pass',
    check: (open) => {
      const stage = open({ loadBalancer: { ...loadBalancer, targetHealthSeconds: 100, targetUnhealthySeconds: 200 } })
      const { taskDefinitionArn } = stage.call('RegisterTaskDefinition', checked()).taskDefinition
      const id = stage.update({ taskDefinition: taskDefinitionArn }).deployments?.[0]?.id
      stage.until(() => stage.tasks('RUNNING', { startedBy: id })[0]?.healthStatus === 'HEALTHY')
      stage.advance(60)
      expect(stage.events().some((event) => event.startsWith('has stopped'))).toBe(false)
      stage.untilCompleted()
    },
  },
  {
    name: '§2.4 a container that never passes is UNHEALTHY after startPeriod + interval x retries',
    check: (open) => {
      const stage = open()
      const sick = definition('sick', {
        healthCheck: { command: ['CMD', 'false'], interval: 10, retries: 3, startPeriod: 20 },
      })
      const { taskDefinitionArn } = stage.call('RegisterTaskDefinition', sick).taskDefinition
      const id = stage.update({ taskDefinition: taskDefinitionArn }).deployments?.[0]?.id
      const at = stage.until(() => stage.tasks('RUNNING', { startedBy: id })[0]?.healthStatus === 'UNHEALTHY')
      expect(at - Number(stage.tasks('RUNNING', { startedBy: id })[0]?.startedAt)).toBeCloseTo(50, -1)
    },
  },
  {
    name: '§2.4 within the grace period failed checks are ignored, container checks too',
    check: (open) => {
      const stage = open({
        healthCheckGracePeriodSeconds: 200,
        loadBalancer: { ...loadBalancer, targetUnhealthySeconds: 20 },
      })
      const id = stage.deploy('sick')
      stage.until(({ events = [] }) => events.some(({ message }) => message?.includes('is unhealthy in')))
      const [task] = stage.tasks('RUNNING', { startedBy: id })
      expect(stage.timeOf('is unhealthy in') - Number(task?.startedAt)).toBeGreaterThanOrEqual(200)
    },
  },
  {
    name: '§2.4 a new target needs one passing check, not the five of a recovery',
    check: (open) => {
      const stage = open({ loadBalancer })
      stage.deploy('v2')
      stage.untilCompleted()
      const delay = stage.timeOf('has stopped 1 running') - stage.timeOf('registered 1 targets')
      expect(delay).toBeLessThan(60)
    },
  },
]

const completionFacts: Fact[] = [
  {
    name: '§2.5 COMPLETED once the old tasks have left RUNNING; they may still drain (default reading)',
    check: (open) => {
      const stage = open({ loadBalancer: { deregistrationDelaySeconds: 300 } })
      stage.deploy('v2')
      const at = stage.untilCompleted()
      expect(at - stage.timeOf('has stopped 1 running')).toBeLessThan(120)
      const [old] = stage.tasks('STOPPED')
      expect(old?.lastStatus).toBe('DEACTIVATING')
    },
  },
  {
    name: '§2.5 the other reading: COMPLETED only when the old tasks are STOPPED (14.3)',
    check: (open) => {
      const stage = open(
        { loadBalancer: { deregistrationDelaySeconds: 300 } },
        { options: { completionWaitsFor: 'stopped' } },
      )
      stage.deploy('v2')
      const at = stage.untilCompleted()
      expect(at - stage.timeOf('has stopped 1 running')).toBeGreaterThan(300)
      expect(stage.tasks('STOPPED')[0]?.lastStatus).toBe('STOPPED')
    },
  },
  {
    name: '§2.5 the stop waits for the deregistration delay',
    check: (open) => {
      const stage = open({ loadBalancer: { deregistrationDelaySeconds: 120 } })
      const [old] = stage.tasks()
      stage.deploy('v2')
      stage.until(() => stage.tasks('STOPPED')[0]?.lastStatus === 'STOPPED')
      const [gone] = stage.tasks('STOPPED')
      expect(gone?.taskArn).toBe(old?.taskArn)
      expect(Number(gone?.executionStoppedAt) - Number(gone?.stoppingAt)).toBeGreaterThan(120)
    },
  },
  {
    name: '§2.5 bake time begins when all is replaced, and comes before COMPLETED',
    check: (open) => {
      const stage = open({ deploymentConfiguration: { bakeTimeInMinutes: 10 } })
      stage.deploy('v2')
      const at = stage.untilCompleted()
      expect(at - stage.timeOf('has stopped 1 running')).toBeGreaterThanOrEqual(600)
    },
  },
]

const early = (
  healthyPercent: number,
  sourceServiceRevisionCleanup: 'BLOCKING' | 'DEFERRED',
): DeploymentConfiguration => ({
  minimumHealthyPercent: 50,
  maximumPercent: 150,
  earlySuccessCriteria: { enable: true, healthyPercent, sourceServiceRevisionCleanup },
})

const earlyFacts: Fact[] = [
  {
    name: '§2.5 early success: ceil(desired x healthyPercent / 100) healthy tasks are enough',
    check: (open) => {
      const stage = open({ desiredCount: 3, deploymentConfiguration: early(50, 'DEFERRED') })
      const id = stage.deploy('v2')
      let healthyAtEnd = 0
      stage.until(() => {
        healthyAtEnd = stage.engine.world.tasks.filter(
          (task) => task.deployment === id && task.healthySince !== undefined,
        ).length
        return stage.primary().rolloutState === 'COMPLETED'
      })
      expect(healthyAtEnd).toBe(2)
    },
  },
  {
    name: '§2.5 early success, BLOCKING: the old revision is cleaned up first',
    check: (open) => {
      const stage = open({ desiredCount: 4, deploymentConfiguration: early(50, 'BLOCKING') })
      stage.deploy('v2')
      stage.until(() => stage.primary().rolloutState === 'COMPLETED')
      expect(stage.service().deployments).toHaveLength(1)
    },
  },
  {
    name: '§2.5 early success, DEFERRED: deployments[] stays above 1 after COMPLETED, and it cannot be stopped any more',
    check: (open) => {
      const stage = open(
        { desiredCount: 4, deploymentConfiguration: { ...early(75, 'DEFERRED'), maximumPercent: 200 } },
        { timeline: [{ afterSeconds: 1, protectMinutes: 30 }] },
      )
      stage.deploy('v2')
      stage.advance(20)
      stage.until(() => stage.primary().rolloutState === 'COMPLETED')
      expect(stage.service().deployments?.length).toBe(2)
      expect(stage.current().status).toBe('SUCCESSFUL')
      const { serviceDeploymentArn } = stage.current()
      expect(stage.refusal('StopServiceDeployment', { serviceDeploymentArn })).toMatch(/^ConflictException/)
      stage.untilCompleted()
      expect(stage.service()).toMatchObject({ runningCount: 4 })
    },
  },
  {
    name: '§2.5 healthyPercent below minimumHealthyPercent is refused (inferred text)',
    check: (open) =>
      expect(
        open().refusal('UpdateService', {
          service: 'web',
          deploymentConfiguration: { ...early(50, 'BLOCKING'), minimumHealthyPercent: 100 },
        }),
      ).toMatch(/^InvalidParameterException/),
  },
]

export const rollingFacts: readonly Fact[] = [
  ...startingFacts,
  ...shapeFacts,
  ...boundFacts,
  ...healthFacts,
  ...completionFacts,
  ...earlyFacts,
]
