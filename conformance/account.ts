/** The account that the checks start from: one service `web`, and images that behave well and badly. */
import type { Scenario, ServiceScenario, TaskDefinitionScenario } from '../simulator/scenario.ts'

export const registry = '111122223333.dkr.ecr.us-east-1.amazonaws.com'
export const breaker = { deploymentCircuitBreaker: { enable: true, rollback: true } }
/** As the AWS CLI takes it. */
export const network = 'awsvpcConfiguration={subnets=[subnet-0a1b2c3d4e5f60001],securityGroups=[sg-0a1b2c3d4e5f60001]}'

/** @param tag of the image in the repository `web`; `missing` is not there */
export function definition(tag: string): TaskDefinitionScenario {
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
        image: `${registry}/web:${tag}`,
        portMappings: [{ containerPort: 8080 }],
        environment: [{ name: 'STAGE', value: 'test' }],
      },
    ],
    tags: [{ key: 'team', value: 'web' }],
  }
}

/** `web` runs web:1; web:2 … web:6 are good, slow, crashing, sick and missing. */
export function account(service: Partial<ServiceScenario> = {}, rest: Scenario = {}): Scenario {
  return {
    taskDefinitions: ['v1', 'v2', 'slow', 'crashing', 'sick', 'missing'].map(definition),
    services: [{ name: 'web', taskDefinition: 'web:1', deploymentConfiguration: breaker, ...service }],
    repositories: [
      {
        name: 'web',
        images: [
          { tag: 'v1' },
          { tag: 'v2', platforms: ['linux/amd64', 'linux/arm64'] },
          // Its tasks do not run before the check has ended, whatever the speed is.
          { tag: 'slow', behaviour: { kind: 'healthy', extraStartSeconds: 100_000 } },
          {
            tag: 'crashing',
            behaviour: { kind: 'crashes', exitCode: 1, afterSeconds: 3, logLines: ['Error: no DATABASE_URL'] },
          },
          { tag: 'sick', behaviour: { kind: 'never-healthy', code: 503 } },
        ],
      },
    ],
    ...rest,
  }
}

/** Revisions of `account`, by the tag of their image. */
export const revision = { v1: 'web:1', v2: 'web:2', slow: 'web:3', crashing: 'web:4', sick: 'web:5', missing: 'web:6' }
