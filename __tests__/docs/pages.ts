/** What the tests look at in the pages that people read. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type CodeBlock = {
  readonly page: string
  readonly line: number
  readonly language: string
  readonly text: string
}

/** README, changelog and everything in docs/, as paths from the root. */
export const pagePaths: readonly string[] = [
  'README.md',
  'CHANGELOG.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
]

export function readPage(path: string): string {
  return readFileSync(path, 'utf8')
}

/** Fenced blocks of one page, without the indentation of the list that they stand in. */
export function codeBlocks(page: string): readonly CodeBlock[] {
  const text = readPage(page)
  return [...text.matchAll(/^( *)```([a-z]*)\n([\s\S]*?)^\1```$/gm)].map(
    ({ index, 1: indent = '', 2: language = '', 3: body = '' }) => ({
      page,
      line: text.slice(0, index).split('\n').length,
      language,
      text: body.replace(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  )
}

/** The blocks of all pages in one language. */
export function blocksIn(language: string): readonly CodeBlock[] {
  return pagePaths.flatMap(codeBlocks).filter((block) => block.language === language)
}

/** Text outside of code, where links and headings stand. */
export function prose(page: string): string {
  return readPage(page)
    .replace(/^( *)```[a-z]*\n[\s\S]*?^\1```$/gm, '')
    .replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()<>]/g, ''))
}

/** Where links and pictures of a page lead to. */
export function linkTargets(page: string): readonly string[] {
  const text = prose(page)
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g), ...text.matchAll(/(?:src|href)="([^"]+)"/g)]
  return links.map(([, target = '']) => target)
}

/** The anchors that GitHub gives the headings of a page. */
export function anchors(page: string): readonly string[] {
  return [...prose(page).matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}
