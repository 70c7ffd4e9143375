/** Which version to go back to. */
export type WantedVersion =
  /** What ran before the version that runs. */
  | { readonly kind: 'previous' }
  /** A revision of the family that the service runs. */
  | { readonly kind: 'revision'; readonly revision: number }
  /** `family:revision`, or an ARN. */
  | { readonly kind: 'reference'; readonly reference: string }
  /** The first digits of a commit, or all 40 of them; in lower case. */
  | { readonly kind: 'commit'; readonly commit: string }
  /** What ran before a run of GitHub Actions deployed, by the id of the run. */
  | { readonly kind: 'run'; readonly run: string }

/** Everything the rollback action was asked to do; checked, typed and frozen before the first AWS call. */
export type RollbackInputs = {
  readonly cluster: string
  /** At least one, each once. */
  readonly services: readonly string[]
  /** Absent: the environment decides (AWS_REGION, AWS_DEFAULT_REGION, profile). */
  readonly region?: string
  readonly to: WantedVersion
  readonly rollbackWaitMinutes: number
  readonly allowUnknownMembers: readonly string[]
  readonly dryRun: boolean
}
