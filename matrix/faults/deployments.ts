/** The deployments that faults are put into: between them they send every call to ECS and ECR of a deployment, and none to other services. */
import type { Inputs } from '../../__tests__/support/account.ts'
import { breaker, definition, ecrImage, registry, webScenario } from '../../__tests__/support/web.ts'
import type { Happening, ModelOptions, Scenario } from '../../simulator/scenario.ts'
import { createSimulation } from '../../simulator/simulation.ts'
import { besides } from './besides.ts'

export type Phase = 'prepare' | 'watch' | 'failure' | 'rollback' | 'tidy'

export type Deployment = {
  readonly name: string
  /** For the page. */
  readonly title: string
  readonly scenario: Scenario
  /** `<port of the simulator>` stands for where it listens. */
  readonly inputs: Inputs
  readonly files?: Readonly<Record<string, string>>
  /** How it ends without a fault. */
  readonly outcome: 'deployed' | 'rolled-back' | 'failed' | 'planned'
  /** The tag whose image it brings, and the one that ran before. */
  readonly brings: string
  readonly ran: string
  /** Calls of it that another deployment shows already are left out. */
  readonly shows: (phase: Phase, operation: string, nth: number) => boolean
  /** Calls that only explain, check or add something: whatever becomes of them, the end is the same, and a notice tells of it. */
  readonly canDoWithout?: (operation: string) => boolean
  /** How that notice reads where it does not name the call; a missing permission is always named. */
  readonly toldAs?: RegExp
  /** What happens as soon as its deployment is watched. */
  readonly onceWatched?: Happening
  /** How much faster the limits of its calls pass, where they are short ones. */
  readonly limitSpeed?: number
  /** It is taken back where it completed and does not work. */
  readonly verifies?: true
}

/** The service is public, and no service revision tells of its digests: the tasks have to. */
const publicService = {
  withoutHistory: true,
  networkConfiguration: {
    awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'], assignPublicIp: 'ENABLED' as const },
  },
}

const quick: Partial<ModelOptions> = { firstTaskDelaySeconds: 5 }

const byFile: Deployment = {
  name: 'file',
  title: 'A good version, by task-definition file and `ecr-repository`, to a service with public addresses',
  scenario: webScenario(publicService, { options: quick }),
  inputs: { 'task-definition': 'task-definition.json', 'ecr-repository': 'web', 'image-tag': 'v2' },
  files: { 'task-definition.json': JSON.stringify(definition('v2')) },
  outcome: 'deployed',
  brings: 'v2',
  ran: 'v1',
  shows: () => true,
  canDoWithout: (operation) => /^(BatchGetImage|DescribeNetworkInterfaces)$/.test(operation),
  toldAs: /could not be (looked up|read)/,
}

const web = [{ name: 'web', taskDefinition: definition('v1') }]

/** Images have the same digest in every account that is made of the same scenario. */
function digestIn(scenario: Scenario, tag: string): string {
  const { world } = createSimulation({ scenario, clock: 'manual' }, () => '')
  return world.repositories.get('web')?.tags.get(tag) ?? ''
}

const wanted = definition(`${registry}/web@${digestIn(webScenario(), 'v2')}`)

/** An equal revision is there: it is used again, and the tags of the run are written. */
export const byImage: Deployment = {
  name: 'image',
  title: 'A good version, by `image`, of which an equal revision exists: it is used again, and tagged',
  scenario: webScenario(
    { ...web[0], taskDefinition: 'web:1' },
    { taskDefinitions: [definition('v1'), wanted], options: quick },
  ),
  inputs: { image: ecrImage('v2') },
  outcome: 'deployed',
  brings: 'v2',
  ran: 'v1',
  shows: (phase, operation) => phase === 'prepare' && /^(TagResource|UpdateService)$/.test(operation),
}

const stopped: Deployment = {
  name: 'stopped',
  title: 'A version that crashes, to a service without a circuit breaker: ECS is asked to roll it back',
  scenario: webScenario({ deploymentConfiguration: breaker.none }, { options: quick }),
  inputs: { image: ecrImage('crash'), 'wait-for-minutes': '2' },
  outcome: 'rolled-back',
  brings: 'crash',
  ran: 'v1',
  shows: (phase, operation) => phase === 'failure' || phase === 'rollback' || operation === 'DescribeTasks',
}

const stopLost: Deployment = {
  ...stopped,
  name: 'stop-lost',
  title: 'The same, where ECS takes the rollback and its answer is lost',
  scenario: { ...stopped.scenario, faults: [{ kind: 'reset-after', operation: 'StopServiceDeployment' }] },
  shows: (_, operation) => operation === 'DescribeServiceDeployments',
}

const updatedBack: Deployment = {
  name: 'updated-back',
  title:
    'A version that crashes, to a service whose circuit breaker only stops and whose last deployment had failed: UpdateService brings back the one before',
  scenario: webScenario(
    {
      taskDefinition: 'web:2',
      initialDeployment: 'failed',
      history: [{ taskDefinition: 'web:1' }],
      deploymentConfiguration: breaker.stop,
    },
    {
      taskDefinitions: [definition('v1'), definition('sick')],
      options: { ...quick, exitAfterRunningCountsAsFailure: true },
    },
  ),
  inputs: { image: ecrImage('crash') },
  outcome: 'rolled-back',
  brings: 'crash',
  ran: 'v1',
  shows: (phase, operation) =>
    phase === 'prepare'
      ? /^(ListServiceDeployments|DescribeServiceRevisions)$/.test(operation)
      : phase === 'failure'
        ? !/^(ListTasks|DescribeTasks)$/.test(operation)
        : phase === 'rollback' && /^(DescribeServices|DescribeTaskDefinition)$/.test(operation),
}

/** The parts of the page. */
export const parts: readonly { readonly title: string; readonly deployments: readonly Deployment[] }[] = [
  { title: 'Deploying and rolling back', deployments: [byFile, byImage, stopped, stopLost, updatedBack] },
  ...besides,
]

export const deployments: readonly Deployment[] = parts.flatMap((part) => part.deployments)
