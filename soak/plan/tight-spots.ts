/** Things that hurt together, and that chance alone would seldom bring together. */
import type { Chance } from './chance.ts'
import type { Ingredient } from './plan.ts'

export function tightSpots(chance: Chance): readonly Ingredient[] {
  return chance.hits(0.06) ? chance.pick(spots) : []
}

const crashes: Ingredient = {
  kind: 'image',
  name: 'image: crashes at once',
  set: { behaviour: { kind: 'crashes', exitCode: 1, afterSeconds: 1 } },
}

const spots: readonly (readonly Ingredient[])[] = [
  // The way back is UpdateService, and the tag that ran stands for something else by then.
  [
    crashes,
    { kind: 'deny', name: 'denied: ecs:StopServiceDeployment', action: 'ecs:StopServiceDeployment' },
    {
      kind: 'deed',
      name: 'current tag moved',
      when: { seconds: 3 },
      deed: { kind: 'moves-tag', tag: 'v1', to: 'good' },
    },
  ],
  // Main is gone before it has read what UpdateService answered.
  [
    { kind: 'inputs', name: 'input: on-cancel rollback', set: { 'on-cancel': 'rollback' } },
    { kind: 'kill', name: 'kill', when: { call: 1, of: 'UpdateService', phase: 'after' } },
  ],
  // ECS begins to take somebody's deployment back while our revision is being registered.
  [
    {
      kind: 'service',
      name: 'load balancer',
      set: { desiredCount: 2, loadBalancer: { targetHealthSeconds: 20, deregistrationDelaySeconds: 20 } },
    },
    {
      kind: 'configuration',
      name: 'breaker with rollback, COUNT',
      set: {
        minimumHealthyPercent: 0,
        maximumPercent: 100,
        deploymentCircuitBreaker: {
          enable: true,
          rollback: true,
          thresholdConfiguration: { type: 'COUNT', value: 2 },
        },
      },
    },
    {
      kind: 'option',
      name: 'reading: exitAfterRunningCountsAsFailure',
      set: { exitAfterRunningCountsAsFailure: true },
    },
    {
      kind: 'deed',
      name: 'somebody deploys bad',
      when: { call: 1, of: 'DescribeServices', phase: 'before' },
      deed: { kind: 'deploys', tag: 'bad' },
    },
    {
      kind: 'fault',
      name: 'fault: throttle of RegisterTaskDefinition',
      fault: { kind: 'throttle', operation: 'RegisterTaskDefinition', afterSeconds: 0, forSeconds: 122 },
    },
  ],
]
