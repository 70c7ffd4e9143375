/** No value of a variable, secret, label, command or option is anywhere that a plan writes to. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { Account, type Circumstances, type Inputs } from '../support/account.ts'
import { type Github, PullRequestComments, startGithub } from '../support/github.ts'
import { type EndedPlan, plan, planWithoutCredentials } from '../support/plan.ts'
import { pullRequestEvent } from '../support/pull-request.ts'
import { definition, ecrImage, webScenario } from '../support/web.ts'

jest.setTimeout(30_000)

let account: Account
let comments: PullRequestComments
let github: Github
beforeEach(async () => {
  account = await Account.open(webScenario({ taskDefinition: definition('v1', running) }))
  comments = new PullRequestComments()
  github = await startGithub(comments.answer)
})
afterEach(async () => {
  await account.close()
  await github.close()
})

/** Values that nobody may see; each is found whichever way it is printed. */
const canary = (place: string): string => `canary-${place}-c4n4ry`
const found = /canary-[a-z-]+-c4n4ry/g

const running = {
  environment: [
    { name: 'RUNNING', value: canary('running') },
    { name: 'SHARED', value: canary('before') },
  ],
  dockerLabels: { owner: canary('running-label') },
  command: ['serve', '--token', canary('running-command')],
  entryPoint: ['sh', '-c', canary('running-entry')],
  healthCheck: { command: ['CMD-SHELL', canary('running-check')] },
  secrets: [{ name: 'KEPT', valueFrom: 'arn:aws:ssm:us-east-1:111122223333:parameter/kept' }],
}

const inputs: Inputs = {
  image: ecrImage('v2'),
  'environment-variables': `SHARED=${canary('input')}\nPASSWORD=${canary('password')}\nLINES<<END\nfirst\n${canary('input-lines')}\nEND`,
  secrets: 'TOKEN=arn:aws:ssm:us-east-1:111122223333:parameter/token',
  'docker-labels': `owner=${canary('label')}`,
  command: `["serve", "--token", "${canary('command')}"]`,
  'log-configuration-log-driver': 'splunk',
  'log-configuration-options': `splunk-token=${canary('log-option')}`,
  'github-token': `ghs_${canary('token')}`,
}

const secrets = {
  RUNNER_DEBUG: '1',
  ACTIONS_STEP_DEBUG: 'true',
  AWS_SECRET_ACCESS_KEY: canary('secret-key'),
  AWS_SESSION_TOKEN: canary('session'),
}

function withComment(circumstances: Circumstances = {}): Circumstances {
  const env = { ...pullRequestEvent(account), GITHUB_API_URL: github.url, ...secrets }
  return { ...circumstances, env: { ...env, ...circumstances.env } }
}

/** Everything that a run wrote anywhere: log, outputs, state, summary, report, comment. */
function written(run: EndedPlan): string {
  const files = readdirSync(run.folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(run.folder, name))
    .filter((path) => statSync(path).isFile())
  expect(files.length).toBeGreaterThan(3)
  const sent = github.requests.map(({ path, body }) => `${path} ${JSON.stringify(body)}`)
  return [run.log, ...files.map((path) => readFileSync(path, 'utf8')), ...sent, JSON.stringify(comments.comments)].join(
    '\n',
  )
}

function expectNoValue(run: EndedPlan): void {
  expect(written(run).match(found)).toBeNull()
}

test('in a plan, though the names of what changes are there, also in the comment', async () => {
  const run = await plan(account, { ...inputs, preflight: 'warn' }, withComment())
  expect(run.outputs.outcome).toBe('planned')
  expect(comments.comments).toHaveLength(1)
  expectNoValue(run)
  const places = [run.log, run.summary, comments.comments[0]?.body ?? '', JSON.stringify(run.told)]
  for (const place of places) for (const name of ['SHARED', 'PASSWORD', 'LINES', 'TOKEN']) expect(place).toContain(name)
  // A reference is no secret.
  for (const place of places) expect(place).toContain('parameter/token')
})

test('with a file, whose values and variables are canaries', async () => {
  const file = definition('v2', {
    environment: [{ name: 'FROM_FILE', value: '${VALUE}' }],
    dockerLabels: { a: canary('file') },
  })
  const own = { 'task-definition': 'web.json', variables: `VALUE=${canary('variable')}` }
  const run = await plan(account, { ...inputs, ...own }, withComment({ files: { 'web.json': JSON.stringify(file) } }))
  expect(run.log).toContain('FROM_FILE')
  expectNoValue(run)
})

test('where preflight refuses it', async () => {
  const run = await plan(account, { ...inputs, memory: '9000' }, withComment())
  expect(run.outputs.outcome).toBe('failed')
  expect(comments.comments[0]?.body).toContain('fargate-size')
  expectNoValue(run)
})

describe('in refusals', () => {
  test.each<[string, Inputs]>([
    ['of a line without a name', { 'environment-variables': canary('bare') }],
    ['of a name twice', { 'environment-variables': `A=${canary('once')}\nA=${canary('twice')}` }],
    ['of an input that does not exist', { password: canary('unknown-input') }],
    ['of variables in the name of the environment', { environment: `A=${canary('misplaced')}` }],
  ])('%s', async (_, own) => {
    const run = await plan(account, { ...inputs, ...own }, withComment())
    expect(run.outputs.outcome).toBe('failed')
    expectNoValue(run)
  })

  test('of a file with a member that does not exist', async () => {
    const text = JSON.stringify(
      definition('v2', { enviroment: [{ name: 'A', value: canary('misspelt') }] }),
      undefined,
      2,
    )
    const own = { 'task-definition': 'web.json' }
    const run = await plan(account, { ...inputs, ...own }, withComment({ files: { 'web.json': text } }))
    expect(run.outputs.outcome).toBe('failed')
    expectNoValue(run)
  })
})

test('without credentials', async () => {
  const text = JSON.stringify(definition('v2', running))
  const env = pullRequestEvent(account, 'somebody/example')
  const own = { ...inputs, 'task-definition': 'web.json' }
  const run = await planWithoutCredentials(account, own, { env, files: { 'web.json': text } })
  expect(run.outputs.outcome).toBe('planned')
  expect(run.told.findings.map(({ id }) => id)).toContain('secret-in-environment')
  expectNoValue(run)
})
