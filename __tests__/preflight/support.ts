import type { Service } from '@aws-sdk/client-ecs'
import type { Facts, LookedUp } from '../../src/preflight/facts.ts'
import type { ContainerDefinition, TaskDefinition } from '../../src/task-definition/task-definition.ts'

/** A definition of which nothing is to be said. */
export function definition(
  container: Partial<ContainerDefinition> = {},
  rest: Partial<TaskDefinition> = {},
): TaskDefinition {
  return {
    family: 'web',
    cpu: '256',
    memory: '512',
    networkMode: 'awsvpc',
    requiresCompatibilities: ['FARGATE'],
    executionRoleArn: 'arn:aws:iam::111122223333:role/execution',
    containerDefinitions: [
      {
        name: 'web',
        image: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:v1',
        portMappings: [{ containerPort: 8080 }],
        logConfiguration: { logDriver: 'awslogs', options: { 'awslogs-group': '/ecs/web' } },
        ...container,
      },
    ],
    ...rest,
  }
}

/** A service of which nothing is to be said. */
export const service: Service = {
  serviceName: 'web',
  serviceArn: 'arn:aws:ecs:eu-west-1:111122223333:service/main/web',
  launchType: 'FARGATE',
  desiredCount: 2,
  runningCount: 2,
  loadBalancers: [{ containerName: 'web', containerPort: 8080 }],
  networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1', 'subnet-2'], securityGroups: ['sg-1'] } },
  deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
}

export function facts(more: Partial<Omit<Facts, 'lookedUp'>> & { readonly lookedUp?: LookedUp } = {}): Facts {
  return { service, definition: definition(), settings: {}, images: [], lookedUp: {}, ...more }
}

export const noPlace = () => ({})
