/** Runs of the plan action, on a pull request where one is given. */
import { expect } from '@jest/globals'
import type { PlanReport } from '../../src/plan/plan-report.ts'
import type { Account, Circumstances, Ended, Inputs } from './account.ts'
import { errors } from './expectations.ts'

/** The end of a plan, with its report. */
export type EndedPlan = Ended & { readonly told: PlanReport }

/** Main of the plan action, for the service `web` unless other inputs say so. */
export async function plan(
  account: Account,
  inputs: Inputs = {},
  circumstances: Circumstances = {},
): Promise<EndedPlan> {
  return withReport(await account.run(inputs, { action: 'plan', ...circumstances }))
}

/** As `plan`, with neither Region nor credentials. */
export async function planWithoutCredentials(
  account: Account,
  inputs: Inputs = {},
  circumstances: Circumstances = {},
): Promise<EndedPlan> {
  return withReport(await account.runWithout({ service: 'web', ...inputs }, { action: 'plan', ...circumstances }))
}

function withReport(run: Ended): EndedPlan {
  return { ...run, told: run.report as unknown as PlanReport }
}

/** Outcome, exit code, closing line, report and number of annotations agree, and nothing was sent that changes anything. */
export function expectPlan(run: EndedPlan, outcome: 'planned' | 'failed', account: Account): void {
  expect(`${run.outputs.outcome}\n${run.log}`).toBe(`${outcome}\n${run.log}`)
  expect(run.exitCode).toBe(outcome === 'planned' ? 0 : 1)
  expect(errors(run)).toHaveLength(outcome === 'planned' ? 0 : 1)
  expect(run.log).toContain(
    `Outcome: ${outcome === 'planned' ? 'planned, nothing was changed (planned)' : outcome} after `,
  )
  expect(run.told).toMatchObject({ format: 1, action: 'plan', outcome, changed: false })
  expect(run.summary).toContain('Nothing was changed')
  expect(account.changes()).toEqual([])
}
