/** Random groups hold what docs/groups.md promises, and the judge would see it if they did not. */
import { expect, jest, test } from '@jest/globals'
import { openStage } from '../../scripts/in-process/stage.ts'
import { judgeGroup, type Seen } from '../../soak/groups/judge.ts'
import { type GroupPlan, groupPlan, servicesFile } from '../../soak/groups/plan.ts'
import { playGroup } from '../../soak/groups/play.ts'
import type { MemberReport } from '../../src/github/group-report.ts'

jest.setTimeout(120_000)

test('thirty random groups are as they must be', async () => {
  const outcomes = new Set<string>()
  for (let seed = 1; seed <= 30; seed += 1) {
    const { outcome, faults } = await playGroup(groupPlan(seed))
    expect([seed, faults]).toEqual([seed, []])
    outcomes.add(outcome)
  }
  // They are no thirty times the same.
  expect(outcomes.size).toBeGreaterThanOrEqual(4)
})

/** One group whose second service fails and whose first stays: what is said of it is changed, and the judge must see that. */
async function keptGroup(): Promise<{ readonly plan: GroupPlan; readonly seen: Seen }> {
  const plain = groupPlan(1)
  const [one, other] = (plain.scenario.services ?? []).map(({ name }) => name) as [string, string]
  const plan: GroupPlan = {
    ...plain,
    services: [
      { name: one, tag: 'v2', needs: [] },
      { name: other, tag: 'crash', needs: [one] },
    ],
    scenario: { ...plain.scenario, timeline: [] },
    inputs: { 'services-file': 'services.yml', 'on-group-failure': 'keep', 'wait-for-minutes': '10' },
    disturbed: [],
  }
  const stage = await openStage({ scenario: plan.scenario, callMilliseconds: [50, 250] })
  const played = await stage.run(stage.deployGroup(plan.inputs, { files: { 'services.yml': servicesFile(plan) } }))
  const log = 'The group is mixed'
  return { plan, seen: { report: played.report, log, simulator: stage.simulator, startedAt: played.startedAt } }
}

test('the judge sees what is not so', async () => {
  const { plan, seen } = await keptGroup()
  expect(seen.report).toMatchObject({ outcome: 'failed', mixed: true })
  expect(judgeGroup(plan, seen)).toEqual([])
  const saying = (index: number, outcome: MemberReport['outcome']): readonly string[] => {
    const services = seen.report.services.map((one, at) => (at === index ? { ...one, outcome } : one))
    return judgeGroup(plan, { ...seen, report: { ...seen.report, services } })
  }
  expect(saying(0, 'rolled-back')).not.toEqual([])
  expect(saying(0, 'not-begun')).not.toEqual([])
  expect(saying(0, 'superseded')).not.toEqual([])
  expect(saying(1, 'deployed')).not.toEqual([])
  expect(judgeGroup(plan, { ...seen, report: { ...seen.report, mixed: false } })).toEqual([
    'the group is mixed, and the report does not say so',
  ])
  const turned = {
    ...plan,
    services: plan.services.map((one, at) => ({ ...one, needs: at === 0 ? [plan.services[1]?.name ?? ''] : [] })),
  }
  expect(judgeGroup(turned, seen)).not.toEqual([])
})
