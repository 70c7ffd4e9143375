import type { Problem } from '../problem.ts'
import type { DeployInputs } from './deploy-inputs.ts'

/** One service of a group with everything that it was asked to do. */
export type MemberInputs = {
  readonly inputs: DeployInputs
  /** Places in `members` of those that have to be there before it. */
  readonly needs: readonly number[]
  /** The same problem at the place where this service says what it is about. */
  readonly placed: (problem: Problem) => Problem
}

/** Everything the deploy action was asked to do for several services. */
export type GroupInputs = {
  /** At least one. */
  readonly members: readonly MemberInputs[]
  /** What happens to the others when one of them fails. */
  readonly onGroupFailure: 'rollback' | 'keep'
}
