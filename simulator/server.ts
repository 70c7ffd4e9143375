/** The simulator's public face: start it, watch it, stop it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Faults } from './faults.ts'
import type { Happening } from './happening.ts'
import type { Delivery, FrontDesk, PlainRequest, RecordedRequest } from './http/front-desk.ts'
import { createSimulation, type SimulationOptions } from './simulation.ts'
import type { Clock, TimeSettings } from './time/clock.ts'
import type { World } from './world/world.ts'

export type { Delivery, PlainRequest, RecordedRequest } from './http/front-desk.ts'

export interface SimulatorOptions extends SimulationOptions {
  /** Default 0: a free port. */
  readonly port?: number
  readonly host?: '127.0.0.1'
  /**
   * Stands before the front desk: may do something, or wait, before the request is taken and before its answer leaves.
   * Nothing has been done yet until `take` is called; what it gives back is what is sent.
   */
  readonly gate?: (request: PlainRequest, take: () => Promise<Delivery>) => Promise<Delivery>
}

export interface Simulator {
  readonly url: string
  readonly port: number
  readonly speed: number
  /** For `accelerate.mjs` in another process. */
  readonly time: TimeSettings
  readonly clock: Clock
  /** The state as of the last request or advance; plain data. */
  readonly world: World
  readonly faults: Faults
  /** IAM actions that are refused; may be changed. */
  readonly deny: string[]
  requests(): readonly RecordedRequest[]
  /** Lets something happen now, as an entry of a scenario's timeline would. @throws Error as `POST /_simulator/happen` refuses */
  happen(happening: Happening): void
  close(): Promise<void>
}

/** @throws Error if the scenario makes no sense or the port is taken */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { port = 0, host = '127.0.0.1', gate = (_request, take) => take() } = options
  const address = { url: '' }
  const { desk, clock, world, faults, deny, requests, happen } = createSimulation(options, () => address.url)
  const server = createServer()
  address.url = await listen(server, port, host)
  server.on('request', (request, response) => {
    handle({ take: (asked) => gate(asked, () => desk.take(asked)) }, request, response).catch((error: unknown) =>
      reportBug(response, error),
    )
  })
  return {
    url: address.url,
    port: (server.address() as AddressInfo).port,
    speed: clock.settings.speed,
    time: clock.settings,
    clock,
    world,
    faults,
    deny,
    requests,
    happen,
    close: () => close(server, clock),
  }
}

async function listen(server: Server, port: number, host: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return `http://${host}:${(server.address() as AddressInfo).port}`
}

async function close(server: Server, clock: Clock): Promise<void> {
  clock.close()
  server.closeAllConnections()
  await new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
}

async function handle(desk: FrontDesk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/', headers } = request
  const delivery = await desk.take({ method, url, headers, body: await readBody(request) })
  if (delivery === 'hang') return
  if (delivery === 'reset') {
    response.socket?.resetAndDestroy()
    return
  }
  response.writeHead(delivery.status, delivery.headers)
  response.end(delivery.body)
}

/** A mistake in the simulator must not look like an AWS fault that a client retries in silence. */
function reportBug(response: ServerResponse, error: unknown): void {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  console.error(`The simulator failed: ${message}`)
  if (!response.headersSent) response.writeHead(501, { 'content-type': 'application/x-amz-json-1.1' })
  response.end(JSON.stringify({ __type: 'SimulatorFailure', message }))
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
