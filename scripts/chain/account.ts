/** The simulated account that the chain deploys to. */
import type { Scenario } from '../../simulator/scenario.ts'

/** The waves of waves.yml: each a cluster here, as this is one account and Region. */
export const waves = ['production-europe', 'production-america'] as const

const service = (name: string, cluster = 'production') => ({
  name,
  cluster,
  desiredCount: 1,
  deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } },
  taskDefinition: {
    family: name,
    cpu: '256',
    memory: '512',
    networkMode: 'awsvpc' as const,
    requiresCompatibilities: ['FARGATE' as const],
    executionRoleArn: 'arn:aws:iam::111122223333:role/execution',
    containerDefinitions: [
      {
        name,
        image: `111122223333.dkr.ecr.us-east-1.amazonaws.com/${name}:seed`,
        portMappings: [{ containerPort: 8080 }],
      },
    ],
  },
})

export const account: Scenario = {
  region: 'us-east-1',
  clusters: ['production', ...waves],
  services: [
    ...['web', 'api', 'worker'].map((name) => service(name)),
    ...waves.map((cluster) => service('web', cluster)),
  ],
  // `owner/web` stands for a package of GHCR: the simulator has images in its ECR only.
  repositories: ['web', 'api', 'worker', 'owner/web'].map((name) => ({
    name,
    images: [{ tag: 'seed' }],
    ...(name === 'web' && { replicas: [{ region: 'eu-west-1' }, { region: 'us-west-2', seconds: 120 }] }),
  })),
}
