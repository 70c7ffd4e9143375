import { nearestName } from '../inputs/nearest-name.ts'
import type { FileNode } from './file-node.ts'
import type { Path } from './task-definition.ts'
import { kindOf, pathText, placeText, report, type Visit } from './visit.ts'

/** Text; numbers and true/false are taken as they are written, so that `0755` stays `0755`. */
export function textOf(node: FileNode, path: Path, visit: Visit): string | undefined {
  if (node.kind !== 'scalar' || node.value === null) {
    return report(visit, node.at, `${pathText(path)} must be text, but is ${kindOf(node)}.`)
  }
  // A number is the usual way to write the size of a task in YAML; that needs no notice.
  const size = path.length === 1 && (path[0] === 'cpu' || path[0] === 'memory')
  if (typeof node.value !== 'string' && !size) visit.asText.push(placeText(path, node))
  return node.text
}

/**
 * One of a few words. ECS compares them with upper and lower case and refuses all others, so another word is a mistake, unless
 * the user says that ECS has learned it since. Where only a number differs (`http3`, `WINDOWS_SERVER_2028_CORE`) that is so
 * likely that it passes with a notice.
 */
export function oneOf(values: readonly string[], node: FileNode, path: Path, visit: Visit): string | undefined {
  if (node.kind !== 'scalar' || typeof node.value !== 'string') {
    return report(visit, node.at, `${pathText(path)} must be ${anyOf(values)}, but is ${kindOf(node)}.`)
  }
  const { text } = node
  if (values.includes(text)) return text
  const member = path.findLast((step) => typeof step === 'string') ?? ''
  if (visit.allowed.includes(String(member))) return text
  const near = nearestName(text, values)
  if (near && differsInNumber(text, near)) {
    const place = placeText(path, node)
    visit.notices.push(
      `${place} has a value that this version does not know; it is sent as it is. Known: ${anyOf(values)}.`,
    )
    return text
  }
  if (near) {
    return report(visit, node.at, `${pathText(path)} is "${text}"; did you mean "${near}"? ECS knows ${anyOf(values)}.`)
  }
  const way = `If ECS has learned it since, list ${member} in the input "allow-unknown-members".`
  return report(visit, node.at, `${pathText(path)} is "${text}", but ECS knows only ${anyOf(values)}. ${way}`)
}

function differsInNumber(one: string, other: string): boolean {
  return one.replace(/\d/g, '') === other.replace(/\d/g, '')
}

function anyOf(values: readonly string[]): string {
  return values.map((value) => `"${value}"`).join(values.length === 2 ? ' or ' : ', ')
}

/** A whole number, as all numbers of RegisterTaskDefinition are (botocore ecs/2014-11-13/service-2.json). */
export function integerOf(node: FileNode, path: Path, visit: Visit): number | undefined {
  if (node.kind === 'scalar') {
    const value = typeof node.value === 'string' && /^\s*[+-]?\d+\s*$/.test(node.text) ? Number(node.text) : node.value
    if (Number.isSafeInteger(value)) {
      if (typeof node.value === 'string' && !node.placeholder) visit.asNumber.push(placeText(path, node))
      return Number(value)
    }
  }
  return report(visit, node.at, `${pathText(path)} must be a whole number, but is ${kindOf(node)}.`)
}

/** True or false; the words in quotes too, in any case. */
export function booleanOf(node: FileNode, path: Path, visit: Visit): boolean | undefined {
  if (node.kind === 'scalar') {
    if (typeof node.value === 'boolean') return node.value
    if (typeof node.value === 'string' && /^(true|false)$/i.test(node.text)) {
      if (!node.placeholder) visit.asBoolean.push(placeText(path, node))
      return node.text.toLowerCase() === 'true'
    }
  }
  return report(visit, node.at, `${pathText(path)} must be true or false, but is ${kindOf(node)}.`)
}
