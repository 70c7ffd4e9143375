import type { Scenario } from '../../simulator/scenario.ts'
import { readDefinition } from '../definition-file.ts'

/** No circuit breaker at all: ECS tries a bad version for ever. */
export const scenario: Scenario = {
  description: 'A FastAPI backend: public IP address, no load balancer, no circuit breaker',
  region: 'us-west-1',
  clusters: ['zapier-triggers-cluster'],
  services: [
    {
      name: 'zapier-triggers-service',
      cluster: 'zapier-triggers-cluster',
      taskDefinition: readDefinition('fastapi', 'task-definition.yaml'),
      desiredCount: 1,
      networkConfiguration: {
        awsvpcConfiguration: {
          subnets: ['subnet-0cc11dd22ee33ff01', 'subnet-0cc11dd22ee33ff02'],
          securityGroups: ['sg-0cc11dd22ee33ff44'],
          assignPublicIp: 'ENABLED',
        },
      },
    },
  ],
  repositories: [
    {
      name: 'zapier-triggers-backend',
      images: [
        { tag: 'v1' },
        { tag: 'v2' },
        {
          tag: 'unhealthy',
          behaviour: { kind: 'never-healthy', logLines: ['INFO:     Waiting for application startup.'] },
        },
        {
          tag: 'crash',
          behaviour: {
            kind: 'crashes',
            exitCode: 3,
            afterSeconds: 5,
            logLines: [
              'sqlalchemy.exc.OperationalError: (psycopg2.OperationalError) FATAL:  database "zapier_triggers" does not exist',
              'ERROR:    Application startup failed. Exiting.',
            ],
          },
        },
        { tag: 'arm64', platforms: ['linux/arm64'] },
      ],
    },
  ],
  // What this project saw when its first image came from an ARM laptop.
  options: { singleManifestMismatch: 'exec-format-error' },
}
