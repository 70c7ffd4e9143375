/** A registry on this machine with the images of a simulated world, by the protocol of the distribution specification. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type RegistryAnswer, refusal, registryAnswer } from '../../scripts/in-process/registry.ts'
import type { World } from '../../simulator/world/world.ts'

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
    if (this.#habits.manifests !== undefined && pathname.includes('/manifests/')) this.#habits.manifests(response)
    else send(registryAnswer(this.world ?? { otherRepositories: new Map() }, this.host, pathname), response)
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
    if (isKnown) send({ status: 200, headers: {}, body: JSON.stringify({ token: 'the-token' }) }, response)
    else sendError(401, 'UNAUTHORIZED', response)
  }
}

function basic({ username, password }: { readonly username: string; readonly password: string }): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}

export function sendError(status: number, code: string, response: ServerResponse): void {
  send(refusal(status, code), response)
}

function send({ status, headers, body }: RegistryAnswer, response: ServerResponse): void {
  response.writeHead(status, headers).end(body)
}
