/** Whatever a service has been through: what is chosen from its history completed, and was not left by a rollback. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { candidatesOf, choose } from '../../src/rollback/choose.ts'
import { detoursOf } from '../../src/rollback/detours.ts'
import type { Past } from '../../src/rollback/past.ts'
import { past } from './pasts.ts'

const statuses = [
  'SUCCESSFUL',
  'SUCCESSFUL',
  'SUCCESSFUL',
  'STOPPED',
  'ROLLBACK_SUCCESSFUL',
  'ROLLBACK_FAILED',
  'IN_PROGRESS',
  'A_LATER_STATUS',
]

const deployments = fc.array(
  fc
    .record({
      revision: fc.integer({ min: 1, max: 5 }),
      content: fc.option(fc.constantFrom('a', 'b', 'c', 'd'), { nil: undefined }),
      status: fc.constantFrom(...statuses),
      copyOf: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined, freq: 6 }),
      known: fc.boolean(),
      commit: fc.constantFrom('1', '2').map((digit) => digit.repeat(40)),
    })
    .map(({ revision, content, status, copyOf, known, commit }) => ({
      of: `web:${revision}`,
      status,
      commit,
      ...(content === undefined ? { fingerprint: undefined } : { fingerprint: content }),
      ...(copyOf === undefined ? {} : { copyOf: `web:${copyOf}` }),
      ...(known || status !== 'SUCCESSFUL' ? {} : { taskDefinitionArn: undefined, fingerprint: undefined }),
    })),
  { minLength: 1, maxLength: 9 },
)

const histories: fc.Arbitrary<Past> = fc
  .record({ list: deployments, current: fc.nat(2), complete: fc.boolean() })
  .map(({ list, current, complete }) => {
    const made = past(...list)
    const { deploymentId = '' } = made.deployments[Math.min(current, made.deployments.length - 1)] ?? {}
    return { ...made, currentId: deploymentId, complete }
  })

test('"previous" completed, is older than what runs, was neither started nor left by a rollback', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const choice = choose({ kind: 'previous' }, history, 'web')
      if (choice.kind !== 'chosen') return
      const { origins, left } = detoursOf(history.deployments)
      const current = history.deployments.find(({ deploymentId }) => deploymentId === history.currentId)
      expect(choice.deployment.status).toBe('SUCCESSFUL')
      expect(choice.deployment.taskDefinitionArn).toBeDefined()
      expect(choice.deployment.createdAt).toBeLessThan(current?.createdAt ?? 0)
      if (!history.complete) return
      expect(origins.has(choice.deployment)).toBe(false)
      expect(left.has(choice.deployment)).toBe(false)
    }),
    { numRuns: 5_000 },
  )
})

test('without rollbacks "previous" is simply the newest success of another version', () => {
  const plain = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.boolean()), {
    minLength: 2,
    maxLength: 9,
    selector: ([revision]) => revision,
  })
  fc.assert(
    fc.property(plain, (list) => {
      const history = past(
        ...list.map(([revision, completed], index) => ({
          of: `web:${revision}`,
          status: completed || index === 0 ? 'SUCCESSFUL' : 'STOPPED',
        })),
      )
      const choice = choose({ kind: 'previous' }, history, 'web')
      const expected = history.deployments.slice(1).find(({ status }) => status === 'SUCCESSFUL')
      expect(choice).toEqual(
        expected === undefined
          ? { kind: 'refused', why: { kind: 'nothing-before' } }
          : { kind: 'chosen', deployment: expected },
      )
    }),
  )
})

test('a named version is one that completed, or one that the history does not know at all', () => {
  const wanted = fc.oneof(
    fc.integer({ min: 1, max: 7 }).map((revision) => ({ kind: 'revision', revision }) as const),
    fc.integer({ min: 1, max: 7 }).map((revision) => ({ kind: 'reference', reference: `web:${revision}` }) as const),
    fc.constantFrom('1111111', '3333333').map((commit) => ({ kind: 'commit', commit }) as const),
  )
  fc.assert(
    fc.property(histories, wanted, (history, name) => {
      const choice = choose(name, history, 'web')
      if (choice.kind === 'chosen') expect(choice.deployment.status).toBe('SUCCESSFUL')
      if (choice.kind === 'not-in-history') {
        const known = history.deployments.map(({ taskDefinitionArn: arn }) => arn?.split('/').at(-1))
        expect(known).not.toContain(choice.reference)
      }
    }),
    { numRuns: 2_000 },
  )
})

test('candidates completed, are each another version than what runs, and come once', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const candidates = candidatesOf(history).map(({ deployment }) => deployment)
      for (const { status, deploymentId } of candidates) {
        expect(status).toBe('SUCCESSFUL')
        expect(deploymentId).not.toBe(history.currentId)
      }
      const versions = candidates.map(({ fingerprint, taskDefinitionArn }) => fingerprint ?? taskDefinitionArn)
      expect(new Set(versions).size).toBe(versions.length)
    }),
  )
})
