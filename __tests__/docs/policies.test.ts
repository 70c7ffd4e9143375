/** The policies in README and docs/permissions.md: the least one suffices, and the whole one is what the code calls. */
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { ecrOperations } from '../../simulator/ecr/operations.ts'
import { ecsOperations } from '../../simulator/ecs/operations.ts'
import type { ServiceScenario } from '../../simulator/scenario.ts'
import { Account, type Inputs } from '../support/account.ts'
import { expectCause, expectOutcome, expectRollback } from '../support/expectations.ts'
import { plan } from '../support/plan.ts'
import { commitTags, rollBack } from '../support/rollback.ts'
import { expectTask, runTask, taskScenario, withSidecars } from '../support/tasks.ts'
import { breaker, definition, ecrImage, webScenario } from '../support/web.ts'
import { operationsSentBy } from './operations.ts'
import { codeBlocks, prose } from './pages.ts'

jest.setTimeout(30_000)

type Statement = { readonly Effect: string; readonly Action: string | readonly string[] }
type Policy = { readonly Version: string; readonly Statement: readonly Statement[] }

function policiesIn(page: string): readonly Policy[] {
  return codeBlocks(page)
    .filter(({ language }) => language === 'json')
    .map(({ text }) => JSON.parse(text) as Policy)
}

function actionsOf(policy: Policy | undefined): readonly string[] {
  return (policy?.Statement ?? []).flatMap(({ Action }) => Action)
}

const least = actionsOf(policiesIn('README.md')[0])
const [whole, forRollback = [], forPlan = [], forTask = []] = policiesIn('docs/permissions.md').map(actionsOf)

/** Every action that the simulator can deny, but for these. */
function allBut(allowed: readonly string[]): readonly string[] {
  const known = [
    ...Object.keys(ecsOperations).map((name) => `ecs:${name}`),
    ...Object.keys(ecrOperations(() => '')).map((name) => `ecr:${name}`),
  ]
  return known.filter((action) => !allowed.includes(action))
}

/** The API calls that the source sends. */
function calledActions(): readonly string[] {
  const callsIn = (file: string, service: string): readonly string[] =>
    operationsSentBy(file).map((operation) => `${service}:${operation}`)
  return [
    ...callsIn('src/aws/ecs.ts', 'ecs'),
    ...callsIn('src/aws/tasks.ts', 'ecs'),
    ...callsIn('src/aws/ec2.ts', 'ec2'),
    ...callsIn('src/aws/logs.ts', 'logs'),
    ...callsIn('src/aws/target-health.ts', 'elasticloadbalancing'),
    ...callsIn('src/aws/alarms.ts', 'cloudwatch'),
    ...callsIn('src/aws/scalable-targets.ts', 'application-autoscaling'),
    ...callsIn('src/aws/secrets.ts', 'secretsmanager'),
    ...callsIn('src/aws/parameters.ts', 'ssm'),
    // Nobody needs a permission for what src/aws/caller.ts asks of STS.
    ...callsIn('src/aws/roles.ts', 'iam'),
    ...callsIn('src/image/ecr.ts', 'ecr'),
    ...callsIn('src/actions/deployment-ports.ts', 'ecr'),
  ]
}

describe('the least policy', () => {
  let account: Account
  afterEach(() => account.close())

  test('suffices for a deployment, with the image pinned to its digest', async () => {
    account = await Account.open(webScenario({}, { deny: allBut(least) }))
    const run = await account.run({ image: ecrImage('v2') })
    expectOutcome(run, 'deployed')
    expect(run.outputs['image-digest']).toBe(account.digestOf('v2'))
    expect(account.changes().at(-1)).toBe('UpdateService')
    expectOnlyAllowedChanges(account)
  })

  test('suffices for the way back', async () => {
    account = await Account.open(webScenario({ deploymentConfiguration: breaker.none }, { deny: allBut(least) }))
    const run = await account.run({ image: ecrImage('sick'), 'wait-for-minutes': '3' })
    expectCause(run, 'rolled-back', 'load-balancer-health-check', /health check gets 503/)
    expect(account.calls('UpdateService').filter(({ applied }) => applied)).toHaveLength(2)
    expectOnlyAllowedChanges(account)
  })

  /** What was applied is allowed; RegisterTaskDefinition with roles needs iam:PassRole, which the simulator does not check. */
  function expectOnlyAllowedChanges({ simulator }: Account): void {
    const applied = simulator.requests().filter((request) => request.mutating && request.applied)
    for (const { service, operation } of applied) expect(least).toContain(`${service}:${operation}`)
    expect(least).toContain('iam:PassRole')
  }
})

describe('the policy for the rollback action', () => {
  let account: Account
  afterEach(() => account.close())

  /** By tag, with a tag of the deploy action on it, and with public addresses: a rollback has everything to do. */
  async function openWith(allowed: readonly string[], behaviour = {}): Promise<void> {
    const networkConfiguration = {
      awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60001'], assignPublicIp: 'ENABLED' as const },
    }
    const service = { taskDefinition: 'web:2', history: [{ taskDefinition: 'web:1' }], networkConfiguration }
    const taskDefinitions = [definition('v1', {}, commitTags('1')), definition('v2')]
    account = await Account.open(webScenario(service, { taskDefinitions, deny: allBut(allowed) }))
    await account.control('behaviour', { image: ecrImage('v1'), behaviour: { kind: 'healthy', ...behaviour } })
  }

  test('suffices, and every action in it is asked for', async () => {
    await openWith(forRollback)
    const run = await rollBack(account)
    expectRollback(run, 'rolled-back')
    expect(run.log).not.toContain('the permission')
    const asked = account.simulator.requests().map(({ service, operation }) => `${service}:${operation}`)
    // Two are asked for with another call, and the simulator knows no roles.
    const asPartOfAnother = ['ecs:TagResource', 'iam:PassRole']
    expect(new Set(asked)).toEqual(new Set(forRollback.filter((action) => !asPartOfAnother.includes(action))))
    expect(account.sent('RegisterTaskDefinition')[0]).toHaveProperty('tags')
  })

  test.each(forRollback.filter((action) => action.startsWith('ecs:')))(
    '%s cannot be left out without a word',
    async (action) => {
      await openWith(forRollback.filter((other) => other !== action))
      const run = await rollBack(account)
      expect(run.log).toContain(action)
    },
  )
})

describe('the policy for the plan action', () => {
  const accounts: Account[] = []
  afterEach(async () => {
    for (const account of accounts.splice(0)) await account.close()
  })

  async function planWith(allowed: readonly string[], service: Partial<ServiceScenario>, inputs: Inputs) {
    const account = await Account.open(webScenario(service, { deny: allBut(allowed) }))
    accounts.push(account)
    return { account, run: await plan(account, inputs) }
  }

  const parameter = 'arn:aws:ssm:us-east-1:111122223333:parameter/web/key'
  const secret = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:web/db-a1B2c3'
  const networkConfiguration = {
    awsvpcConfiguration: {
      subnets: ['subnet-0a1b2c3d4e5f60001'],
      securityGroups: ['sg-0a1b2c3d'],
      assignPublicIp: 'ENABLED' as const,
    },
  }
  const plans: readonly [what: string, service: Partial<ServiceScenario>, inputs: Inputs, outcome?: string][] = [
    [
      'everything to look up',
      { networkConfiguration },
      { image: ecrImage('v2'), secrets: `KEY=${parameter}\nDB=${secret}`, 'desired-count': '2' },
    ],
    ['the registry of the account', {}, { 'ecr-repository': 'web', 'image-tag': 'v2' }],
    ['a repository that no cache makes', {}, { image: ecrImage('v2').replace('/web:', '/hub/web:') }, 'failed'],
    ['nothing has completed', { initialDeployment: 'failed' }, { image: ecrImage('v2') }],
    ['no history tells of the digests', { withoutHistory: true }, { image: ecrImage('v2') }],
  ]

  test('suffices, every action in it is asked for, and none of them changes anything', async () => {
    const asked = new Set<string>()
    for (const [what, service, inputs, outcome = 'planned'] of plans) {
      const { account, run } = await planWith(forPlan, service, inputs)
      const requests = account.simulator.requests()
      const told = `${what}: ${run.outputs.outcome} ${requests.filter(({ mutating }) => mutating).length} ${run.log}`
      expect(told).toMatch(new RegExp(`^${what}: ${outcome} 0 `))
      expect(run.log).not.toContain('for want of permissions')
      for (const { service: name, operation } of requests) asked.add(`${name}:${operation}`)
    }
    // Nobody needs a permission for it.
    asked.delete('sts:GetCallerIdentity')
    expect(asked).toEqual(new Set(forPlan))
  })

  const needed = [
    'ecs:DescribeServices',
    'ecs:DescribeTaskDefinition',
    'ecs:DescribeServiceRevisions',
    'ecr:BatchGetImage',
  ]
  test.each(needed)('%s cannot be left out without a word', async (action) => {
    const { run } = await planWith(
      forPlan.filter((other) => other !== action),
      {},
      { image: ecrImage('v2') },
    )

    expect(run.log).toContain(action)
  })
})

describe('the policy for the run-task action', () => {
  let account: Account
  afterEach(() => account.close())

  const inputs = { image: ecrImage('v2'), tags: 'team=data' }
  const sidecars = withSidecars({ name: 'proxy', image: 'nginx:1.27', essential: false })
  const taskDefinition = { ...sidecars, executionRoleArn: 'arn:aws:iam::111122223333:role/ecsTaskExecutionRole' }

  async function openWith(allowed: readonly string[]): Promise<void> {
    const rest = { deny: [...allBut(allowed), ...(allowed.includes('logs:GetLogEvents') ? [] : ['logs:*'])] }
    const otherImages = [{ reference: 'nginx:1.27' }]
    account = await Account.open(taskScenario(undefined, { taskDefinition }, { ...rest, otherImages }), { speed: 60 })
  }

  test('suffices, also for a run that is killed, and every action in it is asked for', async () => {
    await openWith(forTask)
    const run = await runTask(account, inputs)
    expectTask(run, 'succeeded')
    expect(run.log).not.toContain('the permission')
    const signals = [{ signal: 'SIGKILL', when: /is RUNNING/ }] as const
    const killed = await runTask(account, inputs, { signals, env: { GITHUB_RUN_ATTEMPT: '2' } })
    const post = await account.post(killed, { action: 'run-task' })
    expect([post.exitCode, post.log]).toEqual([0, expect.stringContaining('was told to stop')])
    const asked = account.simulator.requests().map(({ service, operation }) => `${service}:${operation}`)
    const asPartOfAnother = ['ecs:TagResource', 'iam:PassRole']
    expect(new Set(asked)).toEqual(new Set(forTask.filter((action) => !asPartOfAnother.includes(action))))
    expect(account.sent('RunTask')[0]).toHaveProperty('tags')
  })

  test.each([
    'ecs:DescribeServices',
    'ecs:DescribeTaskDefinition',
    'ecs:RegisterTaskDefinition',
    'ecs:RunTask',
    'ecs:DescribeTasks',
    'ecs:TagResource',
    'logs:GetLogEvents',
  ])('%s cannot be left out without a word', async (action) => {
    expect(forTask).toContain(action)
    await openWith(forTask.filter((other) => other !== action))
    const run = await runTask(account, inputs)
    expect(run.log).toContain(action)
  })
})

describe('docs/permissions.md', () => {
  test('the whole policy is what the code calls, and iam:PassRole', () => {
    expect(new Set(whole)).toEqual(new Set([...calledActions(), 'iam:PassRole']))
    expect(whole).toEqual(expect.arrayContaining([...least, ...forPlan]))
  })

  test('every action has a row that says what it is for', () => {
    const rows = prose('docs/permissions.md')
      .split('\n')
      .filter((line) => line.startsWith('| '))
    for (const action of whole ?? []) {
      expect([action, rows.some((row) => row.split('|')[1]?.includes(action))]).toEqual([action, true])
    }
  })

  test('every policy has the form of one', () => {
    for (const page of ['README.md', 'docs/permissions.md']) {
      for (const policy of policiesIn(page)) {
        expect(policy.Version).toBe('2012-10-17')
        for (const statement of policy.Statement) expect(statement).toMatchObject({ Effect: 'Allow' })
      }
    }
  })
})

test('the README says of each further action what it adds', () => {
  const further = (whole ?? []).filter((action) => !least.includes(action))
  const rare = ['ecs:DescribeServiceDeployments', 'ecr:DescribePullThroughCacheRules']
  for (const action of further.filter((name) => !rare.includes(name))) expect(prose('README.md')).toContain(action)
})
