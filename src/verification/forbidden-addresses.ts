import { BlockList, isIP } from 'node:net'

/** Networks to which no request is ever sent: who can write an input must not reach the credentials of the machine. */
const networks: readonly [network: string, prefix: number, what: string][] = [
  // RFC 3927; 169.254.169.254 are instance metadata, 169.254.170.2 the credentials of a task, 169.254.170.23 those of a pod.
  ['169.254.0.0', 16, 'a link-local or metadata address'],
  // RFC 4291
  ['fe80::', 10, 'a link-local address'],
  // EC2 User Guide: the services of an instance, of which fd00:ec2::254 are its metadata.
  ['fd00:ec2::', 32, 'a metadata address'],
  // The same for hosted runners, which are virtual machines in Azure ("What is IP address 168.63.129.16?").
  ['168.63.129.16', 32, "the address of Azure's host, on which hosted runners are"],
  // IPv4 within IPv6: mapped is known to BlockList; compatible (RFC 4291), translated (RFC 6052, 8215) and 6to4 (RFC 3056) are not.
  ['::a9fe:0', 112, 'a link-local or metadata address'],
  ['::ffff:0:a9fe:0', 112, 'a link-local or metadata address'],
  ['64:ff9b::a9fe:0', 112, 'a link-local or metadata address'],
  ['64:ff9b:1::a9fe:0', 112, 'a link-local or metadata address'],
  ['2002:a9fe::', 32, 'a link-local or metadata address'],
]

/**
 * What a host is, where no request may be sent to it; pure. A name is nobody's address yet: what it stands for is to be
 * looked at once it is known.
 *
 * @param host as `URL.hostname` has it, which reads decimal, octal and hexadecimal forms as the address that they mean
 */
export function forbiddenAddress(host: string): string | undefined {
  const address = host.replace(/^\[(.*)\]$/, '$1').replace(/%.*$/, '')
  const version = isIP(address)
  if (version === 0) return undefined
  const family = version === 4 ? 'ipv4' : 'ipv6'
  return networks.find(([network, prefix]) => isWithin(address, family, network, prefix))?.[2]
}

function isWithin(address: string, family: 'ipv4' | 'ipv6', network: string, prefix: number): boolean {
  const list = new BlockList()
  list.addSubnet(network, prefix, isIP(network) === 4 ? 'ipv4' : 'ipv6')
  return list.check(address, family)
}
