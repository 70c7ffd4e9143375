import { placeNames } from './foreign-place-names.ts'

const codeDeploy =
  'services with the CODE_DEPLOY controller are not supported; keep aws-actions/amazon-ecs-deploy-task-definition for them, ' +
  "or move the service to the ECS controller's own blue/green deployments."
const runTask =
  'use pre-deploy-command for a task that runs before the deployment, or a step with the run-task action of this repository (docs/run-task.md).'
const oldRevisions =
  'use keep-revisions: N, which leaves the newest N, what runs, what is a way back, and what others use.'
const leftByDefault = 'old task definition revisions are left as they are unless keep-revisions is given; remove it.'
const verifyUrls = 'use verify-urls, one address per line.'
const scaling = 'use autoscaling: suspend, resume or leave.'
const healthPercent = 'the minimum and maximum healthy percent of the service are left as they are; remove it.'

/**
 * Input names of the actions people come from, and what to write here instead: aws-actions/amazon-ecs-deploy-task-definition 2.6.3,
 * amazon-ecs-render-task-definition 1.9.0, fabfuel/ecs-deploy 1.15.2, sil-org/ecs-deploy 3.10.27 and common wrappers.
 * In lower case with hyphens. `*` at the end stands for anything.
 */
export const foreignNames: ReadonlyMap<string, string> = new Map([
  ...placeNames,
  ['wait-max-delay-seconds', 'not needed, progress is read every few seconds; remove it.'],
  ['max-retries', 'not needed, calls are sent again whenever that is safe; remove it.'],
  ['keep-null-value-keys', 'not needed, nothing is dropped from the task definition; remove it.'],
  ['task-definition-family', 'use task-definition with the family.'],
  ['task-definition-arn', 'use task-definition with the ARN.'],
  ['task-definition-revision', 'use task-definition with family:revision.'],
  ['task-definition-file', 'use task-definition with the path.'],
  ['codedeploy-*', codeDeploy],
  ['run-task', runTask],
  ['run-task-*', runTask],
  ['wait-for-task-stopped', runTask],

  ['image-uri', 'use image.'],
  ['image-url', 'use image.'],
  ['image-name', 'use image.'],
  ['docker-image', 'use image.'],
  ['tag', 'use image with the whole reference, or ecr-repository with image-tag.'],
  ['tag-only', 'use ecr-repository with image-tag.'],
  ['digest', 'use image with the whole reference, or ecr-repository with image-digest.'],
  ['container', 'use container-name.'],
  ['containers', 'use images with one container=image per line.'],

  ['timeout', 'use wait-for-minutes, in minutes.'],
  ['wait-timeout', 'use wait-for-minutes, in minutes.'],
  ['wait', 'use wait-for-service-stability.'],
  ['rollback', 'use rollback-on-failure.'],
  ['enable-rollback', 'use rollback-on-failure.'],
  ['circuit-breaker', 'use deployment-circuit-breaker.'],
  ['env', 'use environment-variables.'],
  ['env-vars', 'use environment-variables.'],
  ['environment', 'use environment-variables.'],
  ['env-file', 'use env-files with the ARN of the object in S3.'],
  ['secret', 'use secrets.'],
  ['docker-label', 'use docker-labels.'],
  ['log', 'use log-configuration-log-driver and log-configuration-options.'],
  ['task-role', 'use task-role-arn.'],
  ['execution-role', 'use execution-role-arn.'],
  ['role', 'use task-role-arn.'],
  ['desired', 'use desired-count.'],
  ['force', 'use force-new-deployment.'],
  ['force-deploy', 'use force-new-deployment.'],
  ['launch-type', 'use capacity-provider-strategy, e.g. FARGATE=1.'],
  ['placeholders', 'use variables.'],
  ['use-latest-task-def', 'use task-definition with the family, which means its newest revision.'],
  ['max-definitions', oldRevisions],
  ['deregister', oldRevisions],
  ['no-deregister', leftByDefault],
  ['deregister-old-revisions', oldRevisions],
  ['suspend-auto-scaling', scaling],
  ['resume-auto-scaling', scaling],
  ['suspend-autoscaling', scaling],
  ['resume-autoscaling', scaling],
  ['auto-scaling-*', 'the bounds of Application Auto Scaling are left as they are; remove it.'],
  ['health-check-url', verifyUrls],
  ['health-check-urls', verifyUrls],
  ['healthcheck-url', verifyUrls],
  ['smoke-test-url', verifyUrls],
  ['smoke-test', 'use verify-command, or verify-urls.'],
  ['alarms', 'use verify-alarms, one name per line.'],
  ['alarm-names', 'use verify-alarms, one name per line.'],
  ['min', healthPercent],
  ['max', healthPercent],
  ['skip-deployments-check', 'remove it.'],
])
