import { describe, expect, test } from '@jest/globals'
import { candidateLines, candidatesTable } from '../../src/github/candidates.ts'
import { jobSummary } from '../../src/github/job-summary.ts'
import { annotation } from '../../src/github/log-report.ts'
import { gravest, rollbackOutputs } from '../../src/github/rollback-outputs.ts'
import { servicesAnnotation, servicesTable } from '../../src/github/rollback-summary.ts'
import { type DeploymentReport, exitCode, type Outcome, outcomes, rollbackOutcomes } from '../../src/report.ts'
import { closed, digest, rolledBack, startedAt, version } from './support.ts'

const back: DeploymentReport = {
  ...rolledBack,
  action: 'rollback',
  headline: 'app runs app:7 again.',
  before: version(8, 'b'),
  wanted: version(7, 'a'),
  wantedCommit: 'c'.repeat(40),
  now: { version: version(7, 'a'), running: 2, desired: 2, seen: true },
  diagnoses: [],
}

describe('a rollback that was asked for', () => {
  test('is a success with words of its own; the same outcome of a deployment is a failure', () => {
    expect(exitCode('rolled-back', 'rollback')).toBe(0)
    expect(exitCode('rolled-back', 'deploy')).toBe(1)
    expect(closed(back).join('\n')).toContain('Outcome: rolled back (rolled-back) after')
    expect(jobSummary(back)).toMatch(/^## ✅ app: rolled back\n\napp runs app:7 again\. Running now/)
    expect(closed({ ...back, outcome: 'rollback-failed' }).join('\n')).toContain(
      'Outcome: rollback failed (rollback-failed)',
    )
  })

  test.each(outcomes.filter((outcome) => !['rolled-back', 'unchanged', 'planned'].includes(outcome)))(
    '%s is none',
    (outcome) => {
      expect(exitCode(outcome, 'rollback')).toBe(1)
    },
  )
})

describe('of several services', () => {
  const reports = (...ends: readonly Outcome[]) => ends.map((outcome) => ({ ...back, outcome }))

  test.each<[Outcome, readonly Outcome[]]>([
    ['rolled-back', ['unchanged', 'rolled-back', 'planned']],
    ['unchanged', ['unchanged', 'unchanged']],
    ['failed', ['rolled-back', 'failed', 'superseded']],
    ['unknown', ['rollback-failed', 'unknown']],
    ['unknown', []],
  ])('%s is the gravest of %j', (expected, ends) => {
    expect(gravest(reports(...ends))).toBe(expected)
  })

  test('any failure is graver than any success', () => {
    const codes = rollbackOutcomes.map((outcome) => exitCode(outcome, 'rollback'))
    expect(codes).toEqual([...codes].sort().reverse())
  })

  test('the outputs of one are empty, and the list has all without the account id', () => {
    const outputs = rollbackOutputs([back, { ...back, service: 'other', outcome: 'failed' }], 12.4, '/tmp/report.json')
    expect(outputs).toMatchObject({
      outcome: 'failed',
      changed: 'true',
      from: '',
      'task-definition': '',
      'duration-seconds': '12',
      report: '/tmp/report.json',
    })
    expect(outputs.services).not.toContain('111122223333')
    const [first, second] = JSON.parse(outputs.services ?? '')
    expect(first).toMatchObject({ service: 'app', outcome: 'rolled-back', from: 'app:8', 'task-definition': 'app:7' })
    expect(second).toMatchObject({ service: 'other', outcome: 'failed', 'image-digest': digest('a') })
  })

  test('one table and one annotation', () => {
    const failed = { ...back, service: 'other', outcome: 'failed' as const, headline: 'Nothing was changed.' }
    const table = servicesTable([back, failed])
    expect(table).toContain('## Rollback of 2 services')
    expect(table).toContain('| <code>app</code> | ✅ rolled back | <code>app:8</code> | <code>app:7</code> |')
    expect(servicesTable([back])).toBe('')
    expect(servicesAnnotation([back, failed], [failed])).toEqual({
      title: '1 of 2 services were not rolled back',
      message: 'other: failed. Nothing was changed.',
    })
  })
})

test('the outputs of a single service', () => {
  expect(rollbackOutputs([back], 12)).toMatchObject({
    outcome: 'rolled-back',
    from: 'app:8',
    'task-definition': 'app:7',
    commit: 'c'.repeat(40),
    'image-digest': digest('a'),
    cause: '',
  })
})

describe('versions to choose from', () => {
  const candidates = [
    { version: version(6, 'd'), commit: 'd'.repeat(40), completedAt: startedAt, imagesThere: true, left: false },
    { version: version(5, 'e'), imagesThere: false, left: true },
  ]
  const refused: DeploymentReport = { ...back, outcome: 'failed', candidates }

  test('are in the log, the annotation and the summary', () => {
    const lines = [
      `  app:6, commit ${'d'.repeat(12)}, app@sha256:${'d'.repeat(12)}, envoy:v1, completed 2026-11-21 09:00 UTC, image still there`,
      `  app:5, app@sha256:${'e'.repeat(12)}, envoy:v1, image gone, left by a rollback`,
    ]
    expect(candidateLines(refused).slice(1)).toEqual(lines)
    for (const line of lines) {
      expect(closed(refused)).toContain(line)
      expect(annotation(refused).message.split('\n')).toContain(line)
    }
    expect(jobSummary(refused)).toContain(`### Versions to choose from\n\n${candidatesTable(refused)}`)
    expect(candidatesTable(refused)).toContain('image gone<br>left by a rollback')
  })

  test('are not mentioned where they were not looked for; that there are none is', () => {
    expect(candidateLines(back)).toEqual([])
    expect(candidatesTable(back)).toBe('')
    expect(candidateLines({ ...back, candidates: [] })).toEqual([
      'No other version is known that completed in this service.',
    ])
    expect(candidatesTable({ ...back, candidates: [] })).toBe('')
  })
})
