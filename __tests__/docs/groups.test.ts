/** The logs in docs/groups.md are what the built action writes: the same runs again, compared line by line. */
import { readFileSync } from 'node:fs'
import { afterEach, expect, jest, test } from '@jest/globals'
import { parse } from 'yaml'
import { entryInputs } from '../../src/inputs/group-entries.ts'
import { Account } from '../support/account.ts'
import { deployGroup, groupYaml, membersOf, scenario } from '../support/group.ts'
import { readPage } from './pages.ts'
import { expectShown, shownLog } from './shown-log.ts'

jest.setTimeout(60_000)

let account: Account | undefined
afterEach(() => account?.close())

const inputs = { 'wait-for-minutes': '10' }

test('all deployed', async () => {
  account = await Account.open(scenario, { speed: 200 })
  const run = await deployGroup(account, inputs)
  expectShown(shownLog('docs/groups.md', 'good'), run.log)
  const [, shown = ''] = /<!-- output: services -->\n\n```json\n([\s\S]*?)\n```/.exec(readPage('docs/groups.md')) ?? []
  const member = membersOf(run).find(({ service }) => service === 'music-service')
  expectShown(shown.split('\n'), JSON.stringify(member, null, 2))
})

test('one fails', async () => {
  account = await Account.open(scenario, { speed: 200 })
  const run = await deployGroup(account, { ...inputs, services: groupYaml({ 'music-service': 'crash' }) })
  expectShown(shownLog('docs/groups.md', 'bad'), run.log)
})

test('the page names every member that an entry may have', () => {
  account = undefined
  const page = readPage('docs/groups.md')
  // "all others of that group of inputs" stands for the settings.
  const action = readFileSync('action.yml', 'utf8')
  const settings = Object.keys(parse(action.slice(action.indexOf('  # Service settings'), action.indexOf('  # Tags:'))))
  for (const name of entryInputs.filter((one) => !settings.includes(one) && !one.endsWith('-strategy')))
    expect(page).toContain(`\`${name}\``)
})
