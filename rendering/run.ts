/**
 * `npm run test:rendering [-- FILE.md …] [--pictures] [--picture FILE.png]`: renders Markdown as GitHub does and says what is wrong
 * with it. Without files, it makes job summaries of its own with the built actions; with --pictures it draws those of the docs.
 * --picture draws the first file. Needs Python 3.10
 * with venv or pip, PyPI, and Chromium, which it installs with apt-get for root.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { withoutInvisible } from '../src/github/safe-text.ts'
import { type Browser, openBrowser } from './browser.ts'
import { faultsOf } from './faults.ts'
import { look, type Theme, themes, toHtml, writePage } from './render.ts'
import { hostileNames, makeSummaries, writeCharts } from './summaries.ts'

const folder = resolve('.tmp/rendering')
/** Pictures of the docs, by the text they show. */
const pictures = [
  { name: 'deployed', theme: 'default' },
  { name: 'crash', theme: 'default' },
  { name: 'crash', theme: 'dark' },
  { name: 'large', theme: 'default' },
  { name: 'comment-changes', theme: 'default', as: 'plan' },
] as const

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { pictures: { type: 'boolean', default: false }, picture: { type: 'string' } },
  })
  rmSync(join(folder, 'pages'), { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const own = positionals.length === 0
  const names = own ? hostileNames() : []
  const files = own
    ? [...(await makeSummaries(join(folder, 'summaries'))), writeCharts(join(folder, 'summaries'), names)]
    : positionals
  const [html, browser] = await Promise.all([toHtml(files, folder), openBrowser(folder)])
  let wrong = 0
  for (const [index, file] of files.entries()) {
    const faults = await faultsInThemes(
      browser,
      file,
      html[index] ?? '',
      file.endsWith('hostile-names.md') ? names : [],
    )
    wrong += faults.length
    console.log(`${faults.length === 0 ? 'good ' : 'WRONG'}  ${basename(file)}`)
    for (const fault of faults) console.log(`       ${fault}`)
  }
  if (values.pictures && own) await drawAll(browser, files, html)
  if (values.picture !== undefined) await draw(browser, html[0] ?? '', 'default', 'picture', resolve(values.picture))
  console.log(
    `${files.length} texts, each in ${themes.join(' and ')}; ${wrong === 0 ? 'nothing' : wrong} wrong with them.`,
  )
  return wrong === 0 ? 0 : 1
}

async function faultsInThemes(
  browser: Browser,
  file: string,
  html: string,
  names: readonly string[],
): Promise<readonly string[]> {
  const markdown = readFileSync(file, 'utf8')
  const faults = new Set<string>()
  for (const theme of themes) {
    const page = writePage(html, theme, true, join(folder, 'pages'), basename(file, '.md'))
    const rendered = await look(browser, page)
    for (const fault of faultsOf(markdown, rendered)) faults.add(fault)
    for (const [index, name] of names.entries()) {
      const shown = shownName(name)
      const texts = rendered.diagrams[index]?.texts ?? []
      // A space more or less is the browser's affair.
      if (!texts.some((text) => tight(text) === tight(shown)))
        faults.add(`${JSON.stringify(name)} is shown as ${JSON.stringify(texts)}`)
    }
  }
  return [...faults]
}

/** As the chart writes it: on one line, cut to 24 characters. */
function shownName(name: string): string {
  const whole = withoutInvisible(name.toWellFormed().replace(/\s+/g, ' ')).trim() || '-'
  return whole.length > 24 ? whole.slice(0, 23) : whole
}

function tight(text: string): string {
  return text.replace(/[\s…]/g, '')
}

async function drawAll(browser: Browser, files: readonly string[], html: readonly string[]): Promise<void> {
  for (const { name, theme, ...one } of pictures) {
    const index = files.findIndex((file) => basename(file) === `${name}.md`)
    const picture = resolve(`docs/pictures/${'as' in one ? one.as : name}${theme === 'dark' ? '-dark' : ''}.png`)
    await draw(browser, html[index] ?? '', theme, name, picture)
  }
}

/** With its details closed, as it is when somebody opens the page. */
async function draw(browser: Browser, html: string, theme: Theme, name: string, picture: string): Promise<void> {
  const page = writePage(html, theme, false, join(folder, 'pages'), name)
  const { height } = await look(browser, page)
  await browser.picture(page, height + 16, picture)
}

process.exitCode = await main()
