import { nearestName } from '../inputs/nearest-name.ts'
import type { Problem } from '../problem.ts'
import { booleanOf, integerOf, oneOf, textOf } from './conform-scalars.ts'
import { type FileEntry, type FileNode, type FileObject, nodeOfJson, plainValue, setMember } from './file-node.ts'
import { READ_ONLY_MEMBERS, type Shape, STRUCTURES, type Structure } from './shape.ts'
import type { Path, Position } from './task-definition.ts'
import { describedAs, kindOf, pathText, report, type Visit } from './visit.ts'

/** What was found on the way through a file. */
export type Conformed = {
  /** Only members that RegisterTaskDefinition takes, with the types that it wants. */
  readonly value: Record<string, unknown>
  readonly problems: readonly Problem[]
  readonly notices: readonly string[]
  readonly locate: (path: Path) => Position | undefined
}

const REQUEST = 'RegisterTaskDefinitionRequest'

/** Not in the schema, but refused by the API without it: "Container.name should not be null or empty". */
const ALSO_REQUIRED: Readonly<Record<string, readonly string[]>> = { ContainerDefinition: ['name'] }

/** The service's own family is used where the file names none. */
const NOT_REQUIRED: Readonly<Record<string, readonly string[]>> = { [REQUEST]: ['family'] }

/**
 * Makes of a file's values what RegisterTaskDefinition takes. Converts only where nothing can be lost, and reports everything
 * else at its place.
 *
 * @param allowUnknownMembers names that are kept as they are although the API of this SDK does not know them
 */
export function conform(root: FileObject, file: string, allowUnknownMembers: readonly string[]): Conformed {
  const visit: Visit = {
    file,
    allowed: allowUnknownMembers,
    problems: [],
    notices: [],
    asText: [],
    asNumber: [],
    asBoolean: [],
    places: new Map(),
  }
  const value = structureOf(REQUEST, root, [], visit)
  const notices = [
    ...visit.notices,
    ...listed('Sent as text, exactly as written, because ECS wants text there', visit.asText),
    ...listed('Read as a number, because ECS wants a number there', visit.asNumber),
    ...listed('Read as true or false, because ECS wants that there', visit.asBoolean),
  ]
  return { value, problems: visit.problems, notices, locate: (path) => visit.places.get(JSON.stringify(path)) }
}

function listed(what: string, places: readonly string[]): string[] {
  if (places.length === 0) return []
  const more = places.length > 10 ? ` and ${places.length - 10} more` : ''
  return [`${what}: ${places.slice(0, 10).join(', ')}${more}.`]
}

/** The value for a place that wants this shape; undefined where it is unset, or wrong and reported. */
function wantedValue(shape: Shape, node: FileNode, path: Path, visit: Visit): unknown {
  visit.places.set(JSON.stringify(path), node.at)
  if (shape === 'integer') return integerOf(node, path, visit)
  if (shape === 'boolean') return booleanOf(node, path, visit)
  if (shape === 'string') return textOf(node, path, visit)
  if ('oneOf' in shape) return oneOf(shape.oneOf, node, path, visit)
  const whole = unfolded(node, path, visit)
  if ('list' in shape) return listOf(shape.list, whole, path, visit)
  if ('map' in shape) return mapOf(shape.map, whole, path, visit)
  if (whole.kind === 'object') return structureOf(shape.structure, whole, path, visit)
  const members = Object.keys(STRUCTURES[shape.structure]?.members ?? {}).slice(0, 3)
  return report(
    visit,
    node.at,
    `${pathText(path)} must be an object with members such as ${members.join(', ')}, but is ${kindOf(whole)}.`,
  )
}

// An unquoted placeholder may stand for a whole list or object, written as JSON.
function unfolded(node: FileNode, path: Path, visit: Visit): FileNode {
  if (node.kind !== 'scalar' || !node.placeholder) return node
  try {
    return nodeOfJson(JSON.parse(node.text), node.at)
  } catch {
    report(
      visit,
      node.at,
      `The value of the placeholder at ${pathText(path)} must be JSON, because ECS wants more than one value there.`,
    )
    return { kind: 'list', items: [], at: node.at }
  }
}

function structureOf(name: string, node: FileObject, path: Path, visit: Visit): Record<string, unknown> {
  const structure = STRUCTURES[name] ?? { required: [], members: {} }
  const result: Record<string, unknown> = {}
  const present = new Set<string>()
  visit.places.set(JSON.stringify(path), node.at)
  for (const entry of node.entries) {
    const shape = Object.hasOwn(structure.members, entry.key) ? structure.members[entry.key] : undefined
    if (isRefused(entry.value)) present.add(entry.key)
    // A known member that is null is unset; an unknown one is a mistake whatever its value.
    if (isNull(entry.value) && shape !== undefined) continue
    if (shape === undefined) {
      keepUnknown(name, structure, entry, result, path, visit)
    } else if (!isUnset(name, shape, entry)) {
      present.add(entry.key)
      const value = wantedValue(shape, entry.value, [...path, entry.key], visit)
      if (value !== undefined) setMember(result, entry.key, value)
    }
  }
  reportMissing(name, structure, present, node, path, visit)
  return result
}

function reportMissing(
  name: string,
  structure: Structure,
  present: ReadonlySet<string>,
  node: FileObject,
  path: Path,
  visit: Visit,
): void {
  const required = [...structure.required, ...(ALSO_REQUIRED[name] ?? [])]
  for (const member of required) {
    if (present.has(member) || NOT_REQUIRED[name]?.includes(member)) continue
    report(
      visit,
      node.at,
      `${pathText([...path, member])} is missing. ECS does not accept ${describedAs(path)} without it.`,
    )
  }
}

function isRefused(node: FileNode): boolean {
  return node.kind === 'scalar' && node.refused === true
}

function isNull(node: FileNode): boolean {
  return node.kind === 'scalar' && node.value === null
}

// `""` means "unset" in definitions that tools have written. It does so only where the API could not take an empty text: where
// it wants something else than text, one of a few words, or a setting of the whole task. Everywhere else `""` is a value.
function isUnset(structure: string, shape: Shape, { key, value }: FileEntry): boolean {
  if (value.kind !== 'scalar' || value.text !== '') return false
  return shape !== 'string' || structure === REQUEST || ALSO_REQUIRED[structure]?.includes(key) === true
}

function keepUnknown(
  name: string,
  structure: Structure,
  entry: FileEntry,
  result: Record<string, unknown>,
  path: Path,
  visit: Visit,
): void {
  const { key, keyAt, value } = entry
  if (name === REQUEST && READ_ONLY_MEMBERS.includes(key)) return
  if (name === REQUEST && key === '$schema') {
    visit.notices.push('The member "$schema" is for editors; it is not sent to ECS.')
  } else if (visit.allowed.includes(key)) {
    visit.places.set(JSON.stringify([...path, key]), value.at)
    setMember(result, key, plainValue(value))
    visit.notices.push(`${pathText([...path, key])} is not known to this version; it is sent as it is.`)
  } else {
    report(visit, keyAt, `Unknown member "${key}" in ${describedAs(path)}${hint(key, name, structure)}`)
  }
}

function hint(key: string, name: string, structure: Structure): string {
  const near = nearestName(key, Object.keys(structure.members))
  if (near) return `; did you mean "${near}"?`
  if (name !== REQUEST && Object.hasOwn(STRUCTURES[REQUEST]?.members ?? {}, key)) {
    return `; "${key}" belongs to the task definition itself, outside of containerDefinitions.`
  }
  if (name !== 'ContainerDefinition' && Object.hasOwn(STRUCTURES.ContainerDefinition?.members ?? {}, key)) {
    return `; "${key}" belongs to a container in containerDefinitions.`
  }
  return '. Remove it, or list it in the input "allow-unknown-members".'
}

function listOf(item: Shape, node: FileNode, path: Path, visit: Visit): unknown {
  if (node.kind === 'object' && typeof item === 'object' && 'structure' in item && item.structure === 'Tag') {
    return tagsOf(node, path, visit)
  }
  if (node.kind !== 'list')
    return report(visit, node.at, `${pathText(path)} must be a list, but is ${kindOf(node)}. ${listForm(item)}`)
  return node.items.flatMap((element, index) => {
    const place = [...path, index]
    if (isRefused(element)) return []
    if (isNull(element))
      return (
        report(visit, element.at, `${pathText(place)} is empty (null). Remove it, or write "" for an empty text.`) ?? []
      )
    const value = wantedValue(item, element, place, visit)
    return value === undefined ? [] : [value]
  })
}

function listForm(item: Shape): string {
  if (item === 'integer') return 'Write [0, 1].'
  if (typeof item !== 'object' || 'oneOf' in item)
    return 'Write each word as an item of its own: ["word", "next word"].'
  if (!('structure' in item)) return 'Put the items in [ ].'
  if (item.structure === 'KeyValuePair') return 'Write [{"name": "NAME", "value": "text"}].'
  if (item.structure === 'Secret') return 'Write [{"name": "NAME", "valueFrom": "ARN of the secret or parameter"}].'
  return 'Put it in [ ], also if there is only one.'
}

// Nothing is lost between {"team": "shop"} and [{"key": "team", "value": "shop"}].
function tagsOf(node: FileObject, path: Path, visit: Visit): unknown[] {
  return node.entries.map(({ key, value }, index) => {
    const place = [...path, index]
    visit.places.set(JSON.stringify(place), value.at)
    return { key, value: isNull(value) ? '' : textOf(value, [...place, 'value'], visit) }
  })
}

function mapOf(item: Shape, node: FileNode, path: Path, visit: Visit): unknown {
  if (node.kind !== 'object') {
    return report(
      visit,
      node.at,
      `${pathText(path)} must be an object such as {"name": "text"}, but is ${kindOf(node)}.`,
    )
  }
  const result: Record<string, unknown> = {}
  for (const { key, value } of node.entries) {
    if (isNull(value)) continue
    const member = wantedValue(item, value, [...path, key], visit)
    if (member !== undefined) setMember(result, key, member)
  }
  return result
}
