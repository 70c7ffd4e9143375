/** A registry on this machine with the images of a simulated world, by the protocol of the distribution specification. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Repository, StoredImage, World } from '../../simulator/world/world.ts'

export type RegistryHabits = {
  /** It asks who comes: `token` sends to a service for a token, `basic` takes user name and password. Default: it does not. */
  readonly asks?: 'token' | 'basic'
  /** Those that may read; without any, everybody who has a token. */
  readonly user?: { readonly username: string; readonly password: string }
  /** Answers every request for a manifest so. */
  readonly manifests?: (response: ServerResponse) => void
}

export class Registry {
  readonly #server: Server
  readonly #habits: RegistryHabits
  /** Path and authorization of every request. */
  readonly seen: { readonly path: string; readonly authorization: string | undefined }[] = []
  world: Pick<World, 'otherRepositories'> | undefined

  static async open(habits: RegistryHabits = {}): Promise<Registry> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return new Registry(server, habits)
  }

  private constructor(server: Server, habits: RegistryHabits) {
    this.#server = server
    this.#habits = habits
    server.on('request', (request, response) => this.#answer(request, response))
  }

  /** Host and port, as the first part of a reference. */
  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { url = '', headers } = request
    this.seen.push({ path: url, authorization: headers.authorization })
    const { pathname } = new URL(url, 'http://registry')
    if (pathname === '/token') this.#giveToken(headers.authorization, response)
    else if (this.#mayRead(headers.authorization)) this.#give(pathname, response)
    else this.#ask(response)
  }

  #give(pathname: string, response: ServerResponse): void {
    const [, name = '', kind, reference = ''] = /^\/v2\/(.+)\/(manifests|blobs)\/([^/]+)$/.exec(pathname) ?? []
    const repository = this.world?.otherRepositories.get(`${this.host}/${name}`)
    if (kind === 'blobs') sendBlob(repository, reference, response)
    else if (this.#habits.manifests !== undefined) this.#habits.manifests(response)
    else if (repository === undefined) sendError(404, 'NAME_UNKNOWN', response)
    else sendManifest(repository.images.get(repository.tags.get(reference) ?? reference), response)
  }

  #mayRead(authorization: string | undefined): boolean {
    const { asks, user } = this.#habits
    if (asks === undefined) return true
    if (asks === 'basic') return user !== undefined && authorization === basic(user)
    return authorization === 'Bearer the-token'
  }

  #ask(response: ServerResponse): void {
    const bearer = `Bearer realm="http://${this.host}/token",service="the-registry",scope="repository:team/shop:pull"`
    response.setHeader('www-authenticate', this.#habits.asks === 'token' ? bearer : 'Basic realm="the registry"')
    sendError(401, 'UNAUTHORIZED', response)
  }

  #giveToken(authorization: string | undefined, response: ServerResponse): void {
    const { user } = this.#habits
    const isKnown = user === undefined || authorization === basic(user)
    if (isKnown) send(200, { token: 'the-token' }, response)
    else sendError(401, 'UNAUTHORIZED', response)
  }
}

function basic({ username, password }: { readonly username: string; readonly password: string }): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}

function sendBlob(repository: Repository | undefined, digest: string, response: ServerResponse): void {
  const blob = repository?.blobs.get(digest)
  if (blob === undefined) sendError(404, 'BLOB_UNKNOWN', response)
  else response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(blob)
}

function sendManifest(image: StoredImage | undefined, response: ServerResponse): void {
  if (image === undefined) sendError(404, 'MANIFEST_UNKNOWN', response)
  else {
    const headers = { 'content-type': image.mediaType, 'docker-content-digest': image.digest }
    response.writeHead(200, headers).end(image.manifest)
  }
}

export function sendError(status: number, code: string, response: ServerResponse): void {
  send(status, { errors: [{ code, message: 'what the registry says' }] }, response)
}

function send(status: number, body: unknown, response: ServerResponse): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}
