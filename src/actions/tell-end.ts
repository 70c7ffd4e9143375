import { describeFailure } from '../aws/failure.ts'
import type { Ending } from '../deployment/ending.ts'
import type { DeploymentRecord } from '../deployment/record.ts'
import { reportOf } from '../deployment/report-of.ts'
import { jobSummary } from '../github/job-summary.ts'
import type { Logger } from '../github/log.ts'
import { writeLines } from '../github/log-line.ts'
import { annotation, closingLines } from '../github/log-report.ts'
import { outputsOf, writeOutputs, writeReportFile, writeSummary } from '../github/outputs.ts'
import { exitCode } from '../report.ts'

/**
 * The end of a run, told in every place: log, one error annotation, outputs, job summary, report file.
 * A place that cannot be written to is only a line in the log: it does not change what happened.
 *
 * @returns the exit code
 */
export async function tellEnd(
  ending: Ending,
  record: DeploymentRecord,
  log: Logger,
  env: NodeJS.ProcessEnv,
): Promise<0 | 1> {
  const report = reportOf(record, ending, Date.now())
  log.endGroup()
  writeLines(closingLines(report), log)
  const code = exitCode(report.outcome, report.action)
  if (code === 1) {
    const { title, message } = annotation(report)
    log.error(message, title)
  }
  const path = await attempt(log, 'report file', () => writeReportFile(report, env))
  await attempt(log, 'outputs', () => writeOutputs(outputsOf(report, path), env))
  const written = await attempt(log, 'job summary', () => writeSummary(jobSummary(report), env))
  if (written === 'full') log.info('The job summary of this step is full; this report was not added to it.')
  return code
}

/** Does what must not change how the run ends: a failure is a line in the log. */
export async function attempt<T>(log: Logger, what: string, write: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await write()
  } catch (error) {
    log.warning(`The ${what} could not be written: ${describeFailure(error)}`)
    return undefined
  }
}
