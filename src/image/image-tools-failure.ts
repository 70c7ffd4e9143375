import type { ImageToolsAnswer } from './ports.ts'

/** How a `docker` command that failed ended. */
export type Failed = {
  /** `ENOENT` where there is no such program, else its exit code; absent where it was ended from outside. */
  readonly code?: string | number | null | undefined
  /** It did not end within its time limit. */
  readonly killed?: boolean | undefined
  readonly stderr: string
}

/**
 * What standard error of `docker buildx imagetools inspect` means, first match wins. Docker Hub answers "pull access denied,
 * repository does not exist or may require authorization" both for private and for absent repositories, so that is no proof.
 */
const meanings: readonly { readonly pattern: RegExp; readonly answer: ImageToolsAnswer }[] = [
  {
    pattern:
      /unknown command: docker buildx|'buildx' is not a docker command|unknown (?:short)?hand flag|unknown flag/i,
    answer: noDocker('docker buildx is not installed on this machine, or is older than version 0.9'),
  },
  {
    pattern: /toomanyrequests|too many requests|\b429\b|rate limit/i,
    answer: notLooked('the registry limits how often it may be asked (429)'),
  },
  {
    pattern: /error getting credentials|docker-credential-/i,
    answer: notLooked('the credential helper of docker failed; check the docker login step'),
  },
  {
    pattern: /access denied|unauthorized|authentication required|authorization failed|\bdenied\b|forbidden|\b40[13]\b/i,
    answer: notLooked(
      'the registry does not say without a login (docker login, e.g. docker/login-action), or the image does not exist',
    ),
  },
  {
    pattern:
      /no such host|dial tcp|i\/o timeout|connection refused|connection reset|TLS handshake|x509|deadline exceeded|\b50\d\b|\bEOF\b/i,
    answer: notLooked('the registry could not be reached'),
  },
  // The resolver of containerd, which buildx uses, ends with "<reference>: not found" on a 404 for the manifest.
  { pattern: /manifest unknown|MANIFEST_UNKNOWN|^(?:error: )?\S+\/\S+: not found\s*$/im, answer: { kind: 'absent' } },
]

/** Why the look-up of `reference` failed, in plain words; only a registry that says so makes an image absent. */
export function readFailure({ code, killed, stderr }: Failed, reference: string): ImageToolsAnswer {
  if (code === 'ENOENT') return noDocker('docker is not installed on this machine')
  if (killed === true) return notLooked('the registry did not answer in time')
  const message = withoutNames(stderr, reference)
  const known = meanings.find(({ pattern }) => pattern.test(message))
  return known?.answer ?? notLooked(`docker buildx imagetools inspect failed: ${lastLine(stderr)}`)
}

/** A tag such as 401 must not be read as what the registry says. */
function withoutNames(stderr: string, reference: string): string {
  return stderr.replaceAll(reference, 'the/image').replace(/https?:\/\/[^\s"]+/g, 'the address')
}

function notLooked(reason: string): ImageToolsAnswer {
  return { kind: 'not-looked', reason }
}

function noDocker(reason: string): ImageToolsAnswer {
  return { kind: 'not-looked', reason, missing: 'docker' }
}

function lastLine(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.trim())
  return lines.findLast((line) => line !== '')?.slice(0, 200) ?? 'it said nothing'
}
