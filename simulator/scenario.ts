/** What a simulated account looks like at the start, how its images behave, and which faults its API shows. Plain data. */

import type { ScanStatus } from '@aws-sdk/client-ecr'
import type {
  CapacityProviderStrategyItem,
  ContainerDefinition,
  CreateServiceRequest,
  DeploymentConfiguration,
  LaunchType,
  RegisterTaskDefinitionRequest,
  ServiceDeploymentStatus,
  Tag,
} from '@aws-sdk/client-ecs'
import type { TimelineEntry } from './happening.ts'
import type { NeighbourScenario } from './neighbours/scenario.ts'

export type { Happening, OtherDeployment, TimelineEntry } from './happening.ts'

export interface Scenario extends NeighbourScenario {
  /** One line for people: what this scenario shows. */
  readonly description?: string
  /** Default `us-east-1`. */
  readonly region?: string
  /** Default `111122223333`. */
  readonly account?: string
  /** Names, or more about them; a cluster that a service names exists anyway. Default: `default`. */
  readonly clusters?: readonly (string | ClusterScenario)[]
  /** Registered in this order before the services, so that revisions are predictable. */
  readonly taskDefinitions?: readonly TaskDefinitionScenario[]
  readonly services?: readonly ServiceScenario[]
  /** Private ECR repositories of this account and Region. */
  readonly repositories?: readonly RepositoryScenario[]
  /** Images in any other registry (Docker Hub, ghcr.io, public.ecr.aws …). */
  readonly otherImages?: readonly OtherImageScenario[]
  /** ARNs or names (prefixes of `valueFrom`) of the secrets and parameters that exist. Default: `all`. */
  readonly secrets?: 'all' | readonly string[]
  /** IAM actions that are refused, e.g. `ecs:TagResource`, `ecr:*`. */
  readonly deny?: readonly string[]
  readonly faults?: readonly Fault[]
  /** Room for tasks per capacity provider (`FARGATE`, `FARGATE_SPOT`, an Auto Scaling one) or `EC2`. Default: endless. */
  readonly capacity?: readonly CapacityScenario[]
  /** Fargate quotas of the account. Default: none. */
  readonly accountLimits?: AccountLimits
  /** Container instances by cluster: what a DAEMON service runs on. Default 0. */
  readonly containerInstances?: Readonly<Record<string, number>>
  /** CloudWatch alarms that exist. Default: none. */
  readonly alarms?: readonly AlarmScenario[]
  /** What happens by itself, at its time after the scenario's start. */
  readonly timeline?: readonly TimelineEntry[]
  readonly options?: Partial<ModelOptions>
}

export interface ClusterScenario {
  readonly name: string
  /** Default FARGATE and FARGATE_SPOT. */
  readonly capacityProviders?: readonly string[]
  /** For tasks and services that name neither a launch type nor a strategy. Default: none. */
  readonly defaultCapacityProviderStrategy?: readonly CapacityProviderStrategyItem[]
}

export interface CapacityScenario {
  readonly provider: string
  /** How many tasks it can hold at once. Default: endless. */
  readonly tasks?: number
  /** How much longer a task waits in PROVISIONING: an Auto Scaling group that starts an instance first. Default 0. */
  readonly delaySeconds?: number
  /** Why the closest container instance does not fit when there is no room (EC2 only). Default: not told. */
  readonly closestInstance?: 'insufficient-cpu' | 'insufficient-memory' | 'agent'
  /** Placement fails for a reason inside of AWS. Default false. */
  readonly internalError?: boolean
}

export interface AccountLimits {
  /** On-demand Fargate tasks at once. */
  readonly tasks?: number
  /** vCPUs of them. */
  readonly vcpus?: number
  /** CPU units of the largest task. */
  readonly taskCpu?: number
  /** MiB of the largest task. */
  readonly taskMemory?: number
  /** Tasks in PROVISIONING per cluster, on container instances. Default 500. */
  readonly provisioningTasks?: number
}

export interface AlarmScenario {
  readonly name: string
  /** Default OK. */
  readonly state?: AlarmState
}

export type AlarmState = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA'

export type TaskDefinitionScenario = Omit<RegisterTaskDefinitionRequest, 'containerDefinitions'> & {
  readonly containerDefinitions: readonly ContainerDefinition[]
  /** Default ACTIVE. */
  readonly status?: 'ACTIVE' | 'INACTIVE'
}

export interface ServiceScenario {
  readonly name: string
  /** Default `default`. */
  readonly cluster?: string
  /** Inline (registered before the service is created) or `family`, `family:revision`. */
  readonly taskDefinition: TaskDefinitionScenario | string
  /** Default 1. */
  readonly desiredCount?: number
  /** Default FARGATE, unless a capacity provider strategy is given. */
  readonly launchType?: LaunchType
  readonly capacityProviderStrategy?: CreateServiceRequest['capacityProviderStrategy']
  /** Default REPLICA. A DAEMON service runs one task on each container instance of its cluster. */
  readonly schedulingStrategy?: 'REPLICA' | 'DAEMON'
  /** Default: two subnets, one security group, no public IP. */
  readonly networkConfiguration?: CreateServiceRequest['networkConfiguration']
  /** As ECS takes it: percents, breaker, strategy, lifecycle hooks. */
  readonly deploymentConfiguration?: DeploymentConfiguration
  /** Default ECS. */
  readonly deploymentController?: 'ECS' | 'CODE_DEPLOY' | 'EXTERNAL'
  readonly loadBalancer?: LoadBalancerScenario
  readonly healthCheckGracePeriodSeconds?: number
  readonly enableExecuteCommand?: boolean
  readonly propagateTags?: 'SERVICE' | 'TASK_DEFINITION' | 'NONE'
  readonly tags?: readonly Tag[]
  /** `ECS` marks an Express Mode service. Default CUSTOMER. */
  readonly resourceManagementType?: 'CUSTOMER' | 'ECS'
  /** Default ACTIVE. */
  readonly status?: 'ACTIVE' | 'DRAINING' | 'INACTIVE'
  /**
   * `completed` (default): the service runs its task definition in a COMPLETED deployment. `in-progress`: its first
   * deployment starts at the scenario's start and nothing ever completed. `failed`: the first deployment has failed.
   */
  readonly initialDeployment?: 'completed' | 'in-progress' | 'failed'
  /** Its last deployment is older than 2024-10-25: no service deployment and no service revision tells of it. Default false. */
  readonly withoutHistory?: boolean
  /** Service deployments before the current one, oldest first. */
  readonly history?: readonly HistoryScenario[]
}

export interface HistoryScenario {
  /** Inline, or `family:revision` of an entry of `taskDefinitions`. */
  readonly taskDefinition: TaskDefinitionScenario | string
  /** Default SUCCESSFUL. */
  readonly status?: ServiceDeploymentStatus
  /** How long before the scenario's start it was created. Default: 60 per entry, counted back from the current one. */
  readonly minutesAgo?: number
  /** Digest by container name, where the tag named something else at that time. Default: what the tag names now. */
  readonly digests?: Readonly<Record<string, string>>
}

export interface LoadBalancerScenario {
  readonly targetGroupArn?: string
  /** Default: the first container with a port mapping. */
  readonly containerName?: string
  readonly containerPort?: number
  /** From registration to the first passed check of a healthy image. Default 30. */
  readonly targetHealthSeconds?: number
  /** From registration to `unhealthy` for an image whose checks fail. Default 60 (two checks, 30 s apart). */
  readonly targetUnhealthySeconds?: number
  /** Default 300, as a target group has. */
  readonly deregistrationDelaySeconds?: number
}

export interface RepositoryScenario {
  readonly name: string
  /** A tag that exists cannot be pushed again. Default false. */
  readonly immutableTags?: boolean
  /** What is pushed from now on is scanned. Default false. */
  readonly scanOnPush?: boolean
  /** Where replication rules copy what is pushed. Default: nowhere. */
  readonly replicas?: readonly ReplicaScenario[]
  readonly images?: readonly ImageScenario[]
}

export interface ReplicaScenario {
  readonly region: string
  /** Default: this account. */
  readonly registryId?: string
  /** How long a copy takes. Default 60. */
  readonly seconds?: number
  /** It does not get there, for this reason. */
  readonly failureCode?: string
}

export interface ImageScenario {
  /** Absent: an untagged image, to be named by digest (see `simulator.world`). */
  readonly tag?: string
  readonly tags?: readonly string[]
  /** One platform: a single manifest. Several: an index. Default `['linux/amd64']`. */
  readonly platforms?: readonly string[]
  /** `index` also for one platform (as buildx makes it, with an attestation), default `auto`. */
  readonly manifest?: 'auto' | 'single' | 'index'
  /** What the image contains; images with equal content, platforms and behaviour have one digest. Default: the tag. */
  readonly content?: string
  readonly labels?: Readonly<Record<string, string>>
  /** What ECR's scan says. Default: it was never scanned. */
  readonly scan?: ImageScan
  /** What a scan finds that is started later, by StartImageScan. Default: nothing. */
  readonly vulnerabilities?: readonly ScanFindingScenario[]
  /** Moved to ECR's archive: it cannot be pulled. Default false. */
  readonly archived?: boolean
  /** Default `{ kind: 'healthy' }`. */
  readonly behaviour?: ImageBehaviour
}

export interface ImageScan {
  /** Default COMPLETE. Enhanced scanning stays ACTIVE. */
  readonly status?: ScanStatus
  readonly findings?: readonly ScanFindingScenario[]
}

export interface ScanFindingScenario {
  /** E.g. `CVE-2026-1234`. */
  readonly name: string
  readonly severity: 'INFORMATIONAL' | 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL' | 'UNDEFINED'
  readonly packageName?: string
}

export interface OtherImageScenario extends Omit<ImageScenario, 'tag' | 'tags'> {
  /** `nginx:1.27`, `ghcr.io/owner/name:tag`, … */
  readonly reference: string
}

/** How a container of an image behaves once started. Seconds are virtual and count from RUNNING unless said otherwise. */
export type ImageBehaviour =
  | HealthyBehaviour
  | CrashingBehaviour
  | NeverHealthyBehaviour
  | UnhealthyLaterBehaviour
  | PullFailureBehaviour
  | EnvironmentBehaviour
  | CommandBehaviour

/** What a container writes, when it starts or later. */
export type ScenarioLogLine =
  | string
  | {
      readonly line: string
      /** After the container has started. */
      readonly afterSeconds: number
    }

interface CommonBehaviour {
  /** Those with a time appear then, unless the container has ended before. */
  readonly logLines?: readonly ScenarioLogLine[]
  /** Added to pull and start, before RUNNING. Default 0. */
  readonly extraStartSeconds?: number
  /** SIGTERM is ignored: the container ends with 137 after its stopTimeout. Default false. */
  readonly ignoresSigterm?: boolean
}

export interface HealthyBehaviour extends CommonBehaviour {
  readonly kind: 'healthy'
  /** A slow starter: checks fail until then. Default 0. */
  readonly healthyAfterSeconds?: number
}

export interface CrashingBehaviour extends CommonBehaviour {
  readonly kind: 'crashes'
  readonly exitCode: number
  readonly afterSeconds: number
  /** Container reason, e.g. `OutOfMemoryError: Container killed due to memory usage`. */
  readonly reason?: string
  /** Only the first so many containers of this image crash; later ones are healthy. Default: all. */
  readonly times?: number
}

export interface NeverHealthyBehaviour extends CommonBehaviour {
  readonly kind: 'never-healthy'
  /** Which check fails. Default `both` (whichever the service has). */
  readonly check?: 'container' | 'target' | 'both'
  /** The code the target answers, or `timeout`, or `refused` where nothing listens on its port. Default 503. */
  readonly code?: number | 'timeout' | 'refused'
}

export interface UnhealthyLaterBehaviour extends CommonBehaviour {
  readonly kind: 'unhealthy-later'
  readonly afterSeconds: number
  readonly check?: 'container' | 'target' | 'both'
  readonly code?: number | 'timeout' | 'refused'
}

/** The registry answers, but the pull fails with this text after `CannotPullContainerError: `. */
export interface PullFailureBehaviour extends CommonBehaviour {
  readonly kind: 'pull-fails'
  readonly message: string
}

/** Chooses between two behaviours by an environment variable of the container. */
export interface EnvironmentBehaviour {
  readonly kind: 'by-environment'
  readonly name: string
  /** Absent: any value. */
  readonly value?: string
  readonly matching: ImageBehaviour
  /** Default healthy. */
  readonly otherwise?: ImageBehaviour
}

/** Chooses between two behaviours by the container's command, as RunTask may override it. */
export interface CommandBehaviour {
  readonly kind: 'by-command'
  /** Part of the command, its words joined by spaces. */
  readonly contains: string
  readonly matching: ImageBehaviour
  /** Default healthy. */
  readonly otherwise?: ImageBehaviour
}

export type FaultKind =
  | { readonly kind: 'throttle' }
  | { readonly kind: 'error'; readonly type: string; readonly message: string; readonly status?: number }
  | { readonly kind: 'access-denied' }
  | { readonly kind: 'expired-token' }
  | { readonly kind: 'http-500' }
  /** The connection breaks before anything is done. */
  | { readonly kind: 'reset-before' }
  /** The operation is done, then the connection breaks: the answer is lost. */
  | { readonly kind: 'reset-after' }
  /** Done or not (`applied`, default false), no answer ever comes. */
  | { readonly kind: 'hang'; readonly applied?: boolean }
  | { readonly kind: 'delay'; readonly seconds: number }
  | { readonly kind: 'malformed' }
  /** The answer is that of so many seconds ago (eventual consistency); reads only. */
  | { readonly kind: 'stale'; readonly seconds: number }
  /** The answer is that from before the last change that was applied: the first read does not know it yet. Reads only. */
  | { readonly kind: 'unaware' }
  /**
   * A later version of the API: members that no client knows yet, and other values at these places
   * (`services[].deployments[].rolloutState: PAUSED`).
   */
  | { readonly kind: 'future'; readonly set?: Readonly<Record<string, unknown>> }

export type Fault = FaultKind & {
  /** `UpdateService`, `ecr:BatchGetImage`, `logs:*`, or `*`. */
  readonly operation: string
  /** The first call it strikes, counted from when the fault was set, 1 = the next. Default 1. */
  readonly call?: number
  /** How many calls from there. Default 1; with `forSeconds`: all. */
  readonly calls?: number | 'all'
  /** Only from so many virtual seconds after it was set. Default 0. */
  readonly afterSeconds?: number
  /** Only for so many virtual seconds from there: an outage. */
  readonly forSeconds?: number
}

/** Facts about ECS that no source settles; every one can be turned to the other reading. */
export interface ModelOptions {
  /** UpdateService with the very definition that runs, without force. Default false: no deployment. */
  readonly identicalTaskDefinitionStartsDeployment: boolean
  /** Until then neither DescribeServices nor ListServiceDeployments show the new service deployment. Default 1. */
  readonly currentServiceDeploymentDelaySeconds: number
  /** An essential container that ends after RUNNING adds to failedTasks. Default false (containers-roadmap #1206). */
  readonly exitAfterRunningCountsAsFailure: boolean
  /** A task that fails while the deployment's digests are unresolved: only an event (default), or a stopped task too. */
  readonly unresolvedDigestFailure: 'event' | 'stopped-task'
  /** What a plain manifest of another platform does. Default `pull-error`. */
  readonly singleManifestMismatch: 'pull-error' | 'exec-format-error'
  /** When an old task counts as cleaned up. Default `left-running`. */
  readonly completionWaitsFor: 'left-running' | 'stopped'
  /** How long a pull of something absent is retried before the task fails. Default 115 (seen: 2.5 min to failure 1). */
  readonly pullRetrySeconds: number
  /** From a new deployment to its first tasks. Default 15. */
  readonly firstTaskDelaySeconds: number
  /**
   * BatchGetImage for an image whose type is not in `acceptedMediaTypes` (an index, above all: that it may be listed is
   * not documented). Default `ignored`: it comes as it is stored. `obeyed`: it counts as missing.
   */
  readonly acceptedMediaTypes: 'ignored' | 'obeyed'
  /** `failureReason` of BatchGetImage for an image that is missing. Default `Requested image not found`. */
  readonly imageNotFoundReason: string
  /** Token buckets of the real API. Default true. */
  readonly rateLimits: boolean
  /** How long stopped tasks remain describable. Default 3600. */
  readonly stoppedTaskSeconds: number
  /** `rolloutStateReason` of a deployment that an alarm has failed. Default `ECS deployment failed: alarm detected.` */
  readonly alarmRolloutReason: string
  /** `statusReason` and `rollback.reason` after an alarm. */
  readonly alarmStatusReason: string
  /** `statusReason` and `rollback.reason` after StopServiceDeployment. */
  readonly requestedStatusReason: string
  /** How often ECS asks for the alarms of a deployment. Default 15. */
  readonly alarmPollSeconds: number
  /** Bake time with alarms and no bake time of its own. Default 180 (documented: "less than 5 minutes"). */
  readonly alarmBakeSeconds: number
  /** StopServiceDeployment with ABORT. Default `refused`: the text names ROLLBACK as the only valid value. */
  readonly stopTypeAbort: 'refused' | 'stops'
  /**
   * How long a FAILED deployment stays PRIMARY before the one that ECS returns to takes its place; its service deployment is
   * ROLLBACK_IN_PROGRESS from the first. Default 0 (observed: seconds).
   */
  readonly failedStaysPrimarySeconds: number
  /** How long a FAILED deployment stays listed after the rollback is complete. Default 0. */
  readonly failedDeploymentListedSeconds: number
  /** `status` of the FAILED deployment during a rollback. Default ACTIVE; DRAINING was seen once. */
  readonly failedDeploymentStatus: 'ACTIVE' | 'DRAINING'
  /** Order of ListServiceDeployments. Default `newest-first`. */
  readonly serviceDeploymentOrder: 'newest-first' | 'oldest-first'
  /** `lifecycleStage` of a rolling service deployment that runs. Default: absent. */
  readonly rollingLifecycleStage: string | undefined
  /**
   * Pause hooks of rolling deployments: announced, but at which stages no source says. Default `refused`. `pauses`: before
   * the first new task (PRE_SCALE_UP), when all new tasks are healthy (POST_SCALE_UP), and before the deployment completes
   * (POST_PRODUCTION_TRAFFIC_SHIFT).
   */
  readonly rollingPauseHooks: 'refused' | 'pauses'
  /** How RunTask tells that Fargate has no capacity. Default: `failures[]` of an answer with HTTP 200. */
  readonly runTaskCapacity: 'failure' | 'exception'
  /** `stoppedReason` after StopTask without a reason. Default `Task stopped by user`. */
  readonly stopTaskReason: string
  /** `stopCode` of a task that its health checks ended. Default ServiceSchedulerInitiated. */
  readonly healthStopCode: string
  /** `forceNewDeployment` while the definition that runs is INACTIVE. Default `accepted`. */
  readonly forceWithInactiveDefinition: 'refused' | 'accepted'
  /** Pause after the n-th round of launches in a row that never reached RUNNING; then 27 minutes. Default 0, 240, 480, 960: it fits the one recording (failures at 2:34, 4:46, 11:00). */
  readonly launchPauseSeconds: readonly number[]
  /** A task that cannot be placed adds to failedTasks. Default true ("not launched", API Deployment). */
  readonly placementFailureCounts: boolean
  /** A lost task of the old version is replaced, while a deployment runs. Default `same-revision`. */
  readonly lostOldTask: 'same-revision' | 'new-revision'
  /** Fargate tasks of 32 vCPU with 60, 120 or 244 GB. Default false: documented, but refused in 2026. */
  readonly fargate32Vcpu: boolean
  /** The largest task definition. Default 65,536. */
  readonly taskDefinitionBytes: number
  /**
   * What becomes of tasks whose target group has been deleted ("is not healthy … due to TARGET GROUP IS NOT FOUND").
   * `keep` (default): those that were healthy stay, new ones never become healthy, no failure is counted. `replace`: all
   * of them have failed their health check.
   */
  readonly missingTargetGroup: 'keep' | 'replace'
  /** A circuit breaker that is changed while a deployment runs. Default `at-once`: the service's present one judges. */
  readonly breakerChange: 'at-once' | 'next-deployment'
  /** A deregistered revision is refused only after so long. Default 0 (documented: up to 10 minutes). */
  readonly inactiveAfterSeconds: number
  /** How a task says that it does not get through to ECR. Default `newer`; both were seen. */
  readonly networkErrorWording: 'newer' | 'older'
  /** How often a service that is steady says so again. Default 21,600 (the period is not documented). */
  readonly steadyStateRepeatSeconds: number
}

/** @returns the documented or most likely reading of every option. */
export function defaultOptions(): ModelOptions {
  return {
    identicalTaskDefinitionStartsDeployment: false,
    currentServiceDeploymentDelaySeconds: 1,
    exitAfterRunningCountsAsFailure: false,
    unresolvedDigestFailure: 'event',
    singleManifestMismatch: 'pull-error',
    completionWaitsFor: 'left-running',
    pullRetrySeconds: 115,
    firstTaskDelaySeconds: 15,
    acceptedMediaTypes: 'ignored',
    imageNotFoundReason: 'Requested image not found',
    rateLimits: true,
    stoppedTaskSeconds: 3600,
    alarmRolloutReason: 'ECS deployment failed: alarm detected.',
    alarmStatusReason: 'Service deployment rolled back because of a CloudWatch alarm.',
    requestedStatusReason: 'Service deployment rolled back because of a user request.',
    alarmPollSeconds: 15,
    alarmBakeSeconds: 180,
    stopTypeAbort: 'refused',
    failedStaysPrimarySeconds: 0,
    failedDeploymentListedSeconds: 0,
    failedDeploymentStatus: 'ACTIVE',
    serviceDeploymentOrder: 'newest-first',
    rollingLifecycleStage: undefined,
    rollingPauseHooks: 'refused',
    runTaskCapacity: 'failure',
    stopTaskReason: 'Task stopped by user',
    healthStopCode: 'ServiceSchedulerInitiated',
    forceWithInactiveDefinition: 'accepted',
    launchPauseSeconds: [0, 240, 480, 960],
    placementFailureCounts: true,
    lostOldTask: 'same-revision',
    fargate32Vcpu: false,
    taskDefinitionBytes: 65_536,
    missingTargetGroup: 'keep',
    breakerChange: 'at-once',
    inactiveAfterSeconds: 0,
    networkErrorWording: 'newer',
    steadyStateRepeatSeconds: 21_600,
  }
}
