/** The deployments that are cancelled. Short: what counts is the order of their calls. */
import type { Inputs } from '../../__tests__/support/account.ts'
import { threeVersions } from '../../__tests__/support/rollback.ts'
import { breaker, definition, ecrImage, images, registry, webScenario } from '../../__tests__/support/web.ts'
import type { ModelOptions, Scenario, ServiceScenario } from '../../simulator/scenario.ts'
import { createSimulation } from '../../simulator/simulation.ts'
import { checking, explaining, migrating, migratingPost } from './besides.ts'
import type { OnCancel, Strike } from './cells.ts'
import type { Call } from './story.ts'

export type Deployment = {
  readonly name: string
  /** For the page. */
  readonly title: string
  /** For the page, where the title does not say enough. */
  readonly about?: string
  readonly scenario: Scenario
  /** `<port of the simulator>` stands for where it listens. */
  readonly inputs: Inputs
  /** Default `deploy`. */
  readonly action?: 'rollback'
  /** Settings of `on-cancel` that are tried. Default: both. */
  readonly onCancel?: readonly OnCancel[]
  /** How it ends without a signal. */
  readonly outcome: 'deployed' | 'rolled-back' | 'failed' | 'planned'
  /** The tag whose image it brings, and the one that ran before. */
  readonly brings: string
  readonly ran: string
  /** Calls of it that another deployment shows already are left out. */
  readonly shows: (call: Call) => boolean
  /** This alarm goes off once it is being watched. */
  readonly alarm?: string
  /** Main always ends here, and it is the post step that the signals go to. */
  readonly mainEnds?: Strike
}

/** A value that must be nowhere but in ECS. */
export const secret = 'hunter2-the-password'

const options: Partial<ModelOptions> = { firstTaskDelaySeconds: 2, completionWaitsFor: 'left-running' }
const loadBalancer = { targetHealthSeconds: 2, targetUnhealthySeconds: 10, deregistrationDelaySeconds: 2 }
const environment = [{ name: 'PASSWORD', value: secret }]
const taskDefinition = definition('v1', { environment })

/** Post is to find the deployment going on, also on a busy machine. */
const slow = { tag: 'v2', behaviour: { kind: 'healthy' as const, extraStartSeconds: 300 } }
const slowly = { repositories: [{ name: 'web', images: [{ tag: 'v1' }, slow] }] }

function scenario(service: Partial<ServiceScenario>, rest: Partial<Scenario> = {}): Scenario {
  return webScenario({ taskDefinition, loadBalancer, ...service }, { options, ...rest })
}

/** Nobody but this run rolls back. */
const alone = { deploymentConfiguration: breaker.none }
const guarded = { deploymentConfiguration: breaker.rollback }

const publicService = {
  ...guarded,
  networkConfiguration: {
    awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'], assignPublicIp: 'ENABLED' as const },
  },
}

/** Whether tasks are listed, and when, depends on what has stopped by then. */
const listsTasks = /^(ListTasks|DescribeTasks)$/

const good = { inputs: { image: ecrImage('v2') }, outcome: 'deployed', brings: 'v2', ran: 'v1' } as const
const failing = {
  inputs: { image: ecrImage('crash'), 'max-failed-tasks': '1' },
  outcome: 'rolled-back',
  brings: 'crash',
  ran: 'v1',
} as const

/** Images have the same digest in every account that is made of the same scenario. */
function digestOf(tag: string): string {
  const { world } = createSimulation({ scenario: webScenario(), clock: 'manual' }, () => '')
  return world.repositories.get('web')?.tags.get(tag) ?? ''
}

const alarms = [{ name: 'web-5xx' }]
const verified = { ...good.inputs, 'verify-alarms': 'web-5xx', 'verify-alarms-minutes': '1' }

const logged = definition('v1', {
  environment,
  logConfiguration: {
    logDriver: 'awslogs',
    options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'web' },
  },
})

const single = { tag: 'single', manifest: 'single' as const, scan: { findings: [] } }

/** Killed while it watched: post does all that is to be done. */
const killed: Strike = {
  call: { operation: 'ListTasks', phase: 'watch', nth: 1 },
  moment: 'after',
  signal: 'SIGKILL',
}

const forward: readonly Deployment[] = [
  {
    ...good,
    name: 'image',
    title: 'A deployment that would succeed',
    scenario: scenario(guarded, slowly),
    shows: () => true,
  },
  {
    ...good,
    name: 'tagged',
    title: 'A deployment of a revision that exists, which is tagged',
    scenario: scenario(
      { ...guarded, taskDefinition: 'web:1' },
      { taskDefinitions: [definition('v1'), definition(`${registry}/web@${digestOf('v2')}`)] },
    ),
    shows: ({ phase, operation }) => phase === 'prepare' && operation === 'TagResource',
  },
  {
    ...good,
    name: 'preflight',
    title: 'A deployment that is checked beforehand',
    about:
      'Preflight looks at all of this side by side. With `leave` the same comes out, as in every row above before UpdateService.',
    onCancel: ['rollback'],
    scenario: scenario(publicService, { repositories: [{ name: 'web', images: [...images, single] }] }),
    inputs: {
      preflight: 'enforce',
      image: ecrImage('single'),
      secrets: 'DB=arn:aws:secretsmanager:us-east-1:111122223333:secret:web/db-a1B2c3\nKEY=/web/key',
      'desired-count': '2',
      'scan-findings': 'low',
    },
    brings: 'single',
    shows: ({ phase, operation, nth }) =>
      phase === 'prepare' &&
      nth === 1 &&
      /^(GetDownloadUrlForLayer|DescribeImageScanFindings|DescribeSecret|DescribeParameters|GetRole|SimulatePrincipalPolicy|DescribeScalableTargets|DescribeSecurityGroups)$/.test(
        operation,
      ),
  },
  {
    ...good,
    name: 'public',
    title: 'A deployment by `ecr-repository`, to a service with public addresses',
    about: 'The addresses are looked up once the deployment has completed, so there is nothing left to take back.',
    scenario: scenario(publicService),
    inputs: { 'ecr-repository': 'web', 'image-tag': 'v2' },
    shows: ({ phase, operation }) =>
      /^(DescribeRepositories|DescribeNetworkInterfaces)$/.test(operation) ||
      (phase === 'watch' && operation === 'DescribeTasks'),
  },
  {
    ...good,
    name: 'tidied',
    title: 'A deployment after which old revisions are deregistered',
    scenario: scenario(
      { ...guarded, taskDefinition: 'web:3' },
      {
        taskDefinitions: ['1', '2', '3'].map((value) =>
          definition('v1', { environment: [{ name: 'REVISION', value }] }),
        ),
      },
    ),
    inputs: { ...good.inputs, 'keep-revisions': '1' },
    shows: ({ operation, nth }) =>
      nth === 1 && /^(ListTaskDefinitions|ListClusters|ListServices|DeregisterTaskDefinition)$/.test(operation),
  },
  {
    ...good,
    name: 'suspended',
    title: 'A deployment before which the automatic scaling is suspended',
    scenario: scenario(guarded, { ...slowly, scalableTargets: [{ service: 'web', minCapacity: 1, maxCapacity: 4 }] }),
    inputs: { ...good.inputs, 'desired-count': '2', autoscaling: 'suspend' },
    shows: ({ phase, operation }) => phase === 'prepare' && operation === 'RegisterScalableTarget',
  },
  {
    ...good,
    name: 'settling',
    title: 'A deployment whose tasks are looked at after it has completed',
    about: 'With `settle-seconds`. What ECS completed it does not roll back: post takes it back through UpdateService.',
    scenario: scenario(guarded),
    inputs: { ...good.inputs, 'settle-seconds': '60' },
    shows: ({ phase, operation }) => phase === 'settle' && operation !== 'DescribeTasks',
  },
  {
    ...good,
    name: 'verified',
    title: 'A deployment that is verified',
    about: 'With `verify-alarms`. After it the run looks whether somebody else has deployed meanwhile.',
    scenario: scenario(guarded, { alarms }),
    inputs: verified,
    shows: ({ phase, operation }) => phase === 'verify' || operation === 'DescribeAlarms',
  },
]

const back: readonly Deployment[] = [
  {
    ...failing,
    name: 'stopped',
    title: 'A deployment that fails, and that ECS is asked to roll back',
    scenario: scenario(alone),
    shows: ({ phase, operation }) => (phase === 'failure' || phase === 'rollback') && !listsTasks.test(operation),
  },
  {
    ...failing,
    name: 'stop-lost',
    title: 'The same, with a log that tells why, where ECS takes the rollback and its answer is lost',
    scenario: scenario(
      { ...alone, taskDefinition: logged },
      { faults: [{ kind: 'reset-after', operation: 'StopServiceDeployment' }] },
    ),
    shows: ({ operation, nth }) => nth === 1 && /^(GetLogEvents|DescribeServiceDeployments)$/.test(operation),
  },
  {
    ...failing,
    name: 'stop-denied',
    title: 'A deployment that fails, and that UpdateService takes back',
    scenario: scenario(alone, { deny: ['ecs:StopServiceDeployment'] }),
    // Before StopServiceDeployment was denied, it is the deployment above.
    shows: ({ phase, operation, nth }) =>
      phase === 'rollback' &&
      nth < 4 &&
      /^(DescribeTaskDefinition|RegisterTaskDefinition|DescribeServices|UpdateService)$/.test(operation),
  },
  {
    ...good,
    name: 'unverified',
    title: 'A deployment whose verification fails, and that UpdateService takes back',
    scenario: scenario(alone, { alarms }),
    inputs: verified,
    alarm: 'web-5xx',
    outcome: 'rolled-back',
    shows: ({ phase, operation }) =>
      (phase === 'failure' && /^(RegisterTaskDefinition|UpdateService)$/.test(operation)) ||
      (phase === 'rollback' && operation === 'DescribeServices'),
  },
]

const post: readonly Deployment[] = [
  {
    ...good,
    name: 'post-killed',
    title: 'The post step, after main was killed while it watched',
    about: 'From here on the signals go to the post step.',
    scenario: scenario(alone, slowly),
    mainEnds: killed,
    shows: ({ operation }) => !listsTasks.test(operation),
  },
  {
    ...good,
    name: 'post-cancelled',
    title: 'The post step, after main was cancelled while it watched',
    about:
      'Main has sent the rollback in its last moment, and the post step watches it. With `leave` nothing was sent, and post looks as it does above.',
    onCancel: ['rollback'],
    scenario: scenario(alone, slowly),
    mainEnds: { ...killed, signal: 'SIGINT' },
    shows: ({ operation }) => !listsTasks.test(operation),
  },
  {
    ...good,
    name: 'post-settled',
    title: 'The post step, after main was killed while it looked at a deployment that had completed',
    about: 'With `leave` it only looks, as above.',
    onCancel: ['rollback'],
    scenario: scenario(alone),
    inputs: { ...good.inputs, 'settle-seconds': '60' },
    mainEnds: { ...killed, call: { operation: 'DescribeServices', phase: 'settle', nth: 1 } },
    // Its first looks are those above; the second reads of a revision are like the first ones.
    shows: ({ phase, operation, nth }) =>
      nth === 1 &&
      (phase === 'post-back' || /^(DescribeTaskDefinition|RegisterTaskDefinition|UpdateService)$/.test(operation)) &&
      !listsTasks.test(operation),
  },
]

const rollback: readonly Deployment[] = [
  {
    name: 'rollback',
    title: 'The rollback action',
    about:
      'It has neither `on-cancel` nor a post step: what ECS has taken goes on, and what ECS has not been asked for is not done.',
    action: 'rollback',
    scenario: threeVersions({ loadBalancer }, { options }),
    inputs: {},
    outcome: 'rolled-back',
    brings: 'v1',
    ran: 'v2',
    shows: ({ operation }) => !listsTasks.test(operation),
  },
]

export const deployments: readonly Deployment[] = [
  ...forward,
  ...checking,
  ...migrating,
  ...back,
  ...explaining,
  ...post,
  ...migratingPost,
  ...rollback,
]
