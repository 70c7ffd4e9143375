import type { Connection } from './connection.ts'
import { listOf, renamed, type ServiceModel, simple, smallClient, structure } from './small-client.ts'

/** The EC2 calls: which public addresses tasks have, and what the whole internet can reach. */
export type Ec2Port = {
  /** Public IPv4 addresses of network interfaces, in the order of the interfaces; those without one are left out. */
  publicIps(networkInterfaces: readonly string[]): Promise<readonly string[]>
  /** The TCP ports that security groups open to anybody. @throws what EC2 throws */
  openPorts(securityGroups: readonly string[]): Promise<readonly OpenPorts[]>
}

/** Without bounds: all ports. `narrow`: not to the whole internet. */
export type OpenPorts = { readonly group: string; readonly from?: number; readonly to?: number; readonly narrow?: true }

const ec2: ServiceModel = {
  id: 'EC2',
  host: 'ec2',
  signingName: 'ec2',
  protocol: 'ec2-query',
  version: '2016-11-15',
  xmlNamespace: 'http://ec2.amazonaws.com/doc/2016-11-15',
}

const request = structure('DescribeNetworkInterfacesRequest', {
  NextToken: simple.string,
  NetworkInterfaceIds: renamed(listOf('NetworkInterfaceIdList', renamed(simple.string, 'item')), 'NetworkInterfaceId'),
})
const association = structure('NetworkInterfaceAssociation', {
  PublicIp: renamed(simple.string, 'publicIp', 'PublicIp'),
})
const networkInterface = structure('NetworkInterface', {
  Association: renamed(association, 'association', 'Association'),
  NetworkInterfaceId: renamed(simple.string, 'networkInterfaceId', 'NetworkInterfaceId'),
})
const answer = structure('DescribeNetworkInterfacesResult', {
  NetworkInterfaces: renamed(
    listOf('NetworkInterfaceList', renamed(networkInterface, 'item')),
    'networkInterfaceSet',
    'NetworkInterfaceSet',
  ),
  NextToken: renamed(simple.string, 'nextToken', 'NextToken'),
})

type Answer = {
  readonly NetworkInterfaces?: readonly {
    readonly NetworkInterfaceId?: string
    readonly Association?: { readonly PublicIp?: string }
  }[]
  readonly NextToken?: string
}

const groupsRequest = structure('DescribeSecurityGroupsRequest', {
  GroupIds: renamed(listOf('GroupIdStringList', renamed(simple.string, 'groupId')), 'GroupId'),
})
const ipRange = structure('IpRange', { CidrIp: renamed(simple.string, 'cidrIp', 'CidrIp') })
const ipv6Range = structure('Ipv6Range', { CidrIpv6: renamed(simple.string, 'cidrIpv6', 'CidrIpv6') })
const permission = structure('IpPermission', {
  IpProtocol: renamed(simple.string, 'ipProtocol', 'IpProtocol'),
  FromPort: renamed(simple.number, 'fromPort', 'FromPort'),
  ToPort: renamed(simple.number, 'toPort', 'ToPort'),
  IpRanges: renamed(listOf('IpRangeList', renamed(ipRange, 'item')), 'ipRanges', 'IpRanges'),
  Ipv6Ranges: renamed(listOf('Ipv6RangeList', renamed(ipv6Range, 'item')), 'ipv6Ranges', 'Ipv6Ranges'),
})
const securityGroup = structure('SecurityGroup', {
  GroupId: renamed(simple.string, 'groupId', 'GroupId'),
  IpPermissions: renamed(listOf('IpPermissionList', renamed(permission, 'item')), 'ipPermissions', 'IpPermissions'),
})
const groupsAnswer = structure('DescribeSecurityGroupsResult', {
  SecurityGroups: renamed(
    listOf('SecurityGroupList', renamed(securityGroup, 'item')),
    'securityGroupInfo',
    'SecurityGroupInfo',
  ),
})

type Permission = {
  readonly IpProtocol?: string
  readonly FromPort?: number
  readonly ToPort?: number
  readonly IpRanges?: readonly { readonly CidrIp?: string }[]
  readonly Ipv6Ranges?: readonly { readonly CidrIpv6?: string }[]
}
type GroupsAnswer = {
  readonly SecurityGroups?: readonly { readonly GroupId?: string; readonly IpPermissions?: readonly Permission[] }[]
}

/** `-1` is every protocol, 6 is TCP by its number. */
const tcp = ['tcp', '6', '-1']

function isForEveryone({ IpRanges = [], Ipv6Ranges = [] }: Permission): boolean {
  return IpRanges.some(({ CidrIp }) => CidrIp === '0.0.0.0/0') || Ipv6Ranges.some(({ CidrIpv6 }) => CidrIpv6 === '::/0')
}

/** The port over EC2. */
export function ec2Port(connection: Connection): Ec2Port {
  return {
    async publicIps(networkInterfaces) {
      const call = await smallClient(connection, ec2, connection.region, connection.withinLimit)
      const found = new Map<string | undefined, string>()
      let next: string | undefined
      do {
        const page: Answer = await call<Answer>('DescribeNetworkInterfaces', request, answer, {
          NetworkInterfaceIds: [...networkInterfaces],
          ...(next === undefined ? {} : { NextToken: next }),
        })
        for (const { NetworkInterfaceId: id, Association: association } of page.NetworkInterfaces ?? []) {
          if (association?.PublicIp !== undefined) found.set(id, association.PublicIp)
        }
        next = page.NextToken || undefined
      } while (next !== undefined)
      return networkInterfaces.flatMap((id) => found.get(id) ?? [])
    },
    async openPorts(securityGroups) {
      const call = await smallClient(connection, ec2, connection.region, connection.withinLimit)
      const asked = { GroupIds: [...securityGroups] }
      const found = await call<GroupsAnswer>('DescribeSecurityGroups', groupsRequest, groupsAnswer, asked)
      return (found.SecurityGroups ?? []).flatMap(({ GroupId: group = '', IpPermissions = [] }) =>
        IpPermissions.filter(({ IpProtocol = '' }) => tcp.includes(IpProtocol)).map((permission): OpenPorts => {
          const { IpProtocol, FromPort: from, ToPort: to } = permission
          const narrow = isForEveryone(permission) ? {} : { narrow: true as const }
          return {
            group,
            ...(IpProtocol === '-1' || from === undefined || to === undefined ? {} : { from, to }),
            ...narrow,
          }
        }),
      )
    },
  }
}
