/** Runs to which GitHub gives no secrets: everything that can be done offline, and nothing that is not theirs. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { Account, type Circumstances } from '../support/account.ts'
import { errors, plain } from '../support/expectations.ts'
import { type Github, PullRequestComments, startGithub } from '../support/github.ts'
import { expectPlan, plan, planWithoutCredentials } from '../support/plan.ts'
import { pullRequestEvent } from '../support/pull-request.ts'
import { definition, ecrImage, webScenario } from '../support/web.ts'

jest.setTimeout(30_000)

let account: Account
let comments: PullRequestComments
let github: Github
beforeEach(async () => {
  account = await Account.open(webScenario())
  comments = new PullRequestComments()
  github = await startGithub(comments.answer)
})
afterEach(async () => {
  await account.close()
  await github.close()
})

function fromFork(definitionText: string): Circumstances {
  return {
    env: { ...pullRequestEvent(account, 'somebody/example'), GITHUB_API_URL: github.url },
    files: { 'web.json': definitionText },
  }
}

const inputs = { 'task-definition': 'web.json', image: ecrImage('v2') }
const good = JSON.stringify(
  definition('v1', { environment: [{ name: 'DB_PASSWORD', value: 'hunter2' }] }),
  undefined,
  2,
)

describe('a pull request from a fork, without credentials', () => {
  test('checks the file, says what it could not look at, and succeeds', async () => {
    const run = await planWithoutCredentials(account, inputs, fromFork(good))
    expectPlan(run, 'planned', account)
    expect(account.simulator.requests()).toEqual([])
    expect(run.outputs).toMatchObject({ changed: '', 'cost-after': '', 'comment-url': '' })
    expect(run.told.findings.map(({ id }) => id)).toEqual(['secret-in-environment', 'no-log-configuration'])
    expect(run.log).toMatch(/::warning file=web\.json,line=\d+,col=\d+::Preflight: .*\[secret-in-environment\]/)
    expect(run.told.notLookedAt).toEqual([
      expect.stringContaining('the service, and what runs in it'),
      expect.stringContaining(ecrImage('v2')),
      expect.stringContaining('secrets, parameters and roles'),
      expect.stringMatching(/image-platform, .*secret-absent, /),
    ])
    for (const text of run.told.notLookedAt) {
      expect(run.log).toContain(text)
      expect(plain(run.summary)).toContain(text)
    }
    expect(plain(run.summary)).toContain('checked without AWS')
    expect(`${run.log}${run.summary}`).not.toContain('hunter2')
  })

  test('makes no comment, with a notice', async () => {
    const run = await planWithoutCredentials(account, inputs, fromFork(good))
    expect(run.log).toContain('::notice::No comment on the pull request: it is from a fork')
    expect(github.requests).toEqual([])
  })

  test('a file that is wrong fails, at its place', async () => {
    const run = await planWithoutCredentials(account, inputs, fromFork(good.replace('"cpu"', '"cpuu"')))
    expectPlan(run, 'failed', account)
    expect(errors(run)[0]).toMatch(/web\.json:\d+:\d+/)
    expect(errors(run)[0]).toContain('cpuu')
  })

  test('a size that Fargate does not have fails, and passes with warn', async () => {
    const bad = good.replace('"memory": "512"', '"memory": "9000"')
    const run = await planWithoutCredentials(account, inputs, fromFork(bad))
    expectPlan(run, 'failed', account)
    expect(errors(run)[0]).toContain('[fargate-size]')
    expect(run.log).toContain('Not looked at, for want of AWS credentials:')
    expectPlan(
      await planWithoutCredentials(account, { ...inputs, preflight: 'warn' }, fromFork(bad)),
      'planned',
      account,
    )
  })

  test('a container that is not there fails', async () => {
    const run = await planWithoutCredentials(account, { ...inputs, 'container-name': 'wbe' }, fromFork(good))
    expectPlan(run, 'failed', account)
    expect(errors(run)[0]).toContain('There is no container "wbe"')
  })

  test('without a file the inputs are all that can be checked', async () => {
    const { env } = fromFork(good)
    const run = await planWithoutCredentials(account, { image: ecrImage('v2') }, { ...(env ? { env } : {}) })
    expectPlan(run, 'planned', account)
    expect(run.told.notLookedAt).toContain('the task definition: it is not in a file')
  })

  test('Dependabot is given no secrets either', async () => {
    const env = { ...pullRequestEvent(account), GITHUB_ACTOR: 'dependabot[bot]', GITHUB_API_URL: github.url }
    const run = await planWithoutCredentials(account, inputs, { env, files: { 'web.json': good } })
    expectPlan(run, 'planned', account)
    expect(run.told.notLookedAt).not.toEqual([])
  })
})

test('a fork that was given credentials gets the whole plan, and no comment unless it is asked for', async () => {
  const run = await plan(account, inputs, fromFork(good))
  expectPlan(run, 'planned', account)
  expect(run.outputs.changed).toBe('true')
  expect(github.requests).toEqual([])
  await plan(account, { ...inputs, comment: 'true' }, fromFork(good))
  expect(comments.comments).toHaveLength(1)
})

test('no fork, and no credentials: an ordinary error', async () => {
  const env = { ...pullRequestEvent(account), GITHUB_API_URL: github.url, AWS_REGION: 'us-east-1' }
  const run = await planWithoutCredentials(account, inputs, { env, files: { 'web.json': good } })
  expectPlan(run, 'failed', account)
  expect(errors(run)[0]).toContain('There are no AWS credentials')
  expect(run.told.notLookedAt).toEqual([])
})

test('pull_request_target is refused for a fork, before anything is read', async () => {
  const { env, files } = fromFork(good)
  const run = await plan(account, inputs, {
    env: { ...env, GITHUB_EVENT_NAME: 'pull_request_target' },
    ...(files ? { files } : {}),
  })
  expectPlan(run, 'failed', account)
  expect(errors(run)[0]).toContain('It would give a fork the secrets of this repository.')
  expect(account.simulator.requests()).toEqual([])
  expect(github.requests).toEqual([])
})
