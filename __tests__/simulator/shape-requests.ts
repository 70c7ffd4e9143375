/** Requests made from the SDK's own schemas: valid ones, and each mistake that a schema knows. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Schema, type Structure, schemaOf } from './shape-schema.ts'

type Json = Record<string, unknown>
/** What a member of that name is in the account under test; looked up as `Operation.member`, then `member`. */
export type Samples = Readonly<Record<string, unknown>>
/** Values by `Structure.member`. */
export type Enums = ReadonlyMap<string, readonly string[]>

export interface Mistake {
  readonly path: string
  readonly input: unknown
}

/** @param operation `UpdateService$` and its like @throws Error if its input is no structure */
export function inputOf(operation: readonly unknown[]): Structure {
  const input = schemaOf(operation[4])
  if (input.kind !== 'structure') throw new Error('The input of an operation is a structure')
  return input
}

/** @throws Error where a required member has no sample: then `samples` lacks a name, or the operation a sense here */
export function validInput(operation: string, input: Structure, samples: Samples): Json {
  const members = input.members.flatMap(([member]) => {
    const sample = samples[`${operation}.${member}`] ?? samples[member]
    if (sample === undefined && input.required.includes(member)) throw new Error(`No sample for ${operation}.${member}`)
    return sample === undefined ? [] : [[member, sample]]
  })
  return Object.fromEntries(members) as Json
}

/** Each required member left out, at every depth. */
export function withoutRequired(input: Structure, enums: Enums): readonly Mistake[] {
  return places(input, enums).flatMap(({ structure, path, wrap }) =>
    structure.required.map((member) => {
      const { [member]: _left, ...rest } = minimal(structure, enums)
      return { path: below(path, member), input: wrap(rest) }
    }),
  )
}

/** Each member with a value of another type, at every depth. */
export function withWrongTypes(input: Structure, enums: Enums): readonly Mistake[] {
  return places(input, enums).flatMap(({ structure, path, wrap }) =>
    structure.members.flatMap(([member, schema]) =>
      schemaOf(schema).kind === 'any'
        ? []
        : [
            {
              path: below(path, member),
              input: wrap({ ...minimal(structure, enums), [member]: wrongFor(schemaOf(schema)) }),
            },
          ],
    ),
  )
}

/** Each member that has an enumeration with a value outside of it, at every depth. */
export function withWrongEnums(input: Structure, enums: Enums): readonly Mistake[] {
  return places(input, enums).flatMap(({ structure, path, wrap }) =>
    structure.members.flatMap(([member, schema]) => {
      if (!enums.has(`${structure.name}.${member}`)) return []
      const wrong = schemaOf(schema).kind === 'list' ? ['NO_SUCH_VALUE'] : 'NO_SUCH_VALUE'
      return [{ path: below(path, member), input: wrap({ ...minimal(structure, enums), [member]: wrong }) }]
    }),
  )
}

export interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

/** @param target `x-amz-target` */
export async function post(url: string, target: string, input: unknown): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target },
    body: JSON.stringify(input),
  })
  return { status: response.status, body: (await response.json()) as Answer['body'] }
}

/** @returns the mistakes that were not refused with that error type in a message that names the member */
export async function notRefused(
  url: string,
  target: string,
  mistakes: readonly Mistake[],
  type: string,
): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const { path, input } of mistakes) {
    const { status, body } = await post(url, target, input)
    const member = path.split('.').at(-1) ?? path
    const names = String(body.message).toLowerCase().includes(member.toLowerCase())
    if (status !== 400 || body.__type !== type || !names) {
      wrong.push(`${path}: ${status} ${String(body.__type)} ${String(body.message)}`)
    }
  }
  return wrong
}

interface Place {
  readonly structure: Structure
  readonly path: string
  /** From the structure's value to a whole request. */
  readonly wrap: (value: Json) => unknown
}

const below = (path: string, member: string): string => (path === '' ? member : `${path}.${member}`)

/** Every structure below an input, each once. */
function places(input: Structure, enums: Enums): readonly Place[] {
  const seen = new Set<string>([input.name])
  const found: Place[] = [{ structure: input, path: '', wrap: (value) => value }]
  for (const place of found) {
    for (const [member, schema] of place.structure.members) {
      const inside = insideOf(schemaOf(schema))
      if (inside === undefined || seen.has(inside.structure.name)) continue
      seen.add(inside.structure.name)
      found.push({
        structure: inside.structure,
        path: below(place.path, member),
        wrap: (value) => place.wrap({ ...minimal(place.structure, enums), [member]: inside.wrap(value) }),
      })
    }
  }
  return found
}

function insideOf(schema: Schema): { structure: Structure; wrap: (value: Json) => unknown } | undefined {
  if (schema.kind === 'structure') return { structure: schema, wrap: (value) => value }
  if (schema.kind !== 'list' && schema.kind !== 'map') return undefined
  const { kind } = schema
  const inside = insideOf(schemaOf(schema.element))
  if (inside === undefined) return undefined
  const { structure, wrap } = inside
  return { structure, wrap: (value) => (kind === 'list' ? [wrap(value)] : { key: wrap(value) }) }
}

/** Required members only, with any value of the right type. */
function minimal({ name, members, required }: Structure, enums: Enums): Json {
  const needed = members.filter(([member]) => required.includes(member))
  return Object.fromEntries(
    needed.map(([member, schema]) => [member, anyOf(schemaOf(schema), enums.get(`${name}.${member}`), enums)]),
  )
}

function anyOf(schema: Schema, values: readonly string[] | undefined, enums: Enums): unknown {
  switch (schema.kind) {
    case 'structure':
      return minimal(schema, enums)
    case 'list':
      return [anyOf(schemaOf(schema.element), values, enums)]
    case 'map':
      return { key: anyOf(schemaOf(schema.element), values, enums) }
    case 'boolean':
      return true
    case 'number':
      return 1
    default:
      return values?.[0] ?? 'x'
  }
}

/** A text where there is something inside, a list of a structure where a single value is wanted. */
const wrongFor = ({ kind }: Schema): unknown => (kind === 'list' || kind === 'map' || kind === 'structure' ? 'x' : [{}])

/**
 * Which member takes which enumeration: read from the type declarations of the SDK's package, as its schemas do not say
 * it, and independently of the list that the simulator keeps.
 * @param sdk the package's exports, where an enumeration is an object of texts
 */
export function enumsOf(packageName: string, sdk: Readonly<Record<string, unknown>>): Enums {
  const folder = join(import.meta.dirname, '../../node_modules', packageName, 'dist-types/models')
  const files = readdirSync(folder).filter((file) => /^models_\d+\.d\.ts$/.test(file))
  const text = files.map((file) => readFileSync(join(folder, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')).join('\n')
  const found = new Map<string, readonly string[]>()
  for (const [, structure, body = ''] of text.matchAll(/export interface (\w+) \{([\s\S]*?)\n\}/g)) {
    for (const [, member, type = ''] of body.matchAll(/^\s+(\w+)\??: (\w+)(?:\[\])? \| undefined;/gm)) {
      const values = sdk[type]
      if (typeof values === 'object' && values !== null && !Array.isArray(values)) {
        found.set(`${structure}.${member}`, Object.values(values as Record<string, string>))
      }
    }
  }
  return found
}
