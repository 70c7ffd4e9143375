import type { Scenario } from '../../simulator/scenario.ts'
import { readDefinition } from '../definition-file.ts'

/** One task with a public IP address; the circuit breaker goes back by itself. */
export const scenario: Scenario = {
  description: 'A Go API: one Fargate task, no load balancer, circuit breaker with rollback',
  region: 'us-east-2',
  clusters: ['spotify-cluster'],
  services: [
    {
      name: 'spotify-track-db',
      cluster: 'spotify-cluster',
      taskDefinition: readDefinition('go-api', 'task-definition.jsonc'),
      desiredCount: 1,
      deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
      networkConfiguration: {
        awsvpcConfiguration: {
          subnets: ['subnet-0aa11bb22cc33dd01', 'subnet-0aa11bb22cc33dd02', 'subnet-0aa11bb22cc33dd03'],
          securityGroups: ['sg-0aa11bb22cc33dd44'],
          assignPublicIp: 'ENABLED',
        },
      },
    },
  ],
  repositories: [
    {
      name: 'spotify-track-db',
      images: [
        { tag: 'v1' },
        { tag: 'v2' },
        { tag: 'unhealthy', behaviour: { kind: 'never-healthy', logLines: ['listening on :8080'] } },
        {
          tag: 'crash',
          behaviour: {
            kind: 'crashes',
            exitCode: 1,
            afterSeconds: 2,
            logLines: [
              '2026/11/21 07:00:02 failed to connect to `user=neondb_owner database=tracks`: hostname resolving error: lookup db.example.com: no such host',
            ],
          },
        },
        { tag: 'arm64', platforms: ['linux/arm64'] },
      ],
    },
  ],
}
