import {
  DescribeClustersCommand,
  DescribeServicesCommand,
  DescribeTaskDefinitionCommand,
  ListServicesCommand,
  ListTagsForResourceCommand,
  ListTaskDefinitionsCommand,
  ListTasksCommand,
  RegisterTaskDefinitionCommand,
  type RegisterTaskDefinitionCommandInput,
  UpdateServiceCommand,
} from '@aws-sdk/client-ecs'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { Account, definition, scenarioWith } from './support.ts'

let account: Account
beforeEach(async () => {
  account = await Account.open(scenarioWith({ desiredCount: 2 }, []))
})
afterEach(() => account.close())

interface Answer {
  readonly status: number
  readonly __type?: string
  readonly message?: string
}

async function raw(operation: string, body: unknown): Promise<Answer> {
  const headers = {
    'content-type': 'application/x-amz-json-1.1',
    'x-amz-target': `AmazonEC2ContainerServiceV20141113.${operation}`,
  }
  const response = await fetch(account.simulator.url, {
    method: 'POST',
    headers,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  return { status: response.status, ...((await response.json()) as object) }
}

describe('requests are checked against the published model', () => {
  test.each([
    { what: 'a wrong type', body: { services: 'web' }, type: 'SerializationException' },
    { what: 'a number for a text', body: { services: ['web'], cluster: 5 }, type: 'SerializationException' },
    { what: 'an unknown member', body: { services: ['web'], clutser: 'x' }, type: 'SerializationException' },
    { what: 'an unknown value', body: { services: ['web'], include: ['TAG'] }, type: 'InvalidParameterException' },
    {
      what: 'too many names',
      body: { services: Array.from({ length: 11 }, (_, index) => `s${index}`) },
      type: 'InvalidParameterException',
    },
    { what: 'an absent cluster', body: { services: ['web'], cluster: 'nope' }, type: 'ClusterNotFoundException' },
    { what: 'no JSON', body: '{', type: 'SerializationException' },
  ])('$what', async ({ body, type }) => {
    expect(await raw('DescribeServices', body)).toMatchObject({ status: 400, __type: type })
  })

  test('a required member must be there', async () => {
    expect(await raw('UpdateService', {})).toMatchObject({
      __type: 'InvalidParameterException',
      message: "Member 'service' must not be null",
    })
  })

  test.each(['StartTask', 'CreateTaskSet', 'PutAttributes'])(
    'an operation that is not modelled is named: %s',
    async (name) => {
      expect(await raw(name, {})).toMatchObject({
        status: 400,
        __type: 'UnknownOperationException',
        message: `The simulator does not model ecs:${name}.`,
      })
    },
  )
})

describe('what ECS does not find', () => {
  test('a service is a failure entry, an unknown definition an exception', async () => {
    const { failures } = await account.ecs.send(new DescribeServicesCommand({ services: ['web', 'nope'] }))
    expect(failures).toEqual([{ arn: 'arn:aws:ecs:us-east-1:111122223333:service/default/nope', reason: 'MISSING' }])
    await expect(account.ecs.send(new DescribeTaskDefinitionCommand({ taskDefinition: 'nope' }))).rejects.toMatchObject(
      { name: 'ClientException', message: 'Unable to describe task definition.' },
    )
    await expect(account.ecs.send(new UpdateServiceCommand({ service: 'nope' }))).rejects.toMatchObject({
      name: 'ServiceNotFoundException',
    })
    await expect(
      account.ecs.send(new UpdateServiceCommand({ service: 'web', taskDefinition: 'web:99' })),
    ).rejects.toMatchObject({ name: 'ClientException', message: 'TaskDefinition not found.' })
    expect((await account.ecs.send(new DescribeClustersCommand({ clusters: ['nope'] }))).failures).toHaveLength(1)
  })
})

describe('a task definition is stored as ECS stores it', () => {
  const register = (change: object): Promise<unknown> =>
    account.ecs.send(new RegisterTaskDefinitionCommand(input(change)))
  const input = (change: object): RegisterTaskDefinitionCommandInput => {
    const { status: _status, containerDefinitions, ...rest } = definition('v1')
    return { ...rest, containerDefinitions: [...containerDefinitions], ...change }
  }

  test('with defaults filled in and sizes normalised', async () => {
    const container = {
      name: 'web',
      image: 'nginx',
      portMappings: [{ containerPort: 80 }],
      environment: [
        { name: 'LONG_NAME', value: '1' },
        { name: 'A', value: '2' },
      ],
      healthCheck: { command: ['CMD', 'true'] },
    }
    await register({
      cpu: '1 vCPU',
      memory: '2GB',
      containerDefinitions: [container],
      tags: [{ key: 'team', value: 'a' }],
    })
    const { taskDefinition, tags } = await account.ecs.send(
      new DescribeTaskDefinitionCommand({ taskDefinition: 'web', include: ['TAGS'] }),
    )
    expect(tags).toEqual([{ key: 'team', value: 'a' }])
    expect(taskDefinition).toMatchObject({
      revision: 2,
      status: 'ACTIVE',
      cpu: '1024',
      memory: '2048',
      volumes: [],
      placementConstraints: [],
      compatibilities: ['EC2', 'FARGATE'],
    })
    expect(taskDefinition?.registeredAt).toEqual(new Date(account.simulator.clock.now()))
    expect(taskDefinition?.containerDefinitions?.[0]).toEqual({
      ...container,
      cpu: 0,
      essential: true,
      portMappings: [{ containerPort: 80, hostPort: 80, protocol: 'tcp' }],
      environment: [
        { name: 'A', value: '2' },
        { name: 'LONG_NAME', value: '1' },
      ],
      healthCheck: { command: ['CMD', 'true'], interval: 30, timeout: 5, retries: 3 },
      mountPoints: [],
      volumesFrom: [],
      systemControls: [],
    })
    const arn = taskDefinition?.taskDefinitionArn
    expect((await account.ecs.send(new ListTagsForResourceCommand({ resourceArn: arn }))).tags).toEqual(tags)
  })

  test.each([
    { change: { cpu: '256', memory: '4096' }, message: 'No Fargate configuration exists for given values.' },
    { change: { cpu: 'many' }, message: /^Invalid 'cpu' setting for task\./ },
    { change: { cpu: undefined }, message: /^Fargate requires that 'cpu' be defined at the task level/ },
    {
      change: { executionRoleArn: undefined },
      message: 'Fargate requires task definition to have execution role ARN to support ECR images.',
    },
    { change: { pidMode: 'host' }, message: /do not support pidMode 'host'/ },
    {
      change: { containerDefinitions: [{ name: 'web', image: '' }] },
      message: 'Container.image should not be null or empty.',
    },
  ])('refused: $message', async ({ change, message }) => {
    await expect(register(change)).rejects.toMatchObject({
      name: 'ClientException',
      message: expect.stringMatching(message),
    })
  })
})

describe('lists', () => {
  test('come in pages with opaque tokens', async () => {
    const first = await account.ecs.send(new ListTasksCommand({ serviceName: 'web', maxResults: 1 }))
    const second = await account.ecs.send(
      new ListTasksCommand({ serviceName: 'web', maxResults: 1, nextToken: first.nextToken }),
    )
    expect(new Set([...(first.taskArns ?? []), ...(second.taskArns ?? [])]).size).toBe(2)
    expect(second.nextToken).toBeUndefined()
    await expect(account.ecs.send(new ListTasksCommand({ nextToken: 'made-up' }))).rejects.toMatchObject({
      name: 'InvalidParameterException',
    })
  })

  test('by starter of tasks, which excludes every other filter', async () => {
    const startedBy = (await account.service()).deployments?.[0]?.id
    expect((await account.ecs.send(new ListTasksCommand({ startedBy }))).taskArns).toHaveLength(2)
    await expect(account.ecs.send(new ListTasksCommand({ startedBy, serviceName: 'web' }))).rejects.toMatchObject({
      name: 'InvalidParameterException',
    })
    expect((await account.ecs.send(new ListServicesCommand({}))).serviceArns).toHaveLength(1)
    expect(
      (await account.ecs.send(new ListTaskDefinitionsCommand({ familyPrefix: 'web' }))).taskDefinitionArns,
    ).toHaveLength(1)
  })
})
