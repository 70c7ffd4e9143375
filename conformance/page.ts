/** docs/conformance.md, made of the checks: the page cannot say more than what is run. */
import { type Check, type Client, clients } from './check.ts'

/**
 * @param operations of the simulator, `ecs:UpdateService` …
 * @param versions of the clients
 */
export function pageOf(
  checks: readonly Check[],
  operations: readonly string[],
  versions: Readonly<Record<Client, string>>,
): string {
  const heads = clients.map((client) => `${client} ${versions[client]}`)
  const rows = [...operations]
    .sort()
    .map((operation) => [`\`${operation}\``, ...clients.map((client) => numbersOf(checks, client, operation))])
  const list = checks.map(({ client, title }, index) => `${index + 1}. ${client}: ${title}`)
  return [
    '# Conformance',
    '',
    '`npm run conformance` runs real clients, unmodified, against the simulator. Each check asserts what the client reported and what the simulator recorded. This page is',
    'written by `npm run conformance -- --write`; a run fails when it is not what the checks say. The simulator is built from documentation and observations, so that real clients',
    'work with it shows that its protocol is right, not that AWS behaves like it: see [not-proven-on-aws.md](not-proven-on-aws.md).',
    '',
    '## Operations and clients',
    '',
    'The numbers are those of the checks below that assert the answers of the operation. Empty: no check with that client.',
    '',
    row(['Operation', ...heads]),
    row(['---', ...heads.map(() => '---')]),
    ...rows.map(row),
    '',
    '## What was checked',
    '',
    ...list,
    '',
  ].join('\n')
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

function numbersOf(checks: readonly Check[], client: Client, operation: string): string {
  return checks
    .flatMap((check, index) => (check.client === client && check.shows.includes(operation) ? [index + 1] : []))
    .join(', ')
}
