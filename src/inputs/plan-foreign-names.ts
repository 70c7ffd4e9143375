import { foreignNames } from './foreign-names.ts'

const noWaiting = 'a plan starts nothing and waits for nothing; remove it.'
const noTask = 'a plan starts no task; remove it.'
/** Advice that names what only a deployment does, once it has completed. */
const isForAfterwards = /\b(?:verify-[a-z]+|keep-revisions)\b/
const nothingAfterwards = 'a plan deploys nothing, so that nothing is left to do afterwards; remove it.'
const noRollback = 'a plan changes nothing, so that there is nothing to go back from; remove it.'

/**
 * Input names that only make sense where something is really deployed, and those of other actions, with what to write for a
 * plan instead. In lower case with hyphens.
 */
export const planForeignNames: ReadonlyMap<string, string> = new Map([
  // An input of its own here.
  ...[...foreignNames]
    .filter(([name]) => name !== 'environment')
    .map(([name, advice]): [string, string] => [name, isForAfterwards.test(advice) ? nothingAfterwards : advice]),
  ['wait-for-service-stability', noWaiting],
  ['wait-for-minutes', noWaiting],
  ['wait-max-delay-seconds', noWaiting],
  ['wait', noWaiting],
  ['timeout', noWaiting],
  ['wait-timeout', noWaiting],
  ['max-failed-tasks', noWaiting],
  ['settle-seconds', noWaiting],
  ['rollback', noRollback],
  ['enable-rollback', noRollback],
  ['rollback-on-failure', noRollback],
  ['rollback-wait-minutes', noRollback],
  ['on-in-progress', 'a plan starts nothing; a deployment that is under way is a finding. Remove it.'],
  ['on-cancel', 'a plan that is cancelled leaves nothing behind; remove it.'],
  ['refuse-older-commit', 'a plan deploys no commit; remove it.'],
  ['run-task', noTask],
  ['run-task-*', noTask],
  ['wait-for-task-stopped', noTask],
  ['pre-deploy-*', noTask],
  ['dry-run', 'a plan never changes anything; remove it.'],
  ['verify-urls', nothingAfterwards],
  ['verify-command', nothingAfterwards],
  ['verify-timeout-seconds', nothingAfterwards],
  ['verify-alarms', nothingAfterwards],
  ['verify-alarms-minutes', nothingAfterwards],
  ['keep-revisions', nothingAfterwards],
  ['token', 'use github-token.'],
  ['pr-comment', 'use comment.'],
  ['comment-on-pr', 'use comment.'],
  ['post-comment', 'use comment.'],
  ['environment-name', 'use environment.'],
])
