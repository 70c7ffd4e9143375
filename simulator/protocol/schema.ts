/** Checks a request against the schemas that the AWS SDK publishes: required members, types, enumerations, unknown members. */
import { type EnumMembers, enumMembers } from './enums.ts'
import { ApiError, invalidParameter } from './errors.ts'

/** A schema as the SDK writes it: a number, a thunk, or a tuple (see `dist-es/schemas/schemas_0.js`). */
type Schema = number | readonly unknown[] | (() => unknown)

export type Kind =
  | { readonly kind: 'string' | 'number' | 'boolean' | 'timestamp' | 'any' }
  | { readonly kind: 'list' | 'map'; readonly member: Schema }
  | {
      readonly kind: 'structure'
      readonly name: string
      readonly members: readonly string[]
      readonly schemas: readonly Schema[]
      readonly required: number
    }

const listModifier = 64
const mapModifier = 128
const scalars: Readonly<Record<number, 'string' | 'number' | 'boolean' | 'timestamp'>> = {
  0: 'string',
  1: 'number',
  2: 'boolean',
  4: 'timestamp',
  5: 'timestamp',
  7: 'timestamp',
}

/** The traits that say how a member travels in XML and in a form body. */
export interface SchemaTraits {
  readonly xmlName?: string
  readonly ec2QueryName?: string
  readonly xmlFlattened?: unknown
}

/** @param schema of a member: `[schema, traits]` where it has any */
export function traitsOf(schema: unknown): SchemaTraits {
  if (!Array.isArray(schema) || typeof schema[1] === 'string' || typeof schema[1] !== 'object') return {}
  return schema[1] as SchemaTraits
}

/** The element of a list: its schema, and how it is called. */
export function memberSchema(member: unknown): { readonly schema: unknown; readonly traits: SchemaTraits } {
  return { schema: member, traits: traitsOf(member) }
}

/** @param schema as the SDK writes it; @returns what it describes; `any` where the check has nothing to say */
export function kindOf(schema: unknown): Kind {
  if (typeof schema === 'function') return kindOf(schema())
  if (typeof schema === 'number') return scalarKind(schema)
  if (!Array.isArray(schema)) return { kind: 'any' }
  if (typeof schema[1] !== 'string') return kindOf(schema[0])
  const [type, , name] = schema
  if (type === 3 || type === -3) {
    return {
      kind: 'structure',
      name: String(name),
      members: schema[4],
      schemas: schema[5],
      required: Number(schema[6] ?? 0),
    }
  }
  if (type === 1) return { kind: 'list', member: schema[4] }
  if (type === 2) return { kind: 'map', member: schema[5] }
  return kindOf(schema[4])
}

function scalarKind(schema: number): Kind {
  if (schema >= mapModifier) return { kind: 'map', member: schema - mapModifier }
  if (schema >= listModifier) return { kind: 'list', member: schema - listModifier }
  return { kind: scalars[schema] ?? 'any' }
}

/** How one service words what is wrong with a request. */
export interface Complaints {
  missing(path: string): ApiError
  wrongEnum(path: string, value: unknown, allowed: readonly string[]): ApiError
  wrongType(message: string, path: string): ApiError
}

/** The wording of ECS; also that of the check of our own answers. */
export const ecsComplaints: Complaints = {
  missing: (path) => invalidParameter(`Member '${path}' must not be null`),
  wrongEnum: (path, value, allowed) =>
    path.endsWith('.targetType')
      ? // DG troubleshooting-blue-green; the class is inferred.
        invalidParameter(`Invalid targetType. Valid values are: ${allowed.join(', ')}`)
      : invalidParameter(`Value '${value}' at '${path}' must be one of [${allowed.join(', ')}]`),
  wrongType: (message, path) =>
    new ApiError('SerializationException', path === '' ? message : `${message} (at ${path})`),
}

/**
 * @param operation the SDK's operation schema (`UpdateService$`)
 * @throws ApiError as `complaints` words it; of ECS: SerializationException for a wrong type or an unknown member,
 *   InvalidParameterException otherwise
 */
export function checkInput(
  operation: readonly unknown[],
  input: unknown,
  complaints: Complaints = ecsComplaints,
  enums: EnumMembers = enumMembers,
): void {
  check({ complaints, enums }, operation[4], input, '')
}

/** As `checkInput`, for an answer: keeps the simulator honest in its own tests. */
export function checkOutput(operation: readonly unknown[], output: unknown): void {
  check({ complaints: ecsComplaints, enums: enumMembers }, operation[5], output, '')
}

interface Checking {
  readonly complaints: Complaints
  readonly enums: EnumMembers
}

function check(checking: Checking, schema: unknown, value: unknown, path: string): void {
  if (value === null || value === undefined) return
  const kind = kindOf(schema)
  switch (kind.kind) {
    case 'any':
      return
    case 'string':
    case 'number':
    case 'boolean':
      checkScalar(checking, kind.kind, value, path)
      return
    case 'timestamp':
      checkScalar(checking, 'number', value, path)
      return
    case 'list':
      if (!Array.isArray(value)) throw checking.complaints.wrongType('Expected list or null', path)
      for (const [index, element] of value.entries()) check(checking, kind.member, element, `${path}[${index}]`)
      return
    case 'map':
      for (const [key, element] of Object.entries(asObject(checking, value, path)))
        check(checking, kind.member, element, `${path}.${key}`)
      return
    case 'structure':
      checkStructure(checking, kind, asObject(checking, value, path), path)
  }
}

function checkScalar(
  { complaints }: Checking,
  wanted: 'string' | 'number' | 'boolean',
  value: unknown,
  path: string,
): void {
  if (typeof value === wanted) return
  if (Array.isArray(value)) throw complaints.wrongType('Start of list found where not expected', path)
  if (typeof value === 'object') throw complaints.wrongType('Start of structure or map found where not expected.', path)
  const found =
    typeof value === 'boolean' ? `${String(value).toUpperCase()}_VALUE` : `${(typeof value).toUpperCase()}_VALUE`
  const target = { string: 'a String', number: 'an Integer', boolean: 'a Boolean' }[wanted]
  throw complaints.wrongType(`${found} can not be converted to ${target}`, path)
}

function asObject({ complaints }: Checking, value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || Array.isArray(value))
    throw complaints.wrongType('Unexpected value where a structure was expected', path)
  return value as Record<string, unknown>
}

function checkStructure(
  checking: Checking,
  kind: Extract<Kind, { kind: 'structure' }>,
  value: Record<string, unknown>,
  path: string,
): void {
  for (const member of Object.keys(value)) {
    // ECS itself ignores what it does not know; here it is an error, because it is a mistake of the client under test.
    if (!kind.members.includes(member)) throw checking.complaints.wrongType(`Unknown member ${member}`, path)
  }
  for (const [index, member] of kind.members.entries()) {
    const at = path === '' ? member : `${path}.${member}`
    if (index < kind.required && (value[member] === undefined || value[member] === null)) {
      throw checking.complaints.missing(at)
    }
    check(checking, kind.schemas[index], value[member], at)
    checkEnum(checking, `${kind.name}.${member}`, value[member], at)
  }
}

function checkEnum({ complaints, enums }: Checking, key: string, value: unknown, path: string): void {
  const allowed = enums[key]
  if (allowed === undefined || value === undefined || value === null) return
  for (const one of Array.isArray(value) ? value : [value]) {
    if (!Object.values(allowed).includes(String(one))) {
      throw complaints.wrongEnum(path, one, Object.values(allowed))
    }
  }
}
