import { placeNames } from './foreign-place-names.ts'

const network = 'use network-configuration, or service, whose network the task then has.'
const wait = 'use wait-for-minutes, in minutes.'
const waits = 'a task is always waited for; remove it.'
const environment = 'use environment-variables, one NAME=value per line.'
const override = 'use command, environment-variables, cpu and memory.'
const inDefinition = 'a task cannot be given it; write it in the task definition, and name that in task-definition.'
const logs = 'log lines are shown while the task runs, for the log driver awslogs; remove it.'
const names = 'use container-name.'

/**
 * Input names of other actions that run a task (aws-actions/amazon-ecs-deploy-task-definition 2.6.3, geekcell 5, muya, yyoshiki41,
 * the AWS CLI), and what to write here instead. In lower case with hyphens.
 */
export const runTaskForeignNames: ReadonlyMap<string, string> = new Map([
  ...placeNames,
  ['run-task', 'this action does nothing else; remove it.'],
  ['run-task-container-overrides', override],
  ['run-task-security-groups', network],
  ['run-task-subnets', network],
  ['run-task-assign-public-ip', network],
  ['run-task-capacity-provider-strategy', 'use capacity-provider-strategy.'],
  ['run-task-launch-type', 'use launch-type.'],
  ['run-task-started-by', 'every run names itself there; remove it.'],
  ['run-task-tags', 'use tags.'],
  ['run-task-managed-ebs-volume*', 'the volume of the service is used; remove it.'],
  ['started-by', 'every run names itself there; remove it.'],
  ['subnets', network],
  ['subnet-ids', network],
  ['security-groups', network],
  ['security-group-ids', network],
  ['assign-public-ip', network],
  ['network', network],
  ['override-container', names],
  ['override-container-command', 'use command.'],
  ['override-container-environment', environment],
  ['overrides', override],
  ['container-overrides', override],
  ['container', names],
  ['env', environment],
  ['environment', environment],
  ['task-definition-arn', 'use task-definition with the ARN.'],
  ['task-definition-file', 'use task-definition with the path.'],
  ['task-definition-family', 'use task-definition with the family.'],
  ['image-uri', 'use image.'],
  ['tag', 'use image with the whole reference, or ecr-repository with image-tag.'],
  ['secrets', inDefinition],
  ['env-files', inDefinition],
  ['docker-labels', inDefinition],
  ['log-configuration-log-driver', inDefinition],
  ['log-configuration-options', inDefinition],
  ['tail-logs', logs],
  ['log-group-name', logs],
  ['log-filter-stream', logs],
  ['timeout', wait],
  ['timeout-in-minutes', wait],
  ['wait-timeout', wait],
  ['task-wait-until-stopped', waits],
  ['wait-for-task-stopped', waits],
  ['wait-for-finish', waits],
  ['wait', waits],
  ['desired-count', 'use count.'],
  ['task-count', 'use count.'],
])
