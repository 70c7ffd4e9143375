import type { InputReader } from './input-reader.ts'

/** The inputs that say what is wanted, with the value that each has when it is not set: those of deploy and of plan. */
export const wantedInputDefaults = {
  cluster: 'default',
  service: '',
  'aws-region': '',

  image: '',
  images: '',
  'container-name': '',
  'task-definition': '',
  'ecr-repository': '',
  'image-digest': '',
  'image-tag': '',
  'pin-digest': 'true',
  'allow-unknown-members': '',

  'environment-variables': '',
  'environment-variables-strategy': 'merge',
  secrets: '',
  'secrets-strategy': 'merge',
  'docker-labels': '',
  'docker-labels-strategy': 'merge',
  'env-files': '',
  command: '',
  'log-configuration-log-driver': '',
  'log-configuration-options': '',
  'log-configuration-options-strategy': 'merge',
  cpu: '',
  memory: '',
  'task-role-arn': '',
  'execution-role-arn': '',
  variables: '',

  'desired-count': '',
  autoscaling: '',
  'force-new-deployment': '',
  'enable-execute-command': '',
  'platform-version': '',
  'health-check-grace-period-seconds': '',
  'capacity-provider-strategy': '',
  'network-configuration': '',
  'deployment-circuit-breaker': '',
  'service-managed-ebs-volume-name': '',
  'service-managed-ebs-volume': '',
  'propagate-tags': '',
  'enable-ecs-managed-tags': '',

  tags: '',
  'default-tags': 'true',

  preflight: 'enforce',
  'preflight-ignore': '',
  'scan-findings': 'off',
} as const satisfies Record<string, string>

/** Where to deploy, in the order of action.yml: a plan is of one service. */
const targetDefaults = { cluster: 'default', service: '', services: '', 'services-file': '' } as const

/**
 * Every input of the deploy action with the value it has when it is not set; '' where there is none.
 * action.yml repeats these defaults, and a test holds the two together.
 */
export const deployInputDefaults = {
  ...targetDefaults,
  ...wantedInputDefaults,

  'wait-for-service-stability': 'true',
  'wait-for-minutes': '30',
  'max-failed-tasks': 'auto',
  'settle-seconds': '',
  'rollback-on-failure': 'true',
  'rollback-wait-minutes': '20',
  'on-in-progress': 'supersede',
  'on-cancel': 'leave',
  'on-group-failure': 'rollback',
  'refuse-older-commit': 'false',
  'dry-run': 'false',

  'pre-deploy-command': '',
  'pre-deploy-container': '',
  'pre-deploy-timeout-minutes': '15',

  'verify-urls': '',
  'verify-command': '',
  'verify-timeout-seconds': '180',
  'verify-alarms': '',
  'verify-alarms-minutes': '5',
  'keep-revisions': '',

  'github-token': '',
} as const satisfies Record<string, string>

export type WantedInputName = keyof typeof wantedInputDefaults

/** Reads what is wanted, for whichever action. */
export type WantedInputReader = InputReader<WantedInputName>

export type DeployInputName = keyof typeof deployInputDefaults

export type DeployInputReader = InputReader<DeployInputName>

export const deployInputNames = Object.keys(deployInputDefaults) as readonly DeployInputName[]
