/**
 * Reads the schemas that the SDK's packages export (`UpdateServiceRequest$` …), apart from the simulator's own reader: a
 * misunderstanding in one is seen by the other.
 */

export type Schema =
  | { readonly kind: 'text' | 'number' | 'boolean' | 'any' }
  | { readonly kind: 'list' | 'map'; readonly element: unknown }
  | Structure

export interface Structure {
  readonly kind: 'structure'
  readonly name: string
  /** Names with their schemas, unread. */
  readonly members: readonly (readonly [string, unknown])[]
  readonly required: readonly string[]
}

const scalars: Readonly<Record<number, Schema>> = {
  0: { kind: 'text' },
  1: { kind: 'number' },
  2: { kind: 'boolean' },
  4: { kind: 'number' },
}

/** @param written a number, a tuple that begins with its type, a pair of schema and traits, or a function that gives one */
export function schemaOf(written: unknown): Schema {
  if (typeof written === 'function') return schemaOf(written())
  if (typeof written === 'number') {
    if (written >= 128) return { kind: 'map', element: written - 128 }
    return written >= 64 ? { kind: 'list', element: written - 64 } : (scalars[written] ?? { kind: 'any' })
  }
  if (!Array.isArray(written)) return { kind: 'any' }
  const [type, , name, , fourth, fifth, required] = written
  if (typeof written[1] !== 'string') return schemaOf(type)
  if (type === 1) return { kind: 'list', element: fourth }
  if (type === 2) return { kind: 'map', element: fifth }
  if (type !== 3 && type !== -3) return schemaOf(fourth)
  const names: readonly string[] = fourth
  return {
    kind: 'structure',
    name,
    members: names.map((member, index) => [member, fifth[index]]),
    required: names.slice(0, Number(required ?? 0)),
  }
}
