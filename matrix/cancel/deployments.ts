/** The deployments that are cancelled. Short: what counts is the order of their calls. */
import { breaker, definition, ecrImage, webScenario } from '../../__tests__/support/web.ts'
import type { ModelOptions, Scenario } from '../../simulator/scenario.ts'
import { byImage, type Deployment } from '../faults/deployments.ts'

/** A value that must be nowhere but in ECS. */
export const secret = 'hunter2-the-password'

const options: Partial<ModelOptions> = { firstTaskDelaySeconds: 2, completionWaitsFor: 'left-running' }
const loadBalancer = { targetHealthSeconds: 2, targetUnhealthySeconds: 10, deregistrationDelaySeconds: 2 }
const taskDefinition = definition('v1', { environment: [{ name: 'PASSWORD', value: secret }] })

/** Post is to find the deployment going on, also on a busy machine. */
const slow = { tag: 'v2', behaviour: { kind: 'healthy' as const, extraStartSeconds: 300 } }
const slowly = { repositories: [{ name: 'web', images: [{ tag: 'v1' }, slow] }] }

function scenario(deploymentConfiguration: object, rest: Partial<Scenario> = {}): Scenario {
  return webScenario({ taskDefinition, loadBalancer, deploymentConfiguration }, { options, ...rest })
}

const failing = { image: ecrImage('crash'), 'max-failed-tasks': '1' }

export const deployments: readonly Deployment[] = [
  {
    name: 'image',
    title: 'A deployment that would succeed',
    scenario: scenario(breaker.rollback, slowly),
    inputs: { image: ecrImage('v2') },
    outcome: 'deployed',
    brings: 'v2',
    ran: 'v1',
    shows: () => true,
  },
  {
    ...byImage,
    name: 'tagged',
    title: 'A deployment of a revision that exists, which is tagged',
    shows: (phase, operation) => phase === 'prepare' && operation === 'TagResource',
  },
  {
    name: 'stopped',
    title: 'A deployment that fails, and that ECS is asked to roll back',
    scenario: scenario(breaker.none),
    inputs: failing,
    outcome: 'rolled-back',
    brings: 'crash',
    ran: 'v1',
    // Whether tasks are listed, and when, depends on what has stopped by then.
    shows: (phase, operation) =>
      (phase === 'failure' || phase === 'rollback') && !/^(ListTasks|DescribeTasks)$/.test(operation),
  },
  {
    name: 'stop-denied',
    title: 'A deployment that fails, and that UpdateService takes back',
    scenario: scenario(breaker.none, { deny: ['ecs:StopServiceDeployment'] }),
    inputs: failing,
    outcome: 'rolled-back',
    brings: 'crash',
    ran: 'v1',
    // Before StopServiceDeployment was denied, it is the deployment above.
    shows: (phase, operation) =>
      phase === 'rollback' &&
      /^(DescribeTaskDefinition|RegisterTaskDefinition|DescribeServices|UpdateService)$/.test(operation),
  },
]
