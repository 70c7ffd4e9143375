import type { Facts } from './facts.ts'

/** One rule of the judge. */
export interface Check {
  readonly name: string
  /** The rule, in a sentence. */
  readonly says: string
  /** What breaks the rule in this run; undefined: nothing does. */
  violated(facts: Facts): string | undefined
}

export interface Violation {
  readonly check: string
  readonly why: string
}
