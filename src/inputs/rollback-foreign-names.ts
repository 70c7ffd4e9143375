import { placeNames } from './foreign-place-names.ts'

const version = 'use to, with previous, a revision, family:revision or a commit.'
const noBuild = 'a rollback goes to a version that ran before; use to with its revision or commit.'
const wait = 'use rollback-wait-minutes, in minutes.'
const neverBack = 'a rollback is never rolled back; remove it.'
const leftAlone = 'a rollback leaves the settings of the service alone; remove it.'

/**
 * Input names of the deploy action and of other tools (ecspresso, the AWS CLI, common wrappers), and what to write for a
 * rollback instead. In lower case with hyphens.
 */
export const rollbackForeignNames: ReadonlyMap<string, string> = new Map([
  ...placeNames,
  ['revision', version],
  ['version', version],
  ['target', version],
  ['target-revision', version],
  ['task-definition', version],
  ['task-definition-arn', version],
  ['task-definition-revision', version],
  ['commit', version],
  ['sha', version],
  ['ref', version],
  ['previous', 'leave it out, because to is previous unless it is set.'],
  ['image', noBuild],
  ['images', noBuild],
  ['tag', noBuild],
  ['image-tag', noBuild],
  ['image-digest', noBuild],
  ['ecr-repository', noBuild],
  ['timeout', wait],
  ['wait-timeout', wait],
  ['wait-for-minutes', wait],
  ['wait-for-service-stability', 'a rollback is always watched to its end; remove it.'],
  ['on-cancel', 'a rollback goes on in ECS when the run is cancelled; remove it.'],
  ['rollback', neverBack],
  ['rollback-on-failure', neverBack],
  ['on-in-progress', 'a rollback goes over a deployment that is under way; remove it.'],
  ['desired-count', leftAlone],
  ['force-new-deployment', leftAlone],
  ['force', leftAlone],
  ['deregister', 'no revision is deregistered, because each is a way back; remove it.'],
  ['no-deregister', 'no revision is deregistered, because each is a way back; remove it.'],
])
