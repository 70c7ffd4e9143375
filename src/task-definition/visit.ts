import type { Problem } from '../problem.ts'
import type { FileNode, FileScalar } from './file-node.ts'
import type { Path, Position } from './task-definition.ts'

/** One walk through a file: what was decided before it, and what it finds. */
export type Visit = {
  readonly file: string
  readonly allowed: readonly string[]
  readonly problems: Problem[]
  readonly notices: string[]
  readonly asText: string[]
  readonly asNumber: string[]
  readonly asBoolean: string[]
  readonly places: Map<string, Position>
}

/** Notes a problem; gives undefined, so that it can stand for the value that is not there. */
export function report(visit: Visit, at: Position, message: string): undefined {
  visit.problems.push({ message, file: visit.file, ...at })
}

/** What a value is, without showing it: it may be secret. */
export function kindOf(node: FileNode): string {
  if (node.kind === 'list') return 'a list'
  if (node.kind === 'object') return 'an object'
  if (node.value === null) return 'empty (null)'
  if (typeof node.value === 'number') return 'a number that ECS cannot take here'
  return typeof node.value === 'boolean' ? 'true or false' : 'text'
}

/** For notices: readable place and line. */
export function placeText(path: Path, node: FileScalar): string {
  return `${pathText(path)} (line ${node.at.line})`
}

/** What a structure is called in a message. */
export function describedAs(path: Path): string {
  if (path.length === 0) return 'a task definition'
  if (path.length === 2 && path[0] === 'containerDefinitions') return 'a container'
  return pathText(path)
}

/** `containerDefinitions[0].portMappings[1].containerPort` */
export function pathText(path: Path): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`)).join('')
}
