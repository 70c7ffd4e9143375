/** What one run is made of. Plain data: a plan can be printed, sent to another process, and shortened. */
import type {
  Fault,
  ImageScenario,
  ModelOptions,
  Scenario,
  ServiceScenario,
  TimelineEntry,
} from '../../simulator/scenario.ts'

/** A moment: so long after main began; or at the n-th call of main, of all or of one operation, before it arrives or after it was done. */
export type When =
  | { readonly seconds: number }
  | { readonly call: number; readonly of?: string; readonly phase: 'before' | 'after' }

/** What somebody else does. */
export type Deed =
  | { readonly kind: 'deploys'; readonly tag: string }
  | { readonly kind: 'deploys-again' }
  | { readonly kind: 'stops-deployment' }
  | { readonly kind: 'registers'; readonly tag: string }
  | { readonly kind: 'deregisters-current' }
  | { readonly kind: 'scales'; readonly to: number }
  | { readonly kind: 'deletes-service' }
  | { readonly kind: 'changes-breaker'; readonly breaker: object }
  | { readonly kind: 'moves-tag'; readonly tag: string; readonly to: string }
  | { readonly kind: 'deletes-image'; readonly tag: string }
  | { readonly kind: 'happens'; readonly entry: Omit<TimelineEntry, 'afterSeconds'> }
  | { readonly kind: 'takes-permission'; readonly action: string }
  /** The other run of ours called ECS: for its own judgement it is somebody else, and the other way round. */
  | { readonly kind: 'other-run'; readonly operation: string }

/** One thing that makes a run differ from the plainest one; each can be left out by itself. `name` is for the coverage. */
export type Ingredient = { readonly name: string } & (
  | { readonly kind: 'image'; readonly set: Partial<ImageScenario> }
  /** Of the version before the one that runs. */
  | { readonly kind: 'old-image'; readonly set: Partial<ImageScenario> }
  | { readonly kind: 'service'; readonly set: Partial<ServiceScenario> }
  | { readonly kind: 'configuration'; readonly set: NonNullable<ServiceScenario['deploymentConfiguration']> }
  /** Of the container, in what runs and so in what is deployed. */
  | { readonly kind: 'container'; readonly set: object }
  /** Of the task definition that runs. */
  | { readonly kind: 'definition'; readonly set: object }
  | { readonly kind: 'scenario'; readonly set: Partial<Scenario> }
  | { readonly kind: 'option'; readonly set: Partial<ModelOptions> }
  | { readonly kind: 'inputs'; readonly set: Readonly<Record<string, string>> }
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'deny'; readonly action: string }
  | { readonly kind: 'deed'; readonly when: When; readonly deed: Deed }
  | { readonly kind: 'signal'; readonly when: When }
  | { readonly kind: 'kill'; readonly when: When }
  /** So long after it began the post step is signalled or killed. */
  | { readonly kind: 'post-ends'; readonly seconds: number; readonly by: 'signal' | 'kill' }
  /** Main is the rollback action, with these inputs instead of those of the deploy action. */
  | { readonly kind: 'rollback-action'; readonly set: Readonly<Record<string, string>> }
  /** Another run of ours on the same service. */
  | {
      readonly kind: 'other-run'
      readonly when: When
      readonly action: 'deploy' | 'rollback'
      readonly inputs: Readonly<Record<string, string>>
    }
  | { readonly kind: 'suspend'; readonly when: When; readonly forSeconds: number }
  /** The wall clock is wrong by so much from then on. */
  | { readonly kind: 'clock'; readonly when: When; readonly offSeconds: number }
  /** Somebody registered revisions after the one that runs, and never deployed them. */
  | { readonly kind: 'newer-revisions'; readonly count: number }
)

export interface Plan {
  readonly seed: number
  readonly ingredients: readonly Ingredient[]
}
