import type { ContainerImage, Task, TaskDefinition } from '@aws-sdk/client-ecs'
import type { Version, VersionImage } from '../report.ts'

/** The name at the end of an ARN (`web:7` of a task definition's); anything else is returned as it is. */
export function resourceName(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1)
}

/** A described task definition as a version; digests that its images name are known. */
export function versionOf(definition: TaskDefinition): Version {
  return {
    taskDefinition: resourceName(definition.taskDefinitionArn ?? definition.family ?? ''),
    taskDefinitionArn: definition.taskDefinitionArn ?? '',
    images: imagesOf(definition.containerDefinitions ?? []),
  }
}

/** Container and image of each container; the digest where the image names it. */
export function imagesOf(
  containers: readonly { readonly name?: string | undefined; readonly image?: string | undefined }[],
): readonly VersionImage[] {
  return containers.map(({ name, image }) => {
    const digest = digestIn(image ?? '')
    return { container: name ?? '', image: image ?? '', ...(digest === undefined ? {} : { digest }) }
  })
}

/** `…@sha256:…` → the digest. */
export function digestIn(image: string): string | undefined {
  return /@(sha256:[0-9a-f]{64})$/.exec(image)?.[1]
}

/** True where every image names its digest: ECS has nothing to resolve (DG deployment-type-ecs, "version consistency"). */
export function isPinned(version: Version): boolean {
  return version.images.every(({ image }) => digestIn(image) !== undefined)
}

/** Adds digests that ECS resolved (DescribeServiceRevisions `containerImages`). */
export function withRevisionDigests(version: Version, images: readonly ContainerImage[]): Version {
  const resolved = new Map(images.map(({ containerName, imageDigest }) => [containerName, imageDigest]))
  return withDigests(version, resolved)
}

/** Adds digests that running tasks show (DescribeTasks `containers[].imageDigest`). */
export function withTaskDigests(version: Version, tasks: readonly Task[]): Version {
  const resolved = new Map<string | undefined, string | undefined>()
  for (const { name, imageDigest } of tasks.flatMap(({ containers }) => containers ?? [])) {
    if (imageDigest !== undefined) resolved.set(name, imageDigest)
  }
  return withDigests(version, resolved)
}

function withDigests(version: Version, resolved: ReadonlyMap<string | undefined, string | undefined>): Version {
  return {
    ...version,
    images: version.images.map((image) => {
      const digest = image.digest ?? resolved.get(image.container)
      return digest === undefined ? image : { ...image, digest }
    }),
  }
}
