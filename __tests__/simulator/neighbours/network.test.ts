import {
  DescribeNetworkInterfacesCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2'
import {
  DescribeTasksCommand,
  ECSClient,
  ListTasksCommand,
  RunTaskCommand,
  StopTaskCommand,
  type Task,
} from '@aws-sdk/client-ecs'
import { afterEach, expect, test } from '@jest/globals'
import type { Scenario } from '../../../simulator/scenario.ts'
import { scenarioWith } from '../support.ts'
import { errorOf, type Neighbourhood, openNeighbourhood } from './support.ts'

let account: Neighbourhood
afterEach(() => account.simulator.close())

const subnets = ['subnet-0aaaaaaaaaaaaaaa1', 'subnet-0aaaaaaaaaaaaaaa2']
const securityGroups = ['sg-0aaaaaaaaaaaaaaa1']

async function open(assignPublicIp: 'ENABLED' | 'DISABLED', rest: Scenario = {}): Promise<readonly Task[]> {
  const networkConfiguration = { awsvpcConfiguration: { subnets, securityGroups, assignPublicIp } }
  account = await openNeighbourhood(scenarioWith({ desiredCount: 2, networkConfiguration }, [], rest))
  const ecs = account.client(ECSClient)
  const { taskArns = [] } = await ecs.send(new ListTasksCommand({ serviceName: 'web' }))
  const { tasks = [] } = await ecs.send(new DescribeTasksCommand({ tasks: taskArns }))
  return tasks
}

const detail = ({ attachments }: Task, wanted: string): string =>
  attachments?.[0]?.details?.find(({ name }) => name === wanted)?.value ?? ''

test('a task sits in a subnet of its service, and EC2 knows its public address', async () => {
  const tasks = await open('ENABLED')
  expect(tasks.map((task) => detail(task, 'subnetId'))).toEqual(subnets)
  const ids = tasks.map((task) => detail(task, 'networkInterfaceId'))
  const input = { NetworkInterfaceIds: ids }
  const { NetworkInterfaces = [] } = await account.client(EC2Client).send(new DescribeNetworkInterfacesCommand(input))
  expect(NetworkInterfaces.map(({ PrivateIpAddress }) => PrivateIpAddress)).toEqual(
    tasks.map((task) => detail(task, 'privateIPv4Address')),
  )
  const addresses = NetworkInterfaces.map(({ Association }) => Association?.PublicIp ?? '')
  expect(new Set(addresses).size).toBe(2)
  for (const address of addresses) expect(address).toMatch(/^\d+\.\d+\.\d+\.\d+$/)
  expect(NetworkInterfaces[0]?.Groups?.map(({ GroupId }) => GroupId)).toEqual(securityGroups)
  const [attachment] = tasks[0]?.attachments ?? []
  expect(tasks[0]?.containers?.[0]?.networkInterfaces?.[0]?.attachmentId).toBe(attachment?.id)
})

test('a task of RunTask has the network that its caller named, and a public address if it wants one', async () => {
  await open('DISABLED')
  const ecs = account.client(ECSClient)
  const addressOf = async (assignPublicIp: 'ENABLED' | 'DISABLED'): Promise<string | undefined> => {
    const awsvpcConfiguration = {
      subnets: ['subnet-0bbbbbbbbbbbbbbb1'],
      securityGroups: ['sg-0bbbbbbbbbbbbbbb1'],
      assignPublicIp,
    }
    const request = {
      taskDefinition: 'web',
      launchType: 'FARGATE',
      networkConfiguration: { awsvpcConfiguration },
    } as const
    const [task] = (await ecs.send(new RunTaskCommand(request))).tasks ?? []
    if (task === undefined) throw new Error('No task was started')
    expect(detail(task, 'subnetId')).toBe('subnet-0bbbbbbbbbbbbbbb1')
    const NetworkInterfaceIds = [detail(task, 'networkInterfaceId')]
    const ask = new DescribeNetworkInterfacesCommand({ NetworkInterfaceIds })
    const [network] = (await account.client(EC2Client).send(ask)).NetworkInterfaces ?? []
    expect(network?.Groups?.map(({ GroupId }) => GroupId)).toEqual(['sg-0bbbbbbbbbbbbbbb1'])
    return network?.Association?.PublicIp
  }
  expect(await addressOf('ENABLED')).toMatch(/^54\.\d+\.\d+\.\d+$/)
  expect(await addressOf('DISABLED')).toBeUndefined()
})

test('without a public address, and after the task is gone', async () => {
  const [task] = await open('DISABLED')
  if (task === undefined) throw new Error('There is no task')
  const ec2 = account.client(EC2Client)
  const ask = new DescribeNetworkInterfacesCommand({ NetworkInterfaceIds: [detail(task, 'networkInterfaceId')] })
  const { NetworkInterfaces = [] } = await ec2.send(ask)
  expect(NetworkInterfaces[0]?.Association).toBeUndefined()
  await account.client(ECSClient).send(new StopTaskCommand({ task: task.taskArn }))
  account.advance(120)
  expect((await errorOf(ec2.send(ask))).name).toBe('InvalidNetworkInterfaceID.NotFound')
})

test('where the traffic of a subnet goes', async () => {
  const [open1, private1, closed] = ['subnet-00000001', 'subnet-00000002', 'subnet-00000003']
  await open('DISABLED', {
    subnets: [
      { id: 'subnet-00000001' },
      { id: 'subnet-00000002', route: 'nat-gateway', availableAddresses: 0 },
      { id: 'subnet-00000003', route: 'none' },
    ],
  })
  const ec2 = account.client(EC2Client)
  const way = async (subnet = ''): Promise<unknown> => {
    const Filters = [{ Name: 'association.subnet-id', Values: [subnet] }]
    const { RouteTables = [] } = await ec2.send(new DescribeRouteTablesCommand({ Filters }))
    const route = RouteTables[0]?.Routes?.find(({ DestinationCidrBlock }) => DestinationCidrBlock === '0.0.0.0/0')
    return route?.GatewayId ?? route?.NatGatewayId
  }
  expect([await way(open1), await way(private1), await way(closed)]).toEqual([
    expect.stringMatching(/^igw-/),
    expect.stringMatching(/^nat-/),
    undefined,
  ])
  const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({ SubnetIds: ['subnet-00000002'] }))
  expect(Subnets).toMatchObject([{ AvailableIpAddressCount: 0, AvailabilityZone: 'us-east-1b', State: 'available' }])
  const main = [{ Name: 'association.main', Values: ['true'] }]
  const { RouteTables = [] } = await ec2.send(new DescribeRouteTablesCommand({ Filters: main }))
  expect(RouteTables).toHaveLength(1)
})

test('what a security group lets through', async () => {
  await open('DISABLED', { securityGroups: [{ id: 'sg-00000001', openPorts: [8080], egress: false }] })
  const { SecurityGroups = [] } = await account.client(EC2Client).send(new DescribeSecurityGroupsCommand({}))
  expect(SecurityGroups).toMatchObject([
    { GroupId: 'sg-00000001', IpPermissions: [{ IpProtocol: 'tcp', FromPort: 8080, ToPort: 8080 }] },
  ])
  expect(SecurityGroups[0]?.IpPermissionsEgress ?? []).toEqual([])
})

test('ids that are missing, ids that are none, filters that are not known', async () => {
  await open('DISABLED')
  const ec2 = account.client(EC2Client)
  expect(await errorOf(ec2.send(new DescribeSubnetsCommand({ SubnetIds: ['subnet-0123456789abcdef0'] })))).toEqual({
    name: 'InvalidSubnetID.NotFound',
    message: "The subnet ID 'subnet-0123456789abcdef0' does not exist",
  })
  expect((await errorOf(ec2.send(new DescribeSubnetsCommand({ SubnetIds: ['nope'] })))).name).toBe(
    'InvalidSubnetID.Malformed',
  )
  expect((await errorOf(ec2.send(new DescribeSecurityGroupsCommand({ GroupIds: ['sg-00000009'] })))).name).toBe(
    'InvalidGroup.NotFound',
  )
  const Filters = [{ Name: 'colour', Values: ['red'] }]
  expect((await errorOf(ec2.send(new DescribeSubnetsCommand({ Filters })))).name).toBe('InvalidParameterValue')
})
