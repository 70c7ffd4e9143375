/** The copies of an image in other Regions and accounts: how far they are. The copies themselves are not modelled. */
import type { DescribeImageReplicationStatusRequest } from '@aws-sdk/client-ecr'
import { present } from '../ecs/operation.ts'
import type { Engine } from '../engine.ts'
import { existingImage, repositoryOf } from './repository.ts'

export function describeImageReplicationStatus(
  { world }: Engine,
  input: DescribeImageReplicationStatusRequest,
): object {
  const repository = repositoryOf(world, input.repositoryName, input.registryId)
  const image = existingImage(world, repository, input.imageId ?? {})
  return {
    repositoryName: repository.name,
    imageId: { ...input.imageId, imageDigest: image.digest },
    replicationStatuses: repository.replicas.map(
      ({ region, registryId = world.account, seconds = 60, failureCode }) => {
        const goesOn = world.now < image.pushedAt + seconds * 1000
        return present({
          region,
          registryId,
          status: goesOn ? 'IN_PROGRESS' : failureCode === undefined ? 'COMPLETE' : 'FAILED',
          failureCode: goesOn ? undefined : failureCode,
        })
      },
    ),
  }
}
