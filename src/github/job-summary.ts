import type { Diagnosis, StoppedContainer, StoppedTask } from '../diagnosis/evidence.ts'
import type { Finding } from '../preflight/finding.ts'
import { formatProblem } from '../problem.ts'
import type { Command, DeploymentReport } from '../report.ts'
import type { Difference } from '../task-definition/compare.ts'
import { candidatesTable } from './candidates.ts'
import { checksLink } from './checks-link.ts'
import { logLink, type ServiceTab, serviceTabLink } from './console-links.ts'
import { execAdvice } from './exec-advice.ts'
import { type EventRow, foldEvents } from './fold-events.ts'
import { block, code, details, link, table, text } from './markdown.ts'
import { rolloutChart } from './rollout-chart.ts'
import { groupStoppedTasks, type StoppedGroup } from './stopped-groups.ts'
import { taskName, taskProse, taskQuote, type Where } from './task-prose.ts'
import { tasksTable } from './tasks-table.ts'
import { foldTimeline, type TimelineRow } from './timeline.ts'
import { versionsTable } from './versions-table.ts'
import { clockDuration, clockTime, duration, headlineWithCause, outcomeWords, taskCount, versionName } from './words.ts'

/**
 * Bytes for each part, together below GitHub's 1 MiB per step (above it the whole summary is dropped:
 * actions/runner, CreateStepSummaryCommand), with room for the summaries of other services in the same step.
 */
const shares = {
  versions: 60_000,
  diagnoses: 120_000,
  commands: 60_000,
  changes: 60_000,
  timeline: 60_000,
  tasks: 60_000,
  stopped: 90_000,
  events: 90_000,
  findings: 40_000,
  notices: 40_000,
} as const

/** More rows than this nobody reads; the report file has them all. */
const mostRows = 100

/** The report of a deployment as Markdown for the job's summary page; always below 800,000 bytes. */
export function jobSummary(report: DeploymentReport): string {
  const parts = [
    heading(report),
    versions(report),
    ...diagnosesPart(report),
    ...candidatesPart(report),
    ...commandsPart(report.commands),
    ...findingsPart(report),
    ...noticesPart(report.notices),
    ...chartPart(report),
    ...tasksPart(report),
    ...stoppedPart(report),
    ...changesPart(report.changes),
    ...timelinePart(report),
    ...eventsPart(report),
    ...execPart(report),
    footer(report),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function heading(report: DeploymentReport): string {
  const { mark, word } = outcomeWords(report.outcome, report.action)
  return `## ${mark} ${text(report.service)}: ${word}\n\n${[headlineWithCause(report), running(report)]
    .filter((part) => part !== '')
    .map(text)
    .join(' ')}`
}

function versions(report: DeploymentReport): string {
  const { head, rows } = versionsTable(report)
  if (rows.length === 0) return ''
  return table(head, thatFit(rows, (row) => table([], [row]), shares.versions, 'first').shown)
}

/** Nothing where the headline says it, or where nothing is known and nothing was changed. */
function running({ now, changed, headline }: DeploymentReport): string {
  if (now === undefined) return changed ? 'How many tasks run now is not known.' : ''
  const count = taskCount(now.running, now.desired)
  const others = (now.beside ?? []).map(({ running: some, version }) => `, ${some} of them ${versionName(version)}`)
  if (others.length === 0 && headline.includes(`${now.running} of ${now.desired} task`)) return ''
  return `${now.seen ? 'Running now' : 'Running when last seen'}: ${count}${others.join('')}.`
}

function diagnosesPart(report: DeploymentReport): string[] {
  if (report.diagnoses.length === 0) return []
  const render = (diagnosis: Diagnosis): string => diagnosisPart(report, diagnosis)
  const { shown, left } = thatFit(report.diagnoses, render, shares.diagnoses, 'first')
  return ['### Why', ...shown.map(render), ...leftOut(left, 'further causes')]
}

/** A cause with its facts and what to do about it; tasks are linked. */
export function diagnosisPart(report: Where, { title, explanation, facts, advice, more }: Diagnosis): string {
  return [
    `**${text(title)}**`,
    text(explanation),
    ...(facts.length === 0 ? [] : [taskQuote(report, facts)]),
    ...(advice.length === 0 ? [] : ['What to do:', advice.map(adviceItem).join('\n')]),
    ...(more === undefined ? [] : [link('More about this cause', more)]),
  ].join('\n\n')
}

function adviceItem(advice: string, index: number): string {
  const [prose = '', ...commands] = advice.split('\n')
  const number = `${index + 1}. `
  if (commands.length === 0) return `${number}${text(prose)}`
  const indent = ' '.repeat(number.length)
  return `${number}${text(prose)}\n\n${block(commands.join('\n'), 'sh').replace(/^/gm, indent)}\n`
}

function candidatesPart(report: DeploymentReport): string[] {
  const shown = candidatesTable(report)
  return shown === '' ? [] : ['### Versions to choose from', shown]
}

/** What can be done by hand; nothing where there is nothing. */
export function commandsPart(commands: readonly Command[]): string[] {
  if (commands.length === 0) return []
  const render = (item: Command): string => `${text(item.why)}\n\n${block(item.command, 'sh')}`
  const { shown, left } = thatFit(commands, render, shares.commands, 'first')
  return ['### By hand', ...shown.map(render), ...leftOut(left, 'further commands')]
}

/** Warnings; what ended the run is the cause of its end. */
function findingsPart({ findings, checksAddress }: DeploymentReport): string[] {
  const warnings = findings.filter(({ severity }) => severity === 'warning')
  if (warnings.length === 0) return []
  const place = (finding: Finding): string => formatProblem({ ...finding, message: '' }).replace(/: $/, '')
  const render = (finding: Finding): string[] => [code(finding.id), text(finding.message), text(place(finding))]
  const { shown, left } = thatFit(warnings, (finding) => table([], [render(finding)]), shares.findings, 'first')
  const body = [
    table(['Check', 'What it found', 'Where'], shown.map(render)),
    ...leftOut(left, 'further warnings'),
    ...checksLink(checksAddress),
  ]
  return [details(`Preflight warnings (${warnings.length})`, body.join('\n\n'))]
}

function noticesPart(notices: readonly string[]): string[] {
  if (notices.length === 0) return []
  const render = (notice: string): string => `- ${text(notice)}`
  const { shown, left } = thatFit(notices, render, shares.notices, 'first')
  return ['### Worth knowing', shown.map(render).join('\n'), ...leftOut(left, 'further notices')]
}

function changesPart(changes: readonly Difference[]): string[] {
  if (changes.length === 0) return []
  const render = (change: Difference): string[] => [
    code(change.path),
    change.before === undefined ? '' : code(change.before),
    change.after === undefined ? '' : code(change.after),
  ]
  const { shown, left } = thatFit(changes, (change) => table([], [render(change)]), shares.changes, 'first')
  const body = [table(['Setting', 'Before', 'After'], shown.map(render)), ...leftOut(left, 'further changes')]
  return [details(`What changed (${changes.length})`, body.join('\n\n'))]
}

function chartPart(report: DeploymentReport): string[] {
  const chart = rolloutChart(report)
  return chart === undefined ? [] : ['### Rollout', chart]
}

function tasksPart(report: DeploymentReport): string[] {
  const { count, head, groups, cells } = tasksTable(report)
  if (count === 0) return []
  const few = groups.slice(0, mostRows)
  const { shown } = thatFit(few, (group) => table([], [cells(group)]), shares.tasks, 'first')
  const left = groups.slice(shown.length).reduce((sum, { tasks }) => sum + tasks.length, 0)
  const body = [table(head, shown.map(cells)), ...leftOut(left, 'further tasks')]
  return [details(`Tasks (${count})`, body.join('\n\n'))]
}

function execPart(report: DeploymentReport): string[] {
  const advice = execAdvice(report)
  return advice === undefined ? [] : [details('Look into a task with ECS Exec', advice)]
}

function stoppedPart(report: DeploymentReport): string[] {
  const groups = groupStoppedTasks(report.stoppedTasks)
  if (groups.length === 0) return []
  const render = (group: StoppedGroup): string => stoppedGroup(report, group)
  const { shown, left } = thatFit(groups, render, shares.stopped, 'first')
  const body = [...shown.map(render), ...leftOut(left, 'further kinds of stopped tasks')]
  return [details(`Why tasks stopped (${report.stoppedTasks.length})`, body.join('\n\n'))]
}

function stoppedGroup(report: DeploymentReport, { newest, count }: StoppedGroup): string {
  const task = taskName(report, newest.id)
  const which = count === 1 ? `Task ${task}` : `${count} tasks, the newest ${task}`
  const stopCode = newest.stopCode === undefined ? '' : ` (${code(newest.stopCode)})`
  const containers = newest.containers.map((container) => stoppedContainer(report, newest, container))
  const lines = newest.containers.flatMap(({ name, lastLines = [] }) =>
    lastLines.length === 0 ? [] : [`Last lines of ${code(name)}:\n\n${block(lastLines.slice(-20).join('\n'))}`],
  )
  return [
    `${which}${stopCode}:`,
    taskQuote(report, [newest.stoppedReason ?? 'no reason given']),
    ...(containers.length === 0 ? [] : [containers.join('\n')]),
    ...lines,
  ].join('\n\n')
}

function stoppedContainer(report: DeploymentReport, task: StoppedTask, container: StoppedContainer): string {
  const { name, exitCode, reason, log } = container
  const exit = exitCode === undefined ? 'never ran' : `exit code ${exitCode}`
  const own = reason === undefined || reason === task.stoppedReason ? '' : `: ${taskProse(report, reason)}`
  // What never ran wrote nothing.
  const written = exitCode === undefined ? undefined : log
  const place = { partition: report.partition, region: written?.region ?? report.region }
  const address = written === undefined ? undefined : logLink(place, written.group, written.stream)
  return `- ${code(name)}: ${exit}${own}${address === undefined ? '' : ` (${link('log', address)})`}`
}

function timelinePart({ timeline, startedAt }: DeploymentReport): string[] {
  if (timeline.length === 0) return []
  const after = (at: number): string => clockDuration(at - startedAt)
  const render = ({ from, to, text: what }: TimelineRow): string[] => [
    clockTime(from),
    from === to ? after(from) : `${after(from)} – ${after(to)}`,
    text(what),
  ]
  const rows = foldTimeline(timeline)
  const { shown, left } = thatFit(rows, (row) => table([], [render(row)]), shares.timeline, 'last')
  const body = [...leftOut(left, 'earlier steps'), table(['UTC', 'After', 'What'], shown.map(render))]
  return [details(`Timeline (${duration((timeline.at(-1)?.at ?? startedAt) - startedAt)})`, body.join('\n\n'))]
}

function eventsPart(report: DeploymentReport): string[] {
  const { events } = report
  if (events.length === 0) return []
  const render = ({ from, to, count, message }: EventRow): string[] => [
    count === 1 ? clockTime(from) : `${clockTime(from)} – ${clockTime(to)}`,
    `${taskProse(report, message)}${count === 1 ? '' : ` <b>(${count} times)</b>`}`,
  ]
  const folded = foldEvents(events)
  const newest = folded.slice(-mostRows)
  const { shown } = thatFit(newest, (row) => table([], [render(row)]), shares.events, 'last')
  const left = folded.slice(0, folded.length - shown.length).reduce((sum, { count }) => sum + count, 0)
  const body = [...leftOut(left, 'earlier events'), table(['UTC', 'Event'], shown.map(render))]
  return [details(`Service events (${events.length})`, body.join('\n\n'))]
}

const tabs: readonly (readonly [ServiceTab, string])[] = [
  ['health', 'Service'],
  ['deployments', 'deployments'],
  ['tasks', 'tasks'],
  ['logs', 'logs'],
]

function footer(report: DeploymentReport): string {
  const { cluster, service } = report
  const links = tabs.flatMap(([tab, name]) => {
    const address = serviceTabLink(report, cluster, service, tab)
    return address === undefined ? [] : [link(name, address)]
  })
  const ids = [
    `cluster ${code(cluster)}`,
    `Region ${code(report.region)}`,
    ...(report.deploymentId === undefined ? [] : [`deployment ${code(report.deploymentId)}`]),
    ...(report.supersededBy === undefined ? [] : [`superseded by ${code(report.supersededBy)}`]),
  ]
  const console = links.length === 0 ? [] : [`In the AWS console: ${links.join(', ')}`]
  return [...console, ids.join(', '), `took ${duration(report.endedAt - report.startedAt)}`].join(' · ')
}

function leftOut(count: number, what: string): string[] {
  return count === 0 ? [] : [`_${count} ${what} left out; the report file has them all._`]
}

/** As many items as fit into so many bytes, from the first on or from the last back, in their own order. */
function thatFit<T>(
  items: readonly T[],
  render: (item: T, index: number) => string,
  share: number,
  from: 'first' | 'last',
): { shown: readonly T[]; left: number } {
  const ordered = from === 'first' ? items : items.toReversed()
  let bytes = 0
  let count = 0
  for (const item of ordered) {
    // Two for the line breaks between parts.
    bytes += Buffer.byteLength(render(item, count)) + 2
    if (bytes > share) break
    count += 1
  }
  const shown = from === 'first' ? items.slice(0, count) : items.slice(items.length - count)
  return { shown, left: items.length - count }
}
