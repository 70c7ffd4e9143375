/** docs/cancellation.md, made of what came out. */
import { about } from '../fresh.ts'
import { type Cell, columnsOf } from './cells.ts'
import { type Deployment, deployments } from './deployments.ts'
import { purposeOf } from './purposes.ts'
import type { Said } from './said.ts'

export type Result = {
  readonly cell: Cell
  /** Whether the call was made at all. */
  readonly made: boolean
  readonly said: Said
  /** What ECS had taken, by its own record. */
  readonly inEcs: string
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
    '2. with `on-cancel: rollback` asks ECS to roll the deployment back (StopServiceDeployment), if it was started and is not being taken back already. One that has completed, and is looked at or',
    '   verified, ECS does not roll back any more: that is left to the post step;',
    '3. tells the task before the deployment (`pre-deploy-command`) to stop, if it runs;',
    '4. says what was sent, and leaves within 5 seconds. The outcome is `cancelled`; if the deployment came to its end in that moment, it is told as it is.',
    '',
    'Before each call that changes something, but for the deregistering of old revisions, the main step keeps for the post step what it is about to send: names and ARNs only. So the post step knows more than the main step had',
    'time to say, also if that was killed without a signal, or the machine lacked memory. It says what the run was doing when it ended, and',
    '',
    '* with `on-cancel: leave` (default) looks once at the service, changes nothing, and says what became of the deployment: not applied, going on, completed, failed, taken back,',
    "  replaced by somebody else's, or that it cannot be told, and why;",
    '* with `on-cancel: rollback` sends the rollback if main could not, watches it for up to 3 minutes, and says only what it saw. A deployment that has completed meanwhile is left,',
    '  unless main was still looking at it or verifying it; and so is one that somebody else has replaced.',
    '',
    'Whatever `on-cancel` says, the post step tells the task before the deployment to stop, if it may still run.',
    '',
    'If the post step is stopped as well it sends nothing more, and says what it has sent; but a task that it has found it still tells to stop. If the runner itself is shut down there is no post step. The deployment, or the rollback that was sent,',
    'then goes on in ECS; the next run of this action looks at it as it is.',
    '',
    'The [rollback action](rollback.md) has neither `on-cancel` nor a post step, because a rollback is never rolled back: on a signal it sends nothing more, and says whether the rollback was sent.',
    '',
    '## A signal at every call',
    '',
    `A signal just before and just after each call of ${deployments.length} runs: ${about(results.length)} times the built action, main and post, against the [simulator](../simulator/README.md). *Before*: the call has left the`,
    'action, and ECS has not taken it yet (after SIGKILL it never does). *After*: ECS has taken it, and the answer has not come back. Each run is judged by what the simulator',
    'recorded, not by what the action said. This page is written by `npm run matrix:cancel -- --write`, and `npm run matrix:cancel` fails when it is not what comes out, or when a run',
    'breaks one of these rules:',
    '',
    '* The step leaves within 5 seconds of the first signal, and changes nothing after it; but main may send the one call that asks for the rollback, and a task before the deployment is told to stop.',
    '* What post says is true. With `leave` it changes nothing; with `rollback` the version from before runs again, or nothing was applied, or the deployment had come to its end.',
    '* Nothing is registered twice, and at most one rollback is applied.',
    '* A task before the deployment is started at most once, and none is left running, unless the post step was killed as well.',
    '* What is about to be sent is kept before it is sent, and no value of an environment variable is written anywhere.',
    '',
    '| | |',
    '| --- | --- |',
    '| **untouched** | "The service was not touched": UpdateService was not sent |',
    '| **no trace** | UpdateService was about to be sent, and ECS shows no deployment of this run |',
    '| **goes on** | The deployment goes on in ECS, and nobody watches it |',
    '| **deployed** | The deployment has completed, and its image runs |',
    '| **goes back** | The deployment is being taken back, or has been, by a rollback that the run had sent before |',
    '| **rolled back** | The last step, or main in its last moment, has seen the version from before running again |',
    '| **not seen to the end** | The step says what it has sent, and that it has not seen the end of it |',
    '| *in italics* | The step that would have said something was killed: what ECS has taken of the run, by the record of the simulator |',
    '| (empty) | With this setting the step does not send this call |',
    '',
    'Every operation that the deploy action and the rollback action send has a row. The [run-task action](run-task.md) sends RunTask and StopTask as the task before a deployment does; signals to it have scenario tests.',
    'Groups of services send the same calls, some of them for several services at once; signals to them are part of the [soak](soak.md).',
    ...deployments.flatMap((deployment) => sectionOf(deployment, results)),
    '',
  ].join('\n')
}

function sectionOf(deployment: Deployment, results: readonly Result[]): readonly string[] {
  const own = results.filter(({ cell }) => cell.deployment === deployment)
  const calls = [...new Set(own.map(({ cell }) => cell.call))]
  const columns = columnsOf(deployment)
  const heads = columns.map(({ onCancel, signal, moment }) =>
    deployment.action === 'rollback' ? `${signal} ${moment}` : `\`${onCancel}\`, ${signal} ${moment}`,
  )
  return [
    '',
    `### ${deployment.title}`,
    '',
    ...(deployment.about === undefined ? [] : [deployment.about, '']),
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

type Column = Pick<Cell, 'moment' | 'signal' | 'onCancel'>

function isIn(cell: Cell, { onCancel, signal, moment }: Column): boolean {
  return cell.onCancel === onCancel && cell.signal === signal && cell.moment === moment
}

/** How far a rollback had come when it was looked at is a matter of milliseconds. */
function labelOf({ cell, said, inEcs }: Result): string {
  if (said === 'killed') return `*${inEcs}*`
  if (said === 'going back') return 'goes back'
  const back: readonly Said[] = ['went back', 'rolled back']
  return cell.onCancel === 'leave' && cell.deployment.action === undefined && back.includes(said) ? 'goes back' : said
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
