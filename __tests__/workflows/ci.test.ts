/** The project's own workflows: what decides about a change, and how a release is made. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { jobsOf, own, type Step } from './files.ts'

const file = (name: string) => {
  const found = own.find(({ place }) => place === `.github/workflows/${name}`)
  if (found === undefined) throw new Error(`There is no workflow ${name}`)
  return found
}
const commands = (name: string, job: string) =>
  (file(name).workflow.jobs[job]?.steps ?? []).flatMap(({ run }: Step) => (run === undefined ? [] : [run]))

describe('ci.yml', () => {
  test('tests on three systems, and checks style, types, pages, bundle and workflows', () => {
    expect(file('ci.yml').text).toMatch(/os: \[ubuntu-[\d.]+, macos-\d+, windows-\d+\]/)
    expect(commands('ci.yml', 'test')).toEqual(['npm ci', 'npm test', 'npm run test:groups', 'npm run test:simulator'])
    expect(commands('ci.yml', 'lint')).toEqual([
      'npm ci',
      'npm run lint',
      'npm run typecheck',
      'npm run docs -- --check',
    ])
    expect(commands('ci.yml', 'check-dist')).toContain('npm run check:dist')
    expect(commands('ci.yml', 'workflows')).toEqual(
      expect.arrayContaining(['npm run lint:workflows', 'npm run test:workflows']),
    )
  })
})

describe('tests that do not run on every system', () => {
  const leftOut = JSON.parse(readFileSync('__tests__/left-out.json', 'utf8')) as Record<string, Record<string, string>>

  test('are named one by one, with a reason, and none of them is left out on Linux', () => {
    expect(Object.keys(leftOut)).toEqual(['darwin', 'win32'])
    for (const entries of Object.values(leftOut))
      for (const [path, why] of Object.entries(entries)) {
        expect([path, existsSync(path)]).toEqual([path, true])
        expect([path, statSync(path).isDirectory()]).toEqual([path, path.endsWith('/')])
        expect(why).toMatch(/\w+ \w+/)
      }
  })

  test('are listed where the page says what was not proven', () => {
    expect(readFileSync('docs/not-proven-on-aws.md', 'utf8')).toContain('__tests__/left-out.json')
  })
})

test('CodeQL looks at the sources and at the workflows', () => {
  expect(file('codeql.yml').text).toMatch(/javascript-typescript/)
  expect(file('codeql.yml').text).toMatch(/\bactions\b\]/)
})

describe('release.yml', () => {
  const { text } = file('release.yml')

  test('checks the bundle and the tests of the tag before anything is made of it', () => {
    expect(commands('release.yml', 'check')).toEqual(expect.arrayContaining(['npm run check:dist', 'npm test']))
    expect(file('release.yml').workflow.jobs.release?.needs).toBe('check')
  })

  test('attests the bundle, publishes with notes, and only then moves v1', () => {
    const order = ['uses: actions/attest@', 'gh release create', '--draft=false', 'git/refs/tags/$major'].map((part) =>
      text.indexOf(part),
    )
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(order).not.toContain(-1)
    expect(text).toMatch(/dist\/\*\.js/)
    expect(text).toMatch(/--notes-file/)
  })
})

test('no other workflow may write to the repository', () => {
  const writers = jobsOf(own).filter(([, { permissions }]) => permissions?.contents === 'write')
  expect(writers.map(([name]) => name)).toEqual(['.github/workflows/release.yml: release'])
})

test('the repository says how to report a weakness, how to take part, and what updates its dependencies', () => {
  for (const path of [
    'SECURITY.md',
    'CONTRIBUTING.md',
    '.github/dependabot.yml',
    '.github/ISSUE_TEMPLATE/wrong.yml',
    '.github/workflows/scorecard.yml',
    '.github/workflows/dependency-review.yml',
  ])
    expect([path, existsSync(path)]).toEqual([path, true])
  expect(readFileSync('.github/dependabot.yml', 'utf8')).toMatch(
    /package-ecosystem: github-actions[\s\S]*npm|npm[\s\S]*github-actions/,
  )
})
