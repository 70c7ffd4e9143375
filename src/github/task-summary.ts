import { type OneTaskReport, type TaskReport, taskExitCode } from '../run-task/task-report.ts'
import { commandsPart, diagnosisPart } from './job-summary.ts'
import { code, link, table, text } from './markdown.ts'
import { containersOf, containerWords, subjectOf, taskHeadline, taskOutcomeWords } from './task-words.ts'
import { duration, shortTaskId } from './words.ts'

const taskLimit = 50
const diagnosisLimit = 3

/** The report of one-off tasks as Markdown for the job's summary page. */
export function taskSummary(report: TaskReport): string {
  const { mark, word } = taskOutcomeWords[report.outcome]
  const failed = taskExitCode(report.outcome) === 1
  const diagnoses = failed ? report.diagnoses.slice(0, diagnosisLimit) : []
  const parts = [
    `## ${mark} ${text(subjectOf(report))}: ${word}`,
    text(taskHeadline(report)),
    whatRan(report),
    tasksTable(report),
    ...(diagnoses.length === 0 ? [] : ['### Why', ...diagnoses.map((one) => diagnosisPart(report, one))]),
    ...commandsPart(report.commands),
    ...(report.notices.length === 0
      ? []
      : ['### Worth knowing', report.notices.map((one) => `- ${text(one)}`).join('\n')]),
    `Took ${duration(report.endedAt - report.startedAt)}.`,
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function whatRan({ container, command, taskDefinition, service, wanted }: TaskReport): string {
  if (container === '') return ''
  const what = command === undefined ? 'its own command' : code(command.join(' '))
  const where = service === undefined ? '' : `, with the network and launch settings of ${code(service)}`
  const times = wanted === 1 ? '' : `${wanted} × `
  return `${times}${code(taskDefinition || 'a new revision')}, container ${code(container)}, ${what}${where}.`
}

function tasksTable({ tasks }: TaskReport): string {
  if (tasks.length === 0) return ''
  const rows = tasks.slice(0, taskLimit).map((task) => [
    link(code(shortTaskId(task.id)), task.consoleUrl),
    text(task.end ?? 'not seen to end'),
    containersOf(task)
      .map((container) => text(containerWords(container)))
      .join('<br>'),
    text(task.stoppedReason ?? ''),
    logCell(task),
  ])
  const more = tasks.length > taskLimit ? `\n\nand ${tasks.length - taskLimit} more tasks, see the report.` : ''
  return `${table(['Task', 'The container that decides', 'Exit codes', 'Reason of ECS', 'Log'], rows)}${more}`
}

function logCell({ logStream, logUrl }: OneTaskReport): string {
  return logStream === undefined ? '' : link(code(logStream), logUrl)
}
