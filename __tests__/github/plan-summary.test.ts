import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fitParts } from '../../src/github/fit-parts.ts'
import { planLines } from '../../src/github/plan-log.ts'
import { commentLimit, planMarkdown, runAddress, summaryLimit } from '../../src/github/plan-summary.ts'
import { definitionDifference } from '../../src/plan/difference.ts'
import type { PlanReport } from '../../src/plan/plan-report.ts'
import type { ServicePlan } from '../../src/plan/service-plan.ts'
import { anyCanary, planted } from '../plan/planted.ts'
import { definition } from '../preflight/support.ts'
import { plain } from '../support/expectations.ts'
import { anyDefinition } from '../task-definition/arbitrary.ts'

const run = {
  serverUrl: 'https://github.com',
  repository: 'octo-org/example',
  runId: '77',
  runAttempt: '2',
  sha: 'f00d'.repeat(10),
}

const unknown = { kind: 'unknown', why: 'nobody looked' } as const

const plan: ServicePlan = {
  changes: true,
  decision: 'update',
  difference: { containers: [], task: [] },
  images: {},
  update: { taskDefinition: 'new', forceNewDeployment: false, settings: [] },
  drift: [],
  cost: { before: unknown, after: unknown, pricesOf: '2026-01-01' },
  status: { desired: 1, running: 1, pending: 0, events: [] },
  runs: [],
}

function report(more: Partial<PlanReport> = {}): PlanReport {
  return {
    action: 'plan',
    outcome: 'planned',
    headline: 'A deployment would change 4 things. Nothing was changed.',
    cluster: 'main',
    service: 'web',
    region: 'us-east-1',
    partition: 'aws',
    changed: false,
    publicIps: [],
    taskIps: [],
    diagnoses: [],
    changes: [],
    timeline: [],
    events: [],
    stoppedTasks: [],
    tasks: [],
    findings: [],
    notices: [],
    commands: [],
    startedAt: 0,
    endedAt: 4_000,
    before: { taskDefinition: 'web:1', taskDefinitionArn: '', images: [] },
    plan,
    notLookedAt: [],
    ...more,
  }
}

/** A plan with so many containers, each with so many new variables. */
function large(containers: number, variables: number): PlanReport {
  const names = Array.from({ length: variables }, (_, index) => `A_RATHER_LONG_NAME_OF_A_VARIABLE_${index}`)
  const difference = {
    containers: Array.from({ length: containers }, (_, index) => ({
      name: `container-${index}`,
      kind: 'changed' as const,
      image: { before: `web:${index}`, after: `web:${index + 1}` },
      environment: { added: names, removed: [], changed: [] },
      secrets: [],
      members: [],
    })),
    task: [],
  }
  return report({ plan: { ...plan, difference } })
}

describe('a plan that is too long', () => {
  const body = planMarkdown(large(50, 300), run, commentLimit)

  test('stays below the limit of a comment', () => {
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(commentLimit)
    expect(commentLimit).toBeLessThan(65_536)
  })

  test('names every container, tells what is left out, and where it is', () => {
    for (let index = 0; index < 50; index += 1) expect(body).toContain(`<code>container-${index}</code>`)
    expect(plain(body)).toContain('300 variables added')
    expect(body).toMatch(/_\d+ parts are shortened here, because the text would be too long for GitHub/)
    expect(body).toContain('<a href="https://github.com/octo-org/example/actions/runs/77/attempts/2">the run</a>')
  })

  test('keeps whole what fits', () => {
    expect(body).toContain('A_RATHER_LONG_NAME_OF_A_VARIABLE_299')
  })

  test('stays below it however many parts there are', () => {
    expect(Buffer.byteLength(planMarkdown(large(3_000, 1), run, commentLimit))).toBeLessThanOrEqual(commentLimit)
  })

  test('is whole in the job summary, which takes more', () => {
    expect(planMarkdown(large(50, 300), run, summaryLimit)).not.toContain('shortened here')
  })
})

test('no page is longer than it may be, and none has half a table', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(400), fc.integer({ min: 20_000, max: 60_000 }), (containers, variables, limit) => {
      const page = planMarkdown(large(containers, variables), run, limit)
      expect(Buffer.byteLength(page)).toBeLessThanOrEqual(limit)
      expect(page).toContain('Nothing was changed · ')
      expect(page.match(/<details>/g)?.length).toBe(page.match(/<\/details>/g)?.length)
    }),
    { numRuns: 60 },
  )
})

describe('fitParts', () => {
  const part = (full: string, givesWay: number) => ({ full, brief: full.slice(0, 1), givesWay })
  const note = (count: number): string => `(${count})`

  test('keeps all that fits', () => {
    expect(fitParts([part('aaaa', 1), part('bbbb', 2)], 100, note)).toBe('aaaa\n\nbbbb\n')
  })

  test('shortens first what gives way first, from the last back', () => {
    const parts = [part('a'.repeat(40), 1), part('b'.repeat(40), 2), part('c'.repeat(40), 2), part('d'.repeat(40), 0)]
    expect(fitParts(parts, 150, note)).toBe(`${'a'.repeat(40)}\n\n${'b'.repeat(40)}\n\nc\n\n${'d'.repeat(40)}\n\n(1)\n`)
    expect(fitParts(parts, 110, note)).toBe(`${'a'.repeat(40)}\n\nb\n\nc\n\n${'d'.repeat(40)}\n\n(2)\n`)
    expect(fitParts(parts, 70, note)).toBe(`a\n\nb\n\nc\n\n${'d'.repeat(40)}\n\n(3)\n`)
    expect(fitParts(parts, 51, note)).toBe(`a\n\n${'d'.repeat(40)}\n\n(3)\n`)
  })
})

test('no value of a variable is in any rendering', () => {
  const before = definition({ environment: [{ name: 'TOKEN', value: 'hunter1' }], command: ['x', '--key=hunter1'] })
  const after = definition({
    environment: [{ name: 'TOKEN', value: 'hunter2' }],
    command: ['x', '--key=hunter2'],
    dockerLabels: { owner: 'hunter3' },
    logConfiguration: { logDriver: 'splunk', options: { 'splunk-token': 'hunter4' } },
  })
  const told = report({ plan: { ...plan, difference: definitionDifference(before, after) } })
  const texts = [planMarkdown(told, run, commentLimit), planLines(told).join('\n'), JSON.stringify(told)]
  for (const text of texts) {
    expect(text).toContain('TOKEN')
    expect(text).not.toContain('hunter')
  }
})

test('whatever differs: no value is in any rendering, and each stays within its limit', () => {
  fc.assert(
    fc.property(anyDefinition, anyDefinition, (one, other) => {
      const difference = definitionDifference(planted(one, 1), planted(other, 2))
      const told = report({ plan: { ...plan, difference } })
      const page = planMarkdown(told, run, commentLimit)
      expect(Buffer.byteLength(page)).toBeLessThanOrEqual(commentLimit)
      for (const text of [page, planLines(told).join('\n'), JSON.stringify(told)]) expect(text).not.toMatch(anyCanary)
    }),
    { numRuns: 100 },
  )
})

test('what others wrote cannot mark the page up, mention people, or end the marker', () => {
  const nasty = '</details><img src=x> @octocat #1 | `code` -->'
  const page = planMarkdown(report({ notices: [nasty], headline: nasty }), run, commentLimit)
  expect(page).not.toContain('<img')
  expect(page).not.toMatch(/@octocat|-->/)
})

describe('nothing to change', () => {
  const status = {
    desired: 2,
    running: 1,
    pending: 1,
    lastDeployment: { id: 'ecs-svc/1', state: 'COMPLETED', failedTasks: 0, startedAt: 0 },
    events: [{ at: 0, message: 'has reached a steady state.' }],
  }
  const { update: _, ...rest } = plan
  const told = report({ plan: { ...rest, changes: false, decision: 'unchanged', status, commit: 'abc' } })

  test('the status is what there is to tell', () => {
    const page = plain(planMarkdown(told, run, commentLimit))
    expect(page).toContain('## ✅ web: nothing to change')
    expect(page).toContain('### The service now')
    expect(page).toContain('1 of 2 tasks running, 1 pending')
    expect(page).toContain('ecs-svc/1 COMPLETED, started 1970-01-01 00:00:00 UTC')
    expect(page).toContain('has reached a steady state.')
    expect(page).toContain('- Commit: abc')
  })

  test('in the log, too', () => {
    expect(planLines(told)).toEqual(
      expect.arrayContaining([
        'Nothing would be sent to ECS.',
        'Status: 1 of 2 tasks running, 1 pending.',
        '  commit: abc',
      ]),
    )
  })
})

test('a page without a run has no address', () => {
  expect(runAddress({})).toBeUndefined()
  expect(planMarkdown(large(50, 300), {}, commentLimit)).toContain('the report file has them in full')
})
