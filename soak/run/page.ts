/** docs/soak.md, from the result of a run; pure. */
import { allChecks } from '../judge/judge.ts'
import type { Summary } from './summary.ts'
import type { Range } from './workers.ts'

/** @param defects what `--defects` found, where it was run too */
export function soakPage(summary: Summary, { first, count }: Range): string {
  const { ends, ingredients, failures, mended, groups } = summary
  return [
    '# The soak',
    '',
    'Random deployments against the simulator on virtual time, judged by the simulator’s own record and never by what the action',
    'says. `npm run soak -- --runs 3000 --seed 1` plays some, `npm run soak -- --replay SEED` one with its whole log, and',
    '`npm run soak -- --defects` shows that the judge catches mistakes that are put into the action on purpose.',
    '',
    'Every tenth seed has a [group](groups.md) of two to four services as well: with images that fail, somebody else who deploys,',
    'a signal, or a process that is killed, and its post step. `npm run soak -- --replay-group SEED` plays one with its log (and,',
    'where it breaks a rule, the smallest one that does), and `npm run soak:groups -- --runs N --seed S` groups alone.',
    '',
    'This page is written by `npm run soak -- --runs N --seed S --write`. Nothing here has been shown on AWS.',
    '',
    '## Last run',
    '',
    `Seeds ${first} to ${first + count - 1}: ${summary.runs} runs and ${groups} groups, ${failures.length} with a violation.`,
    '',
    ...broken('These broke a rule, and have to be looked at:', failures),
    ...broken(
      'These broke a rule when the run was made. The action or the judge was mended since, and each was played again and breaks none:',
      mended,
    ),
    ...table(['how it ended', 'runs'], ends),
    '',
    '## What the judge checks',
    '',
    ...allChecks.map(({ name, says }) => `- **${name}**: ${says}`),
    '',
    'Of a group, for each of its services: what it says is so (`deployed`, `rolled-back`, `superseded`, not touched); nothing begins',
    'before what it needs has completed; no service is updated over somebody else’s deployment; a group that this run leaves mixed is',
    'told to be mixed; main ends within 5 s of a signal; the post step tells of each service that was updated, and with',
    '`on-cancel: leave` changes nothing; no call is throttled, and there are at most two reads a second while it waits.',
    '',
    '## What the runs were made of',
    '',
    ...table(['ingredient', 'runs'], ingredients),
    '',
  ].join('\n')
}

/** Seeds and rules of what broke one. */
function broken(title: string, failures: Summary['failures']): readonly string[] {
  if (failures.length === 0) return []
  const rows = failures.map(({ kind, seed, violations }) => {
    const rules = [...new Set(violations.map(({ check }) => check))].join(', ')
    return `| ${kind === 'group' ? `group of ${seed}` : seed} | ${rules} |`
  })
  return [title, '', '| seed | rule |', '| --- | --- |', ...rows, '']
}

function table(titles: readonly [string, string], counts: ReadonlyMap<string, number>): readonly string[] {
  const rows = [...counts].sort(([one], [other]) => (one < other ? -1 : 1))
  return [`| ${titles.join(' | ')} |`, '| --- | ---: |', ...rows.map(([name, count]) => `| ${name} | ${count} |`)]
}
