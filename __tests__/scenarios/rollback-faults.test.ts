/** One fault at a call of each operation: done once, or not at all, and the report is true. */
import { expect, jest, test } from '@jest/globals'
import type { FaultKind } from '../../simulator/scenario.ts'
import { Account } from '../support/account.ts'
import { expectRollback } from '../support/expectations.ts'
import { rollBack, threeVersions } from '../support/rollback.ts'

jest.setTimeout(60_000)

const faults: readonly FaultKind[] = [
  { kind: 'throttle' },
  { kind: 'http-500' },
  { kind: 'reset-before' },
  { kind: 'reset-after' },
  { kind: 'malformed' },
  { kind: 'access-denied' },
]

/** The calls that are struck: the first of each, and the next where it is made for another reason. */
const operations = [
  ['DescribeServices', [1, 2, 3]],
  ['ListServiceDeployments', [1]],
  ['DescribeServiceRevisions', [1]],
  ['DescribeTaskDefinition', [1]],
  ['BatchGetImage', [1]],
  ['RegisterTaskDefinition', [1]],
  ['UpdateService', [1]],
] as const

test.each(operations)('%s', async (operation, calls) => {
  for (const fault of faults) {
    for (const call of calls) {
      const account = await Account.open(threeVersions())
      try {
        account.fault({ ...fault, operation, call })
        const run = await rollBack(account)
        const { outcome = '' } = run.outputs
        const place = `${fault.kind} at call ${call} of ${operation}: ${outcome}`
        expectRollback(run, outcome)
        const applied = account.mutations().filter((request) => request.applied)
        const updates = applied.filter((request) => request.operation === 'UpdateService').length
        expect([place, applied.length - updates <= 1]).toEqual([place, true])
        const digests = await account.runningDigests()
        if (outcome === 'rolled-back') {
          expect([place, updates, digests]).toEqual([place, 1, [account.digestOf('v1')]])
        } else if (outcome === 'failed') {
          expect([place, updates, digests]).toEqual([place, 0, [account.digestOf('v2')]])
        } else {
          // What was started, and could not be looked at any longer.
          expect(place).toBe(`access-denied at call ${call} of DescribeServices: unknown`)
        }
        // Only a permission that was taken away keeps it from going back.
        if (fault.kind !== 'access-denied') expect(place).toContain(': rolled-back')
      } finally {
        await account.close()
      }
    }
  }
})
