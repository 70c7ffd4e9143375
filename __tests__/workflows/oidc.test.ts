/**
 * The trust policies of docs/oidc.md against tokens whose claims have the documented forms (GitHub docs, "OpenID Connect reference"; AWS
 * STS condition keys for GitHub): who gets the role, and who does not.
 */
import { basename } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { readPage } from '../docs/pages.ts'
import { reusable, templateNamed } from './files.ts'

type Claims = Readonly<Record<string, string>>
type Test = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>
type Policy = {
  readonly Statement: readonly {
    readonly Effect: string
    readonly Action: string
    readonly Principal: { readonly Federated: string }
    readonly Condition: Test
  }[]
}

const provider = 'token.actions.githubusercontent.com'
const policies = new Map(
  [...readPage('docs/oidc.md').matchAll(/<!-- trust: (.+?) -->\n\n```json\n([\s\S]*?)```/g)].map(
    ([, name = '', text = '']) => [name, JSON.parse(text) as Policy],
  ),
)

/** As IAM evaluates it: every operator and key must hold, one of several values is enough, and a key that the token lacks does not hold. */
function trusts(name: string, claims: Claims): boolean {
  const policy = policies.get(name)
  if (policy === undefined) throw new Error(`docs/oidc.md has no trust policy ${name}`)
  return trusted(policy, claims)
}

function trusted(policy: Policy, claims: Claims): boolean {
  return policy.Statement.some(
    ({ Effect, Action, Principal, Condition }) =>
      Effect === 'Allow' &&
      Action === 'sts:AssumeRoleWithWebIdentity' &&
      Principal.Federated.endsWith(`:oidc-provider/${provider}`) &&
      Object.entries(Condition).every(([operator, keys]) =>
        Object.entries(keys).every(([key, wanted]) => {
          const [host = '', claim = ''] = key.split(/:(?=[^:]*$)/)
          return host === provider && [wanted].flat().some((value) => holds(operator, claims[claim], value))
        }),
      ),
  )
}

function holds(operator: string, got: string | undefined, wanted: string): boolean {
  if (got === undefined) return false
  if (operator === 'StringEquals') return got === wanted
  if (operator === 'StringLike') return matchesPattern(got, wanted)
  throw new Error(`${operator} is not used`)
}

/** `*` and `?` as IAM has them. */
function matchesPattern(got: string, wanted: string): boolean {
  const escaped = wanted.replace(/[.+^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`).test(got)
}

/** The forms that are documented. `owner` and `app`: names, or names with ids where subjects are immutable. */
const repository = { old: 'repo:owner/app', immutable: 'repo:owner@1234567/app@7654321' }
const aud = 'sts.amazonaws.com'
const workflow = (name: string, ref = 'refs/tags/v1') => `org/ecs-deploy/.github/workflows/${name}@${ref}`
type Form = keyof typeof repository
const forms = ['old', 'immutable'] as const
const other = { old: 'immutable', immutable: 'old' } as const
const nameOf = (role: string, form: Form) => (form === 'old' ? `${role}, workflow` : `${role}, workflow, immutable`)
const deploying = (form: Form): Claims => ({
  aud,
  sub: `${repository[form]}:environment:production`,
  repository: 'owner/app',
  environment: 'production',
  ref: 'refs/heads/main',
  job_workflow_ref: workflow('deploy.yml'),
})
const building = (form: Form, ref = 'refs/heads/main'): Claims => ({
  aud,
  sub: `${repository[form]}:ref:${ref}`,
  repository: 'owner/app',
  ref,
  job_workflow_ref: workflow('build.yml'),
})

test('the page has all of them', () => {
  const kinds = ['old', 'immutable', 'workflow', 'workflow, immutable']
  const both = ['deploy', 'build'].flatMap((role) => kinds.map((kind) => `${role}, ${kind}`))
  expect([...policies.keys()].sort()).toEqual([...both, 'plan, old'].sort())
})

describe.each(forms)('the role that deploys, %s form of sub', (form) => {
  const name = `deploy, ${form}`

  test('trusts a job in the environment', () => {
    expect(trusts(name, deploying(form))).toBe(true)
  })

  test.each<[string, Claims]>([
    ['the other form of sub', { sub: deploying(other[form]).sub ?? '' }],
    ['another environment', { sub: `${repository[form]}:environment:staging` }],
    ['an environment whose name begins like it', { sub: `${repository[form]}:environment:production-approval` }],
    ['no environment', { sub: `${repository[form]}:ref:refs/heads/main` }],
    ['a pull request', { sub: `${repository[form]}:pull_request` }],
    ['another repository', { sub: 'repo:owner/app-2:environment:production' }],
    ['somebody who took the name over', { sub: 'repo:owner@9999999/app@8888888:environment:production' }],
    [
      'an environment named like another claim',
      { sub: `${repository[form]}:environment:x%3Aenvironment%3Aproduction` },
    ],
    ['another audience', { aud: 'https://github.com/owner' }],
  ])('does not trust %s', (_who, claims) => {
    expect(trusts(name, { ...deploying(form), ...claims })).toBe(false)
  })
})

describe.each(forms)('the role that builds, %s form of sub', (form) => {
  const name = `build, ${form}`

  test('trusts a job on main', () => {
    expect(trusts(name, building(form))).toBe(true)
  })

  test.each<[string, Claims]>([
    ['the other form of sub', { sub: building(other[form]).sub ?? '' }],
    ['another branch', building(form, 'refs/heads/feature')],
    ['a branch whose name begins like it', building(form, 'refs/heads/main-2')],
    ['a tag of that name', building(form, 'refs/tags/main')],
    ['a pull request', { sub: `${repository[form]}:pull_request` }],
    ['a job in an environment', deploying(form)],
    ['another repository', { sub: 'repo:owner/app-2:ref:refs/heads/main' }],
    ['somebody who took the name over', { sub: 'repo:owner@9999999/app@8888888:ref:refs/heads/main' }],
    ['another audience', { aud: 'https://github.com/owner' }],
  ])('does not trust %s', (_who, claims) => {
    expect(trusts(name, { ...building(form), ...claims })).toBe(false)
  })
})

describe.each(
  forms.flatMap((form) => [
    {
      role: 'deploy',
      form,
      claims: deploying(form),
      other: deploying(other[form]),
      files: ['deploy', 'rollback', 'run-task'],
    },
    { role: 'build', form, claims: building(form), other: building(other[form]), files: ['build', 'attest'] },
  ]),
)('the role of $role, only through these workflows, $form form of sub', ({ role, form, claims, other, files }) => {
  const name = nameOf(role, form)

  test.each(files)('trusts %s.yml', (file) => {
    expect(trusts(name, { ...claims, job_workflow_ref: workflow(`${file}.yml`) })).toBe(true)
  })

  test('does not trust any other of the workflows', () => {
    const others = reusable
      .map(({ place }) => basename(place))
      .filter((file) => !files.includes(file.replace('.yml', '')))
    expect(others.length + files.length).toBe(reusable.length)
    for (const file of others)
      expect([file, trusts(name, { ...claims, job_workflow_ref: workflow(file) })]).toEqual([file, false])
  })

  test.each<[string, string]>([
    ['a workflow of the repository itself', `owner/app/.github/workflows/${files[0]}.yml@refs/heads/main`],
    ['a copy under another name', `fork/ecs-deploy/.github/workflows/${files[0]}.yml@refs/tags/v1`],
    ['a branch that is called like the tag', workflow(`${files[0]}.yml`, 'refs/heads/v1')],
    ['another version', workflow(`${files[0]}.yml`, 'refs/tags/v2')],
    ['a commit, which may be one of a fork', workflow(`${files[0]}.yml`, 'f'.repeat(40))],
  ])('does not trust %s', (_who, ref) => {
    expect(trusts(name, { ...claims, job_workflow_ref: ref })).toBe(false)
  })

  test('does not trust the other form of sub, nor a token without the claim', () => {
    expect(trusts(name, other)).toBe(false)
    const { job_workflow_ref: _left, ...rest } = claims
    expect(trusts(name, rest)).toBe(false)
  })
})

test('a pinned commit is named whole: a pattern would let in commits of forks, which GitHub finds under the same name', () => {
  const pinned = '0123456789abcdef0123456789abcdef01234567'
  const name = nameOf('deploy', 'old')
  const text = JSON.stringify(policies.get(name)).replaceAll('refs/tags/v1', pinned)
  const trustsRef = (ref: string) =>
    trusted(JSON.parse(text) as Policy, { ...deploying('old'), job_workflow_ref: workflow('deploy.yml', ref) })
  expect(trustsRef(pinned)).toBe(true)
  expect(trustsRef('f'.repeat(40))).toBe(false)
  for (const [kind, policy] of policies)
    for (const { Condition } of policy.Statement)
      expect([kind, Object.keys(Condition)]).toEqual([kind, ['StringEquals']])
})

describe('the role that plans', () => {
  const planning = { ...deploying('old'), sub: 'repo:owner/app:environment:plan', environment: 'plan' }

  test('trusts the environment of plan.yml, and nothing that deploys', () => {
    expect(trusts('plan, old', planning)).toBe(true)
    for (const sub of ['repo:owner/app:pull_request', 'repo:owner/app:environment:production'])
      expect([sub, trusts('plan, old', { ...planning, sub })]).toEqual([sub, false])
    expect(trusts('deploy, old', planning)).toBe(false)
  })

  test('is named after the environment of the template', () => {
    expect(templateNamed('plan.yml').jobs.plan?.with?.environment).toBe('plan')
    expect(readPage('docs/permissions.md')).toContain('repo:owner/app:environment:plan')
  })
})

test('the workflows that the page names for a role are those that a job of this repository gets it in', () => {
  const takes = (variable: string) =>
    reusable
      .filter(({ workflow: { jobs } }) =>
        Object.values(jobs)
          .flatMap(({ steps = [] }) => steps)
          .some(({ with: given }) => given?.['role-to-assume'] === `\${{ inputs.role-to-assume || vars.${variable} }}`),
      )
      .map(({ place }) => basename(place))
  // plan.yml is best given a role of its own: it reads only.
  expect(takes('AWS_ROLE_TO_ASSUME')).toEqual(['deploy.yml', 'plan.yml', 'rollback.yml', 'run-task.yml'])
  expect(takes('AWS_BUILD_ROLE_TO_ASSUME')).toEqual(['attest.yml', 'build.yml'])
})
