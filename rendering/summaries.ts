/**
 * Real job summaries and comments on pull requests: the built actions run against a simulated AWS and a stand-in for GitHub, in every
 * kind of end; and texts that are made to be hard.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { Account, type Circumstances, type Inputs } from '../__tests__/support/account.ts'
import { PullRequestComments, startGithub } from '../__tests__/support/github.ts'
import { pullRequestEvent } from '../__tests__/support/pull-request.ts'
import { threeVersions } from '../__tests__/support/rollback.ts'
import { breaker, definition, ecrImage, webScenario } from '../__tests__/support/web.ts'
import { cancellation } from '../scripts/demo/run-action.ts'
import type { Scenario } from '../simulator/scenario.ts'
import { rolloutChart } from '../src/github/rollout-chart.ts'
import type { DeploymentReport, Outcome } from '../src/report.ts'

type Sample = {
  readonly outcome: Outcome
  readonly scenario: Scenario
  readonly inputs?: Inputs
  readonly circumstances?: Circumstances
}

const image = (tag: string): Inputs => ({ image: ecrImage(tag) })

const samples: Readonly<Record<string, Sample>> = {
  deployed: {
    outcome: 'deployed',
    scenario: webScenario({ desiredCount: 3, enableExecuteCommand: true }),
    inputs: image('v2'),
  },
  planned: { outcome: 'planned', scenario: webScenario(), inputs: { ...image('v2'), 'dry-run': 'true' } },
  crash: { outcome: 'rolled-back', scenario: webScenario({ desiredCount: 2 }), inputs: image('crash') },
  sick: {
    outcome: 'rolled-back',
    scenario: webScenario({ deploymentConfiguration: breaker.none }),
    inputs: { ...image('sick'), 'wait-for-minutes': '3' },
  },
  'left-failed': {
    outcome: 'failed',
    scenario: webScenario({ deploymentConfiguration: breaker.stop }),
    inputs: { ...image('crash'), 'rollback-on-failure': 'false' },
  },
  preflight: { outcome: 'failed', scenario: webScenario(), inputs: image('arm') },
  'wrong-input': { outcome: 'failed', scenario: webScenario(), inputs: { image: 'v2|`x`', 'wait-for-minutes': '<b>' } },
  cancelled: {
    outcome: 'cancelled',
    scenario: webScenario(),
    inputs: image('v2'),
    circumstances: { signals: cancellation(/IN_PROGRESS {2}desired/) },
  },
  large: {
    outcome: 'rolled-back',
    scenario: webScenario({ desiredCount: 50, deploymentConfiguration: breaker.rollback }),
    inputs: image('crash'),
  },
  'large-deployed': { outcome: 'deployed', scenario: webScenario({ desiredCount: 50 }), inputs: image('v2') },
  rollback: { outcome: 'rolled-back', scenario: threeVersions(), circumstances: { action: 'rollback' } },
  plan: {
    outcome: 'planned',
    scenario: webScenario({ taskDefinition: definition('v1', { environment: [{ name: 'A|B', value: '`|`' }] }) }),
    inputs: { ...image('v2'), 'environment-variables': 'DATABASE_PASSWORD=hunter2|`x`' },
    circumstances: { action: 'plan' },
  },
  'plain-environment': {
    outcome: 'deployed',
    scenario: webScenario({ taskDefinition: definition('v1', { environment: [{ name: 'A|B', value: '`|`' }] }) }),
    inputs: { ...image('v2'), 'environment-variables': 'DATABASE_PASSWORD=hunter2|`x`' },
  },
}

/** Comments on a pull request, as GitHub's stand-in got them. */
export async function makeComments(folder: string): Promise<readonly string[]> {
  const environment = Array.from({ length: 3000 }, (_, at) => `VARIABLE_NUMBER_${at}=value`).join('\n')
  const plans: Readonly<Record<string, Inputs>> = {
    'comment-changes': {
      ...image('v2'),
      environment: 'production',
      'environment-variables': 'LOG_LEVEL=debug',
      secrets: 'DB_PASSWORD=arn:aws:ssm:us-east-1:111122223333:parameter/web/db',
      memory: '1024',
      'desired-count': '2',
    },
    'comment-hostile': {
      ...image('v2'),
      environment: 'production|`x`<b>',
      'environment-variables': 'DATABASE_PASSWORD=hunter2|`x`',
      secrets: 'DB=/web/`|<b>',
    },
    'comment-unchanged': image('v1'),
    'comment-refused': { ...image('v2'), memory: '9000', preflight: 'enforce' },
    // More than GitHub takes: it is shortened.
    'comment-long': { ...image('v2'), 'environment-variables': environment },
  }
  const files: string[] = []
  for (const [name, inputs] of Object.entries(plans)) {
    // In real time: a plan waits for nothing.
    const account = await Account.open(webScenario({ desiredCount: 1 }), { speed: 1 })
    const comments = new PullRequestComments()
    const github = await startGithub(comments.answer)
    try {
      const env = { ...pullRequestEvent(account), GITHUB_API_URL: github.url }
      const end = await account.run({ comment: 'true', 'github-token': 'token', ...inputs }, { action: 'plan', env })
      const [comment, ...others] = comments.comments
      if (comment === undefined || others.length > 0) throw new Error(`${name}: not one comment\n${end.log}`)
      files.push(write(folder, name, comment.body))
    } finally {
      await github.close()
      await account.close()
    }
  }
  return files
}

/** @returns the files; an end that was not expected is an error, for then another text was made than the name says */
export async function makeSummaries(folder: string): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true })
  const files: string[] = []
  for (const [name, sample] of Object.entries(samples)) {
    const account = await Account.open(sample.scenario)
    try {
      const end = await account.run(sample.inputs, sample.circumstances)
      if (end.outputs.outcome !== sample.outcome) {
        throw new Error(`${name}: expected ${sample.outcome}, got ${end.outputs.outcome}\n${end.log}`)
      }
      files.push(write(folder, name, end.summary))
    } finally {
      await account.close()
    }
  }
  return [...files, ...(await makeComments(folder))]
}

/** Names of task definitions that nobody would choose, each in a chart. */
export function hostileNames(): readonly string[] {
  const chosen = [
    'section x',
    'click a href "javascript:alert(1)"',
    'end',
    '%%{init: {"theme": "dark"}}%%',
    '#quot;;',
    'a:b;c',
    '---',
  ]
  return [...chosen, ...fc.sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }), { numRuns: 60, seed: 5 })]
}

export function writeCharts(folder: string, names: readonly string[]): string {
  const charts = names.map((name) => rolloutChart(reportWith(name)) ?? '')
  return write(folder, 'hostile-names', charts.join('\n\n'))
}

function write(folder: string, name: string, text: string): string {
  const file = join(folder, `${name}.md`)
  writeFileSync(file, text)
  return file
}

function reportWith(version: string): DeploymentReport {
  return {
    action: 'deploy',
    outcome: 'deployed',
    headline: '',
    cluster: 'c',
    service: 's',
    region: 'eu-west-1',
    partition: 'aws',
    changed: true,
    publicIps: [],
    taskIps: [],
    diagnoses: [],
    changes: [],
    timeline: [{ at: 1000, text: version, counts: [{ version, running: 1, desired: 1 }] }],
    events: [],
    stoppedTasks: [],
    tasks: [],
    findings: [],
    notices: [],
    commands: [],
    startedAt: 0,
    endedAt: 60_000,
  }
}
