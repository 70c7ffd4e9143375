import { ending } from '../deployment/ending.ts'
import { reportOf } from '../deployment/report-of.ts'
import { jobSummary } from '../github/job-summary.ts'
import type { Logger } from '../github/log.ts'
import { writeLines } from '../github/log-line.ts'
import { annotation, closingLines } from '../github/log-report.ts'
import { writeOutputs, writeReportFile, writeSummary } from '../github/outputs.ts'
import { gravest, rollbackOutputs } from '../github/rollback-outputs.ts'
import { servicesAnnotation, servicesTable } from '../github/rollback-summary.ts'
import { type DeploymentReport, exitCode } from '../report.ts'
import type { ServiceRollback } from '../rollback/roll-back-services.ts'
import { attempt } from './tell-end.ts'

/**
 * The end of a run of the rollback action, told in every place, of each service: log, one error annotation, outputs, job
 * summary, report file.
 *
 * @returns the exit code: 0 where every service was seen to run what it was to go back to
 */
export async function tellRollback(
  rollbacks: readonly ServiceRollback[],
  startedAt: number,
  log: Logger,
  env: NodeJS.ProcessEnv,
): Promise<0 | 1> {
  const now = Date.now()
  const reports = rollbacks.map(({ record, ending: end, endedAt = now }) =>
    reportOf(record, end ?? ending('unknown', 'The run ended before anything was known.'), endedAt),
  )
  log.endGroup()
  for (const report of reports) {
    if (reports.length > 1) log.info(`\n${report.service}`, 'heading')
    writeLines(closingLines(report), log)
  }
  const outcome = gravest(reports)
  tellErrors(reports, log)
  const whole = { action: 'rollback', outcome, services: reports }
  const path = await attempt(log, 'report file', () => writeReportFile(whole, env))
  const seconds = (now - startedAt) / 1000
  await attempt(log, 'outputs', () => writeOutputs(rollbackOutputs(reports, seconds, path), env))
  for (const part of [servicesTable(reports), ...reports.map(jobSummary)].filter((one) => one !== '')) {
    const written = await attempt(log, 'job summary', () => writeSummary(part, env))
    if (written === 'full')
      log.info('The job summary of this step is full; the rest of this report was not added to it.')
  }
  return exitCode(outcome, 'rollback')
}

/** GitHub shows one error of a run; with several services it names those that did not go back. */
function tellErrors(reports: readonly DeploymentReport[], log: Logger): void {
  const failed = reports.filter((report) => exitCode(report.outcome, report.action) === 1)
  const [first] = failed
  if (first === undefined) return
  const { title, message } = reports.length === 1 ? annotation(first) : servicesAnnotation(reports, failed)
  log.error(message, title)
}
