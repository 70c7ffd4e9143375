import type { DeployInputs } from './deploy-inputs.ts'
import type { Parser } from './input-reader.ts'
import { parsePairs } from './lines.ts'
import { bad, good } from './parsed.ts'

// API reference, Tag: characters, 128 and 256 of them, no "aws:", at most 50.
const allowed = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u
const parseTagPairs = parsePairs({ name: /^[^=]{1,128}$/, nameIs: 'a tag key of up to 128 characters' })
const mostTags = 50

/** Lines of `KEY=VALUE`; refuses what ECS would refuse, naming the key. */
export const parseTags: Parser<DeployInputs['tags']> = (text) => {
  const pairs = parseTagPairs(text)
  if (!pairs.ok) return pairs
  const wrong = pairs.value.flatMap(({ name, value }) => {
    if (/^aws:/i.test(name)) return [`The key ${name} starts with aws:, which is reserved for AWS.`]
    if (!allowed.test(name))
      return [
        `The key ${name} has a character that a tag cannot have. Allowed: letters, digits, spaces and _ . : / = + - @.`,
      ]
    if (!allowed.test(value))
      return [
        `The value of ${name} has a character that a tag cannot have. Allowed: letters, digits, spaces and _ . : / = + - @.`,
      ]
    return value.length > 256 ? [`The value of ${name} is longer than 256 characters.`] : []
  })
  if (pairs.value.length > mostTags) wrong.push(`${pairs.value.length} tags are given; ECS takes at most ${mostTags}.`)
  return wrong.length > 0 ? bad(...wrong) : good(pairs.value.map(({ name, value }) => ({ key: name, value })))
}
