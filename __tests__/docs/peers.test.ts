import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { defects } from '../../scripts/peers-page/defects.ts'
import { peersPage } from '../../scripts/peers-page.ts'

const shown = defects.flatMap((defect) => (defect.shown === undefined ? [] : [defect.shown]))

/** Titles of tests as they stand in a file: those of `test` and `describe`, and the first column of their tables. */
function titlesIn(file: string): readonly string[] {
  const text = readFileSync(join('__tests__', file), 'utf8')
  return [...text.matchAll(/(?:\(\s*|\[\s*)(["'`])((?:(?!\1).)+)\1/g)].map(([, , title = '']) => title)
}

test('docs/peers.md is what the list says', () => {
  expect(readFileSync('docs/peers.md', 'utf8')).toBe(peersPage(defects))
})

test.each(shown)('%s has the test "%s"', (file, title) => {
  expect(existsSync(join('__tests__', file))).toBe(true)
  expect(titlesIn(file)).toContain(title)
})

test('every scenario that is named after a defect is in the list', () => {
  const named = readdirSync('__tests__/scenarios/peers').filter((name) => name.endsWith('.test.ts'))
  for (const name of named) {
    const file = `scenarios/peers/${name}`
    const text = readFileSync(join('__tests__', file), 'utf8')
    const titles = [...text.matchAll(/(?:\btest|\]\))\(\s*['`](.+?)['`],\s*async/g)].map(([, title]) => title)
    expect(titles.length).toBeGreaterThan(0)
    const listed = shown.filter(([where]) => where === file).map(([, title]) => title)
    expect([...new Set(listed)].sort()).toEqual([...titles].sort())
  }
})

test('what is not built yet claims no test', () => {
  for (const { ours, shown: test } of defects) expect(ours === 'Not built yet').toBe(test === undefined)
})

test('each issue stands in the name of the scenario that shows it', () => {
  for (const { issues = [], shown: test } of defects) {
    const [file, title = ''] = test ?? ['']
    const unnamed = issues.filter((url) => !new RegExp(`\\b${url.split('/').at(-1)}\\b`).test(title))
    if (file.startsWith('scenarios/')) expect([title, unnamed]).toEqual([title, []])
  }
})
