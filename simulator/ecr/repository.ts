/** Finding a repository and an image in it. */
import type { ImageIdentifier } from '@aws-sdk/client-ecr'
import { ApiError } from '../protocol/errors.ts'
import type { Repository, StoredImage, World } from '../world/world.ts'

/** @throws ApiError RepositoryNotFoundException */
export function repositoryOf(world: World, name = '', registryId = world.account): Repository {
  const repository = world.repositories.get(name)
  if (repository !== undefined && registryId === world.account) return repository
  throw new ApiError(
    'RepositoryNotFoundException',
    `The repository with name '${name}' does not exist in the registry with id '${registryId}'`,
  )
}

export function findImage(repository: Repository, { imageTag, imageDigest }: ImageIdentifier): StoredImage | undefined {
  const digest = imageDigest ?? repository.tags.get(imageTag ?? '')
  return digest === undefined ? undefined : repository.images.get(digest)
}

/** @throws ApiError ImageNotFoundException */
export function existingImage(world: World, repository: Repository, id: ImageIdentifier): StoredImage {
  const image = findImage(repository, id)
  if (image !== undefined) return image
  const name = `imageDigest:'${id.imageDigest ?? 'null'}', imageTag:'${id.imageTag ?? 'null'}'`
  throw new ApiError(
    'ImageNotFoundException',
    `The image with imageId {${name}} does not exist within the repository with name '${repository.name}' in the registry with id '${world.account}'`,
  )
}

export const tagsOf = (repository: Repository, digest: string): string[] =>
  [...repository.tags].filter(([, named]) => named === digest).map(([tag]) => tag)
