/** What a run left behind for the judge: the simulator's own record, and what the action said. Plain data. */
import type { CommitOrder } from '../../src/github/commits.ts'
import type { Outcome } from '../../src/report.ts'
import type { Deed, Plan } from '../plan/plan.ts'

/** One call of the action. Times are virtual milliseconds. */
export interface Call {
  readonly stage: 'main' | 'post'
  readonly sentAt: number
  /** When it reached the simulator; absent: it never did. */
  arrivedAt?: number
  /** When the action got its answer, whatever it was; absent: never. */
  answeredAt?: number
  service: string
  operation: string
  input: unknown
  error?: string
  /** What the simulator was told to do wrong with it. */
  fault?: string
  mutating: boolean
  applied: boolean
  /** Numbers of the deployments that it started. */
  started: readonly string[]
  /** Numbers of the deployments that it made ECS take back. */
  takenBack: readonly string[]
}

/** Something that somebody else did. */
export interface Done {
  readonly at: number
  readonly deed: Deed
  readonly refused?: string
  readonly started: readonly string[]
  readonly takenBack: readonly string[]
}

export interface DeploymentMoment {
  readonly number: string
  readonly status: string
  readonly rolloutState: string
  readonly taskDefinition: string
  readonly running: number
  readonly healthy: number
  readonly failed: number
  /** Some task of it has ended otherwise than by scaling in. */
  readonly troubled: boolean
}

/** The service at one moment, as the simulator's world holds it. */
export interface Moment {
  readonly at: number
  readonly status: string
  readonly desired: number
  readonly running: number
  readonly pending: number
  /** The PRIMARY first. */
  readonly deployments: readonly DeploymentMoment[]
  /** Number of the deployment that ECS would go back to. */
  readonly completed?: string
  /** Status of each service deployment by number. */
  readonly statuses: Readonly<Record<string, string>>
  /** Settings of the service, as JSON by name. */
  readonly settings: Readonly<Record<string, string>>
}

/** How one process of the action ended. */
export interface Step {
  readonly stage: 'main' | 'post'
  readonly startedAt: number
  readonly endedAt: number
  readonly how: 'ended' | 'killed' | 'hung'
  readonly outcome?: Outcome
  readonly headline?: string
  readonly changed?: boolean
  /** When it was told to end early, by a signal or by being killed. */
  readonly signalledAt?: number
}

/** What a revision holds. */
export interface Content {
  /** JSON of everything but the images. */
  readonly rest: string
  /** As the definition names it. */
  readonly images: Readonly<Record<string, string>>
}

export interface Played {
  readonly plan: Plan
  readonly action: 'deploy' | 'rollback'
  readonly inputs: Readonly<Record<string, string>>
  readonly startedAt: number
  readonly steps: readonly Step[]
  readonly calls: readonly Call[]
  readonly done: readonly Done[]
  readonly moments: readonly Moment[]
  readonly signalledAt?: number
  /** How GitHub says that the commit of this run stands to the one that runs. */
  readonly commitOrder: CommitOrder['kind']
  /** The other run of ours, where there was one: its calls are among what others did here. */
  readonly other?: Played
  /** What that one was asked to do. */
  readonly otherInputs?: Readonly<Record<string, string>>
  /** The desired count before that one began, which it may put back. */
  readonly desiredAtFirst?: number
  /** Every revision by ARN. */
  readonly definitions: Readonly<Record<string, Content>>
  /** By number of the deployment: its revision's ARN. */
  readonly taskDefinitions: Readonly<Record<string, string>>
  /** By number of the deployment: digest by container, where it was resolved. */
  readonly digests: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Number of each service deployment in the order of creation, and when. */
  readonly created: readonly { readonly number: string; readonly at: number }[]
  /** Digest by tag, at the start and after each change of a tag. */
  readonly tags: readonly { readonly at: number; readonly digests: Readonly<Record<string, string>> }[]
  /** Everything that the action wrote or saved. */
  readonly texts: readonly string[]
}
