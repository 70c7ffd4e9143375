/**
 * Writes what the docs say about inputs, outputs and outcomes of each action, from its action.yml and the code, between markers such as
 * `<!-- inputs -->` and `<!-- /inputs -->`, and the pages about causes as a whole. With --check nothing is written, and stale docs exit 1.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isMap, isScalar, parseDocument, type YAMLMap } from 'yaml'
import { causes } from '../src/diagnosis/causes.ts'
import { causesPage } from '../src/diagnosis/causes-page.ts'
import { checks } from '../src/preflight/checks.ts'
import { checksPage } from '../src/preflight/checks-page.ts'
import { type ActionName, exitCode, type Outcome, type planOutcomes, type rollbackOutcomes } from '../src/report.ts'
import { type TaskOutcome, taskExitCode } from '../src/run-task/task-report.ts'
import { diagnosisPage } from './diagnosis-page.ts'
import { callable, deployActionFile, withWorkflowBlocks } from './workflow-blocks.ts'

export type Input = {
  readonly name: string
  readonly description: string
  readonly default?: string
  readonly required: boolean
}
export type Group = { readonly title: string; readonly inputs: readonly Input[] }
export type Output = { readonly name: string; readonly description: string }
export type ActionFile = { readonly groups: readonly Group[]; readonly outputs: readonly Output[] }

const deployMeanings: Readonly<Record<Outcome, string>> = {
  deployed: 'The deployment that this run started completed, with the revision and the digests that were wanted.',
  unchanged: 'There was nothing to do, and that was proved: the wanted version is what runs.',
  updated: 'Settings of the service changed without a deployment, and all desired tasks were seen running.',
  started: 'The deployment was started and, as asked, not waited for.',
  planned: 'A dry run: everything was read and checked, nothing was changed.',
  'rolled-back': 'The deployment failed, and the previous version was seen running again.',
  'rollback-failed': 'The deployment failed, and the previous version was not seen running again.',
  superseded: "Somebody else's deployment, created after ours, took over.",
  'timed-out': 'The time ended while only old tasks or bake time remained; nothing was rolled back.',
  failed: 'The deployment failed and nothing was rolled back: not wanted, or there was nothing to go back to.',
  cancelled: 'The run was cancelled.',
  unknown: 'The deployment was started and its end was not seen: credentials, a permission or the network were lost.',
}

const rollbackMeanings: Readonly<Record<(typeof rollbackOutcomes)[number], string>> = {
  'rolled-back': 'The version that was asked for was seen running again, compared by content and digests.',
  unchanged: 'It ran already, or somebody else was bringing it back and that was seen to end well.',
  planned: 'A dry run: everything was read and checked, nothing was changed.',
  'rollback-failed': 'The service was told to go back, and the version was not seen running. Nothing more was changed.',
  superseded: 'Somebody else deployed after this run had read the service, or over the rollback. Theirs is left alone.',
  'timed-out': 'The time ended before the rollback was complete. It goes on in ECS.',
  failed:
    'It was not rolled back: it cannot be told where to go, that version cannot start any more, ECS refused, or the service is gone.',
  cancelled: 'The run was cancelled. What was started goes on in ECS.',
  unknown: 'The rollback was started and its end was not seen: credentials, a permission or the network were lost.',
}

const planMeanings: Readonly<Record<(typeof planOutcomes)[number], string>> = {
  planned:
    'The plan is complete; or, for a fork without credentials, what can be checked offline was checked. Nothing was changed.',
  failed:
    'There is no plan (a wrong input, a missing permission), or with `preflight: enforce` preflight found what would end a deployment.',
  cancelled: 'The run was cancelled.',
}

const taskMeanings: Readonly<Record<TaskOutcome, string>> = {
  succeeded: 'The container that decides ended with exit code 0, in every task.',
  planned: 'A dry run: everything was read and checked, nothing was started.',
  failed: 'It ended with another exit code, has none, was interrupted, or no task could be started.',
  'timed-out': 'It had not ended when the time limit came; the task was told to stop.',
  cancelled: 'The run was cancelled; the task was told to stop.',
  unknown: 'The task was started and its end was not seen: credentials, a permission or the network were lost.',
}

/** Reads action.yml; the comment above an input begins a group. Throws if an input stands in no group. */
export function readActionFile(text: string): ActionFile {
  const document = parseDocument(text)
  const [problem] = document.errors
  if (problem !== undefined) throw problem
  return {
    groups: readGroups(section(document.get('inputs'), 'inputs')),
    outputs: entries(section(document.get('outputs'), 'outputs')).map(({ name, body }) => ({
      name,
      description: String(body.get('description')),
    })),
  }
}

function section(node: unknown, name: string): YAMLMap {
  if (isMap(node)) return node
  throw new Error(`action.yml has no ${name}`)
}

function entries(map: YAMLMap): readonly { name: string; comment: string | undefined; body: YAMLMap }[] {
  return map.items.map(({ key, value }, index) => {
    if (!isScalar(key) || !isMap(value))
      throw new Error(`action.yml: ${String(key)} is not an entry with a description`)
    // The comment above the first entry belongs to the map itself.
    const comment = key.commentBefore ?? (index === 0 ? map.commentBefore : undefined)
    return { name: String(key.value), comment: comment?.trim(), body: value }
  })
}

function readGroups(map: YAMLMap): readonly Group[] {
  const groups: { title: string; inputs: Input[] }[] = []
  for (const { name, comment, body } of entries(map)) {
    if (comment !== undefined) groups.push({ title: comment, inputs: [] })
    const group = groups.at(-1)
    if (group === undefined) throw new Error(`action.yml: a comment that names the group of ${name} is missing`)
    const given = body.get('default')
    group.inputs.push({
      name,
      description: String(body.get('description')),
      required: body.get('required') === true,
      ...(given === undefined ? {} : { default: String(given) }),
    })
  }
  return groups
}

/** Every input with default and description, one table per group. */
export function inputTables({ groups }: ActionFile): string {
  return groups
    .map(({ title, inputs }) => `### ${title}\n\n${table(['Input', 'Default', 'What it does'], inputs.map(inputRow))}`)
    .join('\n\n')
}

function inputRow({ name, description, default: given, required }: Input): readonly string[] {
  return [`\`${name}\``, required ? 'required' : given === undefined ? '' : `\`${given}\``, description]
}

/** One line per group, with the names only. */
export function inputOverview({ groups }: ActionFile): string {
  const rows = groups.map(({ title, inputs }) => {
    const names = inputs.map(({ name, default: given }) => `\`${name}\`${given === undefined ? '' : ` (\`${given}\`)`}`)
    return [title, names.join(', ')]
  })
  return table(['Group', 'Inputs (default)'], rows)
}

export function outputTable({ outputs }: ActionFile): string {
  return table(
    ['Output', 'What it holds'],
    outputs.map(({ name, description }) => [`\`${name}\``, description]),
  )
}

type Action = ActionName | 'run-task'

export function outcomeTable(action: Action): string {
  const rows =
    action === 'run-task'
      ? rowsOf(taskMeanings, taskExitCode)
      : action === 'deploy'
        ? rowsOf(deployMeanings, (outcome) => exitCode(outcome, action))
        : action === 'plan'
          ? rowsOf(planMeanings, (outcome) => exitCode(outcome, action))
          : rowsOf(rollbackMeanings, (outcome) => exitCode(outcome, action))
  return table(['Outcome', 'What it means', 'Exit code'], rows)
}

function rowsOf<Ending extends string>(
  meanings: Readonly<Record<Ending, string>>,
  codeOf: (outcome: Ending) => 0 | 1,
): readonly (readonly string[])[] {
  const entries = Object.entries(meanings) as [Ending, string][]
  return entries.map(([outcome, meaning]) => [`\`${outcome}\``, meaning, String(codeOf(outcome))])
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** The text with every block between markers written anew. Throws where a marker of `needed` is missing. */
export function withBlocks(
  text: string,
  blocks: Readonly<Record<string, string>>,
  needed: readonly string[] = [],
): string {
  return Object.entries(blocks).reduce((whole, [name, block]) => {
    const start = `<!-- ${name} -->`
    const end = `<!-- /${name} -->`
    const from = whole.indexOf(start)
    const to = whole.indexOf(end, from)
    if (from !== -1 && to !== -1) return `${whole.slice(0, from + start.length)}\n\n${block}\n\n${whole.slice(to)}`
    if (from !== -1 || needed.includes(name)) throw new Error(`The markers ${start} and ${end} are not both there`)
    return whole
  }, text)
}

/** The deploy action's file lies in the root, those of the others in a folder of their name. */
function blocksOf(root: string, name: Action) {
  const path = name === 'deploy' ? 'action.yml' : join(name, 'action.yml')
  const action = readActionFile(readFileSync(join(root, path), 'utf8'))
  return {
    action,
    blocks: { inputs: inputTables(action), outputs: outputTable(action), outcomes: outcomeTable(name) },
  }
}

type Page = { readonly path: string; readonly stale: boolean; readonly content: string }

/** Every page that holds generated blocks, as it should be. */
export function pages(root: string): readonly Page[] {
  const generated = generatedYaml(root)
  return [...pagesWithBlocks(root), ...wholePages(root), ...generated, ...workflowPage(root, generated)]
}

/** deploy/action.yml, and the reusable workflows with their blocks, those that are called before those that call them. */
function generatedYaml(root: string): readonly Page[] {
  const folder = '.github/workflows'
  if (!existsSync(join(root, folder))) return []
  const written = new Map<string, string>()
  const onDisk = (path: string) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined)
  const read = (path: string) => written.get(path) ?? onDisk(path)
  written.set('deploy/action.yml', deployActionFile(readFileSync(join(root, 'action.yml'), 'utf8')))
  const names = readdirSync(join(root, folder)).filter((name) => name !== 'pipeline.yml')
  for (const name of [...names, 'pipeline.yml']) {
    const path = join(folder, name)
    written.set(path, withWorkflowBlocks(onDisk(path) ?? '', read))
  }
  return [...written].map(([path, content]) => ({ path, stale: onDisk(path) !== content, content }))
}

/** The page about the reusable workflows, with a block `inputs of NAME` and `outputs of NAME` for each that it tells of. */
function workflowPage(root: string, yaml: readonly Page[]): readonly Page[] {
  const path = 'docs/workflows.md'
  if (!existsSync(join(root, path))) return []
  const before = readFileSync(join(root, path), 'utf8')
  const reusable = yaml.filter(({ content }) => content.includes('workflow_call:'))
  const blocks = reusable.flatMap(({ path: file, content }) => {
    const { inputs, outputs, secrets } = callable(content)
    const name = file.split('/').at(-1)?.replace('.yml', '')
    const row = ([key, { description, required }]: [string, Omit<Input, 'name'>]) => [
      `\`${key}\``,
      required === true ? `Required. ${description}` : description,
    ]
    const given = [
      ...Object.entries(inputs),
      ...Object.entries(secrets).map(([key, secret]) => [`secret ${key}`, secret]),
    ]
    return [
      [`inputs of ${name}`, table(['Input', 'What it does'], (given as [string, Omit<Input, 'name'>][]).map(row))],
      [
        `outputs of ${name}`,
        table(['Output', 'What it holds'], (Object.entries(outputs) as [string, Omit<Input, 'name'>][]).map(row)),
      ],
    ]
  })
  const needed = blocks.flatMap(([name = '']) => (name.startsWith('inputs') ? [name] : []))
  const content = withBlocks(before, Object.fromEntries(blocks), needed)
  return [{ path, stale: content !== before, content }]
}

/** Pages that are generated from the first line to the last. */
function wholePages(root: string): readonly Page[] {
  const wanted = {
    'docs/causes.md': causesPage(causes),
    'docs/diagnosis.md': diagnosisPage(),
    'docs/preflight.md': checksPage(checks),
  }
  return Object.entries(wanted).map(([path, content]) => {
    const file = join(root, path)
    return { path, stale: !existsSync(file) || readFileSync(file, 'utf8') !== content, content }
  })
}

function pagesWithBlocks(root: string): readonly Page[] {
  const deploy = blocksOf(root, 'deploy')
  const rollback = blocksOf(root, 'rollback')
  const plan = blocksOf(root, 'plan')
  const runTask = blocksOf(root, 'run-task')
  const wanted = [
    { path: 'docs/inputs.md', blocks: deploy.blocks, needed: Object.keys(deploy.blocks) },
    { path: 'docs/rollback.md', blocks: rollback.blocks, needed: Object.keys(rollback.blocks) },
    { path: 'docs/plan.md', blocks: plan.blocks, needed: Object.keys(plan.blocks) },
    { path: 'docs/run-task.md', blocks: runTask.blocks, needed: Object.keys(runTask.blocks) },
    { path: 'README.md', blocks: { ...deploy.blocks, inputs: inputOverview(deploy.action) }, needed: [] },
  ]
  return wanted
    .filter(({ path, needed }) => needed.length > 0 || existsSync(join(root, path)))
    .map((page) => {
      const before = readFileSync(join(root, page.path), 'utf8')
      const content = withBlocks(before, page.blocks, page.needed)
      return { path: page.path, stale: content !== before, content }
    })
}

/** Writes stale pages below `root`, or with `check` only names them. The result is the exit code. */
export function main(root: string, check: boolean): 0 | 1 {
  const stale = pages(root).filter((page) => page.stale)
  if (!check) {
    for (const { path, content } of stale) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), content)
    }
    console.log(stale.length === 0 ? 'The docs are up to date.' : `Wrote ${stale.map(({ path }) => path).join(', ')}.`)
    return 0
  }
  for (const { path } of stale) {
    console.error(
      `${path} does not say what action.yml and the code say. Run "npm run docs", then look at "git diff ${path}".`,
    )
  }
  return stale.length === 0 ? 0 : 1
}

if (import.meta.main) process.exitCode = main(join(import.meta.dirname, '..'), process.argv.includes('--check'))
