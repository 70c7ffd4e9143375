import type { Parser } from './input-reader.ts'
import { bad, good } from './parsed.ts'

const bareEnd = /[\s'"\\]/
const escapableInDoubleQuotes = '$`"\\\n'

/**
 * A command as ECS takes it, a list of words: either a JSON list of texts, or one text that is split as a shell splits it
 * (single and double quotes, backslash). Nothing is expanded: `$X`, `*` and `~` stay as they are.
 */
export const parseCommand: Parser<readonly string[]> = (text) =>
  text.startsWith('[') ? jsonWords(text) : splitWords(text)

function jsonWords(text: string): ReturnType<Parser<readonly string[]>> {
  const form = 'It starts with "[" but is not a JSON list of texts such as ["npm", "run", "start"].'
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) && value.every((word) => typeof word === 'string') ? good(value) : bad(form)
  } catch {
    return bad(form)
  }
}

/** Splits by the quoting rules of the POSIX shell, XCU 2.2, without any expansion. */
export const splitWords: Parser<readonly string[]> = (text) => {
  const words: string[] = []
  let word: string | undefined
  let at = 0
  while (at < text.length) {
    const piece = readPiece(text, at)
    if ('message' in piece) return bad(piece.message)
    at = piece.next
    if (piece.text !== undefined) word = (word ?? '') + piece.text
    if (piece.endsWord && word !== undefined) {
      words.push(word)
      word = undefined
    }
  }
  return good(word === undefined ? words : [...words, word])
}

type Piece = { readonly next: number; readonly text?: string; readonly endsWord?: true } | { readonly message: string }

function readPiece(text: string, at: number): Piece {
  const first = text.charAt(at)
  if (/\s/.test(first)) return { next: at + 1, endsWord: true }
  if (first === "'") return singleQuoted(text, at)
  if (first === '"') return doubleQuoted(text, at)
  if (first === '\\') return escaped(text, at)
  const length = text.slice(at).search(bareEnd)
  const next = length === -1 ? text.length : at + length
  return { next, text: text.slice(at, next) }
}

function singleQuoted(text: string, at: number): Piece {
  const end = text.indexOf("'", at + 1)
  if (end === -1) return { message: `The ' at character ${at + 1} is not closed.` }
  return { next: end + 1, text: text.slice(at + 1, end) }
}

function doubleQuoted(text: string, at: number): Piece {
  let content = ''
  for (let index = at + 1; index < text.length; index++) {
    const character = text.charAt(index)
    if (character === '"') return { next: index + 1, text: content }
    const following = text.charAt(index + 1)
    if (character === '\\' && following !== '' && escapableInDoubleQuotes.includes(following)) {
      if (following !== '\n') content += following
      index++
    } else content += character
  }
  return { message: `The " at character ${at + 1} is not closed.` }
}

function escaped(text: string, at: number): Piece {
  const following = text.charAt(at + 1)
  if (following === '') return { message: 'It ends with a \\ that has nothing after it.' }
  // A backslash at the end of a line joins the lines, within a word too.
  if (following === '\n') return { next: at + 2 }
  return { next: at + 2, text: following }
}
