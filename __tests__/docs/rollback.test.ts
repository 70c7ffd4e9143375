/** The logs in docs/rollback.md are what the built action writes: the same runs again, compared line by line. */
import { afterAll, beforeAll, jest, test } from '@jest/globals'
import { Account } from '../support/account.ts'
import { expectOutcome, expectRollback } from '../support/expectations.ts'
import { rollBack } from '../support/rollback.ts'
import { ecrImage, webScenario } from '../support/web.ts'
import { expectShown, shownLog } from './shown-log.ts'

jest.setTimeout(60_000)

let account: Account
beforeAll(async () => {
  account = await Account.open(webScenario(), { speed: 200 })
  await account.control('push', { repository: 'web', image: { tag: 'v3' } })
  const commits = [
    ['v2', 'a1b2c3d4'],
    ['v3', 'f00dfeed'],
  ] as const
  for (const [tag, commit] of commits) {
    const env = { GITHUB_SHA: commit.repeat(5) }
    expectOutcome(await account.run({ image: ecrImage(tag) }, { env }), 'deployed')
  }
})
afterAll(() => account.close())

/** When something completed depends on how long the runs before it took. */
function withoutTimes(text: string): string {
  return text.replace(/completed \d{4}-\d\d-\d\d \d\d:\d\d UTC/g, 'completed THEN')
}

test('back to the version before, and then "previous" is refused', async () => {
  const run = await rollBack(account)
  expectRollback(run, 'rolled-back')
  expectShown(shownLog('docs/rollback.md', 'previous'), run.log)
  const again = await rollBack(account)
  expectRollback(again, 'failed')
  expectShown(shownLog('docs/rollback.md', 'refused').map(withoutTimes), withoutTimes(again.log))
})
