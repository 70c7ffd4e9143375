/** What many runs come to; pure but for the counting. */
import { outcomes } from '../../src/report.ts'
import type { Result } from './result.ts'
import type { Range } from './workers.ts'

export interface Summary {
  /** Of one service. */
  readonly runs: number
  readonly groups: number
  /** By end, `main deployed` and so on. */
  readonly ends: ReadonlyMap<string, number>
  readonly ingredients: ReadonlyMap<string, number>
  readonly failures: readonly Result[]
  /** What broke a rule once, was played again after that was mended, and breaks none any more. */
  readonly mended: readonly Result[]
}

/** Takes results one by one. */
export class Tally implements Summary {
  runs = 0
  groups = 0
  readonly ends = new Map<string, number>()
  readonly ingredients = new Map<string, number>()
  readonly failures: Result[] = []
  readonly mended: Result[] = []

  addPart(part: Part): void {
    this.runs += part.runs
    this.groups += part.groups
    for (const [name, count] of Object.entries(part.ends)) increase(this.ends, name, count)
    for (const [name, count] of Object.entries(part.ingredients)) increase(this.ingredients, name, count)
    this.failures.push(...part.failures)
    this.mended.push(...(part.mended ?? []))
  }

  add(result: Result): void {
    if (result.kind === 'group') this.groups += 1
    else this.runs += 1
    for (const end of result.ends) increase(this.ends, end)
    for (const name of new Set(result.ingredients)) increase(this.ingredients, name)
    if (result.violations.length > 0) this.failures.push(result)
  }
}

function increase(counts: Map<string, number>, name: string, by = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + by)
}

/** What `--json` prints of one part of a long run. */
export type Part = Range & {
  readonly runs: number
  readonly groups: number
  readonly ends: Readonly<Record<string, number>>
  readonly ingredients: Readonly<Record<string, number>>
  readonly failures: readonly Result[]
  readonly mended?: readonly Result[]
}

/** The seeds of two parts. @throws Error where they are not side by side */
export function together(one: Range, other: Range): Range {
  const [low, high] = one.first < other.first ? [one, other] : [other, one]
  if (low.first + low.count !== high.first) throw new Error('The two parts are not side by side.')
  return { first: low.first, count: low.count + high.count }
}

/** Outcomes of main that never occurred. */
export function missingOutcomes({ ends }: Summary): readonly string[] {
  return outcomes.filter((outcome) => !ends.has(`main ${outcome}`))
}

/** Counts as lines, the largest first. */
export function countLines(counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts]
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .map(([name, count]) => `${String(count).padStart(7)}  ${name}`)
}
