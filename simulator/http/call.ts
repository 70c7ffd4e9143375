/** One API call: which operation, which fault, what is done, what is answered. Knows no sockets. */
import { advanceWorld } from '../advance.ts'
import type { KnownOperation } from '../ecs/operations.ts'
import type { Engine } from '../engine.ts'
import type { Faults } from '../faults.ts'
import type { ApiService } from '../neighbours/service.ts'
import { ApiError } from '../protocol/errors.ts'
import type { RateLimits } from '../protocol/rate-limits.ts'
import { checkInput, checkOutput } from '../protocol/schema.ts'
import type { Fault } from '../scenario.ts'
import type { World } from '../world/world.ts'
import { fromTheFuture } from './future.ts'
import type { History } from './history.ts'
import { deniedText, isDenied } from './permissions.ts'

export interface Call {
  readonly service: ApiService
  readonly operation: string
  readonly input: unknown
  readonly known: KnownOperation
  readonly requestId: string
}

export interface CallContext {
  readonly engine: Engine
  readonly faults: Faults
  readonly limits: RateLimits
  readonly history: History
  /** IAM actions that are refused; may change. */
  readonly deny: string[]
  now(): number
  wait(milliseconds: number): Promise<void>
}

/** What goes over the wire: an answer, a broken one, or none. */
export interface Outcome {
  readonly status: number
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
  readonly error?: string
  readonly applied: boolean
  /** `reset`: the connection is destroyed; `hang`: nothing is ever sent. */
  readonly delivery: 'send' | 'reset' | 'hang'
}

const rememberedSeconds = 60

/** Lets the world catch up, then does (or refuses) what is asked. Never throws for a client's mistake. */
export async function answerCall(context: CallContext, call: Call): Promise<Outcome> {
  const fault = context.faults.strike(call.service.name, call.operation)
  if (fault?.kind === 'delay') await context.wait(fault.seconds * 1000)
  catchUp(context)
  const early = fault === undefined ? undefined : outcomeWithoutEffect(context, call, fault)
  if (early !== undefined) return early
  const outcome = attempt(context, call, fault)
  if (fault?.kind === 'reset-after') return { ...outcome, delivery: 'reset' }
  if (fault?.kind === 'hang') return { ...outcome, delivery: 'hang' }
  return fault?.kind === 'malformed' ? { ...outcome, body: outcome.body.slice(0, 7) } : outcome
}

/** Where answers of the past are wanted, the way to now is taken in small steps, with a snapshot after each. */
export function catchUp({ engine, faults, history, now }: CallContext): void {
  const until = now()
  if (faults.needsHistory()) {
    advanceWorld(engine, until - rememberedSeconds * 1000)
    for (let at = engine.world.now; at < until; at += 1000) {
      advanceWorld(engine, at)
      history.record(engine.world)
    }
  }
  advanceWorld(engine, until)
  if (faults.needsHistory()) history.record(engine.world)
}

function outcomeWithoutEffect(context: CallContext, call: Call, fault: Fault): Outcome | undefined {
  const nothing = { status: 0, body: '', applied: false }
  const { wording } = call.service
  switch (fault.kind) {
    case 'throttle':
      return refusal(call, wording.throttled())
    case 'error':
      return refusal(call, new ApiError(fault.type, fault.message, fault.status ?? 400))
    case 'access-denied':
      return refusal(call, accessDenied(context.engine, call))
    case 'expired-token':
      return refusal(call, wording.expired())
    case 'http-500':
      return refusal(call, wording.failed())
    case 'reset-before':
      return { ...nothing, error: 'ConnectionReset', delivery: 'reset' }
    case 'hang':
      return fault.applied === true ? undefined : { ...nothing, error: 'NoAnswer', delivery: 'hang' }
    default:
      return undefined
  }
}

function attempt(context: CallContext, call: Call, fault: Fault | undefined): Outcome {
  const { engine, limits } = context
  const { service, known, operation, input } = call
  try {
    if (isDenied(context.deny, service.name, operation)) throw accessDenied(engine, call)
    if (service.name === 'ecs' && engine.world.options.rateLimits) limits.take(operation, engine.world.now)
    checkInput(known.schema, input, service.wording.complaints, service.enums)
    checkTaggingIsAllowed(context, call)
    const past = known.mutating ? undefined : pastFor(context, fault)
    if (known.mutating && context.faults.needsHistory()) context.history.recordBeforeChange(engine.world)
    const output = known.run(past === undefined ? engine : { ...engine, world: past }, input)
    checkOwnAnswer(call, output)
    const told = fault?.kind === 'future' ? fromTheFuture(known.schema[5], output, fault.set ?? {}) : output
    const body = service.wire.answer(call, known.schema, told)
    return { status: 200, body, applied: known.mutating, delivery: 'send' }
  } catch (error) {
    if (error instanceof ApiError) return refusal(call, error)
    throw error
  }
}

function pastFor({ engine, history }: CallContext, fault: Fault | undefined): World | undefined {
  if (fault?.kind === 'stale') return history.at(engine.world.now - fault.seconds * 1000)
  return fault?.kind === 'unaware' ? history.beforeChange() : undefined
}

/** A client's SDK drops in silence what the API's model lacks: such an answer would be a mistake that nobody sees. */
function checkOwnAnswer({ operation, known }: Call, output: object): void {
  try {
    checkOutput(known.schema, output)
  } catch (error) {
    throw new Error(`The answer to ${operation} does not follow the API's model: ${String(error)}`)
  }
}

/** Naming tags in a creating call needs the permission to tag as well (DG tag-on-create authorization). */
function checkTaggingIsAllowed(context: CallContext, call: Call): void {
  const { tags } = (call.input ?? {}) as { tags?: unknown[] }
  const creates = /^(Create|Register|Run)/.test(call.operation)
  const hasTags = Array.isArray(tags) && tags.length > 0
  const tagging = { ...call, operation: 'TagResource' }
  if (creates && hasTags && isDenied(context.deny, call.service.name, tagging.operation)) {
    throw accessDenied(context.engine, tagging)
  }
}

function accessDenied({ world }: Engine, { service, operation, input }: Call): ApiError {
  return service.wording.denied(deniedText(world, service.name, operation, input))
}

/** @returns the error as the service's protocol writes it */
export function refusal(call: Pick<Call, 'service' | 'operation' | 'requestId'>, error: ApiError): Outcome {
  const { body, headers } = call.service.wire.refuse(call, error)
  return { status: error.status, body, headers, error: error.type, applied: false, delivery: 'send' }
}
