/** A stand-in for GitHub's REST API on this machine: what the action asks of it, and what it answers. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type GithubAnswer = { readonly status?: number; readonly body: unknown }
export type GithubRequest = { readonly method: string; readonly path: string; readonly authorization: string }
export type Github = {
  /** For GITHUB_API_URL. */
  readonly url: string
  readonly requests: readonly GithubRequest[]
  close(): Promise<void>
}

/** @param answer what is said to one request */
export async function startGithub(answer: (request: GithubRequest) => GithubAnswer): Promise<Github> {
  const requests: GithubRequest[] = []
  const server = createServer((incoming, response) => {
    const { method = '', url: path = '', headers } = incoming
    const request = { method, path, authorization: headers.authorization ?? '' }
    requests.push(request)
    const { status = 200, body } = answer(request)
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
    response.end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
