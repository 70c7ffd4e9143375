/** docs/soak.md, from the result of a run; pure. */
import { allChecks } from '../judge/judge.ts'
import type { Summary } from './summary.ts'
import type { Range } from './workers.ts'

/** @param defects what `--defects` found, where it was run too */
export function soakPage(summary: Summary, { first, count }: Range): string {
  const { ends, ingredients, failures } = summary
  return [
    '# The soak',
    '',
    'Random deployments against the simulator on virtual time, judged by the simulator’s own record and never by what the action',
    'says. `npm run soak -- --runs 3000 --seed 1` plays some, `npm run soak -- --replay SEED` one with its whole log, and',
    '`npm run soak -- --defects` shows that the judge catches mistakes that are put into the action on purpose.',
    '',
    'This page is written by `npm run soak -- --runs N --seed S --write`. Nothing here has been shown on AWS.',
    '',
    '## Last run',
    '',
    `Seeds ${first} to ${first + count - 1}: ${summary.runs} runs, ${failures.length} with a violation.`,
    '',
    ...table(['how it ended', 'runs'], ends),
    '',
    '## What the judge checks',
    '',
    ...allChecks.map(({ name, says }) => `- **${name}**: ${says}`),
    '',
    '## What the runs were made of',
    '',
    ...table(['ingredient', 'runs'], ingredients),
    '',
  ].join('\n')
}

function table(titles: readonly [string, string], counts: ReadonlyMap<string, number>): readonly string[] {
  const rows = [...counts].sort(([one], [other]) => (one < other ? -1 : 1))
  return [`| ${titles.join(' | ')} |`, '| --- | ---: |', ...rows.map(([name, count]) => `| ${name} | ${count} |`)]
}
