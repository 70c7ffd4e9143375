/** Network interfaces of tasks: there from PROVISIONING to DEPROVISIONING; a public address is told nowhere else. */
import type { DescribeNetworkInterfacesRequest } from '@aws-sdk/client-ec2'
import { present } from '../../ecs/operation.ts'
import type { Engine } from '../../engine.ts'
import { pageOf } from '../../protocol/pagination.ts'
import { interfaceOf, type TaskInterface } from '../../world/network.ts'
import type { Task, World } from '../../world/world.ts'
import { choose, type Filters } from './find.ts'
import { subnetsOf, vpcId } from './vpc.ts'

interface AttachedInterface {
  readonly task: Task
  readonly network: TaskInterface
}

const kind = { noun: 'networkInterface', type: 'InvalidNetworkInterfaceID', idPattern: /^eni-[0-9a-f]{8,17}$/ }

const filters: Filters<AttachedInterface> = {
  'network-interface-id': ({ network }) => [network.id],
  'subnet-id': ({ network }) => [network.subnetId],
  'group-id': ({ network }) => network.securityGroups,
  'private-ip-address': ({ network }) => [network.privateAddress],
  'addresses.private-ip-address': ({ network }) => [network.privateAddress],
  'association.public-ip': ({ network }) => (network.publicAddress === undefined ? [] : [network.publicAddress]),
  'vpc-id': () => [vpcId],
}

function attached(world: World): readonly AttachedInterface[] {
  return world.tasks.flatMap((task) => {
    if (task.hidden || task.lastStatus === 'STOPPED') return []
    const network = interfaceOf(world, task)
    return network === undefined ? [] : [{ task, network }]
  })
}

export function describeNetworkInterfaces({ world }: Engine, input: DescribeNetworkInterfacesRequest): object {
  const { NetworkInterfaceIds, Filters, NextToken, MaxResults = 1000 } = input
  const chosen = choose(kind, attached(world), ({ network }) => network.id, NetworkInterfaceIds, Filters, filters)
  const page = pageOf(chosen, NextToken, MaxResults)
  return {
    NetworkInterfaces: page.items.map((one) => shape(world, one)),
    ...(page.nextToken !== undefined && { NextToken: page.nextToken }),
  }
}

function shape(world: World, { task, network }: AttachedInterface): object {
  const association =
    network.publicAddress === undefined
      ? undefined
      : {
          IpOwnerId: 'amazon',
          PublicDnsName: `ec2-${network.publicAddress.replaceAll('.', '-')}.compute-1.amazonaws.com`,
          PublicIp: network.publicAddress,
        }
  const { privateAddress: PrivateIpAddress, privateDnsName: PrivateDnsName } = network
  return present({
    Association: association,
    Attachment: {
      AttachmentId: `eni-attach-${network.id.slice('eni-'.length)}`,
      DeleteOnTermination: false,
      DeviceIndex: 1,
      InstanceOwnerId: world.account,
      Status: task.lastStatus === 'PROVISIONING' ? 'attaching' : 'attached',
    },
    AvailabilityZone:
      subnetsOf(world).find(({ id }) => id === network.subnetId)?.availabilityZone ?? task.availabilityZone,
    Description: `arn:aws:ecs:${world.region}:${world.account}:attachment/${network.attachmentId}`,
    Groups: network.securityGroups.map((GroupId) => ({ GroupId, GroupName: GroupId })),
    InterfaceType: 'interface',
    MacAddress: network.macAddress,
    NetworkInterfaceId: network.id,
    OwnerId: world.account,
    PrivateDnsName,
    PrivateIpAddress,
    PrivateIpAddresses: [present({ Primary: true, PrivateIpAddress, PrivateDnsName, Association: association })],
    RequesterManaged: true,
    SourceDestCheck: true,
    Status: task.lastStatus === 'PROVISIONING' ? 'pending' : 'in-use',
    SubnetId: network.subnetId,
    TagSet: [],
    VpcId: vpcId,
  })
}
