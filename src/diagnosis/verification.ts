import type { DiagnosisContext, Symptom } from './cause.ts'
import { causeOf } from './causes.ts'
import type { Diagnosis } from './evidence.ts'
import { shorten } from './texts.ts'

/**
 * Why a completed deployment was found not to work.
 *
 * @param failed what did not hold, in one line that says which check it was of, and what was seen; both masked
 */
export function diagnoseVerification(
  { what, evidence }: { readonly what: string; readonly evidence: readonly string[] },
  context: Pick<DiagnosisContext, 'cluster' | 'service' | 'region'>,
): Diagnosis {
  const symptom: Symptom = { place: 'verification', text: what, taskIds: [], fact: what }
  const cause = causeOf(symptom)
  if (cause === undefined) throw new Error(`no row of the table of causes fits "${what}"`)
  const whole: DiagnosisContext = {
    ...context,
    wantedImages: [],
    hasLoadBalancer: false,
    containerHealthCheckOf: () => undefined,
  }
  return {
    cause: cause.id,
    title: cause.title({ text: what }, whole),
    explanation: cause.explanation,
    advice: cause.advice({ text: what }, whole),
    heals: cause.heals,
    facts: evidence.map((line) => shorten(line, 400)),
    count: 1,
  }
}
