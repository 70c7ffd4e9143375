/** An answer of an API that has moved on: members and values that no client knows. */
import { kindOf } from '../protocol/schema.ts'

const unknownMember = 'simulatedFutureMember'

/**
 * @param set value by place, `services[].deployments[].rolloutState`
 * @returns a copy of the answer with one unknown member in each structure, and these values where the places exist
 */
export function fromTheFuture(schema: unknown, output: object, set: Readonly<Record<string, unknown>>): object {
  const copy = withUnknownMembers(schema, structuredClone(output)) as object
  for (const [place, value] of Object.entries(set)) put(copy, place.split('.'), value)
  return copy
}

function withUnknownMembers(schema: unknown, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const kind = kindOf(schema)
  if (Array.isArray(value)) {
    return kind.kind === 'list' ? value.map((item) => withUnknownMembers(kind.member, item)) : value
  }
  if (kind.kind !== 'structure') return value
  const known = Object.entries(value).map(([name, member]) => {
    const index = kind.members.indexOf(name)
    return [name, index < 0 ? member : withUnknownMembers(kind.schemas[index], member)] as const
  })
  return { ...Object.fromEntries(known), [unknownMember]: { mode: 'NOT_YET_INVENTED' } }
}

function put(into: unknown, place: readonly string[], value: unknown): void {
  const [first, ...rest] = place
  if (first === undefined || typeof into !== 'object' || into === null) return
  const name = first.replace('[]', '')
  const members = into as Record<string, unknown>
  if (rest.length === 0) members[name] = value
  else if (first.endsWith('[]'))
    for (const item of (members[name] as unknown[] | undefined) ?? []) put(item, rest, value)
  else put(members[name], rest, value)
}
