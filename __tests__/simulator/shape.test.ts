import * as ecr from '@aws-sdk/client-ecr'
import * as ecs from '@aws-sdk/client-ecs'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { ecrOperations, ecrTargetPrefix } from '../../simulator/ecr/operations.ts'
import { ecsOperations, ecsTargetPrefix, type KnownOperation } from '../../simulator/ecs/operations.ts'
import { checkOutput } from '../../simulator/protocol/schema.ts'
import {
  enumsOf,
  inputOf,
  type Mistake,
  notRefused,
  post,
  type Samples,
  validInput,
  withoutRequired,
  withWrongEnums,
  withWrongTypes,
} from './shape-requests.ts'
import { Account, breaker, definition } from './support.ts'

type Send = (account: Account, command: unknown) => Promise<object>
type Module = Readonly<Record<string, unknown>>

const services = [
  {
    service: 'ecs',
    sdk: ecs as Module,
    prefix: ecsTargetPrefix,
    operations: ecsOperations,
    enums: enumsOf('@aws-sdk/client-ecs', ecs as Module),
    send: ((account, command) => account.ecs.send(command as never)) as Send,
  },
  {
    service: 'ecr',
    sdk: ecr as Module,
    prefix: ecrTargetPrefix,
    operations: ecrOperations(() => 'http://127.0.0.1'),
    enums: enumsOf('@aws-sdk/client-ecr', ecr as Module),
    send: ((account, command) => account.ecr.send(command as never)) as Send,
  },
] as const
type Service = (typeof services)[number]

const cases = services.flatMap((service) =>
  Object.entries(service.operations).map(([operation, known]) => ({
    name: service.service,
    service,
    operation,
    known,
  })),
)

/** What can only be refused in this account. */
const refusals: Readonly<Record<string, string>> = {
  // No strategy with hooks is modelled, so no deployment waits at one.
  ContinueServiceDeployment: 'InvalidParameterException',
}

async function openAccount(): Promise<Account> {
  const account = await Account.open({
    services: [
      {
        name: 'web',
        taskDefinition: definition('v1'),
        desiredCount: 2,
        deploymentConfiguration: breaker,
        enableExecuteCommand: true,
        tags: [{ key: 'team', value: 'web' }],
      },
    ],
    repositories: [
      {
        name: 'web',
        images: [
          { tag: 'v1', scan: {} },
          { tag: 'unscanned' },
          { tag: 'v2', platforms: ['linux/amd64', 'linux/arm64'] },
        ],
      },
    ],
    options: { rateLimits: false },
  })
  await account.deploy(definition('v2'))
  account.advance(8)
  await account.service()
  return account
}

/** @throws Error if the account is not as it was made */
function samplesOf({ simulator: { world } }: Account): Samples {
  const [service] = world.services
  const repository = world.repositories.get('web')
  const [image] = repository?.images.values() ?? []
  if (service === undefined || repository === undefined || image === undefined) throw new Error('Not the account')
  const task = world.tasks[0]?.arn
  const subnets = ['subnet-0a1b2c3d4e5f60001']
  return {
    cluster: 'default',
    cpu: '256',
    executionRoleArn: 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
    memory: '512',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    'CreateRepository.tags': [{ Key: 'stage', Value: 'test' }],
    clusters: ['default'],
    clusterName: 'another',
    command: 'sh',
    container: 'web',
    containerDefinitions: definition('v1').containerDefinitions,
    desiredCount: 3,
    family: 'web',
    force: true,
    hookId: 'hook',
    imageId: { imageTag: 'v1' },
    imageIds: [{ imageTag: 'v1' }],
    imageManifest: image.manifest,
    imageTag: 'again',
    include: ['TAGS'],
    interactive: true,
    launchType: 'FARGATE',
    layerDigest: [...repository.blobs.keys()][0],
    networkConfiguration: { awsvpcConfiguration: { subnets } },
    protectionEnabled: true,
    repositoryName: 'web',
    'CreateRepository.repositoryName': 'another',
    'StartImageScan.imageId': { imageTag: 'unscanned' },
    resourceArn: service.arn,
    service: 'web',
    services: ['web', 'absent'],
    serviceDeploymentArn: service.serviceDeployments.at(-1)?.arn,
    serviceDeploymentArns: service.serviceDeployments.map(({ arn }) => arn),
    serviceName: 'web',
    'CreateService.serviceName': 'another',
    'DeleteTaskDefinitions.taskDefinitions': ['web:1', 'web:99'],
    serviceRevisionArns: service.revisions.map(({ arn }) => arn),
    tagKeys: ['team'],
    tags: [{ key: 'stage', value: 'test' }],
    task,
    taskDefinition: 'web:1',
    tasks: [task],
  }
}

/** As JSON, with the SDK's dates as the numbers that travelled, without its metadata and without the port. */
function travelled(answer: object): unknown {
  const { $metadata: _metadata, ...rest } = answer as { $metadata?: unknown }
  const text = JSON.stringify(rest, function (this: Record<string, unknown>, key, value) {
    const given = this[key]
    return given instanceof Date ? given.getTime() / 1000 : value
  })
  return JSON.parse(text.replaceAll(/127\.0\.0\.1:\d+/g, '127.0.0.1'))
}

let account: Account
beforeEach(async () => {
  account = await openAccount()
})
afterEach(() => account.close())

describe.each(cases)(
  '$name $operation',
  ({ service, operation, known }: { service: Service; operation: string; known: KnownOperation }) => {
    test('the answer follows the schema, and the SDK understands every member of it', async () => {
      const input = validInput(operation, inputOf(known.schema), samplesOf(account))
      const answer = await post(account.simulator.url, `${service.prefix}${operation}`, input)
      const refusal = refusals[operation]
      if (refusal !== undefined) {
        expect(answer).toMatchObject({ status: 400, body: { __type: refusal } })
        return
      }
      expect(answer).toMatchObject({ status: 200 })
      checkOutput(known.schema, answer.body)
      // The same request to an equal account, through the SDK: what its own deserializer does not know, it drops.
      const twin = await openAccount()
      const Command = service.sdk[`${operation}Command`] as new (input: object) => unknown
      const understood = await service.send(twin, new Command(input)).finally(() => twin.close())
      expect(travelled(understood)).toEqual(travelled(answer.body))
    })

    const refuses = async (mistakes: readonly Mistake[], type: string): Promise<readonly string[]> =>
      notRefused(account.simulator.url, `${service.prefix}${operation}`, mistakes, type)

    test('each required member that is missing is an InvalidParameterException naming it (inferred)', async () => {
      expect(await refuses(withoutRequired(inputOf(known.schema), service.enums), 'InvalidParameterException')).toEqual(
        [],
      )
    })

    test('each member of a wrong type is a SerializationException naming it (inferred)', async () => {
      expect(await refuses(withWrongTypes(inputOf(known.schema), service.enums), 'SerializationException')).toEqual([])
    })

    test('each value outside of its enumeration is an InvalidParameterException naming the member (inferred)', async () => {
      expect(await refuses(withWrongEnums(inputOf(known.schema), service.enums), 'InvalidParameterException')).toEqual(
        [],
      )
    })
  },
)

test('the requests are not empty: members, types and enumerations of a big operation are found', () => {
  const input = inputOf(ecsOperations.RegisterTaskDefinition?.schema ?? [])
  const { enums } = services[0]
  expect(withoutRequired(input, enums).map(({ path }) => path)).toEqual(
    expect.arrayContaining(['family', 'containerDefinitions', 'containerDefinitions.secrets.valueFrom']),
  )
  expect(withWrongTypes(input, enums).length).toBeGreaterThan(100)
  expect(withWrongEnums(input, enums).map(({ path }) => path)).toEqual(
    expect.arrayContaining(['networkMode', 'requiresCompatibilities', 'containerDefinitions.portMappings.protocol']),
  )
})

describe('what the facts quote', () => {
  const register = (container: object) => ({ ...definition('v1'), containerDefinitions: [container] })
  test.each([
    {
      fact: '§8.4 a container without image',
      operation: 'RegisterTaskDefinition',
      input: register({ name: 'web' }),
      message: 'Container.image should not be null or empty.',
    },
    {
      fact: '§8.4 a container without name',
      operation: 'RegisterTaskDefinition',
      input: register({ image: 'nginx' }),
      message: 'Container.name should not be null or empty.',
    },
    {
      fact: '§1.2 an unknown task definition',
      operation: 'DescribeTaskDefinition',
      input: { taskDefinition: 'absent' },
      message: 'Unable to describe task definition.',
    },
    {
      fact: '§5.4 a lifecycle hook of another type (class inferred)',
      operation: 'UpdateService',
      input: { service: 'web', deploymentConfiguration: { lifecycleHooks: [{ targetType: 'HTTP' }] } },
      type: 'InvalidParameterException',
      message: 'Invalid targetType. Valid values are: AWS_LAMBDA, PAUSE',
    },
    {
      fact: '§1.2 a task without network (class inferred)',
      operation: 'RunTask',
      input: { taskDefinition: 'web:1', launchType: 'FARGATE' },
      type: 'InvalidParameterException',
      message: "Network Configuration must be provided when networkMode 'awsvpc' is specified.",
    },
  ])('$fact: $message', async ({ operation, input, type = 'ClientException', message }) => {
    const answer = await post(account.simulator.url, `${ecsTargetPrefix}${operation}`, input)
    expect(answer).toEqual({ status: 400, body: { __type: type, message } })
  })
})
