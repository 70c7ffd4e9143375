import type { DeploymentConfiguration, DeploymentLifecycleHook } from '@aws-sdk/client-ecs'
import { expect } from '@jest/globals'
import type { Fact, Open, Stage } from './stage.ts'

type HookStage = NonNullable<DeploymentLifecycleHook['lifecycleStages']>[number]

const hook = (stages: readonly HookStage[], more: Partial<DeploymentLifecycleHook> = {}): DeploymentLifecycleHook => ({
  targetType: 'PAUSE',
  lifecycleStages: [...stages],
  ...more,
})

const breaker = { deploymentCircuitBreaker: { enable: true, rollback: true } }

function pausing(open: Open, hooks: readonly DeploymentLifecycleHook[], desiredCount = 1): Stage {
  const deploymentConfiguration: DeploymentConfiguration = { ...breaker, lifecycleHooks: [...hooks] }
  return open({ desiredCount, deploymentConfiguration }, { options: { rollingPauseHooks: 'pauses' } })
}

const waiting = (stage: Stage) =>
  (stage.current().lifecycleHookDetails ?? []).filter(({ status }) => status === 'AWAITING_ACTION')

const continues = (stage: Stage, action?: string): void => {
  const { serviceDeploymentArn } = stage.current()
  for (const { hookId } of waiting(stage))
    stage.call('ContinueServiceDeployment', { serviceDeploymentArn, hookId, ...(action !== undefined && { action }) })
}

const untilPaused = (stage: Stage): number => stage.until(() => stage.now > 2 && waiting(stage).length > 0)

const failed = (name: string): string => `Service deployment rolled back because ${name} lifecycle hook(s) failed.`

export const hookFacts: readonly Fact[] = [
  {
    name: '§14.7 pause hooks on ROLLING are refused by name, and no deployment starts',
    check: (open) => {
      const stage = open({ deploymentConfiguration: { lifecycleHooks: [hook(['PRE_SCALE_UP'])] } })
      const before = stage.primary().id
      expect(stage.refusal('UpdateService', { service: 'web', taskDefinition: 'web:2' })).toMatch(
        /^UnsupportedFeatureException: .*lifecycle hooks of rolling deployments/,
      )
      expect(stage.primary().id).toBe(before)
    },
  },
  {
    name: '§14.7 or they pause: before the first new task, before the last old ones go, before it completes (by the other reading)',
    check: (open) => {
      const stage = pausing(open, [hook(['PRE_SCALE_UP', 'POST_SCALE_UP', 'POST_PRODUCTION_TRAFFIC_SHIFT'])], 2)
      const id = stage.deploy('v2')
      untilPaused(stage)
      expect(stage.current()).toMatchObject({ status: 'IN_PROGRESS', lifecycleStage: 'PRE_SCALE_UP' })
      stage.advance(600)
      expect(stage.primary()).toMatchObject({ id, desiredCount: 0, runningCount: 0 })
      continues(stage)
      untilPaused(stage)
      expect(stage.current().lifecycleStage).toBe('POST_SCALE_UP')
      stage.advance(600)
      expect(stage.primary().runningCount).toBe(2)
      expect(stage.other()?.runningCount).toBeGreaterThan(0)
      continues(stage, 'CONTINUE')
      untilPaused(stage)
      expect(stage.current().lifecycleStage).toBe('POST_PRODUCTION_TRAFFIC_SHIFT')
      stage.advance(600)
      expect(stage.primary()).toMatchObject({ id, rolloutState: 'IN_PROGRESS', runningCount: 2 })
      expect(stage.other()?.runningCount ?? 0).toBe(0)
      continues(stage)
      stage.untilCompleted()
      expect(stage.current()).toMatchObject({ status: 'SUCCESSFUL' })
      expect(stage.current().lifecycleHookDetails?.map(({ status }) => status)).toEqual(Array(3).fill('SUCCEEDED'))
    },
  },
  {
    name: '§5.2 lifecycleHookDetails: hookId ecs-pause-…, no target, 24 hours and ROLLBACK unless set',
    check: (open) => {
      const stage = pausing(open, [hook(['PRE_SCALE_UP'])])
      stage.deploy('v2')
      untilPaused(stage)
      const [detail] = stage.current().lifecycleHookDetails ?? []
      expect(detail).toEqual({
        hookId: expect.stringMatching(/^ecs-pause-[\w-]{43}$/),
        targetType: 'PAUSE',
        status: 'AWAITING_ACTION',
        expiresAt: expect.any(Number),
        timeoutAction: 'ROLLBACK',
      })
      expect(Number(detail?.expiresAt) - stage.now).toBeGreaterThan(24 * 3600 - 10)
      expect(Number(detail?.expiresAt) - stage.now).toBeLessThanOrEqual(24 * 3600)
    },
  },
  {
    name: '§5.2 ROLLBACK goes back inside the same service deployment (text inferred)',
    check: (open) => {
      const stage = pausing(open, [hook(['POST_SCALE_UP'])])
      const old = stage.primary().id
      const id = stage.deploy('v2')
      untilPaused(stage)
      continues(stage, 'ROLLBACK')
      expect(stage.current()).toMatchObject({
        status: 'ROLLBACK_IN_PROGRESS',
        statusReason: failed('POST_SCALE_UP'),
        rollback: { reason: failed('POST_SCALE_UP') },
        lifecycleHookDetails: [{ status: 'FAILED' }],
      })
      stage.untilCompleted()
      expect(stage.primary().id).toBe(old)
      expect(stage.current().status).toBe('ROLLBACK_SUCCESSFUL')
      expect(stage.timedEvents().map(({ message }) => message)).toContain(
        `(service web) (deployment ${id}) deployment failed: ${failed('POST_SCALE_UP')}`,
      )
    },
  },
  ...(['ROLLBACK', 'CONTINUE'] as const).map(
    (action): Fact => ({
      name: `§5.2 nobody answers: after timeoutInMinutes the deployment does ${action}`,
      check: (open) => {
        const stage = pausing(open, [hook(['PRE_SCALE_UP'], { timeoutConfiguration: { timeoutInMinutes: 5, action } })])
        const old = stage.primary().id
        const id = stage.deploy('v2')
        const paused = untilPaused(stage)
        stage.advance(299)
        expect(stage.current().status).toBe('IN_PROGRESS')
        expect(stage.untilCompleted()).toBeGreaterThan(paused + 299)
        expect(stage.current().lifecycleHookDetails).toMatchObject([{ status: 'TIMED_OUT', timeoutAction: action }])
        expect(stage.primary().id).toBe(action === 'CONTINUE' ? id : old)
      },
    }),
  ),
  {
    name: '§5.2 hooks of one stage run in parallel: all must be passed, any rollback wins',
    check: (open) => {
      const stage = pausing(open, [hook(['PRE_SCALE_UP']), hook(['PRE_SCALE_UP'])])
      const old = stage.primary().id
      stage.deploy('v2')
      untilPaused(stage)
      expect(waiting(stage)).toHaveLength(2)
      const { serviceDeploymentArn } = stage.current()
      const answer = (hookId: string | undefined, action: string): unknown =>
        stage.call('ContinueServiceDeployment', { serviceDeploymentArn, hookId, action })
      const [first, second] = waiting(stage)
      expect(answer(first?.hookId, 'CONTINUE')).toEqual({ serviceDeploymentArn })
      stage.advance(120)
      expect(stage.primary().runningCount).toBe(0)
      answer(second?.hookId, 'ROLLBACK')
      stage.untilCompleted()
      expect(stage.primary().id).toBe(old)
    },
  },
  {
    name: '§5.2 a hook that has been answered, or whose deployment has ended, is refused (text inferred)',
    check: (open) => {
      const stage = pausing(open, [hook(['PRE_SCALE_UP'])])
      stage.deploy('v2')
      untilPaused(stage)
      const { serviceDeploymentArn, lifecycleHookDetails = [] } = stage.current()
      const request = { serviceDeploymentArn, hookId: lifecycleHookDetails[0]?.hookId }
      stage.call('StopServiceDeployment', { serviceDeploymentArn })
      expect(stage.refusal('ContinueServiceDeployment', request)).toMatch(/^InvalidParameterException: Hook /)
      stage.untilCompleted()
      expect(stage.current().status).toBe('ROLLBACK_SUCCESSFUL')
    },
  },
  {
    name: '§5.2 what no hook can be: no stage, a traffic shift stage, more than 14 days, more than 10, a function',
    check: (open) => {
      const stage = pausing(open, [])
      const refused = (...lifecycleHooks: DeploymentLifecycleHook[]): string =>
        stage.refusal('UpdateService', {
          service: 'web',
          deploymentConfiguration: { lifecycleHooks },
          forceNewDeployment: true,
        })
      expect(refused(hook([]))).toMatch(/^InvalidParameterException: lifecycleStages /)
      expect(refused(hook(['PRODUCTION_TRAFFIC_SHIFT']))).toMatch(/^InvalidParameterException: PAUSE /)
      const tooLong = { timeoutConfiguration: { timeoutInMinutes: 20_161, action: 'CONTINUE' } } as const
      expect(refused(hook(['PRE_SCALE_UP'], tooLong))).toMatch(/^InvalidParameterException: timeoutInMinutes /)
      expect(refused(...Array(11).fill(hook(['PRE_SCALE_UP'])))).toMatch(/at most 10/)
      const lambda = { targetType: 'AWS_LAMBDA', hookTargetArn: 'arn:aws:lambda:us-east-1:1:function:f' } as const
      expect(refused(hook(['PRE_SCALE_UP'], lambda))).toMatch(/^UnsupportedFeatureException: .*function/)
      expect(refused(hook(['POST_TEST_TRAFFIC_SHIFT']))).toMatch(
        /^UnsupportedFeatureException: .*POST_TEST_TRAFFIC_SHIFT/,
      )
    },
  },
]
