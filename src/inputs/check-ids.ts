import { type CheckId, checkIds } from '../preflight/ids.ts'
import type { Parser } from './input-reader.ts'
import { contentLines } from './lines.ts'
import { nearestName } from './nearest-name.ts'
import { bad, good } from './parsed.ts'

/** Ids of preflight's checks, one per line. */
export const parseCheckIds: Parser<readonly CheckId[]> = (text) => {
  const named = contentLines(text).map((line) => line.text)
  const unknown = named.filter((name) => !isCheckId(name))
  return unknown.length > 0 ? bad(...unknown.map(unknownId)) : good(named.filter(isCheckId))
}

function isCheckId(name: string): name is CheckId {
  return (checkIds as readonly string[]).includes(name)
}

function unknownId(name: string): string {
  if (name === 'image-absent') return '"image-absent" cannot be ignored: an image that is not there cannot be deployed.'
  const near = nearestName(name, checkIds)
  return `There is no check "${name}".${near === undefined ? '' : ` Did you mean ${near}?`} Write one id per line: ${checkIds.join(', ')}.`
}
