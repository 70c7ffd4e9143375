/** Random groups hold what docs/groups.md promises, and the judge would see it if they did not. */
import { expect, jest, test } from '@jest/globals'
import { openStage } from '../../scripts/in-process/stage.ts'
import { judgeGroup, judgePost, type Seen } from '../../soak/groups/judge.ts'
import { type GroupPlan, groupPlan, servicesFile } from '../../soak/groups/plan.ts'
import { playGroup } from '../../soak/groups/play.ts'
import type { Violation } from '../../soak/judge/check.ts'
import type { MemberReport } from '../../src/github/group-report.ts'

jest.setTimeout(120_000)

test('twenty random groups are as they must be', async () => {
  const outcomes = new Set<string>()
  for (let seed = 1; seed <= 20; seed += 1) {
    const { outcome, violations } = await playGroup(groupPlan(seed))
    expect([seed, violations]).toEqual([seed, []])
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
  const { report, startedAt, endedAt } = played
  return { plan, seen: { report, log, simulator: stage.simulator, startedAt, endedAt } }
}

const broken = (violations: readonly Violation[]): readonly string[] => violations.map(({ check }) => check)

test('the judge sees what is not so', async () => {
  const { plan, seen } = await keptGroup()
  expect(seen.report).toMatchObject({ outcome: 'failed', mixed: true })
  expect(broken(judgeGroup(plan, seen))).toEqual([])
  const saying = (index: number, outcome: MemberReport['outcome']): readonly string[] => {
    const services = seen.report.services.map((one, at) => (at === index ? { ...one, outcome } : one))
    return broken(judgeGroup(plan, { ...seen, report: { ...seen.report, services } }))
  }
  expect(saying(0, 'rolled-back')).toContain('rolled-back service')
  expect(saying(0, 'not-begun')).toContain('not-begun service')
  expect(saying(0, 'superseded')).toContain('superseded service')
  expect(saying(1, 'deployed')).toContain('deployed service')
  expect(broken(judgeGroup(plan, { ...seen, report: { ...seen.report, mixed: false } }))).toEqual(['mixed is told'])
  expect(broken(judgeGroup(plan, { ...seen, log: `${seen.log} undefined` }))).toEqual(['no value that is none'])
  const leaving = (milliseconds: number): Seen => ({ ...seen, signalledAt: seen.endedAt - milliseconds })
  expect(broken(judgeGroup(plan, leaving(5_000)))).toEqual([])
  expect(broken(judgeGroup(plan, leaving(5_001)))).toEqual(['ends soon after a signal'])
  const turned = {
    ...plan,
    services: plan.services.map((one, at) => ({ ...one, needs: at === 0 ? [plan.services[1]?.name ?? ''] : [] })),
  }
  expect(broken(judgeGroup(turned, seen))).toContain('what is needed first')
})

test('the judge sees what the post step leaves out', async () => {
  const { plan, seen } = await keptGroup()
  const [one = '', other = ''] = plan.services.map(({ name }) => name)
  const after = { ...seen, report: undefined, postAt: Number.MAX_SAFE_INTEGER, kept: { STATE_group: '{}' } }
  const log = `${one}: It had ended.\n${other}: It had ended.`
  expect(judgePost(plan, { ...after, log })).toEqual([])
  expect(judgePost(plan, { ...after, log: `${one}: It had ended.` })).toEqual([
    { check: 'post tells of each', why: `post does not say what became of ${other}` },
  ])
  expect(broken(judgePost(plan, { ...after, log, postAt: 0 }))).toEqual(['post leaves it'])
  const rollback = { ...plan, inputs: { ...plan.inputs, 'on-cancel': 'rollback' } }
  expect(broken(judgePost(rollback, { ...after, log }))).toEqual(['mixed is told'])
  expect(broken(judgePost(plan, { ...after, log, kept: { STATE_group: '' } }))).toEqual(['post has nothing to do'])
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
  expect(broken(judgePost(theirs, { ...after, log, startedAt, simulator }))).toEqual(['never over somebody else'])
})
