import type { DiagnosisContext, Symptom } from './cause.ts'
import { causeOf } from './causes.ts'
import type { Diagnosis } from './evidence.ts'
import { plain, shorten } from './texts.ts'

/**
 * Why a call of this run failed; undefined where AWS says something that is in no row.
 *
 * @param told `Name: message`
 */
export function diagnoseApiError(
  told: string,
  context: Pick<DiagnosisContext, 'cluster' | 'service' | 'region'>,
): Diagnosis | undefined {
  const text = plain(told)
  const symptom: Symptom = { place: 'api', text, taskIds: [], fact: shorten(text) }
  const cause = causeOf(symptom)
  if (cause === undefined) return undefined
  const whole: DiagnosisContext = {
    ...context,
    wantedImages: [],
    hasLoadBalancer: false,
    containerHealthCheckOf: () => undefined,
  }
  return {
    cause: cause.id,
    title: cause.title({ text }, whole),
    explanation: cause.explanation,
    advice: cause.advice({ text }, whole),
    heals: cause.heals,
    facts: [symptom.fact],
    count: 1,
  }
}
