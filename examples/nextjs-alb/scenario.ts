import type { Scenario } from '../../simulator/scenario.ts'
import { readDefinition } from '../definition-file.ts'

/** Behind a load balancer; the circuit breaker stops but does not go back. `latest` still names what runs. */
export const scenario: Scenario = {
  description: 'A Next.js application: load balancer, 31 parameters, circuit breaker without rollback',
  region: 'us-east-1',
  clusters: ['spotter-cluster'],
  services: [
    {
      name: 'spotter-web-service',
      cluster: 'spotter-cluster',
      taskDefinition: readDefinition('nextjs-alb', 'task-definition.json'),
      desiredCount: 1,
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: false } },
      loadBalancer: { containerName: 'spotter-web', containerPort: 3000, deregistrationDelaySeconds: 60 },
      healthCheckGracePeriodSeconds: 60,
      networkConfiguration: {
        awsvpcConfiguration: {
          subnets: ['subnet-0bb11cc22dd33ee01', 'subnet-0bb11cc22dd33ee02'],
          securityGroups: ['sg-0bb11cc22dd33ee44'],
          assignPublicIp: 'ENABLED',
        },
      },
    },
  ],
  repositories: [
    {
      name: 'spotter-app',
      images: [
        { tags: ['latest', 'v1'] },
        { tag: 'v2', behaviour: { kind: 'healthy', healthyAfterSeconds: 20 } },
        {
          tag: 'unhealthy',
          behaviour: {
            kind: 'never-healthy',
            code: 500,
            logLines: ['⨯ Error [PrismaClientInitializationError]: Unable to open the database file'],
          },
        },
        {
          tag: 'crash',
          behaviour: {
            kind: 'crashes',
            exitCode: 1,
            afterSeconds: 4,
            logLines: ["Error: Cannot find module './server.js'", '  code: MODULE_NOT_FOUND'],
          },
        },
      ],
    },
  ],
}
