import { CloudWatchClient, DescribeAlarmsCommand } from '@aws-sdk/client-cloudwatch'
import { DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2'
import { DescribeServicesCommand, ECSClient, ListTasksCommand, UpdateServiceCommand } from '@aws-sdk/client-ecs'
import { DescribeTargetGroupsCommand, ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2'
import { DescribeSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { Fault, FaultKind } from '../../../simulator/scenario.ts'
import { scenarioWith } from '../support.ts'
import { errorOf, type Neighbourhood, openNeighbourhood } from './support.ts'

let account: Neighbourhood
afterEach(() => account.simulator.close())

const open = async (...faults: readonly Fault[]): Promise<void> => {
  account = await openNeighbourhood(scenarioWith({}, [], { faults }))
}

const calls = {
  ecs: () => account.client(ECSClient).send(new DescribeServicesCommand({ services: ['web'] })),
  secretsmanager: () => account.client(SecretsManagerClient).send(new DescribeSecretCommand({ SecretId: 'db' })),
  cloudwatch: () => account.client(CloudWatchClient).send(new DescribeAlarmsCommand({})),
  sts: () => account.client(STSClient).send(new GetCallerIdentityCommand({})),
  elasticloadbalancing: () => account.client(ElasticLoadBalancingV2Client).send(new DescribeTargetGroupsCommand({})),
  ec2: () => account.client(EC2Client).send(new DescribeSubnetsCommand({})),
}
const services = Object.keys(calls) as (keyof typeof calls)[]

const names: Readonly<Record<'throttle' | 'expired-token' | 'http-500', Readonly<Record<keyof typeof calls, string>>>> =
  {
    throttle: {
      ecs: 'ThrottlingException',
      secretsmanager: 'ThrottlingException',
      cloudwatch: 'Throttling',
      sts: 'Throttling',
      elasticloadbalancing: 'Throttling',
      ec2: 'RequestLimitExceeded',
    },
    'expired-token': {
      ecs: 'ExpiredTokenException',
      secretsmanager: 'ExpiredTokenException',
      cloudwatch: 'ExpiredToken',
      sts: 'ExpiredToken',
      elasticloadbalancing: 'ExpiredToken',
      ec2: 'RequestExpired',
    },
    'http-500': {
      ecs: 'ServerException',
      secretsmanager: 'ServerException',
      cloudwatch: 'ServiceUnavailable',
      sts: 'ServiceUnavailable',
      elasticloadbalancing: 'ServiceUnavailable',
      ec2: 'Unavailable',
    },
  }

describe.each(['throttle', 'expired-token', 'http-500'] as const)('%s, in the words of each service', (kind) => {
  test.each(services)('%s', async (service) => {
    await open({ kind, operation: `${service}:*` })
    expect((await errorOf(calls[service]())).name).toBe(names[kind][service])
    await expect(calls[service]()).resolves.toBeDefined()
  })
})

describe('a broken connection', () => {
  test.each(services)('%s', async (service) => {
    await open(
      { kind: 'reset-before', operation: `${service}:*` },
      { kind: 'malformed', operation: `${service}:*`, call: 2 },
    )
    expect((await errorOf(calls[service]())).message).toContain('ECONNRESET')
    // Half an answer is an error, or, in lenient XML, an answer without members.
    const half = await calls[service]().then(
      (answer) => Object.keys(answer).filter((name) => name !== '$metadata'),
      () => [],
    )
    expect(half).toEqual([])
  })
})

test('ten minutes in which nothing works, and everything again afterwards', async () => {
  await open({ kind: 'http-500', operation: '*', afterSeconds: 60, forSeconds: 600 })
  const state = async (): Promise<readonly string[]> =>
    Promise.all(
      services.map((service) =>
        calls[service]().then(
          () => 'works',
          () => 'fails',
        ),
      ),
    )
  const all = (word: string): string[] => services.map(() => word)
  expect(await state()).toEqual(all('works'))
  account.advance(60)
  expect(await state()).toEqual(all('fails'))
  account.advance(599)
  expect(await state()).toEqual(all('fails'))
  account.advance(1)
  expect(await state()).toEqual(all('works'))
  expect(account.simulator.faults.list()).toEqual([])
})

test('a session that expires after a while stays expired', async () => {
  await open({ kind: 'expired-token', operation: '*', afterSeconds: 30, calls: 'all' })
  await expect(calls.ecs()).resolves.toBeDefined()
  account.advance(3600)
  expect((await errorOf(calls.ecs())).name).toBe('ExpiredTokenException')
  expect((await errorOf(calls.ec2())).name).toBe('RequestExpired')
})

test('permissions that are taken away and given back', async () => {
  await open()
  account.simulator.deny.push('ecs:Describe*', 'ec2:*')
  expect((await errorOf(calls.ecs())).name).toBe('AccessDeniedException')
  expect((await errorOf(calls.ec2())).name).toBe('UnauthorizedOperation')
  await expect(account.client(ECSClient).send(new ListTasksCommand({}))).resolves.toBeDefined()
  account.simulator.deny.length = 0
  await expect(calls.ecs()).resolves.toBeDefined()
})

describe('answers that lag behind', () => {
  const deployments = async (): Promise<number | undefined> => (await calls.ecs()).services?.[0]?.deployments?.length
  const force = () =>
    account.client(ECSClient).send(new UpdateServiceCommand({ service: 'web', forceNewDeployment: true }))

  test('the first read after an update does not know it yet', async () => {
    await open({ kind: 'unaware', operation: 'DescribeServices', call: 2 })
    expect(await deployments()).toBe(1)
    await force()
    expect(await deployments()).toBe(1)
    expect(await deployments()).toBe(2)
  })

  test('every read is some seconds old, for so long', async () => {
    await open({ kind: 'stale', operation: 'DescribeServices', seconds: 10, forSeconds: 30 })
    await force()
    account.advance(5)
    expect(await deployments()).toBe(1)
    account.advance(10)
    expect(await deployments()).toBe(2)
    account.advance(16)
    expect(account.simulator.faults.list()).toEqual([])
  })
})

describe('an API of the future', () => {
  const place = 'services[].deployments[].rolloutState'

  test('values that no client knows reach it, members that it does not know are dropped', async () => {
    await open({ kind: 'future', operation: 'DescribeServices', set: { [place]: 'PAUSED' } })
    const { services: shown = [] } = await calls.ecs()
    expect(shown[0]?.deployments?.[0]?.rolloutState).toBe('PAUSED')
    expect(shown[0]?.serviceName).toBe('web')
    expect(shown[0]).not.toHaveProperty('simulatedFutureMember')
    expect((await calls.ecs()).services?.[0]?.deployments?.[0]?.rolloutState).toBe('COMPLETED')
  })

  test('the members are there on the wire, in every structure', async () => {
    await open({ kind: 'future', operation: 'DescribeServices' })
    const answer = await fetch(account.simulator.url, {
      method: 'POST',
      headers: { 'x-amz-target': 'AmazonEC2ContainerServiceV20141113.DescribeServices' },
      body: JSON.stringify({ services: ['web'] }),
    })
    const text = JSON.stringify(await answer.json())
    expect(text.match(/simulatedFutureMember/g)?.length).toBeGreaterThan(5)
  })

  test('XML as well', async () => {
    await open({ kind: 'future', operation: 'ec2:*', set: { 'Subnets[].State': 'frozen' } })
    const { Subnets = [] } = await calls.ec2()
    expect(Subnets[0]?.State).toBe('frozen')
  })
})

test.each<FaultKind & { applied?: boolean }>([{ kind: 'hang', applied: true }, { kind: 'reset-after' }])(
  '$kind: the update was applied, its answer is lost',
  async (fault) => {
    await open({ ...fault, operation: 'UpdateService' })
    const update = new UpdateServiceCommand({ service: 'web', forceNewDeployment: true })
    const sent = account.client(ECSClient).send(update, { abortSignal: AbortSignal.timeout(300) })
    await errorOf(sent)
    expect((await calls.ecs()).services?.[0]?.deployments).toHaveLength(2)
  },
)
