import type { LeftAt, MemberOutcome, Outcome } from '../report.ts'

/** What a service runs at the end, as far as its outcome tells. */
type Stand =
  /** This run brought the new version, or what was wanted of it. */
  | 'new'
  /** What ran before this run, whatever the way there. */
  | 'before'
  /** It was what was wanted all along. */
  | 'same'
  /** A failed version, somebody else's, or nobody knows. */
  | 'other'

const stands: Readonly<Record<MemberOutcome, Stand>> = {
  deployed: 'new',
  updated: 'new',
  started: 'new',
  'timed-out': 'new',
  unchanged: 'same',
  planned: 'before',
  'rolled-back': 'before',
  'not-begun': 'before',
  failed: 'other',
  'rollback-failed': 'other',
  superseded: 'other',
  cancelled: 'other',
  unknown: 'other',
}

/** The gravest first: the outcome of the group is the first of these that one of its services has. */
const gravity = [
  'unknown',
  'rollback-failed',
  'cancelled',
  'failed',
  'superseded',
  'timed-out',
  'rolled-back',
  'not-begun',
  'planned',
  'started',
  'deployed',
  'updated',
  'unchanged',
] as const satisfies readonly MemberOutcome[]

/**
 * The outcome of a group from those of its services; pure. It is `rolled-back` only if no service is left on the new version, and
 * a success only if every service is one.
 */
export function foldOutcomes(members: readonly MemberOutcome[]): Outcome {
  const gravest = gravity.find((outcome) => members.includes(outcome)) ?? 'unchanged'
  if (gravest === 'not-begun') return 'failed'
  return gravest === 'rolled-back' && members.some((outcome) => stands[outcome] === 'new') ? 'failed' : gravest
}

/** How a service of a group ended. */
export type MemberEnd = {
  readonly outcome: MemberOutcome
  /** This run has updated it. */
  readonly touched: boolean
  /** Absent where its deployment was under way. */
  readonly left?: LeftAt | undefined
}

/** Whether services of the group run what does not belong together: some the new version, some not; pure. */
export function isMixed(members: readonly MemberEnd[]): boolean {
  const ends = new Set(members.map(whereItStands))
  ends.delete('same')
  return ends.size > 1
}

/** What is neither new nor as before may be anything: two kinds of it are two. */
function whereItStands({ outcome, touched, left }: MemberEnd): string {
  const stand = stands[outcome]
  if (stand !== 'other') return stand
  if (!touched || left === 'going back') return 'before'
  return left === 'on the new version' ? 'new' : outcome
}

/** Failures that take the others back with `on-group-failure: rollback`; pure. A healthy release, and what nobody knows, do not. */
export function takesOthersBack(outcome: Outcome): boolean {
  return outcome === 'rolled-back' || outcome === 'rollback-failed' || outcome === 'failed' || outcome === 'superseded'
}

/** Whether those that need a service may begin once it has ended so; pure. */
export function isThere(outcome: Outcome): boolean {
  return stands[outcome] === 'same' || (stands[outcome] === 'new' && outcome !== 'timed-out')
}

/** This run brought it something, which can be taken back; pure. */
export function bringsNew(outcome: MemberOutcome): boolean {
  return stands[outcome] === 'new'
}
