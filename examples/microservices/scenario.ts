import type {
  CommandBehaviour,
  ImageBehaviour,
  RepositoryScenario,
  Scenario,
  ServiceScenario,
} from '../../simulator/scenario.ts'
import { readDefinition } from '../definition-file.ts'

/** In the order of services.yml: what others call first. */
export const services = [
  { name: 'system-service', port: 3001 },
  { name: 'storage-service', port: 3002 },
  { name: 'user-service', port: 3003 },
  { name: 'ai-config-service', port: 3004 },
  { name: 'ai-content-service', port: 3005 },
  { name: 'ai-analytics-service', port: 3006 },
  { name: 'music-service', port: 3007 },
  { name: 'api-gateway', port: 8080 },
] as const

type MicroService = (typeof services)[number]

function serviceScenario({ name, port }: MicroService): ServiceScenario {
  const isGateway = name === 'api-gateway'
  return {
    name,
    cluster: 'aiponge-cluster',
    taskDefinition: readDefinition('microservices', 'service.jsonc', { SERVICE: name, PORT: String(port) }),
    desiredCount: isGateway ? 2 : 1,
    capacityProviderStrategy: [
      { capacityProvider: 'FARGATE', weight: 1, base: 1 },
      { capacityProvider: 'FARGATE_SPOT', weight: 4 },
    ],
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: isGateway } },
    ...(isGateway && {
      loadBalancer: { containerName: name, containerPort: port, deregistrationDelaySeconds: 30 },
      healthCheckGracePeriodSeconds: 60,
    }),
  }
}

const unhealthy: ImageBehaviour = {
  kind: 'never-healthy',
  code: 503,
  logLines: ['{"level":"warn","msg":"Redis unavailable"}'],
}
const crash: ImageBehaviour = {
  kind: 'crashes',
  exitCode: 137,
  afterSeconds: 8,
  reason: 'OutOfMemoryError: Container killed due to memory usage',
  logLines: ['FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory'],
}

/** It serves, unless it is told to migrate. */
function migrating(exitCode: number, ...logLines: readonly string[]): CommandBehaviour {
  return {
    kind: 'by-command',
    contains: 'db:push',
    matching: { kind: 'crashes', exitCode, afterSeconds: 20, logLines },
  }
}

/** A version is bad in one of the services, as in real life, and good in the others. */
function repository({ name }: MicroService): RepositoryScenario {
  const good = name === 'system-service' ? { behaviour: migrating(0, 'Changes applied') } : {}
  const goodBut = (bad: string, behaviour: ImageBehaviour) => (name === bad ? { behaviour } : good)
  return {
    name: `aiponge-${name}`,
    images: [
      { tag: 'v1' },
      { tag: 'v2', ...good },
      // Bad in all eight: also then the migration is a matter of the database.
      { tag: 'unhealthy', behaviour: { ...migrating(0, 'Changes applied'), otherwise: unhealthy } },
      { tag: 'crash', behaviour: { ...migrating(0, 'Changes applied'), otherwise: crash } },
      { tag: 'music-crashes', ...goodBut('music-service', crash) },
      { tag: 'gateway-unhealthy', ...goodBut('api-gateway', unhealthy) },
      {
        tag: 'migration-fails',
        ...goodBut('system-service', migrating(1, 'error: column "plan" of relation "users" contains null values')),
      },
      // ECS finds nothing wrong with it; its addresses answer 503.
      { tag: 'not-ready', ...good },
    ],
  }
}

/** The gateway's circuit breaker goes back by itself, those of the other seven only stop. */
export const scenario: Scenario = {
  description: 'Eight Node services on Fargate and Fargate Spot, deployed as one',
  region: 'us-east-1',
  clusters: ['aiponge-cluster'],
  services: services.map(serviceScenario),
  repositories: services.map(repository),
}
