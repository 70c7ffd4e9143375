/** Decides whether a run told the truth and did no harm: from the simulator's record, never from what the action says. */
import type { Played } from '../play/played.ts'
import { callChecks } from './call-checks.ts'
import type { Check, Violation } from './check.ts'
import { factsOf } from './facts.ts'
import { inProgressChecks } from './in-progress-checks.ts'
import { outcomeChecks } from './outcome-checks.ts'
import { rollbackChecks } from './rollback-checks.ts'
import { serviceChecks } from './service-checks.ts'
import { togetherChecks } from './together-checks.ts'

const deployChecks: readonly Check[] = [...outcomeChecks, ...callChecks, ...serviceChecks, ...inProgressChecks]

/** Those of the deploy action that hold for the rollback action as they are. */
const shared: ReadonlySet<string> = new Set([
  'always an outcome',
  'cancelled',
  'unknown',
  'planned',
  'says whether it changed something',
  'nothing after the signal',
  'nothing after the end',
  'carries only what was asked',
  'settings are left alone',
  'desired count is left alone',
  'revisions are not leaked',
  'cancelled at once',
  'expired credentials end it',
  'keeps secrets',
])

const checksOf: Readonly<Record<Played['action'], readonly Check[]>> = {
  deploy: deployChecks,
  rollback: [...rollbackChecks, ...deployChecks.filter(({ name }) => shared.has(name))],
}

/** All of them, for the page. */
export const allChecks: readonly { readonly name: string; readonly says: string }[] = [
  ...deployChecks,
  ...rollbackChecks,
  ...togetherChecks,
]

/** Every rule that a run breaks, and another run of ours that was played with it; pure. */
export function judge(played: Played): readonly Violation[] {
  const { other } = played
  if (other === undefined) return violationsOf(played)
  const theirs = violationsOf(other).map(({ check, why }) => ({ check: `${check} (other run)`, why }))
  const together = togetherChecks.flatMap(({ name, violated }) => asViolation(name, violated(played, other)))
  return [...violationsOf(played), ...theirs, ...together]
}

function violationsOf(played: Played): readonly Violation[] {
  const facts = factsOf(played)
  return checksOf[played.action].flatMap(({ name, violated }) => asViolation(name, violated(facts)))
}

const asViolation = (check: string, why: string | undefined): readonly Violation[] =>
  why === undefined ? [] : [{ check, why }]
