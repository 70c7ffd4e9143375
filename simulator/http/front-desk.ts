/** Takes a request as bytes, finds the service it is for, and gives back what goes over the wire. Knows no sockets. */
import { createDirectory, type Destination } from '../neighbours/directory.ts'
import type { ApiService } from '../neighbours/service.ts'
import { ApiError } from '../protocol/errors.ts'
import { json11 } from '../protocol/json.ts'
import type { Clock } from '../time/clock.ts'
import type { Random } from '../time/random.ts'
import { answerCall, type Call, type CallContext, type Outcome, refusal } from './call.ts'
import { answerControl } from './control.ts'

export interface RecordedRequest {
  /** Virtual milliseconds. */
  readonly at: number
  /** As in IAM actions: `ecs`, `ecr`, `logs`, `elasticloadbalancing` … */
  readonly service: string
  readonly operation: string
  readonly input: unknown
  readonly status: number
  readonly error?: string
  readonly mutating: boolean
  /** Whether the operation took effect, also where its answer was lost. */
  readonly applied: boolean
}

/** A request without its connection. Header names in lower case. */
export interface PlainRequest {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

export interface PlainAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** `reset`: the connection breaks; `hang`: no answer ever comes. */
export type Delivery = PlainAnswer | 'reset' | 'hang'

export interface FrontDesk {
  /** @throws Error for a mistake of the simulator itself */
  take(request: PlainRequest): Promise<Delivery>
}

export interface DeskParts {
  readonly context: CallContext
  readonly clock: Clock
  readonly recorded: RecordedRequest[]
  readonly requestIds: Random
  /** Of this server: asked for late, the port is known once it listens. */
  readonly baseUrl: () => string
}

export function createFrontDesk(parts: DeskParts): FrontDesk {
  const find = createDirectory(parts.baseUrl)
  return {
    take: (request) =>
      request.url.startsWith('/_simulator/')
        ? Promise.resolve(control(parts, request))
        : answer(parts, find(request), request),
  }
}

function control(parts: DeskParts, { method, url, body: text }: PlainRequest): PlainAnswer {
  const { status, body } = answerControl(parts, method, url, text)
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : `${JSON.stringify(body, undefined, 2)}\n`,
  }
}

async function answer(
  parts: DeskParts,
  destination: Destination | undefined,
  request: PlainRequest,
): Promise<Delivery> {
  const requestId = parts.requestIds.uuid()
  const service = await destination?.load()
  const outcome =
    destination === undefined || service === undefined
      ? unknownService(request)
      : await answerOperation(parts, service, destination.operation, request.body, requestId)
  if (outcome.delivery !== 'send') return outcome.delivery
  return {
    status: outcome.status,
    headers: {
      'content-type': (service?.wire ?? json11).contentType,
      'x-amzn-requestid': requestId,
      date: new Date(parts.clock.now()).toUTCString(),
      ...outcome.headers,
    },
    body: outcome.body,
  }
}

function unknownService({ headers }: PlainRequest): Outcome {
  const target = String(headers['x-amz-target'] ?? '')
  const asked = target === '' ? 'requests without x-amz-target or Action' : target
  const body = JSON.stringify({
    __type: 'UnknownOperationException',
    message: `The simulator does not model ${asked}.`,
  })
  return { status: 400, body, error: 'UnknownOperationException', applied: false, delivery: 'send' }
}

async function answerOperation(
  parts: DeskParts,
  service: ApiService,
  operation: string,
  body: string,
  requestId: string,
): Promise<Outcome> {
  const known = Object.hasOwn(service.operations, operation) ? service.operations[operation] : undefined
  const exchange = { service, operation, requestId }
  if (known === undefined) {
    const message = `The simulator does not model ${service.name}:${operation}.`
    return refusal(exchange, new ApiError(service.wording.unknownOperation, message))
  }
  try {
    return await record(parts, { ...exchange, known, input: service.wire.read(known.schema, body) })
  } catch (error) {
    if (error instanceof ApiError) return refusal(exchange, error)
    throw error
  }
}

async function record({ context, recorded }: DeskParts, call: Call): Promise<Outcome> {
  const outcome = await answerCall(context, call)
  const { status, error, applied } = outcome
  recorded.push({
    at: context.engine.world.now,
    service: call.service.name,
    operation: call.operation,
    input: call.input,
    status,
    ...(error !== undefined && { error }),
    mutating: call.known.mutating,
    applied,
  })
  return outcome
}
