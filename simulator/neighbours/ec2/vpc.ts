/** The one network of the simulated account: what the scenario says, else whatever services name. */

import { usualSecurityGroup, usualSubnet } from '../../world/network.ts'
import type { World } from '../../world/world.ts'
import type { SecurityGroupScenario, SubnetScenario } from '../scenario.ts'

export const vpcId = 'vpc-0a1b2c3d4e5f60001'

const zones = ['a', 'b', 'c'] as const

export type Subnet = Required<SubnetScenario> & { readonly cidr: string }

export function subnetsOf(world: World): readonly Subnet[] {
  const listed = world.neighbours.subnets ?? namedSubnets(world).map((id) => ({ id }))
  return listed.map((subnet, index) => ({
    availabilityZone: `${world.region}${zones[index % zones.length]}`,
    route: 'internet-gateway',
    availableAddresses: 251,
    endpoints: [],
    cidr: `10.0.${index}.0/24`,
    ...subnet,
  }))
}

export function securityGroupsOf(world: World): readonly Required<SecurityGroupScenario>[] {
  const listed = world.neighbours.securityGroups ?? namedGroups(world).map((id) => ({ id }))
  return listed.map((group) => ({ openPorts: 'all', egress: true, ...group }))
}

const namedSubnets = (world: World): readonly string[] =>
  unique([...networks(world).flatMap(({ subnets = [] }) => subnets), usualSubnet])

const namedGroups = (world: World): readonly string[] =>
  unique([...networks(world).flatMap(({ securityGroups = [] }) => securityGroups), usualSecurityGroup])

const networks = ({ services }: World) =>
  services.flatMap(({ settings }) => settings.networkConfiguration?.awsvpcConfiguration ?? [])

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)]
