/** docs/cancellation.md, made of what came out. */

import type { Deployment } from '../faults/deployments.ts'
import { purposeOf } from '../faults/purposes.ts'
import { about } from '../fresh.ts'
import { type Cell, columns } from './cells.ts'
import { deployments } from './deployments.ts'
import type { Said } from './said.ts'

export type Result = {
  readonly cell: Cell
  /** Whether the call was made at all. */
  readonly made: boolean
  readonly said: Said
  /** What the run did wrong. */
  readonly complaints: readonly string[]
  readonly log: string
}

/** @param results of every cell */
export function pageOf(results: readonly Result[]): string {
  return [
    '# When a run is cancelled',
    '',
    '## What happens',
    '',
    'GitHub sends SIGINT to the step, 7.5 seconds later SIGTERM, and 2.5 seconds later it ends the process. On the first signal the main step',
    '',
    '1. lets a call that is on its way come back, for up to 1.5 seconds;',
    '2. with `on-cancel: rollback` asks ECS to roll the deployment back (StopServiceDeployment), if it was started and is not being taken back already;',
    '3. says what was sent, and leaves within 5 seconds. The outcome is `cancelled`; if the deployment came to its end in that moment, it is told as it is.',
    '',
    'Before each call that changes something the main step keeps for the post step what it is about to send: names and ARNs only. So the post step knows more than the main step had',
    'time to say, also if that was killed without a signal, or the machine lacked memory. It says what the run was doing when it ended, and',
    '',
    '* with `on-cancel: leave` (default) looks once at the service, changes nothing, and says what became of the deployment: not applied, going on, completed, failed, taken back,',
    "  replaced by somebody else's, or that it cannot be told, and why;",
    '* with `on-cancel: rollback` sends the rollback if main could not, watches it for up to 3 minutes, and says only what it saw. A deployment that has completed meanwhile is left,',
    '  and so is one that somebody else has replaced.',
    '',
    'If the runner itself is shut down there is no post step. The deployment then goes on in ECS; the next run of this action looks at it as it is.',
    '',
    '## A signal at every call',
    '',
    `A signal just before and just after each call of ${deployments.length} deployments: ${about(results.length)} runs of the built action, main and post, against the [simulator](../simulator/README.md). *Before*: the call has left the`,
    'action, and ECS has not taken it yet (after SIGKILL it never does). *After*: ECS has taken it, and the answer has not come back. Each run is judged by what the simulator',
    'recorded, not by what the action said. This page is written by `npm run matrix:cancel -- --write`, and `npm run matrix:cancel` fails when it is not what comes out, or when a run',
    'breaks one of these rules. Not in these tables: signals while a completed deployment settles or is verified, in the post step, and in the rollback action; the scenario tests and the [soak](soak.md) have those.',
    'The rules:',
    '',
    '* Main leaves within 5 seconds of the first signal, and changes nothing after it but with the one call that asks for the rollback. Nothing is sent once it has left.',
    '* What post says is true. With `leave` it changes nothing; with `rollback` the version from before runs again, or nothing was applied.',
    '* Nothing is registered twice, and at most one rollback is applied.',
    '* What is about to be sent is kept before it is sent, and no value of an environment variable is written anywhere.',
    '',
    '| | |',
    '| --- | --- |',
    '| **untouched** | "The service was not touched": UpdateService was not sent |',
    '| **no trace** | UpdateService was about to be sent, and ECS shows no deployment of this run |',
    '| **goes on** | The deployment goes on in ECS, and nobody watches it |',
    '| **goes back** | The deployment is being taken back, or has been, by a rollback that the run had sent before |',
    '| **rolled back** | Post, or main in its last moment, has seen the version from before running again |',
    ...deployments.flatMap((deployment) => sectionOf(deployment, results)),
    '',
  ].join('\n')
}

function sectionOf(deployment: Deployment, results: readonly Result[]): readonly string[] {
  const own = results.filter(({ cell }) => cell.deployment === deployment)
  const calls = [...new Set(own.map(({ cell }) => cell.call))]
  const heads = columns.map(({ onCancel, signal, moment }) => `\`${onCancel}\`, ${signal} ${moment}`)
  return [
    '',
    `### ${deployment.title}`,
    '',
    row(['Call', ...heads]),
    row(['---', ...heads.map(() => '---')]),
    ...calls.map((call) =>
      row([
        `${call.operation}: ${purposeOf(deployment, call)}`,
        ...columns.map((column) =>
          own
            .filter(({ cell }) => cell.call === call && isIn(cell, column))
            .map(labelOf)
            .join(''),
        ),
      ]),
    ),
  ]
}

function isIn(cell: Cell, { onCancel, signal, moment }: (typeof columns)[number]): boolean {
  return cell.onCancel === onCancel && cell.signal === signal && cell.moment === moment
}

/** How far a rollback had come when post looked is a matter of milliseconds. */
function labelOf({ cell, said }: Result): string {
  const back: readonly Said[] = ['going back', 'went back', 'rolled back']
  return cell.onCancel === 'leave' && back.includes(said) ? 'goes back' : said
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
