import { describe, expect, test } from '@jest/globals'
import { planForeignNames } from '../../src/inputs/plan-foreign-names.ts'
import { planInputNames } from '../../src/inputs/plan-input-names.ts'
import type { PlanInputs } from '../../src/inputs/plan-inputs.ts'
import { readPlanInputs } from '../../src/inputs/read-plan-inputs.ts'
import { formatProblem } from '../../src/problem.ts'
import { type Given, inputVariables, noFiles } from './read.ts'

function read(given: Given, onPullRequest: boolean) {
  return readPlanInputs(inputVariables({ service: 'web', ...given }), noFiles, onPullRequest)
}

async function accepted(given: Given, onPullRequest = true): Promise<PlanInputs> {
  const result = await read(given, onPullRequest)
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'))
  return result.value
}

async function refused(given: Given, onPullRequest = true): Promise<readonly string[]> {
  const result = await read(given, onPullRequest)
  if (result.ok) throw new Error('The inputs were accepted')
  return result.problems.map(formatProblem)
}

test('only a service has to be given; the rest has defaults', async () => {
  expect(await accepted({})).toEqual({
    cluster: 'default',
    service: 'web',
    images: [],
    pinDigest: 'true',
    allowUnknownMembers: [],
    overrides: {},
    settings: {},
    tags: [],
    defaultTags: true,
    preflight: 'enforce',
    preflightIgnore: [],
    scanFindings: 'off',
    dryRun: true,
    comment: 'auto',
  })
})

test('what is wanted is read as the deploy action reads it', async () => {
  const given = {
    image: 'docker.io/library/nginx:1.27',
    'environment-variables': 'A=b',
    'desired-count': '2',
    'deployment-circuit-breaker': 'rollback',
    comment: 'FALSE',
    environment: ' production ',
    'github-token': 'ghs_x',
  }
  const inputs = await accepted(given)
  expect(inputs).toMatchObject({
    images: [{ image: 'docker.io/library/nginx:1.27', input: 'image' }],
    overrides: { environment: { strategy: 'merge', values: [{ name: 'A', value: 'b' }] } },
    settings: { desiredCount: 2, deploymentCircuitBreaker: { enable: true, rollback: true } },
    comment: 'false',
    environment: 'production',
    githubToken: 'ghs_x',
  })
  expect(Object.isFrozen(inputs.settings)).toBe(true)
})

describe('the comment', () => {
  test('true needs a pull request', async () => {
    expect(await refused({ comment: 'true', 'github-token': 'x' }, false)).toEqual([
      expect.stringMatching(/^Input "comment": The event of this run has no pull request/),
    ])
  })

  test('true needs a token', async () => {
    expect(await refused({ comment: 'true' })).toEqual([
      expect.stringMatching(/^Input "comment": It needs github-token/),
    ])
  })

  test('auto and false need neither', async () => {
    expect((await accepted({ comment: 'auto' }, false)).comment).toBe('auto')
    expect((await accepted({ comment: 'false' }, false)).comment).toBe('false')
  })

  test('anything else is refused', async () => {
    expect(await refused({ comment: 'always' })).toEqual([expect.stringMatching(/^Input "comment": .*auto, true/)])
  })
})

test.each(['A=hunter2', 'production\nstaging', 'x'.repeat(256)])(
  'environment is a name, not variables; what it said is not shown',
  async (environment) => {
    const problems = await refused({ environment })
    expect(problems).toEqual([expect.stringMatching(/^Input "environment": It takes the name of an environment/)])
    expect(problems.join()).not.toContain('hunter2')
  },
)

describe('inputs that only a deployment has', () => {
  test.each([
    ['wait-for-service-stability', /waits for nothing; remove it/],
    ['wait_for_minutes', /waits for nothing; remove it/],
    ['rollback-on-failure', /nothing to go back from; remove it/],
    ['on-cancel', /remove it/],
    ['on-in-progress', /a deployment that is under way is a finding/],
    ['refuse-older-commit', /deploys no commit/],
    ['dry-run', /never changes anything/],
    ['token', /use github-token/],
    ['run-task', /a plan starts no task/],
    ['pre-deploy-command', /a plan starts no task/],
    ['imge', /Did you mean image\?/],
  ])('%s', async (name, message) => {
    expect(await refused({ [name]: 'true' })).toEqual([expect.stringMatching(message)])
  })

  test('recommend only inputs that exist, and none of our own are among them', () => {
    const names: readonly (string | undefined)[] = planInputNames
    const recommended = [...planForeignNames.values()].flatMap((text) =>
      [...text.matchAll(/\buse ([a-z-]+)/g)].map(([, name]) => name),
    )
    expect(recommended.length).toBeGreaterThan(20)
    expect(recommended.filter((name) => !names.includes(name))).toEqual([])
    expect([...planForeignNames.keys()].filter((name) => names.includes(name))).toEqual([])
  })
})
