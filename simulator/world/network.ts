/** The network interface of an awsvpc task: everything about it follows from the task and its service. */
import type { AwsVpcConfiguration } from '@aws-sdk/client-ecs'
import { idFrom } from '../neighbours/stable-id.ts'
import { definitionByArn } from './definition.ts'
import { serviceOfTask } from './services.ts'
import type { Task, World } from './world.ts'

export interface TaskInterface {
  readonly id: string
  readonly attachmentId: string
  readonly subnetId: string
  readonly securityGroups: readonly string[]
  readonly privateAddress: string
  readonly privateDnsName: string
  readonly macAddress: string
  /** With `assignPublicIp: ENABLED` only. */
  readonly publicAddress?: string
}

/** Where in the network a task is, as far as it matters for what it reaches. */
export interface NetworkPlace {
  readonly subnetId: string
  readonly securityGroups: readonly string[]
  readonly hasPublicAddress: boolean
}

/** One subnet per Availability Zone, in the order in which the service names them. */
export function placeIn(network: AwsVpcConfiguration | undefined, zone: string): NetworkPlace {
  const subnets = network?.subnets ?? [usualSubnet]
  const index = zone.charCodeAt(zone.length - 1) - 'a'.charCodeAt(0)
  return {
    subnetId: subnets[index % subnets.length] ?? usualSubnet,
    securityGroups: network?.securityGroups ?? [usualSecurityGroup],
    hasPublicAddress: network?.assignPublicIp === 'ENABLED',
  }
}

export const usualSubnet = 'subnet-0a1b2c3d4e5f60001'
export const usualSecurityGroup = 'sg-0a1b2c3d4e5f60001'

/** @returns undefined for a task that shares its host's network */
export function interfaceOf(world: World, task: Task): TaskInterface | undefined {
  if (definitionByArn(world, task.taskDefinition).stored.networkMode !== 'awsvpc') return undefined
  const { subnetId, securityGroups, hasPublicAddress } = placeIn(networkOf(world, task), task.availabilityZone)
  const bytes = idFrom(task.id, 12).match(/../g) ?? []
  const isGiven = world.neighbours.taskAddresses.includes(task.address)
  const [a = 1, b = 1, c = 1] = bytes.map((byte) => Number.parseInt(byte, 16))
  return {
    id: task.interfaceId,
    attachmentId: attachmentIdOf(task),
    subnetId,
    securityGroups,
    privateAddress: task.address,
    privateDnsName: `ip-${task.address.replaceAll('.', '-')}.ec2.internal`,
    macAddress: ['02', ...bytes.slice(0, 5)].join(':'),
    ...(hasPublicAddress && { publicAddress: isGiven ? task.address : `54.${a}.${b}.${Math.max(1, c % 255)}` }),
  }
}

/** @returns the id of the attachment of a task's interface */
export const attachmentIdOf = ({ id }: Task): string =>
  `${id.slice(0, 8)}-${id.slice(8, 12)}-4${id.slice(13, 16)}-a${id.slice(17, 20)}-${id.slice(20)}`

/** @returns undefined where nothing is said */
export function networkOf(world: World, task: Task): AwsVpcConfiguration | undefined {
  if (task.network !== undefined) return task.network
  const service = serviceOfTask(world, task)
  const revision = service?.revisions.find(({ number }) => `ecs-svc/${number}` === task.deployment)
  return (revision ?? service?.settings)?.networkConfiguration?.awsvpcConfiguration
}
