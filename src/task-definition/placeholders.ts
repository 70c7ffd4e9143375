/** A placeholder without a value, at its offset in the text. */
export type UnsetPlaceholder = { readonly name: string; readonly offset: number }

/** A text in which every placeholder is replaced by a mark of the same length that no parser takes for anything but letters. */
export type MarkedText = {
  readonly text: string
  /** Puts the values in the place of the marks. */
  readonly reveal: (marked: string) => string
  /** Placeholders without a value in a part of the text. */
  readonly unsetIn: (from: number, to: number) => readonly UnsetPlaceholder[]
  /** Whether the whole text is one mark. */
  readonly isMark: (marked: string) => boolean
}

type Placeholder = { readonly name: string; readonly value: string | undefined }

// Marks are made of Unicode non-characters, which no text contains (Unicode 23.7): a start, digits, and filling.
const START = '\uFDD0'
const FIRST_DIGIT = 0xfdd1
const BASE = 29
const FILL = '\uFDEF'
const MARK = /\uFDD0([\uFDD1-\uFDED]+)\uFDEF*/g

/**
 * Hides the `${NAME}` placeholders of a text from the parser. The values are put into the parsed strings afterwards, so that
 * no value can break out of its string and every place in the file stays what it was. `$${NAME}` stands for `${NAME}` itself.
 *
 * @returns undefined where the text itself contains a mark, or more different placeholders than there are marks
 */
export function markPlaceholders(text: string, variables: ReadonlyMap<string, string>): MarkedText | undefined {
  const placeholders: Placeholder[] = []
  const marks = new Map<string, string>()
  const marked = text.replace(/(\$?)\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g, (whole, dollar: string, name: string) => {
    if (!marks.has(whole)) {
      marks.set(whole, markOf(placeholders.length, whole.length))
      placeholders.push({ name, value: dollar === '' ? variables.get(name) : whole.slice(1) })
    }
    return marks.get(whole) ?? whole
  })
  if (text.includes(START) || placeholders.length >= BASE ** 3) return undefined
  const find = (digits: string) => placeholders[indexOf(digits)]
  return {
    text: marked,
    reveal: (part) => part.replace(MARK, (mark, digits: string) => find(digits)?.value ?? mark),
    unsetIn: (from, to) =>
      [...marked.slice(from, to).matchAll(MARK)].flatMap((match) => {
        const placeholder = find(match[1] ?? '')
        return placeholder && placeholder.value === undefined
          ? [{ name: placeholder.name, offset: from + match.index }]
          : []
      }),
    isMark: (part) => part.replace(MARK, '') === '' && part.lastIndexOf(START) === 0,
  }
}

/** What a text without variables is: itself. */
export function unmarked(text: string): MarkedText {
  return { text, reveal: (part) => part, unsetIn: () => [], isMark: () => false }
}

function markOf(index: number, length: number): string {
  const digits: string[] = []
  for (let rest = index; rest > 0 || digits.length === 0; rest = Math.floor(rest / BASE)) {
    digits.unshift(String.fromCharCode(FIRST_DIGIT + (rest % BASE)))
  }
  return (START + digits.join('')).padEnd(length, FILL)
}

function indexOf(digits: string): number {
  return [...digits].reduce((index, digit) => index * BASE + digit.charCodeAt(0) - FIRST_DIGIT, 0)
}
