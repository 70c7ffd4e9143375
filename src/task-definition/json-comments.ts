/** Offset of a string whose line ends before its closing quote. */
export type Unclosed = { readonly unclosedAt: number }

/** Whether the text is meant as JSON: its first character that is not a space or in a comment opens an object or a list. */
export function looksLikeJson(text: string): boolean {
  return /^(?:\s|\/\/[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\/)*[{[]/.test(text)
}

/**
 * Replaces `//`, `/* … *\/` and `#` comments by spaces, so that every other character keeps its place. (The parser knows only
 * `#`, and not even that in the first column after a value.) A string that goes over the end of its line is reported: YAML would fold it, JSON forbids it.
 */
export function blankComments(text: string): string | Unclosed {
  const parts: string[] = []
  let from = 0
  for (let index = 0; index < text.length; index++) {
    const char = text[index]
    if (char === '"') {
      const end = endOfString(text, index)
      if (end === undefined) return { unclosedAt: index }
      index = end
    } else {
      const end = endOfComment(text, index)
      if (end === undefined) continue
      parts.push(text.slice(from, index), text.slice(index, end).replace(/[^\r\n]/g, ' '))
      from = end
      index = end - 1
    }
  }
  parts.push(text.slice(from))
  return parts.join('')
}

function endOfString(text: string, start: number): number | undefined {
  for (let index = start + 1; index < text.length; index++) {
    const char = text[index]
    if (char === '\\') index++
    else if (char === '"') return index
    else if (char === '\n') return undefined
  }
  return undefined
}

// `http://` and `a#b` without quotes are no comments.
function endOfComment(text: string, index: number): number | undefined {
  const before = text[index - 1] ?? ' '
  if (text[index] === '#') return /\s/.test(before) ? endOfLine(text, index) : undefined
  if (text[index] !== '/') return undefined
  if (text[index + 1] === '*') return endOfBlock(text, index)
  return text[index + 1] === '/' && before !== ':' ? endOfLine(text, index) : undefined
}

function endOfLine(text: string, index: number): number {
  const end = text.indexOf('\n', index)
  return end === -1 ? text.length : end
}

function endOfBlock(text: string, index: number): number {
  const end = text.indexOf('*/', index + 2)
  return end === -1 ? text.length : end + 2
}
