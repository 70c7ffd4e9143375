/** What a registry answers, by the protocol of the distribution specification, from the images of a simulated world. */
import type { World } from '../../simulator/world/world.ts'

export interface RegistryAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** @param host as it stands in references, e.g. `ghcr.io`. @param path of the request, from `/v2/` on */
export function registryAnswer(
  { otherRepositories }: Pick<World, 'otherRepositories'>,
  host: string,
  path: string,
): RegistryAnswer {
  const [, name = '', kind, reference = ''] = /^\/v2\/(.+)\/(manifests|blobs)\/([^/]+)$/.exec(path) ?? []
  const repository = otherRepositories.get(`${host}/${name}`)
  if (kind === 'blobs') {
    const blob = repository?.blobs.get(reference)
    return blob === undefined ? refusal(404, 'BLOB_UNKNOWN') : { status: 200, headers: {}, body: blob }
  }
  if (repository === undefined) return refusal(404, 'NAME_UNKNOWN')
  const image = repository.images.get(repository.tags.get(reference) ?? reference)
  if (image === undefined) return refusal(404, 'MANIFEST_UNKNOWN')
  const headers = { 'content-type': image.mediaType, 'docker-content-digest': image.digest }
  return { status: 200, headers, body: image.manifest }
}

/** An error as the specification has it ("Error Codes"). */
export function refusal(status: number, code: string): RegistryAnswer {
  const body = JSON.stringify({ errors: [{ code, message: 'what the registry says' }] })
  return { status, headers: { 'content-type': 'application/json' }, body }
}
