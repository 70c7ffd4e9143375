import type { Diagnosis, ServiceEvent } from '../diagnosis/evidence.ts'
import type { Command, DeploymentReport, Milestone, Version } from '../report.ts'
import type { Difference } from '../task-definition/compare.ts'
import { logLink, serviceLink, taskDefinitionLink, taskLink } from './console-links.ts'
import { block, code, details, link, table, text } from './markdown.ts'
import { groupStoppedTasks, type StoppedGroup } from './stopped-groups.ts'
import { clockTime, duration, outcomeWords, shortDigest } from './words.ts'

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
  stopped: 120_000,
  events: 120_000,
  notices: 40_000,
} as const

/** The report of a deployment as Markdown for the job's summary page; always below 800,000 bytes. */
export function jobSummary(report: DeploymentReport): string {
  const parts = [
    heading(report),
    versions(report),
    ...diagnosesPart(report.diagnoses),
    ...commandsPart(report.commands),
    ...noticesPart(report.notices),
    ...changesPart(report.changes),
    ...stoppedPart(report),
    ...timelinePart(report),
    ...eventsPart(report.events),
    footer(report),
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function heading(report: DeploymentReport): string {
  const { mark, word } = outcomeWords(report.outcome)
  return `## ${mark} ${text(report.service)}: ${word}\n\n${text(report.headline)}`
}

function versions(report: DeploymentReport): string {
  const { before, wanted, now } = report
  const showWanted = wanted !== undefined && wanted.taskDefinition !== now?.version?.taskDefinition
  const columns: [string, Version | undefined][] = [
    ['Before', before],
    ...(showWanted ? ([['Wanted', wanted]] as [string, Version][]) : []),
    [now?.seen === false ? 'Now (as last seen)' : 'Now', now?.version],
  ]
  const shown = columns.map(([, version]) => version)
  const containers = [...new Set(shown.flatMap((version) => version?.images.map((image) => image.container) ?? []))]
  const rows = [
    ['Task definition', ...shown.map((version) => revisionCell(report, version))],
    ...containers.map((name) => [`Image of ${code(name)}`, ...shown.map((version) => imageCell(version, name))]),
    ['Running', ...shown.map((_, index) => (index === shown.length - 1 ? runningCell(report) : ''))],
  ]
  const head = ['', ...columns.map(([title]) => title)]
  const fitting = thatFit(rows, (row) => table([], [row]), shares.versions, 'first')
  return table(head, fitting.shown)
}

function revisionCell(report: DeploymentReport, version: Version | undefined): string {
  if (version === undefined) return 'unknown'
  return link(code(version.taskDefinition), taskDefinitionLink(report, version.taskDefinition))
}

function imageCell(version: Version | undefined, container: string): string {
  const image = version?.images.find((candidate) => candidate.container === container)
  if (image === undefined) return ''
  const digest = image.digest ?? /@(sha256:[0-9a-f]{64})$/.exec(image.image)?.[1]
  const name = image.image.replace(/@sha256:[0-9a-f]{64}$/, '')
  return `${code(name)}${digest === undefined ? '' : `<br>${code(shortDigest(digest))}`}`
}

function runningCell({ now }: DeploymentReport): string {
  if (now === undefined) return 'unknown'
  const others = (now.beside ?? []).map((other) => `<br>${other.running} of them ${code(other.version.taskDefinition)}`)
  return `${now.running} of ${now.desired} tasks${others.join('')}`
}

function diagnosesPart(diagnoses: readonly Diagnosis[]): string[] {
  if (diagnoses.length === 0) return []
  const { shown, left } = thatFit(diagnoses, diagnosisPart, shares.diagnoses, 'first')
  return ['### Why', ...shown.map(diagnosisPart), ...leftOut(left, 'further causes')]
}

function diagnosisPart(diagnosis: Diagnosis): string {
  const facts = diagnosis.facts.map((fact) => `- ${code(fact)}`).join('\n')
  return [
    `**${text(diagnosis.title)}**`,
    text(diagnosis.explanation),
    ...(facts === '' ? [] : [facts]),
    'What to do:',
    diagnosis.advice.map(adviceItem).join('\n'),
  ].join('\n\n')
}

function adviceItem(advice: string, index: number): string {
  const [prose = '', ...commands] = advice.split('\n')
  const number = `${index + 1}. `
  if (commands.length === 0) return `${number}${text(prose)}`
  const indent = ' '.repeat(number.length)
  return `${number}${text(prose)}\n\n${block(commands.join('\n'), 'sh').replace(/^/gm, indent)}\n`
}

function commandsPart(commands: readonly Command[]): string[] {
  if (commands.length === 0) return []
  const render = (item: Command): string => `${text(item.why)}\n\n${block(item.command, 'sh')}`
  const { shown, left } = thatFit(commands, render, shares.commands, 'first')
  return ['### By hand', ...shown.map(render), ...leftOut(left, 'further commands')]
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

function stoppedPart(report: DeploymentReport): string[] {
  const groups = groupStoppedTasks(report.stoppedTasks)
  if (groups.length === 0) return []
  const render = (group: StoppedGroup): string => stoppedGroup(report, group)
  const { shown, left } = thatFit(groups, render, shares.stopped, 'first')
  const body = [...shown.map(render), ...leftOut(left, 'further kinds of stopped tasks')]
  return [details(`Stopped tasks (${report.stoppedTasks.length})`, body.join('\n\n'))]
}

function stoppedGroup(report: DeploymentReport, group: StoppedGroup): string {
  const { newest } = group
  const task = link(code(newest.id), taskLink(report, report.cluster, newest.id))
  const which = group.count === 1 ? `Task ${task}` : `${group.count} tasks, the newest ${task}`
  const stopCode = newest.stopCode === undefined ? '' : ` (${code(newest.stopCode)})`
  const containers = newest.containers.map((container) => {
    const exit = container.exitCode === undefined ? 'never ran' : `exit code ${container.exitCode}`
    const reason = container.reason === undefined ? '' : `: ${code(container.reason)}`
    const log = container.log
    const place = { partition: report.partition, region: log?.region ?? report.region }
    const address = log === undefined ? undefined : logLink(place, log.group, log.stream)
    return `- ${code(container.name)}: ${exit}${reason}${address === undefined ? '' : ` (${link('log', address)})`}`
  })
  const lines = newest.containers.flatMap(({ name, lastLines = [] }) =>
    lastLines.length === 0 ? [] : [`Last lines of ${code(name)}:\n\n${block(lastLines.slice(-20).join('\n'))}`],
  )
  const head = `${which}${stopCode}: ${code(newest.stoppedReason ?? 'no reason given')}`
  return [head, ...(containers.length === 0 ? [] : [containers.join('\n')]), ...lines].join('\n\n')
}

function timelinePart({ timeline, startedAt }: DeploymentReport): string[] {
  if (timeline.length === 0) return []
  const render = (item: Milestone): string[] => [
    clockTime(item.at),
    `+${duration(item.at - startedAt)}`,
    text(item.text),
  ]
  const { shown, left } = thatFit(timeline, (item) => table([], [render(item)]), shares.timeline, 'last')
  const body = [...leftOut(left, 'earlier steps'), table(['UTC', 'After', 'What'], shown.map(render))]
  return [details(`Timeline (${duration((timeline.at(-1)?.at ?? startedAt) - startedAt)})`, body.join('\n\n'))]
}

function eventsPart(events: readonly ServiceEvent[]): string[] {
  if (events.length === 0) return []
  const render = (event: ServiceEvent): string[] => [clockTime(event.at.getTime()), text(event.message)]
  const { shown, left } = thatFit(events, (event) => table([], [render(event)]), shares.events, 'last')
  const body = [...leftOut(left, 'earlier events'), table(['UTC', 'Event'], shown.map(render))]
  return [details(`Service events (${events.length})`, body.join('\n\n'))]
}

function footer(report: DeploymentReport): string {
  const service = link('Service in the AWS console', serviceLink(report, report.cluster, report.service))
  const ids = [
    `cluster ${code(report.cluster)}`,
    `Region ${code(report.region)}`,
    ...(report.deploymentId === undefined ? [] : [`deployment ${code(report.deploymentId)}`]),
    ...(report.supersededBy === undefined ? [] : [`superseded by ${code(report.supersededBy)}`]),
  ]
  const linked = service.startsWith('<a') ? [service] : []
  return [...linked, ids.join(', '), `took ${duration(report.endedAt - report.startedAt)}`].join(' · ')
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
