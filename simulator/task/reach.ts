/** What a task can reach from its network interface: routes, public address, security groups, endpoints. */
import type { EndpointName } from '../neighbours/scenario.ts'
import type { NetworkPlace } from '../world/network.ts'
import type { World } from '../world/world.ts'

/** Where a task must get through to before it runs. */
export type Destination = EndpointName | 'internet'

/** @param place undefined: a task in the network of its host, which is not modelled and reaches everything */
export function reaches({ neighbours }: World, place: NetworkPlace | undefined, destination: Destination): boolean {
  if (place === undefined) return true
  const groups = place.securityGroups.map((id) => neighbours.securityGroups?.find((group) => group.id === id))
  if (groups.length > 0 && groups.every((group) => group?.egress === false)) return false
  const subnet = neighbours.subnets?.find(({ id }) => id === place.subnetId)
  if (subnet?.route === undefined || subnet.route === 'nat-gateway') return true
  if (destination !== 'internet' && subnet.endpoints?.includes(destination) === true) return true
  // Behind an internet gateway only an address of its own leads out and back.
  return subnet.route === 'internet-gateway' && place.hasPublicAddress
}
