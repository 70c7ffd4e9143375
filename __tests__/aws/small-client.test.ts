/** The small client says to AWS what the SDK's own client of the service says, and reads the answers of the simulator. */
import * as scalingSdk from '@aws-sdk/client-application-auto-scaling'
import * as alarmsSdk from '@aws-sdk/client-cloudwatch'
import * as logsSdk from '@aws-sdk/client-cloudwatch-logs'
import * as ec2Sdk from '@aws-sdk/client-ec2'
import * as sdk from '@aws-sdk/client-ecs'
import * as loadBalancingSdk from '@aws-sdk/client-elastic-load-balancing-v2'
import * as iamSdk from '@aws-sdk/client-iam'
import * as ssmSdk from '@aws-sdk/client-ssm'
import * as stsSdk from '@aws-sdk/client-sts'
import { describe, expect, test } from '@jest/globals'
import { startInProcess } from '../../simulator/in-process.ts'
import { alarmsPort } from '../../src/aws/alarms.ts'
import { withinLimit } from '../../src/aws/call-limit.ts'
import { callerArn } from '../../src/aws/caller.ts'
import type { Connection } from '../../src/aws/connection.ts'
import { ec2Port } from '../../src/aws/ec2.ts'
import { logsPort } from '../../src/aws/logs.ts'
import { rolesPort } from '../../src/aws/roles.ts'
import { scalableTargetsPort } from '../../src/aws/scalable-targets.ts'
import { secretsPort } from '../../src/aws/secrets.ts'
import { targetHealthPort } from '../../src/aws/target-health.ts'
import { webScenario } from '../support/web.ts'

type Sent = {
  readonly hostname: string
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

type Settings = {
  readonly region: string
  readonly useFipsEndpoint?: boolean
  readonly useDualstackEndpoint?: boolean
}

const credentials = { accessKeyId: 'AKIA', secretAccessKey: 'secret' }

/** Keeps what is sent and answers nothing useful. */
function recorder(): { sent: Sent[]; handler: sdk.ECSClientConfig['requestHandler'] } {
  const sent: Sent[] = []
  return {
    sent,
    handler: {
      handle: (request: Sent) => {
        sent.push(request)
        return Promise.reject(new Error('recorded'))
      },
    } as never,
  }
}

function connection(settings: Settings, requestHandler: unknown): Connection {
  const reads = new sdk.ECSClient({ ...settings, credentials, requestHandler: requestHandler as never, maxAttempts: 1 })
  return {
    region: settings.region,
    reads,
    writes: () => reads,
    withinLimit,
    sdk,
    shared: { ...settings, credentials: reads.config.credentials, customUserAgent: [] },
  } as Connection
}

const logGroup = { logGroupName: '/ecs/app', logStreamName: 'ecs/app/1', limit: 20, startFromHead: false }
const roleArn = 'arn:aws:iam::111122223333:role/web-task'
const group = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/app/0123456789abcdef'

type Service = {
  readonly name: string
  readonly small: (connection: Connection) => Promise<unknown>
  readonly large: (settings: Settings & object) => Promise<unknown>
}

const services: readonly Service[] = [
  {
    name: 'GetLogEvents',
    small: (open) => logsPort(open).lastLines({ group: '/ecs/app', stream: 'ecs/app/1', region: open.region }, 20),
    large: (settings) =>
      new logsSdk.CloudWatchLogsClient(settings as never).send(new logsSdk.GetLogEventsCommand(logGroup)),
  },
  {
    name: 'DescribeLogGroups',
    small: (open) => logsPort(open).groupExists({ group: '/ecs/app', region: open.region }),
    large: (settings) =>
      new logsSdk.CloudWatchLogsClient(settings as never).send(
        new logsSdk.DescribeLogGroupsCommand({ logGroupNamePrefix: '/ecs/app', limit: 1 }),
      ),
  },
  {
    name: 'DescribeTargetHealth',
    small: (open) => targetHealthPort(open).targetHealth(group),
    large: (settings) =>
      new loadBalancingSdk.ElasticLoadBalancingV2Client(settings as never).send(
        new loadBalancingSdk.DescribeTargetHealthCommand({ TargetGroupArn: group }),
      ),
  },
  {
    name: 'DescribeTargetGroups',
    small: (open) => targetHealthPort(open).loadBalancerNames([group]),
    large: (settings) =>
      new loadBalancingSdk.ElasticLoadBalancingV2Client(settings as never).send(
        new loadBalancingSdk.DescribeTargetGroupsCommand({ TargetGroupArns: [group] }),
      ),
  },
  {
    name: 'RegisterScalableTarget',
    small: (open) => scalableTargetsPort(open).setSuspended('main', 'web', { in: true, out: false, scheduled: true }),
    large: (settings) =>
      new scalingSdk.ApplicationAutoScalingClient(settings as never).send(
        new scalingSdk.RegisterScalableTargetCommand({
          ServiceNamespace: 'ecs',
          ResourceId: 'service/main/web',
          ScalableDimension: 'ecs:service:DesiredCount',
          SuspendedState: {
            DynamicScalingInSuspended: true,
            DynamicScalingOutSuspended: false,
            ScheduledScalingSuspended: true,
          },
        }),
      ),
  },
  {
    name: 'DescribeNetworkInterfaces',
    small: (open) => ec2Port(open).publicIps(['eni-1', 'eni-2']),
    large: (settings) =>
      new ec2Sdk.EC2Client(settings as never).send(
        new ec2Sdk.DescribeNetworkInterfacesCommand({ NetworkInterfaceIds: ['eni-1', 'eni-2'] }),
      ),
  },
  {
    name: 'DescribeSecurityGroups',
    small: (open) => ec2Port(open).openPorts(['sg-1', 'sg-2']),
    large: (settings) =>
      new ec2Sdk.EC2Client(settings as never).send(
        new ec2Sdk.DescribeSecurityGroupsCommand({ GroupIds: ['sg-1', 'sg-2'] }),
      ),
  },
  {
    name: 'GetRole',
    small: (open) => rolesPort(open).trustPolicy('web-task'),
    large: (settings) =>
      new iamSdk.IAMClient(settings as never).send(new iamSdk.GetRoleCommand({ RoleName: 'web-task' })),
  },
  {
    name: 'SimulatePrincipalPolicy',
    small: (open) => rolesPort(open).refusals(roleArn, ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], ['arn:1']),
    large: (settings) =>
      new iamSdk.IAMClient(settings as never).send(
        new iamSdk.SimulatePrincipalPolicyCommand({
          PolicySourceArn: roleArn,
          ActionNames: ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
          ResourceArns: ['arn:1'],
        }),
      ),
  },
  {
    name: 'GetCallerIdentity',
    small: (open) => callerArn(open),
    large: (settings) => new stsSdk.STSClient(settings as never).send(new stsSdk.GetCallerIdentityCommand()),
  },
  {
    name: 'DescribeParameters',
    small: (open) => secretsPort(open).parameters(['/web/a', '/web/b']),
    large: (settings) =>
      new ssmSdk.SSMClient(settings as never).send(
        new ssmSdk.DescribeParametersCommand({
          ParameterFilters: [{ Key: 'Name', Option: 'Equals', Values: ['/web/a', '/web/b'] }],
          MaxResults: 50,
        }),
      ),
  },
  {
    name: 'DescribeAlarms',
    small: (open) => alarmsPort(open).alarms(['errors', 'latency']),
    large: (settings) =>
      new alarmsSdk.CloudWatchClient(settings as never).send(
        new alarmsSdk.DescribeAlarmsCommand({
          AlarmNames: ['errors', 'latency'],
          AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
          MaxRecords: 100,
        }),
      ),
  },
]

/** What AWS looks at; the signature itself holds the time. */
function essence({ hostname, method, path, headers, body }: Sent): object {
  return {
    hostname,
    method,
    path,
    type: headers['content-type'],
    target: headers['x-amz-target'],
    scope: /Credential=AKIA\/\d+\/([^,]+)/.exec(headers.authorization ?? '')?.[1],
    body: typeof body === 'string' ? body : Buffer.from((body ?? []) as Uint8Array).toString(),
  }
}

const places: readonly Settings[] = [
  { region: 'eu-west-1' },
  { region: 'cn-north-1' },
  { region: 'us-gov-west-1' },
  { region: 'eusc-de-east-1' },
  { region: 'us-east-1', useFipsEndpoint: true },
  { region: 'us-gov-east-1', useFipsEndpoint: true },
]

describe.each(services)('$name', ({ small, large }) => {
  test.each(places)('is the same request as the SDK’s in %j', async (settings) => {
    const ours = recorder()
    const theirs = recorder()
    await expect(small(connection(settings, ours.handler))).rejects.toThrow()
    await expect(
      large({ ...settings, credentials, requestHandler: theirs.handler, maxAttempts: 1 } as never),
    ).rejects.toThrow()
    const [own] = ours.sent
    const [other] = theirs.sent
    if (own === undefined || other === undefined) throw new Error('nothing was sent')
    expect(essence(own)).toEqual(essence(other))
  })
})

describe('answers', () => {
  const account = () =>
    startInProcess({ scenario: { ...webScenario(), alarms: [{ name: 'errors', state: 'ALARM' as const }] } })

  test('of alarms', async () => {
    const simulator = account()
    const found = await alarmsPort(connection({ region: 'us-east-1' }, simulator.requestHandler)).alarms(['errors'])
    expect(found).toEqual([{ name: 'errors', state: 'ALARM', reason: expect.stringContaining('Threshold') }])
    simulator.close()
  })

  test('of target health', async () => {
    const simulator = account()
    const [service] = simulator.world.services
    const arn = service?.settings.loadBalancers[0]?.targetGroupArn ?? ''
    const found = await targetHealthPort(connection({ region: 'us-east-1' }, simulator.requestHandler)).targetHealth(
      arn,
    )
    expect(found).toEqual([expect.objectContaining({ targetGroup: arn, port: 8080, state: 'healthy' })])
    simulator.close()
  })

  test('of load balancers: their names', async () => {
    const simulator = account()
    const [service] = simulator.world.services
    const arn = service?.settings.loadBalancers[0]?.targetGroupArn ?? ''
    const port = targetHealthPort(connection({ region: 'us-east-1' }, simulator.requestHandler))
    expect(await port.loadBalancerNames([arn])).toEqual(['simulated-1234567890.us-east-1.elb.amazonaws.com'])
    simulator.close()
  })

  test('of scalable targets: their bounds, and what is suspended', async () => {
    const scalableTargets = [{ service: 'web', minCapacity: 1, maxCapacity: 3, suspended: { scalingOut: true } }]
    const simulator = startInProcess({ scenario: { ...webScenario(), scalableTargets } })
    const port = scalableTargetsPort(connection({ region: 'us-east-1' }, simulator.requestHandler))
    const suspended = { in: false, out: true, scheduled: false }
    expect(await port.describe('default', 'web')).toEqual({ minCapacity: 1, maxCapacity: 3, suspended })
    expect(await port.describe('default', 'none')).toBeUndefined()
    await port.setSuspended('default', 'web', { in: true, out: true, scheduled: true })
    expect(await port.describe('default', 'web')).toMatchObject({ suspended: { in: true, out: true, scheduled: true } })
    simulator.close()
  })

  test('of roles: who may assume them, and what they may not do', async () => {
    const roles = [{ name: 'web-task', trust: ['lambda.amazonaws.com'], deny: ['ecr:*'] }]
    const simulator = startInProcess({ scenario: { ...webScenario(), roles, deny: ['iam:PassRole'] } })
    const port = rolesPort(connection({ region: 'us-east-1' }, simulator.requestHandler))
    expect(await port.trustPolicy('web-task')).toContain('lambda.amazonaws.com')
    expect(await port.trustPolicy('none')).toBeUndefined()
    const refused = await port.refusals(roleArn, ['ecr:BatchGetImage', 'logs:PutLogEvents'], ['arn:1', 'arn:2'])
    expect(refused).toEqual(['arn:1', 'arn:2'].map((resource) => ({ action: 'ecr:BatchGetImage', resource })))
    expect(await port.refusals(`${roleArn}s`, ['ecr:BatchGetImage'], ['arn:1'])).toEqual([])
    const caller = (await port.caller()) ?? ''
    expect(await port.lacking(caller, [{ action: 'iam:PassRole', resource: roleArn }])).toEqual([
      { action: 'iam:PassRole', resource: roleArn },
    ])
    simulator.close()
  })

  test('of parameters, more than one call takes, named with and without a slash', async () => {
    const names = Array.from({ length: 70 }, (_, index) => `/web/${index}`)
    const secrets = [...names.slice(0, 60), '/plain']
    const simulator = startInProcess({ scenario: { ...webScenario(), secrets } })
    const port = secretsPort(connection({ region: 'us-east-1' }, simulator.requestHandler))
    const arn = 'arn:aws:ssm:us-east-1:111122223333:parameter'
    const found = await port.parameters([...names, `${arn}/plain`, `${arn}/none`])
    const absent = found.filter(({ exists }) => !exists).map(({ valueFrom }) => valueFrom)
    expect(absent).toEqual([...names.slice(60), `${arn}/none`])
    expect(simulator.requests().map(({ operation }) => operation)).toEqual(['DescribeParameters', 'DescribeParameters'])
    simulator.close()
  })

  test('of secrets and parameters: the keys that they are encrypted with', async () => {
    const key = 'arn:aws:kms:us-east-1:111122223333:key/1234'
    const secretKeys = { db: key, '/web/own': '5678' }
    const simulator = startInProcess({ scenario: { ...webScenario(), secretKeys } })
    const port = secretsPort(connection({ region: 'us-east-1' }, simulator.requestHandler))
    const secret = (name: string) => `arn:aws:secretsmanager:us-east-1:111122223333:secret:${name}-a1B2c3`
    expect(await port.secret(secret('db'))).toEqual({ valueFrom: secret('db'), exists: true, key })
    expect(await port.secret(secret('other'))).toEqual({ valueFrom: secret('other'), exists: true })
    expect(await port.parameters(['/web/own', '/web/plain'])).toEqual([
      { valueFrom: '/web/own', exists: true, key: '5678' },
      { valueFrom: '/web/plain', exists: true, key: 'alias/aws/ssm' },
    ])
    simulator.close()
  })

  test('of security groups: what the whole internet can reach', async () => {
    const securityGroups = [
      { id: 'sg-0a1b2c3d', openPorts: [80, 443] },
      { id: 'sg-0b1b2c3d', openPorts: 'all' as const },
    ]
    const simulator = startInProcess({ scenario: { ...webScenario(), securityGroups } })
    const port = ec2Port(connection({ region: 'us-east-1' }, simulator.requestHandler))
    expect(await port.openPorts(['sg-0a1b2c3d', 'sg-0b1b2c3d'])).toEqual([
      { group: 'sg-0a1b2c3d', from: 80, to: 80 },
      { group: 'sg-0a1b2c3d', from: 443, to: 443 },
      { group: 'sg-0b1b2c3d' },
    ])
    simulator.close()
  })

  test('of a log that is not there: no lines', async () => {
    const simulator = account()
    const place = { group: '/ecs/none', stream: 'ecs/web/1', region: 'us-east-1' }
    const port = logsPort(connection({ region: 'us-east-1' }, simulator.requestHandler))
    expect(await port.lastLines(place, 5)).toEqual([])
    simulator.close()
  })
})
