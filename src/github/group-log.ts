import { failedMembers, type GroupReport, type MemberReport, mixedWords } from './group-report.ts'
import type { LogLine } from './log-line.ts'
import { closingLines } from './log-report.ts'
import { duration, headlineWithCause, outcomeWords, taskCount, versionName } from './words.ts'

/** So many services that failed are told in full in the log; the summary and the report have all. */
const mostInFull = 5

/** The last lines of the log of a group: one table, then each service that failed in full. */
export function groupLines(report: GroupReport): LogLine[] {
  const failed = failedMembers(report)
  const own = failed.filter(({ diagnoses, outcome }) => diagnoses.length > 0 || outcome !== 'rolled-back')
  const full = own.slice(0, mostInFull)
  return [
    ...full.flatMap((one) => ['', `${one.service}:`, ...closingLines(one)]),
    ...(own.length > full.length
      ? ['', `${own.length - full.length} more services that failed are in the report.`]
      : []),
    '',
    `Outcome: ${outcomeName(report)} after ${duration(report.endedAt - report.startedAt)}`,
    '',
    ...tableLines(report.services),
    '',
    ...(report.mixed ? [mixedWords(report), ''] : []),
    ...noticeLines(report, full),
  ]
}

/** The one error of a group: who failed, and why. */
export function groupAnnotation(report: GroupReport): { readonly title: string; readonly message: string } {
  const { services, outcome } = report
  const failed = failedMembers(report)
  const own = failed.filter(({ diagnoses }) => diagnoses.length > 0)
  const shown = (own.length > 0 ? own : failed).slice(0, mostInFull)
  const lines = shown.map((one) => {
    const [cause] = one.diagnoses
    return `${one.service}: ${headlineWithCause(one)}${cause === undefined ? '' : ` ${cause.explanation}`}`
  })
  const [first] = shown
  const title =
    first === undefined
      ? `${services.length} services: ${outcomeWords(outcome, 'deploy').word}`
      : `${first.service}: ${first.diagnoses[0]?.title ?? outcomeWords(first.outcome, 'deploy').word}`
  const mixed = report.mixed ? [mixedWords(report)] : []
  return {
    title,
    message: [`${outcomeName(report)}: a group of ${services.length} services.`, ...lines, ...mixed].join('\n'),
  }
}

function outcomeName({ outcome }: Pick<GroupReport, 'outcome'>): string {
  const { word } = outcomeWords(outcome, 'deploy')
  return word === outcome ? outcome : `${word} (${outcome})`
}

/** Columns as wide as what is in them. */
function tableLines(services: readonly MemberReport[]): string[] {
  const rows = [['Service', 'Outcome', 'Before', 'Runs now', 'Tasks', 'Took'], ...services.map(rowOf)]
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map(
    (row) =>
      `  ${row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()}`,
  )
}

function rowOf({ service, outcome, before, now, startedAt, endedAt }: MemberReport): string[] {
  return [
    service,
    outcome,
    before === undefined ? '' : versionName(before),
    now?.version === undefined ? '' : versionName(now.version),
    now === undefined ? '' : taskCount(now.running, now.desired),
    outcome === 'not-begun' ? '' : duration(endedAt - startedAt),
  ]
}

/** Each once, with all services that it is about; those of services that are told in full stand there already. */
function noticeLines({ services }: GroupReport, told: readonly { readonly service: string }[]): string[] {
  const others = services.filter(({ service }) => !told.some((one) => one.service === service))
  const said = others.flatMap(({ service, notices }) => notices.map((notice) => ({ service, notice })))
  return [...Map.groupBy(said, ({ notice }) => notice)].map(
    ([notice, about]) => `Note: ${about.map(({ service }) => service).join(', ')}: ${notice}`,
  )
}
