/** How well the diagnosis does on the corpus. `node __tests__/diagnosis/corpus/score.ts` prints it. */
import { diagnoseApiError } from '../../../src/diagnosis/api-error.ts'
import { diagnose } from '../../../src/diagnosis/diagnose.ts'
import type { Diagnosis } from '../../../src/diagnosis/evidence.ts'
import { context } from '../support.ts'
import { type Entry, evidenceOf, readCorpus, readLater } from './corpus.ts'

export type Scored = {
  readonly entry: Entry
  readonly cause: string
  readonly candidates: readonly string[]
  /** The first cause is a right one, or it is said to be not certain and a right one is among the candidates. */
  readonly right: boolean
  /** Right without doubt. */
  readonly certain: boolean
}

/** Every entry with what is said about it. */
export function scoreAll(entries: readonly Entry[]): readonly Scored[] {
  return entries.map((entry) => {
    const { cause = 'unknown', candidates = [] } = firstDiagnosis(entry) ?? {}
    const right = [cause, ...candidates].some((id) => entry.causes.includes(id))
    return { entry, cause, candidates, right, certain: candidates.length === 0 && right }
  })
}

function firstDiagnosis(entry: Entry): Diagnosis | undefined {
  if (entry.place === 'api') return diagnoseApiError(`${entry.name}: ${entry.text}`, context)
  return diagnose(evidenceOf(entry), context)[0]
}

/** `110 of 113 right, 9 of them named as not certain` */
export function sumUp(scored: readonly Scored[]): string {
  const right = scored.filter((one) => one.right).length
  const doubtful = scored.filter((one) => one.right && !one.certain).length
  return `${right} of ${scored.length} right, ${doubtful} of them named as not certain`
}

if (import.meta.main) {
  for (const [name, entries] of [
    ['gathered before', readCorpus()],
    ['gathered later', readLater()],
  ] as const) {
    const scored = scoreAll(entries)
    console.log(`${name} the patterns were written: ${sumUp(scored)}`)
    for (const { entry, cause, candidates, right } of scored) {
      const shown = [cause, ...candidates].join(' or ')
      if (!right) console.log(`  ${entry.place} ${entry.id}: ${shown}, not ${entry.causes.join(' or ')}`)
    }
  }
}
