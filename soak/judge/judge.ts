/** Decides whether a run told the truth and did no harm: from the simulator's record, never from what the action says. */
import type { Played } from '../play/played.ts'
import { callChecks } from './call-checks.ts'
import type { Check, Violation } from './check.ts'
import { factsOf } from './facts.ts'
import { outcomeChecks } from './outcome-checks.ts'
import { serviceChecks } from './service-checks.ts'

export const allChecks: readonly Check[] = [...outcomeChecks, ...callChecks, ...serviceChecks]

/** Every rule that a run breaks; pure. */
export function judge(played: Played): readonly Violation[] {
  const facts = factsOf(played)
  return allChecks.flatMap(({ name, violated }) => {
    const why = violated(facts)
    return why === undefined ? [] : [{ check: name, why }]
  })
}
