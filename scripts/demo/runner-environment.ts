import { readFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import { parse } from 'yaml'
import { fillIn } from './expressions.ts'

/** The `inputs` of an action as GitHub gives them to a step: defaults filled in, every declared input there. */
export function inputVariables(actionFile: string, given: Readonly<Record<string, string>>): Record<string, string> {
  const { inputs } = parse(readFileSync(actionFile, 'utf8')) as { inputs: Record<string, { default?: unknown }> }
  const defaults = Object.entries(inputs).map(
    ([name, input]) => [name, fillIn(String(input.default ?? ''), known)] as const,
  )
  // Names that the action does not declare are passed on as well; the runner only warns about them.
  return Object.fromEntries(
    [...defaults, ...Object.entries(given)].map(([name, value]) => [inputVariable(name), value]),
  )
}

const known = { 'github.token': 'ghs_simulated' }

/** Spaces become underscores, hyphens stay (actions/runner, Handler.cs). */
function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
}

export type RunnerPlaces = {
  /** Where the caller's repository is checked out. */
  readonly workspace: string
  /** RUNNER_TEMP of the job; also the home folder, so that no AWS profile of this machine is found. */
  readonly temp: string
  readonly files: { readonly output: string; readonly state: string; readonly summary: string; readonly env: string }
  /** Folders searched before those of this process. */
  readonly path?: readonly string[]
}

/** What a step sees of its runner. Nothing of the surrounding process is inherited but PATH. */
export function runnerVariables({ workspace, temp, files, path = [] }: RunnerPlaces): Record<string, string> {
  return {
    PATH: [...path, process.env.PATH ?? ''].join(delimiter),
    HOME: temp,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__org_ecs-deploy',
    GITHUB_ACTION_PATH: resolve('.'),
    GITHUB_ACTION_REPOSITORY: 'org/ecs-deploy',
    GITHUB_ACTION_REF: 'v1',
    GITHUB_ACTOR: 'octocat',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
    GITHUB_JOB: 'deploy',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REPOSITORY: 'octo-org/example',
    GITHUB_REPOSITORY_OWNER: 'octo-org',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '1234567890',
    GITHUB_RUN_NUMBER: '42',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: '7d4c1f0a9be2836d5cf0e1b2a3948576d0c1b2a3',
    GITHUB_WORKFLOW: 'Deploy',
    GITHUB_WORKSPACE: resolve(workspace),
    GITHUB_ENV: files.env,
    GITHUB_OUTPUT: files.output,
    GITHUB_STATE: files.state,
    GITHUB_STEP_SUMMARY: files.summary,
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_TEMP: temp,
    RUNNER_TOOL_CACHE: join(temp, 'tools'),
  }
}
