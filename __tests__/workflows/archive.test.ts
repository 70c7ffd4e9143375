/** What a runner downloads of this repository: little, whole, and with no link that leads nowhere (it would break `$/`). */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'

const git = (...words: readonly string[]) => execFileSync('git', words, { maxBuffer: 256 * 1024 * 1024 })
const archive = git('archive', '--worktree-attributes', '--format=tar', 'HEAD')
const entries = readTar(archive)

/** Names of the entries, with where links lead. */
function readTar(bytes: Buffer): ReadonlyMap<string, string | undefined> {
  const found = new Map<string, string | undefined>()
  for (let at = 0; at + 512 <= bytes.length; ) {
    const text = (from: number, length: number) =>
      bytes.toString('utf8', at + from, at + from + length).replace(/\0.*$/s, '')
    const name = [text(345, 155), text(0, 100)].filter((part) => part !== '').join('/')
    const size = Number.parseInt(text(124, 12).trim() || '0', 8)
    const kind = text(156, 1)
    if (name !== '' && kind !== 'g' && kind !== 'x') found.set(name, kind === '2' ? text(157, 100) : undefined)
    at += 512 + Math.ceil(size / 512) * 512
  }
  return found
}

test('is at most 8 MB', () => {
  expect(archive.length).toBeGreaterThan(100_000)
  expect(archive.length).toBeLessThanOrEqual(8_000_000)
})

test('has the actions and what they run', () => {
  for (const action of ['action.yml', 'deploy/action.yml', 'rollback/action.yml']) {
    expect([...entries.keys()]).toContain(action)
    const { runs } = parse(readFileSync(action, 'utf8')) as { runs: { main: string; post?: string } }
    for (const file of [runs.main, runs.post ?? runs.main])
      expect([...entries.keys()]).toContain(join(dirname(action), file))
  }
  expect([...entries.keys()]).toEqual(expect.arrayContaining(['package.json', 'LICENSE', 'README.md']))
})

test('has nothing that only developers need', () => {
  const folders = [
    '__tests__',
    'simulator',
    'docs',
    'examples',
    'soak',
    'bench',
    'scripts',
    'workflows-templates',
    '.github',
  ]
  expect([...entries.keys()].filter((name) => folders.some((folder) => name.startsWith(`${folder}/`)))).toEqual([])
})

test('no link leads nowhere, neither in the archive nor in the repository', () => {
  const links = [...entries].filter(([, target]) => target !== undefined)
  expect(links.filter(([name, target]) => !entries.has(join(dirname(name), target ?? '')))).toEqual([])
  const tracked = git('ls-files', '--stage')
    .toString()
    .split('\n')
    .filter((line) => line.startsWith('120000'))
  const dangling = tracked.map((line) => line.split('\t')[1] ?? '').filter((path) => !existsSync(path))
  expect(dangling).toEqual([])
})
