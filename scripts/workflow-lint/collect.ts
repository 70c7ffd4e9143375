/** What is linted: workflows as they are, and blocks of the docs put into a workflow where they are only a part of one. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

export type Source = {
  /** File, from the root. */
  readonly place: string
  /** Lines to add to a line of the text, to get that of the file; below 0 where lines were put before it. */
  readonly offset: number
  /** A whole workflow. */
  readonly text: string
}

export type Finding = {
  readonly tool: string
  readonly rule: string
  readonly place: string
  readonly line: number
  readonly message: string
}

export type Linter = (sources: readonly Source[], folder: string, root: string) => Promise<readonly Finding[]>

/** Every page that shows workflows: README, docs and the READMEs of the examples, with their files. */
export function collect(root: string): readonly Source[] {
  const below = (folder: string, end: string) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith(end))
      .map((name) => join(folder, name))
      .sort()
  const whole = [
    ...below('.github/workflows', '.yml'),
    ...below('workflows-templates', '.yml'),
    ...below('examples', '.yml'),
  ].filter((path) => isWorkflow(read(root, path)))
  const pages = ['README.md', ...below('docs', '.md'), ...below('examples', '.md')]
  return [
    ...whole.map((place) => ({ place, offset: 0, text: read(root, place) })),
    ...pages.flatMap((place) => blocksOf(place, read(root, place))),
  ]
}

const read = (root: string, path: string) => readFileSync(join(root, path), 'utf8')

function isWorkflow(text: string): boolean {
  const content = parse(text) as unknown
  return typeof content === 'object' && content !== null && 'jobs' in content
}

/** Blocks that are neither a workflow, nor jobs, nor steps, nor inputs of the deploy action, are not for Actions. */
function blocksOf(place: string, page: string): readonly Source[] {
  return [...page.matchAll(/^( *)```ya?ml\n([\s\S]*?)^\1```$/gm)].flatMap(({ index, 1: indent = '', 2: body = '' }) => {
    const first = page.slice(0, index).split('\n').length + 1
    const text = body.replace(new RegExp(`^${indent}`, 'gm'), '')
    const before = wrapping(parse(text))
    if (before === undefined) return []
    const lines = before.text === '' ? 0 : before.text.split('\n').length - 1
    const inner = text.replaceAll(/^(?=.)/gm, ' '.repeat(before.indent))
    return [{ place, offset: first - 1 - lines, text: before.text + inner }]
  })
}

const workflow = 'name: Shown\non: push\npermissions: {}\nconcurrency: shown\n'
const job = `${workflow}jobs:\n  shown:\n    name: Shown\n    runs-on: ubuntu-24.04\n    timeout-minutes: 10\n    permissions:\n      contents: read # shown\n    steps:\n`

function wrapping(content: unknown): { readonly text: string; readonly indent: number } | undefined {
  if (Array.isArray(content)) return isStep(content[0]) ? { text: job, indent: 6 } : undefined
  if (typeof content !== 'object' || content === null) return undefined
  if ('jobs' in content) return 'on' in content ? { text: '', indent: 0 } : { text: workflow, indent: 0 }
  const isInputs = Object.values(content).every((value) => typeof value !== 'object')
  if (!isInputs) return undefined
  const service = 'service' in content ? '' : '          service: web\n'
  return { text: `${job}      - uses: org/ecs-deploy@v1\n        with:\n${service}`, indent: 10 }
}

function isStep(entry: unknown): boolean {
  return typeof entry === 'object' && entry !== null && ('uses' in entry || 'run' in entry)
}
