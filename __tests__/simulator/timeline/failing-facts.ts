import type { DeploymentCircuitBreaker, DeploymentConfiguration } from '@aws-sdk/client-ecs'
import { expect } from '@jest/globals'
import { definition } from '../support.ts'
import type { Fact, Stage } from './stage.ts'

const breaker = (more: Partial<DeploymentCircuitBreaker> = {}): DeploymentConfiguration => ({
  deploymentCircuitBreaker: { enable: true, rollback: true, ...more },
})

/** Times before the start are negative; what failed is seen at this second. */
const untilFailed = (stage: Stage, id: string): number =>
  stage.until(({ deployments = [] }) => deployments.some((one) => one.id === id && one.rolloutState === 'FAILED'), 240)

const checkedSick = (stage: Stage): string => {
  const sick = definition('sick', { healthCheck: { command: ['CMD', 'false'], interval: 10, retries: 3 } })
  return stage.call('RegisterTaskDefinition', sick).taskDefinition.taskDefinitionArn
}

const threshold =
  (desiredCount: number, more?: Partial<DeploymentCircuitBreaker>) => (open: Parameters<Fact['check']>[0]) => {
    const stage = open({ desiredCount, deploymentConfiguration: breaker(more) })
    stage.deploy('v2')
    stage.advance(3)
    return stage.current().deploymentCircuitBreaker?.threshold
  }

const thresholdFacts: Fact[] = [
  { desired: 1, want: 3, of: undefined },
  { desired: 25, want: 13, of: undefined },
  { desired: 400, want: 200, of: undefined },
  { desired: 450, want: 200, of: undefined },
  { desired: 450, want: 225, of: { thresholdConfiguration: { type: 'UNBOUNDED_PERCENT' as const, value: 50 } } },
  { desired: 1, want: 1, of: { thresholdConfiguration: { type: 'UNBOUNDED_PERCENT' as const, value: 50 } } },
  { desired: 30, want: 8, of: { thresholdConfiguration: { type: 'BOUNDED_PERCENT' as const, value: 25 } } },
  { desired: 10, want: 7, of: { thresholdConfiguration: { type: 'COUNT' as const, value: 7 } } },
].map(({ desired, want, of }) => ({
  name: `§3.1 desired ${desired}, ${of === undefined ? 'default' : JSON.stringify(of.thresholdConfiguration)}: threshold ${want}`,
  check: (open) => expect(threshold(desired, of)(open)).toBe(want),
}))

const countingFacts: Fact[] = [
  {
    name: '§3.1 ECS fills in resetOnHealthyTask: true',
    check: (open) =>
      expect(open().service().deploymentConfiguration?.deploymentCircuitBreaker?.resetOnHealthyTask).toBe(true),
  },
  ...[true, false].map(
    (resetOnHealthyTask): Fact => ({
      name: `§3.1 resetOnHealthyTask ${resetOnHealthyTask}: a healthy task ${resetOnHealthyTask ? 'sets failedTasks to 0' : 'changes no count'}`,
      check: (open) => {
        // One of three finds no place for a while and counts; then all become healthy, one after another.
        const stage = open(
          { desiredCount: 3, deploymentConfiguration: { ...breaker({ resetOnHealthyTask }), maximumPercent: 200 } },
          {
            capacity: [{ provider: 'FARGATE', tasks: 5 }],
            timeline: [{ afterSeconds: 90, capacity: { provider: 'FARGATE' } }],
          },
        )
        const id = stage.deploy('v2')
        const counts: number[] = []
        stage.until((service) => {
          counts.push(service.deployments?.find((one) => one.id === id)?.failedTasks ?? 0)
          return stage.engine.world.tasks.some((task) => task.deployment === id && task.healthySince !== undefined)
        })
        stage.advance(2)
        expect(Math.max(...counts)).toBeGreaterThan(0)
        if (resetOnHealthyTask) expect(stage.primary().failedTasks).toBe(0)
        else expect(stage.primary().failedTasks).toBeGreaterThan(0)
      },
    }),
  ),
  {
    name: '§3.2 stage 1: tasks that never reach RUNNING count one by one up to the threshold',
    check: (open) => {
      const stage = open()
      const id = stage.deploy('gone')
      const counts = new Set<number>()
      stage.until(({ deployments = [] }) => {
        const own = deployments.find((one) => one.id === id)
        counts.add(own?.failedTasks ?? 0)
        return own?.rolloutState === 'FAILED'
      }, 240)
      expect([...counts]).toEqual([0, 1, 2, 3])
    },
  },
  {
    name: '§3.2 stage 2: tasks replaced for failed health checks count',
    check: (open) => {
      const stage = open()
      const id = stage.update({ taskDefinition: checkedSick(stage) }).deployments?.[0]?.id ?? ''
      untilFailed(stage, id)
      expect(
        stage.events().filter((event) => event === '(task ID) failed container health checks.').length,
      ).toBeGreaterThanOrEqual(2)
    },
  },
  ...[false, true].map(
    (exitAfterRunningCountsAsFailure): Fact => ({
      name: `§3.2 an exit after RUNNING ${exitAfterRunningCountsAsFailure ? 'counts, by the other reading' : 'does not count'}`,
      check: (open) => {
        const stage = open({}, { options: { exitAfterRunningCountsAsFailure } })
        const id = stage.deploy('crash')
        stage.advance(1200)
        const own = stage.service().deployments?.find((one) => one.id === id)
        expect(own?.rolloutState === 'IN_PROGRESS').toBe(!exitAfterRunningCountsAsFailure)
      },
    }),
  ),
  {
    name: '§3.2 without the circuit breaker failures only count',
    check: (open) => {
      const stage = open({ deploymentConfiguration: {} })
      const id = stage.deploy('gone')
      stage.advance(7200)
      const own = stage.service().deployments?.find((one) => one.id === id)
      expect(own).toMatchObject({ rolloutState: 'IN_PROGRESS', status: 'PRIMARY' })
      expect(own?.failedTasks).toBeGreaterThan(3)
      expect(stage.current().deploymentCircuitBreaker).toMatchObject({ status: 'DISABLED' })
    },
  },
  {
    name: '§3.2 launch back-off: pauses grow up to 27 minutes, and the event says so',
    check: (open) => {
      const stage = open({ deploymentConfiguration: {} })
      const id = stage.deploy('gone')
      const starts: number[] = []
      stage.advance(4 * 3600, () => {
        const newest = stage.engine.world.tasks.findLast((task) => task.deployment === id)?.createdAt ?? 0
        if (newest > 0 && newest !== starts.at(-1)) starts.push(newest)
      })
      const pauses = starts.slice(1).map((at, index) => (at - (starts[index] ?? 0)) / 1000)
      // Each is at least as long as the one before, but for the jitter of a start.
      expect(pauses.filter((pause, index) => pause < (pauses[index - 1] ?? 0) - 30)).toEqual([])
      expect(Math.max(...pauses)).toBeGreaterThan(27 * 60)
      expect(Math.max(...pauses)).toBeLessThan(27 * 60 + 240)
      expect(stage.events()).toContain('is unable to consistently start tasks successfully.')
    },
  },
  {
    name: '§3.2 a new task definition resets the back-off',
    check: (open) => {
      const stage = open({ deploymentConfiguration: {} })
      stage.deploy('gone')
      stage.advance(3600)
      const from = stage.now
      stage.deploy('v2')
      expect(stage.untilCompleted() - from).toBeLessThan(300)
    },
  },
]

const rollbackFacts: Fact[] = [
  {
    name: '§3.3 failed, rolling back, completed, steady: in this order, the pairs 1 ms apart; the old id again',
    check: (open) => {
      const stage = open()
      const old = stage.primary().id ?? ''
      const id = stage.update({ taskDefinition: checkedSick(stage) }).deployments?.[0]?.id ?? ''
      untilFailed(stage, id)
      expect(stage.service().deployments).toMatchObject([
        {
          id: old,
          status: 'PRIMARY',
          taskDefinition: expect.stringMatching(/web:1$/),
          rolloutState: 'IN_PROGRESS',
          rolloutStateReason: `ECS deployment circuit breaker: rolling back to deploymentId ${old}.`,
        },
        {
          id,
          status: 'ACTIVE',
          rolloutState: 'FAILED',
          rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.',
        },
      ])
      expect(stage.service().taskDefinition).toMatch(/web:1$/)
      stage.untilCompleted()
      expect(stage.service().deployments).toMatchObject([{ id: old, rolloutState: 'COMPLETED' }])
      const failed = stage.timeOf(`(deployment ${id}) deployment failed: tasks failed to start.`)
      expect(stage.timeOf(`rolling back to deployment ${old}.`) - failed).toBeCloseTo(0.001, 4)
      const completed = stage.timeOf(`(deployment ${old}) deployment completed.`)
      expect(stage.timeOf('has reached a steady state.') - completed).toBeCloseTo(0.001, 4)
      expect(completed).toBeGreaterThan(failed)
    },
  },
  {
    name: '§3.3 replaced, failed its check, stopped: the events of an unhealthy task in their order',
    check: (open) => {
      const stage = open({ deploymentConfiguration: { ...breaker(), maximumPercent: 300 } })
      stage.update({ taskDefinition: checkedSick(stage) })
      stage.until(({ events = [] }) => events.some(({ message }) => message?.includes('has stopped')))
      expect(stage.events()).toEqual([
        'has started 1 tasks: (task ID).',
        'has started 1 tasks: (task ID). Amazon ECS replaced 1 tasks due to an unhealthy status.',
        '(task ID) failed container health checks.',
        'has stopped 1 running tasks: (task ID).',
      ])
    },
  },
  {
    name: '§3.3 rollback: false leaves the failed deployment PRIMARY and the old one ACTIVE with its tasks',
    check: (open) => {
      const stage = open({ deploymentConfiguration: breaker({ rollback: false }) })
      const id = stage.deploy('gone')
      untilFailed(stage, id)
      stage.advance(1800)
      expect(stage.service().deployments).toMatchObject([
        { id, status: 'PRIMARY', rolloutState: 'FAILED', runningCount: 0 },
        { status: 'ACTIVE', runningCount: 1 },
      ])
      expect(stage.current().status).toBe('STOPPED')
    },
  },
  {
    name: '§3.2 no COMPLETED deployment: no rollback, no new tasks, the deployment stalls',
    check: (open) => {
      const stage = open({ initialDeployment: 'in-progress', taskDefinition: 'web:6' })
      const { id = '' } = stage.primary()
      untilFailed(stage, id)
      const launched = stage.engine.world.tasks.length
      stage.advance(3000)
      expect(stage.engine.world.tasks.length).toBe(launched)
      expect(stage.service().deployments).toMatchObject([{ id, status: 'PRIMARY', rolloutState: 'FAILED' }])
      expect(stage.events().some((event) => event.startsWith('rolling back'))).toBe(false)
    },
  },
  {
    name: '§3.2 a rollback that is superseded leaves nothing to return to: the next failure stalls',
    check: (open) => {
      const stage = open()
      untilFailed(stage, stage.deploy('gone'))
      const second = stage.deploy('gone')
      untilFailed(stage, second)
      expect(stage.primary()).toMatchObject({ id: second, rolloutState: 'FAILED' })
    },
  },
  {
    name: '§3.2 the rollback goes to the last COMPLETED deployment, not to the one before in number',
    check: (open) => {
      const stage = open()
      const first = stage.primary().id
      stage.deploy('slow')
      stage.advance(40)
      const failing = stage.deploy('gone')
      untilFailed(stage, failing)
      expect(stage.primary().id).toBe(first)
    },
  },
  {
    name: '§3.3 pending tasks that are cancelled: stopped n pending tasks.',
    check: (open) => {
      const stage = open({ desiredCount: 2 })
      stage.deploy('v2')
      stage.until(({ pendingCount }) => pendingCount === 2)
      stage.deploy('slow')
      stage.advance(60)
      expect(stage.events()).toContain('stopped 2 pending tasks.')
    },
  },
  ...(['ACTIVE', 'DRAINING'] as const).map(
    (failedDeploymentStatus): Fact => ({
      name: `§14.4 the failed deployment is listed as ${failedDeploymentStatus}, and for as long as the option says`,
      check: (open) => {
        const stage = open({}, { options: { failedDeploymentStatus, failedDeploymentListedSeconds: 300 } })
        const id = stage.deploy('gone')
        untilFailed(stage, id)
        expect(stage.other()).toMatchObject({ id, status: failedDeploymentStatus, rolloutState: 'FAILED' })
        stage.until(() => stage.primary().rolloutState === 'COMPLETED')
        expect(stage.other()?.id).toBe(id)
        stage.advance(290)
        expect(stage.other()?.id).toBe(id)
        stage.advance(60)
        expect(stage.service().deployments).toHaveLength(1)
      },
    }),
  ),
  {
    name: '§14.4 by the other reading the failed deployment stays PRIMARY for a while, and only the history shows the rollback',
    check: (open) => {
      const stage = open({}, { options: { failedStaysPrimarySeconds: 30 } })
      const first = stage.primary().id
      const id = stage.deploy('gone')
      stage.until(() => stage.primary().rolloutState === 'FAILED')
      expect(stage.primary().id).toBe(id)
      expect(stage.call('ListServiceDeployments', { service: 'web' }).serviceDeployments?.[0]?.status).toBe(
        'ROLLBACK_IN_PROGRESS',
      )
      stage.advance(40)
      expect(stage.primary().id).toBe(first)
      stage.until(() => stage.primary().rolloutState === 'COMPLETED')
      expect(stage.call('ListServiceDeployments', { service: 'web' }).serviceDeployments?.[0]?.status).toBe(
        'ROLLBACK_SUCCESSFUL',
      )
    },
  },
  {
    name: '§14.13 another reading of the pauses between launches',
    check: (open) => {
      const quick = open({}, { options: { launchPauseSeconds: [0, 1, 1, 1] } })
      const slow = open({}, { options: { launchPauseSeconds: [600, 1200] } })
      expect(untilFailed(slow, slow.deploy('gone'))).toBeGreaterThan(untilFailed(quick, quick.deploy('gone')) + 1000)
    },
  },
]

const alarms = (more: object = {}): DeploymentConfiguration => ({
  alarms: { alarmNames: ['errors'], enable: true, rollback: true, ...more },
})

const alarmFacts: Fact[] = [
  {
    name: '§3.4 ALARM during the deployment: failed, alarm detected, rolling back',
    check: (open) => {
      const stage = open(
        { deploymentConfiguration: alarms() },
        { alarms: [{ name: 'errors' }], timeline: [{ afterSeconds: 60, alarm: { name: 'errors', state: 'ALARM' } }] },
      )
      const old = stage.primary().id ?? ''
      const id = stage.deploy('v2')
      untilFailed(stage, id)
      expect(stage.timeOf(`(deployment ${id}) deployment failed: alarm detected.`)).toBeLessThan(90)
      expect(stage.timeOf(`rolling back to deployment ${old}.`)).toBeLessThan(90)
      expect(stage.current()).toMatchObject({
        status: 'ROLLBACK_IN_PROGRESS',
        alarms: { status: 'TRIGGERED', alarmNames: ['errors'], triggeredAlarmNames: ['errors'] },
      })
      stage.untilCompleted()
      expect(stage.primary().id).toBe(old)
      expect(stage.current().status).toBe('ROLLBACK_SUCCESSFUL')
    },
  },
  {
    name: '§3.4 ALARM during the bake time fails the deployment too',
    check: (open) => {
      const stage = open(
        { deploymentConfiguration: { ...alarms(), bakeTimeInMinutes: 10 } },
        { alarms: [{ name: 'errors' }], timeline: [{ afterSeconds: 400, alarm: { name: 'errors', state: 'ALARM' } }] },
      )
      untilFailed(stage, stage.deploy('v2'))
      expect(stage.timeOf('has stopped 1 running')).toBeLessThan(stage.timeOf('alarm detected'))
    },
  },
  {
    name: '§3.4 an alarm that is in ALARM at the start is ignored for that deployment',
    check: (open) => {
      const stage = open({ deploymentConfiguration: alarms() }, { alarms: [{ name: 'errors', state: 'ALARM' }] })
      const id = stage.deploy('v2')
      stage.untilCompleted()
      expect(stage.primary().id).toBe(id)
    },
  },
  {
    name: '§3.4 without rollback the deployment fails and stays',
    check: (open) => {
      const stage = open(
        { deploymentConfiguration: alarms({ rollback: false }) },
        { alarms: [{ name: 'errors' }], timeline: [{ afterSeconds: 30, alarm: { name: 'errors', state: 'ALARM' } }] },
      )
      const id = stage.deploy('v2')
      untilFailed(stage, id)
      expect(stage.primary()).toMatchObject({ id, rolloutState: 'FAILED' })
      expect(stage.events().some((event) => event.startsWith('rolling back'))).toBe(false)
    },
  },
  {
    name: '§3.4 with alarms a deployment bakes for some minutes even without a bake time',
    check: (open) => {
      const stage = open({ deploymentConfiguration: alarms() }, { alarms: [{ name: 'errors' }] })
      stage.deploy('v2')
      const baked = stage.untilCompleted() - stage.timeOf('has stopped 1 running')
      expect(baked).toBeGreaterThanOrEqual(180)
      expect(baked).toBeLessThan(300)
    },
  },
  ...['ECS deployment failed: alarm detected.', 'another text'].map(
    (alarmRolloutReason): Fact => ({
      name: `§14.1 rolloutStateReason after an alarm can read "${alarmRolloutReason}"`,
      check: (open) => {
        const stage = open(
          { deploymentConfiguration: alarms() },
          {
            alarms: [{ name: 'errors' }],
            timeline: [{ afterSeconds: 30, alarm: { name: 'errors', state: 'ALARM' } }],
            options: { alarmRolloutReason },
          },
        )
        untilFailed(stage, stage.deploy('v2'))
        expect(stage.other()?.rolloutStateReason).toBe(alarmRolloutReason)
      },
    }),
  ),
]

export const failingFacts: readonly Fact[] = [...thresholdFacts, ...countingFacts, ...rollbackFacts, ...alarmFacts]
