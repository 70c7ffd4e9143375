import { type Cause, matches, type Pattern, type Symptom, weights } from './cause.ts'

/** What a log shows: the cause, the line that shows it, and what else stands there. */
export type LogFinding = { readonly cause: Cause; readonly line: string; readonly others: readonly Cause[] }

type Found = { readonly cause: Cause; readonly at: number; readonly order: number }

/**
 * The cause that a log shows. The error that a program dies of is the last one it writes, so the last line that shows a cause
 * counts; before that, what explains counts more than what often follows from something else, and in one line the row that
 * is higher in the table.
 */
export function causeInLog(rows: readonly Cause[], symptom: Symptom): LogFinding | undefined {
  const lines = symptom.text.split('\n')
  const found = rows
    .flatMap((cause, order) => {
      const at = Math.max(...cause.patterns.map((pattern) => lastLine(pattern, symptom)), -1)
      return at < 0 ? [] : [{ cause, at, order }]
    })
    .sort(byWorth)
  const [first] = found
  if (first === undefined) return undefined
  // Something of the same line is another view of the same thing; what is more general explains nothing beside it.
  const others = found.filter(({ at, cause }) => at !== first.at && cause.weight === 'cause')
  return {
    cause: first.cause,
    line: (lines[first.at] ?? '').trim(),
    others: first.cause.weight === 'cause' ? others.map(({ cause }) => cause) : [],
  }
}

function byWorth(one: Found, other: Found): number {
  return (
    weights.indexOf(one.cause.weight) - weights.indexOf(other.cause.weight) ||
    other.at - one.at ||
    one.order - other.order
  )
}

/** The number of the last line where a pattern begins to match; −1 where it does not. */
function lastLine(pattern: Pattern, symptom: Symptom): number {
  if (pattern.place !== 'log' || !matches(pattern, symptom)) return -1
  if (pattern.text === undefined) return 0
  const everywhere = new RegExp(pattern.text.source, `${pattern.text.flags.replace('g', '')}g`)
  const last = [...symptom.text.matchAll(everywhere)].at(-1)
  return symptom.text.slice(0, last?.index ?? 0).split('\n').length - 1
}
