/** The logs in docs/run-task.md are what the built action writes: the same runs again, compared line by line. */
import { writeFileSync } from 'node:fs'
import { afterEach, expect, jest, test } from '@jest/globals'
import { Account } from '../support/account.ts'
import { expectOutcome } from '../support/expectations.ts'
import { expectTask, runTask, taskScenario } from '../support/tasks.ts'
import { ecrImage } from '../support/web.ts'
import { expectShown, shownLog } from './shown-log.ts'

jest.setTimeout(60_000)

let account: Account
afterEach(() => account.close())

test('a migration that goes well', async () => {
  account = await Account.open(taskScenario(), { speed: 60 })
  const run = await runTask(account, { image: ecrImage('v2') })
  expectTask(run, 'succeeded')
  if (process.env.SHOW) writeFileSync('/tmp/good.txt', run.log)
  expectShown(shownLog('docs/run-task.md', 'migration'), run.log)
})

test('a migration that fails before a deployment', async () => {
  const logLines = ['running migration 7', 'Error: relation "users" already exists']
  account = await Account.open(taskScenario({ kind: 'crashes', exitCode: 3, afterSeconds: 3, logLines }), { speed: 60 })
  const run = await account.run({ image: ecrImage('v2'), 'pre-deploy-command': 'npm run migrate' })
  expectOutcome(run, 'failed')
  if (process.env.SHOW) writeFileSync('/tmp/bad.txt', run.log)
  expectShown(shownLog('docs/run-task.md', 'pre-deploy'), run.log)
  expect(account.changes()).not.toContain('UpdateService')
})
