import type { RepositoryScenario, Scenario, ServiceScenario } from '../../simulator/scenario.ts'
import { readDefinition } from '../definition-file.ts'

/** In the order in which they are deployed: what others call first. */
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

function repository({ name }: MicroService): RepositoryScenario {
  return {
    name: `aiponge-${name}`,
    images: [
      { tag: 'v1' },
      { tag: 'v2' },
      {
        tag: 'unhealthy',
        behaviour: { kind: 'never-healthy', code: 503, logLines: ['{"level":"warn","msg":"Redis unavailable"}'] },
      },
      {
        tag: 'crash',
        behaviour: {
          kind: 'crashes',
          exitCode: 137,
          afterSeconds: 8,
          reason: 'OutOfMemoryError: Container killed due to memory usage',
          logLines: ['FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory'],
        },
      },
    ],
  }
}

/** The gateway's circuit breaker goes back by itself, those of the other seven only stop. */
export const scenario: Scenario = {
  description: 'Eight Node services on Fargate and Fargate Spot, deployed one after the other',
  region: 'us-east-1',
  clusters: ['aiponge-cluster'],
  services: services.map(serviceScenario),
  repositories: services.map(repository),
}
