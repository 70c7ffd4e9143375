import type { DeploymentReport } from '../report.ts'
import { candidateLines } from './candidates.ts'
import { code, table, text } from './markdown.ts'
import { duration, headlineWithCause, outcomeWords, versionName } from './words.ts'

/** One table for all services, above the summary of each; for one service there is nothing to sum up. */
export function servicesTable(reports: readonly DeploymentReport[]): string {
  if (reports.length < 2) return ''
  const rows = reports.map((report) => {
    const { mark, word } = outcomeWords(report.outcome, report.action)
    const { before, now, wanted } = report
    return [
      code(report.service),
      `${mark} ${text(word)}`,
      before === undefined ? '' : code(versionName(before)),
      wanted === undefined ? '' : code(versionName(wanted)),
      now?.version === undefined ? '' : code(versionName(now.version)),
      duration(report.endedAt - report.startedAt),
    ]
  })
  return `## Rollback of ${reports.length} services\n\n${table(['Service', 'Outcome', 'From', 'To', 'Runs now', 'Took'], rows)}\n`
}

/** The one error of a run with several services: which of them did not go back, and why. */
export function servicesAnnotation(
  reports: readonly DeploymentReport[],
  failed: readonly DeploymentReport[],
): { readonly title: string; readonly message: string } {
  const lines = failed.flatMap((report) => {
    const { word } = outcomeWords(report.outcome, report.action)
    const [cause] = report.diagnoses
    const why = cause === undefined ? '' : ` ${cause.explanation}`
    return [`${report.service}: ${word}. ${headlineWithCause(report)}${why}`, ...candidateLines(report)]
  })
  return { title: `${failed.length} of ${reports.length} services were not rolled back`, message: lines.join('\n') }
}
