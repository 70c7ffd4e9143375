/**
 * docs/permissions.md against the calls that the simulator saw: runs that use every feature, each allowed what the page lists and nothing
 * else, ask for all of it together.
 */
import { globSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { describe, expect, jest, test } from '@jest/globals'
import { ecrOperations } from '../../simulator/ecr/operations.ts'
import { ecsOperations } from '../../simulator/ecs/operations.ts'
import type { ApiService } from '../../simulator/neighbours/service.ts'
import type { Scenario } from '../../simulator/scenario.ts'
import { Account, type Ended, type Inputs, until } from '../support/account.ts'
import { expectOutcome } from '../support/expectations.ts'
import { taskScenario } from '../support/tasks.ts'
import { breaker, definition, ecrImage, images, webScenario } from '../support/web.ts'
import { codeBlocks } from './pages.ts'

jest.setTimeout(30_000)

const [whole] = codeBlocks('docs/permissions.md')
  .filter(({ language }) => language === 'json')
  .map(
    ({ text }) =>
      JSON.parse(text) as { readonly Statement: readonly { readonly Action: string | readonly string[] }[] },
  )
const allowed = (whole?.Statement ?? []).flatMap(({ Action }) => Action)

const neighbours: readonly ApiService[] = await Promise.all(
  globSync('simulator/neighbours/*/service.ts').map(async (path) => {
    const exported: readonly unknown[] = Object.values((await import(resolve(path))) as object)
    const isService = (value: unknown): value is ApiService =>
      typeof value === 'object' && value !== null && 'operations' in value
    const found = exported.find(isService)
    if (found === undefined) throw new Error(`${path} exports no service`)
    return found
  }),
)

/** Every action of every service that the simulator knows, but for those. */
const deny = [
  ...Object.keys(ecsOperations).map((name) => `ecs:${name}`),
  ...Object.keys(ecrOperations(() => '')).map((name) => `ecr:${name}`),
  ...neighbours.flatMap(({ name, operations }) => Object.keys(operations).map((operation) => `${name}:${operation}`)),
].filter((action) => !allowed.includes(action))

const asked = new Set<string>()

type Feature = {
  readonly scenario: Scenario
  readonly inputs: Inputs
  readonly outcome: string
  readonly uses: readonly string[]
  readonly prepare?: (account: Account) => void
}

const logConfiguration = {
  logDriver: 'awslogs' as const,
  options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'web' },
}
const logged = definition('v1', { logConfiguration })
const single = { tag: 'single', manifest: 'single' as const, scan: { findings: [] } }
const repositories = [{ name: 'web', images: [...images, single] }]
const publicAddresses = {
  awsvpcConfiguration: {
    subnets: ['subnet-0a1b2c3d'],
    securityGroups: ['sg-0a1b2c3d'],
    assignPublicIp: 'ENABLED' as const,
  },
}
const secret = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:web/db-a1B2c3'

const features: Readonly<Record<string, Feature>> = {
  'a deployment': {
    scenario: webScenario(),
    inputs: { image: ecrImage('v2') },
    outcome: 'deployed',
    uses: ['ecs:DescribeServices', 'ecs:DescribeTaskDefinition', 'ecs:RegisterTaskDefinition', 'ecs:UpdateService'],
  },
  'preflight of image, secrets and roles': {
    scenario: webScenario({}, { repositories }),
    inputs: { image: ecrImage('single'), secrets: `DB=${secret}\nKEY=/web/key`, 'scan-findings': 'low' },
    outcome: 'deployed',
    uses: [
      'ecr:BatchGetImage',
      'ecr:GetDownloadUrlForLayer',
      'ecr:DescribeImageScanFindings',
      'secretsmanager:DescribeSecret',
      'ssm:DescribeParameters',
      'iam:GetRole',
      'iam:SimulatePrincipalPolicy',
    ],
  },
  'the own registry': {
    scenario: webScenario(),
    inputs: { 'ecr-repository': 'web', 'image-tag': 'v2' },
    outcome: 'deployed',
    uses: ['ecr:DescribeRepositories'],
  },
  'a repository that does not exist': {
    scenario: webScenario(),
    inputs: { image: ecrImage('v2').replace('/web:', '/nothing:') },
    outcome: 'failed',
    uses: ['ecr:DescribePullThroughCacheRules'],
  },
  'public addresses': {
    scenario: webScenario({ networkConfiguration: publicAddresses, loadBalancer: undefined as never }),
    inputs: { image: ecrImage('v2') },
    outcome: 'deployed',
    uses: ['ec2:DescribeSecurityGroups', 'ec2:DescribeNetworkInterfaces', 'ecs:ListTasks', 'ecs:DescribeTasks'],
  },
  'the desired count': {
    scenario: webScenario(),
    inputs: { image: ecrImage('v2'), 'desired-count': '2' },
    outcome: 'deployed',
    uses: ['application-autoscaling:DescribeScalableTargets'],
  },
  'diagnosis of a container that ends': {
    scenario: webScenario({ taskDefinition: logged, deploymentConfiguration: breaker.none }),
    inputs: { image: ecrImage('crash') },
    outcome: 'rolled-back',
    uses: [
      'logs:GetLogEvents',
      'ecs:ListServiceDeployments',
      'ecs:DescribeServiceRevisions',
      'ecs:StopServiceDeployment',
    ],
  },
  'diagnosis of a container that is not healthy': {
    // Not stopped before the limit: there is a target to ask about.
    scenario: webScenario({
      taskDefinition: logged,
      deploymentConfiguration: breaker.none,
      healthCheckGracePeriodSeconds: 600,
    }),
    inputs: { image: ecrImage('sick'), 'wait-for-minutes': '3' },
    outcome: 'rolled-back',
    uses: ['elasticloadbalancing:DescribeTargetHealth'],
  },
  'a log group that does not exist': {
    scenario: webScenario({ deploymentConfiguration: breaker.none }, { logGroups: ['/ecs/web-old'] }),
    inputs: {
      image: ecrImage('v2'),
      'log-configuration-log-driver': 'awslogs',
      'log-configuration-options': 'awslogs-group=/ecs/web\nawslogs-region=us-east-1\nawslogs-stream-prefix=web',
    },
    outcome: 'rolled-back',
    uses: ['logs:DescribeLogGroups'],
  },
  'a rollback whose answer is lost': {
    scenario: webScenario({ deploymentConfiguration: breaker.none }),
    inputs: { image: ecrImage('crash') },
    outcome: 'rolled-back',
    uses: ['ecs:DescribeServiceDeployments'],
    prepare: (account) => account.fault({ kind: 'malformed', operation: 'StopServiceDeployment' }),
  },
}

describe('with the whole policy of the docs and nothing else', () => {
  test.each(Object.entries(features))('%s', async (_, { scenario, inputs, outcome, uses, prepare }) => {
    const run = await runIn({ ...scenario, deny }, inputs, prepare)
    expectOutcome(run.end, outcome)
    expect(run.asked).toEqual(expect.arrayContaining([...uses]))
    expect(run.end.log).not.toMatch(/the permission \S+ is missing|for want of permissions|do not allow/)
  })

  test('an equal revision that is used again, whose tags are written anew', async () => {
    const account = await Account.open({ ...webScenario(), deny })
    try {
      expectOutcome(await account.run({ image: ecrImage('v2') }), 'deployed')
      expectOutcome(await account.run({ 'task-definition': 'web:1' }), 'deployed')
      expectOutcome(await account.run({ image: ecrImage('v2') }), 'deployed')
      expect(note(account)).toContain('ecs:TagResource')
      expect(account.calls('RegisterTaskDefinition')).toHaveLength(1)
    } finally {
      await account.close()
    }
  })

  test('an alarm', async () => {
    const alarmNames = ['web-errors']
    const deploymentConfiguration = { alarms: { alarmNames, enable: true, rollback: true }, bakeTimeInMinutes: 5 }
    const scenario = webScenario({ deploymentConfiguration }, { alarms: [{ name: 'web-errors' }], deny })
    const account = await Account.open(scenario, { speed: 100 })
    try {
      const deploying = account.run({ image: ecrImage('v2'), 'wait-for-minutes': '20' })
      await until('the deployment was looked at', () => account.calls('DescribeServices').length > 2)
      await account.control('happen', { alarm: { name: 'web-errors', state: 'ALARM' } })
      expectOutcome(await deploying, 'rolled-back')
      expect(note(account)).toContain('cloudwatch:DescribeAlarms')
    } finally {
      await account.close()
    }
  })

  test('scaling that is suspended', async () => {
    const scalableTargets = [{ service: 'web', minCapacity: 1, maxCapacity: 4 }]
    const inputs = { 'desired-count': '0', autoscaling: 'suspend' }
    const { end, asked: calls } = await runIn(webScenario({}, { scalableTargets, deny }), inputs)
    expectOutcome(end, 'updated')
    expect(calls).toContain('application-autoscaling:RegisterScalableTarget')
  })

  test('old revisions that are tidied away', async () => {
    const taskDefinitions = ['1', '2', '3'].map((value) =>
      definition('v1', { environment: [{ name: 'REVISION', value }] }),
    )
    const scenario = webScenario({ taskDefinition: 'web:3' }, { taskDefinitions, deny })
    const { end, asked: calls } = await runIn(scenario, { image: ecrImage('v2'), 'keep-revisions': '1' })
    expectOutcome(end, 'deployed')
    expect(calls).toContain('ecs:DeregisterTaskDefinition')
  })

  test('a task before the deployment that does not end in time', async () => {
    const inputs = { image: ecrImage('v2'), 'pre-deploy-command': 'migrate', 'pre-deploy-timeout-minutes': '2' }
    const { end, asked: calls } = await runIn({ ...taskScenario({ kind: 'healthy' }), deny }, inputs)
    expectOutcome(end, 'failed')
    expect(calls).toEqual(expect.arrayContaining(['ecs:RunTask', 'ecs:StopTask']))
  })

  test('the address of a load balancer that is asked', async () => {
    const server = createServer((_, response) => response.end('ok'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    try {
      const { port } = server.address() as AddressInfo
      const inputs = { image: ecrImage('v2'), 'verify-urls': `http://{load-balancer}:${port}/` }
      const { end, asked: calls } = await runIn(webScenario({}, { loadBalancerName: 'localhost', deny }), inputs)
      expectOutcome(end, 'deployed')
      expect(calls).toContain('elasticloadbalancing:DescribeLoadBalancers')
    } finally {
      server.close()
    }
  })

  test('together they ask for everything in it, and for nothing that is not', () => {
    // Part of RegisterTaskDefinition: the simulator knows it as a right of the caller, but not as a call.
    const asPartOfAnother = ['iam:PassRole']
    // Nobody needs a permission for it.
    const free = ['sts:GetCallerIdentity']
    const used = [...asked].filter((action) => !free.includes(action)).sort()
    expect(used).toEqual([...allowed].filter((action) => !asPartOfAnother.includes(action)).sort())
  })
})

/** What __tests__/scenarios/permissions.test.ts does not try. */
const extras = Object.values(features).flatMap((feature) =>
  feature.uses
    .filter((action) => !/^ecs:|^ecr:(?:BatchGetImage|Describe(?:Repo|Pull))/.test(action))
    .map((action) => [action, feature] as const),
)

describe('without one of the extras', () => {
  test.each(extras)(
    '%s: the end is the same, and one notice names it',
    async (action, { scenario, inputs, outcome }) => {
      const { end, asked: calls } = await runIn({ ...scenario, deny: [...deny, action] }, inputs)
      expectOutcome(end, outcome)
      expect(end.report?.notices.filter((notice) => notice.includes(action))).toHaveLength(1)
      // Those that were under way together.
      expect(calls.filter((call) => call === action).length).toBeLessThanOrEqual(3)
    },
  )
})

async function runIn(
  scenario: Scenario,
  inputs: Inputs,
  prepare?: (account: Account) => void,
): Promise<{ readonly end: Ended; readonly asked: readonly string[] }> {
  const account = await Account.open(scenario)
  try {
    prepare?.(account)
    const end = await account.run(inputs)
    return { end, asked: note(account) }
  } finally {
    await account.close()
  }
}

function note({ simulator }: Account): readonly string[] {
  const actions = simulator.requests().map(({ service, operation }) => `${service}:${operation}`)
  for (const action of actions) asked.add(action)
  return actions
}
