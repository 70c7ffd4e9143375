/** The ECR operations that the simulator knows, with the SDK's schema of each. */

import type {
  BatchGetImageRequest,
  CreateRepositoryRequest,
  DescribeImagesRequest,
  DescribeRepositoriesRequest,
  GetDownloadUrlForLayerRequest,
  ImageIdentifier,
  PutImageRequest,
} from '@aws-sdk/client-ecr'
import * as sdk from '@aws-sdk/client-ecr'
import { seconds } from '../ecs/operation.ts'
import type { KnownOperation } from '../ecs/operations.ts'
import type { Engine } from '../engine.ts'
import { ApiError, invalidParameter } from '../protocol/errors.ts'
import { pageOf } from '../protocol/pagination.ts'
import { createRepository as newRepository, putManifest, registryHost } from '../world/images.ts'
import type { Repository, StoredImage, World } from '../world/world.ts'

export const ecrTargetPrefix = 'AmazonEC2ContainerRegistry_V20150921.'

const repositoryMissing = (world: World, name: string): ApiError =>
  new ApiError(
    'RepositoryNotFoundException',
    `The repository with name '${name}' does not exist in the registry with id '${world.account}'`,
  )

function repositoryOf(world: World, name: string | undefined, registryId: string | undefined): Repository {
  const repository = world.repositories.get(name ?? '')
  if (repository === undefined || (registryId !== undefined && registryId !== world.account))
    throw repositoryMissing(world, name ?? '')
  return repository
}

function findImage(repository: Repository, { imageTag, imageDigest }: ImageIdentifier): StoredImage | undefined {
  const digest = imageDigest ?? repository.tags.get(imageTag ?? '')
  return digest === undefined ? undefined : repository.images.get(digest)
}

const tagsOf = (repository: Repository, digest: string): string[] =>
  [...repository.tags].filter(([, named]) => named === digest).map(([tag]) => tag)

function batchGetImage({ world }: Engine, input: BatchGetImageRequest): object {
  const repository = repositoryOf(world, input.repositoryName, input.registryId)
  const ids = input.imageIds ?? []
  if (ids.length === 0 || ids.length > 100)
    throw invalidParameter("Invalid parameter at 'imageIds' failed to satisfy constraint: 1 to 100 images")
  const found = ids.map((id) => findImage(repository, id))
  return {
    images: found.flatMap((image, index) =>
      image === undefined ? [] : [imageShape(world, repository, image, ids[index]?.imageTag)],
    ),
    failures: ids.flatMap((imageId, index) =>
      found[index] === undefined
        ? [{ imageId, failureCode: 'ImageNotFound', failureReason: 'Requested image not found' }]
        : [],
    ),
  }
}

function imageShape(world: World, repository: Repository, image: StoredImage, tag: string | undefined): object {
  return {
    registryId: world.account,
    repositoryName: repository.name,
    imageId: { imageDigest: image.digest, ...(tag !== undefined && { imageTag: tag }) },
    imageManifest: image.manifest,
    imageManifestMediaType: image.mediaType,
  }
}

function describeImages({ world }: Engine, input: DescribeImagesRequest): object {
  const repository = repositoryOf(world, input.repositoryName, input.registryId)
  const wanted =
    input.imageIds === undefined
      ? [...repository.images.values()]
      : input.imageIds.map((id) => existingImage(world, repository, id))
  const tagStatus = input.filter?.tagStatus ?? 'ANY'
  const matching = wanted.filter(({ digest }) => {
    const isTagged = tagsOf(repository, digest).length > 0
    return tagStatus === 'ANY' || isTagged === (tagStatus === 'TAGGED')
  })
  const page = pageOf(matching, input.nextToken, input.maxResults ?? 100)
  return {
    imageDetails: page.items.map((image) => imageDetail(world, repository, image)),
    ...(page.nextToken !== undefined && { nextToken: page.nextToken }),
  }
}

function existingImage(world: World, repository: Repository, id: ImageIdentifier): StoredImage {
  const image = findImage(repository, id)
  if (image !== undefined) return image
  const name = `imageDigest:'${id.imageDigest ?? 'null'}', imageTag:'${id.imageTag ?? 'null'}'`
  throw new ApiError(
    'ImageNotFoundException',
    `The image with imageId {${name}} does not exist within the repository with name '${repository.name}' in the registry with id '${world.account}'`,
  )
}

function imageDetail(world: World, repository: Repository, image: StoredImage): object {
  const tags = tagsOf(repository, image.digest)
  return {
    registryId: world.account,
    repositoryName: repository.name,
    imageDigest: image.digest,
    ...(tags.length > 0 && { imageTags: tags }),
    imageSizeInBytes: image.size,
    imagePushedAt: seconds(image.pushedAt),
    imageManifestMediaType: image.mediaType,
    imageStatus: 'ACTIVE',
  }
}

function repositoryShape(world: World, repository: Repository): object {
  return {
    repositoryArn: `arn:aws:ecr:${world.region}:${world.account}:repository/${repository.name}`,
    registryId: world.account,
    repositoryName: repository.name,
    repositoryUri: repository.uri,
    createdAt: seconds(repository.createdAt),
    imageTagMutability: 'MUTABLE',
    imageScanningConfiguration: { scanOnPush: false },
    encryptionConfiguration: { encryptionType: 'AES256' },
  }
}

function describeRepositories({ world }: Engine, input: DescribeRepositoriesRequest): object {
  const wanted = input.repositoryNames?.map((name) => repositoryOf(world, name, input.registryId)) ?? [
    ...world.repositories.values(),
  ]
  const page = pageOf(wanted, input.nextToken, input.maxResults ?? 100)
  return {
    repositories: page.items.map((repository) => repositoryShape(world, repository)),
    ...(page.nextToken !== undefined && { nextToken: page.nextToken }),
  }
}

function createRepository({ world }: Engine, input: CreateRepositoryRequest): object {
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
  const repository = newRepository(name, registryHost(world), world.now)
  world.repositories.set(name, repository)
  return { repository: repositoryShape(world, repository) }
}

function putImage({ world }: Engine, input: PutImageRequest): object {
  const repository = repositoryOf(world, input.repositoryName, input.registryId)
  const image = put(repository, input, world.now)
  if (input.imageDigest !== undefined && input.imageDigest !== image.digest) {
    throw new ApiError(
      'ImageDigestDoesNotMatchException',
      'The provided image digest does not match the computed digest.',
    )
  }
  const { imageTag } = input
  if (imageTag !== undefined && repository.tags.get(imageTag) === image.digest) {
    throw new ApiError(
      'ImageAlreadyExistsException',
      `Image with digest '${image.digest}' and tag '${imageTag}' already exists in the repository with name '${repository.name}'`,
    )
  }
  if (imageTag !== undefined) repository.tags.set(imageTag, image.digest)
  return { image: imageShape(world, repository, image, imageTag) }
}

function put(repository: Repository, input: PutImageRequest, now: number): StoredImage {
  try {
    return putManifest(repository, input.imageManifest ?? '', input.imageManifestMediaType, now)
  } catch (error) {
    if (error instanceof SyntaxError)
      throw invalidParameter("Invalid parameter at 'ImageManifest' failed to satisfy constraint: 'Invalid JSON syntax'")
    throw error
  }
}

/** @param baseUrl of this server, which serves config blobs itself */
function getDownloadUrlForLayer({ world }: Engine, input: GetDownloadUrlForLayerRequest, baseUrl: string): object {
  const repository = repositoryOf(world, input.repositoryName, input.registryId)
  const digest = input.layerDigest ?? ''
  if (!repository.blobs.has(digest)) {
    throw new ApiError(
      'LayersNotFoundException',
      `The layer with digest '${digest}' does not exist in the repository with name '${repository.name}'`,
    )
  }
  return { downloadUrl: `${baseUrl}/_simulator/blobs/${repository.name}/${digest}`, layerDigest: digest }
}

/** @param baseUrl asked for late: the port is known once the server listens */
export function ecrOperations(baseUrl: () => string): Readonly<Record<string, KnownOperation>> {
  const known = <I>(
    schema: readonly unknown[],
    run: (engine: Engine, input: I) => object,
    mutating = false,
  ): KnownOperation => ({
    schema,
    mutating,
    run: (engine, input) => run(engine, input as I),
  })
  return {
    BatchGetImage: known(sdk.BatchGetImage$, batchGetImage),
    CreateRepository: known(sdk.CreateRepository$, createRepository, true),
    DescribeImages: known(sdk.DescribeImages$, describeImages),
    DescribeRepositories: known(sdk.DescribeRepositories$, describeRepositories),
    GetDownloadUrlForLayer: known(sdk.GetDownloadUrlForLayer$, (engine, input: GetDownloadUrlForLayerRequest) =>
      getDownloadUrlForLayer(engine, input, baseUrl()),
    ),
    PutImage: known(sdk.PutImage$, putImage, true),
  }
}
