/** The simulator's public face: start it, watch it, stop it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ecrOperations, ecrTargetPrefix } from './ecr/operations.ts'
import { ecsOperations, ecsTargetPrefix, type KnownOperation } from './ecs/operations.ts'
import { createFaults, type Faults } from './faults.ts'
import { answerCall, type Call, type CallContext, catchUp, type Outcome } from './http/call.ts'
import { answerControl, type ControlAnswer } from './http/control.ts'
import { createHistory } from './http/history.ts'
import { loadScenario } from './loading/load-scenario.ts'
import { createRateLimits } from './protocol/rate-limits.ts'
import type { Scenario } from './scenario.ts'
import { type Clock, manualClock, runningClock, type TimeSettings } from './time/clock.ts'
import { createRandom } from './time/random.ts'
import type { World } from './world/world.ts'

export interface SimulatorOptions {
  readonly scenario: Scenario
  /** Ids and jitter follow from it. Default 1. */
  readonly seed?: number
  /** Virtual seconds per real second. Default 1. */
  readonly speed?: number
  /** Default 0: a free port. */
  readonly port?: number
  readonly host?: '127.0.0.1'
  /** `manual`: time stands still until `clock.advance`. Default `running`. */
  readonly clock?: 'running' | 'manual'
  /** Virtual time at the start, milliseconds. Default 2026-11-21T07:00:00Z. */
  readonly epoch?: number
}

export interface RecordedRequest {
  /** Virtual milliseconds. */
  readonly at: number
  readonly service: 'ecs' | 'ecr'
  readonly operation: string
  readonly input: unknown
  readonly status: number
  readonly error?: string
  readonly mutating: boolean
  /** Whether the operation took effect, also where its answer was lost. */
  readonly applied: boolean
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
  requests(): readonly RecordedRequest[]
  close(): Promise<void>
}

const defaultEpoch = Date.UTC(2026, 10, 21, 7)
const jsonType = 'application/x-amz-json-1.1'

/** @throws Error if the scenario makes no sense or the port is taken */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { scenario, seed = 1, speed = 1, port = 0, host = '127.0.0.1', epoch = defaultEpoch } = options
  const engine = loadScenario(scenario, seed, epoch)
  const clock = options.clock === 'manual' ? manualClock(epoch, () => catchUp(context)) : runningClock(epoch, speed)
  const faults = createFaults(scenario.faults ?? [])
  const recorded: RecordedRequest[] = []
  const context: CallContext = {
    engine,
    faults,
    limits: createRateLimits(),
    history: createHistory(),
    deny: scenario.deny ?? [],
    now: () => clock.now(),
    wait: (milliseconds) => clock.wait(milliseconds),
  }
  context.history.record(engine.world)
  const server = createServer()
  const url = await listen(server, port, host)
  const desk: Desk = {
    context,
    clock,
    url,
    recorded,
    requestIds: createRandom(seed + 1),
    ecr: ecrOperations(() => url),
  }
  server.on('request', (request, response) => {
    handle(desk, request, response).catch((error: unknown) => reportBug(response, error))
  })
  return {
    url,
    port: (server.address() as AddressInfo).port,
    speed: clock.settings.speed,
    time: clock.settings,
    clock,
    world: engine.world,
    faults,
    requests: () => recorded,
    close: () => close(server, clock),
  }
}

interface Desk {
  readonly context: CallContext
  readonly clock: Clock
  readonly url: string
  readonly recorded: RecordedRequest[]
  readonly requestIds: ReturnType<typeof createRandom>
  readonly ecr: Readonly<Record<string, KnownOperation>>
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

async function handle(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await readBody(request)
  if (request.url?.startsWith('/_simulator/') === true) {
    const { context, clock, recorded } = desk
    sendControl(response, answerControl({ context, clock, recorded }, request.method ?? 'GET', request.url, body))
    return
  }
  const call = callOf(desk, String(request.headers['x-amz-target'] ?? ''), body)
  const outcome = 'known' in call ? await record(desk, call) : call
  deliver(desk, response, outcome)
}

async function record(desk: Desk, call: Call): Promise<Outcome> {
  const outcome = await answerCall(desk.context, call)
  const { service, operation, input, known } = call
  const { status, error, applied } = outcome
  const at = desk.context.engine.world.now
  desk.recorded.push({
    at,
    service,
    operation,
    input,
    status,
    ...(error !== undefined && { error }),
    mutating: known.mutating,
    applied,
  })
  return outcome
}

function callOf(desk: Desk, target: string, body: string): Call | Outcome {
  const isEcs = target.startsWith(ecsTargetPrefix)
  const isEcr = target.startsWith(ecrTargetPrefix)
  const operation = target.slice(target.indexOf('.') + 1)
  const known = isEcs ? ecsOperations[operation] : isEcr ? desk.ecr[operation] : undefined
  if (known === undefined) {
    return refusal(
      'UnknownOperationException',
      `The simulator does not model ${target === '' ? 'requests without x-amz-target' : target}.`,
    )
  }
  try {
    return { service: isEcs ? 'ecs' : 'ecr', operation, input: body === '' ? {} : JSON.parse(body), known }
  } catch {
    return refusal('SerializationException', 'The request body is not JSON.')
  }
}

function refusal(type: string, message: string): Outcome {
  return { status: 400, body: JSON.stringify({ __type: type, message }), error: type, applied: false, delivery: 'send' }
}

function deliver({ clock, requestIds }: Desk, response: ServerResponse, outcome: Outcome): void {
  if (outcome.delivery === 'hang') return
  if (outcome.delivery === 'reset') {
    response.socket?.resetAndDestroy()
    return
  }
  response.writeHead(outcome.status, {
    'content-type': jsonType,
    'x-amzn-requestid': requestIds.uuid(),
    date: new Date(clock.now()).toUTCString(),
  })
  response.end(outcome.body)
}

function sendControl(response: ServerResponse, { status, body }: ControlAnswer): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(typeof body === 'string' ? body : `${JSON.stringify(body, undefined, 2)}\n`)
}

/** A mistake in the simulator must not look like an AWS fault that a client retries in silence. */
function reportBug(response: ServerResponse, error: unknown): void {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  console.error(`The simulator failed: ${message}`)
  if (!response.headersSent) response.writeHead(501, { 'content-type': jsonType })
  response.end(JSON.stringify({ __type: 'SimulatorFailure', message }))
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
