import type { DeploymentReport } from '../report.ts'
import { failedMembers, type GroupReport, type MemberReport, mixedWords } from './group-report.ts'
import { jobSummary } from './job-summary.ts'
import { code, table, text } from './markdown.ts'
import { duration, outcomeWords, taskCount, versionName } from './words.ts'

/** A group of this size shows every service in full; of a larger one only those that failed. */
const smallGroup = 10

/** The parts of the job summary of a group, the most important first: one table, then services in full. */
export function groupSummary(report: GroupReport): readonly string[] {
  const { outcome, services, mixed, cluster, region, startedAt, endedAt } = report
  const { mark, word } = outcomeWords(outcome, 'deploy')
  const head = [
    `## ${mark} ${services.length} services: ${text(word)}`,
    ...(mixed ? [`**${text(mixedWords(report))}**`] : []),
    table(['Service', 'Outcome', 'Before', 'Runs now', 'Tasks', 'Took'], services.map(row)),
    ...notBegun(services),
    `cluster ${code(cluster)}, Region ${code(region)} · took ${duration(endedAt - startedAt)}`,
  ]
  const failed = failedMembers(report)
  const inFull = services.length <= smallGroup ? services.filter(isTold) : failed
  const ordered = [...failed, ...inFull.filter((one) => !failed.some(({ service }) => service === one.service))]
  return [`${head.join('\n\n')}\n`, ...ordered.map(jobSummary)]
}

function isTold(report: MemberReport): report is MemberReport & DeploymentReport {
  return report.outcome !== 'not-begun'
}

function row({ service, outcome, before, now, startedAt, endedAt }: MemberReport): string[] {
  const words = outcome === 'not-begun' ? { mark: '➖', word: 'not begun' } : outcomeWords(outcome, 'deploy')
  return [
    code(service),
    `${words.mark} ${text(words.word)}`,
    before === undefined ? '' : code(versionName(before)),
    now?.version === undefined ? '' : code(versionName(now.version)),
    now === undefined ? '' : taskCount(now.running, now.desired),
    outcome === 'not-begun' ? '' : duration(endedAt - startedAt),
  ]
}

function notBegun(services: readonly MemberReport[]): string[] {
  const said = new Set(services.filter(({ outcome }) => outcome === 'not-begun').map(({ headline }) => headline))
  return [...said].map((headline) => `Not begun: ${text(headline)}`)
}
