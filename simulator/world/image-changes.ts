/** What somebody does to a registry while services run: pushes, moves a tag, deletes. */
import type { ImageScenario } from '../scenario.ts'
import { findRepository, parseReference, pushImage } from './images.ts'
import type { Repository, StoredImage, World } from './world.ts'

interface NamedImage {
  readonly repository: Repository
  readonly tag: string
  readonly digest?: string
}

/** @throws Error if there is no such repository */
export function repositoryNamed(world: World, name: string): Repository {
  const found = world.repositories.get(name) ?? world.otherRepositories.get(name)
  if (found === undefined) throw new Error(`There is no repository ${name}`)
  return found
}

/** @param image an ECR reference, a reference of another registry, or `<repository>:<tag>` for short */
function imageNamed(world: World, image: string): NamedImage {
  const reference = parseReference(image)
  const short = { ...reference, repository: reference.repository.replace(/^library\//, '') }
  const repository = findRepository(world, reference) ?? world.repositories.get(short.repository)
  if (repository === undefined) throw new Error(`There is no repository for ${image}`)
  return {
    repository,
    tag: reference.tag ?? 'latest',
    ...(reference.digest !== undefined && { digest: reference.digest }),
  }
}

/** @throws Error if there is no such image */
export function storedImageNamed(world: World, image: string): StoredImage {
  const { repository, tag, digest } = imageNamed(world, image)
  const stored = repository.images.get(digest ?? repository.tags.get(tag) ?? '')
  if (stored === undefined) throw new Error(`There is no image ${image}`)
  return stored
}

/** @param to another tag, or a digest */
export function moveTag(world: World, image: string, to: string): void {
  const { repository, tag } = imageNamed(world, image)
  repository.tags.set(tag, repository.tags.get(to) ?? to)
}

/** @returns the digest */
export function push(world: World, repository: string, image: ImageScenario): string {
  return pushImage(repositoryNamed(world, repository), image, world.now).digest
}

/** As ECR deletes: the last tag of an image takes the image with it; a digest takes its tags with it (API BatchDeleteImage). */
export function deleteImage(world: World, image: string): void {
  const { repository, tag, digest } = imageNamed(world, image)
  const named = digest ?? repository.tags.get(tag)
  const gone = [...repository.tags].filter(([name, of]) => (digest === undefined ? name === tag : of === digest))
  for (const [name] of gone) repository.tags.delete(name)
  const isNamedStill = [...repository.tags.values()].some((of) => of === named)
  if (named !== undefined && !isNamedStill) repository.images.delete(named)
}
