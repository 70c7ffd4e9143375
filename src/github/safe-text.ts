import { stripVTControlCharacters } from 'node:util'

/**
 * Lines that can be printed although somebody else wrote them: no control, invisible or direction-changing characters,
 * nothing that the runner takes for a workflow command.
 *
 * The runner skips white space before `::` and finds `##[` anywhere in a line, both by a comparison that ignores
 * invisible characters (actions/runner, ActionCommand.cs): so indenting does not help, and a zero-width character neither.
 */
export function safeLines(text: string): string[] {
  return text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map(safeLine)
}

function safeLine(line: string): string {
  return withoutInvisible(line)
    .replace(/^(\s*)::/, '$1: :')
    .replaceAll('##[', '## [')
}

/** Without ANSI sequences, control characters (tabs become spaces) and characters that take no room. */
export function withoutInvisible(text: string): string {
  return stripVTControlCharacters(text)
    .replaceAll('\t', '  ')
    .replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}]/gu, '')
}

/** At most `limit` UTF-16 units, never half a character; what is cut is marked. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text
  const head = text.slice(0, limit - 1)
  return `${/[\uD800-\uDBFF]$/.test(head) ? head.slice(0, -1) : head}…`
}
