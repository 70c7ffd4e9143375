import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from 'yaml'
import type { Problem } from '../problem.ts'
import type { FileEntry, FileNode } from './file-node.ts'
import { blankComments, looksLikeJson } from './json-comments.ts'
import { type MarkedText, markPlaceholders, unmarked } from './placeholders.ts'
import { positionsIn } from './positions.ts'
import { syntaxReason } from './syntax-reason.ts'
import type { Position } from './task-definition.ts'

// Aliases of aliases can make a small file huge; a task definition is at most 64 KiB (ECS quota list), far below these.
const MOST_VALUES = 200_000
const DEEPEST = 100

export type ReadFile = { readonly root: FileNode | undefined; readonly problems: readonly Problem[] }

type Reading = {
  readonly document: Document
  readonly marks: MarkedText
  readonly positionAt: (offset: number) => Position
  readonly problemAt: (offset: number, message: string) => Problem
  /** By offset, because an alias leads to the same place again. */
  readonly problems: Map<number, Problem>
  /** What is wrong here leaves nothing to look at further. */
  readonly giveUp: (offset: number, message: string) => void
  values: number
}

/**
 * Reads JSON (also with comments, trailing commas, a byte-order mark) or YAML into nodes that know their places.
 *
 * @param variables values of the `${NAME}` placeholders; absent: nothing is a placeholder
 * @returns the values, as far as the text could be read, and the problems at their places; for a syntax error one, the first
 */
export function readFileText(
  original: string,
  file: string,
  variables: ReadonlyMap<string, string> | undefined,
): ReadFile {
  const text = original.replace(/^\uFEFF/, '')
  const positionAt = positionsIn(text)
  const problemAt = (offset: number, message: string): Problem => ({ message, file, ...positionAt(offset) })
  const refused = (offset: number, message: string) => ({ root: undefined, problems: [problemAt(offset, message)] })

  const bare = looksLikeJson(text) ? blankComments(text) : text
  if (typeof bare !== 'string')
    return refused(bare.unclosedAt, 'The text that begins here has no closing quote on its line.')
  const marks = variables === undefined ? unmarked(bare) : markPlaceholders(bare, variables)
  if (marks === undefined)
    return refused(0, 'The file has characters (U+FDD0) that cannot be used together with variables.')
  const document = parse(marks.text)
  if (document === undefined) return refused(0, 'The values in this file are nested too deeply to be read.')
  const error = firstError(document)
  if (error) {
    const { offset, message } = syntaxReason(error, marks.text)
    return refused(offset, message)
  }
  if (document.contents === null) return refused(0, 'The file is empty. It must contain a task definition.')

  const problems = new Map<number, Problem>()
  const broken: Problem[] = []
  const giveUp = (offset: number, message: string) => broken.push(problemAt(offset, message))
  const root = nodeOf(document.contents, { document, marks, positionAt, problemAt, problems, giveUp, values: 0 }, 0)
  const [first] = broken
  return first ? { root: undefined, problems: [first] } : { root, problems: [...problems.values()] }
}

function parse(text: string): Document.Parsed | undefined {
  try {
    return parseDocument(text, { prettyErrors: false, logLevel: 'error', version: '1.2', schema: 'core' })
  } catch (error) {
    // The parser recurses; thousands of brackets exhaust the stack.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function firstError(document: Document): Document['errors'][number] | Document['warnings'][number] | undefined {
  return [...document.errors, ...document.warnings].sort((one, other) => one.pos[0] - other.pos[0])[0]
}

function nodeOf(node: Node | ParsedNode | null, reading: Reading, depth: number): FileNode {
  const offset = node?.range?.[0] ?? 0
  const at = reading.positionAt(offset)
  reading.values += 1
  if (depth > DEEPEST || reading.values > MOST_VALUES) {
    reading.giveUp(offset, 'The values in this file are nested too deeply, or repeated too often by aliases.')
    return { kind: 'list', items: [], at }
  }
  if (isAlias(node)) return nodeOf(resolved(node, reading), reading, depth + 1)
  if (isMap(node)) return { kind: 'object', entries: entriesOf(node as YAMLMap<Node, Node>, reading, depth + 1), at }
  if (isSeq(node))
    return { kind: 'list', items: node.items.map((item) => nodeOf(item as Node, reading, depth + 1)), at }
  return isScalar(node) ? scalarOf(node, reading) : { kind: 'scalar', value: null, text: '', placeholder: false, at }
}

function resolved(alias: Alias, reading: Reading): Node | null {
  return alias.resolve(reading.document) ?? null
}

function scalarOf(scalar: Scalar, reading: Reading): FileNode {
  const [from, to] = scalar.range ?? [0, 0]
  const at = reading.positionAt(from)
  const unset = reading.marks.unsetIn(from, to)
  for (const { name, offset } of unset) reading.problems.set(offset, reading.problemAt(offset, unsetReason(name)))
  if (unset.length > 0) return { kind: 'scalar', value: null, text: '', placeholder: false, refused: true, at }
  const { value } = scalar
  if (typeof value === 'string') {
    const text = reading.marks.reveal(value)
    const placeholder = scalar.type === 'PLAIN' && reading.marks.isMark(value)
    return { kind: 'scalar', value: text, text, placeholder, at }
  }
  if (typeof value === 'number' || typeof value === 'boolean') {
    return { kind: 'scalar', value, text: scalar.source ?? String(value), placeholder: false, at }
  }
  return { kind: 'scalar', value: null, text: '', placeholder: false, at }
}

function unsetReason(name: string): string {
  return `The placeholder \${${name}} has no value. Add it to the input "variables", or write $\${${name}} for the text itself.`
}

function entriesOf(map: YAMLMap<Node, Node>, reading: Reading, depth: number): FileEntry[] {
  const own: FileEntry[] = []
  const merged: FileEntry[] = []
  for (const { key, value } of map.items) {
    const name = nodeOf(key, reading, depth)
    if (name.kind !== 'scalar' || (name.text === '' && name.value === null)) {
      const pos: [number, number] = [key?.range?.[0] ?? map.range?.[0] ?? 0, 0]
      const { offset, message } = syntaxReason({ code: 'UNEXPECTED_TOKEN', message: '', pos }, reading.marks.text)
      reading.giveUp(offset, message)
    } else if (name.text === '<<' && isScalar(key) && key.type === 'PLAIN' && !isScalar(value)) {
      merged.push(...mergedEntries(nodeOf(value, reading, depth), reading, key))
    } else {
      own.push({ key: name.text, keyAt: name.at, value: nodeOf(value, reading, depth) })
    }
  }
  return withMerged(own, merged, reading, map)
}

// `<<: *anchor` takes the members of the other object, without touching those that are written here (YAML merge key).
function mergedEntries(node: FileNode, reading: Reading, key: Scalar): readonly FileEntry[] {
  if (node.kind === 'object') return node.entries
  if (node.kind === 'list') return node.items.flatMap((item) => mergedEntries(item, reading, key))
  reading.giveUp(key.range?.[0] ?? 0, '"<<" can only take the members of an object, or of a list of objects.')
  return []
}

function withMerged(own: FileEntry[], merged: readonly FileEntry[], reading: Reading, map: YAMLMap): FileEntry[] {
  const keys = new Set<string>()
  for (const { key } of own) {
    // Placeholders in names, and numbers and texts that look alike, can make names equal that the parser saw as different.
    if (keys.has(key)) reading.giveUp(map.range?.[0] ?? 0, 'Two members in this object have the same name.')
    keys.add(key)
  }
  for (const entry of merged) {
    if (!keys.has(entry.key)) own.push(entry)
    keys.add(entry.key)
  }
  return own
}
