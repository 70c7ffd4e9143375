import type {
  CapacityProviderStrategyItem,
  DeploymentCircuitBreaker,
  NetworkConfiguration,
  PropagateTags,
  ServiceManagedEBSVolumeConfiguration,
} from '@aws-sdk/client-ecs'
import type { CheckId } from '../preflight/ids.ts'
import type { Verification } from './verification-inputs.ts'

/** `container=image`, or an image for the container that `container-name` or the definition itself decides. */
export type WantedImage = {
  /** Absent: `container-name`, else the only container, else the only essential one. */
  readonly container?: string
  /** As the user wrote it: a whole reference with tag or digest, or `running` for the image that the service runs. */
  readonly image: string
  /** The input that named it: `image` or `images`. */
  readonly input: 'image' | 'images'
}

/** Where the task definition comes from. Absent: what the service runs. */
export type TaskDefinitionSource =
  | { readonly kind: 'file'; readonly path: string }
  /** `family`, `family:revision` or an ARN. */
  | { readonly kind: 'reference'; readonly reference: string }

/** A list that is merged by name into the container's list, or replaces it. */
export type NamedValues = {
  readonly strategy: 'merge' | 'replace'
  readonly values: readonly { readonly name: string; readonly value: string }[]
}

/** What the run changes in the task definition besides images. Members that are absent are left as they are. */
export type Overrides = {
  readonly environment?: NamedValues
  readonly secrets?: NamedValues
  readonly dockerLabels?: NamedValues
  /** ARNs of S3 objects. */
  readonly envFiles?: readonly string[]
  /** Already split into words; empty strings survive. */
  readonly command?: readonly string[]
  readonly logDriver?: string
  readonly logOptions?: NamedValues
  readonly cpu?: string
  readonly memory?: string
  readonly taskRoleArn?: string
  readonly executionRoleArn?: string
}

/** Settings of the service. Members that are absent are not sent (one UpdateService, carrying only what the user set). */
export type ServiceSettings = {
  readonly desiredCount?: number
  readonly forceNewDeployment?: boolean
  readonly enableExecuteCommand?: boolean
  readonly platformVersion?: string
  readonly healthCheckGracePeriodSeconds?: number
  readonly capacityProviderStrategy?: readonly CapacityProviderStrategyItem[]
  readonly networkConfiguration?: NetworkConfiguration
  readonly deploymentCircuitBreaker?: DeploymentCircuitBreaker
  readonly serviceManagedEbsVolume?: { readonly name: string; readonly volume: ServiceManagedEBSVolumeConfiguration }
  readonly propagateTags?: PropagateTags
  readonly enableEcsManagedTags?: boolean
}

/** A one-off task of the new version that has to succeed before the service is touched. */
export type PreDeployTask = {
  readonly command: readonly string[]
  /** Absent: the only container, else the only essential one. */
  readonly container?: string
  readonly timeoutMinutes: number
}

/** What is wanted of which service, and how strictly it is checked beforehand: the same for deploy and plan. */
export type WantedInputs = {
  readonly cluster: string
  readonly service: string
  /** Absent: the environment decides (AWS_REGION, AWS_DEFAULT_REGION, profile). */
  readonly region?: string

  readonly images: readonly WantedImage[]
  readonly containerName?: string
  readonly taskDefinition?: TaskDefinitionSource
  /** `ecr-repository` with `image-digest` or `image-tag`: the registry is the caller's own. */
  readonly ecrImage?: { readonly repository: string; readonly digest?: string; readonly tag?: string }
  readonly pinDigest: 'true' | 'false' | 'required'
  readonly allowUnknownMembers: readonly string[]
  /** Given: `${NAME}` placeholders in the file are replaced by these. */
  readonly variables?: ReadonlyMap<string, string>

  readonly overrides: Overrides
  readonly settings: ServiceSettings
  /** What becomes of the automatic scaling where the count is set. Absent: a scaled service is not to be scaled by hand. */
  readonly autoscaling?: 'suspend' | 'resume' | 'leave'
  readonly tags: readonly { readonly key: string; readonly value: string }[]
  readonly defaultTags: boolean

  readonly preDeploy?: PreDeployTask

  readonly preflight: 'enforce' | 'warn' | 'off'
  /** Findings of this severity or a graver one, in the scan of an image, are errors of preflight. */
  readonly scanFindings: 'off' | 'critical' | 'high' | 'medium' | 'low'
  readonly preflightIgnore: readonly CheckId[]
  /** Nothing is to be changed. */
  readonly dryRun: boolean
}

/** Everything the deploy action was asked to do; checked, typed and frozen before the first AWS call. */
export type DeployInputs = WantedInputs & {
  readonly waitForServiceStability: boolean
  readonly waitForMinutes: number
  /** How many tasks in a row may fail before the deployment counts as failed; `auto` goes by the desired count. */
  readonly maxFailedTasks: number | 'auto' | 'off'
  /** How long to look on after the deployment completed. Absent: it depends on whether anything checks the tasks' health. */
  readonly settleSeconds?: number
  /** Absent: a deployment that completed is taken for a good one. */
  readonly verification?: Verification
  /** How many of the newest revisions of the family stay. Absent: all do. */
  readonly keepRevisions?: number
  readonly rollbackOnFailure: boolean
  readonly rollbackWaitMinutes: number
  /** What to do about a deployment of another version that is under way. */
  readonly onInProgress: 'supersede' | 'wait' | 'fail' | 'force'
  readonly onCancel: 'leave' | 'rollback'
  readonly refuseOlderCommit: boolean
  /** For GitHub's API; never shown. */
  readonly githubToken?: string
}
