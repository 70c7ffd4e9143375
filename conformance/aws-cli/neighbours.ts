import assert from 'node:assert/strict'
import { account, definition, revision } from '../account.ts'
import type { Check } from '../check.ts'
import { refusedCode } from './exit-codes.ts'

const client = 'AWS CLI'
const targetGroup = 'arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/web/0123456789abcdef'
const role = 'ecsTaskExecutionRole'

function withLogs() {
  const { containerDefinitions, ...rest } = definition('crashing')
  const options = { 'awslogs-group': '/ecs/web', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'app' }
  const logConfiguration = { logDriver: 'awslogs' as const, options }
  return {
    ...rest,
    family: 'logging',
    containerDefinitions: containerDefinitions.map((one) => ({ ...one, logConfiguration })),
  }
}

export const neighbours: readonly Check[] = [
  {
    client,
    title:
      'over Query and XML: who calls, a role, target health of the tasks behind a load balancer, their network interfaces',
    shows: [
      'sts:GetCallerIdentity',
      'iam:GetRole',
      'elasticloadbalancing:DescribeTargetGroups',
      'elasticloadbalancing:DescribeTargetHealth',
      'ec2:DescribeSubnets',
      'ec2:DescribeSecurityGroups',
      'ec2:DescribeNetworkInterfaces',
    ],
    scenario: account({ desiredCount: 2, loadBalancer: { targetGroupArn: targetGroup } }),
    play: async (ground) => {
      const who = await ground.awsAnswer<{ Account: string }>('sts', 'get-caller-identity')
      assert.equal(who.Account, '111122223333')
      const found = await ground.awsAnswer<{ Role: { RoleName: string; AssumeRolePolicyDocument: object } }>(
        ...['iam', 'get-role', '--role-name', role],
      )
      assert.equal(found.Role.RoleName, role)
      assert.match(JSON.stringify(found.Role.AssumeRolePolicyDocument), /ecs-tasks\.amazonaws\.com/)
      const groups = await ground.awsAnswer<{ TargetGroups: { TargetType: string }[] }>(
        ...['elbv2', 'describe-target-groups', '--target-group-arns', targetGroup],
      )
      assert.equal(groups.TargetGroups[0]?.TargetType, 'ip')
      const { TargetHealthDescriptions: health } = await ground.awsAnswer<{
        TargetHealthDescriptions: { Target: { Id: string; Port: number }; TargetHealth: { State: string } }[]
      }>('elbv2', 'describe-target-health', '--target-group-arn', targetGroup)
      const { tasks } = ground.simulator.world
      assert.deepEqual(new Set(health.map(({ Target }) => Target.Id)), new Set(tasks.map(({ address }) => address)))
      assert.ok(health.every(({ Target, TargetHealth }) => Target.Port === 8080 && TargetHealth.State === 'healthy'))
      const subnet = 'subnet-0a1b2c3d4e5f60001'
      const subnets = await ground.awsAnswer<{ Subnets: { SubnetId: string }[] }>(
        ...['ec2', 'describe-subnets', '--subnet-ids', subnet],
      )
      assert.equal(subnets.Subnets[0]?.SubnetId, subnet)
      const security = await ground.awsAnswer<{ SecurityGroups: { GroupId: string }[] }>(
        ...['ec2', 'describe-security-groups', '--group-ids', 'sg-0a1b2c3d4e5f60001'],
      )
      assert.equal(security.SecurityGroups.length, 1)
      const interfaces = await ground.awsAnswer<{ NetworkInterfaces: { PrivateIpAddress: string }[] }>(
        ...['ec2', 'describe-network-interfaces', '--network-interface-ids', String(tasks[0]?.interfaceId)],
      )
      assert.equal(interfaces.NetworkInterfaces[0]?.PrivateIpAddress, tasks[0]?.address)
    },
  },
  {
    client,
    title: 'finds the lines of a crashed container in CloudWatch Logs, in the stream <prefix>/<container>/<task id>',
    shows: ['logs:DescribeLogStreams', 'logs:GetLogEvents', 'logs:FilterLogEvents'],
    scenario: account({ taskDefinition: revision.v1 }, { taskDefinitions: [definition('v1'), withLogs()] }),
    play: async (ground) => {
      await ground.awsAnswer('ecs', 'update-service', '--service', 'web', '--task-definition', 'logging:1')
      const crashed = () =>
        ground.simulator.world.tasks.find(
          ({ taskDefinition, executionStoppedAt }) =>
            taskDefinition.endsWith('logging:1') && executionStoppedAt !== undefined,
        )
      await ground.until('a task crashed', () => crashed() !== undefined)
      const stream = `app/web/${crashed()?.id}`
      const group = ['--log-group-name', '/ecs/web']
      const streams = await ground.awsAnswer<{ logStreams: { logStreamName: string }[] }>(
        ...['logs', 'describe-log-streams', ...group],
      )
      assert.ok(streams.logStreams.some(({ logStreamName }) => logStreamName === stream))
      const read = await ground.awsAnswer<{ events: { message: string }[] }>(
        ...['logs', 'get-log-events', ...group, '--log-stream-name', stream],
      )
      assert.deepEqual(
        read.events.map(({ message }) => message),
        ['Error: no DATABASE_URL'],
      )
      const found = await ground.awsAnswer<{ events: { message: string }[] }>(
        ...['logs', 'filter-log-events', ...group, '--filter-pattern', 'Error'],
      )
      assert.ok(found.events.length >= 1)
    },
  },
  {
    client,
    title:
      'reads a secret, a parameter, scalable targets, alarms and a key; an absent secret is ResourceNotFoundException',
    shows: [
      'secretsmanager:DescribeSecret',
      'ssm:GetParameters',
      'application-autoscaling:DescribeScalableTargets',
      'cloudwatch:DescribeAlarms',
      'kms:DescribeKey',
    ],
    scenario: account({}, { secrets: ['db'], scalableTargets: [{ service: 'web', minCapacity: 1, maxCapacity: 4 }] }),
    play: async (ground) => {
      const secret = await ground.awsAnswer<{ Name: string }>('secretsmanager', 'describe-secret', '--secret-id', 'db')
      assert.equal(secret.Name, 'db')
      const absent = await ground.aws('secretsmanager', 'describe-secret', '--secret-id', 'nope')
      assert.equal(absent.code, refusedCode)
      assert.match(absent.stderr, /ResourceNotFoundException.*Secrets Manager can't find the specified secret/)
      const parameters = await ground.awsAnswer<{ InvalidParameters: string[] }>(
        ...['ssm', 'get-parameters', '--names', 'nope'],
      )
      assert.deepEqual(parameters.InvalidParameters, ['nope'])
      const { ScalableTargets: targets } = await ground.awsAnswer<{ ScalableTargets: { MaxCapacity: number }[] }>(
        ...['application-autoscaling', 'describe-scalable-targets', '--service-namespace', 'ecs'],
      )
      assert.deepEqual(
        targets.map(({ MaxCapacity }) => MaxCapacity),
        [4],
      )
      const alarms = await ground.awsAnswer<{ MetricAlarms: object[] }>('cloudwatch', 'describe-alarms')
      assert.deepEqual(alarms.MetricAlarms, [])
      const key = await ground.awsAnswer<{ KeyMetadata: { KeyState: string } }>(
        ...['kms', 'describe-key', '--key-id', '0a1b2c3d-0000-4000-8000-0a1b2c3d4e5f'],
      )
      assert.equal(key.KeyMetadata.KeyState, 'Enabled')
    },
  },
  {
    client,
    title: 'follows a load balancer from listener to rules and target group settings, and a subnet to its route',
    shows: [
      'elasticloadbalancing:DescribeLoadBalancers',
      'elasticloadbalancing:DescribeListeners',
      'elasticloadbalancing:DescribeRules',
      'elasticloadbalancing:DescribeTargetGroupAttributes',
      'ec2:DescribeRouteTables',
    ],
    scenario: account({ loadBalancer: { targetGroupArn: targetGroup, deregistrationDelaySeconds: 45 } }),
    play: async (ground) => {
      const balancers = await ground.awsAnswer<{ LoadBalancers: { LoadBalancerArn: string }[] }>(
        ...['elbv2', 'describe-load-balancers'],
      )
      const balancer = String(balancers.LoadBalancers[0]?.LoadBalancerArn)
      const listeners = await ground.awsAnswer<{ Listeners: { ListenerArn: string }[] }>(
        ...['elbv2', 'describe-listeners', '--load-balancer-arn', balancer],
      )
      const rules = await ground.awsAnswer<{ Rules: { Actions: object[] }[] }>(
        ...['elbv2', 'describe-rules', '--listener-arn', String(listeners.Listeners[0]?.ListenerArn)],
      )
      assert.ok(JSON.stringify(rules.Rules).includes(targetGroup))
      const { Attributes: attributes } = await ground.awsAnswer<{ Attributes: { Key: string; Value: string }[] }>(
        ...['elbv2', 'describe-target-group-attributes', '--target-group-arn', targetGroup],
      )
      const delay = attributes.find(({ Key }) => Key === 'deregistration_delay.timeout_seconds')
      assert.equal(delay?.Value, '45')
      const tables = await ground.awsAnswer<{ RouteTables: { Routes: { DestinationCidrBlock?: string }[] }[] }>(
        ...['ec2', 'describe-route-tables'],
      )
      const routes = tables.RouteTables.flatMap(({ Routes }) => Routes)
      assert.ok(routes.some(({ DestinationCidrBlock }) => DestinationCidrBlock === '0.0.0.0/0'))
    },
  },
  {
    client,
    title:
      'reads values and names of secrets and parameters, creates a log group, registers a scalable target, simulates a policy',
    shows: [
      'secretsmanager:GetSecretValue',
      'ssm:GetParameter',
      'ssm:DescribeParameters',
      'logs:CreateLogGroup',
      'logs:DescribeLogGroups',
      'application-autoscaling:RegisterScalableTarget',
      'iam:SimulatePrincipalPolicy',
    ],
    scenario: account({}, { logGroups: [], secretValues: { db: 'simulated-value' } }),
    play: async (ground) => {
      const secret = await ground.awsAnswer<{ SecretString: string }>(
        ...['secretsmanager', 'get-secret-value', '--secret-id', 'db'],
      )
      assert.equal(secret.SecretString, 'simulated-value')
      const parameter = await ground.awsAnswer<{ Parameter: { Name: string } }>(
        ...['ssm', 'get-parameter', '--name', '/web/key', '--with-decryption'],
      )
      assert.equal(parameter.Parameter.Name, '/web/key')
      await ground.awsAnswer<object>('ssm', 'describe-parameters')
      await ground.awsAnswer('logs', 'create-log-group', '--log-group-name', '/ecs/new')
      const groups = await ground.awsAnswer<{ logGroups: { logGroupName: string }[] }>('logs', 'describe-log-groups')
      assert.deepEqual(
        groups.logGroups.map(({ logGroupName }) => logGroupName),
        ['/ecs/new'],
      )
      await ground.awsAnswer(
        ...['application-autoscaling', 'register-scalable-target', '--service-namespace', 'ecs'],
        ...['--resource-id', 'service/default/web', '--scalable-dimension', 'ecs:service:DesiredCount'],
        ...['--min-capacity', '1', '--max-capacity', '4'],
      )
      assert.equal(ground.simulator.world.neighbours.scalableTargets[0]?.maxCapacity, 4)
      const simulated = await ground.awsAnswer<{ EvaluationResults: { EvalDecision: string }[] }>(
        ...['iam', 'simulate-principal-policy', '--policy-source-arn', `arn:aws:iam::111122223333:role/${role}`],
        ...['--action-names', 'ecr:BatchGetImage'],
      )
      assert.equal(simulated.EvaluationResults[0]?.EvalDecision, 'allowed')
    },
  },
]
