import assert from 'node:assert/strict'
import type {
  CreateClusterResponse,
  CreateServiceResponse,
  DeleteServiceResponse,
  DeregisterTaskDefinitionResponse,
  ListTagsForResourceResponse,
  ListTaskDefinitionsResponse,
  RegisterTaskDefinitionResponse,
} from '@aws-sdk/client-ecs'
import { account, definition, network } from '../account.ts'
import type { Check } from '../check.ts'
import { refusedCode } from './exit-codes.ts'

const client = 'AWS CLI'

export const changing: readonly Check[] = [
  {
    client,
    title:
      'registers a task definition (defaults come back filled in), deregisters it, and finds it among the INACTIVE',
    shows: [
      'ecs:RegisterTaskDefinition',
      'ecs:DeregisterTaskDefinition',
      'ecs:ListTaskDefinitions',
      'ecs:UpdateService',
    ],
    scenario: account(),
    play: async (ground) => {
      const { taskDefinition, tags } = await ground.awsAnswer<RegisterTaskDefinitionResponse>(
        ...['ecs', 'register-task-definition', '--cli-input-json', JSON.stringify(definition('v2'))],
      )
      assert.equal(taskDefinition?.revision, 7)
      assert.equal(taskDefinition?.containerDefinitions?.[0]?.essential, true)
      assert.deepEqual(taskDefinition?.containerDefinitions?.[0]?.portMappings?.[0]?.protocol, 'tcp')
      assert.deepEqual(tags, [{ key: 'team', value: 'web' }])
      const gone = await ground.awsAnswer<DeregisterTaskDefinitionResponse>(
        ...['ecs', 'deregister-task-definition', '--task-definition', 'web:7'],
      )
      assert.equal(gone.taskDefinition?.status, 'INACTIVE')
      const { taskDefinitionArns } = await ground.awsAnswer<ListTaskDefinitionsResponse>(
        ...['ecs', 'list-task-definitions', '--status', 'INACTIVE'],
      )
      assert.deepEqual(taskDefinitionArns, [taskDefinition?.taskDefinitionArn])
      const refused = await ground.aws('ecs', 'update-service', '--service', 'web', '--task-definition', 'web:7')
      assert.match(refused.stderr, /\(ClientException\).*: TaskDefinition is inactive/)
      assert.equal(ground.simulator.world.taskDefinitions.get('web')?.[6]?.status, 'INACTIVE')
      assert.equal((await ground.service()).deployments.length, 1)
    },
  },
  {
    client,
    title: 'is refused a Fargate size that does not exist, in the words of ECS; nothing is registered',
    shows: ['ecs:RegisterTaskDefinition'],
    scenario: account(),
    play: async (ground) => {
      const input = JSON.stringify({ ...definition('v2'), memory: '99999' })
      const refused = await ground.aws('ecs', 'register-task-definition', '--cli-input-json', input)
      assert.equal(refused.code, refusedCode)
      assert.match(refused.stderr, /\(ClientException\).*: No Fargate configuration exists for given values\./)
      assert.equal(ground.simulator.world.taskDefinitions.get('web')?.length, 6)
      assert.equal(ground.requests('RegisterTaskDefinition')[0]?.applied, false)
    },
  },
  {
    client,
    title: 'tags a service and lists its tags',
    shows: ['ecs:TagResource', 'ecs:ListTagsForResource'],
    scenario: account(),
    play: async (ground) => {
      const { arn } = await ground.service()
      await ground.awsAnswer('ecs', 'tag-resource', '--resource-arn', arn, '--tags', 'key=commit,value=abc123')
      const { tags } = await ground.awsAnswer<ListTagsForResourceResponse>(
        ...['ecs', 'list-tags-for-resource', '--resource-arn', arn],
      )
      assert.deepEqual(tags, [{ key: 'commit', value: 'abc123' }])
      assert.deepEqual(ground.simulator.world.tags.get(arn), tags)
    },
  },
  {
    client,
    title: 'creates a cluster and a service, waits until it is stable, deletes it and waits until it is inactive',
    shows: ['ecs:CreateCluster', 'ecs:CreateService', 'ecs:DeleteService', 'ecs:DescribeServices'],
    scenario: account(),
    speed: 120,
    play: async (ground) => {
      const { cluster } = await ground.awsAnswer<CreateClusterResponse>(
        'ecs',
        'create-cluster',
        '--cluster-name',
        'new',
      )
      assert.equal(cluster?.status, 'ACTIVE')
      const place = ['--cluster', 'new', '--service']
      const { service } = await ground.awsAnswer<CreateServiceResponse>(
        ...['ecs', 'create-service', '--cluster', 'new', '--service-name', 'api', '--task-definition', 'web:2'],
        ...['--desired-count', '1', '--launch-type', 'FARGATE', '--network-configuration', network],
      )
      assert.equal(service?.deployments?.[0]?.rolloutState, 'IN_PROGRESS')
      const stable = await ground.aws('ecs', 'wait', 'services-stable', '--cluster', 'new', '--services', 'api')
      assert.equal(stable.code, 0, stable.stderr)
      // The waiter looks at counts only: a task without any health check counts as healthy 40 s later.
      assert.match(String((await ground.service('api')).serviceDeployments[0]?.status), /^(IN_PROGRESS|SUCCESSFUL)$/)
      const inUse = await ground.aws('ecs', 'delete-service', ...place, 'api')
      assert.match(inUse.stderr, /The service cannot be stopped while it is scaled above 0\./)
      const deleted = await ground.awsAnswer<DeleteServiceResponse>('ecs', 'delete-service', ...place, 'api', '--force')
      assert.equal(deleted.service?.status, 'DRAINING')
      const inactive = await ground.aws('ecs', 'wait', 'services-inactive', '--cluster', 'new', '--services', 'api')
      assert.equal(inactive.code, 0, inactive.stderr)
      assert.equal((await ground.service('api')).status, 'INACTIVE')
    },
  },
]
