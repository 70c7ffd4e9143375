/** A group that breaks a rule is made as small as it can be. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, jest, test } from '@jest/globals'
import type { ServiceScenario, TaskDefinitionScenario } from '../../simulator/scenario.ts'
import { copyWith } from '../../soak/defects/catch-defects.ts'
import type { Defect } from '../../soak/defects/defect.ts'
import { type GroupPlan, groupPlan } from '../../soak/groups/plan.ts'
import { groupPlanLines, shrinkGroup, smallerGroups } from '../../soak/groups/shrink.ts'

jest.setTimeout(120_000)

/** With one of everything that a group can have. */
function fullPlan(): GroupPlan {
  const { scenario, ...plain } = groupPlan(1)
  const [one] = scenario.services as readonly [ServiceScenario]
  const services = ['s0', 's1', 's2'].map((name) => ({
    ...one,
    name,
    taskDefinition: { ...(one.taskDefinition as TaskDefinitionScenario), family: name },
    deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: false } },
    loadBalancer: { targetHealthSeconds: 10 },
  }))
  return {
    ...plain,
    services: [
      { name: 's0', tag: 'slow', needs: [] },
      { name: 's1', tag: 'v2', needs: ['s0'] },
      { name: 's2', tag: 'v1', needs: ['s0', 's1'] },
    ],
    scenario: {
      ...scenario,
      services,
      timeline: [{ afterSeconds: 200, service: 's2', deploy: { image: 'app:theirs' } }],
      faults: [{ kind: 'delay', seconds: 1, operation: 'BatchGetImage' }],
    },
    inputs: {
      'services-file': 'services.yml',
      'wait-for-minutes': '10',
      'on-cancel': 'rollback',
      'on-group-failure': 'keep',
    },
    disturbed: ['s2'],
    cancelAfter: 250,
  }
}

test('every step leads to less, and in the end one plain service is left', () => {
  let plan = fullPlan()
  // The tag `v1` is as long as the plain one.
  const size = (one: GroupPlan): number =>
    JSON.stringify(one).length + one.services.filter(({ tag }) => tag !== 'v2').length
  for (let next = smallerGroups(plan); next.length > 0; next = smallerGroups(plan)) {
    for (const one of next) expect(size(one)).toBeLessThan(size(plan))
    plan = next.at(-1) as GroupPlan
  }
  expect(plan).toMatchObject({ services: [{ tag: 'v2', needs: [] }], disturbed: [] })
  expect(plan.scenario).toMatchObject({ timeline: [], faults: [] })
  expect(plan.scenario.services).toHaveLength(1)
  expect(plan.inputs).toEqual({ 'services-file': 'services.yml', 'wait-for-minutes': '10' })
  expect(plan).not.toHaveProperty('cancelAfter')
})

/** Nothing waits for what it needs. */
const hurried: Defect = {
  name: 'hurried',
  edits: [
    {
      file: 'group/roll-out.ts',
      find: 'member.ending === undefined && isReady(member))',
      replace: 'member.ending === undefined && (isReady(member) || true))',
    },
  ],
}

test('a mistake in the action is shown by what it takes: two services, one of which needs the other', async () => {
  mkdirSync('.tmp', { recursive: true })
  const copy = mkdtempSync(join('.tmp', 'shrink-group-'))
  try {
    for (const part of ['simulator', 'scripts/in-process', 'soak']) cpSync(part, join(copy, part), { recursive: true })
    copyWith(hurried, join(copy, 'src'))
    const { playGroup } = await import(join(process.cwd(), copy, 'soak/groups/play.ts'))
    // The first calls load what they need, in real time.
    await playGroup(groupPlan(0))
    const plan = fullPlan()
    const { violations } = await playGroup(plan)
    expect(violations).toContainEqual({ check: 'what is needed first', why: 's1 was begun before s0 was there' })
    const smallest = await shrinkGroup(plan, 'what is needed first', playGroup)
    expect(groupPlanLines(smallest)).toEqual([
      'seed 1',
      '{"name":"s1","tag":"v2","needs":[]}',
      '{"name":"s2","tag":"v2","needs":["s1"]}',
      '{"services-file":"services.yml","wait-for-minutes":"10"}',
    ])
    expect((await playGroup(smallest)).violations).toMatchObject([{ check: 'what is needed first' }])
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
})

test('a group that breaks nothing is not made smaller', async () => {
  const plan = groupPlan(1)
  expect(await shrinkGroup(plan, 'what is needed first', async () => noFault)).toBe(plan)
})

const noFault = { outcome: 'deployed', members: [], violations: [], log: '' }
