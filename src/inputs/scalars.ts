import type { Parser } from './input-reader.ts'
import { bad, good } from './parsed.ts'

/** `true` or `false` in any case. */
export const parseBoolean: Parser<boolean> = (text) => {
  const word = text.toLowerCase()
  if (word === 'true') return good(true)
  if (word === 'false') return good(false)
  return bad(`"${text}" is neither true nor false.`)
}

/** One of a few words in any case; the result is spelt as in `words`. */
export function parseChoice<Word extends string>(words: readonly Word[]): Parser<Word> {
  return (text) => {
    const word = words.find((candidate) => candidate.toLowerCase() === text.toLowerCase())
    return word === undefined ? bad(`"${text}" is not one of ${words.join(', ')}.`) : good(word)
  }
}

/** A whole number between two limits, both allowed. */
export function parseInteger(least: number, most: number): Parser<number> {
  return (text) => {
    const number = Number(text)
    if (/^\d+$/.test(text) && number >= least && number <= most) return good(number)
    return bad(`"${text}" is not a whole number from ${least} to ${most}.`)
  }
}

/** A whole number between two limits, or one of a few words in any case. */
export function parseIntegerOr<Word extends string>(
  least: number,
  most: number,
  words: readonly Word[],
): Parser<number | Word> {
  return (text) => {
    const word = words.find((candidate) => candidate.toLowerCase() === text.toLowerCase())
    if (word !== undefined) return good(word)
    const number = parseInteger(least, most)(text)
    return number.ok
      ? number
      : bad(`"${text}" is neither ${words.join(', nor ')} nor a whole number from ${least} to ${most}.`)
  }
}

/** Minutes above 0, also as `0.5`. */
export function parseMinutes(most: number): Parser<number> {
  return (text) => {
    const number = Number(text)
    if (/^\d+(?:\.\d+)?$/.test(text) && number > 0 && number <= most) return good(number)
    return bad(`"${text}" is not a number of minutes above 0 and up to ${most}.`)
  }
}

/** A text that must have a certain form; `expected` completes the sentence "… is not …". */
export function parseForm(pattern: RegExp, expected: string): Parser<string> {
  return (text) => (pattern.test(text) ? good(text) : bad(`"${text}" is not ${expected}.`))
}
