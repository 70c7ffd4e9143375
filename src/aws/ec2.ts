import type { EC2Client } from '@aws-sdk/client-ec2'
import { withinLimit } from './call-limit.ts'
import type { Connection } from './connection.ts'

/** The one EC2 call: which public addresses tasks have. */
export type Ec2Port = {
  /** Public IPv4 addresses of network interfaces, in the order of the interfaces; those without one are left out. */
  publicIps(networkInterfaces: readonly string[]): Promise<readonly string[]>
}

/** The port over the real client, which is large and loaded only where tasks have public addresses. */
export function ec2Port({ shared, region }: Connection): Ec2Port {
  return {
    async publicIps(networkInterfaces) {
      const { EC2Client, paginateDescribeNetworkInterfaces } = await import('@aws-sdk/client-ec2')
      const client: EC2Client = new EC2Client({ ...shared, region })
      const found = new Map<string | undefined, string>()
      const query = { NetworkInterfaceIds: [...networkInterfaces] }
      for await (const page of paginateDescribeNetworkInterfaces({ client }, query, withinLimit())) {
        for (const { NetworkInterfaceId: id, Association: association } of page.NetworkInterfaces ?? []) {
          if (association?.PublicIp !== undefined) found.set(id, association.PublicIp)
        }
      }
      return networkInterfaces.flatMap((id) => found.get(id) ?? [])
    },
  }
}
