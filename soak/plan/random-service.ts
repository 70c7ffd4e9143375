/** The shape of the service, what it has been through, and how the open questions about ECS are answered. */
import type { ModelOptions } from '../../simulator/scenario.ts'
import type { Chance } from './chance.ts'
import type { Ingredient } from './plan.ts'

export function randomService(chance: Chance): readonly Ingredient[] {
  return [
    ...scale(chance),
    ...breaker(chance),
    ...checks(chance),
    ...placement(chance),
    ...past(chance),
    ...readings(chance),
  ]
}

function scale(chance: Chance): readonly Ingredient[] {
  const desiredCount = chance.pick([0, 1, 2, 2, 3, 4, 5, 8])
  const [minimumHealthyPercent, maximumPercent] = chance.pick([
    [50, 200],
    [0, 100],
    [50, 100],
    [75, 150],
    [100, 125],
    [66, 133],
    [100, 100],
  ] as const)
  return [
    ...some(chance, 0.6, { kind: 'service', name: `desired ${desiredCount}`, set: { desiredCount } }),
    ...some(chance, 0.3, {
      kind: 'configuration',
      name: `percents ${minimumHealthyPercent}/${maximumPercent}`,
      set: { minimumHealthyPercent, maximumPercent },
    }),
  ]
}

function breaker(chance: Chance): readonly Ingredient[] {
  const rollback = chance.hits(0.7)
  const threshold = chance.pick([
    undefined,
    { type: 'COUNT' as const, value: 2 },
    { type: 'BOUNDED_PERCENT' as const, value: 100 },
    { type: 'UNBOUNDED_PERCENT' as const, value: 30 },
  ])
  const deploymentCircuitBreaker = {
    enable: true,
    rollback,
    ...(chance.hits(0.2) && { resetOnHealthyTask: false }),
    ...(threshold !== undefined && { thresholdConfiguration: threshold }),
  }
  return [
    ...some(chance, 0.55, {
      kind: 'configuration',
      name: `breaker ${rollback ? 'with' : 'without'} rollback, ${threshold?.type ?? 'default threshold'}`,
      set: { deploymentCircuitBreaker },
    }),
    ...some(chance, 0.12, {
      kind: 'configuration',
      name: 'alarms',
      set: { alarms: { alarmNames: ['errors'], enable: true, rollback: chance.hits(0.7) } },
    }),
    ...some(chance, 0.08, { kind: 'configuration', name: 'bake time', set: { bakeTimeInMinutes: chance.whole(1, 4) } }),
    ...some(chance, 0.08, {
      kind: 'configuration',
      name: 'early success',
      set: {
        earlySuccessCriteria: {
          enable: true,
          healthyPercent: chance.pick([100, 75]),
          sourceServiceRevisionCleanup: chance.pick(['BLOCKING', 'DEFERRED'] as const),
        },
        minimumHealthyPercent: 50,
      },
    }),
  ]
}

function checks(chance: Chance): readonly Ingredient[] {
  return [
    ...some(chance, 0.3, {
      kind: 'service',
      name: 'load balancer',
      set: { loadBalancer: { deregistrationDelaySeconds: chance.whole(0, 120) } },
    }),
    ...some(chance, 0.3, {
      kind: 'container',
      name: 'container health check',
      set: { healthCheck: { command: ['CMD', 'true'], interval: chance.pick([5, 10, 30]), retries: 3 } },
    }),
    ...some(chance, 0.1, {
      kind: 'service',
      name: 'grace period',
      set: { healthCheckGracePeriodSeconds: chance.pick([30, 120]) },
    }),
  ]
}

function placement(chance: Chance): readonly Ingredient[] {
  const choice = chance.whole(0, 11)
  if (choice === 0) {
    return [
      {
        kind: 'service',
        name: 'Spot',
        set: { capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }] },
      },
      {
        kind: 'deed',
        name: 'Spot interruption',
        when: { seconds: chance.whole(10, 400) },
        deed: { kind: 'happens', entry: { interruptSpot: { count: chance.whole(1, 3) } } },
      },
    ]
  }
  if (choice === 1) {
    const strategy = [
      { capacityProvider: 'FARGATE', base: 1, weight: 1 },
      { capacityProvider: 'FARGATE_SPOT', weight: 2 },
    ]
    return [{ kind: 'service', name: 'capacity providers', set: { capacityProviderStrategy: strategy } }]
  }
  if (choice === 2) {
    return [
      {
        kind: 'scenario',
        name: 'no capacity',
        set: { capacity: [{ provider: 'FARGATE', tasks: chance.whole(1, 6), delaySeconds: chance.whole(0, 60) }] },
      },
    ]
  }
  if (choice !== 3) return []
  return [
    { kind: 'service', name: 'daemon', set: { schedulingStrategy: 'DAEMON', launchType: 'EC2' } },
    { kind: 'configuration', name: 'daemon', set: { minimumHealthyPercent: 0, maximumPercent: 100 } },
    { kind: 'definition', name: 'daemon', set: { requiresCompatibilities: ['EC2'], networkMode: 'bridge' } },
    { kind: 'scenario', name: 'daemon', set: { containerInstances: { default: chance.whole(0, 4) } } },
  ]
}

function past(chance: Chance): readonly Ingredient[] {
  const state = chance.pick(['in-progress', 'failed'] as const)
  const status = chance.pick(['SUCCESSFUL', 'SUCCESSFUL', 'ROLLBACK_SUCCESSFUL', 'STOPPED'] as const)
  return [
    ...some(chance, 0.12, { kind: 'service', name: `first deployment ${state}`, set: { initialDeployment: state } }),
    ...some(chance, 0.08, { kind: 'service', name: 'without history', set: { withoutHistory: true } }),
    ...some(chance, 0.3, {
      kind: 'service',
      name: `history: ${status}`,
      set: { history: [{ taskDefinition: 'web:1', status }] },
    }),
    ...some(chance, 0.3, { kind: 'newer-revisions', name: 'newer revisions', count: chance.whole(1, 2) }),
    ...some(chance, 0.08, { kind: 'definition', name: 'current revision is INACTIVE', set: { status: 'INACTIVE' } }),
  ]
}

/** The other reading of what no source settles, one option each. */
export function otherReadings(chance: Chance): readonly Partial<ModelOptions>[] {
  return [
    { identicalTaskDefinitionStartsDeployment: true },
    { currentServiceDeploymentDelaySeconds: chance.pick([0, 5, 20]) },
    { exitAfterRunningCountsAsFailure: true },
    { unresolvedDigestFailure: 'stopped-task' },
    { singleManifestMismatch: 'exec-format-error' },
    { completionWaitsFor: 'stopped' },
    { pullRetrySeconds: 20 },
    { firstTaskDelaySeconds: chance.pick([1, 40]) },
    { acceptedMediaTypes: 'obeyed' },
    { imageNotFoundReason: 'Image not found' },
    { rateLimits: false },
    { stoppedTaskSeconds: 120 },
    { alarmRolloutReason: 'ECS deployment alarm: alarm detected.' },
    { alarmStatusReason: 'Alarm detected.' },
    { requestedStatusReason: 'Stopped by a user.' },
    { alarmPollSeconds: 60 },
    { alarmBakeSeconds: 30 },
    { failedDeploymentListedSeconds: chance.pick([60, 600]) },
    { failedDeploymentStatus: 'DRAINING' },
    { serviceDeploymentOrder: 'oldest-first' },
    { rollingLifecycleStage: 'SCALE_UP' },
    { healthStopCode: 'EssentialContainerExited' },
    { forceWithInactiveDefinition: 'refused' },
    { launchPauseSeconds: [0, 10, 20, 30] },
    { placementFailureCounts: false },
    { lostOldTask: 'new-revision' },
    { failedStaysPrimarySeconds: chance.pick([4, 40]) },
    { breakerChange: 'next-deployment' },
    { missingTargetGroup: 'replace' },
    { inactiveAfterSeconds: 600 },
    { steadyStateRepeatSeconds: 60 },
  ]
}

function readings(chance: Chance): readonly Ingredient[] {
  return otherReadings(chance)
    .filter(() => chance.hits(0.07))
    .map((set) => ({ kind: 'option', name: `reading: ${Object.keys(set)[0]}`, set }))
}

export const some = (chance: Chance, probability: number, ingredient: Ingredient): readonly Ingredient[] =>
  chance.hits(probability) ? [ingredient] : []
