/** Subnets, where their traffic goes, and what security groups let through. */
import type {
  DescribeRouteTablesRequest,
  DescribeSecurityGroupsRequest,
  DescribeSubnetsRequest,
} from '@aws-sdk/client-ec2'
import type { Engine } from '../../engine.ts'
import { pageOf } from '../../protocol/pagination.ts'
import type { World } from '../../world/world.ts'
import type { SecurityGroupScenario } from '../scenario.ts'
import { choose, type Filters } from './find.ts'
import { type Subnet, securityGroupsOf, subnetsOf, vpcId } from './vpc.ts'

const anywhere = '0.0.0.0/0'
const mainTable = 'rtb-00000000000000000'

const subnetKind = { noun: 'subnet', type: 'InvalidSubnetID', idPattern: /^subnet-[0-9a-f]{8,17}$/ }
const subnetFilters: Filters<Subnet> = {
  'subnet-id': ({ id }) => [id],
  'availability-zone': ({ availabilityZone }) => [availabilityZone],
  'vpc-id': () => [vpcId],
}

export function describeSubnets({ world }: Engine, input: DescribeSubnetsRequest): object {
  const { SubnetIds, Filters, NextToken, MaxResults = 1000 } = input
  const chosen = choose(subnetKind, subnetsOf(world), ({ id }) => id, SubnetIds, Filters, subnetFilters)
  const page = pageOf(chosen, NextToken, MaxResults)
  return {
    Subnets: page.items.map(({ id, availabilityZone, availableAddresses, cidr, route }) => ({
      SubnetId: id,
      SubnetArn: `arn:aws:ec2:${world.region}:${world.account}:subnet/${id}`,
      State: 'available',
      VpcId: vpcId,
      CidrBlock: cidr,
      AvailableIpAddressCount: availableAddresses,
      AvailabilityZone: availabilityZone,
      DefaultForAz: false,
      MapPublicIpOnLaunch: route === 'internet-gateway',
      OwnerId: world.account,
      AssignIpv6AddressOnCreation: false,
      Ipv6CidrBlockAssociationSet: [],
      Tags: [],
    })),
    ...(page.nextToken !== undefined && { NextToken: page.nextToken }),
  }
}

interface RouteTable {
  readonly id: string
  /** Absent: the main table. */
  readonly subnet?: Subnet
}

const tableKind = { noun: 'routeTable', type: 'InvalidRouteTableID', idPattern: /^rtb-[0-9a-f]{8,17}$/ }
const tableFilters: Filters<RouteTable> = {
  'route-table-id': ({ id }) => [id],
  'association.subnet-id': ({ subnet }) => (subnet === undefined ? [] : [subnet.id]),
  'association.main': ({ subnet }) => [String(subnet === undefined)],
  'vpc-id': () => [vpcId],
}

/** One table per subnet, and the main one, which leads nowhere but home. */
export function describeRouteTables({ world }: Engine, input: DescribeRouteTablesRequest): object {
  const { RouteTableIds, Filters, NextToken, MaxResults = 1000 } = input
  const tables: RouteTable[] = [
    { id: mainTable },
    ...subnetsOf(world).map((subnet) => ({ id: subnet.id.replace('subnet-', 'rtb-'), subnet })),
  ]
  const chosen = choose(tableKind, tables, ({ id }) => id, RouteTableIds, Filters, tableFilters)
  const page = pageOf(chosen, NextToken, MaxResults)
  return {
    RouteTables: page.items.map((table) => tableShape(world, table)),
    ...(page.nextToken !== undefined && { NextToken: page.nextToken }),
  }
}

function tableShape(world: World, { id, subnet }: RouteTable): object {
  const local = {
    DestinationCidrBlock: '10.0.0.0/16',
    GatewayId: 'local',
    Origin: 'CreateRouteTable',
    State: 'active',
  }
  const away = { DestinationCidrBlock: anywhere, Origin: 'CreateRoute', State: 'active' }
  const routes = {
    'internet-gateway': [local, { ...away, GatewayId: 'igw-0a1b2c3d4e5f60001' }],
    'nat-gateway': [local, { ...away, NatGatewayId: 'nat-0a1b2c3d4e5f60001' }],
    none: [local],
  }
  return {
    RouteTableId: id,
    VpcId: vpcId,
    OwnerId: world.account,
    Associations: [
      {
        Main: subnet === undefined,
        RouteTableAssociationId: id.replace('rtb-', 'rtbassoc-'),
        RouteTableId: id,
        ...(subnet !== undefined && { SubnetId: subnet.id }),
        AssociationState: { State: 'associated' },
      },
    ],
    Routes: routes[subnet?.route ?? 'none'],
    PropagatingVgws: [],
    Tags: [],
  }
}

type SecurityGroup = Required<SecurityGroupScenario>

const groupKind = { noun: 'security group', type: 'InvalidGroup', idPattern: /^sg-[0-9a-f]{8,17}$/ }
const groupFilters: Filters<SecurityGroup> = {
  'group-id': ({ id }) => [id],
  'group-name': ({ id }) => [id],
  'vpc-id': () => [vpcId],
}

export function describeSecurityGroups({ world }: Engine, input: DescribeSecurityGroupsRequest): object {
  const { GroupIds, Filters, NextToken, MaxResults = 1000 } = input
  const chosen = choose(groupKind, securityGroupsOf(world), ({ id }) => id, GroupIds, Filters, groupFilters)
  const page = pageOf(chosen, NextToken, MaxResults)
  return {
    SecurityGroups: page.items.map((group) => groupShape(world, group)),
    ...(page.nextToken !== undefined && { NextToken: page.nextToken }),
  }
}

function groupShape(world: World, { id, openPorts, egress }: SecurityGroup): object {
  const open = { UserIdGroupPairs: [], IpRanges: [{ CidrIp: anywhere }], Ipv6Ranges: [], PrefixListIds: [] }
  const everything = { IpProtocol: '-1', ...open }
  return {
    GroupId: id,
    GroupName: id,
    Description: 'Simulated',
    OwnerId: world.account,
    VpcId: vpcId,
    SecurityGroupArn: `arn:aws:ec2:${world.region}:${world.account}:security-group/${id}`,
    IpPermissions:
      openPorts === 'all'
        ? [everything]
        : openPorts.map((port) => ({ IpProtocol: 'tcp', FromPort: port, ToPort: port, ...open })),
    IpPermissionsEgress: egress ? [everything] : [],
    Tags: [],
  }
}
