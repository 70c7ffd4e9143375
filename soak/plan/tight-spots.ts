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

const givesUpAtOnce: Ingredient = {
  kind: 'inputs',
  name: 'input: max-failed-tasks 1',
  set: { 'max-failed-tasks': '1', 'wait-for-minutes': '10', 'rollback-on-failure': 'true', 'dry-run': 'false' },
}

const newImage = '111122223333.dkr.ecr.us-east-1.amazonaws.com/web:v2'

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
  // The run gives up first, and ECS goes back while the copy to go back to is being registered.
  [
    crashes,
    {
      kind: 'option',
      name: 'reading: exitAfterRunningCountsAsFailure',
      set: { exitAfterRunningCountsAsFailure: true },
    },
    {
      kind: 'configuration',
      name: 'breaker with rollback, default threshold',
      set: { deploymentCircuitBreaker: { enable: true, rollback: true } },
    },
    { kind: 'service', name: 'desired 1', set: { desiredCount: 1 } },
    { kind: 'deny', name: 'denied: ecs:StopServiceDeployment', action: 'ecs:StopServiceDeployment' },
    givesUpAtOnce,
    {
      kind: 'fault',
      name: 'fault: throttle of RegisterTaskDefinition',
      fault: { kind: 'throttle', operation: 'RegisterTaskDefinition', call: 2, calls: 22 },
    },
  ],
  // ECS was asked to go back, and its list of deployments does not show it yet.
  [
    crashes,
    givesUpAtOnce,
    { kind: 'option', name: 'reading: failedStaysPrimarySeconds', set: { failedStaysPrimarySeconds: 40 } },
  ],
  // Main is gone before it has read what UpdateService answered.
  [
    { kind: 'inputs', name: 'input: on-cancel rollback', set: { 'on-cancel': 'rollback' } },
    { kind: 'kill', name: 'kill', when: { call: 1, of: 'UpdateService', phase: 'after' } },
  ],
  // Another run of ours joins this one's deployment, and is the first to see that it fails.
  [
    crashes,
    {
      kind: 'inputs',
      name: 'input: max-failed-tasks off',
      set: { 'max-failed-tasks': 'off', 'wait-for-minutes': '10', 'dry-run': 'false', image: newImage },
    },
    {
      kind: 'other-run',
      name: 'other run: deploys v2',
      when: { call: 1, of: 'UpdateService', phase: 'after' },
      action: 'deploy',
      inputs: { image: newImage, 'max-failed-tasks': '2', 'wait-for-minutes': '6', 'rollback-wait-minutes': '6' },
    },
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
