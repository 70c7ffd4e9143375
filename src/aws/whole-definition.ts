import type { ECSClient } from '@aws-sdk/client-ecs'

type Json = unknown
type JsonObject = Readonly<Record<string, Json>>

/** Names of members in a described task definition that this version of the SDK does not know and that were not allowed. */
const unknownNames = Symbol('members that the SDK does not know')

/**
 * Lets members of task definitions that this version of the SDK does not know pass through it both ways: its
 * serialiser leaves them out of a request without a word, its deserialiser out of an answer.
 *
 * @param allowed names of members, at any depth; others are only reported (`unknownIn`)
 */
export function passWholeDefinitions(client: ECSClient, allowed: readonly string[]): void {
  client.middlewareStack.add(
    (next) => (args) => {
      const request = args.request as { body?: string | Uint8Array; headers: Record<string, string> }
      const known = allowed.length === 0 ? undefined : parsed(request.body)
      if (known !== undefined) {
        request.body = JSON.stringify(withMembers(known, args.input, allowed))
        request.headers['content-length'] = String(Buffer.byteLength(request.body))
      }
      return next(args)
    },
    { step: 'build', name: 'sendUnknownMembers' },
  )
  const bodies = new WeakMap<object, Json>()
  // Nearest to the wire: the body can be read only once.
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args)
      const response = result.response as { body?: AsyncIterable<Uint8Array> | Uint8Array }
      const bytes = await bytesOf(response.body)
      response.body = bytes
      const body = parsed(bytes)
      if (body !== undefined) bodies.set(response, body)
      return result
    },
    { step: 'deserialize', priority: 'low', name: 'keepBody' },
  )
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args)
      const body = bodies.get(result.response as object)
      const output = result.output as { taskDefinition?: Json }
      if (isObject(body) && isObject(body.taskDefinition) && output.taskDefinition !== undefined) {
        const names = namesOnlyIn(body.taskDefinition, output.taskDefinition).filter((name) => !allowed.includes(name))
        output.taskDefinition = withMembers(output.taskDefinition, body.taskDefinition, allowed)
        Object.defineProperty(output.taskDefinition, unknownNames, { value: [...new Set(names)] })
      }
      return result
    },
    { step: 'deserialize', priority: 'high', name: 'receiveUnknownMembers' },
  )
}

/** What ECS said about a task definition and the SDK did not pass on. */
export function unknownIn(definition: object): readonly string[] {
  return (definition as { [unknownNames]?: readonly string[] })[unknownNames] ?? []
}

/** `known`, and in it those members of `whole` that have one of the names, at any depth; pure. Lists go by position. */
export function withMembers(known: Json, whole: Json, names: readonly string[]): Json {
  if (Array.isArray(known) && Array.isArray(whole)) {
    return known.map((item, index) => withMembers(item, whole[index], names))
  }
  if (!isObject(known) || !isObject(whole)) return known
  const kept = Object.entries(known).map(([name, value]): [string, Json] => [
    name,
    withMembers(value, whole[name], names),
  ])
  const added = Object.entries(whole).filter(
    ([name, value]) => names.includes(name) && !(name in known) && value != null,
  )
  return Object.fromEntries([...kept, ...added])
}

/** Names of members that `whole` has and `known` has not, at any depth; pure. Members that are null say nothing. */
export function namesOnlyIn(whole: Json, known: Json): readonly string[] {
  if (Array.isArray(whole) && Array.isArray(known))
    return whole.flatMap((item, index) => namesOnlyIn(item, known[index]))
  if (!isObject(whole) || !isObject(known)) return []
  return Object.entries(whole).flatMap(([name, value]) => {
    if (value == null) return []
    return known[name] === undefined ? [name] : namesOnlyIn(value, known[name])
  })
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}

async function bytesOf(body: AsyncIterable<Uint8Array> | Uint8Array | undefined): Promise<Uint8Array> {
  if (body === undefined) return new Uint8Array()
  if (body instanceof Uint8Array) return body
  const parts: Uint8Array[] = []
  for await (const part of body) parts.push(part)
  return Buffer.concat(parts)
}

/** The SDK tells what is wrong with a body that is no JSON. */
function parsed(body: string | Uint8Array | undefined): Json {
  try {
    return JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}
