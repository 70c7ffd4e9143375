import type { DeploymentReport, TaskCounts } from '../report.ts'
import { block } from './markdown.ts'
import { label } from './mermaid.ts'
import { groupStoppedTasks } from './stopped-groups.ts'
import { startsIn } from './task-rows.ts'
import { shortTaskId } from './words.ts'

/** So many bars of one version, and kinds of stopped tasks, are read with one look. */
const mostBars = 8
const mostStops = 6
/** What a bar of no length would be is drawn as one of a second. */
const second = 1_000
const nameLimit = 24

type Bar = { readonly text: string; readonly from: number; readonly to: number; readonly kind?: 'crit' | 'milestone' }
type Section = { readonly name: string; readonly bars: readonly Bar[] }

/**
 * The rollout as a Gantt chart in Mermaid: for each version how many of its tasks ran when, the tasks that stopped, and what
 * ECS said. Undefined where nothing was watched.
 */
export function rolloutChart(report: DeploymentReport): string | undefined {
  const sections = [...versionSections(report), ...stopSection(report), ...stepSection(report)]
  if (!report.timeline.some(({ counts }) => counts !== undefined)) return undefined
  const longest = Math.max(...sections.map(({ name }) => Math.min(name.length, nameLimit)))
  const lines = sections.flatMap(({ name, bars }) => [
    `    section ${label(name, nameLimit)}`,
    ...bars.map((bar) => `    ${barLine(bar, report.startedAt)}`),
  ])
  const isLong = report.endedAt - report.startedAt >= 3_600_000
  return block(
    [
      // Mermaid keeps 75 pixels for the names of sections, which overlap the bars when they are longer.
      `%%{init: {"gantt": {"leftPadding": ${Math.max(75, 20 + longest * 7)}}}}%%`,
      'gantt',
      '    dateFormat YYYY-MM-DD HH:mm:ss',
      `    axisFormat ${isLong ? '%H:%M:%S' : '%M:%S'}`,
      '    todayMarker off',
      ...lines,
    ].join('\n'),
    'mermaid',
  )
}

function barLine({ text, from, to, kind }: Bar, startedAt: number): string {
  const length = `${Math.max(second, to - from) / second}s`
  const seconds = kind === 'milestone' ? '0s' : length.replace(/\.\d+/, '')
  return `${label(text)} : ${kind === undefined ? '' : `${kind}, `}${sinceStart(from - startedAt)}, ${seconds}`
}

/**
 * Time since the start, as a time of day of a day without a change of clocks. Mermaid reads and shows times in the zone of the
 * reader's browser, so that what is written is what is shown.
 */
function sinceStart(milliseconds: number): string {
  const at = new Date(Date.UTC(2000, 0, 1) + Math.max(0, milliseconds)).toISOString()
  return `${at.slice(0, 10)} ${at.slice(11, 19)}`
}

function versionSections({ timeline, endedAt, wanted }: DeploymentReport): Section[] {
  const seen = timeline.filter(({ counts }) => counts !== undefined)
  const names = [...new Set(seen.flatMap(({ counts = [] }) => counts.map(({ version }) => version)))]
  // What this run wanted is what everybody looks for first.
  names.sort((one, other) => Number(other === wanted?.taskDefinition) - Number(one === wanted?.taskDefinition))
  return names.map((name) => {
    const bars: Bar[] = []
    for (const [index, { at, counts = [] }] of seen.entries()) {
      const text = countText(counts.find(({ version }) => version === name))
      const to = seen[index + 1]?.at ?? Math.max(at, endedAt)
      const last = bars.at(-1)
      if (last !== undefined && last.text === text && last.to === at) bars[bars.length - 1] = { ...last, to }
      else if (text !== undefined) bars.push({ text, from: at, to })
    }
    return { name, bars: merged(bars) }
  })
}

function countText(counts: TaskCounts | undefined): string | undefined {
  if (counts === undefined) return undefined
  const { running, desired } = counts
  if (running === 0 && desired === 0) return 'none running'
  return running > desired ? `${running} running` : `${running} of ${desired} running`
}

/** The shortest bars go into the ones before them, until few enough are left; the first and the last state stay. */
function merged(bars: readonly Bar[]): readonly Bar[] {
  const kept = [...bars]
  while (kept.length > mostBars) {
    const lengths = kept.slice(1, -1).map(({ from, to }) => to - from)
    const index = 1 + lengths.indexOf(Math.min(...lengths))
    const [gone, before] = [kept[index], kept[index - 1]]
    if (gone === undefined || before === undefined) return kept
    kept.splice(index - 1, 2, { ...before, to: gone.to })
  }
  return kept
}

function stopSection(report: DeploymentReport): Section[] {
  const groups = groupStoppedTasks(report.stoppedTasks)
  const starts = startsIn(report.events)
  const bars = groups.slice(0, mostStops).flatMap(({ newest, count, tasks }): Bar[] => {
    const ends = tasks.flatMap(({ stoppedAt }) => stoppedAt?.getTime() ?? [])
    const begins = tasks.flatMap(({ id, startedAt }) => starts.get(id) ?? startedAt?.getTime() ?? [])
    if (ends.length === 0) return []
    const to = Math.max(...ends)
    const from = Math.max(report.startedAt, Math.min(to, ...begins))
    const what = count === 1 ? `task ${shortTaskId(newest.id)}` : `${count} tasks`
    return [{ text: `${what}: ${howItEnded(newest.containers)}`, from, to, kind: 'crit' }]
  })
  const left = groups.length - mostStops
  const name = left > 0 ? `stopped (${left} kinds more)` : 'stopped'
  return bars.length === 0 ? [] : [{ name, bars }]
}

function howItEnded(containers: DeploymentReport['stoppedTasks'][number]['containers']): string {
  const codes = containers.flatMap(({ exitCode: code }) => code ?? [])
  if (codes.length === 0) return 'never ran'
  return `exit code ${codes.find((code) => code !== 0) ?? 0}`
}

function stepSection(report: DeploymentReport): Section[] {
  const told = report.events.flatMap(({ at, message }): Bar[] => {
    const step = steps.find(([pattern]) => pattern.test(message))
    return step === undefined ? [] : [{ text: step[1], from: at.getTime(), to: at.getTime(), kind: 'milestone' }]
  })
  const started = report.timeline.filter(({ counts }) => counts === undefined)
  // Which one it is stands below the chart.
  const own = started.map(({ at, text }): Bar => {
    return { text: text.replace(/ecs-svc\/\d+ /, ''), from: at, to: at, kind: 'milestone' }
  })
  const { endedAt, outcome } = report
  const end: Bar = { text: `this run ends: ${outcome}`, from: endedAt, to: endedAt, kind: 'milestone' }
  // Of what repeats, the first and the last are enough.
  const first = [...own, ...told].filter((bar, index, all) => all.findIndex(({ text }) => text === bar.text) === index)
  const inOrder = first.toSorted((one, other) => one.from - other.from).slice(0, mostBars)
  return [{ name: 'steps', bars: [...inOrder, end] }]
}

/** Service events that are steps of a rollout. */
const steps: readonly (readonly [RegExp, string])[] = [
  [/rolling back to deployment/, 'ECS rolls back'],
  [/unable to consistently start tasks/, 'tasks do not start'],
  [/deployment failed/, 'ECS calls it failed'],
  [/deployment completed/, 'ECS calls it completed'],
  [/has reached a steady state/, 'steady state'],
]
