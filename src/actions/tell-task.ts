import type { Logger } from '../github/log.ts'
import { writeLines } from '../github/log-line.ts'
import { writeOutputs, writeReportFile, writeSummary } from '../github/outputs.ts'
import { taskAnnotation, taskClosingLines } from '../github/task-log.ts'
import { taskOutputs } from '../github/task-outputs.ts'
import { taskSummary } from '../github/task-summary.ts'
import { type TaskReport, taskExitCode } from '../run-task/task-report.ts'
import { attempt } from './tell-end.ts'

/** The end of a run of the run-task action, told in every place: log, one error annotation, outputs, job summary, report file. Returns the exit code. */
export async function tellTask(report: TaskReport, log: Logger, env: NodeJS.ProcessEnv): Promise<0 | 1> {
  log.endGroup()
  writeLines(taskClosingLines(report), log)
  const code = taskExitCode(report.outcome)
  if (code === 1) {
    const { title, message } = taskAnnotation(report)
    log.error(message, title)
  }
  const path = await attempt(log, 'report file', () => writeReportFile(report, env))
  await attempt(log, 'outputs', () => writeOutputs(taskOutputs(report, path), env))
  const written = await attempt(log, 'job summary', () => writeSummary(taskSummary(report), env))
  if (written === 'full') log.info('The job summary of this step is full; this report was not added to it.')
  return code
}
