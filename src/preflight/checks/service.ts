/** What the service itself says about whether, and how well, it can be deployed. */
import { containersOf } from '../containers.ts'
import { desiredCount, type Facts, isOnFargate } from '../facts.ts'
import type { Found } from '../finding.ts'

/** Containers and ports that load balancers send to and that the new definition does not have: UpdateService refuses it. */
export function missingTargets({ service, definition }: Facts): readonly Found[] {
  const containers = containersOf(definition)
  const names = containers.map(({ name }) => `"${name}"`).join(', ')
  return (service.loadBalancers ?? []).flatMap(({ containerName, containerPort }): readonly Found[] => {
    if (containerName === undefined) return []
    const target = containers.find(({ name }) => name === containerName)
    if (target === undefined) {
      const message =
        `The load balancer of the service sends to the container "${containerName}", and the task definition has ${names}. ` +
        'Keep the name of that container, or change the load balancer of the service first.'
      return [{ path: ['containerDefinitions', 0, 'name'], message }]
    }
    if (containerPort === undefined || hasPort(target.container.portMappings ?? [], containerPort)) return []
    const message =
      `The load balancer of the service sends to port ${containerPort} of the container "${containerName}", whose portMappings do not ` +
      `have it. Add {"containerPort": ${containerPort}}, or change the load balancer of the service first.`
    return [{ path: [...target.path, 'portMappings'], message }]
  })
}

type Mappings = NonNullable<NonNullable<Facts['definition']['containerDefinitions']>[number]['portMappings']>

function hasPort(mappings: Mappings, port: number): boolean {
  return mappings.some(({ containerPort, containerPortRange }) => {
    if (containerPort === port) return true
    const [from, to] = (containerPortRange ?? '').split('-').map(Number)
    return from !== undefined && to !== undefined && port >= from && port <= to
  })
}

/**
 * Percents with which ECS may neither stop an old task nor start a new one (SDK text of DeploymentConfiguration: the minimum is
 * rounded up, the maximum down).
 */
export function stuckPercents(facts: Facts): readonly Found[] {
  const { service } = facts
  const { minimumHealthyPercent = 100, maximumPercent = 200 } = service.deploymentConfiguration ?? {}
  const desired = desiredCount(facts)
  // Without old tasks there is room for new ones.
  if (service.schedulingStrategy === 'DAEMON' || desired === 0 || (service.runningCount ?? 0) === 0) return []
  const floor = Math.ceil((desired * minimumHealthyPercent) / 100)
  const ceiling = Math.floor((desired * maximumPercent) / 100)
  if (floor < desired || ceiling > desired) return []
  const message =
    `With ${desired} desired task${desired === 1 ? '' : 's'}, minimumHealthyPercent ${minimumHealthyPercent} keeps ${floor} running and maximumPercent ` +
    `${maximumPercent} allows ${ceiling}, so that ECS can neither stop an old task nor start a new one. Set maximumPercent to 200, or lower ` +
    'minimumHealthyPercent, in the deployment configuration of the service.'
  return [{ message }]
}

export function withoutBreaker({ service, settings }: Facts): readonly Found[] {
  const breaker = settings.deploymentCircuitBreaker ?? service.deploymentConfiguration?.deploymentCircuitBreaker
  if (breaker?.enable === true || service.schedulingStrategy === 'DAEMON') return []
  const message =
    'The deployment circuit breaker of the service is off: ECS goes on starting tasks that fail for as long as nobody stops it, also after this run. ' +
    'Switch it on with deployment-circuit-breaker: enable=true,rollback=true.'
  return [{ message }]
}

export function deploymentUnderWay({ underWay }: Facts): readonly Found[] {
  if (underWay === undefined) return []
  return [
    {
      message: `The deployment ${underWay} of this service is still under way. on-in-progress decides what becomes of it.`,
    },
  ]
}

export function oneSubnet({ service, settings }: Facts): readonly Found[] {
  const network = settings.networkConfiguration ?? service.networkConfiguration
  const subnets = network?.awsvpcConfiguration?.subnets ?? []
  if (subnets.length !== 1) return []
  const message = `All tasks run in one subnet (${subnets[0]}), so in one Availability Zone: when it fails, the service is gone. Name subnets of two zones or more.`
  return [{ input: 'network-configuration', message }]
}

/** Tasks that take requests and that nothing shares them between. */
export function severalWithoutBalancer(facts: Facts): readonly Found[] {
  const count = desiredCount(facts)
  if (count < 2 || isFound(facts) || !listens(facts)) return []
  const message = `${count} tasks are wanted and the service has no load balancer, service discovery or Service Connect: nothing shares requests between them.`
  return [{ message }]
}

/** Ports that nobody outside the VPC can reach, since nothing but a private address leads to them. */
export function withoutWayIn(facts: Facts): readonly Found[] {
  const { service, settings } = facts
  const network = (settings.networkConfiguration ?? service.networkConfiguration)?.awsvpcConfiguration
  if (network === undefined || network.assignPublicIp === 'ENABLED' || desiredCount(facts) === 0) return []
  if (!isOnFargate(facts) || isFound(facts) || !listens(facts)) return []
  const message =
    'The service gives its tasks no public address (assignPublicIp is DISABLED) and has no load balancer, service discovery or Service Connect: they are ' +
    'reached only from inside the VPC, at private addresses that change with every task. If the internet should reach them, set assignPublicIp: ENABLED ' +
    'with network-configuration, in subnets with a route to an internet gateway, or put a load balancer before the service.'
  return [{ input: 'network-configuration', message }]
}

/** Something knows where the tasks are. */
function isFound({ service }: Facts): boolean {
  const lists = [service.loadBalancers, service.serviceRegistries]
  const isConnected = (service.deployments ?? []).some(
    ({ serviceConnectConfiguration }) => serviceConnectConfiguration?.enabled,
  )
  return isConnected || lists.some((list) => (list ?? []).length > 0)
}

function listens({ definition }: Facts): boolean {
  return containersOf(definition).some(({ container }) => (container.portMappings ?? []).length > 0)
}

export function scaledCount({ settings, lookedUp }: Facts): readonly Found[] {
  if (settings.desiredCount === undefined || lookedUp.isScaled !== true) return []
  const message = `desired-count is ${settings.desiredCount}, and Application Auto Scaling steers the count of this service: it will change it again. Leave desired-count out, or say with autoscaling what is to become of that.`
  return [{ input: 'desired-count', message }]
}

/** Ports of the tasks that the whole internet can reach. */
export function openPorts(facts: Facts): readonly Found[] {
  if (!hasPublicAddresses(facts)) return []
  const ports = portsOf(facts)
  const open = (facts.lookedUp.openPorts ?? []).flatMap(({ group, from = 0, to = 65_535, narrow }) =>
    narrow ? [] : ports.filter((port) => port >= from && port <= to).map((port) => ({ group, port })),
  )
  const [first] = open
  if (first === undefined) return []
  const message =
    `The tasks have public addresses, and the security group ${first.group} lets 0.0.0.0/0 reach port ${[...new Set(open.map(({ port }) => port))].join(', ')}. ` +
    'If that is not meant, allow only the load balancer or your own addresses.'
  return [{ message }]
}

/** Ports that no security group lets anybody reach, where nothing but a public address leads to the tasks. */
export function closedPorts(facts: Facts): readonly Found[] {
  const { service, settings, lookedUp } = facts
  const behind = [service.loadBalancers, service.serviceRegistries].some((list) => (list ?? []).length > 0)
  if (!hasPublicAddresses(facts) || behind || lookedUp.openPorts === undefined) return []
  const ranges = lookedUp.openPorts
  const closed = portsOf(facts).filter(
    (port) => !ranges.some(({ from = 0, to = 65_535 }) => port >= from && port <= to),
  )
  const [port] = closed
  if (port === undefined) return []
  const network = (settings.networkConfiguration ?? service.networkConfiguration)?.awsvpcConfiguration
  const group = network?.securityGroups?.[0] ?? 'GROUP'
  const message =
    `The tasks have public addresses, and no security group of the service lets anybody reach port ${closed.join(', ')}. If somebody should, open it: ` +
    `aws ec2 authorize-security-group-ingress --group-id ${group} --protocol tcp --port ${port} --cidr YOUR.ADDRESS/32.`
  return [{ message }]
}

function hasPublicAddresses({ service, settings }: Facts): boolean {
  const network = settings.networkConfiguration ?? service.networkConfiguration
  return network?.awsvpcConfiguration?.assignPublicIp === 'ENABLED'
}

function portsOf({ definition }: Facts): readonly number[] {
  return containersOf(definition).flatMap(({ container }) =>
    (container.portMappings ?? []).flatMap(({ containerPort }) => containerPort ?? []),
  )
}
