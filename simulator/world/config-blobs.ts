/** Config blobs of images, for those who are in the same process and cannot download them. */
import type { World } from './world.ts'

/** @param url as GetDownloadUrlForLayer answers. @throws Error where no image has such a configuration */
export function configBlobAt({ repositories }: World, url: string): string {
  const [, repository = '', digest = ''] = /\/blobs\/(.+)\/(sha256:[0-9a-f]+)$/.exec(url) ?? []
  const blob = repositories.get(repository)?.blobs.get(digest)
  if (blob === undefined) throw new Error(`There is no configuration at ${url}`)
  return blob
}
