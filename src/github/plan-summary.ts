import type { ChangedNames, ContainerDifference } from '../plan/difference.ts'
import type { PlanReport } from '../plan/plan-report.ts'
import type { ServicePlan } from '../plan/service-plan.ts'
import type { Finding } from '../preflight/finding.ts'
import { formatProblem } from '../problem.ts'
import { checksLink } from './checks-link.ts'
import { serviceLink, taskDefinitionLink } from './console-links.ts'
import { fitParts, type Part } from './fit-parts.ts'
import { block, code, details, link, table, text } from './markdown.ts'
import {
  containerCounts,
  containerRows,
  costNote,
  costWords,
  deploymentWords,
  differenceRow,
  imageName,
  namesWords,
  type Row,
  settingRows,
  updateWords,
  utc,
  verdictWords,
} from './plan-words.ts'
import type { RunContext } from './run-context.ts'
import { duration, taskCount } from './words.ts'

/** GitHub takes 65,536 characters in a comment; bytes are at least as many. */
export const commentLimit = 65_000
/** Of 1 MiB for the summaries of a step, with room for others. */
export const summaryLimit = 800_000

/** A plan as Markdown, of at most `limit` bytes; pure. What does not fit is shortened, and a line says so. */
export function planMarkdown(report: PlanReport, run: RunContext, limit: number): string {
  const address = runAddress(run)
  const everything = address === undefined ? 'the report file has them' : `${link('the run', address)} has them`
  return fitParts(
    partsOf(report, run),
    limit,
    (count) =>
      `_${count} ${count === 1 ? 'part is' : 'parts are'} shortened here, because the text would be too long for GitHub; ${everything} in full._`,
  )
}

/** The page of the run, with this attempt of it. */
export function runAddress({ serverUrl, repository, runId, runAttempt }: RunContext): string | undefined {
  if (serverUrl === undefined || repository === undefined || runId === undefined) return undefined
  return `${serverUrl}/${repository}/actions/runs/${runId}${runAttempt === undefined ? '' : `/attempts/${runAttempt}`}`
}

function partsOf(report: PlanReport, run: RunContext): readonly Part[] {
  const { plan } = report
  return [
    always(heading(report)),
    ...failure(report),
    ...errorsPart(report),
    ...(plan === undefined ? [] : [always(versions(report, plan))]),
    ...(plan === undefined ? [] : plan.difference.containers.map((container) => containerPart(container, plan))),
    ...(plan === undefined ? [] : taskPart(plan)),
    ...(plan?.update === undefined ? [] : updatePart(plan)),
    ...warningsPart(report),
    ...listPart('Drift', plan?.drift.map(({ text: words }) => words) ?? []),
    ...listPart('Not looked at, for want of AWS credentials', report.notLookedAt),
    ...listPart('Worth knowing', report.notices),
    ...(plan === undefined ? [] : statusPart(plan)),
    always(footer(report, run)),
  ]
}

function always(full: string): Part {
  return { full, brief: full, givesWay: 0 }
}

function heading(report: PlanReport): string {
  const { mark, word } = verdictWords(report)
  const where = report.environment === undefined ? '' : ` (${text(report.environment)})`
  return `## ${mark} ${text(report.service || 'Plan')}${where}: ${word}\n\n${text(report.headline)}`
}

/** Why there is no plan, or why a deployment would be refused. Its errors are told with the findings, where they are some. */
function failure({ diagnoses, findings }: PlanReport): readonly Part[] {
  if (findings.some(({ severity }) => severity === 'error')) return []
  return diagnoses.slice(0, 3).map(({ title, explanation, advice }) => {
    const lines = explanation.split('\n').map((line) => text(line))
    const full = [`**${text(title)}**`, lines.length > 1 ? lines.map((line) => `- ${line}`).join('\n') : lines.join('')]
    const help = advice.map((one) => adviceText(one))
    return { full: [...full, ...help].join('\n\n'), brief: `**${text(title)}**`, givesWay: 2 }
  })
}

function adviceText(advice: string): string {
  const [prose = '', ...commands] = advice.split('\n')
  return commands.length === 0 ? text(prose) : `${text(prose)}\n\n${block(commands.join('\n'), 'sh')}`
}

/** The one table that is always there: what runs, what would, and what they cost. */
function versions(report: PlanReport, plan: ServicePlan): string {
  const { before } = report
  const { cost, update, status } = plan
  const now =
    before === undefined ? '' : link(code(before.taskDefinition), taskDefinitionLink(report, before.taskDefinition))
  const reused = update?.taskDefinition
  const then =
    reused === undefined
      ? now
      : reused === 'new'
        ? 'a new revision'
        : link(code(reused), taskDefinitionLink(report, reused))
  const images = plan.difference.containers.flatMap((container) =>
    containerRows(container, plan)
      .filter(({ what }) => what === 'image')
      .map((row) => [`Image of ${code(container.name)}`, cell(row.before), cell(row.after)]),
  )
  const tasks = update?.settings.find(({ input }) => input === 'desired-count')?.after ?? String(status.desired)
  const rows = [
    ['Task definition', now, then],
    ...images.slice(0, 10),
    ['Desired tasks', String(status.desired), text(tasks)],
    ['Cost per month, estimated', text(costWords(cost.before)), text(costWords(cost.after))],
  ]
  const note = [cost.before, cost.after].some(({ kind }) => kind === 'estimate')
    ? `\n\n<sub>${text(costNote)}</sub>`
    : ''
  return `${table(['', 'Now', 'After'], rows)}${note}`
}

function cell(value: string | undefined): string {
  return value === undefined ? '' : code(value)
}

function rowsTable(rows: readonly Row[]): string {
  return table(
    ['', 'Now', 'After'],
    rows.map(({ what, before, after }) => [code(what), cell(before), cell(after)]),
  )
}

function containerPart(container: ContainerDifference, plan: ServicePlan): Part {
  const { name, kind, environment } = container
  const title = `### Container ${code(name)}${kind === 'changed' ? '' : ` (${kind})`}`
  const rows = containerRows(container, plan).filter(({ what }) => kind !== 'changed' || what !== 'image')
  const full = [title, ...(rows.length === 0 ? [] : [rowsTable(rows)]), ...variables(environment)]
  // Only the image: the table above has it.
  if (full.length === 1 && kind === 'changed') return { full: '', brief: '', givesWay: 0 }
  return { full: full.join('\n\n'), brief: `**${code(name)}**: ${containerCounts(container)}.`, givesWay: 3 }
}

/** So many names are read at a glance; more are behind a click. */
const glance = 20

function variables(environment: ChangedNames): readonly string[] {
  const names = namesWords(environment, nameCode)
  if (names === '') return []
  const { added, removed, changed } = environment
  const count = added.length + removed.length + changed.length
  if (count <= glance) return [`Environment variables (values are never shown): ${names}.`]
  return [details(`${count} environment variables (values are never shown)`, `${names}.`)]
}

/** Most names need no escapes, which would take five times the room. */
function nameCode(name: string): string {
  return /^[\w.-]+$/.test(name) ? `\`${name}\`` : code(name)
}

function taskPart({ difference: { task } }: ServicePlan): readonly Part[] {
  if (task.length === 0) return []
  const full = `### Task definition\n\n${rowsTable(task.map((one) => differenceRow(one)))}`
  return [{ full, brief: `**Task definition**: ${task.length} settings.`, givesWay: 2 }]
}

function updatePart(plan: ServicePlan): readonly Part[] {
  const rows = settingRows(plan)
  const full = ['### Service', text(updateWords(plan)), ...(rows.length === 0 ? [] : [rowsTable(rows)])].join('\n\n')
  return [{ full, brief: text(updateWords(plan)), givesWay: 1 }]
}

/** What would end a deployment comes first. */
function errorsPart({ findings, checksAddress }: PlanReport): readonly Part[] {
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return []
  const title = `Preflight: ${errors.length} ${errors.length === 1 ? 'error' : 'errors'}`
  const full = [`### ${title}`, findingsTable(errors), ...checksLink(checksAddress)].join('\n\n')
  return [{ full, brief: `**${title}**: ${idsOf(errors)}.`, givesWay: 1 }]
}

function warningsPart({ findings, checksAddress }: PlanReport): readonly Part[] {
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  if (warnings.length === 0) return []
  const title = `Preflight warnings (${warnings.length})`
  return [
    {
      full: details(title, [findingsTable(warnings), ...checksLink(checksAddress)].join('\n\n')),
      brief: `**${title}**: ${idsOf(warnings)}.`,
      givesWay: 4,
    },
  ]
}

function findingsTable(findings: readonly Finding[]): string {
  const place = (finding: Finding): string => formatProblem({ ...finding, message: '' }).replace(/: $/, '')
  return table(
    ['Check', 'What it found', 'Where'],
    findings.map((one) => [code(one.id), text(one.message), text(place(one))]),
  )
}

function idsOf(findings: readonly Finding[]): string {
  return [...new Set(findings.map(({ id }) => code(id)))].join(', ')
}

function listPart(title: string, items: readonly string[]): readonly Part[] {
  if (items.length === 0) return []
  return [{ full: `### ${title}\n\n${items.map((one) => `- ${text(one)}`).join('\n')}`, brief: '', givesWay: 4 }]
}

/** With nothing to change the status is what there is to tell; else it is there for whoever wants it. */
function statusPart(plan: ServicePlan): readonly Part[] {
  const { status, commit, changes, runs } = plan
  const items = [
    `Tasks: ${taskCount(status.running, status.desired)} running, ${status.pending} pending`,
    `Last deployment: ${text(deploymentWords(plan))}`,
    ...(commit === undefined ? [] : [`Commit: ${code(commit)}`]),
    ...runs.map((image) => `Image of ${code(image.container)}: ${code(imageName(image))}`),
  ]
  const events = status.events.map(({ at, message }) => [utc(at), text(message)])
  const body = [
    items.map((item) => `- ${item}`).join('\n'),
    ...(events.length === 0 ? [] : [table(['UTC', 'Last events'], events)]),
  ].join('\n\n')
  const full = changes ? details('The service now', body) : `### The service now\n\n${body}`
  return [{ full, brief: '', givesWay: 5 }]
}

function footer(report: PlanReport, run: RunContext): string {
  const service = serviceLink(report, report.cluster, report.service)
  const address = runAddress(run)
  return [
    'Nothing was changed',
    ...(report.service === '' ? [] : [`cluster ${code(report.cluster)}`]),
    ...(report.region === '' ? [] : [`Region ${code(report.region)}`]),
    ...(run.sha === undefined ? [] : [`commit ${code(run.sha.slice(0, 12))}`]),
    ...(address === undefined ? [] : [link('run', address)]),
    ...(service === undefined || report.service === '' ? [] : [link('service in the AWS console', service)]),
    `took ${duration(report.endedAt - report.startedAt)}`,
  ].join(' · ')
}
