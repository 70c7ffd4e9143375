import type { Service, UpdateServiceCommandInput } from '@aws-sdk/client-ecs'
import type { Alarm } from '../aws/alarms.ts'
import type { TargetHealth } from '../aws/target-health.ts'
import type { Diagnosis, RunningLog, ServiceEvent, StoppedTask } from '../diagnosis/evidence.ts'
import type { ServiceSettings } from '../inputs/deploy-inputs.ts'
import type { Finding } from '../preflight/finding.ts'
import type { ActionName, Milestone, SeenTask, Version, VersionBefore } from '../report.ts'
import { newestTimeIn, type Snapshot } from '../rollout/snapshot.ts'
import type { Memory } from '../rollout/verdict.ts'
import type { KeptTaskRun } from '../run-task/task-run.ts'
import type { Difference } from '../task-definition/compare.ts'
import type { Change } from './intent.ts'
import type { ScalingChange } from './scaling.ts'

/** Where a rollback goes: fixed before the first change. */
export type RollbackTarget = {
  readonly version: Version
  /** `ecs-svc/N` of the deployment that completed. */
  readonly deploymentId?: string
  /** Registered, but deregistered since: it has to be registered again. */
  readonly inactive: boolean
}

/** `going`: it may run, and is stopped where the run ends before it. */
export type PreDeployRecord = { readonly state: 'going' | 'succeeded' | 'ended'; readonly kept: KeptTaskRun }

/**
 * What has happened so far: written by the story as it goes, read by the report and by cancellation.
 * It is the one mutable thing of a run, made by the action's entry.
 */
export type DeploymentRecord = {
  readonly action: ActionName
  readonly cluster: string
  readonly service: string
  region: string
  readonly startedAt: number
  serviceArn?: string
  hasLoadBalancer: boolean
  before?: Version
  wanted?: Version
  wantedCommit?: string
  candidates?: readonly VersionBefore[]
  target?: RollbackTarget
  /** Says why there is no target. */
  noTarget?: string
  /** Ids of the deployments that were there before this run changed anything, with that of the way back (see `noteOlder`). */
  olderDeployments: readonly string[]
  /** The task that runs before the deployment, where one was asked for. */
  preDeploy?: PreDeployRecord
  /** What the one UpdateService carried; absent until it is sent. */
  update?: UpdateServiceCommandInput | undefined
  /**
   * ARNs of the task definitions that UpdateService carried twice, because ECS did not show what the first one, whose answer
   * was lost, had done.
   */
  sentTwice: readonly string[]
  /** The newest time that ECS had told before this run changed anything; milliseconds since the epoch. */
  knownUntil?: number
  /** The service as it was before this run, for settings. */
  original?: Service
  /** The service as it was read last before a rollback. */
  latest?: Service
  /** Settings that the user gave. */
  asked: ServiceSettings
  /** Settings that the user gave and that the service had otherwise. */
  settingsThatDiffered: readonly (keyof ServiceSettings)[]
  deploymentId?: string
  /** That deployment was under way before this run changed anything: it is watched, and never rolled back. */
  adopted?: boolean
  serviceDeploymentArn?: string
  supersededBy?: string
  /** The post step has minutes: what was not answered once is not asked again, if the run can do without it. */
  isHurried?: boolean
  /** Actions that were denied: they are not tried again. */
  readonly denied: Set<string>
  memory?: Memory
  snapshot?: Snapshot
  /** The last read failed, so `snapshot` may be old. */
  stale: boolean
  /** A call that changes something and was not answered yet (see intent.ts). */
  sending?: Change | undefined
  /** This run has sent a rollback. */
  rollbackSent?: 'StopServiceDeployment' | 'UpdateService'
  /** ARN of the task definition that a rollback through UpdateService carried. */
  rollbackTo?: string
  changed: boolean
  readonly changes: Difference[]
  readonly diagnoses: Diagnosis[]
  /** Address of the catalogue of causes. */
  causesAddress?: string | undefined
  readonly stoppedTasks: Map<string, StoppedTask>
  /** Every task that was looked at, by id. */
  readonly tasks: Map<string, SeenTask>
  /** ARNs of stopped tasks that were looked at, whichever deployment they belong to. */
  readonly lookedAt: Set<string>
  /** Ids of those among them that belong to another deployment than that of this run. */
  readonly tasksOfOthers: Set<string>
  /** When they were read last, by the clock that never goes back. */
  stoppedTasksReadAt?: number
  readonly events: Map<string, ServiceEvent>
  /** How often the log of a container was asked for, by `<task id>/<container>`. */
  readonly logTries: Map<string, number>
  /** What was asked once the failure was to be explained. */
  readonly runningLogs: RunningLog[]
  readonly targets: TargetHealth[]
  readonly alarms: Alarm[]
  failedTasks: number
  /** A task of the watched deployment was RUNNING at some time. */
  everRan: boolean
  /** The most tasks of the watched deployment that were seen running at once. */
  mostRunning: number
  /** Fewer of them ran later on: a task was lost, to Spot for example, or the count was lowered. */
  lostTasks: boolean
  /** When the deployment that this run started began: as ECS tells it, and by the clock that never goes back. */
  began?: { readonly at: number; readonly uptime: number }
  /** Since when all desired tasks of the watched deployment have run; by a clock that never goes back. */
  fullSince?: number | undefined
  /** Ids of running tasks that were found healthy, and since when; milliseconds since the epoch, by the clock of ECS. */
  readonly healthySince: Map<string, number>
  /** What preflight found. */
  findings: readonly Finding[]
  /** Causes for which a second source was asked, and those of them that it agrees with. */
  readonly askedCauses: Set<string>
  readonly confirmedCauses: Set<string>
  /** `linux/arm64`, …: what the wanted definition asks for. */
  platform: string
  readonly timeline: Milestone[]
  readonly notices: string[]
  /** Public addresses of the running tasks; empty where they have none or they are not known. */
  publicIps: readonly string[]
  /** Private addresses of the running tasks, where a task is reached by its own; else empty. */
  taskIps: readonly string[]
  /** The deployment has completed, and whether its tasks stay is being looked at. */
  settling?: boolean
  /** The deployment has completed, and whether it works is being looked at. */
  verifying?: boolean
  /** What this run did to the automatic scaling of the service, and what it was before; see hold-scaling.ts. */
  scaling?: ScalingChange
  /** The version that was seen running last. */
  running?: Version | undefined
}

/** A record of a run that has done nothing yet. */
export function newRecord(
  cluster: string,
  service: string,
  region: string,
  startedAt: number,
  action: ActionName = 'deploy',
): DeploymentRecord {
  return {
    action,
    cluster,
    service,
    region,
    startedAt,
    hasLoadBalancer: false,
    olderDeployments: [],
    sentTwice: [],
    stale: false,
    denied: new Set(),
    asked: {},
    settingsThatDiffered: [],
    changed: false,
    changes: [],
    diagnoses: [],
    stoppedTasks: new Map(),
    tasks: new Map(),
    lookedAt: new Set(),
    tasksOfOthers: new Set(),
    events: new Map(),
    logTries: new Map(),
    runningLogs: [],
    targets: [],
    alarms: [],
    failedTasks: 0,
    everRan: false,
    mostRunning: 0,
    lostTasks: false,
    platform: 'linux/amd64',
    healthySince: new Map(),
    askedCauses: new Set(),
    confirmedCauses: new Set(),
    findings: [],
    timeline: [],
    publicIps: [],
    taskIps: [],
    notices: [],
  }
}

/** Something worth knowing, told once however often it is found. */
export function addNotice({ notices }: Pick<DeploymentRecord, 'notices'>, notice: string): void {
  if (!notices.includes(notice)) notices.push(notice)
}

/** The deployment was seen completed, and is still looked at: what ECS completed, it does not roll back. */
export function hasCompleted({ settling, verifying }: Pick<DeploymentRecord, 'settling' | 'verifying'>): boolean {
  return settling === true || verifying === true
}

/** ECS says that a target group of the service does not exist: its tasks never become healthy, and the circuit breaker does not count that. */
export function saysTargetGroupIsGone({ events }: Pick<DeploymentRecord, 'events'>): boolean {
  return [...events.values()].some(({ message }) => /target groups? (?:is )?not found/i.test(message))
}

/**
 * Notes which deployments were there before this run: those in the list, and the one that would be gone back to. Without tasks
 * that is soon left out of the list, and ECS goes back to it all the same.
 */
export function noteOlder(record: DeploymentRecord, before: Pick<Snapshot, 'deployments' | 'events'>): void {
  const { target } = record
  const back = target?.deploymentId === undefined ? [] : [target.deploymentId]
  record.olderDeployments = [...new Set([...before.deployments.map(({ id }) => id), ...back])]
  record.knownUntil = newestTimeIn(before)
}
