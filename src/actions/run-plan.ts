import { NotConnected } from '../aws/connection.ts'
import { type Ending, ending } from '../deployment/ending.ts'
import type { GivenDeployment } from '../deployment/given-deployment.ts'
import type { Ports } from '../deployment/ports.ts'
import { tellWarnings } from '../deployment/preflight.ts'
import type { DeploymentRecord } from '../deployment/record.ts'
import type { Logger } from '../github/log.ts'
import type { PullRequest } from '../github/pull-request.ts'
import { causesAddress, type RunContext } from '../github/run-context.ts'
import type { PlanInputs } from '../inputs/plan-inputs.ts'
import { planOffline } from '../plan/offline.ts'
import { planDeployment } from '../plan/plan-deployment.ts'
import type { ServicePlan } from '../plan/service-plan.ts'
import { asProblem } from '../preflight/find.ts'
import { type Problem, ProblemsFound } from '../problem.ts'
import type { Cancellation } from './cancellation.ts'
import { endOfError } from './run-deployment.ts'

/** What a run of the plan action came to. */
export type PlanEnd = {
  readonly ending: Ending
  /** Absent where it did not come to a plan. */
  readonly plan?: ServicePlan
  readonly notLookedAt: readonly string[]
}

/**
 * A plan from inputs to its end, whatever interrupts it. Never rejects.
 *
 * @param fromOutside GitHub gives this run no secrets: without credentials it does what can be done offline
 * @param open connects to everything; what it throws ends the run before anything was asked of AWS
 */
export async function runPlan(
  given: GivenDeployment<PlanInputs>,
  record: DeploymentRecord,
  cancellation: Cancellation,
  fromOutside: boolean,
  log: Logger,
  open: () => Promise<Ports>,
): Promise<PlanEnd> {
  const story = async (): Promise<PlanEnd> => {
    try {
      const ports = await open()
      record.region = ports.region
      record.causesAddress = causesAddress(ports.run)
      const { plan, ending: end, refused } = await planDeployment(given, ports, record)
      return { plan, ending: refused === undefined ? end : await endRefused(refused, record), notLookedAt: [] }
    } catch (error) {
      if (error instanceof NotConnected && fromOutside) return withoutCredentials(given, record, log)
      return { ending: await endOfError(error, record), notLookedAt: [] }
    }
  }
  const first = await Promise.race([story(), cancellation.requested])
  if (first !== 'cancelled') return first
  return { ending: ending('cancelled', 'The run was cancelled. Nothing was changed.'), notLookedAt: [] }
}

async function withoutCredentials(
  given: GivenDeployment<PlanInputs>,
  record: DeploymentRecord,
  log: Logger,
): Promise<PlanEnd> {
  try {
    const { findings, notLookedAt } = planOffline(given)
    record.findings = findings
    tellWarnings(
      findings.filter(({ severity }) => severity === 'warning'),
      log,
    )
    const errors = findings.filter(({ severity }) => severity === 'error')
    if (errors.length > 0) {
      return { ending: await endRefused(new ProblemsFound(errors.map(asProblem)), record), notLookedAt }
    }
    const what = given.file === undefined ? 'the inputs were' : 'the inputs and the task-definition file were'
    const headline = `This run has no AWS credentials, as runs for forks have none: only ${what} checked. Nothing was changed.`
    return { ending: ending('planned', headline), notLookedAt }
  } catch (error) {
    return { ending: await endOfError(error, record), notLookedAt: [] }
  }
}

/** What would end a deployment ends the plan as failed, though it is complete. */
async function endRefused(refused: ProblemsFound, record: DeploymentRecord): Promise<Ending> {
  const count = refused.problems.length
  const found = `preflight found ${count === 1 ? 'an error' : `${count} errors`}`
  const headline = `A deployment would end before it changed anything: ${found}. Nothing was changed.`
  return { ...(await endOfError(refused, record)), headline }
}

/** Runs for forks and for Dependabot get none of the repository's secrets (GitHub, "Events that trigger workflows"). */
export function isFromOutside({ actor }: RunContext, pullRequest: PullRequest | undefined): boolean {
  return pullRequest !== undefined && (pullRequest.fromFork || actor === 'dependabot[bot]')
}

/** `pull_request_target` gives the code of a fork the secrets of this repository, as soon as anything of it is used. */
export function unsafeEvent({ eventName }: RunContext, pullRequest: PullRequest | undefined): Problem | undefined {
  if (eventName !== 'pull_request_target' || !pullRequest?.fromFork) return undefined
  return {
    about: 'The event pull_request_target',
    message:
      'It would give a fork the secrets of this repository. Run the plan on pull_request: for a fork it then checks what can be ' +
      'checked without credentials.',
  }
}
