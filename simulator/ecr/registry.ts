/** The registry as a whole: its repositories, pull-through rules, and the password for `docker login`. */
import type {
  CreateRepositoryRequest,
  DescribePullThroughCacheRulesRequest,
  DescribeRepositoriesRequest,
} from '@aws-sdk/client-ecr'
import { seconds } from '../ecs/operation.ts'
import type { Engine } from '../engine.ts'
import { ApiError, invalidParameter } from '../protocol/errors.ts'
import { pageOf } from '../protocol/pagination.ts'
import { createRepository as newRepository, registryHost } from '../world/images.ts'
import type { Repository, World } from '../world/world.ts'
import { repositoryOf } from './repository.ts'

const tokenHours = 12
const createdBefore = 30 * 24 * 3_600_000

function repositoryShape(world: World, repository: Repository): object {
  return {
    repositoryArn: `arn:aws:ecr:${world.region}:${world.account}:repository/${repository.name}`,
    registryId: world.account,
    repositoryName: repository.name,
    repositoryUri: repository.uri,
    createdAt: seconds(repository.createdAt),
    imageTagMutability: repository.immutableTags ? 'IMMUTABLE' : 'MUTABLE',
    imageScanningConfiguration: { scanOnPush: repository.scanOnPush },
    encryptionConfiguration: { encryptionType: 'AES256' },
  }
}

export function describeRepositories({ world }: Engine, input: DescribeRepositoriesRequest): object {
  const wanted = input.repositoryNames?.map((name) => repositoryOf(world, name, input.registryId)) ?? [
    ...world.repositories.values(),
  ]
  const page = pageOf(wanted, input.nextToken, input.maxResults ?? 100)
  return {
    repositories: page.items.map((repository) => repositoryShape(world, repository)),
    ...(page.nextToken !== undefined && { nextToken: page.nextToken }),
  }
}

export function createRepository({ world }: Engine, input: CreateRepositoryRequest): object {
  const name = input.repositoryName ?? ''
  if (!/^[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(\/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*$/.test(name) || name.length < 2) {
    throw invalidParameter(`Invalid parameter at 'repositoryName' failed to satisfy constraint: '${name}'`)
  }
  if (world.repositories.has(name)) {
    throw new ApiError(
      'RepositoryAlreadyExistsException',
      `The repository with name '${name}' already exists in the registry with id '${world.account}'`,
    )
  }
  const repository = newRepository(name, registryHost(world), world.now, {
    immutableTags: input.imageTagMutability === 'IMMUTABLE',
    scanOnPush: input.imageScanningConfiguration?.scanOnPush === true,
  })
  world.repositories.set(name, repository)
  return { repository: repositoryShape(world, repository) }
}

export function describePullThroughCacheRules({ world }: Engine, input: DescribePullThroughCacheRulesRequest): object {
  const rules = world.neighbours.pullThroughCacheRules
  for (const wanted of input.ecrRepositoryPrefixes ?? []) {
    if (!rules.some(({ prefix }) => prefix === wanted)) {
      throw new ApiError(
        'PullThroughCacheRuleNotFoundException',
        `Pull through cache rule not found for '${wanted}' in registry with id '${world.account}'`,
      )
    }
  }
  const chosen = rules.filter(({ prefix }) => input.ecrRepositoryPrefixes?.includes(prefix) ?? true)
  const page = pageOf(chosen, input.nextToken, input.maxResults ?? 100)
  const at = seconds(world.now - createdBefore)
  return {
    pullThroughCacheRules: page.items.map(({ prefix, upstream }) => ({
      ecrRepositoryPrefix: prefix,
      upstreamRegistryUrl: upstream,
      createdAt: at,
      updatedAt: at,
      registryId: world.account,
    })),
    ...(page.nextToken !== undefined && { nextToken: page.nextToken }),
  }
}

/** The token is no secret: nothing here takes it. */
export function getAuthorizationToken({ world }: Engine): object {
  return {
    authorizationData: [
      {
        authorizationToken: Buffer.from('AWS:simulated').toString('base64'),
        expiresAt: seconds(world.now) + tokenHours * 3600,
        proxyEndpoint: `https://${registryHost(world)}`,
      },
    ],
  }
}
