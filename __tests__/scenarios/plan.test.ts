import { ECSClient, UpdateServiceCommand } from '@aws-sdk/client-ecs'
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { Account } from '../support/account.ts'
import { errors, expectOutcome, plain } from '../support/expectations.ts'
import { expectPlan, plan } from '../support/plan.ts'
import { breaker, definition, ecrImage, webScenario } from '../support/web.ts'

jest.setTimeout(30_000)

let account: Account
afterEach(() => account.close())

const noChange = { containers: [], task: [] }
const ours = [
  { key: 'ecs-deploy:commit', value: 'c'.repeat(40) },
  { key: 'ecs-deploy:repository', value: 'octo-org/example' },
]

describe('what would change', () => {
  test('an image: by tag and digest, with nothing else', async () => {
    account = await Account.open(webScenario({ taskDefinition: definition('v1', {}, { tags: ours }) }))
    const run = await plan(account, { image: ecrImage('v2') })
    expectPlan(run, 'planned', account)
    expect(run.outputs).toMatchObject({ changed: 'true', 'previous-task-definition': 'web:1', errors: '0' })
    expect(run.outputs['image-digest']).toBe(account.digestOf('v2'))
    expect(run.told.plan?.difference).toMatchObject({
      containers: [{ name: 'web', environment: { added: [], removed: [], changed: [] }, secrets: [], members: [] }],
      task: [],
    })
    const [old, now] = [account.digestOf('v1'), account.digestOf('v2')].map((digest) => digest.slice(0, 19))
    expect(run.log).toContain(`    image: web:v1 (${old}) → web:v2 (${now})`)
    expect(plain(run.summary)).toContain(`| Image of web | web:v1 (${old}) | web:v2 (${now}) |`)
    expect(run.log).toContain('UpdateService would carry: a new revision of the task definition.')
    expect(run.told.plan?.drift).toEqual([])
  })

  test('only variables: by name, without a value', async () => {
    const environment = [
      { name: 'STAYS', value: 'same' },
      { name: 'TURNS', value: 'hunter1' },
    ]
    account = await Account.open(webScenario({ taskDefinition: definition('v1', { environment }) }))
    const run = await plan(account, { 'environment-variables': 'TURNS=hunter2\nCOMES=hunter3\nSTAYS=same' })
    expectPlan(run, 'planned', account)
    expect(run.outputs.changed).toBe('true')
    expect(run.told.plan?.difference.containers).toEqual([
      {
        name: 'web',
        kind: 'changed',
        environment: { added: ['COMES'], removed: [], changed: ['TURNS'] },
        secrets: [],
        members: [],
      },
    ])
    expect(run.log).toContain('    environment: added COMES; changed TURNS')
    expect(`${run.log}${run.summary}${JSON.stringify(run.told)}`).not.toContain('hunter')
  })

  test('secrets by reference, sizes, roles, and the cost of it', async () => {
    account = await Account.open(webScenario())
    const inputs = {
      secrets: 'DB=arn:aws:ssm:us-east-1:111122223333:parameter/db',
      cpu: '512',
      memory: '1024',
      'task-role-arn': 'arn:aws:iam::111122223333:role/task',
      preflight: 'off',
    }
    const run = await plan(account, inputs)
    expectPlan(run, 'planned', account)
    expect(run.log).toContain('    secret DB: not set → arn:aws:ssm:us-east-1:111122223333:parameter/db')
    expect(run.log).toContain('    memory: 512 → 1024')
    expect(run.log).toContain('    taskRoleArn: not set → arn:aws:iam::111122223333:role/task')
    expect(run.outputs).toMatchObject({ 'cost-before': '9.01', 'cost-after': '18.02' })
    expect(run.log).toContain('Cost per month: $9.01 (1 × 0.25 vCPU, 0.5 GB) → $18.02 (1 × 0.5 vCPU, 1 GB)')
    expect(run.log).toContain('An estimate by list prices as published when the table of this action was written, 20')
  })

  test('settings of the service: what UpdateService would carry, before and after', async () => {
    account = await Account.open(webScenario())
    const inputs = { 'desired-count': '3', 'deployment-circuit-breaker': 'rollback', 'enable-execute-command': 'true' }
    const run = await plan(account, inputs)
    expectPlan(run, 'planned', account)
    expect(run.told.plan?.difference).toEqual(noChange)
    expect(run.told.plan?.update?.settings).toEqual([
      { input: 'desired-count', before: '1', after: '3', differs: true },
      { input: 'enable-execute-command', before: 'false', after: 'true', differs: true },
      expect.objectContaining({ input: 'deployment-circuit-breaker', differs: false }),
    ])
    expect(run.log).toContain('    desired-count: 1 → 3')
    expect(run.outputs).toMatchObject({ changed: 'true', 'cost-after': '27.03' })
  })

  test('the same revision again, because it is forced: said so', async () => {
    account = await Account.open(webScenario())
    const run = await plan(account, { 'force-new-deployment': 'true' })
    expectPlan(run, 'planned', account)
    expect(run.outputs.changed).toBe('true')
    expect(run.log).toContain('A deployment would start what runs again.')
    expect(run.log).toContain('a new deployment is forced')
  })

  test('a revision that is there already is named', async () => {
    const taskDefinitions = [definition('v1'), definition('v2')]
    account = await Account.open(webScenario({ taskDefinition: 'web:1' }, { taskDefinitions }))
    const run = await plan(account, { 'task-definition': 'web:2' })
    expectPlan(run, 'planned', account)
    expect(run.log).toContain('UpdateService would carry: web:2, which is there already.')
  })

  test('a container comes, from a file, with its place in the findings', async () => {
    account = await Account.open(webScenario())
    const [web] = definition('v1').containerDefinitions ?? []
    const proxy = { name: 'proxy', image: 'public.ecr.aws/docker/library/envoy:1', essential: false }
    const file = { ...definition('v1'), containerDefinitions: [web, proxy] }
    const inputs = { 'task-definition': 'web.json', 'pin-digest': 'false' }
    const run = await plan(account, inputs, { files: { 'web.json': JSON.stringify(file, undefined, 2) } })
    expectPlan(run, 'planned', account)
    expect(run.told.plan?.difference.containers).toMatchObject([{ name: 'proxy', kind: 'added' }])
    expect(run.told.findings).toContainEqual(expect.objectContaining({ id: 'no-log-configuration', file: 'web.json' }))
    expect(plain(run.summary)).toContain('### Container proxy (added)')
  })
})

test('a deployment with the same inputs does what the plan said, and then there is nothing to change', async () => {
  account = await Account.open(webScenario())
  const inputs = { image: ecrImage('v2'), memory: '1024', 'desired-count': '2', 'environment-variables': 'A=b' }
  const planned = await plan(account, inputs)
  expectPlan(planned, 'planned', account)
  expectOutcome(await account.run(inputs), 'deployed')
  const { update, images } = planned.told.plan ?? {}
  expect(update).toMatchObject({ taskDefinition: 'new', forceNewDeployment: false })
  expect(account.changes()).toEqual(['RegisterTaskDefinition', 'UpdateService'])
  expect(account.sent('RegisterTaskDefinition')).toEqual([
    expect.objectContaining({
      memory: '1024',
      containerDefinitions: [
        expect.objectContaining({ image: images?.web?.after?.image, environment: [{ name: 'A', value: 'b' }] }),
      ],
    }),
  ])
  const carried = ['cluster', 'service', 'taskDefinition', ...(update?.settings ?? []).map(() => 'desiredCount')]
  expect(Object.keys(account.sent('UpdateService')[0] as object).sort()).toEqual([...carried].sort())
  const again = await plan(account, inputs)
  expect(again.outputs.changed).toBe('false')
})

describe('nothing to change', () => {
  test('the status of the service, and changed is false', async () => {
    account = await Account.open(webScenario())
    const env = { GITHUB_SHA: 'a'.repeat(40) }
    expectOutcome(await account.run({ image: ecrImage('v2') }, { env }), 'deployed')
    const before = account.changes().length
    const run = await plan(account, { image: ecrImage('v2') })
    expect(account.changes()).toHaveLength(before)
    expect(run.outputs).toMatchObject({ outcome: 'planned', changed: 'false' })
    expect(run.told.plan?.difference).toEqual(noChange)
    expect(run.log).toContain('Nothing to change: web:2 runs already')
    expect(run.log).toContain('Status: 1 of 1 task running, 0 pending.')
    expect(run.log).toContain(`  commit: ${'a'.repeat(40)}`)
    expect(run.log).toMatch(/ {2}last deployment: ecs-svc\/\d+ COMPLETED, started \d{4}-/)
    const page = plain(run.summary)
    expect(page).toContain('## ✅ web: nothing to change')
    expect(page).toContain('has reached a steady state.')
    expect(page).toContain(`- Commit: ${'a'.repeat(40)}`)
    expect(page).toContain(account.digestOf('v2').slice(0, 19))
  })
})

describe('drift', () => {
  const image = { image: ecrImage('v2') }

  test('what was not deployed by this tool', async () => {
    account = await Account.open(webScenario())
    const run = await plan(account, image)
    expectPlan(run, 'planned', account)
    expect(run.log).toContain('Drift: web:1 was not deployed by this tool')
    expect(plain(run.summary)).toContain('### Drift')
  })

  test('what was deployed from another repository', async () => {
    const tags = [{ key: 'ecs-deploy:repository', value: 'octo-org/other' }]
    account = await Account.open(webScenario({ taskDefinition: definition('v1', {}, { tags }) }))
    const run = await plan(account, image)
    expect(run.told.plan?.drift).toEqual([
      { kind: 'other-repository', text: 'web:1 was deployed by this tool from another repository: octo-org/other.' },
    ])
  })

  test('settings that were changed by hand after this very commit was deployed', async () => {
    account = await Account.open(webScenario())
    const inputs = { ...image, 'desired-count': '1' }
    expectOutcome(await account.run(inputs), 'deployed')
    const client = new ECSClient({
      region: 'us-east-1',
      endpoint: account.simulator.url,
      credentials: { accessKeyId: 'AKIASIMULATED', secretAccessKey: 'simulated-secret-key' },
    })
    await client.send(new UpdateServiceCommand({ service: 'web', desiredCount: 2 }))
    const run = await plan(account, inputs)
    expect(run.told.plan?.update?.settings).toEqual([
      { input: 'desired-count', before: '2', after: '1', differs: true },
    ])
    expect(run.told.plan?.drift).toEqual([
      expect.objectContaining({ kind: 'changed-since', text: expect.stringContaining('(desiredCount)') }),
    ])
  })
})

describe('findings', () => {
  const absent = { secrets: 'DB=arn:aws:ssm:us-east-1:111122223333:parameter/absent' }

  test('enforce: the whole plan is told, and the step fails', async () => {
    account = await Account.open(webScenario({}, { secrets: [] }))
    const run = await plan(account, { ...absent, image: ecrImage('v2') })
    expectPlan(run, 'failed', account)
    expect(run.outputs).toMatchObject({ changed: 'true', errors: '1' })
    expect(run.log).toContain('    secret DB: not set → arn:aws:ssm:us-east-1:111122223333:parameter/absent')
    expect(errors(run)[0]).toContain('[secret-absent]')
    expect(run.log).toContain('A deployment would end before it changed anything: preflight found an error.')
    const page = plain(run.summary)
    expect(page).toContain('## ❌ web: a deployment would be refused')
    expect(page).toContain('### Preflight: 1 error')
    expect(page).toContain('| Image of web |')
  })

  test('warn: told, and the step succeeds', async () => {
    account = await Account.open(webScenario({}, { secrets: [] }))
    const run = await plan(account, { ...absent, preflight: 'warn' })
    expectPlan(run, 'planned', account)
    expect(run.outputs.errors).toBe('0')
    expect(run.told.findings).toContainEqual(expect.objectContaining({ id: 'secret-absent', severity: 'warning' }))
  })

  test('off: nothing is looked up', async () => {
    account = await Account.open(webScenario())
    const run = await plan(account, { ...absent, preflight: 'off' })
    expectPlan(run, 'planned', account)
    expect(run.told.findings).toEqual([])
    expect(account.calls('DescribeParameters')).toEqual([])
  })

  test('a deployment that is under way is one', async () => {
    account = await Account.open(webScenario({ deploymentConfiguration: breaker.none }), { speed: 60 })
    expectOutcome(await account.run({ image: ecrImage('sick'), 'wait-for-service-stability': 'false' }), 'started')
    const before = account.changes().length
    const run = await plan(account, { image: ecrImage('v2') })
    expect(run.outputs.outcome).toBe('planned')
    expect(account.changes()).toHaveLength(before)
    expect(run.told.findings).toContainEqual(expect.objectContaining({ id: 'deployment-under-way' }))
  })
})

describe('no plan', () => {
  test('wrong inputs: all at once, before anybody is asked', async () => {
    account = await Account.open(webScenario())
    const run = await plan(account, { 'desired-count': 'many', 'wait-for-minutes': '5', comment: 'always' })
    expectPlan(run, 'failed', account)
    expect(run.outputs).toMatchObject({ changed: '', cause: 'input' })
    for (const name of ['desired-count', 'wait-for-minutes', 'comment'])
      expect(errors(run)[0]).toContain(`Input "${name}"`)
    expect(account.simulator.requests()).toEqual([])
    expect(plain(run.summary)).toContain('no plan')
  })

  test('a service that is not there', async () => {
    account = await Account.open(webScenario())
    const run = await plan(account, { service: 'wbe' })
    expectPlan(run, 'failed', account)
    expect(errors(run)[0]).toContain('has no service "wbe"')
  })

  test('an image that is not there: said so, with what is', async () => {
    account = await Account.open(webScenario())
    const run = await plan(account, { image: ecrImage('v9') })
    expectPlan(run, 'failed', account)
    expect(errors(run)[0]).toContain('[image-absent]')
  })

  test('an image that is not there yet goes with pin-digest: false', async () => {
    account = await Account.open(webScenario())
    const run = await plan(account, { image: ecrImage('v9'), 'pin-digest': 'false' })
    expectPlan(run, 'planned', account)
    expect(run.log).toContain('→ web:v9')
  })

  test('a permission is missing: it is named', async () => {
    account = await Account.open(webScenario({}, { deny: ['ecs:DescribeServices'] }))
    const run = await plan(account)
    expectPlan(run, 'failed', account)
    expect(errors(run)[0]).toContain('Allow ecs:DescribeServices')
  })

  test('the run is cancelled', async () => {
    account = await Account.open(webScenario(), { speed: 20 })
    account.fault({ kind: 'delay', operation: 'DescribeTaskDefinition', seconds: 600 })
    const run = await plan(account, {}, { signals: [{ signal: 'SIGINT', when: /Planning a deployment/ }] })
    expect(run.outputs.outcome).toBe('cancelled')
    expect(run.exitCode).toBe(1)
    expect(account.changes()).toEqual([])
  })
})

test('without permissions: all checks are skipped in one line with a statement to paste, and each denied call is made once', async () => {
  const deny = [
    'secretsmanager:DescribeSecret',
    'ssm:DescribeParameters',
    'iam:GetRole',
    'iam:SimulatePrincipalPolicy',
    'ecr:GetDownloadUrlForLayer',
    'ecr:DescribeImageScanFindings',
    'ec2:DescribeSecurityGroups',
    'application-autoscaling:DescribeScalableTargets',
  ]
  const secret = (name: string) => `arn:aws:secretsmanager:us-east-1:111122223333:secret:web/${name}-a1B2c3`
  const single = (tag: string) => ({ tag, content: tag, manifest: 'single' as const })
  const awsvpcConfiguration = { subnets: ['subnet-1'], securityGroups: ['sg-1'], assignPublicIp: 'ENABLED' as const }
  const sidecar = { name: 'proxy', image: ecrImage('v1'), essential: false }
  const base = definition('v1')
  const taskDefinition = { ...base, containerDefinitions: [...(base.containerDefinitions ?? []), sidecar] }
  const repositories = [{ name: 'web', images: [{ tag: 'v1' }, single('one'), single('two')] }]
  account = await Account.open(
    webScenario({ taskDefinition, networkConfiguration: { awsvpcConfiguration } }, { repositories, deny }),
  )
  const inputs = {
    images: `web=${ecrImage('one')}\nproxy=${ecrImage('two')}`,
    'container-name': 'web',
    secrets: `DB=${secret('db')}\nOTHER=${secret('other')}\nKEY=/web/key`,
    'task-role-arn': 'arn:aws:iam::111122223333:role/web-task',
    'desired-count': '2',
    'scan-findings': 'low',
  }
  const run = await plan(account, inputs)
  expectPlan(run, 'planned', account)
  const lines = run.log.split('\n').filter((line) => line.includes('Preflight skipped'))
  expect(lines).toHaveLength(1)
  const statement = JSON.parse(/To allow them: (.*)$/.exec(lines[0] ?? '')?.[1] ?? '') as { Action: string[] }
  expect(statement).toMatchObject({ Effect: 'Allow', Resource: '*' })
  expect([...statement.Action].sort()).toEqual([...deny].sort())
  const calls = deny.map((action) => [action, account.calls(action.split(':')[1] ?? '').length])
  expect(calls).toEqual(deny.map((action) => [action, 1]))
  expect(run.told.notices.filter((notice) => notice.startsWith('Preflight skipped'))).toHaveLength(1)
})
