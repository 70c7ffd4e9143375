/** Offset of a string whose line ends before its closing quote. */
export type Unclosed = { readonly unclosedAt: number }

/** Whether the text is meant as JSON: its first character that is not a space or in a comment opens an object or a list. */
export function looksLikeJson(text: string): boolean {
  return /^(?:\s|\/\/[^\n]*|#[^\n]*|\/\*[\s\S]*?\*\/)*[{[]/.test(text)
}

/**
 * Replaces `//` and `/* … *\/` comments by spaces, so that every other character keeps its place. (YAML, and so the parser,
 * knows only `#`.) A string that goes over the end of its line is reported: YAML would fold it, JSON forbids it.
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
    } else if (char === '#' && startsWord(text, index)) {
      index = endOfLine(text, index) - 1
    } else if (char === '/' && startsComment(text, index)) {
      const end = text[index + 1] === '/' ? endOfLine(text, index) : endOfBlock(text, index)
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

// `http://` without quotes is no comment.
function startsComment(text: string, index: number): boolean {
  return (text[index + 1] === '/' && text[index - 1] !== ':') || text[index + 1] === '*'
}

function startsWord(text: string, index: number): boolean {
  return index === 0 || /\s/.test(text[index - 1] ?? '')
}

function endOfLine(text: string, index: number): number {
  const end = text.indexOf('\n', index)
  return end === -1 ? text.length : end
}

function endOfBlock(text: string, index: number): number {
  const end = text.indexOf('*/', index + 2)
  return end === -1 ? text.length : end + 2
}
