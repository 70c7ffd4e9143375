/** Random groups hold what docs/groups.md promises, and the judge would see it if they did not. */
import { expect, jest, test } from '@jest/globals'
import { openStage } from '../../scripts/in-process/stage.ts'
import { judgeGroup, judgePost, type Seen } from '../../soak/groups/judge.ts'
import { type GroupPlan, groupPlan, servicesFile } from '../../soak/groups/plan.ts'
import { playGroup } from '../../soak/groups/play.ts'
import type { MemberReport } from '../../src/github/group-report.ts'

jest.setTimeout(120_000)

test('twenty random groups are as they must be', async () => {
  const outcomes = new Set<string>()
  for (let seed = 1; seed <= 20; seed += 1) {
    const { outcome, faults } = await playGroup(groupPlan(seed))
    expect([seed, faults]).toEqual([seed, []])
    outcomes.add(outcome)
  }
  // They are no twenty times the same.
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

test('the judge sees what the post step leaves out', async () => {
  const { plan, seen } = await keptGroup()
  const [one = '', other = ''] = plan.services.map(({ name }) => name)
  const after = { ...seen, report: undefined, postAt: Number.MAX_SAFE_INTEGER, kept: { STATE_group: '{}' } }
  const log = `${one}: It had ended.\n${other}: It had ended.`
  expect(judgePost(plan, { ...after, log })).toEqual([])
  expect(judgePost(plan, { ...after, log: `${one}: It had ended.` })).toEqual([
    `post does not say what became of ${other}`,
  ])
  expect(judgePost(plan, { ...after, log, postAt: 0 })).toEqual(['post changed something, with on-cancel "leave"'])
  const rollback = { ...plan, inputs: { ...plan.inputs, 'on-cancel': 'rollback' } }
  expect(judgePost(rollback, { ...after, log })).toEqual(['post left the group mixed without a word'])
  expect(judgePost(plan, { ...after, log, kept: { STATE_group: '' } })).not.toEqual([])
  const timeline = [{ afterSeconds: 30, service: one, deploy: { image: 'app:theirs' } }]
  const theirs = { ...plan, scenario: { ...plan.scenario, timeline } }
  const requests = seen.simulator.requests()
  const own = requests.filter(
    ({ operation, input }) => operation === 'UpdateService' && JSON.stringify(input).includes(`"${one}"`),
  )
  const again = own.map((request) => ({ ...request, at: request.at + 60_000 }))
  const startedAt = own[0]?.at ?? 0
  const simulator = { ...seen.simulator, requests: () => [...requests, ...again] }
  expect(judgePost(theirs, { ...after, log, startedAt })).toEqual([])
  expect(judgePost(theirs, { ...after, log, startedAt, simulator })).toEqual([
    `${one} was updated over somebody else's deployment`,
  ])
})
