import { expect } from '@jest/globals'
import type { Fact, Stage } from './stage.ts'

const statusPath = (stage: Stage, minutes: number): string[] => {
  const path: string[] = []
  stage.advance(minutes * 60, () => {
    const { serviceDeployments } = stage.call('ListServiceDeployments', { service: 'web' })
    const { status } = serviceDeployments[0]
    if (path.at(-1) !== status) path.push(status)
  })
  return path
}

const stop = (stage: Stage, serviceDeploymentArn: string | undefined): void => {
  stage.call('StopServiceDeployment', { serviceDeploymentArn })
}

const identityFacts: Fact[] = [
  {
    name: '§4.1 ecs-svc/N and service-revision/<cluster>/<service>/N carry the same number; the service deployment does not',
    check: (open) => {
      const stage = open()
      const number = stage.deploy('v2').replace('ecs-svc/', '')
      stage.advance(3)
      const current = stage.current()
      expect(current.targetServiceRevision?.arn).toMatch(new RegExp(`:service-revision/default/web/${number}$`))
      expect(current.serviceDeploymentArn).toMatch(/:service-deployment\/default\/web\/[\w-]{21}$/)
      expect(current.serviceDeploymentArn).not.toContain(number)
    },
  },
  {
    name: '§4.1 currentServiceDeployment appears late',
    check: (open) => {
      const stage = open({}, { options: { currentServiceDeploymentDelaySeconds: 5 } })
      stage.deploy('v2')
      stage.advance(4)
      expect(stage.service()).not.toHaveProperty('currentServiceDeployment')
      stage.advance(2)
      expect(stage.service().currentServiceDeployment).toBe(stage.current().serviceDeploymentArn)
    },
  },
  {
    name: '§4.1 a service without history: nothing listed, revisions MISSING',
    check: (open) => {
      const stage = open({ withoutHistory: true })
      expect(stage.call('ListServiceDeployments', { service: 'web' }).serviceDeployments).toEqual([])
      expect(stage.service()).not.toHaveProperty('currentServiceDeployment')
      const serviceRevisionArns = [stage.service().currentServiceRevisions?.[0]?.arn]
      expect(stage.call('DescribeServiceRevisions', { serviceRevisionArns })).toMatchObject({
        serviceRevisions: [],
        failures: [{ reason: 'MISSING' }],
      })
      stage.deploy('v2')
      stage.advance(3)
      expect(stage.current().status).toBe('IN_PROGRESS')
    },
  },
  {
    name: '§4.2 container images with digests; force-new-deployment resolves a tag anew',
    check: (open) => {
      const stage = open()
      const digestOf = (): string => {
        const serviceRevisionArns = [stage.current().targetServiceRevision?.arn]
        return stage.call('DescribeServiceRevisions', { serviceRevisionArns }).serviceRevisions[0].containerImages[0]
          .imageDigest
      }
      const before = digestOf()
      const repository = stage.engine.world.repositories.get('web')
      repository?.tags.set('v1', repository.tags.get('v2') ?? '')
      stage.update({ desiredCount: 2 })
      stage.until(({ runningCount }) => runningCount === 2)
      expect(new Set(stage.tasks().map(({ containers }) => containers?.[0]?.imageDigest))).toEqual(new Set([before]))
      stage.update({ forceNewDeployment: true })
      stage.untilCompleted()
      expect(digestOf()).toBe(repository?.tags.get('v2'))
      expect(stage.tasks()[0]?.containers?.[0]?.imageDigest).toBe(repository?.tags.get('v2'))
    },
  },
  ...(['newest-first', 'oldest-first'] as const).map(
    (serviceDeploymentOrder): Fact => ({
      name: `§14.5 ListServiceDeployments ${serviceDeploymentOrder}`,
      check: (open) => {
        const stage = open({ history: [{ taskDefinition: 'web:2' }] }, { options: { serviceDeploymentOrder } })
        const times = stage
          .call('ListServiceDeployments', { service: 'web' })
          .serviceDeployments.map((one: { createdAt: number }) => one.createdAt)
        const rising = [...times].sort((left: number, right: number) => left - right)
        expect(times).toEqual(serviceDeploymentOrder === 'newest-first' ? rising.reverse() : rising)
        expect(times).toHaveLength(2)
      },
    }),
  ),
]

const pathFacts: Fact[] = [
  {
    name: '§4.3 a good one: PENDING (1.6 s), IN_PROGRESS, SUCCESSFUL',
    check: (open) => {
      const stage = open({}, { options: { currentServiceDeploymentDelaySeconds: 0 } })
      stage.deploy('v2')
      expect(stage.current().status).toBe('PENDING')
      expect(statusPath(stage, 10)).toEqual(['PENDING', 'IN_PROGRESS', 'SUCCESSFUL'])
      const { createdAt, startedAt, finishedAt, deploymentCircuitBreaker, alarms } = stage.current()
      expect(Number(startedAt) - Number(createdAt)).toBeCloseTo(1.6, 0)
      expect(Number(finishedAt)).toBeGreaterThan(Number(startedAt))
      expect(deploymentCircuitBreaker).toEqual({ status: 'MONITORING_COMPLETE', failureCount: 0, threshold: 3 })
      expect(alarms).toMatchObject({ status: 'DISABLED' })
    },
  },
  {
    name: '§4.3 the breaker: IN_PROGRESS, ROLLBACK_IN_PROGRESS, ROLLBACK_SUCCESSFUL, inside one service deployment',
    check: (open) => {
      const stage = open()
      const old = stage.current().targetServiceRevision?.arn
      stage.deploy('gone')
      expect(statusPath(stage, 120).slice(-3)).toEqual(['IN_PROGRESS', 'ROLLBACK_IN_PROGRESS', 'ROLLBACK_SUCCESSFUL'])
      const reason = 'Service deployment rolled back because the circuit breaker threshold was exceeded.'
      expect(stage.current()).toMatchObject({
        statusReason: reason,
        rollback: { reason, serviceRevisionArn: old },
        deploymentCircuitBreaker: { status: 'TRIGGERED', failureCount: 3, threshold: 3 },
      })
      expect(stage.call('ListServiceDeployments', { service: 'web' }).serviceDeployments).toHaveLength(2)
    },
  },
  {
    name: '§4.2 a new service has no source revisions',
    check: (open) => {
      const stage = open({ initialDeployment: 'in-progress' })
      stage.advance(3)
      expect(stage.current().sourceServiceRevisions).toEqual([])
    },
  },
]

const stopFacts: Fact[] = [
  {
    name: '§4.2 StopServiceDeployment: ROLLBACK_REQUESTED, ROLLBACK_IN_PROGRESS, ROLLBACK_SUCCESSFUL, also without a breaker',
    check: (open) => {
      const stage = open({ deploymentConfiguration: {} })
      const old = stage.primary().id
      stage.deploy('slow')
      stage.advance(30)
      stop(stage, stage.current().serviceDeploymentArn)
      expect(stage.current().status).toBe('ROLLBACK_REQUESTED')
      expect(statusPath(stage, 10).slice(-2)).toEqual(['ROLLBACK_IN_PROGRESS', 'ROLLBACK_SUCCESSFUL'])
      expect(stage.primary().id).toBe(old)
    },
  },
  {
    name: '§4.2 in ROLLBACK_REQUESTED and ROLLBACK_IN_PROGRESS it is accepted again, and changes nothing',
    check: (open) => {
      const stage = open({ loadBalancer: {} })
      stage.deploy('slow')
      stage.advance(60)
      const { serviceDeploymentArn } = stage.current()
      stop(stage, serviceDeploymentArn)
      stop(stage, serviceDeploymentArn)
      stage.until(() => stage.current().status === 'ROLLBACK_IN_PROGRESS')
      stop(stage, serviceDeploymentArn)
      expect(stage.current().status).toBe('ROLLBACK_IN_PROGRESS')
    },
  },
  {
    name: '§4.2 in STOP_REQUESTED it is accepted, and the superseding deployment goes on',
    check: (open) => {
      const stage = open()
      stage.deploy('slow')
      stage.advance(30)
      const { serviceDeploymentArn } = stage.current()
      const newer = stage.deploy('v2')
      stop(stage, serviceDeploymentArn)
      stage.untilCompleted()
      expect(stage.primary().id).toBe(newer)
      const [stopped] = stage.call('DescribeServiceDeployments', {
        serviceDeploymentArns: [serviceDeploymentArn],
      }).serviceDeployments
      expect(stopped.status).toBe('STOPPED')
    },
  },
  {
    name: '§4.2 in a terminal state: ConflictException; of an unknown one: ServiceDeploymentNotFoundException',
    check: (open) => {
      const stage = open()
      const { serviceDeploymentArn = '' } = stage.current()
      expect(stage.refusal('StopServiceDeployment', { serviceDeploymentArn })).toMatch(/^ConflictException/)
      const unknown = { serviceDeploymentArn: `${serviceDeploymentArn}x` }
      expect(stage.refusal('StopServiceDeployment', unknown)).toMatch(/^ServiceDeploymentNotFoundException/)
    },
  },
  {
    name: '§4.3 without a predecessor: ROLLBACK_REQUESTED, then STOPPED, and nothing starts any more',
    check: (open) => {
      const stage = open({ initialDeployment: 'in-progress', taskDefinition: 'web:5' })
      stage.advance(5)
      stop(stage, stage.current().serviceDeploymentArn)
      expect(stage.current().status).toBe('ROLLBACK_REQUESTED')
      stage.advance(600)
      expect(stage.current().status).toBe('STOPPED')
      expect(stage.primary().rolloutState).toBe('FAILED')
      expect(stage.tasks()).toEqual([])
    },
  },
  {
    name: '§4.2 with a superseded predecessor it goes back to the one that COMPLETED',
    check: (open) => {
      const stage = open()
      const completed = stage.primary().id
      stage.deploy('slow')
      stage.advance(30)
      stage.deploy('v2')
      stage.advance(30)
      stop(stage, stage.current().serviceDeploymentArn)
      stage.untilCompleted()
      expect(stage.primary().id).toBe(completed)
      expect(stage.current().status).toBe('ROLLBACK_SUCCESSFUL')
    },
  },
  ...(['refused', 'stops'] as const).map(
    (stopTypeAbort): Fact => ({
      name: `§14.2 stopType ABORT is ${stopTypeAbort === 'refused' ? 'refused' : 'a stop without a rollback'}`,
      check: (open) => {
        const stage = open({}, { options: { stopTypeAbort } })
        const id = stage.deploy('slow')
        stage.advance(30)
        const request = { serviceDeploymentArn: stage.current().serviceDeploymentArn ?? '', stopType: 'ABORT' }
        if (stopTypeAbort === 'refused') {
          expect(stage.refusal('StopServiceDeployment', request)).toMatch(/^InvalidParameterException/)
        } else {
          stage.call('StopServiceDeployment', request)
          stage.advance(300)
          expect(stage.current().status).toBe('STOPPED')
          expect(stage.primary()).toMatchObject({ id, rolloutState: 'FAILED' })
        }
      },
    }),
  ),
  ...['Service deployment rolled back because of a user request.', 'other words'].map(
    (requestedStatusReason): Fact => ({
      name: `§14.1 statusReason after StopServiceDeployment can read "${requestedStatusReason}"`,
      check: (open) => {
        const stage = open({}, { options: { requestedStatusReason } })
        stage.deploy('slow')
        stage.advance(30)
        stop(stage, stage.current().serviceDeploymentArn)
        stage.untilCompleted()
        expect(stage.current()).toMatchObject({
          statusReason: requestedStatusReason,
          rollback: { reason: requestedStatusReason },
        })
      },
    }),
  ),
  {
    name: '§4.2 ContinueServiceDeployment where no hook waits is refused by name',
    check: (open) => {
      const stage = open()
      stage.deploy('v2')
      stage.advance(3)
      const request = { serviceDeploymentArn: stage.current().serviceDeploymentArn, hookId: 'ecs-pause-1' }
      expect(stage.refusal('ContinueServiceDeployment', request)).toMatch(
        /^InvalidParameterException: Hook ecs-pause-1 /,
      )
      expect(stage.refusal('ContinueServiceDeployment', { ...request, serviceDeploymentArn: 'arn:none' })).toMatch(
        /^ServiceDeploymentNotFoundException/,
      )
    },
  },
  ...[undefined, 'SCALE_UP'].map(
    (rollingLifecycleStage): Fact => ({
      name: `§14.7 lifecycleStage of a rolling deployment: ${rollingLifecycleStage ?? 'absent'}`,
      check: (open) => {
        const stage = open({}, { options: { rollingLifecycleStage } })
        stage.deploy('v2')
        stage.advance(5)
        expect(stage.current().lifecycleStage).toBe(rollingLifecycleStage)
      },
    }),
  ),
  ...(['BLUE_GREEN', 'LINEAR', 'CANARY'] as const).map(
    (strategy): Fact => ({
      name: `§5.1 ${strategy} is refused by name, and nothing is pretended`,
      check: (open) => {
        const stage = open({ deploymentConfiguration: { strategy } })
        const before = stage.primary().id
        expect(stage.refusal('UpdateService', { service: 'web', taskDefinition: 'web:2' })).toMatch(
          new RegExp(`^UnsupportedFeatureException: .*${strategy}`),
        )
        expect(stage.primary().id).toBe(before)
      },
    }),
  ),
]

export const serviceDeploymentFacts: readonly Fact[] = [...identityFacts, ...pathFacts, ...stopFacts]
