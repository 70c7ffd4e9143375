/** A stand-in for GitHub's REST API on this machine: what the action asks of it, and what it answers. */
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

export type GithubAnswer = {
  readonly status?: number
  readonly body: unknown
  readonly headers?: Readonly<Record<string, string>>
}
export type GithubRequest = {
  readonly method: string
  readonly path: string
  readonly authorization: string
  /** Parsed JSON; undefined where there was none. */
  readonly body?: unknown
}
export type Github = {
  /** For GITHUB_API_URL. */
  readonly url: string
  readonly requests: readonly GithubRequest[]
  close(): Promise<void>
}

/** @param answer what is said to one request; `url` is that of the stand-in */
export async function startGithub(answer: (request: GithubRequest, url: string) => GithubAnswer): Promise<Github> {
  const requests: GithubRequest[] = []
  let own = ''
  const server = createServer(async (incoming, response) => {
    const { method = '', url: path = '', headers } = incoming
    const text = await textOf(incoming)
    const sent = text === '' ? {} : { body: JSON.parse(text) as unknown }
    const request = { method, path, authorization: headers.authorization ?? '', ...sent }
    requests.push(request)
    const { status = 200, body, headers: more = {} } = answer(request, own)
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...more })
    response.end(status === 204 ? undefined : JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: own,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of incoming) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

export type Author = 'Bot' | 'User'

/** The comments of one pull request, as GitHub keeps them ("REST API endpoints for issue comments"). */
export class PullRequestComments {
  readonly comments: { readonly id: number; body: string; readonly user: { readonly type: Author } }[] = []
  /** What is said instead of doing what was asked, in order. */
  readonly refusals: GithubAnswer[] = []
  readonly number = 12
  #last = 0

  add(body: string, type: Author = 'User'): void {
    this.#last += 1
    this.comments.push({ id: this.#last, body, user: { type } })
  }

  /** For `startGithub`. */
  readonly answer = (request: GithubRequest, url: string): GithubAnswer => {
    const refused = this.refusals.shift()
    if (refused !== undefined) return refused
    const base = '/repos/octo-org/example/issues'
    const { pathname, searchParams } = new URL(request.path, url)
    if (pathname === `${base}/${this.number}/comments`) {
      return request.method === 'POST' ? this.#create(request) : this.#list(`${url}${pathname}`, searchParams)
    }
    const id = Number(new RegExp(`^${base}/comments/(\\d+)$`).exec(pathname)?.[1])
    const index = this.comments.findIndex((comment) => comment.id === id)
    if (index === -1) return { status: 404, body: { message: 'Not Found' } }
    if (request.method === 'DELETE') {
      this.comments.splice(index, 1)
      return { status: 204, body: undefined }
    }
    const comment = this.comments[index] as (typeof this.comments)[number]
    const tooLong = lengthProblem(request)
    if (tooLong !== undefined) return tooLong
    comment.body = bodyOf(request)
    return { body: shown(comment) }
  }

  #create(request: GithubRequest): GithubAnswer {
    const tooLong = lengthProblem(request)
    if (tooLong !== undefined) return tooLong
    this.add(bodyOf(request), 'Bot')
    return { status: 201, body: shown(this.comments.at(-1) as (typeof this.comments)[number]) }
  }

  /** In pages, with a link to the next one, as GitHub has it. */
  #list(address: string, query: URLSearchParams): GithubAnswer {
    const size = Number(query.get('per_page') ?? 30)
    const page = Number(query.get('page') ?? 1)
    const more = this.comments.length > size * page
    const next = `<${address}?per_page=${size}&page=${page + 1}>; rel="next"`
    return {
      body: this.comments.slice(size * (page - 1), size * page).map(shown),
      ...(more ? { headers: { link: next } } : {}),
    }
  }
}

function bodyOf({ body }: GithubRequest): string {
  return (body as { readonly body: string }).body
}

/** The limit of a comment, with GitHub's words. */
function lengthProblem(request: GithubRequest): GithubAnswer | undefined {
  if (bodyOf(request).length <= 65_536) return undefined
  return { status: 422, body: { message: 'Body is too long (maximum is 65536 characters)' } }
}

function shown({ id, ...rest }: PullRequestComments['comments'][number]): object {
  return { id, ...rest, html_url: `https://github.com/octo-org/example/pull/12#issuecomment-${id}` }
}
