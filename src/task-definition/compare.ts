import { canonical, canonicalText } from './canonical.ts'
import { isObject, jsonText, memberText } from './json-text.ts'
import { STRUCTURES } from './shape.ts'
import { showDefaults } from './show-defaults.ts'
import type { TaskDefinition } from './task-definition.ts'
import { keyOfUnordered } from './unordered-lists.ts'

export { canonical }

/** One difference between two task definitions, safe to show: values of environment variables are never in it. */
export type Difference = {
  /** Readable place, e.g. `app: image`, `app: environment PORT`, `cpu`. */
  readonly path: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** Absent where there was nothing, or where the value must not be shown. */
  readonly before?: string
  readonly after?: string
}

/** Whether two definitions mean the same to ECS: what is sent equals what ECS describes afterwards. */
export function equalDefinitions(a: Partial<TaskDefinition>, b: Partial<TaskDefinition>): boolean {
  return canonicalText(a) === canonicalText(b)
}

/**
 * What is different, per container and member. Empty if and only if the definitions are equal.
 *
 * Shown are only values that cannot be secret: not those of environment variables, commands, labels and options of drivers.
 * Secrets are shown by their reference. Where one side has what ECS fills in, that is shown.
 */
export function differences(before: Partial<TaskDefinition>, after: Partial<TaskDefinition>): Difference[] {
  return showDefaults(ofMembers(canonical(before), canonical(after), ''), before, after)
}

const NO_MEMBERS: Readonly<Record<string, unknown>> = {}

/** Members of an object that one side may lack. */
function ofMembers(before: unknown, after: unknown, place: string): Difference[] {
  const old = isObject(before) ? before : NO_MEMBERS
  const now = isObject(after) ? after : NO_MEMBERS
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort()
  return names.flatMap((name) => ofMember(own(old, name), own(now, name), name, place))
}

function own(object: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined
}

function ofMember(before: unknown, after: unknown, name: string, place: string): Difference[] {
  if (jsonText(before) === jsonText(after)) return []
  const path = `${place}${name}`
  if (!KNOWN.has(name)) return [difference(path, before, after, false)]
  const key = keyOfUnordered(name)
  if (key && areListsOf(before, after)) return ofItems(list(before), list(after), name, key, place)
  if (FREE_TEXTS.has(name)) return ofFreeTexts(before, after, path)
  if (isStructure(before, after)) return ofMembers(before, after, `${path}.`)
  return [difference(path, before, after, !HIDDEN.has(name))]
}

/** What a member means that the API of this version does not know, nobody can say. */
const KNOWN: ReadonlySet<string> = new Set(Object.values(STRUCTURES).flatMap(({ members }) => Object.keys(members)))

// These may hold secrets: variables, `sh -c "… --token=…"`, settings of a proxy.
const HIDDEN: ReadonlySet<string> = new Set(['environment', 'properties', 'command', 'entryPoint'])

// And these: basic authentication in labels, tokens of log drivers, passwords of volume drivers.
const FREE_TEXTS: ReadonlySet<string> = new Set(['dockerLabels', 'options', 'driverOpts', 'labels'])

function areListsOf(before: unknown, after: unknown): boolean {
  return [before, after].every((value) => value === undefined || Array.isArray(value))
}

function isStructure(before: unknown, after: unknown): boolean {
  return [before, after].every((value) => value === undefined || isObject(value))
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** Items of a list without an order, told apart by their keys. */
function ofItems(
  before: readonly unknown[],
  after: readonly unknown[],
  name: string,
  key: (item: unknown) => string,
  place: string,
): Difference[] {
  const keys = [...new Set([...before, ...after].map(key))].sort()
  return keys.flatMap((wanted) => {
    const old = before.filter((item) => key(item) === wanted)
    const now = after.filter((item) => key(item) === wanted)
    if (jsonText(old) === jsonText(now)) return []
    const both = old.length === 1 && now.length === 1
    const path = `${place}${ITEM_NAMES.get(name) ?? name} ${wanted}`
    if (both && name === 'containerDefinitions') return ofMembers(old[0], now[0], `${wanted}: `)
    if (both && name === 'volumes') return ofMembers(old[0], now[0], `${path}: `)
    return [difference(path, shown(name, old), shown(name, now), !HIDDEN.has(name) && name !== 'volumes')]
  })
}

const ITEM_NAMES: ReadonlyMap<string, string> = new Map([
  ['containerDefinitions', 'container'],
  ['secrets', 'secret'],
  ['secretOptions', 'secret option'],
  ['portMappings', 'port'],
  ['mountPoints', 'mount point'],
  ['volumes', 'volume'],
  ['ulimits', 'ulimit'],
])

function shown(name: string, items: readonly unknown[]): unknown {
  if (items.length === 0) return undefined
  const telling = TELLING_MEMBER.get(name)
  const values = telling === undefined ? items : items.map((item) => memberText(item, telling))
  return values.length === 1 ? values[0] : values
}

/** The one member that is shown of an item, instead of all of them. */
const TELLING_MEMBER: ReadonlyMap<string, string> = new Map([
  ['containerDefinitions', 'image'],
  ['secrets', 'valueFrom'],
  ['secretOptions', 'valueFrom'],
])

/** Names and texts that the user made up. Where logs go is no secret; everything else may be one. */
function ofFreeTexts(before: unknown, after: unknown, path: string): Difference[] {
  const old = isObject(before) ? before : NO_MEMBERS
  const now = isObject(after) ? after : NO_MEMBERS
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])].sort()
  return names
    .filter((name) => jsonText(own(old, name)) !== jsonText(own(now, name)))
    .map((name) => difference(`${path} ${name}`, own(old, name), own(now, name), name.startsWith('awslogs-')))
}

function difference(path: string, before: unknown, after: unknown, show: boolean): Difference {
  const kind = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed'
  if (!show) return { path, kind }
  return {
    path,
    kind,
    ...(before !== undefined && { before: short(before) }),
    ...(after !== undefined && { after: short(after) }),
  }
}

const LONGEST = 120

function short(value: unknown): string {
  const text = typeof value === 'string' ? value : jsonText(value)
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
}
