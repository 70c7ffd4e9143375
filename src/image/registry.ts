import { createHash } from 'node:crypto'
import { indexPlatforms } from './index-platforms.ts'
import type { ImageToolsAnswer, ImageToolsPort } from './ports.ts'
import { type ImageReference, isDigest, parseImageReference } from './reference.ts'
import { type Fetch, type LoginOf, RegistrySession } from './registry-session.ts'

/** For one look-up with all its requests. */
const timeLimit = 10_000
/** What a registry must take as a manifest (distribution specification, "Pushing Manifests"). */
const largestManifest = 4 * 1024 * 1024

const manifestTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ')

/** Error codes of the distribution specification that say that there is no such image. */
const absentCodes = ['MANIFEST_UNKNOWN', 'NAME_UNKNOWN', 'NOT_FOUND']

/**
 * Looks images up by the registry's own protocol (OCI distribution specification, "Pulling manifests"), where there is no
 * docker to do it: reads the manifest, and of a single image its configuration, from which nothing but the platform is taken.
 * Pulls nothing.
 *
 * @param loginOf what `docker login` has stored for a registry
 */
export function registryImages(loginOf: LoginOf, milliseconds = timeLimit, send: Fetch = fetch): ImageToolsPort {
  return {
    async inspect(reference) {
      const parsed = parseImageReference(reference)
      if (!parsed.ok) return notLooked('it is no image')
      const signal = AbortSignal.timeout(milliseconds)
      try {
        const login = await loginOf(parsed.value.registry)
        return await lookUp(parsed.value, new RegistrySession(parsed.value, login, signal, send))
      } catch (error) {
        if (error instanceof TooLong) return notLooked('the registry answered more than a manifest may be')
        return notLooked(signal.aborted ? 'the registry did not answer in time' : 'the registry could not be reached')
      }
    },
  }
}

async function lookUp(reference: ImageReference, session: RegistrySession): Promise<ImageToolsAnswer> {
  const wanted = reference.digest ?? reference.tag ?? 'latest'
  const answer = await session.get(`manifests/${wanted}`, manifestTypes)
  if (!answer.ok) return readFailure(answer, await bodyOf(answer))
  const body = await bodyOf(answer)
  const digest = digestOf(reference, answer, body)
  if (digest === undefined) return notLooked('the registry answered something else than the manifest of the image')
  return { kind: 'found', digest, platforms: await platformsIn(body, session) }
}

/** A digest is what the manifest comes to, whatever a header or a proxy in between says. */
function digestOf({ digest }: ImageReference, answer: Response, body: Uint8Array): string | undefined {
  const counted = `sha256:${createHash('sha256').update(body).digest('hex')}`
  const told = digest ?? answer.headers.get('docker-content-digest') ?? counted
  if (!isDigest(told) || parsedManifest(body) === undefined) return undefined
  return told.startsWith('sha256:') && told !== counted ? undefined : told
}

class TooLong extends Error {}

type Manifest = { readonly manifests?: unknown; readonly config?: { readonly digest?: string } }

function parsedManifest(body: Uint8Array): Manifest | undefined {
  try {
    const parsed = JSON.parse(Buffer.from(body).toString()) as (Manifest & { schemaVersion?: unknown }) | null
    return parsed?.schemaVersion === 2 ? parsed : undefined
  } catch {
    return undefined
  }
}

/** The platform of a single image stands in its configuration; a registry that does not give it out leaves it unknown. */
async function platformsIn(body: Uint8Array, session: RegistrySession): Promise<readonly string[]> {
  const { manifests, config } = parsedManifest(body) ?? {}
  const listed = indexPlatforms(manifests)
  if (listed !== undefined) return listed
  if (typeof config?.digest !== 'string' || !isDigest(config.digest)) return []
  try {
    const answer = await session.get(`blobs/${config.digest}`, '*/*')
    if (!answer.ok) return []
    // It holds more than is asked for here, values of variables too: nothing else of it is read.
    return indexPlatforms([{ platform: JSON.parse(Buffer.from(await bodyOf(answer)).toString()) }]) ?? []
  } catch {
    return []
  }
}

async function bodyOf(answer: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of answer.body ?? []) {
    length += chunk.length
    if (length > largestManifest) throw new TooLong()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function readFailure({ status }: Response, body: Uint8Array): ImageToolsAnswer {
  if (status === 404 && codesIn(body).some((code) => absentCodes.includes(code))) return { kind: 'absent' }
  if (status === 401 || status === 403) {
    return notLooked(
      'the registry does not say without a login (docker login, e.g. docker/login-action), or the image does not exist',
    )
  }
  if (status === 429) return notLooked('the registry limits how often it may be asked (429)')
  return notLooked(`the registry answered ${status}`)
}

/** `errors[].code` (distribution specification, "Error Codes"). */
function codesIn(body: Uint8Array): readonly string[] {
  try {
    const { errors } = JSON.parse(Buffer.from(body).toString()) as { errors?: readonly ({ code?: string } | null)[] }
    return Array.isArray(errors) ? errors.flatMap((error) => error?.code ?? []) : []
  } catch {
    return []
  }
}

function notLooked(reason: string): ImageToolsAnswer {
  return { kind: 'not-looked', reason }
}
