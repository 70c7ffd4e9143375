/** The project's own workflows: what decides about a change, and how a release is made. */
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { jobsOf, own, type Step, scriptOf } from './files.ts'
import { runScript, sha } from './runner.ts'

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
    const parts = [
      'uses: actions/attest@',
      'gh release create',
      'gh release upload',
      '--draft=false',
      'git/refs/tags/$major',
    ]
    const order = parts.map((part) => text.indexOf(part))
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(order).not.toContain(-1)
    expect(text).toMatch(/dist\/\*\.js/)
    expect(text).toMatch(/--notes-file/)
  })

  describe('run again, or for an older version', () => {
    let folder: string
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'release-'))
    })
    afterEach(() => rmSync(folder, { recursive: true, force: true }))
    /** @param gh what it does, with its words in `$*`; by itself it succeeds and says nothing */
    const run = (step: string, gh: string) => {
      const env = { GITHUB_REF_NAME: 'v1.2.3', GITHUB_REPOSITORY: 'org/ecs-deploy', GH_TOKEN: 't' }
      const programs = { gh: `echo "$*" >>"$RUNNER_TEMP/asked"; case "$*" in ${gh} esac` }
      const { code, log } = runScript(folder, scriptOf('release.yml', 'release', step), env, programs)
      return { code, log, asked: readFileSync(join(folder, 'asked'), 'utf8').trimEnd().split('\n') }
    }
    const verbs = (asked: readonly string[]) => asked.map((words) => words.split(' ').slice(0, 2).join(' '))

    test.each<[string, string, readonly string[]]>([
      ['not there', "'release view'*) exit 1 ;;", ['create', 'upload', 'edit']],
      ['a draft', "'release view'*) echo true ;;", ['upload', 'edit']],
      ['published', "'release view'*) echo false ;;", []],
    ])('a release that is %s', (_name, gh, steps) => {
      const { code, asked } = run('Release', gh)
      expect(code).toBe(0)
      expect(verbs(asked)).toEqual(['view', ...steps].map((step) => `release ${step}`))
    })

    const tags = (...names: readonly string[]) => `*matching-refs*) printf '%s\\n' ${names.join(' ')} ;;`
    const step = 'Move the tag of the major version'

    test('v1 is moved to the newest version, and made where it is not there', () => {
      const moved = run(step, tags('v1.2.3', 'v1.2.3-rc', 'v1.0.0', 'v1.1.10'))
      expect([moved.code, moved.asked.length]).toEqual([0, 2])
      expect(moved.asked[1]).toMatch(
        `--method PATCH repos/org/ecs-deploy/git/refs/tags/v1 --field sha=${sha} --field force=true`,
      )
      rmSync(join(folder, 'asked'))
      const made = run(step, `${tags('v1.2.3')} *PATCH*) exit 1 ;;`)
      expect([made.code, made.asked[2]]).toEqual([0, expect.stringContaining('--field ref=refs/tags/v1')])
    })

    test('v1 stays where a newer version is there', () => {
      const { code, log, asked } = run(step, tags('v1.2.3', 'v1.10.0', 'v1.9.0'))
      expect([code, log, asked.length]).toEqual([0, 'v1 stays: v1.10.0 is newer than v1.2.3.\n', 1])
    })

    test('where v1 cannot be moved, the command for it is told', () => {
      const { code, log } = run(step, `${tags('v1.2.3')} *) exit 1 ;;`)
      expect(code).toBe(1)
      expect(log).toContain(`By hand: git push --force origin ${sha}:refs/tags/v1`)
    })
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
