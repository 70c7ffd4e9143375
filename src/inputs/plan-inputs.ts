import type { WantedInputs } from './deploy-inputs.ts'

/** Everything the plan action was asked to do; checked, typed and frozen before the first call. */
export type PlanInputs = WantedInputs & {
  /** Whether to comment on the pull request. `auto`: where there is one, it is not from a fork, and there is a token. */
  readonly comment: 'auto' | 'true' | 'false'
  /** Name in the marker of the comment, so that each environment has one of its own. Absent: the Region. */
  readonly environment?: string
  /** For GitHub's API; never shown. */
  readonly githubToken?: string
}
