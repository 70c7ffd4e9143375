import { cut, withoutInvisible } from './safe-text.ts'

/** The longest foreign text that is shown in one place. */
const textLimit = 2000

/**
 * Foreign text as plain words of GitHub-flavoured Markdown: no markup, table cell border, HTML, mention or reference.
 * The zero-width space is the only thing that GitHub lets keep an `@` or `#` in prose without linking it.
 */
export function text(foreign: string): string {
  const unlinked = oneLine(foreign).replace(/([@#])(?=[\w-])/g, '$1\u200B')
  return escapeMarkup(unlinked)
    .replace(/^[#+=-]/, numeric)
    .replace(/^(\d+)[.)]/, '$1&#46;')
}

/** Foreign text in typewriter face; GitHub links no mentions there, so that what is copied is what it says. */
export function code(foreign: string): string {
  return `<code>${escapeMarkup(oneLine(foreign))}</code>`
}

/** Foreign lines as a block, fenced by more backticks than they hold. */
export function block(foreign: string, language = 'text'): string {
  const lines = foreign.split(/\r\n|[\n\r]/).map((line) => withoutInvisible(cut(line, textLimit)))
  const longest = Math.max(2, ...lines.flatMap((line) => (line.match(/`+/g) ?? []).map((ticks) => ticks.length)))
  const fence = '`'.repeat(longest + 1)
  return [`${fence}${language}`, ...lines, fence].join('\n')
}

/** A link, or just the label where there is no address. The label is Markdown already. */
export function link(label: string, address: string | undefined): string {
  return address === undefined ? label : `<a href="${address.replace(/[&<>"]/g, numeric)}">${label}</a>`
}

/** A table; cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A part that is closed until it is clicked. */
export function details(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`
}

function oneLine(foreign: string): string {
  return withoutInvisible(cut(foreign.replace(/[\s\p{Zl}\p{Zp}]+/gu, ' ').trim(), textLimit))
}

// Numeric references survive where a backslash would not: inside <code>.
function escapeMarkup(foreign: string): string {
  return foreign.replace(/[&<>|`*_~[\]\\!$\u200B]/g, numeric)
}

function numeric(character: string): string {
  return `&#${character.charCodeAt(0)};`
}
