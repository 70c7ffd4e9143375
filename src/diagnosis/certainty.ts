import type { Case, Cause, DiagnosisContext } from './cause.ts'
import { causes } from './causes.ts'

/** What to say of a cause that is not certain; empty where it is. */
export type Certainty = {
  readonly candidates: readonly string[]
  /** To be put behind the explanation. */
  readonly explanation: string
  readonly advice: readonly string[]
}

const mostCandidates = 3

/** Which other causes fit what was seen: those that the row itself names, and those that the same log shows. */
export function certainty(cause: Cause, others: readonly Cause[], found: Case, context: DiagnosisContext): Certainty {
  const named = (cause.doubt?.(found) ?? []).flatMap((id) => causes.find((row) => row.id === id) ?? [])
  const candidates = [...new Set([...named, ...others])].filter((row) => row !== cause).slice(0, mostCandidates)
  if (candidates.length === 0) return { candidates: [], explanation: '', advice: [] }
  const names = candidates.map(({ name }) => `“${name}”`).join(', ')
  return {
    candidates: candidates.map(({ id }) => id),
    explanation: ` This is not certain; it may also be: ${names}.`,
    advice: candidates.slice(0, 2).flatMap((row) => {
      const [first] = row.advice(found, context)
      return first === undefined ? [] : [`If it is “${row.name}”: ${first}`]
    }),
  }
}
