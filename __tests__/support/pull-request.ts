import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Account } from './account.ts'

/** What a run on a pull request sees of it. */
export function pullRequestEvent(
  account: Account,
  from = 'octo-org/example',
  number = 12,
): Readonly<Record<string, string>> {
  const path = join(account.folder, `event-${number}-${from.replace('/', '-')}.json`)
  const event = {
    action: 'synchronize',
    number,
    pull_request: {
      number,
      head: { sha: 'f00d'.repeat(10), repo: { full_name: from } },
      base: { sha: 'ba5e'.repeat(10), repo: { full_name: 'octo-org/example' } },
    },
  }
  writeFileSync(path, JSON.stringify(event))
  return { GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: path }
}
