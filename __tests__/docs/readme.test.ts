/** What README and docs show can be pasted, what they link to is there, and what is generated in them is fresh. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { pages } from '../../scripts/docs.ts'
import { causes } from '../../src/diagnosis/causes.ts'
import { anchors, blocksIn, type CodeBlock, codeBlocks, linkTargets, pagePaths, readPage } from './pages.ts'

type Step = { readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> }
/** A job that calls a workflow has no steps: see __tests__/workflows. */
type Job = { readonly permissions?: object; readonly uses?: string; readonly steps?: readonly Step[] }
type Workflow = { readonly permissions?: object; readonly concurrency?: unknown; readonly jobs: Record<string, Job> }

/** What `uses:` names, and the file behind it. */
const ours: Readonly<Record<string, string>> = {
  'org/ecs-deploy@v1': 'action.yml',
  'org/ecs-deploy/rollback@v1': 'rollback/action.yml',
  'org/ecs-deploy/plan@v1': 'plan/action.yml',
  'org/ecs-deploy/run-task@v1': 'run-task/action.yml',
}

function inputsOf(uses = ''): readonly string[] {
  const { inputs } = parse(readPage(ours[uses] ?? 'action.yml')) as { inputs: Record<string, unknown> }
  return Object.keys(inputs)
}

const yamlBlocks = blocksIn('yaml').map((block) => [`${block.page}:${block.line}`, block] as const)

/** Whole workflows, lists of steps, or just inputs. */
function stepsOf(block: CodeBlock): readonly Step[] {
  const content = parse(block.text) as Workflow | readonly Step[] | Record<string, unknown>
  if (Array.isArray(content)) return content
  if ('jobs' in content)
    return Object.values((content as Workflow).jobs).flatMap(({ steps, uses }) => steps ?? [{ uses: uses ?? '' }])
  return [{ uses: 'org/ecs-deploy@v1', with: content as Record<string, unknown> }]
}

test('the first thing shown is the shortest way there is: it tests, builds, asks and deploys in at most 15 lines', () => {
  const [first] = codeBlocks('README.md')
  const { permissions, jobs } = parse(first?.text ?? '') as Workflow
  expect(first?.text.trimEnd().split('\n').length).toBeLessThanOrEqual(15)
  expect(permissions).toEqual({})
  expect(Object.values(jobs)).toEqual([
    {
      permissions: { contents: 'read', 'id-token': 'write' },
      uses: 'org/ecs-deploy/.github/workflows/pipeline.yml@v1',
      with: expect.objectContaining({ environment: 'production', 'approval-environment': expect.any(String) }),
    },
  ])
})

describe('the workflow with the action as a step', () => {
  const [, first] = codeBlocks('README.md')
  const workflow = parse(first?.text ?? '') as Workflow

  test('is short enough to be pasted, and asks for no more than it needs', () => {
    expect(first?.language).toBe('yaml')
    expect(first?.text.trimEnd().split('\n').length).toBeLessThanOrEqual(30)
    expect(workflow.permissions).toEqual({})
    expect(workflow.concurrency).toBeDefined()
    expect(Object.values(workflow.jobs).map(({ permissions }) => permissions)).toEqual([
      { contents: 'read', 'id-token': 'write' },
    ])
  })

  test('builds and deploys the same image, with the commit as tag', () => {
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps ?? [])
    const build = steps.find(({ uses }) => uses?.startsWith('docker/build-push-action@'))
    const deploy = steps.find(({ uses }) => uses === 'org/ecs-deploy@v1')
    expect(deploy?.with?.image).toBe(build?.with?.tags)
    expect(deploy?.with?.image).toMatch(/:\$\{\{ github\.sha \}\}$/)
  })
})

describe.each(yamlBlocks)('%s', (_place, block) => {
  test('is YAML whose inputs exist', () => {
    const steps = stepsOf(block)
    expect(steps.length).toBeGreaterThan(0)
    for (const step of steps.filter(({ uses }) => uses?.startsWith('org/ecs-deploy') && !uses.includes('.yml@'))) {
      expect(Object.keys(ours)).toContain(step.uses)
      expect(inputsOf(step.uses)).toEqual(expect.arrayContaining(Object.keys(step.with ?? {})))
    }
  })

  test('pins what others made to a commit, with its version beside it', () => {
    const uses = block.text.split('\n').filter((line) => /^[\s-]*uses:/.test(line))
    for (const line of uses.filter((text) => !/org\/ecs-deploy(?:\/[\w./-]+)?@|uses: \.\//.test(text))) {
      expect(line).toMatch(/uses: [\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
    }
  })
})

test('an action has the same pin wherever it is shown', () => {
  const shown = blocksIn('yaml').flatMap(({ text }) => [...text.matchAll(/uses: ([\w./-]+)@(\S+ # v\S+)/g)])
  const pins = Map.groupBy(shown, ([, name]) => name)
  expect(pins.size).toBeGreaterThanOrEqual(4)
  for (const [name, uses] of pins) expect([name, new Set(uses.map(([, , pin]) => pin)).size]).toEqual([name, 1])
})

describe.each(pagePaths)('%s', (page) => {
  const inside = linkTargets(page).filter((target) => !/^https?:/.test(target))

  test('links only to what is there', () => {
    for (const target of inside) {
      const [path = '', anchor] = target.split('#')
      const file = path === '' ? page : join(dirname(page), path)
      expect([target, existsSync(file)]).toEqual([target, true])
      if (anchor !== undefined && file.endsWith('.md')) expect(anchors(file)).toContain(anchor)
    }
  })

  test('names only npm scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
    const named = [...readPage(page).matchAll(/(?:^|`|&& )npm run ([\w:-]+)/gm)].map(([, name = '']) => name)
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named))
  })
})

test('the README links to every page, and shows a picture', () => {
  const targets = linkTargets('README.md')
  const others = pagePaths.filter((page) => page !== 'README.md')
  expect(targets.map((target) => target.split('#')[0])).toEqual(expect.arrayContaining(others))
  expect(targets.filter((target) => target.endsWith('.png'))).not.toEqual([])
})

test('the tables of inputs and outcomes in the README are fresh', () => {
  const readme = pages('.').find(({ path }) => path === 'README.md')
  expect(readme?.stale).toBe(false)
  expect(readme?.content).toMatch(/<!-- inputs -->\n\n\|[\s\S]*<!-- \/inputs -->/)
  expect(readme?.content).toMatch(/<!-- outcomes -->\n\n\|[\s\S]*<!-- \/outcomes -->/)
})

test('the number of causes is right', () => {
  for (const page of ['README.md', 'CHANGELOG.md'])
    expect(readPage(page)).toMatch(new RegExp(`\\b${causes.length}(?:\\]| )?\\s*causes`))
})
