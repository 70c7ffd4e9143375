/** docs/speed.md; pure. */
import { callMilliseconds } from './measure.ts'
import type { FailureRow, RolloutRow } from './rows.ts'
import { goals } from './rows.ts'
import { callsTable, failureTable, markdown, othersTable, rolloutTable } from './tables.ts'
import { waiters } from './waiters.ts'

export function pageOf(
  rollouts: readonly RolloutRow[],
  failures: readonly FailureRow[],
  together: { readonly runs: number; readonly median: number; readonly p95: number },
): string {
  const runs = [...rollouts, ...failures].reduce((sum, row) => sum + row.runs, 0)
  return `# How fast it knows

<!-- Written by "npm run bench -- --write". -->

${runs} simulated deployments; all figures are seconds of the simulated time, and come from one run of \`node bench/time-to-verdict.ts\`, which ends with 1 where one is
worse than its limit. This action was run for real, with its SDK clients against the [simulator](simulator.md); the others are their published schedules of looks, on
the very same deployments. Nothing here was measured on AWS: how long ECS takes for something is the simulator's [model](not-proven-on-aws.md). A call takes ${callMilliseconds.join(' to ')} ms.

## A rollout that goes well

Seconds between ECS completing the deployment and the end of the step: median / 95 of 100. Goal: ${goals.lateSeconds} s, with at most ${goals.callsPerMinute} calls a minute (all calls of the run) and
${goals.callsIn10Seconds} in any 10 seconds. *Too early*: a success was told before the deployment was COMPLETED; during a bake time \`services-stable\` cannot see that.

${markdown(rolloutTable(rollouts))}

Calls a minute: of this action the most in any run, of the others the median.

${markdown(callsTable(rollouts))}

## A deployment that fails

All ${together.runs} of them together ended ${together.median.toFixed(1)} s (median) and ${together.p95.toFixed(1)} s (95 of 100) after the verdict was certain. Goal: ${goals.lateSeconds} s;
after the look that shows the failure, up to five calls read why, which is part of it.

Seconds after UpdateService, median. *First sign*: the API could show the first failed task. *Certain*: it could show enough for a verdict
([how it decides](how-it-decides.md)), or ECS itself had failed the deployment. *This action*: the step ended, without waiting for a rollback, and so much later than certain (median / 95 of
100); where ECS rolls back, certain is the end of its rollback. *ECS fails it*: the circuit breaker or the alarm, with ECS left alone. *Told after ECS*: how much later than the
circuit breaker the log said so, where both count the same failures: never more than one look, which with its call takes up to ${goals.lookSeconds} s. *Sooner*: compared with *ECS fails it*.

${markdown(failureTable(failures))}

${shortfalls(failures)}

What the others say, and when. \`success\` is wrong in every row but the last.

${markdown(othersTable(failures))}

A run of less than a minute counts as one for its calls a minute.

## The schedules of the others

${waiters.map(({ name, schedule }) => `* ${name}: ${schedule}`).join('\n')}

Sources: \`waiters-2.json\` and \`waiter.py\` of botocore; \`dist/index.js\` of amazon-ecs-deploy-task-definition at these versions; \`wait.go\` of ecspresso; \`cli.py\` and \`ecs.py\` of
ecs-deploy. \`npm run conformance\` lets the real AWS CLI and the real ecs-deploy wait for a simulated deployment and compares the times of their calls with these schedules.
`
}

function shortfalls(rows: readonly FailureRow[]): string {
  const short = rows.filter(({ factor = 0, shortfall }) => shortfall !== undefined && factor < goals.factor)
  if (short.length === 0)
    return `Causes that cannot heal are to be known ${goals.factor} times sooner than by the circuit breaker.`
  return [
    `Causes that cannot heal are to be known ${goals.factor} times sooner than by the circuit breaker. Not reached:`,
    '',
    ...short.map(
      ({ name, factor = 0, shortfall }) =>
        `* ${name}: ${factor.toFixed(1)} times. ${capital(shortfall?.because ?? '')}.`,
    ),
  ].join('\n')
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
