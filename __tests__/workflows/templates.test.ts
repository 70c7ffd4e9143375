/** What the templates promise: who is asked before production. */
import { describe, expect, test } from '@jest/globals'
import { readPage } from '../docs/pages.ts'
import { jobsOf, templateNamed, templates } from './files.ts'

describe('an environment that is chosen by hand', () => {
  const choices = templates.flatMap(({ place, workflow }) =>
    Object.entries(workflow.on.workflow_dispatch?.inputs ?? {}).flatMap(([name, input]) =>
      name === 'environment' ? [[place, input] as const] : [],
    ),
  )

  test('is one that is deployed to, not one that only asks or plans', () => {
    expect(choices.map(([place]) => place)).toEqual([
      'workflows-templates/rollback.yml',
      'workflows-templates/staging.yml',
    ])
    for (const [, { type, options }] of choices) {
      expect(type).toBe('choice')
      expect([...(options ?? [])].sort()).toEqual(['production', 'staging'])
    }
  })
})

describe('staging.yml', () => {
  test.each(Object.entries(templateNamed('staging.yml').jobs))(
    '%s: production asks its reviewers, and refuses an older commit',
    (_name, job) => {
      expect(job.with).toMatchObject({
        environment: '${{ inputs.environment }}',
        'approval-environment': "${{ inputs.environment == 'production' && 'production-approval' || '' }}",
        'refuse-older-commit': "${{ inputs.environment == 'production' && 'true' || 'false' }}",
      })
    },
  )
})

test('what is set up for approval is on the page: each environment that is asked, its reviewers, and the branch that may deploy', () => {
  const page = readPage('docs/oidc.md')
  const asked = jobsOf(templates).flatMap(([, job]) =>
    [...String(job.with?.['approval-environment'] ?? '').matchAll(/[\w-]+-approval/g)].map(([name]) => name),
  )
  expect(new Set(asked)).toEqual(new Set(['production-approval']))
  for (const wanted of ['/environments/production-approval --input', 'deployment-branch-policies --field name=main'])
    expect(page).toContain(wanted)
})
