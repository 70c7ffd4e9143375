import type { DeploymentReport } from '../report.ts'
import type { ServicePlan } from './service-plan.ts'

/** Everything that a plan of one service has to tell: log, summary, comment, outputs and report file are made from this alone. */
export type PlanReport = DeploymentReport & {
  /** Absent where it did not come to a plan. */
  readonly plan?: ServicePlan
  /** What could not be looked at without credentials, in words. */
  readonly notLookedAt: readonly string[]
  readonly environment?: string
}
