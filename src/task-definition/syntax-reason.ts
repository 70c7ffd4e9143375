import type { YAMLParseError } from 'yaml'

/** Where and why the text cannot be read, in plain words. The parser's own message is not shown: it may quote the file. */
export function syntaxReason(error: Pick<YAMLParseError, 'code' | 'message' | 'pos'>, text: string): Reason {
  const [offset] = error.pos
  const message = missingReason(error) ?? REASONS[error.code] ?? otherReason(error.code)
  return unfilledPlaceholder(text, offset) ?? { offset, message }
}

export type Reason = { readonly offset: number; readonly message: string }

const UNEXPECTED = 'This is not expected here: a quote, comma, colon or bracket before it is missing or too many.'

const REASONS: Readonly<Partial<Record<string, string>>> = {
  BAD_ALIAS: 'The alias (*name) has no anchor (&name) before it.',
  BAD_DQ_ESCAPE: 'This is no escape that a quoted text can have. Write "\\\\" for a backslash.',
  BAD_INDENT: 'The indentation does not fit, or a closing bracket is missing.',
  BAD_SCALAR_START: 'A text cannot begin with this character. Put it in quotes.',
  BLOCK_IN_FLOW: 'Inside brackets, every value must be written with brackets and quotes too.',
  DUPLICATE_KEY: 'This member is there twice. Remove one of them.',
  MULTIPLE_DOCS: 'A second document ("---") begins here. Keep one task definition per file.',
  TAB_AS_INDENT: 'YAML is indented with spaces; here is a tab.',
  TAG_RESOLVE_FAILED: 'A tag such as "!Ref" means nothing in a task definition. Write the value itself.',
  BLOCK_AS_IMPLICIT_KEY: UNEXPECTED,
  MULTILINE_IMPLICIT_KEY: UNEXPECTED,
  UNEXPECTED_TOKEN: UNEXPECTED,
}

function missingReason({ code, message }: Pick<YAMLParseError, 'code' | 'message'>): string | undefined {
  if (code !== 'MISSING_CHAR' && code !== 'BAD_INDENT') return undefined
  if (message.startsWith('Missing , or :')) return 'A colon or a comma is missing before this.'
  if (message.startsWith('Missing , ')) return 'A comma is missing before this.'
  const quote = /^Missing closing (.)quote/.exec(message)
  if (quote) return `The text that begins before this has no closing quote (${quote[1]}).`
  const bracket = /end with a ([\]}])$/.exec(message)
  return bracket ? `The closing "${bracket[1]}" is missing.` : undefined
}

/** The commonest reason for a file that is not JSON: a template that nobody has filled in. */
function unfilledPlaceholder(text: string, offset: number): Reason | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const line = text.slice(start).split('\n', 1)[0] ?? ''
  const hit = [...line.matchAll(/\$\{[^{}]*\}|\{\{.*?\}\}/g)].find(
    ({ index, 0: found }) => start + index - 1 <= offset && offset <= start + index + found.length,
  )
  if (hit === undefined) return undefined
  const message = hit[0].startsWith('$')
    ? `The placeholder ${hit[0]} has no value. Give it one with the input "variables", or fill in the file before this step.`
    : `This looks like a placeholder of a template. Fill in the file before this step, or write \${NAME} and use the input "variables".`
  return { offset: start + hit.index, message }
}

function otherReason(code: string): string {
  return `This is neither valid JSON nor valid YAML (${code}).`
}
