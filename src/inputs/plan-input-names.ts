import { wantedInputDefaults } from './deploy-input-names.ts'
import type { InputReader } from './input-reader.ts'

/**
 * Every input of the plan action with the value it has when it is not set; '' where there is none.
 * plan/action.yml repeats these defaults, and a test holds the two together.
 */
export const planInputDefaults = {
  ...wantedInputDefaults,

  comment: 'auto',
  environment: '',
  'github-token': '',
} as const satisfies Record<string, string>

export type PlanInputName = keyof typeof planInputDefaults

export type PlanInputReader = InputReader<PlanInputName>

export const planInputNames = Object.keys(planInputDefaults) as readonly PlanInputName[]
