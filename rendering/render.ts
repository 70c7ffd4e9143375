/** Markdown as GitHub shows it. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { run } from '../conformance/command.ts'
import { installPython } from '../conformance/python.ts'
import { allowList } from './allow-list.ts'
import type { Browser } from './browser.ts'

const here = import.meta.dirname
const style = resolve('docs/pictures/github.css')
const mermaid = resolve('node_modules/@mermaid-js/tiny/dist/mermaid.tiny.js')

/** GitHub's colours. */
export const themes = ['default', 'dark'] as const
export type Theme = (typeof themes)[number]

/** What a page was found to be. */
export type Rendered = {
  /** What the allow-list has taken away. */
  readonly removed: readonly string[]
  /** What is wrong with tables. */
  readonly tables: readonly string[]
  readonly diagrams: readonly Diagram[]
  readonly height: number
}

export type Diagram = {
  readonly error?: string
  readonly texts: readonly string[]
  readonly bars: number
  /** Pairs of texts that lie on each other. */
  readonly overlaps: readonly string[]
}

/** Markdown files as HTML, by cmark-gfm. @throws Error with the next step if Python or PyPI is missing */
export async function toHtml(files: readonly string[], folder: string): Promise<readonly string[]> {
  const python = await installPython(join(folder, 'python'), join(here, 'requirements.txt'))
  const environment = { ...process.env, ...python.environment }
  const { code, stdout, stderr } = await run(
    python.interpreter,
    [join(here, 'github-markdown.py'), ...files],
    environment,
    60,
  )
  if (code !== 0) throw new Error(`cmark-gfm failed:\n${stderr}`)
  return JSON.parse(stdout) as string[]
}

/** The page of a text, as a file for the browser. */
export function writePage(html: string, theme: Theme, open: boolean, folder: string, name: string): string {
  const given = JSON.stringify({ html, allowList, theme, open }).replaceAll('<', '\\u003c')
  mkdirSync(folder, { recursive: true })
  const page = join(folder, `${name}-${theme}${open ? '-open' : ''}.html`)
  const text = [
    '<!doctype html><meta charset="utf-8">',
    `<style>${readFileSync(style, 'utf8')}</style><main></main>`,
    `<script src="file://${mermaid}"></script>`,
    `<script>window.given = ${given}</script>`,
    `<script>${readFileSync(join(here, 'in-page.js'), 'utf8')}</script>`,
  ]
  writeFileSync(page, text.join('\n'))
  return page
}

/** Lets the browser draw a page, and reads what its script found. @throws Error if the script did not come to its end */
export async function look(browser: Browser, page: string): Promise<Rendered> {
  const dom = await browser.dump(page)
  const [, found] = /<script type="application\/json" id="found">(.*?)<\/script>/s.exec(dom) ?? []
  if (found === undefined) throw new Error(`The script in ${page} did not come to its end.`)
  return JSON.parse(found) as Rendered
}
