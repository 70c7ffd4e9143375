import type { Checked } from '../problem.ts'

/** The place of a private ECR registry, read from its host name. */
export type EcrRegistry = { readonly registryId: string; readonly region: string }

/** A container image as Docker and ECS understand it. */
export type ImageReference = {
  /** Registry and repository as the user wrote them, without tag and digest. */
  readonly name: string
  /** Host and port, e.g. `docker.io` also where the user left it out. */
  readonly registry: string
  /** As the registry knows it, e.g. `library/nginx`. */
  readonly repository: string
  readonly tag?: string
  readonly digest?: string
  /** Present for private ECR registries; public.ecr.aws is not one. */
  readonly ecr?: EcrRegistry
}

// Grammar: distribution/reference (the package that Docker itself uses).
const host = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])'
const registryPattern = new RegExp(String.raw`^(?:${host}(?:\.${host})*|\[[a-fA-F0-9:]+\])(?::[0-9]+)?$`)
const pathPattern = /^[a-z0-9]+(?:(?:\.|__?|-+)[a-z0-9]+)*$/
const tagPattern = /^\w[\w.-]{0,127}$/
const digestPattern = /^(?:sha256:[a-f0-9]{64}|sha512:[a-f0-9]{128})$/
const longestName = 255

// Host names of private registries: awslabs/amazon-ecr-credential-helper, ecr-login/api/client.go.
const ecrPattern =
  /^(?<registryId>\d{12})\.dkr[.-]ecr(?:-fips)?\.(?<region>[a-zA-Z0-9][a-zA-Z0-9_-]*)\.(?:amazonaws\.(?:com(?:\.cn)?|eu)|on\.(?:aws|amazonwebservices\.com\.cn)|sc2s\.sgov\.gov|c2s\.ic\.gov|cloud\.adc-e\.uk|csp\.hci\.ic\.gov)$/

/**
 * Reads `[registry[:port]/]path[:tag][@digest]` by Docker's own grammar; `docker.io/library/` is filled in as Docker does.
 * A problem says which part is wrong.
 */
export function parseImageReference(text: string): Checked<ImageReference> {
  const { name, tag, digest } = splitReference(text)
  const { registry, path } = splitName(name)
  const wrong = wrongPart(registry, path, tag, digest)
  if (wrong !== undefined) return { ok: false, problems: [{ message: `"${text}" is not an image: ${wrong}.` }] }
  const ecr = ecrRegistry(registry)
  return {
    ok: true,
    value: {
      name,
      registry,
      repository: registry === 'docker.io' && !path.includes('/') ? `library/${path}` : path,
      ...(tag === undefined ? {} : { tag }),
      ...(digest === undefined ? {} : { digest }),
      ...(ecr === undefined ? {} : { ecr }),
    },
  }
}

/** The reference in full: registry, repository and whatever tag and digest it has. */
export function printImageReference({ registry, repository, tag, digest }: ImageReference): string {
  return `${registry}/${repository}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`
}

/** The same image pinned to a digest, with the name as the user wrote it and without the tag. */
export function withDigest(reference: ImageReference, digest: string): string {
  return `${reference.name}@${digest}`
}

/** Account and Region of a private ECR registry host; nothing for any other registry. */
function ecrRegistry(registry: string): EcrRegistry | undefined {
  const { registryId, region } = ecrPattern.exec(registry)?.groups ?? {}
  return registryId === undefined || region === undefined ? undefined : { registryId, region }
}

/** Whether a text can be a tag. */
export function isTag(text: string): boolean {
  return tagPattern.test(text)
}

/** Whether a text is a whole digest, `sha256:` with 64 hexadecimal digits. */
export function isDigest(text: string): boolean {
  return digestPattern.test(text)
}

/** Whether a text can be the name of a repository inside a registry. */
export function isRepository(text: string): boolean {
  return text.length <= longestName && text.split('/').every((component) => pathPattern.test(component))
}

function splitReference(text: string): { name: string; tag?: string; digest?: string } {
  const at = text.indexOf('@')
  const beforeDigest = at === -1 ? text : text.slice(0, at)
  const digest = at === -1 ? {} : { digest: text.slice(at + 1) }
  const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1)
  if (colon === -1) return { name: beforeDigest, ...digest }
  return { name: beforeDigest.slice(0, colon), tag: beforeDigest.slice(colon + 1), ...digest }
}

function splitName(name: string): { registry: string; path: string } {
  const slash = name.indexOf('/')
  const first = name.slice(0, Math.max(slash, 0))
  // Docker takes the first component for a registry only if it cannot be part of a path on Docker Hub.
  const isRegistry = first === 'localhost' || /[.:A-Z[]/.test(first)
  if (!isRegistry) return { registry: 'docker.io', path: name }
  return { registry: first === 'index.docker.io' ? 'docker.io' : first, path: name.slice(slash + 1) }
}

function wrongPart(registry: string, path: string, tag?: string, digest?: string): string | undefined {
  if (!registryPattern.test(registry)) return `the registry "${registry}" is not a host name`
  if (path === '') return 'the repository is missing'
  if (path !== path.toLowerCase()) return `the repository "${path}" must be in lower case`
  if (!isRepository(path)) return `the repository "${path}" is not a valid name`
  if (/^[a-f0-9]{64}$/.test(path)) return 'it is an image id, which only the machine that built the image knows'
  if (tag === '') return 'the tag after ":" is missing'
  if (tag !== undefined && !isTag(tag)) return `the tag "${tag}" is not valid`
  if (digest !== undefined && !isDigest(digest)) return 'the digest after "@" must be sha256: and 64 hexadecimal digits'
  return undefined
}
