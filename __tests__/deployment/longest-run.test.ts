import { expect, test } from '@jest/globals'
import { longestParts, rareWaits, tellLongestRun } from '../../src/deployment/longest-run.ts'
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

test('what seldom happens is told beside the sum, so that the sum is no false promise', () => {
  const lines: string[] = []
  const log = { info: (line: string) => lines.push(line), warning: (line: string) => lines.push(line) }
  const given = inputs({ rollbackWaitMinutes: 20 })
  tellLongestRun(longestParts(given), log, rareWaits(given))
  expect(lines).toEqual([
    'This run may take up to 51 minutes (wait-for-minutes 30 + settle-seconds 1 + rollback-wait-minutes 20); ' +
      'up to 20 more where ECS is rolling back, or a first deployment is under way, beforehand, ' +
      'up to 20 more where ECS cannot complete its rollback and a second one is sent, ' +
      'up to 3 more for each call that AWS is too busy to take.',
  ])
  expect(rareWaits(inputs({ onInProgress: 'fail', rollbackWaitMinutes: 20 }))).not.toContain('beforehand')
  expect(rareWaits(inputs({ onInProgress: 'wait', rollbackWaitMinutes: 20 }))).not.toContain('beforehand')
  expect(rareWaits(inputs({ waitForServiceStability: false }))).not.toContain('a second one')
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
