import type { Diagnosis, ServiceEvent, StoppedTask } from './diagnosis/evidence.ts'
import type { Finding } from './preflight/finding.ts'
import type { Difference } from './task-definition/compare.ts'

/** How a run ended. What each one means and its exit code: README, "Outcomes", and docs/rollback.md. */
export const outcomes = [
  'deployed',
  'unchanged',
  'updated',
  'started',
  'planned',
  'rolled-back',
  'rollback-failed',
  'superseded',
  'timed-out',
  'failed',
  'cancelled',
  'unknown',
] as const
export type Outcome = (typeof outcomes)[number]

/** How one service of a group ended; `not-begun`: nothing was changed, because of another one. */
export type MemberOutcome = Outcome | 'not-begun'

/** Where a cancelled run left a service of a group whose deployment was no longer under way. */
export type LeftAt = 'on the new version' | 'going back'

/** The actions that report in this form. */
export type ActionName = 'deploy' | 'rollback' | 'plan'

/** What a run of the rollback action can end with, the gravest first: of several services that one is told. */
export const rollbackOutcomes = [
  'unknown',
  'rollback-failed',
  'failed',
  'timed-out',
  'superseded',
  'cancelled',
  'rolled-back',
  'unchanged',
  'planned',
] as const satisfies readonly Outcome[]

/** What a run of the plan action can end with. */
export const planOutcomes = ['planned', 'failed', 'cancelled'] as const satisfies readonly Outcome[]

const successes: Readonly<Record<ActionName, readonly Outcome[]>> = {
  deploy: ['deployed', 'unchanged', 'updated', 'started', 'planned'],
  rollback: ['rolled-back', 'unchanged', 'planned'],
  plan: ['planned'],
}

/** 0 where what was asked for was seen to be done, else 1. */
export function exitCode(outcome: Outcome, action: ActionName): 0 | 1 {
  return successes[action].includes(outcome) ? 0 : 1
}

/** One container of a version: the image as its task definition names it, and the digest that runs, where known. */
export type VersionImage = { readonly container: string; readonly image: string; readonly digest?: string }

/** A task definition revision with its images. */
export type Version = {
  /** `family:revision`. */
  readonly taskDefinition: string
  readonly taskDefinitionArn: string
  readonly images: readonly VersionImage[]
}

/** A version that completed in this service at some time. */
export type VersionBefore = {
  readonly version: Version
  readonly commit?: string
  /** Milliseconds since the epoch. */
  readonly completedAt?: number
  /** Whether all its images are still in their registries; absent where nobody could look. */
  readonly imagesThere?: boolean
  /** A rollback went away from it. */
  readonly left: boolean
}

/** One line of the timeline: `at` in milliseconds since the epoch. */
export type Milestone = {
  readonly at: number
  readonly text: string
  /** The same as numbers, where the line tells of tasks. */
  readonly counts?: readonly TaskCounts[]
}

/** How many tasks of a deployment run. */
export type TaskCounts = {
  /** `family:revision`. */
  readonly version: string
  readonly running: number
  readonly desired: number
}

/** A task as DescribeTasks showed it last; absent members were not told. */
export type SeenTask = {
  /** 32 hex digits. */
  readonly id: string
  /** Milliseconds since the epoch. */
  readonly seenAt: number
  readonly status: string
  readonly health?: string
  readonly zone?: string
  readonly startedAt?: number
  /** ECS Exec works in it. */
  readonly exec: boolean
}

/** Something a person can paste, and why. */
export type Command = { readonly why: string; readonly command: string }

/** Everything a run has to tell at its end. Log, annotation, job summary, outputs and report file are made from this alone. */
export type DeploymentReport = {
  readonly action: ActionName
  readonly outcome: Outcome
  /** One sentence: what happened. */
  readonly headline: string
  readonly cluster: string
  readonly service: string
  readonly region: string
  /** `aws`, `aws-cn`, `aws-us-gov`, `aws-eusc`, … from the service's ARN, or the Region where it was never seen. */
  readonly partition: string
  /** What ran before this run touched anything. */
  readonly before?: Version
  /** What this run wanted. */
  readonly wanted?: Version
  /** The commit of that version, where its tags name one and it was not this run that made it. */
  readonly wantedCommit?: string
  /** Versions to choose from, where the run could not choose one itself; newest first. */
  readonly candidates?: readonly VersionBefore[]
  /** What runs now, as last seen; `seen: false` says that it could not be read at the end. */
  readonly now?: {
    /** Absent where it is not known. With several versions the one that most tasks run. */
    readonly version?: Version
    /** Other versions of which tasks run at the same time. */
    readonly beside?: readonly { readonly version: Version; readonly running: number }[]
    readonly running: number
    readonly desired: number
    readonly seen: boolean
  }
  readonly changed: boolean
  /** Public IPv4 addresses of the running tasks, where the service gives them some. */
  readonly publicIps: readonly string[]
  /** Private addresses of the running tasks, where a task is reached by its own address. */
  readonly taskIps: readonly string[]
  readonly deploymentId?: string
  readonly serviceDeploymentArn?: string
  readonly supersededBy?: string
  /** First the most likely cause; empty unless something failed. */
  readonly diagnoses: readonly Diagnosis[]
  /** Differences between what ran and what was wanted; values of environment variables are never in it. */
  readonly changes: readonly Difference[]
  readonly timeline: readonly Milestone[]
  readonly events: readonly ServiceEvent[]
  readonly stoppedTasks: readonly StoppedTask[]
  /** Tasks that this run looked at, whatever became of them. */
  readonly tasks: readonly SeenTask[]
  /** Whether the service starts its tasks with ECS Exec; absent where the service was never read. */
  readonly exec?: boolean
  /** What preflight found; its errors ended the run before anything was changed. */
  readonly findings: readonly Finding[]
  /** Address of the page that says what each check means; absent without findings, or where it is not known. */
  readonly checksAddress?: string
  /** Things worth knowing that did not stop the run. */
  readonly notices: readonly string[]
  /** What to do by hand now. */
  readonly commands: readonly Command[]
  readonly startedAt: number
  readonly endedAt: number
}
