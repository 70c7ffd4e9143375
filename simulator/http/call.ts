/** One API call: which operation, which fault, what is done, what is answered. Knows no sockets. */
import { advanceWorld } from '../advance.ts'
import type { KnownOperation } from '../ecs/operations.ts'
import type { Engine } from '../engine.ts'
import type { Faults } from '../faults.ts'
import { ApiError } from '../protocol/errors.ts'
import { type RateLimits, throttled } from '../protocol/rate-limits.ts'
import { checkInput, checkOutput } from '../protocol/schema.ts'
import type { Fault } from '../scenario.ts'
import { lastPart } from '../world/arn.ts'
import type { History } from './history.ts'

export interface Call {
  readonly service: 'ecs' | 'ecr'
  readonly operation: string
  readonly input: unknown
  readonly known: KnownOperation
}

export interface CallContext {
  readonly engine: Engine
  readonly faults: Faults
  readonly limits: RateLimits
  readonly history: History
  readonly deny: readonly string[]
  now(): number
  wait(milliseconds: number): Promise<void>
}

/** What goes over the wire: an answer, a broken one, or none. */
export interface Outcome {
  readonly status: number
  readonly body: string
  readonly error?: string
  readonly applied: boolean
  /** `reset`: the connection is destroyed; `hang`: nothing is ever sent. */
  readonly delivery: 'send' | 'reset' | 'hang'
}

const rememberedSeconds = 60

/** Lets the world catch up, then does (or refuses) what is asked. Never throws for a client's mistake. */
export async function answerCall(context: CallContext, call: Call): Promise<Outcome> {
  const fault = context.faults.strike(call.service, call.operation)
  if (fault?.kind === 'delay') await context.wait(fault.seconds * 1000)
  catchUp(context)
  const early = fault === undefined ? undefined : outcomeWithoutEffect(context, call, fault)
  if (early !== undefined) return early
  const outcome = attempt(context, call, fault?.kind === 'stale' ? fault.seconds : 0)
  if (fault?.kind === 'reset-after') return { ...outcome, delivery: 'reset' }
  if (fault?.kind === 'hang') return { ...outcome, delivery: 'hang' }
  return fault?.kind === 'malformed' ? { ...outcome, body: '{"serv' } : outcome
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
  switch (fault.kind) {
    case 'throttle':
      return failure(throttled())
    case 'error':
      return failure(new ApiError(fault.type, fault.message, fault.status ?? 400))
    case 'access-denied':
      return failure(accessDenied(context.engine, call))
    case 'expired-token':
      return failure(new ApiError('ExpiredTokenException', 'The security token included in the request is expired'))
    case 'http-500':
      return failure(new ApiError('ServerException', 'Service Unavailable. Please try again later.', 500))
    case 'reset-before':
      return { ...nothing, error: 'ConnectionReset', delivery: 'reset' }
    case 'hang':
      return fault.applied === true ? undefined : { ...nothing, error: 'NoAnswer', delivery: 'hang' }
    default:
      return undefined
  }
}

function attempt(context: CallContext, call: Call, staleSeconds: number): Outcome {
  const { engine, limits, history } = context
  try {
    if (isDenied(context.deny, call)) throw accessDenied(engine, call)
    if (call.service === 'ecs' && engine.world.options.rateLimits) limits.take(call.operation, engine.world.now)
    checkInput(call.known.schema, call.input)
    checkTaggingIsAllowed(context, call)
    const past =
      call.known.mutating || staleSeconds === 0 ? undefined : history.at(engine.world.now - staleSeconds * 1000)
    const output = call.known.run(past === undefined ? engine : { ...engine, world: past }, call.input)
    checkOwnAnswer(call, output)
    return { status: 200, body: JSON.stringify(output), applied: call.known.mutating, delivery: 'send' }
  } catch (error) {
    if (error instanceof ApiError) return failure(error)
    throw error
  }
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
  const creates = /^(Create|Register)/.test(call.operation)
  const tagging = { ...call, operation: 'TagResource' }
  if (creates && (tags ?? []).length > 0 && isDenied(context.deny, tagging)) throw accessDenied(context.engine, tagging)
}

function isDenied(deny: readonly string[], { service, operation }: Call): boolean {
  return deny.some((action) => action === `${service}:${operation}` || action === `${service}:*` || action === '*')
}

/** The standard IAM wording for identity-based policies. */
function accessDenied({ world }: Engine, { service, operation, input }: Call): ApiError {
  const action = `${service}:${operation}`
  const who = `arn:aws:sts::${world.account}:assumed-role/deployer/session`
  const message = `User: ${who} is not authorized to perform: ${action} on resource: ${resourceOf(world, service, input)} because no identity-based policy allows the ${action} action`
  return new ApiError('AccessDeniedException', message)
}

interface NamedResource {
  readonly repositoryName?: string
  readonly cluster?: string
  readonly service?: string
  readonly family?: string
}

function resourceOf({ region, account }: Engine['world'], prefix: string, input: unknown): string {
  const { repositoryName, cluster = 'default', service, family } = (input ?? {}) as NamedResource
  const arn = (resource: string): string => `arn:aws:${prefix}:${region}:${account}:${resource}`
  if (repositoryName !== undefined) return arn(`repository/${repositoryName}`)
  if (service !== undefined) return arn(`service/${lastPart(cluster)}/${lastPart(service)}`)
  return family === undefined ? '*' : arn(`task-definition/${family}:*`)
}

const failure = ({ type, message, status }: ApiError): Outcome => ({
  status,
  body: JSON.stringify({ __type: type, message }),
  error: type,
  applied: false,
  delivery: 'send',
})
