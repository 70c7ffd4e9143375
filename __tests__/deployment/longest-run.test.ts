import { expect, test } from '@jest/globals'
import { longestParts, tellLongestRun } from '../../src/deployment/longest-run.ts'
import type { DeployInputs } from '../../src/inputs/deploy-inputs.ts'
import { inputs } from './samples.ts'

function told(more: Partial<DeployInputs>): { readonly lines: string[]; readonly warnings: string[] } {
  const lines: string[] = []
  const warnings: string[] = []
  const log = { info: (line: string) => lines.push(line), warning: (line: string) => warnings.push(line) }
  tellLongestRun(longestParts(inputs({ rollbackWaitMinutes: 20, ...more })), log)
  return { lines, warnings }
}

test('the default is told, and needs no longer credentials than the default', () => {
  expect(told({})).toEqual({
    lines: ['This run may take up to 51 minutes (wait-for-minutes 30 + settle-seconds 1 + rollback-wait-minutes 20).'],
    warnings: [],
  })
})

test.each([
  [{ waitForMinutes: 35 }, '3960'],
  [{ onInProgress: 'wait' }, '5460'],
  [{ settleSeconds: 600 }, '4200'],
  [{ waitForMinutes: 360, rollbackWaitMinutes: 360 }, '43200'],
] as const)('%o may take more than 55 minutes: a warning names role-duration-seconds %s', (more, seconds) => {
  const { warnings } = told(more)
  expect(warnings).toHaveLength(1)
  expect(warnings[0]).toContain(`role-duration-seconds of aws-actions/configure-aws-credentials to ${seconds} or more`)
})

test('nothing is waited for: nothing is said', () => {
  expect(told({ waitForServiceStability: false, waitForMinutes: 360 })).toEqual({ lines: [], warnings: [] })
})

test('the task before the deployment counts', () => {
  const preDeploy = { command: ['migrate'], timeoutMinutes: 3 }
  expect(told({ preDeploy }).lines[0]).toContain('54 minutes (pre-deploy-timeout-minutes 3 + wait-for-minutes 30')
  expect(told({ preDeploy, waitForServiceStability: false }).lines[0]).toContain('3 minutes')
})

test('what is 0 is left out', () => {
  expect(told({ settleSeconds: 0 }).lines[0]).not.toContain('settle')
})

test('a verification counts with the most that it may take', () => {
  const verification = { urls: [{} as never], command: 'true', timeoutSeconds: 180, alarms: ['a'], alarmsMinutes: 10 }
  const sum = (part: object): string | undefined =>
    told({ verification: { ...verification, ...part }, keepRevisions: 5 } as never).lines[0]
  // The alarms are watched from the beginning on.
  expect(sum({})).toContain('2 × verify-timeout-seconds 6 + verify-alarms-minutes 4 + keep-revisions 1 + ')
  expect(sum({ command: undefined })).toContain(' verify-timeout-seconds 3 + verify-alarms-minutes 7 + ')
  expect(sum({ alarms: [] })).not.toContain('verify-alarms-minutes')
  expect(sum({ urls: [], command: undefined })).toContain('settle-seconds 1 + verify-alarms-minutes 10 + ')
})
