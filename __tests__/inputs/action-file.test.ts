import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, jest, test } from '@jest/globals'
import { parse } from 'yaml'
import { inputTables, main, outputTable, pages, readActionFile, withBlocks } from '../../scripts/docs.ts'
import { deployInputDefaults, deployInputNames } from '../../src/inputs/deploy-input-names.ts'
import { planInputDefaults, planInputNames } from '../../src/inputs/plan-input-names.ts'
import { rollbackInputDefaults, rollbackInputNames } from '../../src/inputs/rollback-input-names.ts'
import { runTaskInputDefaults, runTaskInputNames } from '../../src/inputs/run-task-input-names.ts'
import { misfits } from '../../src/inputs/shape.ts'
import { outcomes, planOutcomes, rollbackOutcomes } from '../../src/report.ts'
import { taskOutcomes } from '../../src/run-task/task-report.ts'

const root = join(import.meta.dirname, '../..')

const deployOutputs = [
  'outcome',
  'changed',
  'task-definition',
  'task-definition-arn',
  'previous-task-definition',
  'image',
  'image-digest',
  'deployment-id',
  'service-deployment-arn',
  'superseded-by',
  'public-ips',
  'task-ips',
  'running-count',
  'duration-seconds',
  'cause',
  'console-url',
  'services',
  'report',
]

const actions = [
  {
    path: 'action.yml',
    defaults: deployInputDefaults,
    names: deployInputNames as readonly string[],
    needed: [],
    outputs: deployOutputs,
    outcomes: outcomes as readonly string[],
    runs: { using: 'node24', main: 'dist/deploy-main.js', post: 'dist/deploy-post.js' },
    icon: 'upload-cloud',
  },
  {
    path: 'rollback/action.yml',
    defaults: rollbackInputDefaults,
    names: rollbackInputNames as readonly string[],
    needed: [],
    outputs: [
      ...['outcome', 'changed', 'from', 'task-definition', 'task-definition-arn', 'commit', 'image', 'image-digest'],
      ...['deployment-id', 'service-deployment-arn', 'superseded-by', 'public-ips', 'running-count', 'cause'],
      ...['console-url', 'duration-seconds', 'services', 'report'],
    ],
    outcomes: rollbackOutcomes as readonly string[],
    runs: { using: 'node24', main: '../dist/rollback-main.js' },
    icon: 'rotate-ccw',
  },
  {
    path: 'plan/action.yml',
    defaults: planInputDefaults,
    names: planInputNames as readonly string[],
    needed: ['service'],
    outputs: [
      ...['outcome', 'changed', 'findings', 'errors', 'previous-task-definition', 'image', 'image-digest'],
      ...['cost-before', 'cost-after', 'comment-url', 'cause', 'console-url', 'duration-seconds', 'report'],
    ],
    outcomes: planOutcomes as readonly string[],
    runs: { using: 'node24', main: '../dist/plan-main.js' },
    icon: 'git-pull-request',
  },
  {
    path: 'run-task/action.yml',
    defaults: runTaskInputDefaults,
    names: runTaskInputNames as readonly string[],
    needed: [],
    outputs: [
      ...['outcome', 'exit-code', 'exit-codes', 'task-arns', 'task-definition', 'task-definition-arn', 'log-stream'],
      ...['log-url', 'console-url', 'cause', 'duration-seconds', 'report'],
    ],
    outcomes: taskOutcomes as readonly string[],
    runs: { using: 'node24', main: '../dist/run-task-main.js', post: '../dist/run-task-post.js' },
    icon: 'play',
  },
]

describe.each(actions)('$path', ({ path, defaults, needed, names, outputs, outcomes: ends, runs, icon }) => {
  const text = readFileSync(join(root, path), 'utf8')
  const action = readActionFile(text)
  const inputs = action.groups.flatMap((group) => group.inputs)

  test('declares the inputs that the code reads, with the same defaults', () => {
    // What the runner fills in itself has no default in the code.
    const defaultOf = (given = '') => (given.startsWith('${{') ? '' : given)
    expect(Object.fromEntries(inputs.map((input) => [input.name, defaultOf(input.default)]))).toEqual(defaults)
  })

  test('only what is needed must be given', () => {
    expect(inputs.filter(({ required }) => required).map(({ name }) => name)).toEqual(needed)
  })

  test('declares the outputs', () => {
    expect(action.outputs.map(({ name }) => name)).toEqual(outputs)
  })

  test('names every outcome', () => {
    const description = action.outputs.find(({ name }) => name === 'outcome')?.description
    for (const outcome of ends) expect(description).toContain(`\`${outcome}\``)
  })

  test('has what the runner and the Marketplace need, and nothing they do not know', () => {
    const file = parse(text)
    expect(Object.keys(file)).toEqual(['name', 'description', 'author', 'branding', 'inputs', 'outputs', 'runs'])
    expect(file.runs).toEqual(runs)
    expect(file.branding).toEqual({ icon, color: 'orange' })
    // One line in the Marketplace's list.
    expect(file.description.length).toBeLessThanOrEqual(125)
    const kinds = { description: { kind: 'text' }, default: { kind: 'text' }, required: { kind: 'boolean' } } as const
    for (const [name, input] of Object.entries(file.inputs)) {
      expect(misfits(input, { kind: 'record', members: kinds, required: ['description'] }, name)).toEqual([])
    }
  })

  test('is in the docs with every input and output once', () => {
    const listed = (table: string) => [...table.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name)
    expect(listed(inputTables(action))).toEqual([...names])
    expect(listed(outputTable(action))).toEqual(outputs)
  })
})

describe('the docs', () => {
  test('are what action.yml and the code say', () => {
    expect(
      pages(root)
        .filter(({ stale }) => stale)
        .map(({ path }) => path),
    ).toEqual([])
    const node = join(root, 'node_modules/.bin/node')
    expect(() => execFileSync(node, [join(root, 'scripts/docs.ts'), '--check'], { stdio: 'pipe' })).not.toThrow()
  })
})

describe('npm run docs', () => {
  test('with --check names stale pages and exits 1; without it writes them, the README with one line per group', () => {
    const folder = mkdtempSync(join(tmpdir(), 'docs-'))
    const said = [jest.spyOn(console, 'error'), jest.spyOn(console, 'log')].map((spy) =>
      spy.mockImplementation(() => undefined),
    )
    try {
      mkdirSync(join(folder, 'docs'))
      for (const action of ['rollback', 'plan', 'run-task']) mkdirSync(join(folder, action))
      for (const { path } of actions) copyFileSync(join(root, path), join(folder, path))
      const markers = (name: string) => `<!-- ${name} -->\n<!-- /${name} -->\n`
      const all = ['inputs', 'outputs', 'outcomes'].map(markers).join('')
      for (const page of ['inputs', 'rollback', 'plan', 'run-task']) writeFileSync(join(folder, `docs/${page}.md`), all)
      writeFileSync(join(folder, 'README.md'), markers('inputs'))
      expect(main(folder, true)).toBe(1)
      expect(said[0]?.mock.calls.flat().join('\n')).toMatch(
        /docs\/inputs\.md .* "npm run docs".*\n.*docs\/rollback\.md.*\n.*docs\/plan\.md.*\n.*docs\/run-task\.md.*\n.*README\.md/,
      )
      expect(main(folder, false)).toBe(0)
      expect(main(folder, true)).toBe(0)
      const readme = readFileSync(join(folder, 'README.md'), 'utf8')
      expect(readme).toContain(
        '| Target: where to deploy | `cluster` (`default`), `service`, `services`, `services-file`, `aws-region` |',
      )
    } finally {
      for (const spy of said) spy.mockRestore()
      rmSync(folder, { recursive: true })
    }
  })
})

describe('withBlocks', () => {
  const page = 'a\n<!-- x -->\nold\n<!-- /x -->\nb'

  test('writes what stands between the markers anew, and again the same', () => {
    const written = withBlocks(page, { x: 'new', y: 'unused' })
    expect(written).toBe('a\n<!-- x -->\n\nnew\n\n<!-- /x -->\nb')
    expect(withBlocks(written, { x: 'new' })).toBe(written)
  })

  test('a missing marker that is needed, or half of a pair, is an error', () => {
    expect(() => withBlocks(page, { y: 'new' }, ['y'])).toThrow('<!-- y -->')
    expect(() => withBlocks('<!-- y -->', { y: 'new' })).toThrow('<!-- /y -->')
  })
})

test('an input above the first group heading is an error', () => {
  expect(() => readActionFile('inputs:\n  a:\n    description: x\noutputs:\n  b:\n    description: y\n')).toThrow(
    'group of a',
  )
})
