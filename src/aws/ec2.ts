import type { Connection } from './connection.ts'
import { listOf, renamed, type ServiceModel, simple, smallClient, structure } from './small-client.ts'

/** The one EC2 call: which public addresses tasks have. */
export type Ec2Port = {
  /** Public IPv4 addresses of network interfaces, in the order of the interfaces; those without one are left out. */
  publicIps(networkInterfaces: readonly string[]): Promise<readonly string[]>
}

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
  }
}
