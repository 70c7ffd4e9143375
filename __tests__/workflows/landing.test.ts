/** `.ci/run`, which decides about a change, with a stand-in for npm: what it makes of what its parts say. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'landing-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

type Said = { readonly says?: string; readonly code?: number }

/** What each script says when all is well, by its words after `npm run`; the others say nothing. */
const well: Readonly<Record<string, Said>> = {
  test: { says: 'Test Suites: 9 passed, 9 total\nTests:       2 skipped, 100 passed, 102 total\nTime:        3 s' },
  'test:groups': { says: 'Tests:       20 passed, 20 total' },
  'test:simulator': { says: 'Tests:       30 passed, 30 total' },
  demo: { says: '20 runs in 31 s; all as expected.' },
  conformance: { says: '25 of 25 checks passed.' },
  'test:workflows': { says: 'ok   deploy.yml\n15 of 15 parts of the chain passed.' },
}

/** @returns its exit code, all lines, and what it had npm do */
function land(said: Readonly<Record<string, Said>>, env: Readonly<Record<string, string>> = {}) {
  mkdirSync(join(folder, '.ci'))
  cpSync('.ci/run', join(folder, '.ci/run'))
  const cases = Object.entries({ ...well, ...said }).map(([words, { says = '', code = 0 }], index) => {
    writeFileSync(join(folder, `said-${index}`), says === '' ? '' : `${says}\n`)
    return `'${words}') cat '${folder}/said-${index}' >&2; exit ${code} ;;`
  })
  const npm = `#!/usr/bin/env bash
[[ "$1" == run ]] && shift
echo "$*" >>'${folder}/asked'
case "$*" in
${cases.join('\n')}
esac
`
  mkdirSync(join(folder, 'bin'))
  writeFileSync(join(folder, 'bin/npm'), npm, { mode: 0o755 })
  const { status, stdout, stderr } = spawnSync('bash', [join(folder, '.ci/run')], {
    env: { PATH: `${join(folder, 'bin')}:${process.env.PATH}`, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  expect(stderr).toBe('')
  const asked = readFileSync(join(folder, 'asked'), 'utf8').trimEnd().split('\n')
  return { code: status, lines: stdout.trimEnd().split('\n'), asked }
}

/** The sum of what was counted, without the seconds. */
const sumOf = (lines: readonly string[]) => lines.slice(-5).map((line) => line.replace(/\d+ s$/, 'N s'))

test('all is well: it ends with the sum of what was counted, in the form of jest', () => {
  const { code, lines, asked } = land({})
  expect(code).toBe(0)
  // 100 + 20 + 30 tests, 20 runs, 25 checks, 15 parts of the chain.
  expect(sumOf(lines)).toEqual([
    'Test Suites: 9 passed, 9 total',
    'Tests:       2 skipped, 210 passed, 212 total',
    'Snapshots:   0 total',
    'Time:        N s',
    'Ran all test suites.',
  ])
  expect(lines.slice(lines.indexOf('== all parts'))).toContain('Tests:       2 skipped, 100 passed, 102 total')
  expect(asked[0]).toBe('ci')
  expect(asked.at(-1)).toBe('test:workflows')
})

test('every part tells its seconds beside its budget, once as it ends and once at the end', () => {
  const { lines } = land({})
  const told = lines.filter((line) => /^== .+: \d+ s of \d+ s$/.test(line))
  expect(told).toHaveLength(26)
  expect(told.slice(0, 13)).toEqual(told.slice(13))
})

describe('a part that fails ends it, with its exit code', () => {
  test('the tests: what failed is in the sum', () => {
    const says = 'Test Suites: 1 failed, 8 passed, 9 total\nTests:       3 failed, 1 skipped, 98 passed, 102 total'
    const { code, lines, asked } = land({ test: { says, code: 1 } })
    expect(code).toBe(1)
    expect(asked.at(-1)).toBe('test')
    expect(sumOf(lines)).toEqual([
      'FAILED with exit code 1: npm test',
      'Test Suites: 1 failed, 8 passed, 9 total',
      'Tests:       3 failed, 1 skipped, 98 passed, 102 total',
      'Snapshots:   0 total',
      'Time:        N s',
    ])
  })

  test.each([
    ['demo', '20 runs in 31 s; 2 not as expected.', 'Tests:       2 failed, 2 skipped, 138 passed, 142 total'],
    ['conformance', '24 of 25 checks passed.', 'Tests:       1 failed, 2 skipped, 194 passed, 197 total'],
    [
      'test:workflows',
      '11 of 15 parts of the chain passed.',
      'Tests:       4 failed, 2 skipped, 206 passed, 212 total',
    ],
  ])('%s: what failed is in the sum', (script, says, sum) => {
    const { code, lines } = land({ [script]: { says, code: 1 } })
    expect([code, lines.at(-3)]).toEqual([1, sum])
  })

  test.each([
    ['a command in the middle of a part', 'typecheck', 'lint, types, generated docs'],
    ['a part that counts nothing', 'matrix', 'every fault at every call'],
    ['the chain, for want of a Docker engine', 'test:workflows', 'workflows'],
  ])('%s: no sum that looks like success', (_name, script, part) => {
    const { code, lines, asked } = land({ [script]: { says: 'FAILED: it did not work', code: 7 } })
    expect(code).toBe(7)
    expect(asked.at(-1)).toBe(script)
    expect(lines.at(-1)).toBe(`FAILED with exit code 7: ${part}`)
    expect(lines).not.toContain('Snapshots:   0 total')
  })
})

test('a measurement has three tries', () => {
  const { code, asked } = land({ bench: { says: 'slow', code: 1 } })
  expect(code).toBe(1)
  expect(asked.filter((words) => words === 'bench')).toHaveLength(3)
})

test('a chain that was allowed not to be run is told before the sum', () => {
  const says = 'NOT RUN, as allowed: the chain of the workflows, for want of a Docker engine.'
  const { code, lines } = land({ 'test:workflows': { says } })
  expect(code).toBe(0)
  expect([lines.at(-6), lines.at(-4)]).toEqual([says, 'Tests:       2 skipped, 195 passed, 197 total'])
})

test('nothing allows that but whoever starts it', () => {
  // Whatever the script says of that variable, it says in a comment.
  expect(readFileSync('.ci/run', 'utf8')).not.toMatch(/^[^#\n]*WORKFLOW_CHAIN_WITHOUT_DOCKER/m)
})
