/** The pure parts of the story of a group: whose turn it is, who goes back first, who shares a revision, what is kept. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ending } from '../../src/deployment/ending.ts'
import type { Prepared } from '../../src/deployment/prepare.ts'
import { newRecord } from '../../src/deployment/record.ts'
import type { Member } from '../../src/group/group.ts'
import { groupText, memberStateName, memberText, restoreGroup } from '../../src/group/group-state.ts'
import { longestParts } from '../../src/group/longest-parts.ts'
import { revisionsOf } from '../../src/group/register-group.ts'
import { nextToBegin } from '../../src/group/roll-out.ts'
import { orderOfReturn } from '../../src/group/take-back.ts'
import type { DeployInputs } from '../../src/inputs/deploy-inputs.ts'
import type { Outcome } from '../../src/report.ts'

function member(name: string, needs: readonly number[] = [], more: Partial<Member> = {}): Member {
  const inputs = { service: name, onCancel: 'rollback', tags: [], allowUnknownMembers: [] } as unknown as DeployInputs
  const record = newRecord('main', name, 'eu-west-1', 0)
  return { given: { inputs, needs, placed: (problem) => problem }, record, begun: false, ...more }
}

function ended(outcome: Outcome): Partial<Member> {
  return { begun: true, ending: ending(outcome, '') }
}

const anyGroup = fc
  .array(fc.array(fc.nat(), { maxLength: 3 }), { minLength: 1, maxLength: 12 })
  .map((rows) => rows.map((row, index) => (index === 0 ? [] : [...new Set(row.map((number) => number % index))])))

describe('whose turn it is', () => {
  test('a whole group comes to its turn, each once, and never before what it needs', () => {
    fc.assert(
      fc.property(anyGroup, (needs) => {
        const members = needs.map((own, index) => member(`s${index}`, own))
        const queued = new Set<Member>()
        for (let round = 0; queued.size < members.length; round += 1) {
          expect(round).toBeLessThanOrEqual(members.length)
          const next = nextToBegin(members, queued)
          expect(next.length).toBeGreaterThan(0)
          for (const one of next) {
            for (const need of one.given.needs) expect(members[need]?.ending?.outcome).toBe('deployed')
            queued.add(one)
          }
          for (const one of next) one.ending = ending('deployed', '')
        }
      }),
    )
  })

  test.each<[Outcome, boolean]>([
    ['deployed', true],
    ['unchanged', true],
    ['updated', true],
    ['timed-out', false],
    ['rolled-back', false],
    ['unknown', false],
  ])('after %s of what it needs: %s', (outcome, begins) => {
    const members = [member('a', [], ended(outcome)), member('b', [0])]
    expect(nextToBegin(members, new Set(members.slice(0, 1))).length > 0).toBe(begins)
  })
})

describe('who goes back first', () => {
  test('what needs others before those; else the last that ended', () => {
    fc.assert(
      fc.property(anyGroup, fc.array(fc.nat(100), { minLength: 12, maxLength: 12 }), (needs, times) => {
        const members = needs.map((own, index) => member(`s${index}`, own, { endedAt: times[index] ?? 0 }))
        const order = orderOfReturn({ members })
        expect(new Set(order)).toEqual(new Set(members))
        for (const [index, own] of needs.entries())
          for (const need of own)
            expect(order.indexOf(members[index] as Member)).toBeLessThan(order.indexOf(members[need] as Member))
        if (needs.every((own) => own.length === 0)) {
          const ends = order.map(({ endedAt = 0 }) => endedAt)
          expect(ends).toEqual(ends.toSorted((one, other) => other - one))
        }
      }),
    )
  })
})

describe('revisions', () => {
  const prepared = (image: string, kind: 'update' | 'unchanged' = 'update'): Prepared =>
    ({
      decision: kind === 'update' ? { kind, revision: 'register', force: false } : { kind },
      definition: { family: 'app', containerDefinitions: [{ name: 'app', image }] },
      tags: [],
    }) as unknown as Prepared

  test('are shared where the content is equal, and made only where one is needed', () => {
    const members = [
      member('a', [], { prepared: prepared('x:1') }),
      member('b', [], { prepared: prepared('x:2') }),
      member('c', [], { prepared: prepared('x:1') }),
      member('d', [], { prepared: prepared('x:1', 'unchanged') }),
    ]
    expect(revisionsOf(members).map((sharing) => sharing.map(({ record }) => record.service))).toEqual([
      ['a', 'c'],
      ['b'],
    ])
  })
})

describe('what is kept for the post step', () => {
  test('comes back, each member in a state of its own', () => {
    const members = [member('a'), member('b', [0], ended('deployed')), member('c', [], ended('cancelled'))]
    const [first, second] = members as [Member, Member, Member]
    first.record.update = { service: 'a', taskDefinition: 'arn:web:2' }
    const group = { members, onGroupFailure: 'rollback' as const, startedAt: 0, region: 'eu-west-1' }
    const env: Record<string, string> = { STATE_group: groupText(group) }
    for (const [index, one] of members.entries()) env[`STATE_${memberStateName(index)}`] = memberText(one)
    const restored = restoreGroup(env)
    expect(restored).toMatchObject({ onCancel: 'rollback', services: ['a', 'b', 'c'], needs: [[], [0], []] })
    expect(restored?.kept[0]?.record).toMatchObject({ service: 'a', update: { taskDefinition: 'arn:web:2' } })
    expect(restored?.kept[1]?.ended).toBe('deployed')
    // A cancelled run leaves deployments that go on: post looks at them.
    expect(restored?.kept[2]?.ended).toBeUndefined()
    expect(second.record.update).toBeUndefined()
    expect(Math.max(...Object.values(env).map(({ length }) => length))).toBeLessThan(100_000)
  })

  test('nothing kept is nothing to do', () => {
    expect(restoreGroup({})).toBeUndefined()
    expect(restoreGroup({ STATE_group: '' })).toBeUndefined()
  })
})

test('the longest run is that of the services that wait for each other', () => {
  const minutes = { waitForServiceStability: true, waitForMinutes: 10, rollbackWaitMinutes: 20, settleSeconds: 0 }
  const given = (needs: readonly number[]) => ({ ...member('x', needs).given, inputs: { ...minutes } as DeployInputs })
  const parts = longestParts([given([]), given([0]), given([]), given([1, 2])])
  expect(parts).toEqual([{ input: '3 services in a row', minutes: 90 }])
})
