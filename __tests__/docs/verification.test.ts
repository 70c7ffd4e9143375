/** The logs in docs/verification.md and docs/scaling.md are what the built action writes: the same runs again, compared line by line. */
import { afterEach, jest, test } from '@jest/globals'
import { Account } from '../support/account.ts'
import { expectOutcome } from '../support/expectations.ts'
import { definition, ecrImage, webScenario } from '../support/web.ts'
import { says, WebService } from '../support/web-service.ts'
import { expectShown, shownLog } from './shown-log.ts'

jest.setTimeout(60_000)

let account: Account
let service: WebService | undefined
afterEach(async () => {
  await account.close()
  await service?.close()
})

test('an address that answers 500', async () => {
  service = await WebService.open(says(500, 'relation "orders" does not exist', { 'content-type': 'text/plain' }))
  account = await Account.open(webScenario())
  const urls = `- {url: "http://127.0.0.1:${service.port}/health", retries: 2}`
  const run = await account.run({ image: ecrImage('v2'), 'verify-urls': urls })
  expectOutcome(run, 'rolled-back')
  expectShown(shownLog('docs/verification.md', 'failed'), run.log)
})

test('suspended at night', async () => {
  const scalableTargets = [{ service: 'web', minCapacity: 2, maxCapacity: 6 }]
  account = await Account.open(webScenario({ desiredCount: 3 }, { scalableTargets }))
  const refused = await account.run({ 'desired-count': '0' })
  expectShown(shownLog('docs/scaling.md', 'refused'), refused.log)
  const night = await account.run({ 'desired-count': '0', autoscaling: 'suspend' })
  expectShown(shownLog('docs/scaling.md', 'night'), night.log)
})

test('old revisions', async () => {
  const taskDefinitions = Array.from({ length: 8 }, (_, index) =>
    definition('v1', { environment: [{ name: 'REVISION', value: String(index + 1) }] }),
  )
  account = await Account.open(webScenario({ taskDefinition: 'web:8' }, { taskDefinitions }))
  const run = await account.run({ image: ecrImage('v2'), 'keep-revisions': '5' })
  expectOutcome(run, 'deployed')
  expectShown(shownLog('docs/scaling.md', 'tidied'), run.log)
})
