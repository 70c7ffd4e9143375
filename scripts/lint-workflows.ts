/**
 * `npm run lint:workflows`: @actions/workflow-parser, actionlint and zizmor over the workflows, the templates, and every YAML block in README
 * and docs. Exits 1 for a finding that scripts/workflow-lint/accepted.yml does not explain, and for an explanation that nothing needs.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type Accepted, judge } from './workflow-lint/accepted.ts'
import { actionlint } from './workflow-lint/actionlint.ts'
import { collect } from './workflow-lint/collect.ts'
import { workflowParser } from './workflow-lint/workflow-parser.ts'
import { zizmor } from './workflow-lint/zizmor.ts'

async function main(): Promise<number> {
  const root = join(import.meta.dirname, '..')
  const sources = collect(root)
  const folder = mkdtempSync(join(tmpdir(), 'workflow-lint-'))
  try {
    const linters = [workflowParser, actionlint, zizmor]
    const findings = (await Promise.all(linters.map((lint) => lint(sources, folder, root)))).flat()
    const accepted = parse(
      readFileSync(join(root, 'scripts/workflow-lint/accepted.yml'), 'utf8'),
    ) as readonly Accepted[]
    const { unexplained, unused, explained } = judge(findings, accepted)
    for (const { tool, rule, place, line, message } of unexplained)
      console.error(`${place}:${line}: ${message} [${tool}: ${rule}]`)
    for (const { tool, rule, where } of unused)
      console.error(`accepted.yml explains ${tool}: ${rule} in ${where}, which no longer occurs. Take it out.`)
    const blocks = sources.filter(({ place }) => place.endsWith('.md')).length
    console.log(
      `${sources.length - blocks} workflows and ${blocks} blocks of the docs: ${unexplained.length} findings, ${explained} more that are explained.`,
    )
    return unexplained.length + unused.length === 0 ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

process.exitCode = await main()
