import { type TaskReport, taskExitCode } from '../run-task/task-report.ts'

/** The outputs of the run-task action: every one always, empty where unknown. @param reportPath what `writeReportFile` returned */
export function taskOutputs(report: TaskReport, reportPath = ''): Record<string, string> {
  const { tasks, outcome } = report
  const [first] = tasks
  const codes = tasks.map(({ containers }) => containers.find(({ decides }) => decides)?.exitCode)
  const told =
    tasks.length === report.wanted
      ? (codes.find((exitCode) => exitCode !== undefined && exitCode !== 0) ?? codeOfAll(codes))
      : undefined
  return {
    outcome,
    'exit-code': told === undefined ? '' : String(told),
    'exit-codes': JSON.stringify(
      tasks.map(({ id, containers }) => ({
        task: id,
        exitCodes: Object.fromEntries(containers.map(({ name, exitCode }) => [name, exitCode ?? null])),
      })),
    ),
    'task-arns': JSON.stringify(tasks.map(({ arn }) => arn)),
    'task-definition': report.taskDefinition,
    'task-definition-arn': report.taskDefinitionArn,
    'log-stream': first?.logStream ?? '',
    'log-url': first?.logUrl ?? '',
    'console-url': first?.consoleUrl ?? '',
    cause: taskExitCode(outcome) === 0 ? '' : (report.diagnoses[0]?.cause ?? ''),
    'duration-seconds': String(Math.max(0, Math.round((report.endedAt - report.startedAt) / 1000))),
    report: reportPath,
  }
}

/** 0 only where every one is known. */
function codeOfAll(codes: readonly (number | undefined)[]): number | undefined {
  return codes.length > 0 && codes.every((exitCode) => exitCode === 0) ? 0 : undefined
}
