import assert from 'node:assert/strict'
import type {
  DescribeClustersResponse,
  DescribeServicesResponse,
  DescribeTaskDefinitionResponse,
  DescribeTasksResponse,
  ListClustersResponse,
  ListServicesResponse,
  ListTaskDefinitionsResponse,
  ListTasksResponse,
} from '@aws-sdk/client-ecs'
import { account, registry } from '../account.ts'
import type { Check } from '../check.ts'
import { refusedCode } from './exit-codes.ts'

const client = 'AWS CLI'

export const reading: readonly Check[] = [
  {
    client,
    title: 'reads cluster, service, task definition and tasks: what it prints is what the simulator holds',
    shows: [
      'ecs:DescribeClusters',
      'ecs:ListClusters',
      'ecs:ListServices',
      'ecs:DescribeServices',
      'ecs:DescribeTaskDefinition',
      'ecs:ListTasks',
      'ecs:DescribeTasks',
    ],
    scenario: account({ desiredCount: 2, tags: [{ key: 'owner', value: 'me' }] }),
    play: async (ground) => {
      const { clusters } = await ground.awsAnswer<DescribeClustersResponse>('ecs', 'describe-clusters')
      assert.equal(clusters?.[0]?.runningTasksCount, 2)
      const { clusterArns } = await ground.awsAnswer<ListClustersResponse>('ecs', 'list-clusters')
      assert.deepEqual(clusterArns, [clusters?.[0]?.clusterArn])
      const { serviceArns } = await ground.awsAnswer<ListServicesResponse>('ecs', 'list-services')
      const held = await ground.service()
      assert.deepEqual(serviceArns, [held.arn])
      const { services = [] } = await ground.awsAnswer<DescribeServicesResponse>(
        ...['ecs', 'describe-services', '--services', 'web', '--include', 'TAGS'],
      )
      assert.equal(services[0]?.deployments?.[0]?.id, held.deployments[0]?.id)
      assert.equal(services[0]?.currentServiceDeployment, held.serviceDeployments.at(-1)?.arn)
      assert.deepEqual(services[0]?.tags, [{ key: 'owner', value: 'me' }])
      const { taskDefinition, tags } = await ground.awsAnswer<DescribeTaskDefinitionResponse>(
        ...['ecs', 'describe-task-definition', '--task-definition', 'web:1', '--include', 'TAGS'],
      )
      assert.equal(taskDefinition?.containerDefinitions?.[0]?.image, `${registry}/web:v1`)
      assert.deepEqual(tags, [{ key: 'team', value: 'web' }])
      const { taskArns = [] } = await ground.awsAnswer<ListTasksResponse>('ecs', 'list-tasks', '--service-name', 'web')
      assert.deepEqual(new Set(taskArns), new Set(ground.simulator.world.tasks.map(({ arn }) => arn)))
      const { tasks = [] } = await ground.awsAnswer<DescribeTasksResponse>(
        ...['ecs', 'describe-tasks', '--tasks', ...taskArns],
      )
      assert.ok(
        tasks.every(({ lastStatus, startedBy }) => lastStatus === 'RUNNING' && startedBy === held.deployments[0]?.id),
      )
    },
  },
  {
    client,
    title:
      'pages through task definitions (--page-size) and goes on from its own token (--max-items, --starting-token)',
    shows: ['ecs:ListTaskDefinitions'],
    scenario: account(),
    play: async (ground) => {
      const list = async (...options: readonly string[]) =>
        ground.awsAnswer<ListTaskDefinitionsResponse & { NextToken?: string }>(
          'ecs',
          'list-task-definitions',
          ...options,
        )
      assert.equal((await list('--page-size', '2')).taskDefinitionArns?.length, 6)
      assert.equal(ground.requests('ListTaskDefinitions').length, 3)
      const first = await list('--max-items', '4')
      const rest = await list('--starting-token', String(first.NextToken))
      assert.equal(first.taskDefinitionArns?.length, 4)
      assert.deepEqual(
        rest.taskDefinitionArns?.map((arn) => arn.split('/')[1]),
        ['web:5', 'web:6'],
      )
    },
  },
  {
    client,
    title: 'is told of an absent cluster, service, task and task definition as by ECS: exceptions or failures[]',
    shows: ['ecs:DescribeServices', 'ecs:DescribeTasks', 'ecs:DescribeTaskDefinition', 'ecs:ListTasks'],
    scenario: account(),
    play: async (ground) => {
      const refused = await ground.aws('ecs', 'list-tasks', '--cluster', 'nope')
      assert.equal(refused.code, refusedCode)
      assert.match(
        refused.stderr,
        /\(ClusterNotFoundException\) when calling the ListTasks operation: Cluster not found\./,
      )
      const unknown = await ground.aws('ecs', 'describe-task-definition', '--task-definition', 'nope')
      assert.match(unknown.stderr, /\(ClientException\).*: Unable to describe task definition\./)
      const { failures } = await ground.awsAnswer<DescribeServicesResponse>(
        ...['ecs', 'describe-services', '--services', 'nope'],
      )
      assert.equal(failures?.[0]?.reason, 'MISSING')
      const absent = await ground.awsAnswer<DescribeTasksResponse>(
        ...['ecs', 'describe-tasks', '--tasks', '0123456789abcdef0123456789abcdef'],
      )
      assert.equal(absent.failures?.[0]?.reason, 'MISSING')
      assert.equal(ground.requests('ListTasks')[0]?.error, 'ClusterNotFoundException')
    },
  },
  {
    client,
    title: 'ends `wait services-stable` at once for a service that is not there',
    shows: ['ecs:DescribeServices'],
    scenario: account(),
    play: async (ground) => {
      const waited = await ground.aws('ecs', 'wait', 'services-stable', '--services', 'nope')
      assert.equal(waited.code, 255)
      assert.match(waited.stderr, /Waiter ServicesStable failed: Waiter encountered a terminal failure state/)
      assert.equal(ground.requests('DescribeServices').length, 1)
    },
  },
  {
    client,
    title: 'tries a throttled, a broken and an interrupted read again by itself; not one with expired credentials',
    shows: ['ecs:DescribeServices'],
    scenario: account(),
    play: async (ground) => {
      const read = async () => ground.aws('ecs', 'describe-services', '--services', 'web')
      for (const kind of ['throttle', 'http-500', 'reset-before']) {
        await ground.change('faults', { kind, operation: 'DescribeServices' })
        assert.equal((await read()).code, 0, kind)
      }
      assert.deepEqual(
        ground.requests('DescribeServices').map(({ error }) => error),
        ['ThrottlingException', undefined, 'ServerException', undefined, 'ConnectionReset', undefined],
      )
      await ground.change('faults', { kind: 'expired-token', operation: 'DescribeServices', calls: 'all' })
      const expired = await read()
      assert.equal(expired.code, refusedCode)
      assert.match(expired.stderr, /ExpiredTokenException/)
      assert.equal(ground.requests('DescribeServices').length, 7)
    },
  },
]
