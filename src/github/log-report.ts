import type { Diagnosis } from '../diagnosis/evidence.ts'
import { shortDigest } from '../diagnosis/short-image.ts'
import { shorten } from '../diagnosis/texts.ts'
import { type DeploymentReport, exitCode, type Version } from '../report.ts'
import { candidateLines } from './candidates.ts'
import { serviceLink } from './console-links.ts'
import type { Style } from './log.ts'
import type { LogLine } from './log-line.ts'
import { groupStoppedTasks } from './stopped-groups.ts'
import { duration, headlineWithCause, outcomeWords, taskCount, versionName } from './words.ts'

const stoppedLimit = 10
const diagnosisLimit = 3
const lineLimit = 20
const lineLength = 500

/** The last lines of the log: what happened, what runs now, why, what it rests on, what to do. */
export function closingLines(report: DeploymentReport): LogLine[] {
  return [
    '',
    {
      text: `Outcome: ${outcomeName(report)} after ${duration(report.endedAt - report.startedAt)}`,
      style: outcomeStyle(report),
    },
    headlineWithCause(report),
    ...nowLines(report),
    ...(exitCode(report.outcome, report.action) === 0 ? [] : failureLines(report)),
    ...indented(candidateLines(report)),
    ...report.notices.map((notice): LogLine => ({ text: `Note: ${notice}`, style: 'warning' })),
    ...checksLines(report),
    ...commandLines(report),
    ...consoleLine(report),
  ]
}

/** As the mark in the job summary. */
function outcomeStyle({ outcome, action }: DeploymentReport): Style {
  if (exitCode(outcome, action) === 0) return 'good'
  return outcomeWords(outcome, action).mark === '❌' ? 'bad' : 'warning'
}

/** In words, with the value of the output where that is another one. */
function outcomeName({ outcome, action }: DeploymentReport): string {
  const { word } = outcomeWords(outcome, action)
  return word === outcome ? outcome : `${word} (${outcome})`
}

/** The one error of a run that failed: the cause in its title, what runs now and the next step in its text. */
export function annotation(report: DeploymentReport): { readonly title: string; readonly message: string } {
  const [first] = report.diagnoses
  const what = first?.title ?? outcomeWords(report.outcome, report.action).word
  const title = report.service === '' ? what : `${report.service}: ${what}`
  const [prose, ...commands] = first?.advice[0]?.split('\n') ?? []
  const message = [
    headlineWithCause(report),
    ...(first === undefined ? [] : [first.explanation]),
    ...(first?.facts[0] === undefined ? [] : [first.facts[0]]),
    ...nowLines(report),
    ...candidateLines(report),
    ...(prose === undefined ? [] : [`Next step: ${prose}`, ...commands]),
    ...(first?.more === undefined ? [] : [`More about this cause: ${first.more}`]),
    ...(hasErrors(report) ? checksLines(report) : []),
  ]
  return { title, message: message.join('\n') }
}

function hasErrors({ findings }: DeploymentReport): boolean {
  return findings.some(({ severity }) => severity === 'error')
}

function checksLines({ checksAddress }: DeploymentReport): string[] {
  return checksAddress === undefined ? [] : [`What each check of preflight means: ${checksAddress}`]
}

function nowLines({ now, before, wanted, changed }: DeploymentReport): string[] {
  if (now === undefined && before !== undefined && !changed) {
    return [`Runs now: ${versionWords(before)}; this run changed nothing`]
  }
  if (now === undefined) return changed ? ['Runs now: not known, it could not be read'] : []
  const version = now.version === undefined ? 'version not known' : versionWords(now.version)
  const seen = now.seen ? '' : ' (as last seen; it could not be read at the end)'
  const line = `Runs now: ${version}, ${besideWords(now)}${seen}`
  const differs = (other: Version | undefined): other is Version =>
    other !== undefined && other.taskDefinition !== now.version?.taskDefinition
  return [
    line,
    ...(differs(wanted) ? [`Wanted: ${versionWords(wanted)}`] : []),
    ...(differs(before) ? [`Before: ${versionWords(before)}`] : []),
  ]
}

function besideWords({ beside, running, desired }: NonNullable<DeploymentReport['now']>): string {
  const others = (beside ?? []).map((other) => `${other.running} of them ${other.version.taskDefinition}`)
  return [taskCount(running, desired), ...others].join(', ')
}

function versionWords(version: Version): string {
  const images = version.images.map(({ container, image, digest }) => {
    const shown = digest === undefined || image.includes('@') ? image : `${image} (${shortDigest(digest)})`
    return `${container}: ${shown}`
  })
  return [versionName(version), ...images].join(', ')
}

function indented(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', ...lines]
}

function failureLines(report: DeploymentReport): LogLine[] {
  return [
    ...report.diagnoses.slice(0, diagnosisLimit).flatMap(diagnosisLines),
    ...lastLinesOf(report),
    ...stoppedLines(report),
  ]
}

/** A cause with its facts and what to do about it. */
export function diagnosisLines(diagnosis: Diagnosis, index: number): LogLine[] {
  return [
    '',
    { text: `${index === 0 ? 'Cause' : 'Also'}: ${diagnosis.title}`, style: 'bad' },
    `  ${diagnosis.explanation}`,
    ...diagnosis.facts.map((fact) => `  - ${fact}`),
    ...(diagnosis.advice.length === 0 ? [] : [{ text: '  What to do:', style: 'heading' as const }]),
    ...diagnosis.advice.flatMap((advice) => {
      const [prose, ...commands] = advice.split('\n')
      return [`  * ${prose}`, ...commands.map((command) => `      ${command}`)]
    }),
    ...(diagnosis.more === undefined ? [] : [`  More about this cause: ${diagnosis.more}`]),
  ]
}

/** What the containers of the newest failed task wrote last, as it stands in their log. */
function lastLinesOf({ stoppedTasks }: DeploymentReport): LogLine[] {
  const task = stoppedTasks.findLast(({ containers }) => containers.some(({ lastLines = [] }) => lastLines.length > 0))
  return (task?.containers ?? []).flatMap(({ name, lastLines = [] }) =>
    lastLines.length === 0
      ? []
      : [
          '',
          {
            group: `Last lines of ${name} in task ${task?.id}`,
            lines: lastLines.slice(-lineLimit).map((line) => `  | ${shorten(line, lineLength)}`),
          },
        ],
  )
}

function stoppedLines(report: DeploymentReport): LogLine[] {
  const groups = groupStoppedTasks(report.stoppedTasks)
  if (groups.length === 0) return []
  const lines = groups.slice(0, stoppedLimit).map(({ newest, count }) => {
    const exits = newest.containers.map(
      ({ name, exitCode: code }) => `${name} ${code === undefined ? 'never ran' : `exit code ${code}`}`,
    )
    return `  ${count} × ${newest.stoppedReason ?? 'no reason given'} [${exits.join(', ')}], e.g. task ${newest.id}`
  })
  const left = groups.length - stoppedLimit
  const more = left > 0 ? [`  and ${left} more kinds, see the job summary`] : []
  return [{ group: `Stopped tasks (${report.stoppedTasks.length})`, lines: [...lines, ...more] }]
}

/** What can be done by hand. */
export function commandLines({ commands }: Pick<DeploymentReport, 'commands'>): LogLine[] {
  if (commands.length === 0) return []
  const lines = commands.flatMap(({ why, command }) => [
    `  ${why}`,
    ...command.split('\n').map((line) => `    ${line}`),
  ])
  return ['', { text: 'By hand:', style: 'heading' }, ...lines]
}

function consoleLine(report: DeploymentReport): string[] {
  const address = serviceLink(report, report.cluster, report.service)
  return address === undefined ? [] : ['', `AWS console: ${address}`]
}
