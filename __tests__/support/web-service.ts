/** A real HTTP service on this machine, for what the action asks over HTTP. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'

export type Answer = (request: IncomingMessage, response: ServerResponse, nth: number) => void

export class WebService {
  readonly port: number
  /** `METHOD path` of each request, in order. */
  readonly asked: string[] = []
  readonly headers: IncomingMessage['headers'][] = []
  readonly #close: () => Promise<void>

  private constructor(
    port: number,
    asked: string[],
    headers: IncomingMessage['headers'][],
    close: () => Promise<void>,
  ) {
    this.port = port
    this.asked = asked
    this.headers = headers
    this.#close = close
  }

  /** @param answer what it answers; not at all where it does nothing */
  static async open(answer: Answer): Promise<WebService> {
    const asked: string[] = []
    const headers: IncomingMessage['headers'][] = []
    const sockets = new Set<Socket>()
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`)
      headers.push(request.headers)
      answer(request, response, asked.length)
    })
    server.on('connection', (socket) => sockets.add(socket))
    // All addresses of the loopback network lead here.
    await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve))
    const { port } = server.address() as AddressInfo
    return new WebService(port, asked, headers, async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    })
  }

  close(): Promise<void> {
    return this.#close()
  }
}

/** Answers with a status and a text. */
export function says(status: number, text = '', headers: Record<string, string> = {}): Answer {
  return (_request, response) => {
    response.writeHead(status, headers)
    response.end(text)
  }
}
