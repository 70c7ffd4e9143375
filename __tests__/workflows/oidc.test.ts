/**
 * The trust policies of docs/oidc.md against tokens whose claims have the documented forms (GitHub docs, "OpenID Connect reference"; AWS
 * STS condition keys for GitHub): who gets the role, and who does not.
 */
import { describe, expect, test } from '@jest/globals'
import { readPage } from '../docs/pages.ts'

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
const deploying = (form: 'old' | 'immutable'): Claims => ({
  aud,
  sub: `${repository[form]}:environment:production`,
  repository: 'owner/app',
  environment: 'production',
  ref: 'refs/heads/main',
  job_workflow_ref: workflow('deploy.yml'),
})

test('the page has all of them', () => {
  expect([...policies.keys()]).toEqual(['deploy, old', 'deploy, immutable', 'deploy, workflow', 'build, old'])
})

describe.each(['old', 'immutable'] as const)('the role that deploys, %s form of sub', (form) => {
  const other = form === 'old' ? 'immutable' : 'old'
  const name = `deploy, ${form}`

  test('trusts a job in the environment', () => {
    expect(trusts(name, deploying(form))).toBe(true)
  })

  test.each<[string, Claims]>([
    ['the other form of sub', { sub: deploying(other).sub ?? '' }],
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

describe('only through these workflows', () => {
  const name = 'deploy, workflow'

  test.each(['deploy.yml', 'rollback.yml'])('trusts %s', (file) => {
    expect(trusts(name, { ...deploying('old'), job_workflow_ref: workflow(file) })).toBe(true)
  })

  test.each<[string, string]>([
    ['a workflow of the repository itself', 'owner/app/.github/workflows/deploy.yml@refs/heads/main'],
    ['a copy under another name', 'fork/ecs-deploy/.github/workflows/deploy.yml@refs/tags/v1'],
    ['a branch that is called like the tag', workflow('deploy.yml', 'refs/heads/v1')],
    ['a workflow that is not meant to', workflow('build.yml')],
  ])('does not trust %s', (_who, ref) => {
    expect(trusts(name, { ...deploying('old'), job_workflow_ref: ref })).toBe(false)
  })

  test('does not trust a token without the claim', () => {
    const { job_workflow_ref: _left, ...rest } = deploying('old')
    expect(trusts(name, rest)).toBe(false)
  })
})

describe('the role that builds', () => {
  const building = (ref: string): Claims => ({
    aud,
    sub: `repo:owner/app:ref:${ref}`,
    job_workflow_ref: workflow('build.yml'),
  })

  test('trusts main and nothing else', () => {
    expect(trusts('build, old', building('refs/heads/main'))).toBe(true)
    for (const ref of ['refs/heads/main-2', 'refs/heads/feature', 'refs/tags/main'])
      expect(trusts('build, old', building(ref))).toBe(false)
    expect(trusts('build, old', deploying('old'))).toBe(false)
    expect(trusts('build, old', { aud, sub: 'repo:owner/app:pull_request' })).toBe(false)
  })
})
