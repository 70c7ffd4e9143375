/** The one comment on the pull request, against a stand-in of GitHub's REST API. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import type { Scenario } from '../../simulator/scenario.ts'
import { Account, type Inputs } from '../support/account.ts'
import { plain } from '../support/expectations.ts'
import { type Github, type GithubAnswer, PullRequestComments, startGithub } from '../support/github.ts'
import { type EndedPlan, expectPlan, plan } from '../support/plan.ts'
import { pullRequestEvent } from '../support/pull-request.ts'
import { definition, ecrImage, webScenario } from '../support/web.ts'

jest.setTimeout(30_000)

let account: Account
let comments: PullRequestComments
let github: Github
beforeEach(async () => {
  comments = new PullRequestComments()
  github = await startGithub(comments.answer)
})
afterEach(async () => {
  await account.close()
  await github.close()
})

const marker = '<!-- ecs-deploy plan us-east-1/default/web -->'
const v2 = { image: ecrImage('v2') }

async function open(scenario: Scenario = webScenario()): Promise<void> {
  account = await Account.open(scenario)
}

function onPullRequest(inputs: Inputs = v2, from?: string): Promise<EndedPlan> {
  return plan(account, inputs, { env: { ...pullRequestEvent(account, from), GITHUB_API_URL: github.url } })
}

function methods(): readonly string[] {
  return github.requests.map(({ method }) => method)
}

test('the first plan creates it, the next one updates it in place', async () => {
  await open()
  comments.add('Nice work!')
  const first = await onPullRequest()
  expectPlan(first, 'planned', account)
  expect(methods()).toEqual(['GET', 'POST'])
  expect(comments.comments).toHaveLength(2)
  const [, ours] = comments.comments
  expect(ours?.body.startsWith(`${marker}\n## `)).toBe(true)
  expect(plain(ours?.body ?? '')).toContain('| Image of web | web:v1 (')
  expect(first.outputs['comment-url']).toBe('https://github.com/octo-org/example/pull/12#issuecomment-2')
  expect(first.log).toContain('Comment on the pull request: created (https://')

  const second = await onPullRequest({})
  expect(methods().slice(2)).toEqual(['GET', 'PATCH'])
  expect(comments.comments).toHaveLength(2)
  expect(plain(ours?.body ?? '')).toContain('nothing to change')
  expect(second.outputs['comment-url']).toBe(first.outputs['comment-url'])
  expect(comments.comments[0]?.body).toBe('Nice work!')
})

test('it is found on a later page', async () => {
  await open()
  for (let index = 0; index < 230; index += 1) comments.add(`Comment ${index}`)
  comments.add(`${marker}\nold`, 'Bot')
  comments.add('The last word')
  await onPullRequest()
  expect(methods()).toEqual(['GET', 'GET', 'GET', 'PATCH'])
  expect(comments.comments).toHaveLength(232)
  expect(comments.comments[230]?.body).not.toContain('old')
})

test('a second one of ours is removed; what a person wrote with our marker is not touched', async () => {
  await open()
  comments.add(`${marker}\nwritten by a person`, 'User')
  comments.add(`${marker}\nfirst`, 'Bot')
  comments.add(`> ${marker}\nquoted`, 'Bot')
  comments.add(`${marker}\nsecond`, 'Bot')
  await onPullRequest()
  expect(comments.comments.map(({ id }) => id)).toEqual([1, 2, 3])
  expect(comments.comments[0]?.body).toBe(`${marker}\nwritten by a person`)
  expect(comments.comments[1]?.body).toContain('a deployment would change it')
})

test('each environment and each service has one of its own', async () => {
  await open()
  comments.add('<!-- ecs-deploy plan us-east-1/default/api -->\nanother service', 'Bot')
  await onPullRequest({ ...v2, environment: 'staging' })
  await onPullRequest({ ...v2, environment: 'production' })
  expect(comments.comments.map(({ body }) => body.split('\n')[0])).toEqual([
    '<!-- ecs-deploy plan us-east-1/default/api -->',
    '<!-- ecs-deploy plan staging/default/web -->',
    '<!-- ecs-deploy plan production/default/web -->',
  ])
  expect(plain(comments.comments[2]?.body ?? '')).toContain('web (production): a deployment would change it')
})

test('where there is no plan any more, the comment says why', async () => {
  await open()
  await onPullRequest()
  const run = await onPullRequest({ image: ecrImage('v9') })
  expectPlan(run, 'failed', account)
  expect(comments.comments).toHaveLength(1)
  const body = plain(comments.comments[0]?.body ?? '')
  expect(body).toContain('❌ web: no plan')
  expect(body).toContain('[image-absent]')
})

test('a token of a person updates comments of a person', async () => {
  await open()
  comments.add(`${marker}\nold`, 'User')
  await onPullRequest({ ...v2, 'github-token': 'ghp_person' })
  expect(comments.comments).toHaveLength(1)
  expect(comments.comments[0]?.body).toContain('a deployment would change it')
})

describe('without a comment', () => {
  test('comment: false', async () => {
    await open()
    expectPlan(await onPullRequest({ ...v2, comment: 'false' }), 'planned', account)
    expect(github.requests).toEqual([])
  })

  test('no token', async () => {
    await open()
    expectPlan(await onPullRequest({ ...v2, 'github-token': '' }), 'planned', account)
    expect(github.requests).toEqual([])
  })

  test('no pull request', async () => {
    await open()
    expectPlan(await plan(account, v2, { env: { GITHUB_API_URL: github.url } }), 'planned', account)
    expect(github.requests).toEqual([])
  })
})

const limited = (status: number, headers: Readonly<Record<string, string>>): GithubAnswer => ({
  status,
  headers,
  body: { message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.' },
})

describe('a comment that cannot be made is a notice, and the plan succeeds', () => {
  test.each<[string, GithubAnswer, RegExp]>([
    [
      'the permission is missing',
      { status: 403, body: { message: 'Resource not accessible by integration' } },
      /the job needs "permissions: pull-requests: write" \(403: Resource not accessible by integration/,
    ],
    [
      'the token may not see it',
      { status: 404, body: { message: 'Not Found' } },
      /pull-requests: write" \(404: Not Found/,
    ],
    ['the token is not valid', { status: 401, body: { message: 'Bad credentials' } }, /does not accept github-token/],
    [
      'GitHub has a bad day',
      { status: 502, body: { message: 'Server Error' } },
      /could not be asked \(502: Server Error/,
    ],
    ['the limit lasts too long', limited(403, { 'retry-after': '3600' }), /limit of requests is reached/],
  ])('%s', async (_, refusal, why) => {
    await open()
    comments.refusals.push(refusal)
    const run = await onPullRequest()
    expectPlan(run, 'planned', account)
    expect(run.log).toMatch(/^::notice::No comment on the pull request: /m)
    expect(run.log).toMatch(why)
    expect(run.log).not.toContain('ghs_simulated')
    expect(run.outputs['comment-url']).toBe('')
    expect(comments.comments).toEqual([])
    expect(github.requests).toHaveLength(1)
  })

  test('GitHub cannot be reached', async () => {
    await open()
    await github.close()
    const run = await onPullRequest()
    github = await startGithub(comments.answer)
    expectPlan(run, 'planned', account)
    expect(run.log).toMatch(/No comment on the pull request: GitHub could not be asked/)
  })
})

test.each<[string, GithubAnswer]>([
  ['403 with retry-after', limited(403, { 'retry-after': '20' })],
  ['429', limited(429, { 'retry-after': '1' })],
])('a limit that passes soon is waited for, once: %s', async (_, refusal) => {
  await open()
  comments.refusals.push(refusal)
  const run = await onPullRequest()
  expectPlan(run, 'planned', account)
  expect(methods()).toEqual(['GET', 'GET', 'POST'])
  expect(run.log).toContain('Comment on the pull request: created')
})

test('ten containers with hundreds of variables each: the comment stays below the limit of GitHub', async () => {
  const variables = Array.from({ length: 300 }, (_, index) => ({ name: `VARIABLE_NUMBER_${index}`, value: 'hunter2' }))
  const [first] = definition('v1').containerDefinitions ?? []
  const others = Array.from({ length: 9 }, (_, index) => ({
    name: `side-${index}`,
    image: ecrImage('v1'),
    essential: false,
  }))
  const before = definition('v1', {}, { containerDefinitions: [first, ...others] })
  const after = {
    ...before,
    containerDefinitions: (before.containerDefinitions ?? []).map((container) => ({
      ...container,
      environment: variables,
    })),
  }
  await open(webScenario({ taskDefinition: before }))
  const env = { ...pullRequestEvent(account), GITHUB_API_URL: github.url }
  const inputs = { 'task-definition': 'web.json', 'pin-digest': 'false' }
  const run = await plan(account, inputs, { env, files: { 'web.json': JSON.stringify(after) } })
  expectPlan(run, 'planned', account)
  const body = comments.comments[0]?.body ?? ''
  expect(body.length).toBeGreaterThan(10_000)
  expect(body.length).toBeLessThan(65_536)
  expect(body).toContain('shortened here')
  expect(body).toContain('https://github.com/octo-org/example/actions/runs/1234567890/attempts/1')
  expect(body).not.toContain('hunter2')
  expect(run.summary).not.toContain('shortened here')
  expect(run.summary.match(/VARIABLE_NUMBER_299/g)).toHaveLength(10)
})
