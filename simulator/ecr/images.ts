/** Images: read by manifest, listed, pushed. */
import type {
  BatchGetImageRequest,
  DescribeImagesRequest,
  GetDownloadUrlForLayerRequest,
  ImageIdentifier,
  PutImageRequest,
} from '@aws-sdk/client-ecr'
import { present, seconds } from '../ecs/operation.ts'
import type { Engine } from '../engine.ts'
import { ApiError, invalidParameter } from '../protocol/errors.ts'
import { pageOf } from '../protocol/pagination.ts'
import { putManifest } from '../world/images.ts'
import type { Repository, StoredImage, World } from '../world/world.ts'
import { existingImage, findImage, repositoryOf, tagsOf } from './repository.ts'
import { scanStatus, scanSummary } from './scans.ts'

interface Failure {
  readonly failureCode: string
  readonly failureReason: string
}

/** Something missing is an entry of the answer, not an error (API BatchGetImage). */
export function batchGetImage({ world }: Engine, input: BatchGetImageRequest): object {
  const repository = repositoryOf(world, input.repositoryName, input.registryId)
  const ids = input.imageIds ?? []
  if (ids.length === 0 || ids.length > 100)
    throw invalidParameter("Invalid parameter at 'imageIds' failed to satisfy constraint: 1 to 100 images")
  const looked = ids.map((imageId) => ({
    imageId,
    result: lookUp(world, repository, imageId, input.acceptedMediaTypes),
  }))
  return {
    images: looked.flatMap(({ imageId, result }) =>
      'digest' in result ? [imageShape(world, repository, result, imageId.imageTag)] : [],
    ),
    failures: looked.flatMap(({ imageId, result }) => ('digest' in result ? [] : [{ imageId, ...result }])),
  }
}

/** Codes: API ImageFailure. Reasons beside that of ImageNotFound are inferred. */
function lookUp(
  { options }: World,
  repository: Repository,
  { imageTag, imageDigest }: ImageIdentifier,
  accepted: readonly string[] | undefined,
): StoredImage | Failure {
  const failure = (failureCode: string, failureReason: string): Failure => ({ failureCode, failureReason })
  if (imageTag === undefined && imageDigest === undefined) {
    return failure('MissingDigestAndTag', 'Neither image digest nor image tag was specified')
  }
  if (imageDigest !== undefined && !/^sha256:[0-9a-f]{64}$/.test(imageDigest)) {
    return failure('InvalidImageDigest', 'Invalid image digest')
  }
  if (imageTag !== undefined && (imageTag.length === 0 || imageTag.length > 300)) {
    return failure('InvalidImageTag', 'Invalid image tag')
  }
  const image = findImage(repository, { imageTag, imageDigest })
  if (image === undefined) return failure('ImageNotFound', options.imageNotFoundReason)
  if (imageTag !== undefined && imageDigest !== undefined && repository.tags.get(imageTag) !== imageDigest) {
    return failure('ImageTagDoesNotMatchDigest', 'The image tag does not refer to the image with the specified digest')
  }
  if (image.archived === true) return failure('ImageInaccessible', 'The image is archived')
  const isAccepted = options.acceptedMediaTypes === 'ignored' || (accepted?.includes(image.mediaType) ?? true)
  return isAccepted ? image : failure('ImageNotFound', options.imageNotFoundReason)
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

export function describeImages({ world }: Engine, input: DescribeImagesRequest): object {
  const repository = repositoryOf(world, input.repositoryName, input.registryId)
  const wanted =
    input.imageIds === undefined
      ? [...repository.images.values()]
      : input.imageIds.map((id) => existingImage(world, repository, id))
  // Without a filter a listing shows what is not archived; asked by id, an image is shown in any state (inferred).
  const { tagStatus = 'ANY', imageStatus = input.imageIds === undefined ? 'ACTIVE' : 'ANY' } = input.filter ?? {}
  const matching = wanted
    .filter(({ digest }) => {
      const isTagged = tagsOf(repository, digest).length > 0
      return tagStatus === 'ANY' || isTagged === (tagStatus === 'TAGGED')
    })
    .filter((image) => imageStatus === 'ANY' || statusOf(image) === imageStatus)
  const page = pageOf(matching, input.nextToken, input.maxResults ?? 100)
  return {
    imageDetails: page.items.map((image) => imageDetail(world, repository, image)),
    ...(page.nextToken !== undefined && { nextToken: page.nextToken }),
  }
}

const statusOf = ({ archived }: StoredImage): 'ACTIVE' | 'ARCHIVED' => (archived === true ? 'ARCHIVED' : 'ACTIVE')

function imageDetail(world: World, repository: Repository, image: StoredImage): object {
  const tags = tagsOf(repository, image.digest)
  return present({
    registryId: world.account,
    repositoryName: repository.name,
    imageDigest: image.digest,
    imageTags: tags.length > 0 ? tags : undefined,
    imageSizeInBytes: image.size,
    imagePushedAt: seconds(image.pushedAt),
    imageScanStatus: scanStatus(image, world.now),
    imageScanFindingsSummary: scanSummary(image, world.now),
    imageManifestMediaType: image.mediaType,
    imageStatus: statusOf(image),
    lastArchivedAt: image.archived === true ? seconds(image.pushedAt) : undefined,
  })
}

export function putImage({ world }: Engine, input: PutImageRequest): object {
  const repository = repositoryOf(world, input.repositoryName, input.registryId)
  const { imageTag } = input
  const tagged = repository.tags.get(imageTag ?? '')
  const image = put(repository, input, world.now)
  if (input.imageDigest !== undefined && input.imageDigest !== image.digest) {
    throw new ApiError(
      'ImageDigestDoesNotMatchException',
      'The provided image digest does not match the computed digest.',
    )
  }
  if (tagged === image.digest) {
    throw new ApiError(
      'ImageAlreadyExistsException',
      `Image with digest '${image.digest}' and tag '${imageTag}' already exists in the repository with name '${repository.name}'`,
    )
  }
  if (tagged !== undefined && repository.immutableTags) {
    throw new ApiError(
      'ImageTagAlreadyExistsException',
      `The image tag '${imageTag}' already exists in the '${repository.name}' repository and cannot be overwritten because the repository is immutable.`,
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
export function getDownloadUrlForLayer(
  { world }: Engine,
  input: GetDownloadUrlForLayerRequest,
  baseUrl: string,
): object {
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
