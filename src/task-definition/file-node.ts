import type { Position } from './task-definition.ts'

/** A value in a file, before anybody asked what it is meant to be: every value knows its place and its text as written. */
export type FileNode = FileScalar | FileList | FileObject

export type FileScalar = {
  readonly kind: 'scalar'
  readonly value: string | number | boolean | null
  /** As written, without quotes and escapes; a number keeps its leading zeros. */
  readonly text: string
  /** The whole unquoted value came from a placeholder, so that it may stand for anything. */
  readonly placeholder: boolean
  /** A problem is already known here, so that nothing more needs to be said about the value. */
  readonly refused?: boolean
  readonly at: Position
}

export type FileList = { readonly kind: 'list'; readonly items: readonly FileNode[]; readonly at: Position }

export type FileObject = { readonly kind: 'object'; readonly entries: readonly FileEntry[]; readonly at: Position }

export type FileEntry = { readonly key: string; readonly keyAt: Position; readonly value: FileNode }

/** Sets a member, also one that is named like a setter of Object.prototype; `__proto__` stays an ordinary member. */
export function setMember(target: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true })
}

/** The plain value of a node, as JSON would have it. */
export function plainValue(node: FileNode): unknown {
  if (node.kind === 'scalar') return node.value
  if (node.kind === 'list') return node.items.map(plainValue)
  const result: Record<string, unknown> = {}
  for (const { key, value } of node.entries) setMember(result, key, plainValue(value))
  return result
}

/** A node for a value that was read from JSON; everything in it is at one place. */
export function nodeOfJson(value: unknown, at: Position): FileNode {
  if (Array.isArray(value)) return { kind: 'list', items: value.map((item) => nodeOfJson(item, at)), at }
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).map(([key, member]) => ({ key, keyAt: at, value: nodeOfJson(member, at) }))
    return { kind: 'object', entries, at }
  }
  const scalar = typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string' ? value : null
  return { kind: 'scalar', value: scalar, text: scalar === null ? '' : String(scalar), placeholder: false, at }
}

/** The member's value, if the node is an object that has it. */
export function memberOf(node: FileNode, key: string): FileNode | undefined {
  return node.kind === 'object' ? node.entries.find((entry) => entry.key === key)?.value : undefined
}
