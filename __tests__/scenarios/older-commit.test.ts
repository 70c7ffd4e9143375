import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { Account, type Ended } from '../support/account.ts'
import { expectOutcome } from '../support/expectations.ts'
import { type Github, type GithubAnswer, startGithub } from '../support/github.ts'
import { ecrImage, webScenario } from '../support/web.ts'

jest.setTimeout(30_000)

const runs = 'a'.repeat(40)
const wanted = 'b'.repeat(40)

let account: Account
let github: Github
afterEach(async () => {
  await account.close()
  await github.close()
})

/** Commit `runs` is deployed; then commit `wanted` is to be. */
async function deployAfter(answer: GithubAnswer, inputs: object = {}): Promise<Ended> {
  github = await startGithub(() => answer)
  account = await Account.open(webScenario())
  await account.run(
    { image: ecrImage('v1'), 'force-new-deployment': 'true', cpu: '512', memory: '1024' },
    { env: { GITHUB_SHA: runs } },
  )
  const env = { GITHUB_API_URL: github.url, GITHUB_SHA: wanted }
  return account.run({ image: ecrImage('v2'), 'refuse-older-commit': 'true', ...inputs }, { env })
}

describe('refuse-older-commit', () => {
  test('an older commit is refused before anything is changed (novu#12220, growthbook#5481)', async () => {
    const run = await deployAfter({ body: { status: 'behind' } })
    expectOutcome(run, 'failed')
    expect(run.log).toContain(`Commit ${wanted} is older than ${runs}`)
    expect(account.calls('RegisterTaskDefinition')).toHaveLength(1)
    expect(github.requests).toHaveLength(1)
    expect(github.requests[0]?.path).toContain(`/repos/octo-org/example/compare/${runs}...${wanted}`)
    expect(github.requests[0]?.authorization).toContain('ghs_simulated')
    expect(run.log).not.toContain('ghs_simulated')
  })

  test.each([
    ['a newer one', { body: { status: 'ahead' } }],
    ['the same one', { body: { status: 'identical' } }],
  ])('%s is deployed without a word', async (_, answer) => {
    const run = await deployAfter(answer)
    expectOutcome(run, 'deployed')
    expect(run.log).not.toContain('is not known')
  })

  test.each([
    ['commits that have diverged', { body: { status: 'diverged' } }, /have diverged/],
    [
      'a commit that GitHub does not know',
      { status: 404, body: { message: 'Not Found' } },
      /does not know both commits/,
    ],
    ['GitHub has a bad day', { status: 500, body: { message: 'Server Error' } }, /could not be asked \(500/],
    ['an answer of a later version', { body: { status: 'sideways' } }, /answered "sideways"/],
  ])('%s: a notice, and it is deployed', async (_, answer, notice) => {
    const run = await deployAfter(answer)
    expectOutcome(run, 'deployed')
    expect(run.log).toMatch(notice)
  })

  test('without a token nobody is asked', async () => {
    const run = await deployAfter({ body: { status: 'behind' } }, { 'github-token': '' })
    expectOutcome(run, 'deployed')
    expect(run.log).toContain('github-token is empty')
    expect(github.requests).toEqual([])
  })

  test('what runs carries no commit: a notice, and it is deployed', async () => {
    github = await startGithub(() => ({ body: {} }))
    account = await Account.open(webScenario())
    const run = await account.run({ image: ecrImage('v2'), 'refuse-older-commit': 'true' })
    expectOutcome(run, 'deployed')
    expect(run.log).toContain('carries no commit in its tags')
  })
})
