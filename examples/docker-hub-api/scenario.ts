import type { Scenario } from '../../simulator/scenario.ts'
import { readDefinition } from '../definition-file.ts'

/** Three tasks, as the autoscaling has left it; both a load balancer and a container health check. */
export const scenario: Scenario = {
  description: 'An API from Docker Hub: load balancer, container health check, autoscaled to three tasks',
  region: 'us-east-1',
  clusters: ['activelog-cluster'],
  services: [
    {
      name: 'activelog-service',
      cluster: 'activelog-cluster',
      taskDefinition: readDefinition('docker-hub-api', 'task-definition.json'),
      desiredCount: 3,
      deploymentConfiguration: {
        deploymentCircuitBreaker: { enable: true, rollback: true },
        minimumHealthyPercent: 100,
        maximumPercent: 200,
      },
      loadBalancer: { containerName: 'activelog-api', containerPort: 8080, targetUnhealthySeconds: 90 },
      healthCheckGracePeriodSeconds: 180,
    },
  ],
  otherImages: [
    { reference: 'activelog/activelog:latest' },
    { reference: 'activelog/activelog:v2', platforms: ['linux/amd64', 'linux/arm64'] },
    {
      reference: 'activelog/activelog:unhealthy',
      behaviour: {
        kind: 'never-healthy',
        code: 503,
        logLines: ['{"level":"error","msg":"redis: connection pool: failed to dial: i/o timeout"}'],
      },
    },
    {
      reference: 'activelog/activelog:crash',
      behaviour: {
        kind: 'crashes',
        exitCode: 2,
        afterSeconds: 3,
        logLines: [
          'panic: runtime error: invalid memory address or nil pointer dereference',
          'goroutine 1 [running]:',
          'main.main()',
          '\t/src/cmd/api/main.go:48 +0x1d4',
        ],
      },
    },
  ],
}
