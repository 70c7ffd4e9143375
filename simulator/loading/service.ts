/** A service as a scenario describes it, without its deployments. */
import type { CreateServiceRequest, LoadBalancer } from '@aws-sdk/client-ecs'
import { newService } from '../ecs/new-service.ts'
import { newSettings } from '../ecs/service-settings.ts'
import { usualTargetGroup } from '../ecs/services.ts'
import type { ServiceScenario } from '../scenario.ts'
import type { Service, StoredTaskDefinition, World } from '../world/world.ts'

const createdBefore = 120 * 60_000

/** @throws Error if a load balancer has no container port to send to */
export function serviceFrom(
  world: World,
  cluster: string,
  scenario: ServiceScenario,
  definition: StoredTaskDefinition,
): Service {
  const { loadBalancer } = scenario
  const loadBalancers = loadBalancer === undefined ? [] : [storedLoadBalancer(world, scenario, definition)]
  const awsvpc = definition.stored.networkMode === 'awsvpc'
  const network = {
    awsvpcConfiguration: {
      subnets: ['subnet-0a1b2c3d4e5f60001', 'subnet-0a1b2c3d4e5f60002'],
      securityGroups: ['sg-0a1b2c3d4e5f60001'],
    },
  }
  const request: CreateServiceRequest = {
    serviceName: scenario.name,
    ...(scenario.capacityProviderStrategy === undefined
      ? { launchType: scenario.launchType ?? 'FARGATE' }
      : { capacityProviderStrategy: scenario.capacityProviderStrategy }),
    ...(awsvpc && { networkConfiguration: scenario.networkConfiguration ?? network }),
    ...(scenario.deploymentConfiguration !== undefined && {
      deploymentConfiguration: scenario.deploymentConfiguration,
    }),
    ...(scenario.schedulingStrategy !== undefined && { schedulingStrategy: scenario.schedulingStrategy }),
    deploymentController: { type: scenario.deploymentController ?? 'ECS' },
    loadBalancers,
    ...(scenario.healthCheckGracePeriodSeconds !== undefined && {
      healthCheckGracePeriodSeconds: scenario.healthCheckGracePeriodSeconds,
    }),
    ...(scenario.enableExecuteCommand !== undefined && { enableExecuteCommand: scenario.enableExecuteCommand }),
    ...(scenario.propagateTags !== undefined && { propagateTags: scenario.propagateTags }),
  }
  const service = newService(world, {
    name: scenario.name,
    cluster,
    desiredCount: scenario.status === 'INACTIVE' ? 0 : wantedCount(world, cluster, scenario),
    settings: newSettings(request, scenario.resourceManagementType === 'ECS'),
    targetGroup: {
      healthySeconds: loadBalancer?.targetHealthSeconds ?? usualTargetGroup.healthySeconds,
      unhealthySeconds: loadBalancer?.targetUnhealthySeconds ?? usualTargetGroup.unhealthySeconds,
      deregistrationSeconds: loadBalancer?.deregistrationDelaySeconds ?? usualTargetGroup.deregistrationSeconds,
    },
  })
  return { ...service, status: scenario.status ?? 'ACTIVE', createdAt: world.now - createdBefore }
}

/** A DAEMON service wants one task on each instance. */
const wantedCount = (world: World, cluster: string, { desiredCount, schedulingStrategy }: ServiceScenario): number =>
  schedulingStrategy === 'DAEMON' ? (world.containerInstances.get(cluster) ?? 0) : (desiredCount ?? 1)

function storedLoadBalancer(
  world: World,
  { name, loadBalancer }: ServiceScenario,
  definition: StoredTaskDefinition,
): LoadBalancer {
  const containers = definition.stored.containerDefinitions
  const exposed = containers.find(({ portMappings = [] }) => portMappings.length > 0)
  const containerName = loadBalancer?.containerName ?? exposed?.name
  const container = containers.find((one) => one.name === containerName)
  const containerPort = loadBalancer?.containerPort ?? container?.portMappings?.[0]?.containerPort
  if (containerName === undefined || containerPort === undefined) {
    throw new Error(`${name}: a load balancer needs a container with a port mapping`)
  }
  const arn = `arn:aws:elasticloadbalancing:${world.region}:${world.account}:targetgroup/${name}/0123456789abcdef`
  return { targetGroupArn: loadBalancer?.targetGroupArn ?? arn, containerName, containerPort }
}
