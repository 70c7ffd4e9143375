import type { ContainerDefinition, PortMapping } from '@aws-sdk/client-ecs'
import type { TaskDefinition } from '../../src/task-definition/task-definition.ts'

/**
 * The definition as DescribeTaskDefinition gives it back: with defaults and empty lists in it, sizes as numbers, and the
 * environment in another order. Written from answers of the API, not from src/task-definition.
 */
export function described(definition: TaskDefinition): TaskDefinition {
  return {
    ...definition,
    ...(definition.cpu !== undefined && { cpu: inUnits(definition.cpu, 'vcpu') }),
    ...(definition.memory !== undefined && { memory: inUnits(definition.memory, 'gb') }),
    volumes: (definition.volumes ?? []).map((volume) => ({ host: {}, ...volume })),
    placementConstraints: definition.placementConstraints ?? [],
    containerDefinitions: (definition.containerDefinitions ?? []).map((container) =>
      describedContainer(container, definition.networkMode),
    ),
  }
}

function inUnits(size: string, unit: string): string {
  const [, amount, found] = /^([\d.]+)\s*([a-z]+)$/i.exec(size) ?? []
  return found?.toLowerCase() === unit ? String(Number(amount) * 1024) : size
}

function describedContainer(container: ContainerDefinition, networkMode: string | undefined): ContainerDefinition {
  const { healthCheck } = container
  return {
    cpu: 0,
    essential: true,
    mountPoints: [],
    volumesFrom: [],
    systemControls: [],
    ...container,
    environment: (container.environment ?? []).toReversed(),
    portMappings: (container.portMappings ?? []).map((mapping) => describedPort(mapping, networkMode)),
    ...(healthCheck && { healthCheck: { interval: 30, timeout: 5, retries: 3, ...healthCheck } }),
  }
}

function describedPort(mapping: PortMapping, networkMode: string | undefined): PortMapping {
  const same = networkMode === 'awsvpc' || networkMode === 'host'
  const hostPort = mapping.hostPort ?? (same ? mapping.containerPort : 0)
  return { protocol: 'tcp', ...mapping, ...(hostPort !== undefined && { hostPort }) }
}
