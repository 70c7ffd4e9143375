/** docs/faults.md, made of what came out. */
import { about } from '../fresh.ts'
import { type Cell, exists, type Trouble, troubleNames } from './cells.ts'
import { type Deployment, deployments, parts } from './deployments.ts'
import { purposeOf } from './purposes.ts'

export type Result = {
  readonly cell: Cell
  /** Whether the call was made at all. */
  readonly made: boolean
  readonly outcome: string
  /** Names of the changing calls that took effect. */
  readonly applied: readonly string[]
  /** What the run did wrong. */
  readonly complaints: readonly string[]
  readonly log: string
}

/** @param results of every cell */
export function pageOf(results: readonly Result[]): string {
  return [
    '# When a call to AWS goes wrong',
    '',
    `Every call of ${deployments.length} deployments, with everything that may go wrong with it: ${about(results.length)} runs of the built action against the [simulator](../simulator/README.md). Every operation that the action knows is among them. An operation that a deployment asks for over and over, or that`,
    'several deployments ask for in the same place, is shown once; of the reads of `keep-revisions`, the first of which that fails ends the tidying, only those that nothing else asks for.',
    '',
    'Each run is judged by what the simulator recorded, not by what the action said. This page is written by `npm run matrix -- --write`, and `npm run matrix` fails when it is',
    'not what comes out, or when a run breaks one of these rules:',
    '',
    '* `deployed` only if the deployment of the run completed and its image runs; `rolled-back` only if the image from before runs again.',
    '* "The service was not touched" only if no UpdateService was applied. `unknown` only if one was sent, and never because of one call that failed once.',
    '* Nothing is registered or updated twice, at most one rollback is applied, and no setting is changed that was not asked for.',
    '* A call that only checks, explains or adds something never changes how the deployment ends, and one notice tells what was not possible. Only without valid credentials a check ends',
    'the run, before anything is changed.',
    '* The run ends. A missing permission is named; expired credentials are called so.',
    '',
    '## How to read it',
    '',
    '| | |',
    '| --- | --- |',
    '| **✓** | It ends as it does without the fault. Where the call was something that a deployment can do without, a note says what was not possible |',
    '| **failed** | `failed`, and nothing was changed |',
    '| **failed, revision left** | `failed`, and the service was not touched; a task definition revision has been registered, or may have been |',
    '| **failed, scaling suspended** | `failed`: the automatic scaling of the service is suspended, and nothing else was changed. The log says so |',
    '| **failed, task started** | `failed`: the task before the deployment was started, and how it ended could not be seen; the service was not touched |',
    '| **rolled-back** | The deployment completed and could not be verified, so that the version from before runs again |',
    '| **failed, not rolled back** | `failed`: the permission to read the version to go back to is missing, so that the failed version stays. The log says so before it deploys |',
    '| **rollback-failed** | The deployment failed, and that the version from before runs again could not be seen. It may: the log has the commands to look, and to go on by hand |',
    '| **unknown** | UpdateService was sent, and what became of the deployment could not be seen: it goes on in ECS. The log has the commands to look |',
    '',
    'The column **once** stands for each of the first six troubles happening to this one call, with reads one after the other. The others are for a trouble that stays: this call fails, and so do all later ones of',
    'the same operation. *Time-out*: no answer comes. *Lost answer*: ECS does what was asked, and then the connection breaks; *malformed*: the same with an answer that cannot be',
    'read. With calls that only read, a lost answer is a reset.',
    ...parts.flatMap(({ title, deployments: those }) => [
      '',
      `## ${title}`,
      ...those.flatMap((deployment) => sectionOf(deployment, results)),
    ]),
    '',
  ].join('\n')
}

function sectionOf(deployment: Deployment, results: readonly Result[]): readonly string[] {
  const own = results.filter(({ cell }) => cell.deployment === deployment)
  const calls = [...new Set(own.map(({ cell }) => cell.call))]
  return [
    '',
    `### ${deployment.title}`,
    '',
    `Without a fault: \`${deployment.outcome}\`.`,
    '',
    row(['Call', 'once', ...troubleNames]),
    row(['---', ...troubleNames.map(() => '---'), '---']),
    ...calls.map((call) => {
      const ofCall = own.filter(({ cell }) => cell.call === call)
      const once = ofCall.filter(({ cell }) => cell.extent === 'once').map(labelOf)
      const always = (trouble: Trouble) =>
        ofCall.filter(({ cell }) => cell.extent === 'always' && cell.troubles.includes(trouble)).map(labelOf)
      return row([
        `${call.operation}: ${purposeOf(deployment, call)}`,
        [...new Set(once)].join(' or '),
        ...troubleNames.map((trouble) => (exists(call, trouble) ? always(trouble).join('') : '')),
      ])
    }),
  ]
}

function labelOf({ cell, outcome, applied }: Result): string {
  if (outcome === cell.deployment.outcome) return '✓'
  if (outcome !== 'failed') return outcome
  if (applied.includes('RegisterScalableTarget') && !applied.includes('UpdateService'))
    return 'failed, scaling suspended'
  if (applied.includes('RunTask')) return 'failed, task started'
  if (applied.includes('UpdateService')) return 'failed, not rolled back'
  const registration =
    cell.call.operation === 'RegisterTaskDefinition' && !/^(denied|throttled)/.test(cell.troubles[0] ?? '')
  return applied.length > 0 || registration ? 'failed, revision left' : 'failed'
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
