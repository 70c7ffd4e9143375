import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { Account } from '../support/account.ts'
import { expectTask, runTask, taskScenario } from '../support/tasks.ts'

jest.setTimeout(30_000)

let account: Account
afterEach(() => account.close())

describe('a migration that goes well', () => {
  test('runs once, like the tasks of the service, and is judged by its exit code', async () => {
    account = await Account.open(taskScenario(), { speed: 100 })
    const run = await runTask(account)
    expectTask(run, 'succeeded')
  })
})
