import type { InputReader } from './input-reader.ts'

/**
 * Every input of the rollback action with the value it has when it is not set; '' where there is none.
 * rollback/action.yml repeats these defaults, and a test holds the two together.
 */
export const rollbackInputDefaults = {
  cluster: 'default',
  service: '',
  services: '',
  'services-file': '',
  'aws-region': '',

  to: 'previous',

  'rollback-wait-minutes': '30',
  'allow-unknown-members': '',
  'dry-run': 'false',
} as const satisfies Record<string, string>

export type RollbackInputName = keyof typeof rollbackInputDefaults

export type RollbackInputReader = InputReader<RollbackInputName>

export const rollbackInputNames = Object.keys(rollbackInputDefaults) as readonly RollbackInputName[]
