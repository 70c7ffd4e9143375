import type { Milestone } from '../report.ts'

/** One row of a timeline: a milestone, or many that went to and fro. */
export type TimelineRow = { readonly from: number; readonly to: number; readonly text: string }

/** Fewer rows than this are read as quickly as what stands for them. */
const worthFolding = 6

/** Counts of the watched deployment, which stand before any other deployment (rollout/progress.ts). */
const counts = /(running|pending|failed) (\d+)/g

/**
 * The timeline with rows folded where a deployment went through the same counts again and again, as when its tasks start
 * and end; counts that only rise stay as they are.
 */
export function foldTimeline(timeline: readonly Milestone[]): TimelineRow[] {
  const rows: TimelineRow[] = []
  let stretch: Milestone[] = []
  for (const milestone of timeline) {
    const [first] = stretch
    if (first !== undefined && shapeOf(first.text) !== shapeOf(milestone.text)) {
      rows.push(...fold(stretch))
      stretch = []
    }
    stretch.push(milestone)
  }
  return [...rows, ...fold(stretch)]
}

function fold(stretch: readonly Milestone[]): TimelineRow[] {
  const [first, last] = [stretch[0], stretch.at(-1)]
  // Failed tasks add up, also where running and pending ones come and go.
  const states = new Set(stretch.map(({ text }) => text.replace(/failed \d+/, '')))
  const toAndFro = stretch.length >= worthFolding && states.size < stretch.length
  if (!toAndFro || first === undefined || last === undefined) {
    return stretch.map(({ at, text }) => ({ from: at, to: at, text }))
  }
  return [{ from: first.at, to: last.at, text: `${ranges(stretch)} (${stretch.length} changes)` }]
}

/** The text with the counts of our deployment left open; those of other deployments stay. */
function shapeOf(text: string): string {
  const { own, others } = parts(text)
  return `${own.replace(counts, '$1')}${others}`
}

function ranges(stretch: readonly Milestone[]): string {
  const { own, others } = parts(stretch[0]?.text ?? '')
  const shown = own.replace(counts, (_, name: string) => {
    const numbers = stretch.flatMap(({ text }) => numberOf(parts(text).own, name))
    const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
    return least === most ? `${name} ${least}` : `${name} ${least} to ${most}`
  })
  return `${shown}${others}`
}

function numberOf(own: string, name: string): number[] {
  return [...own.matchAll(counts)].filter((match) => match[1] === name).map((match) => Number(match[2]))
}

function parts(text: string): { own: string; others: string } {
  const border = text.indexOf('|')
  return border === -1 ? { own: text, others: '' } : { own: text.slice(0, border), others: text.slice(border) }
}
