import type { Problem } from '../problem.ts'
import type { Path } from '../task-definition/task-definition.ts'
import type { Facts } from './facts.ts'
import type { CheckId } from './ids.ts'

/** `error`: ECS or ECR would certainly refuse it, or no task could ever start. Everything else is a `warning`. */
export type Severity = 'error' | 'warning'

/** What a check found, with its place where it has one. Never with the value of a variable or a secret. */
export type Finding = Problem & { readonly id: CheckId; readonly severity: Severity }

/** What a check says. */
export type Found = {
  /** The thing, the fact, the next step. */
  readonly message: string
  /** Where it stands in the task definition. */
  readonly path?: Path
  /** The input that may have put it there. */
  readonly input?: string
}

export type Check = {
  readonly id: CheckId
  readonly severity: Severity
  /** A few words for people. */
  readonly name: string
  /** What it looks at, for the docs. */
  readonly looksAt: string
  /** IAM actions without which it is skipped. */
  readonly needs: readonly string[]
  /** Pure. */
  readonly find: (facts: Facts) => readonly Found[]
}
