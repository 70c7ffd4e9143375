import { expect } from '@jest/globals'
import type { Scenario, ServiceScenario, TaskDefinitionScenario } from '../../../simulator/scenario.ts'
import { definition, registry } from '../support.ts'
import { type Fact, images, type Open, type Stage } from './stage.ts'

const secret = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf'
const subnet = 'subnet-0000000a'
const logConfiguration = {
  logDriver: 'awslogs',
  options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'us-east-1' },
}
const withSecret = (valueFrom: string): TaskDefinitionScenario =>
  definition('v2', { secrets: [{ name: 'DB', valueFrom }] })
const withLogs = definition('v2', { logConfiguration })
const fromDockerHub = definition('docker.io/library/nginx:1')

/** A service in one subnet; what is deployed to it comes as revision 10. */
function stageFor(
  open: Open,
  wanted: TaskDefinitionScenario,
  rest: Scenario,
  assignPublicIp: 'ENABLED' | 'DISABLED' = 'DISABLED',
): Stage {
  const service: Partial<ServiceScenario> = {
    networkConfiguration: {
      awsvpcConfiguration: { subnets: [subnet], securityGroups: ['sg-0000000a'], assignPublicIp },
    },
    deploymentConfiguration: {},
  }
  return open(service, {
    taskDefinitions: [...images.map(({ tag }) => definition(tag)), wanted],
    otherImages: [{ reference: 'nginx:1' }],
    ...rest,
    options: { unresolvedDigestFailure: 'stopped-task', ...rest.options },
  })
}

function firstReason(stage: Stage): string {
  const id = stage.update({ taskDefinition: `web:${images.length + 1}` }).deployments?.[0]?.id
  stage.until(() => stage.tasks('STOPPED', { startedBy: id }).length > 0)
  const [task] = stage.tasks('STOPPED', { startedBy: id })
  expect(task?.stopCode).toBe('TaskFailedToStart')
  return (task?.stoppedReason ?? '').replace(/[0-9a-f]{32}/, 'ID')
}

interface Case {
  readonly what: string
  readonly definition: TaskDefinitionScenario
  readonly rest: Scenario
  readonly reason: string
}

const noRoute = (...endpoints: NonNullable<NonNullable<Scenario['subnets']>[number]['endpoints']>): Scenario => ({
  subnets: [{ id: subnet, route: 'none', endpoints }],
})
const retrieval = 'ResourceInitializationError: unable to pull secrets or registry auth: '
const noEcr =
  'The task cannot pull registry authentication from Amazon ECR. There is a connection issue between the task and Amazon ECR. Check your task network configuration.'

const cases: readonly Case[] = [
  { what: 'no route to ECR', definition: definition('v2'), rest: noRoute(), reason: retrieval + noEcr },
  {
    what: 'no route to ECR, in the older wording',
    definition: definition('v2'),
    rest: { ...noRoute(), options: { networkErrorWording: 'older' } },
    reason: `${retrieval}execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 3 time(s): RequestError: send request failed caused by: Post "https://api.ecr.us-east-1.amazonaws.com/": dial tcp 44.213.79.50:443: i/o timeout. Please check your task network configuration.`,
  },
  {
    what: 'no egress in the security group',
    definition: definition('v2'),
    rest: { securityGroups: [{ id: 'sg-0000000a', egress: false }] },
    reason: retrieval + noEcr,
  },
  {
    what: 'an internet gateway, but no public address',
    definition: definition('v2'),
    rest: { subnets: [{ id: subnet, route: 'internet-gateway' }] },
    reason: retrieval + noEcr,
  },
  {
    what: 'an endpoint of ECR, but none of S3',
    definition: definition('v2'),
    rest: noRoute('ecr'),
    reason: `CannotPullContainerError: The task cannot pull '${registry}/web:v2' from the Amazon ECR repository '${registry}/web'. There is a connection issue between the task and Amazon ECR. Check your task network configuration.`,
  },
  {
    what: 'no route to another registry (inferred)',
    definition: fromDockerHub,
    rest: noRoute('ecr', 's3'),
    reason:
      'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref docker.io/library/nginx:1: failed to do request: Head "https://registry-1.docker.io/v2/library/nginx/manifests/1": dial tcp: i/o timeout',
  },
  {
    what: 'no route to Secrets Manager',
    definition: withSecret(secret),
    rest: noRoute('ecr', 's3'),
    reason: `${retrieval}unable to retrieve secret from asm: There is a connection issue between the task and AWS Secrets Manager. Check your task network configuration. failed to fetch secret ${secret} from secrets manager: operation error Secrets Manager: GetSecretValue, https response error StatusCode: 0, RequestID: , canceled, context deadline exceeded`,
  },
  {
    what: 'no route to the Parameter Store',
    definition: withSecret('/db'),
    rest: noRoute('ecr', 's3'),
    reason: `${retrieval}The task cannot pull secrets from AWS Systems Manager Parameter Store. Check your network connection between the task and AWS Systems Manager.`,
  },
  {
    what: 'no route to CloudWatch Logs',
    definition: withLogs,
    rest: noRoute('ecr', 's3'),
    reason:
      'ResourceInitializationError: The task cannot find the Amazon CloudWatch log group defined in the task definition. There is a connection issue between the task and Amazon CloudWatch. Check your network configuration.',
  },
  {
    what: 'no address left in the subnet',
    definition: definition('v2'),
    rest: { subnets: [{ id: subnet, availableAddresses: 0 }] },
    reason: `Unexpected EC2 error while attempting to Create Network Interface with public IP assignment disabled in subnet '${subnet}'`,
  },
  {
    what: 'the execution role may not pull',
    definition: definition('v2'),
    rest: { roles: [{ name: 'ecsTaskExecutionRole', allow: ['logs:*'] }] },
    reason:
      'CannotPullContainerError: The task can’t pull the image. Check that the role has the permissions to pull images from the registry.',
  },
  {
    what: 'the execution role may not read the secret',
    definition: withSecret(secret),
    rest: { roles: [{ name: 'ecsTaskExecutionRole', deny: ['secretsmanager:*'] }] },
    reason: `${retrieval}execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret ${secret} from secrets manager: AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/ecsTaskExecutionRole/ID is not authorized to perform: secretsmanager:GetSecretValue on resource: ${secret} because no identity-based policy allows the secretsmanager:GetSecretValue action`,
  },
]

const everything: NonNullable<NonNullable<Scenario['subnets']>[number]['endpoints']> = [
  'ecr',
  's3',
  'secretsmanager',
  'ssm',
  'logs',
]

export const reachFacts: readonly Fact[] = [
  ...cases.map(
    ({ what, definition: wanted, rest, reason }): Fact => ({
      name: `§6.3 ${what}: the task does not start, and says why`,
      check: (open) => expect(firstReason(stageFor(open, wanted, rest))).toBe(reason),
    }),
  ),
  ...(
    [
      ['a NAT gateway', { subnets: [{ id: subnet, route: 'nat-gateway' }] }, 'DISABLED'],
      ['an internet gateway and a public address', { subnets: [{ id: subnet, route: 'internet-gateway' }] }, 'ENABLED'],
      ['endpoints alone', noRoute(...everything), 'DISABLED'],
      ['nothing said about the route', { subnets: [{ id: subnet }] }, 'DISABLED'],
    ] satisfies [string, Scenario, 'ENABLED' | 'DISABLED'][]
  ).map(
    ([what, rest, publicAddress]): Fact => ({
      name: `§6.3 ${what}: the task reaches ECR, its secret and its logs, and starts`,
      check: (open) => {
        const wanted = definition('v2', { logConfiguration, secrets: [{ name: 'DB', valueFrom: secret }] })
        const stage = stageFor(open, wanted, rest, publicAddress)
        stage.update({ taskDefinition: `web:${images.length + 1}` })
        stage.untilCompleted()
      },
    }),
  ),
  {
    name: '§6.3 while digests are open, a task that does not get through is told by an event only',
    check: (open) => {
      const stage = stageFor(open, definition('v2'), { ...noRoute(), options: { unresolvedDigestFailure: 'event' } })
      stage.update({ taskDefinition: `web:${images.length + 1}` })
      stage.advance(600)
      expect(stage.events()).toContain(`was unable to place a task. Reason: ${retrieval}${noEcr}`)
      expect(stage.tasks('STOPPED')).toEqual([])
    },
  },
]
