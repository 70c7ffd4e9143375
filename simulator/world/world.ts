/** The state of the simulated account: plain data only, so that a snapshot is a structured clone. Times are virtual ms. */
import type {
  AwsVpcConfiguration,
  CapacityProviderStrategyItem,
  ContainerDefinition,
  DeploymentConfiguration,
  LoadBalancer,
  RegisterTaskDefinitionRequest,
  ServiceDeploymentStatus,
  Tag,
  TaskOverride,
} from '@aws-sdk/client-ecs'
import type { Happened } from '../happening.ts'
import type { Neighbours } from '../neighbours/state.ts'
import type {
  AccountLimits,
  AlarmState,
  CapacityScenario,
  ImageBehaviour,
  ImageScan,
  ModelOptions,
  ReplicaScenario,
  ScanFindingScenario,
} from '../scenario.ts'
import type { TaskIndex } from './tasks.ts'

export interface World {
  readonly region: string
  readonly account: string
  readonly options: ModelOptions
  now: number
  readonly clusters: Map<string, Cluster>
  /** By family, oldest revision first. */
  readonly taskDefinitions: Map<string, StoredTaskDefinition[]>
  readonly services: Service[]
  /** By ARN. */
  readonly serviceIndex: Map<string, Service>
  tasks: Task[]
  readonly taskIndex: TaskIndex
  /** By name: the repositories of this account's private registry. */
  readonly repositories: Map<string, Repository>
  /** By full name (`docker.io/library/nginx`): every other registry. */
  readonly otherRepositories: Map<string, Repository>
  secrets: 'all' | string[]
  /** Names or ARNs that were deleted since the start. */
  readonly deletedSecrets: string[]
  /** What the services around ECS know beyond it. */
  readonly neighbours: Neighbours
  /** By resource ARN. */
  readonly tags: Map<string, Tag[]>
  readonly logs: LogLine[]
  /** How many containers of an image (by digest) have run: `times` of a crash counts them. */
  readonly containerRuns: Map<string, number>
  /** By capacity provider. */
  readonly capacity: Map<string, CapacityScenario>
  readonly accountLimits: AccountLimits
  /** Availability Zones that take no tasks. */
  closedZones: string[]
  /** By cluster. */
  readonly containerInstances: Map<string, number>
  /** CloudWatch alarms by name. */
  readonly alarms: Map<string, AlarmState>
  /** What RunTask and CreateService have done under a client token. By cluster, operation and token. */
  readonly clientTokens: Map<string, UsedToken>
  /** What the timeline and the control calls have done, oldest first. */
  readonly happened: Happened[]
}

export interface UsedToken {
  /** The request, as JSON without its token. */
  readonly request: string
  /** ARNs that it made. */
  readonly made: readonly string[]
  readonly failures: readonly object[]
  readonly at: number
}

export interface Cluster {
  readonly name: string
  readonly arn: string
  status: 'ACTIVE' | 'INACTIVE'
  readonly capacityProviders: readonly string[]
  readonly defaultStrategy: readonly CapacityProviderStrategyItem[]
}

export interface StoredTaskDefinition {
  readonly family: string
  readonly revision: number
  readonly arn: string
  status: 'ACTIVE' | 'INACTIVE' | 'DELETE_IN_PROGRESS'
  readonly registeredAt: number
  deregisteredAt?: number
  deleteRequestedAt?: number
  /** As ECS stores it: defaults filled in. */
  readonly stored: StoredDefinition
  readonly compatibilities: readonly string[]
  readonly requiresAttributes: readonly { readonly name: string }[]
}

export type StoredDefinition = Omit<RegisterTaskDefinitionRequest, 'containerDefinitions' | 'tags'> & {
  readonly containerDefinitions: readonly (ContainerDefinition & { readonly name: string; readonly image: string })[]
}

/** Settings of a service that its deployments copy or its scheduler reads. */
export interface ServiceSettings {
  launchType?: string
  capacityProviderStrategy?: CapacityProviderStrategyItem[]
  platformVersion?: string
  networkConfiguration?: { awsvpcConfiguration?: AwsVpcConfiguration | undefined }
  deploymentConfiguration: DeploymentConfiguration
  readonly deploymentController: string
  readonly schedulingStrategy: string
  healthCheckGracePeriodSeconds?: number
  enableExecuteCommand: boolean
  enableECSManagedTags: boolean
  propagateTags: string
  availabilityZoneRebalancing: string
  loadBalancers: LoadBalancer[]
  serviceRegistries: unknown[]
  placementConstraints: unknown[]
  placementStrategy: unknown[]
  volumeConfigurations?: unknown[]
  serviceConnectConfiguration?: unknown
  readonly resourceManagementType: string
}

export interface TargetGroupTiming {
  readonly healthySeconds: number
  readonly unhealthySeconds: number
  readonly deregistrationSeconds: number
}

export interface Service {
  readonly name: string
  readonly arn: string
  readonly cluster: string
  status: 'ACTIVE' | 'DRAINING' | 'INACTIVE'
  readonly createdAt: number
  desiredCount: number
  readonly settings: ServiceSettings
  readonly targetGroup: TargetGroupTiming
  /** The PRIMARY first. */
  deployments: Deployment[]
  /** Where a failing deployment would go back to: the last one in COMPLETED, also when it is no longer listed. */
  completed?: Deployment | undefined
  readonly revisions: ServiceRevision[]
  /** Oldest first. */
  readonly serviceDeployments: ServiceDeployment[]
  /** Newest first. */
  events: ServiceEvent[]
  steady: boolean
  /** When registering targets, which was refused, is tried again. */
  registersAgainAt?: number
  /** It is being moved towards an even share of the Availability Zones. */
  rebalancing?: boolean
  /** The scheduler is throttled by the services it calls. */
  throttledUntil?: number
  /** The one scheduler pass that is due. */
  reconcileAt?: number | undefined
  /** Service deployments and revisions from before are unknown to the API. */
  historyFrom?: number
}

export interface ServiceEvent {
  readonly id: string
  readonly createdAt: number
  readonly message: string
}

export interface Deployment {
  /** `ecs-svc/<number>`; the number is that of the service revision. */
  readonly id: string
  readonly number: string
  readonly taskDefinition: string
  status: 'PRIMARY' | 'ACTIVE' | 'DRAINING'
  desiredCount: number
  failedTasks: number
  readonly createdAt: number
  updatedAt: number
  rolloutState: 'IN_PROGRESS' | 'COMPLETED' | 'FAILED'
  rolloutStateReason: string
  readonly launchType?: string
  readonly capacityProviderStrategy?: CapacityProviderStrategyItem[]
  readonly platformVersion?: string
  readonly networkConfiguration?: { awsvpcConfiguration?: AwsVpcConfiguration | undefined }
  /** No task is launched before. */
  launchFrom: number
  /** Rounds of launches in a row that never reached RUNNING. */
  failedRounds: number
  /** Since when nothing but the bake time is missing. */
  bakingSince?: number | undefined
  /** Kept in the list until then, after its replacement has completed. */
  listedUntil?: number
}

export interface ServiceRevision {
  readonly number: string
  readonly arn: string
  readonly taskDefinition: string
  readonly createdAt: number
  readonly launchType?: string
  readonly capacityProviderStrategy?: CapacityProviderStrategyItem[]
  readonly platformVersion?: string
  readonly networkConfiguration?: { awsvpcConfiguration?: AwsVpcConfiguration | undefined }
  readonly loadBalancers: LoadBalancer[]
  /** Digest by container name: fixed by the first task that pulls. */
  digests: Record<string, string>
  /** `given-up`: three attempts failed, tags are resolved by each task (DG deployment-type-ecs). */
  resolution: 'open' | 'resolved' | 'given-up'
  failedResolutions: number
}

export interface ServiceDeployment {
  readonly arn: string
  /** Of the deployment it drives. */
  readonly number: string
  readonly sourceNumbers: string[]
  readonly createdAt: number
  /** Not shown by any call before. */
  readonly visibleAt: number
  startedAt?: number
  finishedAt?: number
  stoppedAt?: number
  updatedAt: number
  status: ServiceDeploymentStatus
  statusReason?: string
  rollback?: { reason: string; startedAt: number; number: string }
  breaker: { status: string; failureCount: number; threshold: number }
  alarms: { status: string; alarmNames: string[]; triggeredAlarmNames: string[] }
  readonly configuration: DeploymentConfiguration
  /** The last lifecycle stage at which hooks were asked. */
  stage?: string
  readonly hooks: HookExecution[]
}

export interface HookExecution {
  /** `ecs-pause-…`. */
  readonly id: string
  readonly stage: string
  status: 'AWAITING_ACTION' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT'
  readonly expiresAt: number
  readonly timeoutAction: string
}

export type TaskStatus =
  | 'PROVISIONING'
  | 'PENDING'
  | 'ACTIVATING'
  | 'RUNNING'
  | 'DEACTIVATING'
  | 'STOPPING'
  | 'DEPROVISIONING'
  | 'STOPPED'

export interface Task {
  readonly id: string
  readonly arn: string
  readonly cluster: string
  /** Name of its service; empty for a task of RunTask. */
  readonly service: string
  /** Id of its deployment, and so its `startedBy`; of a task of RunTask: what its caller said, or empty. */
  readonly deployment: string
  readonly group: string
  readonly launchType?: string
  readonly capacityProvider?: string
  readonly enableExecuteCommand: boolean
  readonly overrides?: TaskOverride
  readonly taskDefinition: string
  readonly availabilityZone: string
  readonly address: string
  readonly interfaceId: string
  /** Of a task of RunTask; those of services follow their deployment. */
  readonly network?: AwsVpcConfiguration
  readonly createdAt: number
  lastStatus: TaskStatus
  desiredStatus: 'RUNNING' | 'STOPPED'
  readonly containers: Container[]
  /** First attempts that resolve digests are not visible as tasks (observed, service events only). */
  readonly hidden: boolean
  /** Steps scheduled for an earlier generation no longer count. */
  generation: number
  version: number
  pullStartedAt?: number
  pullStoppedAt?: number
  startedAt?: number
  stoppingAt?: number
  executionStoppedAt?: number
  stoppedAt?: number
  stopCode?: string
  stoppedReason?: string
  /** Why it will stop before it runs: decided when pulling or initialising, told when it stops. */
  target?: Target
  /** When its target's health, which could not be read, is asked for again. */
  judgedAgainAt?: number
  /** It was taken out of its target group by hand. */
  targetGone?: boolean
  /** Set once all its checks have passed; cleared when one fails. */
  healthySince?: number | undefined
  /** UpdateTaskProtection: neither a scale-in nor a deployment stops it before. */
  protectedUntil?: number | undefined
  /** The scheduler has given it up. */
  unhealthy?: 'container' | 'target'
}

export interface Target {
  state: 'initial' | 'healthy' | 'unhealthy' | 'draining'
  readonly port: number
  readonly registeredAt: number
  reason?: string
}

export interface Container {
  readonly name: string
  readonly arn: string
  readonly image: string
  readonly essential: boolean
  readonly runtimeId: string
  imageDigest?: string
  lastStatus: 'PENDING' | 'RUNNING' | 'STOPPED'
  exitCode?: number
  reason?: string
  /** Only where the definition has a check. */
  health?: 'UNKNOWN' | 'HEALTHY' | 'UNHEALTHY'
  /** Decided when it starts: what its image does in this task. */
  behaviour?: Exclude<ImageBehaviour, { kind: 'by-environment' | 'by-command' }>
  /** Others waited for it longer than its `startTimeout`. */
  gaveUp?: boolean
  /** When it was last started: a restart policy counts from there. */
  runningSince?: number
  /** How often its restart policy has started it again. */
  restarts?: number
}

export interface Repository {
  /** Name within its registry. */
  readonly name: string
  /** `<registry>/<name>`. */
  readonly uri: string
  readonly createdAt: number
  readonly immutableTags: boolean
  readonly scanOnPush: boolean
  readonly replicas: readonly ReplicaScenario[]
  /** By digest. */
  readonly images: Map<string, StoredImage>
  /** Tag to digest. */
  readonly tags: Map<string, string>
  /** Config blobs by digest. */
  readonly blobs: Map<string, string>
}

export interface StoredImage {
  readonly digest: string
  readonly mediaType: string
  readonly manifest: string
  /** Of a single manifest: one; of an index: all. */
  readonly platforms: readonly string[]
  readonly isIndex: boolean
  readonly pushedAt: number
  readonly size: number
  behaviour: ImageBehaviour
  /** One that began at `startedAt` takes its time, and finds the vulnerabilities; one without it is as the scenario says. */
  scan?: ImageScan & { readonly startedAt?: number }
  /** What a scan finds that begins from now on. */
  vulnerabilities?: readonly ScanFindingScenario[]
  readonly archived?: boolean
}

export interface LogLine {
  readonly at: number
  readonly group: string
  readonly stream: string
  readonly message: string
}
