import { type TaskReport, taskExitCode } from '../run-task/task-report.ts'
import type { LogLine } from './log-line.ts'
import { commandLines, diagnosisLines } from './log-report.ts'
import { containersOf, containerWords, subjectOf, taskHeadline, taskOutcomeWords } from './task-words.ts'
import { duration } from './words.ts'

const diagnosisLimit = 3
const taskLimit = 20
/** In the annotation: what ECS says, and the last line of the log. */
const factLimit = 2

/** The last lines of the log: what happened, the exit codes of all containers, why, what to do. */
export function taskClosingLines(report: TaskReport): LogLine[] {
  const succeeded = taskExitCode(report.outcome) === 0
  const { word } = taskOutcomeWords[report.outcome]
  const outcome = word === report.outcome ? word : `${word} (${report.outcome})`
  return [
    '',
    {
      text: `Outcome: ${outcome} after ${duration(report.endedAt - report.startedAt)}`,
      style: succeeded ? 'good' : 'bad',
    },
    taskHeadline(report),
    ...taskLines(report),
    ...(succeeded ? [] : report.diagnoses.slice(0, diagnosisLimit).flatMap(diagnosisLines)),
    ...report.notices.map((notice): LogLine => ({ text: `Note: ${notice}`, style: 'warning' })),
    ...commandLines(report),
    ...linkLines(report),
  ]
}

function taskLines({ tasks }: TaskReport): string[] {
  const lines = tasks.slice(0, taskLimit).map((task) => {
    const containers = containersOf(task).map(containerWords)
    const reason = task.stoppedReason === undefined ? '' : ` [${task.stoppedReason}]`
    return `Task ${task.id}: ${containers.join('; ')}${reason}`
  })
  return tasks.length > taskLimit ? [...lines, `and ${tasks.length - taskLimit} more tasks, see the report`] : lines
}

function linkLines({ tasks }: TaskReport): string[] {
  const [first] = tasks
  return [
    ...(first?.consoleUrl === undefined ? [] : ['', `AWS console: ${first.consoleUrl}`]),
    ...(first?.logUrl === undefined ? [] : [`Its log: ${first.logUrl}`]),
  ]
}

/** The one error of a run that failed: the cause in its title, what happened and the next step in its text. */
export function taskAnnotation(report: TaskReport): { readonly title: string; readonly message: string } {
  const [first] = report.diagnoses
  const [prose, ...commands] = first?.advice[0]?.split('\n') ?? []
  const message = [
    taskHeadline(report),
    ...(first === undefined ? [] : [first.explanation]),
    ...(first?.facts.slice(0, factLimit) ?? []),
    ...(prose === undefined ? [] : [`Next step: ${prose}`, ...commands]),
  ]
  return {
    title: `${subjectOf(report)}: ${first?.title ?? taskOutcomeWords[report.outcome].word}`,
    message: message.join('\n'),
  }
}
