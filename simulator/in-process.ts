/**
 * The simulator without a socket: an SDK client talks to it in the same process, on virtual time.
 * `new ECSClient({ ...account.client() })`
 */
import { Readable } from 'node:stream'
import type { FrontDesk, PlainAnswer } from './http/front-desk.ts'
import { createSimulation, type Simulation, type SimulationOptions } from './simulation.ts'

/** What an SDK client hands to a request handler; the part that is needed. */
interface OutgoingRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: unknown
}

interface HandlerOptions {
  readonly abortSignal?: AbortSignal | { readonly aborted: boolean }
}

/** As the SDK's clients take it (`requestHandler`). */
export interface InProcessHandler {
  handle(
    request: OutgoingRequest,
    options?: HandlerOptions,
  ): Promise<{ response: { statusCode: number; headers: Record<string, string>; body: Readable } }>
}

export interface InProcessSimulator extends Omit<Simulation, 'desk'> {
  readonly requestHandler: InProcessHandler
  /** Region, credentials, handler: all that a client needs. It does not send a call twice unless told to. */
  client(): {
    readonly region: string
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
    readonly requestHandler: InProcessHandler
    readonly maxAttempts: number
  }
  close(): void
}

/** @param options the clock is `manual` unless told otherwise; @throws Error if the scenario makes no sense */
export function startInProcess(options: SimulationOptions): InProcessSimulator {
  const { desk, ...simulation } = createSimulation({ clock: 'manual', ...options }, () => 'http://simulator.invalid')
  const requestHandler = handlerFor(desk)
  return {
    ...simulation,
    requestHandler,
    client: () => ({
      region: simulation.world.region,
      credentials: { accessKeyId: 'simulated', secretAccessKey: 'simulated' },
      requestHandler,
      maxAttempts: 1,
    }),
    close: () => simulation.clock.close(),
  }
}

function handlerFor(desk: FrontDesk): InProcessHandler {
  return {
    handle: async ({ method, path, headers, body }, { abortSignal } = {}) => {
      const delivery = await desk.take({ method, url: path, headers: lowerCased(headers), body: textOf(body) })
      if (delivery === 'reset') throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' })
      if (delivery === 'hang') return aborted(abortSignal)
      return { response: responseOf(delivery) }
    },
  }
}

function responseOf({ status, headers, body }: PlainAnswer): {
  statusCode: number
  headers: Record<string, string>
  body: Readable
} {
  return { statusCode: status, headers: { ...headers }, body: Readable.from([Buffer.from(body)]) }
}

/** No answer ever comes: only the caller's own limit ends the call. */
function aborted(signal: HandlerOptions['abortSignal']): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = (): void => reject(Object.assign(new Error('Request aborted'), { name: 'AbortError' }))
    if (signal?.aborted === true) stop()
    else if (signal instanceof AbortSignal) signal.addEventListener('abort', stop, { once: true })
  })
}

const lowerCased = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

function textOf(body: unknown): string {
  if (typeof body === 'string') return body
  return body instanceof Uint8Array ? new TextDecoder().decode(body) : ''
}
