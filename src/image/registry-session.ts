import type { ImageReference } from './reference.ts'

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** User name and password for a registry. */
export type Login = { readonly username: string; readonly password: string }

/** What is known for the host of a registry; undefined: it is asked without a login. */
export type LoginOf = (registry: string) => Promise<Login | undefined>

/**
 * Reads from one repository of a registry, and answers its question who asks: with Basic authentication, or with a token of
 * the service that it names (distribution project, "Token Authentication Specification"). Neither login nor token leave it.
 */
export class RegistrySession {
  readonly #base: string
  readonly #repository: string
  readonly #login: Login | undefined
  readonly #signal: AbortSignal
  readonly #send: Fetch
  #authorization: string | undefined

  constructor(
    { registry, repository }: Pick<ImageReference, 'registry' | 'repository'>,
    login: Login | undefined,
    signal: AbortSignal,
    send: Fetch,
  ) {
    this.#base = `${schemeOf(registry)}://${registry === 'docker.io' ? dockerHub : registry}`
    this.#repository = repository
    this.#login = login
    this.#signal = signal
    this.#send = send
  }

  /** @throws where there is no answer */
  async get(path: string, accept: string): Promise<Response> {
    const url = `${this.#base}/v2/${this.#repository}/${path}`
    const first = await this.#ask(url, accept)
    if (first.status !== 401) return first
    const authorization = await this.#answerTo(first.headers.get('www-authenticate') ?? '')
    if (authorization === undefined) return first
    await first.body?.cancel()
    this.#authorization = authorization
    return this.#ask(url, accept)
  }

  #ask(url: string, accept: string): Promise<Response> {
    const headers = { accept, ...(this.#authorization && { authorization: this.#authorization }) }
    // A redirect to another host (the storage of the blobs) does not carry the authorization along (fetch standard).
    return this.#send(url, { headers, signal: this.#signal })
  }

  async #answerTo(challenge: string): Promise<string | undefined> {
    if (/^basic\b/i.test(challenge)) return this.#basic()
    if (!/^bearer\b/i.test(challenge)) return undefined
    const { realm, service, scope } = parametersOf(challenge)
    const token = realm === undefined ? undefined : URL.parse(realm)
    // A login that came by https is not sent on without it.
    if (!token || (token.protocol !== 'https:' && !this.#base.startsWith('http:'))) return undefined
    if (service !== undefined) token.searchParams.set('service', service)
    token.searchParams.set('scope', scope ?? `repository:${this.#repository}:pull`)
    const authorization = this.#basic()
    const answer = await this.#send(token.href, {
      ...(authorization && { headers: { authorization } }),
      signal: this.#signal,
    })
    if (!answer.ok) return undefined
    const told = (await answer.json()) as { token?: unknown; access_token?: unknown }
    const value = told.token ?? told.access_token
    return typeof value === 'string' ? `Bearer ${value}` : undefined
  }

  #basic(): string | undefined {
    if (this.#login === undefined) return undefined
    const { username, password } = this.#login
    return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  }
}

/** The host that answers for docker.io (Docker documentation, "Registry API"). */
const dockerHub = 'registry-1.docker.io'

/** Docker too takes registries on this machine without TLS. */
function schemeOf(registry: string): 'http' | 'https' {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/.test(registry) ? 'http' : 'https'
}

/** `Bearer realm="…",service="…",scope="…"` (RFC 9110, section 11.2). */
function parametersOf(challenge: string): Readonly<Record<string, string | undefined>> {
  const found = challenge.matchAll(/([a-z]+)="([^"]*)"/gi)
  return Object.fromEntries([...found].map(([, name = '', value]) => [name.toLowerCase(), value]))
}
