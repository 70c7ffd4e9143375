/** What tools that deploy to ECS were seen to do wrong, what this action does instead, and which test shows it. */

export type Defect = {
  readonly peer: string
  readonly defect: string
  /** Public issues of it. */
  readonly issues?: readonly string[]
  readonly ours: string
  /** File below __tests__/, and the name of the test as it stands there. Absent: not built yet. */
  readonly shown?: readonly [file: string, test: string]
}

const deploy = 'aws-actions/amazon-ecs-deploy-task-definition v2.6.3'
const render = 'aws-actions/amazon-ecs-render-task-definition v1.9.0'
const express = 'aws-actions/amazon-ecs-deploy-express-service v1.2.2'
const ecspresso = 'kayac/ecspresso v2.8'
const fabfuel = 'fabfuel/ecs-deploy 1.15.2'
const sil = 'sil-org/ecs-deploy 3.10'
const copilot = 'aws/copilot-cli v1.33'
const pipecd = 'pipe-cd/pipecd, ECS plugin'

const issue = (repository: string, number: number) => `https://github.com/${repository}/issues/${number}`
const ofDeploy = (number: number) => issue('aws-actions/amazon-ecs-deploy-task-definition', number)
const ofRender = (number: number) => issue('aws-actions/amazon-ecs-render-task-definition', number)
const ofFabfuel = (number: number) => issue('fabfuel/ecs-deploy', number)
const ofEcspresso = (number: number) => issue('kayac/ecspresso', number)
const roadmap = (number: number) => issue('aws/containers-roadmap', number)

const aws = 'scenarios/peers/aws-actions.test.ts'
const verdict = 'scenarios/peers/aws-actions-verdict.test.ts'
const others = 'scenarios/peers/fabfuel-and-silinternational.test.ts'
const more = 'scenarios/peers/others.test.ts'
const platform = 'scenarios/peers/platform.test.ts'
const failing = 'scenarios/failing.test.ts'
const superseded = 'scenarios/superseded.test.ts'
const cancelled = 'scenarios/cancelled.test.ts'
const badInput = 'scenarios/bad-input.test.ts'
const deploying = 'scenarios/deploying.test.ts'
const lost = 'scenarios/lost-answers.test.ts'
const runTask = 'scenarios/run-task.test.ts'
const back = 'scenarios/rolling-back.test.ts'
const trouble = 'scenarios/troubleshooting.test.ts'
const givingUp = 'scenarios/giving-up.test.ts'

const controller = 'began to name the controller ECS where it had named none (issues 384, 388, 404, pipecd#7146)'

const logs = 'are not shown (copilot-cli#1938, deploy-cloudrun#493, mymove#310, #2667)'
const notBuilt = 'Not built yet'

export const defects: readonly Defect[] = [
  {
    peer: deploy,
    defect: 'Waits minutes after the deployment finished: up to 600 s between two looks',
    issues: [ofDeploy(872)],
    ours: 'Looks every few seconds while the end can come',
    shown: [aws, 'waits minutes after the deployment finished (issue 872)'],
  },
  {
    peer: deploy,
    defect: 'Gives up before `wait-for-minutes` is over, when the next look would be too late',
    issues: [ofDeploy(872), ofDeploy(527)],
    ours: 'Waits as long as was asked for, and looks once more at the end',
    shown: [aws, 'gives up to ten minutes before wait-for-minutes is over (issues 872, 527)'],
  },
  {
    peer: deploy,
    defect: 'Accepts an unfinished rollout as success',
    issues: [ofDeploy(838), ofDeploy(494)],
    ours: '`deployed` only when ECS says of this deployment that it completed',
    shown: [aws, 'accepts an unfinished rollout as success (issues 838, 494)'],
  },
  {
    peer: deploy,
    defect: 'With a desired count of 0 a success without a word, though nothing has run',
    issues: [ofDeploy(191)],
    ours: '`deployed`, with the warning that no task has run',
    shown: [verdict, 'calls a desired count of 0 a success without a word (issue 191)'],
  },
  {
    peer: deploy,
    defect: 'Calls a superseded deployment "likely rolled back by the deployment circuit breaker"',
    issues: ['https://github.com/argos-ci/argos/pull/2390'],
    ours: '`superseded`, with the id of the other deployment; a rollback has its own outcome and reason',
    shown: [
      verdict,
      'calls a superseded deployment rolled back by the circuit breaker, and a rolled back one too (argos#2390)',
    ],
  },
  {
    peer: deploy,
    defect: 'Never rolls back',
    issues: [ofDeploy(191), 'https://github.com/CircleCI-Public/aws-ecs-orb/issues/134'],
    ours: 'Goes back to the version that worked, and says so only when it is seen running',
    shown: [verdict, 'never rolls back (issue 191, aws-ecs-orb#134)'],
  },
  {
    peer: deploy,
    defect: 'Waits until its time-out for a deployment that the circuit breaker has failed without rolling back',
    issues: [ofDeploy(608)],
    ours: 'The failure ends the wait, and this run goes back',
    shown: [verdict, 'waits until its time-out for a deployment that the circuit breaker has failed (issue 608)'],
  },
  {
    peer: deploy,
    defect: 'No events, no stop reasons, no exit codes, no logs',
    issues: [ofDeploy(447), ofDeploy(127), ofDeploy(102), 'https://github.com/latitude-dev/latitude-llm/pull/2696'],
    ours: 'Cause and cure in log, annotation and summary, read while it happens',
    shown: [
      verdict,
      'tells nothing of events, stopped tasks, exit codes and logs (issues 447, 127, 102, latitude-llm#2696)',
    ],
  },
  {
    peer: deploy,
    defect: 'Swallows expired credentials and missing permissions until its time-out',
    issues: [ofDeploy(527), issue('aws-actions/configure-aws-credentials', 359)],
    ours: '`unknown` at once, with what to do about it',
    shown: [verdict, 'swallows expired credentials until its time-out (issue 527, configure-aws-credentials#359)'],
  },
  {
    peer: deploy,
    defect: 'Drops unknown and misspelt members of the task definition in silence',
    issues: [ofDeploy(701), ofDeploy(810)],
    ours: 'An error at file, line and column, with the nearest known name',
    shown: [verdict, 'drops misspelt members of the task definition in silence (issues 701, 810)'],
  },
  {
    peer: deploy,
    defect: 'Drops empty strings in `command`, labels and log options',
    issues: [ofDeploy(780)],
    ours: 'They are kept',
    shown: [aws, 'drops empty strings in lists and maps (issue 780)'],
  },
  {
    peer: deploy,
    defect: 'Always sends `volumeConfigurations: []`, which clears volumes that are configured elsewhere',
    issues: ['https://github.com/aws-actions/amazon-ecs-deploy-task-definition/pull/863'],
    ours: 'One UpdateService with only what was set',
    shown: [verdict, 'always sends an empty list of volume configurations (pull 863)'],
  },
  {
    peer: deploy,
    defect: 'Registers before it looks: each misspelt service or cluster leaves a revision behind',
    issues: [ofDeploy(312), ofDeploy(369)],
    ours: 'Everything is read first; the error says how to list what there is',
    shown: [verdict, 'registers a revision before it looks whether the service exists (issues 312, 369)'],
  },
  {
    peer: deploy,
    defect: '`wait-for-minutes: 0` becomes 30',
    ours: 'Refused before AWS is asked for anything',
    shown: [badInput, 'a wait without end'],
  },
  {
    peer: deploy,
    defect:
      'Some values of its own tuning inputs fail after the service was updated, others are turned into the default',
    ours: 'There are no such inputs, and every input is checked first',
    shown: [aws, 'fails because of %s after the service was updated'],
  },
  {
    peer: deploy,
    defect: 'Errors about types name no member',
    issues: [ofDeploy(587), ofDeploy(53)],
    ours: 'File, line and column',
    shown: [badInput, 'in YAML with a wrong type: file, line and column (amazon-ecs-deploy-task-definition#587, #53)'],
  },
  {
    peer: deploy,
    defect:
      'One warning annotation for each read-only member, and no way to give the answer of describe-task-definition',
    issues: [ofDeploy(176), ofRender(193)],
    ours: 'Read-only members go without a word; the wrapper is accepted',
    shown: [
      aws,
      'turns what a described definition has beside into warnings, and refuses its wrapper (issues 176, 193)',
    ],
  },
  {
    peer: deploy,
    defect: 'Gives up after a second when RegisterTaskDefinition is throttled',
    issues: [ofDeploy(502), ofEcspresso(787), 'https://github.com/PrefectHQ/prefect/issues/10102'],
    ours: 'Sends again for three minutes, also for "Too many concurrent attempts"',
    shown: [
      lost,
      'is throttled: sent again until it is taken (amazon-ecs-deploy-task-definition#502, ecspresso#787, prefect#10102)',
    ],
  },
  {
    peer: deploy,
    defect: 'Does nothing when the run is cancelled',
    issues: [ofDeploy(507), roadmap(328)],
    ours: '`on-cancel: rollback`; with `leave` the post step says what became of the deployment',
    shown: [
      cancelled,
      'main is killed before it can: post asks ECS, and says what it saw (amazon-ecs-deploy-task-definition#507, containers-roadmap#328)',
    ],
  },
  {
    peer: deploy,
    defect: 'Cannot deploy a revision that exists without registering another one',
    issues: [ofDeploy(882), ofDeploy(299), ofDeploy(70), ofDeploy(26)],
    ours: '`task-definition: family:revision`',
    shown: [aws, 'cannot deploy a revision that exists without registering another one (issues 882, 299, 70, 26)'],
  },
  {
    peer: deploy,
    defect: 'Deploys again although nothing changed',
    issues: [ofDeploy(25), issue('aws/aws-cli', 1332), ofFabfuel(109)],
    ours: '`unchanged`, if that is proved',
    shown: [
      deploying,
      'is deployed by its digest, and the same again changes nothing (amazon-ecs-deploy-task-definition#25, aws-cli#1332, ecs-deploy#109)',
    ],
  },
  {
    peer: deploy,
    defect: 'Changes only the image of a file, never of what the service runs',
    issues: [ofDeploy(45)],
    ours: 'Without `task-definition` what the service runs is the base',
    shown: [
      deploying,
      'everything is read before anything is changed, and one UpdateService carries what was asked for (amazon-ecs-deploy-task-definition#45)',
    ],
  },
  {
    peer: deploy,
    defect: 'Registers whatever the image says, also a bare digest',
    issues: [ofDeploy(584)],
    ours: 'Refused, with how a whole image is written',
    shown: [aws, 'registers whatever the image says, also a bare digest (issue 584)'],
  },
  {
    peer: deploy,
    defect: 'Green runs, and the old image is still served: a tag that moved is no change to it',
    issues: ['https://github.com/AI-Shipping-Labs/website/issues/335'],
    ours: 'Images are deployed and compared by digest',
    shown: [deploying, 'a tag that moved is a new version, though its name is the same (website#335)'],
  },
  {
    peer: deploy,
    defect: 'Broke when the API began to send a value where it had sent none',
    issues: [ofDeploy(384), ofDeploy(388), ofDeploy(404)],
    ours: 'Both are read; unknown states never end a wait',
    shown: [platform, controller],
  },
  {
    peer: deploy,
    defect: 'Does not say which permission is missing',
    issues: ['https://github.com/ministryofjustice/modernisation-platform/pull/8443'],
    ours: 'The missing action is named; most only cost a feature',
    shown: ['scenarios/permissions.test.ts', 'iam:PassRole (modernisation-platform#8443)'],
  },
  {
    peer: deploy,
    defect: 'Outputs are empty in later jobs where the account id is masked',
    issues: [issue('aws-actions/amazon-ecr-login', 546), issue('aws-actions/amazon-ecr-login', 305)],
    ours: '`ecr-repository` with a tag or digest; `task-definition` has no account id',
    shown: [deploying, 'by repository and tag, where the account id is masked (amazon-ecr-login#546, #305)'],
  },
  {
    peer: deploy,
    defect: 'Console links only for the commercial and the Chinese partitions',
    ours: 'A link where the console is known, else none',
    shown: ['github/console-links.test.ts', 'are absent where no console is known'],
  },
  { peer: deploy, defect: 'Ignores HTTP_PROXY', issues: [issue('aws-actions/amazon-ecr-login', 416)], ours: notBuilt },
  {
    peer: deploy,
    defect:
      'CodeDeploy: waits for ever where wait times are absent, shows raw JSON, idles through the termination wait, leaves revisions behind in a rollback',
    issues: [ofDeploy(345), ofDeploy(96), ofDeploy(262), 'https://github.com/kayac/ecspresso/pull/663'],
    ours: 'Services with the CODE_DEPLOY controller are refused before anything is changed',
    shown: [badInput, 'CodeDeploy (amazon-ecs-deploy-task-definition#345, #96, #262, ecspresso#663)'],
  },
  {
    peer: deploy,
    defect: 'One-off tasks: `Run task failed: [null]`, no logs, network not taken from the service, nothing stopped',
    issues: [ofDeploy(757), ofDeploy(802), issue('muya/amazon-ecs-run-task', 2), issue('muya/amazon-ecs-run-task', 6)],
    ours: 'The network and launch settings of the service, the log while the task runs, the exit code or the reason why there is none; stopped at the time limit and on cancellation',
    shown: [
      runTask,
      'its log lines are shown while it runs (amazon-ecs-deploy-task-definition#757, #802, amazon-ecs-run-task#2, #6)',
    ],
  },
  {
    peer: deploy,
    defect: 'One service per step; each step registers another revision of a shared definition',
    issues: [ofDeploy(420), ofDeploy(36)],
    ours: 'A group registers a shared definition once',
    shown: ['scenarios/groups.test.ts', 'register it once (amazon-ecs-deploy-task-definition#420, #36)'],
  },
  {
    peer: deploy,
    defect: 'Knows nothing of blue/green, linear, canary and pause hooks, and treats them as rolling updates',
    issues: ['https://github.com/reproio/ecs_deploy/pull/123'],
    ours: 'Refused before anything is changed, until they are built',
    shown: [badInput, 'one with a pause hook (ecs_deploy#123)'],
  },
  {
    peer: render,
    defect: 'Cuts labels and log options at the second "="; values of several lines are not possible',
    ours: 'Split at the first "=" only; `NAME<<END` takes several lines',
    shown: [aws, 'cuts labels and log options at the second "=", and takes no value of several lines'],
  },
  {
    peer: render,
    defect: 'Splits a command at every space',
    ours: 'As a shell splits it, or a JSON list',
    shown: [aws, 'splits a command at every space'],
  },
  {
    peer: render,
    defect: 'Executes a task definition that is a program',
    ours: 'Files are data',
    shown: [aws, 'executes a task definition that is a program'],
  },
  {
    peer: render,
    defect: 'Puts one image into all containers, and takes spaces for part of a name',
    issues: [ofRender(72), ofRender(4), ofRender(228)],
    ours: '`images`: one container=image per line',
    shown: [aws, 'puts one image into all containers, and takes spaces for part of a name (issues 72, 4, 228)'],
  },
  {
    peer: render,
    defect: 'A container that is not there: neither its name nor those that exist are told',
    issues: [ofRender(246), ofRender(232)],
    ours: 'Both are',
    shown: [badInput, 'the container: those that exist are listed (amazon-ecs-render-task-definition#246, #232)'],
  },
  {
    peer: render,
    defect: 'Removed variables stay; no cpu and memory; no placeholders',
    issues: [ofRender(300), ofRender(142), ofRender(20)],
    ours: '`…-strategy: replace`, `cpu`, `memory`, `variables`',
    shown: ['task-definition/render.test.ts', 'are replaced, also by nothing'],
  },
  {
    peer: render,
    defect: 'Writes values of variables into the debug log',
    ours: 'They are written nowhere',
    shown: ['scenarios/secrecy.test.ts', 'in a deployment, though the names of what changed are there'],
  },
  {
    peer: express,
    defect: 'At its time-out a warning and exit code 0, also after a rollback',
    ours: '`timed-out` or `rolled-back`, exit code 1',
    shown: [
      superseded,
      'and old ones are still draining: timed out, nothing rolled back (amazon-ecs-deploy-task-definition#31, #30)',
    ],
  },
  {
    peer: ecspresso,
    defect: '`wait` exits 0 after a rollback',
    issues: [ofEcspresso(732)],
    ours: '`rolled-back`, exit code 1, at the moment it is complete',
    shown: [failing, 'with a breaker that rolls back: ECS goes back, and this run only watches (ecspresso#732)'],
  },
  {
    peer: ecspresso,
    defect: 'A superseded deployment is `failed STOPPED`',
    issues: [ofEcspresso(899)],
    ours: '`superseded`, also if theirs is rolled back afterwards',
    shown: [superseded, 'and theirs is rolled back before we can look again: superseded all the same (ecspresso#899)'],
  },
  {
    peer: ecspresso,
    defect: 'Searches its deployment by the time of start, and may wait for a stale one',
    issues: [ofEcspresso(945)],
    ours: 'The id comes from the answer to UpdateService; clocks are not compared',
    shown: [more, 'searches its deployment by the time of start, and waits for a stale one (issue 945)'],
  },
  {
    peer: ecspresso,
    defect: 'Events only: no stop reason, exit code, log line or target health',
    ours: 'All of them, of the tasks of this deployment',
    shown: [trouble, 'are asked themselves, and so is the load balancer about them'],
  },
  {
    peer: ecspresso,
    defect: 'A time-out is an error and nothing else: no rollback, no report',
    issues: ['https://github.com/kortix-ai/suna/pull/7420'],
    ours: 'At the limit the cause is looked for and the service goes back; a healthy release is left alone',
    shown: [failing, 'without a breaker: the limit decides, and ECS is asked to go back (suna#7420)'],
  },
  {
    peer: ecspresso,
    defect: 'SIGINT only stops waiting',
    ours: 'Within seconds ECS is asked to roll back, if that is wanted',
    shown: [cancelled, '%s: main asks ECS once, post watches it and says what it saw'],
  },
  {
    peer: ecspresso,
    defect: 'Registers a revision with each deployment, also when nothing changed',
    ours: 'The equal revision is used again',
    shown: [deploying, 'an older revision that is equal is used again instead of registered'],
  },
  {
    peer: ecspresso,
    defect: 'Rolls back to revision N−1, not to the one that worked',
    issues: [ofFabfuel(8)],
    ours: 'The last version that completed, chosen before anything is changed',
    shown: [back, 'is the one that runs, not the revision before the failed one (ecs-deploy#8)'],
  },
  {
    peer: ecspresso,
    defect: 'Its rollback never finds the deployment that it is to stop',
    ours: 'The service deployment of this run is found by its revision',
    shown: [failing, 'without a breaker: the limit decides, and ECS is asked to go back (suna#7420)'],
  },
  {
    peer: ecspresso,
    defect: 'Calls a correct rollback an error, because it looks for revision N−1',
    ours: 'What runs is compared by content and digest',
    shown: [more, 'calls a correct rollback an error, because it looks for revision N−1'],
  },
  {
    peer: ecspresso,
    defect: 'No rollback to a chosen revision',
    issues: [ofEcspresso(22)],
    ours: 'The rollback action: to a revision, an ARN or a commit',
    shown: ['scenarios/rollback-version.test.ts', 'the version to go to (ecspresso#22)'],
  },
  {
    peer: ecspresso,
    defect: 'Several services are a loop in the shell',
    issues: [ofEcspresso(460), ofFabfuel(98), issue('aws/copilot-cli', 3474)],
    ours: 'A group: checked as a whole, rolled out by needs, taken back together',
    shown: [
      'scenarios/groups.test.ts',
      'are all deployed, those that are needed first, told in one table; the same again changes nothing (ecspresso#460, ecs-deploy#98, copilot-cli#3474)',
    ],
  },
  {
    peer: fabfuel,
    defect: '`--rollback` does nothing when the deployment is FAILED',
    issues: [ofFabfuel(129)],
    ours: 'It goes back',
    shown: [failing, 'with a breaker that only stops: this run goes back (ecs-deploy#129)'],
  },
  {
    peer: fabfuel,
    defect: 'Calls a rollback a success, and deregisters the revision that runs',
    issues: [ofFabfuel(185), 'https://github.com/fabfuel/ecs-deploy/pull/251', ofFabfuel(161)],
    ours: '`rolled-back`; nothing is deregistered after a failure',
    shown: [
      others,
      'calls a rollback by %s a success, and deregisters the revision that runs (issues 185, 161, pull 251)',
    ],
  },
  {
    peer: fabfuel,
    defect: 'Never sees a service of more than 100 tasks as deployed',
    ours: 'The deployment is asked, not its tasks',
    shown: [others, 'never sees a service of more than 100 tasks as deployed'],
  },
  {
    peer: fabfuel,
    defect: 'Errors are events with the word "unable"; no reason is given',
    issues: [ofFabfuel(195), ofFabfuel(65)],
    ours: 'A table of causes, each with what to do',
    shown: [failing, 'its secret does not exist (ecs-deploy#195, #65)'],
  },
  {
    peer: fabfuel,
    defect: 'Deregisters the previous revision, so that the way back is INACTIVE',
    ours: 'Only `keep-revisions` deregisters, and never the way back; one that is INACTIVE is registered again',
    shown: [back, 'is registered again where it was deregistered'],
  },
  {
    peer: fabfuel,
    defect: '`run` does not wait for the task, nor give its exit code',
    issues: [ofFabfuel(134), 'https://github.com/fabfuel/ecs-deploy/pull/84'],
    ours: 'The task is watched to its end, and the exit code of one container decides; the output `exit-code` has it',
    shown: [runTask, 'runs once, like the tasks of the service, and is judged by its exit code (ecs-deploy#134, #84)'],
  },
  {
    peer: sil,
    defect: 'Deploys the old digest again without a word, and drops members that it does not list',
    issues: ['https://github.com/sil-org/ecs-deploy/pull/117'],
    ours: 'The image is replaced where it stands; everything else passes through',
    shown: [others, 'deploys the old digest again without a word, and drops members that it does not list (pull 117)'],
  },
  {
    peer: sil,
    defect: 'Is content with one new task',
    ours: 'The deployment has to complete',
    shown: [others, 'is content with one new task'],
  },
  {
    peer: sil,
    defect: 'Starts a rollback and does not wait for it; rolls back by default after 90 s',
    issues: [issue('sil-org/ecs-deploy', 102), issue('sil-org/ecs-deploy', 224)],
    ours: 'The rollback is watched and verified; its limit is `rollback-wait-minutes`',
    shown: [others, 'starts a rollback and does not wait for it, by default after 90 s (issues 102, 224)'],
  },
  {
    peer: copilot,
    defect: 'Waits for ever for a service that fails',
    issues: [issue('aws/copilot-cli', 1369), roadmap(1206)],
    ours: 'Three failures in a row end it, also those that no circuit breaker counts',
    shown: [
      givingUp,
      'is given up after three tasks in a row, and taken back (copilot-cli#1369, containers-roadmap#1206)',
    ],
  },
  {
    peer: copilot,
    defect: 'Shows no log lines of the container that failed',
    issues: [issue('aws/copilot-cli', 1938), issue('google-github-actions/deploy-cloudrun', 493)],
    ours: 'The last lines, with values of the environment taken out',
    shown: [platform, logs],
  },
  {
    peer: 'ECS circuit breaker',
    defect: 'Rolls back because of a lack of capacity',
    issues: [roadmap(1273)],
    ours: 'A lack of capacity never counts as a failure of the version',
    shown: [givingUp, 'a lack of capacity never ends it: only the limit does (containers-roadmap#1273)'],
  },
  {
    peer: 'OctopusDeploy',
    defect: 'Shows errors of previous deployments too',
    issues: ['https://github.com/OctopusDeploy/docs/pull/1389'],
    ours: 'Only what is of this deployment',
    shown: [more, 'shows errors of previous deployments too (docs#1389)'],
  },
  {
    peer: 'Workflows with a wrong concurrency group',
    defect: 'An older build is deployed last',
    issues: ['https://github.com/novuhq/novu/pull/12220', 'https://github.com/growthbook/growthbook/pull/5481'],
    ours: '`refuse-older-commit`',
    shown: [
      'scenarios/older-commit.test.ts',
      'an older commit is refused before anything is changed (novu#12220, growthbook#5481)',
    ],
  },
  {
    peer: pipecd,
    defect: 'Waits for two and a half minutes, however long the tasks take',
    ours: '`wait-for-minutes`, 30 unless set',
    shown: [more, 'waits for two and a half minutes, however long the tasks take'],
  },
  {
    peer: pipecd,
    defect: 'Drops the tags of the task definition',
    ours: 'They are kept, and those of the run are added',
    shown: [more, 'drops the tags of the task definition'],
  },
  {
    peer: ecspresso,
    defect: 'Waits until the service is stable, not for its own deployment',
    issues: ['https://github.com/kayac/ecspresso/pull/821'],
    ours: 'The deployment of this run decides',
    shown: [superseded, 'with our own definition once more: their deployment all the same (ecspresso#821)'],
  },
  {
    peer: copilot,
    defect: 'Stop reasons came late, and the way to the log is not shown',
    issues: ['https://github.com/aws/copilot-cli/pull/5249'],
    ours: 'The reason at once, and the command that reads the log',
    shown: [platform, 'and why they stopped: no way there is shown (copilot-cli#5249)'],
  },
  {
    peer: 'transcom/mymove, scripts',
    defect: 'The logs of tasks that stopped are looked for by hand',
    issues: ['https://github.com/transcom/mymove/pull/310', 'https://github.com/transcom/mymove/pull/2667'],
    ours: 'They are in the report',
    shown: [platform, logs],
  },
  {
    peer: 'flyctl',
    defect: 'No rollback to a version by its number; and one that fails must not be rolled back itself',
    issues: [issue('superfly/flyctl', 579)],
    ours: '`to: 12` in the rollback action; a rollback is never rolled back',
    shown: [
      'scenarios/rollback-under-way.test.ts',
      'fails, and ECS goes back to what was left: told with the cause, and nothing more is changed (flyctl#579)',
    ],
  },
  {
    peer: 'Amazon ECS',
    defect: 'Pinned by digest, the tag is not to be seen any more',
    issues: [roadmap(2394), roadmap(2393), issue('aws/amazon-ecs-agent', 4226)],
    ours: 'The tag is not shown here either; the revision has commit, run and repository as tags, and the digest is an output',
    shown: [
      platform,
      'shows no tag any more of what is pinned by digest (containers-roadmap#2394, #2393, amazon-ecs-agent#4226)',
    ],
  },
  {
    peer: deploy,
    defect: 'No task of the new revision before the service is updated, for a migration',
    issues: [ofDeploy(54), 'https://github.com/aws-actions/amazon-ecs-deploy-task-definition/pull/304'],
    ours: '`pre-deploy-command`, with the new revision and the network of the service',
    shown: [
      'scenarios/pre-deploy.test.ts',
      'runs with the new revision and the network of the service before the service is updated (amazon-ecs-deploy-task-definition#54, #304)',
    ],
  },
  {
    peer: deploy,
    defect: 'Migrations that nobody waits for: the deployment goes on before they end, or although they failed',
    issues: [
      'https://github.com/cardstack/boxel/pull/5409',
      'https://github.com/ProjectTech4DevAI/kaapi-backend/pull/592',
    ],
    ours: 'Its exit code decides whether the service is touched',
    shown: ['scenarios/pre-deploy.test.ts', 'the service was not touched (boxel#5409, kaapi-backend#592)'],
  },
  {
    peer: deploy,
    defect: 'The job times out although the deployment completes: old tasks were still draining',
    issues: [ofDeploy(31), ofDeploy(30)],
    ours: 'Waits 30 minutes unless set; if only old tasks are left then, `timed-out` says so and nothing is rolled back',
    shown: [
      superseded,
      'and old ones are still draining: timed out, nothing rolled back (amazon-ecs-deploy-task-definition#31, #30)',
    ],
  },
  {
    peer: ecspresso,
    defect: 'Two deployments at the same time break the wait',
    issues: [ofEcspresso(929)],
    ours: 'One is `deployed`, the other `superseded`, with the id of the first',
    shown: [superseded, 'two runs at once: one winner, and two truthful reports (ecspresso#929)'],
  },
  {
    peer: 'ECS circuit breaker',
    defect: 'Is triggered, is to roll back, and nothing is rolled back',
    issues: [roadmap(1488)],
    ours: '`rollback-failed` after `rollback-wait-minutes`, with what runs and the command to go back; nothing is sent over ECS',
    shown: [platform, 'is triggered, and nothing is rolled back (containers-roadmap#1488)'],
  },
  {
    peer: 'ECS circuit breaker',
    defect: 'Is slow, and how many failures it needs is not to be seen',
    issues: [roadmap(1573), roadmap(1247), roadmap(1583)],
    ours: '`max-failed-tasks` in a row end it, 3 unless set, however many tasks are wanted',
    shown: [
      platform,
      'needs many failures, more with each task that is wanted (containers-roadmap#1573, #1247, #1583)',
    ],
  },
  {
    peer: 'Amazon ECS',
    defect: 'What is known of a stopped task is gone after about an hour',
    issues: [roadmap(1246), roadmap(677)],
    ours: 'Read while the deployment goes on',
    shown: [platform, 'forgets stopped tasks after an hour (containers-roadmap#1246, #677)'],
  },
  {
    peer: 'Amazon ECS',
    defect: 'The reason of a stopped task says nothing; that of its container does',
    issues: [issue('aws/amazon-ecs-agent', 1654)],
    ours: 'Both are read, and the exit code',
    shown: [platform, 'gives a stopped task a reason that says nothing: the container has it (amazon-ecs-agent#1654)'],
  },
  {
    peer: 'buildkite-plugins/ecs-deploy',
    defect: 'No reason of a failure: there are many, and each needs permissions',
    issues: [issue('buildkite-plugins/ecs-deploy-buildkite-plugin', 109)],
    ours: 'The cause from what may be read; a permission that is missing costs one source, and is named once',
    shown: [platform, 'and other reasons need too many permissions (ecs-deploy-buildkite-plugin#109)'],
  },
  {
    peer: pipecd,
    defect: 'No services with the ECS controller, only EXTERNAL',
    issues: [issue('pipe-cd/pipecd', 7146)],
    ours: 'Rolling deployments of the ECS controller; other strategies are refused before anything is changed',
    shown: [platform, controller],
  },
]
