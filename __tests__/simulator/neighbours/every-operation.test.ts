import * as scaling from '@aws-sdk/client-application-auto-scaling'
import * as cloudwatch from '@aws-sdk/client-cloudwatch'
import * as logs from '@aws-sdk/client-cloudwatch-logs'
import * as ec2 from '@aws-sdk/client-ec2'
import * as ecr from '@aws-sdk/client-ecr'
import * as elb from '@aws-sdk/client-elastic-load-balancing-v2'
import * as iam from '@aws-sdk/client-iam'
import * as kms from '@aws-sdk/client-kms'
import * as secrets from '@aws-sdk/client-secrets-manager'
import * as ssm from '@aws-sdk/client-ssm'
import * as sts from '@aws-sdk/client-sts'
import { afterEach, describe, expect, test } from '@jest/globals'
import { errorOf, loggingScenario, type Neighbourhood, openNeighbourhood } from './support.ts'

let account: Neighbourhood
afterEach(() => account.simulator.close())

const group = 'arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/web/0123456789abcdef'
const listener =
  'arn:aws:elasticloadbalancing:us-east-1:111122223333:listener/app/simulated/50dc6c495c0c9188/f2f7dc8efc522ab2'
const role = 'arn:aws:iam::111122223333:role/task'
const scalable = {
  ServiceNamespace: 'ecs',
  ResourceId: 'service/default/web',
  ScalableDimension: 'ecs:service:DesiredCount',
} as const

type Client = { send(command: unknown): Promise<object> }
interface Case {
  readonly action: string
  readonly send: (account: Neighbourhood, input?: object) => Promise<object>
  /** What a client without the permission is told. */
  readonly denied: string
  /** What is told when the required members are missing; absent: none is required. */
  readonly empty?: string
}

function of<C, I extends object>(
  action: string,
  client: new (options: never) => C,
  command: new (input: I) => unknown,
  input: I,
  denied: string,
  empty?: string,
): Case {
  const send = (where: Neighbourhood, other?: object): Promise<object> =>
    (where.client(client as never) as Client).send(new command((other ?? input) as I))
  return { action, send, denied, ...(empty !== undefined && { empty }) }
}

const json = 'AccessDeniedException'
const query = 'AccessDenied'
const unauthorized = 'UnauthorizedOperation'
const { CloudWatchLogsClient: Logs } = logs
const { ElasticLoadBalancingV2Client: Elb } = elb
const { ApplicationAutoScalingClient: Scaling } = scaling
const { EC2Client: Ec2 } = ec2
const { ECRClient: Ecr } = ecr

const cases: readonly Case[] = [
  of(
    'logs:CreateLogGroup',
    Logs,
    logs.CreateLogGroupCommand,
    { logGroupName: '/new' },
    json,
    'InvalidParameterException',
  ),
  of('logs:DescribeLogGroups', Logs, logs.DescribeLogGroupsCommand, {}, json),
  of(
    'logs:DescribeLogStreams',
    Logs,
    logs.DescribeLogStreamsCommand,
    { logGroupName: '/ecs/web' },
    json,
    'InvalidParameterException',
  ),
  of(
    'logs:FilterLogEvents',
    Logs,
    logs.FilterLogEventsCommand,
    { logGroupName: '/ecs/web' },
    json,
    'InvalidParameterException',
  ),
  of(
    'secretsmanager:DescribeSecret',
    secrets.SecretsManagerClient,
    secrets.DescribeSecretCommand,
    { SecretId: 'db' },
    json,
    'ValidationException',
  ),
  of(
    'secretsmanager:GetSecretValue',
    secrets.SecretsManagerClient,
    secrets.GetSecretValueCommand,
    { SecretId: 'db' },
    json,
    'ValidationException',
  ),
  of('ssm:GetParameter', ssm.SSMClient, ssm.GetParameterCommand, { Name: '/db' }, json, 'ValidationException'),
  of('ssm:GetParameters', ssm.SSMClient, ssm.GetParametersCommand, { Names: ['/db'] }, json, 'ValidationException'),
  of('ssm:DescribeParameters', ssm.SSMClient, ssm.DescribeParametersCommand, {}, json),
  of('kms:DescribeKey', kms.KMSClient, kms.DescribeKeyCommand, { KeyId: 'alias/web' }, json, 'ValidationException'),
  of('iam:GetRole', iam.IAMClient, iam.GetRoleCommand, { RoleName: 'task' }, query, 'ValidationError'),
  of(
    'iam:SimulatePrincipalPolicy',
    iam.IAMClient,
    iam.SimulatePrincipalPolicyCommand,
    { PolicySourceArn: role, ActionNames: ['ecs:RunTask'] },
    query,
    'ValidationError',
  ),
  of('ec2:DescribeNetworkInterfaces', Ec2, ec2.DescribeNetworkInterfacesCommand, {}, unauthorized),
  of('ec2:DescribeSubnets', Ec2, ec2.DescribeSubnetsCommand, {}, unauthorized),
  of('ec2:DescribeRouteTables', Ec2, ec2.DescribeRouteTablesCommand, {}, unauthorized),
  of('ec2:DescribeSecurityGroups', Ec2, ec2.DescribeSecurityGroupsCommand, {}, unauthorized),
  of('elasticloadbalancing:DescribeTargetGroups', Elb, elb.DescribeTargetGroupsCommand, {}, query),
  of(
    'elasticloadbalancing:DescribeTargetHealth',
    Elb,
    elb.DescribeTargetHealthCommand,
    { TargetGroupArn: group },
    query,
    'ValidationError',
  ),
  of(
    'elasticloadbalancing:DescribeTargetGroupAttributes',
    Elb,
    elb.DescribeTargetGroupAttributesCommand,
    { TargetGroupArn: group },
    query,
    'ValidationError',
  ),
  of(
    'elasticloadbalancing:DescribeRules',
    Elb,
    elb.DescribeRulesCommand,
    { ListenerArn: listener },
    query,
    'ValidationError',
  ),
  of(
    'elasticloadbalancing:DescribeListeners',
    Elb,
    elb.DescribeListenersCommand,
    { ListenerArns: [listener] },
    query,
    'ValidationError',
  ),
  of('elasticloadbalancing:DescribeLoadBalancers', Elb, elb.DescribeLoadBalancersCommand, {}, query),
  of('cloudwatch:DescribeAlarms', cloudwatch.CloudWatchClient, cloudwatch.DescribeAlarmsCommand, {}, query),
  of(
    'application-autoscaling:DescribeScalableTargets',
    Scaling,
    scaling.DescribeScalableTargetsCommand,
    { ServiceNamespace: 'ecs' },
    json,
    'ValidationException',
  ),
  of(
    'application-autoscaling:RegisterScalableTarget',
    Scaling,
    scaling.RegisterScalableTargetCommand,
    { ...scalable, MinCapacity: 1, MaxCapacity: 4 },
    json,
    'ValidationException',
  ),
  of(
    'ecr:BatchGetImage',
    Ecr,
    ecr.BatchGetImageCommand,
    { repositoryName: 'web', imageIds: [{ imageTag: 'v1' }] },
    json,
    'InvalidParameterException',
  ),
  of(
    'ecr:DescribeImages',
    Ecr,
    ecr.DescribeImagesCommand,
    { repositoryName: 'web' },
    json,
    'InvalidParameterException',
  ),
  of(
    'ecr:DescribeImageReplicationStatus',
    Ecr,
    ecr.DescribeImageReplicationStatusCommand,
    { repositoryName: 'web', imageId: { imageTag: 'scanned' } },
    json,
    'InvalidParameterException',
  ),
  of(
    'ecr:DescribeImageScanFindings',
    Ecr,
    ecr.DescribeImageScanFindingsCommand,
    { repositoryName: 'web', imageId: { imageTag: 'scanned' } },
    json,
    'InvalidParameterException',
  ),
  of('ecr:DescribePullThroughCacheRules', Ecr, ecr.DescribePullThroughCacheRulesCommand, {}, json),
  of('ecr:DescribeRepositories', Ecr, ecr.DescribeRepositoriesCommand, {}, json),
  of('ecr:GetAuthorizationToken', Ecr, ecr.GetAuthorizationTokenCommand, {}, json),
  of('sts:GetCallerIdentity', sts.STSClient, sts.GetCallerIdentityCommand, {}, 'nothing: it needs no permission'),
]

const scenario = (deny: readonly string[] = []) => {
  const base = loggingScenario(['ready'], { deny })
  const [service] = base.services ?? []
  const [repository] = base.repositories ?? []
  if (service === undefined || repository === undefined) throw new Error('The scenario has changed')
  return {
    ...base,
    services: [{ ...service, loadBalancer: {} }],
    repositories: [{ ...repository, images: [...(repository.images ?? []), { tag: 'scanned', scan: {} }] }],
  }
}

describe.each(cases)('$action', ({ action, send, denied, empty }) => {
  test('answers, and the request is recorded under its name', async () => {
    account = await openNeighbourhood(scenario())
    await expect(send(account)).resolves.toBeDefined()
    const [request] = account.simulator.requests()
    expect(`${request?.service}:${request?.operation}`).toBe(action)
    expect(request).toMatchObject({ status: 200 })
  })

  if (action !== 'sts:GetCallerIdentity') {
    test('is refused to a caller without the permission, in the words of its service', async () => {
      account = await openNeighbourhood(scenario([action]))
      const { name, message } = await errorOf(send(account))
      expect(name).toBe(denied)
      expect(message).toContain(
        `User: arn:aws:sts::111122223333:assumed-role/deployer/session is not authorized to perform: ${action} on resource: `,
      )
    })
  }

  if (empty !== undefined) {
    test('inferred: names a missing member', async () => {
      account = await openNeighbourhood(scenario())
      expect((await errorOf(send(account, {}))).name).toBe(empty)
    })
  }
})

test('what nobody models is refused, and says so', async () => {
  account = await openNeighbourhood(scenario())
  const users = account.client(iam.IAMClient).send(new iam.ListUsersCommand({}))
  expect(await errorOf(users)).toEqual({
    name: 'InvalidAction',
    message: 'The simulator does not model iam:ListUsers.',
  })
  class WithoutHostPrefix extends logs.CloudWatchLogsClient {
    constructor(options: logs.CloudWatchLogsClientConfig) {
      super({ ...options, disableHostPrefix: true })
    }
  }
  const tail = account.client(WithoutHostPrefix).send(new logs.StartLiveTailCommand({ logGroupIdentifiers: ['g'] }))
  expect(await errorOf(tail)).toMatchObject({ message: expect.stringContaining('does not model StartLiveTail') })
})
