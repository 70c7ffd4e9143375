/** One small service, `web`, in many states: the scenarios start from it. */
import type { ImageScenario, Scenario, ServiceScenario, TaskDefinitionScenario } from '../../simulator/scenario.ts'

export const registry = '111122223333.dkr.ecr.us-east-1.amazonaws.com'

/** The breaker as a service may have it. */
export const breaker = {
  rollback: { deploymentCircuitBreaker: { enable: true, rollback: true } },
  stop: { deploymentCircuitBreaker: { enable: true, rollback: false } },
  none: {},
} as const

/** @param image a tag of the repository `web`, or a whole reference */
export function definition(image: string, container: object = {}, rest: object = {}): TaskDefinitionScenario {
  return {
    family: 'web',
    cpu: '256',
    memory: '512',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    executionRoleArn: 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
    containerDefinitions: [
      {
        name: 'web',
        image: image.includes('/') ? image : ecrImage(image),
        portMappings: [{ containerPort: 8080 }],
        ...container,
      },
    ],
    ...rest,
  }
}

export function ecrImage(tag: string): string {
  return `${registry}/web:${tag}`
}

/** Images of every kind: `v1` runs, `v2` is good, `crash` ends by itself, `sick` never becomes healthy, `arm` is for ARM only. */
export const images: readonly ImageScenario[] = [
  { tag: 'v1' },
  { tag: 'v2' },
  {
    tag: 'crash',
    behaviour: { kind: 'crashes', exitCode: 1, afterSeconds: 2, logLines: ['Error: DATABASE_URL is not set'] },
  },
  { tag: 'sick', behaviour: { kind: 'never-healthy' } },
  { tag: 'arm', platforms: ['linux/arm64'], manifest: 'index' },
]

const loadBalancer = { targetHealthSeconds: 5, targetUnhealthySeconds: 10, deregistrationDelaySeconds: 5 }

/** The service behind a quick load balancer, running `v1`. */
export function webScenario(service: Partial<ServiceScenario> = {}, rest: Partial<Scenario> = {}): Scenario {
  return {
    services: [
      {
        name: 'web',
        taskDefinition: definition('v1'),
        deploymentConfiguration: breaker.rollback,
        loadBalancer,
        ...service,
      },
    ],
    repositories: [{ name: 'web', images }],
    ...rest,
  }
}

/** ECS gives a pull up sooner than it really does. */
export const quickPull = { options: { pullRetrySeconds: 10 } } as const
