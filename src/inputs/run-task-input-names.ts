import type { InputReader } from './input-reader.ts'

/**
 * Every input of the run-task action with the value it has when it is not set; '' where there is none.
 * run-task/action.yml repeats these defaults, and a test holds the two together.
 */
export const runTaskInputDefaults = {
  cluster: 'default',
  service: '',
  'aws-region': '',

  'task-definition': '',
  image: '',
  images: '',
  'container-name': '',
  'ecr-repository': '',
  'image-digest': '',
  'image-tag': '',
  'pin-digest': 'true',
  'allow-unknown-members': '',
  variables: '',

  command: '',
  'environment-variables': '',
  cpu: '',
  memory: '',
  'task-role-arn': '',
  'execution-role-arn': '',
  count: '1',

  'network-configuration': '',
  'launch-type': '',
  'capacity-provider-strategy': '',
  'platform-version': '',
  group: '',
  'enable-execute-command': '',
  'propagate-tags': '',
  'enable-ecs-managed-tags': '',

  tags: '',
  'default-tags': 'true',

  'wait-for-minutes': '30',
  'dry-run': 'false',
} as const satisfies Record<string, string>

export type RunTaskInputName = keyof typeof runTaskInputDefaults

export type RunTaskInputReader = InputReader<RunTaskInputName>

export const runTaskInputNames = Object.keys(runTaskInputDefaults) as readonly RunTaskInputName[]
