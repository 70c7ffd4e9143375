/** The run of a workflow that this action is part of. Outside GitHub Actions everything may be absent. */
export type RunContext = {
  /** `owner/name` of the caller's repository. */
  readonly repository?: string
  readonly sha?: string
  readonly refName?: string
  readonly actor?: string
  readonly runId?: string
  readonly runAttempt?: string
  readonly runNumber?: string
  /** `https://github.com`, or the address of a GitHub Enterprise Server. */
  readonly serverUrl?: string
  readonly workflow?: string
  readonly job?: string
  /** Id of the step in its job, and name of the runner. */
  readonly step?: string
  readonly runner?: string
  readonly eventName?: string
  /** `owner/name` of this action, and the tag or branch that it is used with; absent for an action in the caller's own repository. */
  readonly actionRepository?: string
  readonly actionRef?: string
  /** Folder that relative paths of inputs start from. */
  readonly workspace?: string
  /** Folder for files of this job; GitHub empties it. */
  readonly runnerTemp?: string
}

const variables: Readonly<Record<keyof RunContext, string>> = {
  repository: 'GITHUB_REPOSITORY',
  sha: 'GITHUB_SHA',
  refName: 'GITHUB_REF_NAME',
  actor: 'GITHUB_ACTOR',
  runId: 'GITHUB_RUN_ID',
  runAttempt: 'GITHUB_RUN_ATTEMPT',
  runNumber: 'GITHUB_RUN_NUMBER',
  serverUrl: 'GITHUB_SERVER_URL',
  workflow: 'GITHUB_WORKFLOW',
  job: 'GITHUB_JOB',
  step: 'GITHUB_ACTION',
  runner: 'RUNNER_NAME',
  eventName: 'GITHUB_EVENT_NAME',
  actionRepository: 'GITHUB_ACTION_REPOSITORY',
  actionRef: 'GITHUB_ACTION_REF',
  workspace: 'GITHUB_WORKSPACE',
  runnerTemp: 'RUNNER_TEMP',
}

/** Reads the run from the environment; an empty variable counts as absent. */
export function runContext(env: Readonly<Record<string, string | undefined>>): RunContext {
  const known = Object.entries(variables).flatMap(([name, variable]) => (env[variable] ? [[name, env[variable]]] : []))
  return Object.fromEntries(known)
}

/** The catalogue of causes in the version of this action that runs; undefined where that cannot be told. */
export function causesAddress({ serverUrl, actionRepository, actionRef }: RunContext): string | undefined {
  if (actionRepository === undefined || actionRef === undefined) return undefined
  return `${serverUrl ?? 'https://github.com'}/${actionRepository}/blob/${actionRef}/docs/causes.md`
}
