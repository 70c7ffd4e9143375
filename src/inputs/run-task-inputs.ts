import type { CapacityProviderStrategyItem, NetworkConfiguration } from '@aws-sdk/client-ecs'
import type { DeployInputs } from './deploy-inputs.ts'

/** What a task changes in its revision for itself alone. Members that are absent are left as they are. */
export type TaskOverrides = {
  readonly command?: readonly string[]
  /** Added to the variables of the container, or put in the place of those of the same name. */
  readonly environment: readonly { readonly name: string; readonly value: string }[]
  /** CPU units. */
  readonly cpu?: string
  /** MiB. */
  readonly memory?: string
  readonly taskRoleArn?: string
  readonly executionRoleArn?: string
}

/** Where and how a task is started; what is absent is taken from the service, where there is one. */
export type TaskLaunch = {
  readonly networkConfiguration?: NetworkConfiguration
  readonly launchType?: 'FARGATE' | 'EC2' | 'EXTERNAL'
  readonly capacityProviderStrategy?: readonly CapacityProviderStrategyItem[]
  readonly platformVersion?: string
  readonly group?: string
  readonly enableExecuteCommand?: boolean
  readonly propagateTags?: 'TASK_DEFINITION' | 'NONE'
  readonly enableEcsManagedTags?: boolean
}

/** Everything the run-task action was asked to do; checked, typed and frozen before the first AWS call. */
export type RunTaskInputs = Pick<
  DeployInputs,
  | 'cluster'
  | 'region'
  | 'images'
  | 'containerName'
  | 'taskDefinition'
  | 'ecrImage'
  | 'pinDigest'
  | 'allowUnknownMembers'
  | 'variables'
  | 'tags'
  | 'defaultTags'
  | 'waitForMinutes'
  | 'dryRun'
> & {
  /** Whose network and launch settings the task has. Absent: they are all given. */
  readonly service?: string
  readonly overrides: TaskOverrides
  readonly launch: TaskLaunch
  /** How many tasks; each of them must succeed. */
  readonly count: number
}
