/** The logs in docs/plan.md are what the built action writes: the same runs again, compared line by line. */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import { Account } from '../support/account.ts'
import { expectOutcome } from '../support/expectations.ts'
import { type Github, PullRequestComments, startGithub } from '../support/github.ts'
import { expectPlan, plan } from '../support/plan.ts'
import { pullRequestEvent } from '../support/pull-request.ts'
import { ecrImage, webScenario } from '../support/web.ts'
import { expectShown, shownLog } from './shown-log.ts'

jest.setTimeout(60_000)

let account: Account
let github: Github
beforeAll(async () => {
  account = await Account.open(webScenario(), { speed: 200 })
  github = await startGithub(new PullRequestComments().answer)
})
afterAll(async () => {
  await account.close()
  await github.close()
})

test('a plan with changes, and one without', async () => {
  const inputs = {
    image: ecrImage('v2'),
    'environment-variables': 'LOG_LEVEL=debug',
    secrets: 'DB_PASSWORD=arn:aws:ssm:us-east-1:111122223333:parameter/web/db',
    memory: '1024',
    'desired-count': '2',
  }
  const run = await plan(account, inputs, { env: { ...pullRequestEvent(account), GITHUB_API_URL: github.url } })
  expectPlan(run, 'planned', account)
  expectShown(shownLog('docs/plan.md', 'changes'), run.log)

  const v2 = { image: ecrImage('v2') }
  expectOutcome(await account.run(v2, { env: { GITHUB_SHA: 'a1b2c3d4'.repeat(5) } }), 'deployed')
  const again = await plan(account, v2)
  expect(again.outputs.changed).toBe('false')
  expectShown(shownLog('docs/plan.md', 'unchanged'), again.log)
})
