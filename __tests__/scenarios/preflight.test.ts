/** What is found before anything is changed, and what is done about it: the built action against whole accounts. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { writeDockerStandIn } from '../../scripts/demo/docker-stand-in.ts'
import type { Scenario, ServiceScenario } from '../../simulator/scenario.ts'
import { Account, type Ended, type Inputs } from '../support/account.ts'
import { errors, expectOutcome, plain } from '../support/expectations.ts'
import { breaker, definition, ecrImage, images, webScenario } from '../support/web.ts'

jest.setTimeout(30_000)

let account: Account
afterEach(() => account.close())

const v2 = { image: ecrImage('v2') }
const arm = { tag: 'arm-single', platforms: ['linux/arm64'], manifest: 'single' } as const
/** An image with findings of these severities. */
const scanned = (...severities: readonly ('CRITICAL' | 'HIGH' | 'LOW')[]) => ({
  tag: 'scanned',
  scan: { findings: severities.map((severity) => ({ name: 'CVE-2026-0001', severity })) },
})
const secret = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:web/db-a1B2c3'
const parameter = 'arn:aws:ssm:us-east-1:111122223333:parameter/web/key'
const role = 'arn:aws:iam::111122223333:role/web-task'
const service = (own: Partial<ServiceScenario>, rest: Partial<Scenario> = {}): Scenario => webScenario(own, rest)
const running = (container: object, rest: object = {}) => ({ taskDefinition: definition('v1', container, rest) })

type Case = readonly [id: string, scenario: Scenario, inputs: Inputs, fact: string]

const errorCases: readonly Case[] = [
  [
    'image-platform',
    service({}, { repositories: [{ name: 'web', images: [...images, arm] }] }),
    { image: ecrImage('arm-single') },
    'is built for linux/arm64, and the task runs on linux/amd64',
  ],
  ['image-platform', service({}), { image: ecrImage('arm') }, 'docker buildx build --platform linux/amd64'],
  [
    'scan-findings',
    service({}, { repositories: [{ name: 'web', images: [...images, scanned('HIGH', 'LOW')] }] }),
    { image: ecrImage('scanned'), 'scan-findings': 'high' },
    'found 1 high. Look at what it is with aws ecr describe-image-scan-findings',
  ],
  [
    'secret-absent',
    service({}, { secrets: [] }),
    { ...v2, secrets: `DB=${secret}:password::` },
    'Secrets Manager in account 111122223333, Region us-east-1, has nothing of that name',
  ],
  [
    'secret-absent',
    service({}, { secrets: [] }),
    { ...v2, secrets: `KEY=${parameter}` },
    'The secret KEY of container "web"',
  ],
  [
    'secret-absent',
    service({}, { secrets: ['/other'] }),
    { ...v2, secrets: 'KEY=/web/key' },
    'Parameter Store in the Region',
  ],
  [
    'role-absent',
    service({}, { roles: [{ name: 'ecsTaskExecutionRole' }] }),
    { ...v2, 'task-role-arn': role },
    `The task role ${role} does not exist.`,
  ],
  [
    'role-trust',
    service({}, { roles: [{ name: 'ecsTaskExecutionRole' }, { name: 'web-task', trust: ['lambda.amazonaws.com'] }] }),
    { ...v2, 'task-role-arn': role },
    'its trust policy does not name ecs-tasks.amazonaws.com',
  ],
  [
    'fargate-size',
    service({}),
    { ...v2, cpu: '256', memory: '4096' },
    'With 256 CPU units memory is 512, 1024 or 2048 MiB.',
  ],
  [
    'fargate-settings',
    service({}),
    { ...v2, 'log-configuration-log-driver': 'journald' },
    'logs with the driver journald, which Fargate does not have',
  ],
  [
    'cannot-progress',
    service({ deploymentConfiguration: { ...breaker.rollback, minimumHealthyPercent: 100, maximumPercent: 100 } }),
    v2,
    'can neither stop an old task nor start a new one',
  ],
]

describe('an error ends the run before anything is changed', () => {
  test.each(errorCases)('%s: enforce', async (id, scenario, inputs, fact) => {
    account = await Account.open(scenario)
    const run = await account.run(inputs)
    expectOutcome(run, 'failed')
    const [error = ''] = errors(run)
    expect(error).toContain(fact)
    expect(error).toContain(`[${id}]`)
    expect(plain(run.summary)).toContain(fact)
    expect(error.replaceAll('%3A', ':')).toContain('blob/v1/docs/preflight.md')
    expect(ids(run, 'error')).toEqual([id])
    expect(account.changes()).toEqual([])
  })

  test('of the load balancer: a container that the new definition does not have', async () => {
    account = await Account.open(service({}))
    const text = JSON.stringify(definition('v2', { name: 'app' }), undefined, 2)
    const run = await account.run({ 'task-definition': 'web.json' }, { files: { 'web.json': text } })
    expectOutcome(run, 'failed')
    expect(errors(run)[0]).toMatch(/^::error title=web: web\.json:\d+:\d+::/)
    expect(errors(run)[0]).toContain('sends to the container "web", and the task definition has "app"')
    expect(ids(run, 'error')).toEqual(['load-balancer-container'])
    expect(account.changes()).toEqual([])
  })

  test('several are told at once, each with its place', async () => {
    account = await Account.open(service({}, { secrets: [], roles: [{ name: 'ecsTaskExecutionRole' }] }))
    const secrets = [{ name: 'DB', valueFrom: secret }]
    const file = definition(
      'v2',
      { secrets, portMappings: [{ containerPort: 9090 }] },
      { taskRoleArn: role, memory: '513' },
    )
    const run = await account.run(
      { 'task-definition': 'web.json' },
      { files: { 'web.json': JSON.stringify(file, undefined, 2) } },
    )
    expectOutcome(run, 'failed')
    expect(ids(run, 'error')).toEqual(['secret-absent', 'role-absent', 'fargate-size', 'load-balancer-container'])
    const places = run.report?.diagnoses[0]?.explanation.split('\n') ?? []
    expect(places).toHaveLength(4)
    for (const place of places) expect(place).toMatch(/^web\.json:\d+:\d+: /)
    expect(account.changes()).toEqual([])
  })
})

describe('an image in another registry', () => {
  const reference = 'docker.io/example/shop:v2'

  test.each([
    ['an index', 'index'],
    ['a single image, as an ARM laptop builds it', 'single'],
  ] as const)('%s: the platform that docker tells is checked as well', async (_, manifest) => {
    const shop = { reference, platforms: ['linux/arm64'], manifest }
    account = await Account.open(webScenario({}, { otherImages: [shop] }))
    const bin = join(account.folder, 'bin')
    writeDockerStandIn(bin, account.simulator)
    const run = await account.run({ image: reference }, { path: [bin] })
    expectOutcome(run, 'failed')
    expect(errors(run)[0]).toContain('is built for linux/arm64, and the task runs on linux/amd64')
    expect(account.changes()).toEqual([])
  })

  test.each([
    ['a notice says so', {}, 1],
    ['unless nobody wants the check', { 'preflight-ignore': 'image-platform' }, 0],
  ] as const)('where docker does not tell the platform, %s', async (_, own, notices) => {
    account = await Account.open(webScenario({}, { otherImages: [{ reference, manifest: 'single' }] }))
    const bin = join(account.folder, 'bin')
    mkdirSync(bin)
    const digest = `sha256:${'a'.repeat(64)}`
    writeFileSync(join(bin, 'docker'), `#!/bin/sh\necho '${JSON.stringify({ manifest: { digest } })}'\n`, {
      mode: 0o755,
    })
    const run = await account.run({ image: reference, 'wait-for-service-stability': 'false', ...own }, { path: [bin] })
    expectOutcome(run, 'started')
    const told = run.report?.notices.filter((notice) => notice.startsWith('Preflight skipped image-platform')) ?? []
    expect(told).toHaveLength(notices)
  })
})

describe('scans of images', () => {
  const withImage = (image: object): Scenario =>
    service({}, { repositories: [{ name: 'web', images: [...images, { tag: 'scanned', ...image }] }] })
  const inputs = { image: ecrImage('scanned'), 'scan-findings': 'high' }

  test('less grave findings stop nothing', async () => {
    account = await Account.open(withImage(scanned('LOW')))
    expectOutcome(await account.run(inputs), 'deployed')
  })

  test('are not asked for unless it is wanted', async () => {
    account = await Account.open(withImage(scanned('CRITICAL')))
    expectOutcome(await account.run({ image: ecrImage('scanned') }), 'deployed')
    expect(account.calls('DescribeImageScanFindings')).toEqual([])
  })

  test.each([
    ['was never scanned', {}, 'it was never scanned'],
    ['is being scanned', { scan: { status: 'IN_PROGRESS' } }, 'its scan is IN_PROGRESS'],
    ['cannot be scanned', { scan: { status: 'UNSUPPORTED_IMAGE' } }, 'its scan is UNSUPPORTED_IMAGE'],
  ])('an image that %s is deployed, and a notice says so', async (_, image, reason) => {
    account = await Account.open(withImage(image))
    const run = await account.run(inputs)
    expectOutcome(run, 'deployed')
    const notices = run.report?.notices.filter((notice) => notice.startsWith('Preflight skipped scan-findings')) ?? []
    expect(notices).toHaveLength(1)
    expect(notices[0]).toContain(reason)
  })

  test('findings of an enhanced scan, which goes on, count', async () => {
    const { scan } = scanned('CRITICAL')
    account = await Account.open(withImage({ scan: { ...scan, status: 'ACTIVE' } }))
    const run = await account.run(inputs)
    expectOutcome(run, 'failed')
    expect(errors(run)[0]).toContain('found 1 critical')
    expect(account.changes()).toEqual([])
  })

  test('without the permission it is skipped with the others', async () => {
    account = await Account.open({ ...withImage(scanned('CRITICAL')), deny: ['ecr:DescribeImageScanFindings'] })
    const run = await account.run(inputs)
    expectOutcome(run, 'deployed')
    expect(run.log).toMatch(/Preflight skipped scan-findings for want of permissions.*"ecr:DescribeImageScanFindings"/)
  })
})

describe('how strict it is', () => {
  const [, , , missing] = errorCases
  const [, scenario, inputs] = missing as Case

  test('warn: told, and deployed as far as ECS goes', async () => {
    account = await Account.open(scenario)
    const run = await account.run({ ...inputs, preflight: 'warn', 'wait-for-service-stability': 'false' })
    expectOutcome(run, 'started')
    expect(ids(run, 'warning')).toContain('secret-absent')
    expect(run.log).toContain('[secret-absent]')
  })

  test('off: nothing is looked up', async () => {
    account = await Account.open(scenario)
    const run = await account.run({ ...inputs, preflight: 'off', 'wait-for-service-stability': 'false' })
    expectOutcome(run, 'started')
    expect(run.report?.findings).toEqual([])
    for (const operation of lookUps) expect(account.calls(operation)).toEqual([])
  })

  test('ignored: neither told nor looked up', async () => {
    account = await Account.open(scenario)
    const own = {
      'preflight-ignore': 'secret-absent\n# and\nno-log-configuration',
      'wait-for-service-stability': 'false',
    }
    const run = await account.run({ ...inputs, ...own })
    expectOutcome(run, 'started')
    expect(run.report?.findings).toEqual([])
    expect(account.calls('DescribeParameters')).toEqual([])
  })

  test('an id that does not exist: an error with the nearest one', async () => {
    account = await Account.open(scenario)
    const run = await account.run({ ...v2, 'preflight-ignore': 'secret-absnt' })
    expectOutcome(run, 'failed')
    expect(errors(run)[0]).toContain('There is no check "secret-absnt". Did you mean secret-absent?')
    expect(account.simulator.requests()).toEqual([])
  })

  test('dry-run: told as well', async () => {
    account = await Account.open(scenario)
    const run = await account.run({ ...inputs, 'dry-run': 'true' })
    expectOutcome(run, 'failed')
    expect(ids(run, 'error')).toEqual(['secret-absent'])
  })

  test('unchanged: nothing is looked up', async () => {
    account = await Account.open(service({}))
    expectOutcome(await account.run(v2), 'deployed')
    const before = account.simulator.requests().length
    expectOutcome(await account.run(v2), 'unchanged')
    const operations = account.simulator.requests().slice(before)
    for (const { operation } of operations) expect(lookUps).not.toContain(operation)
  })
})

const lookUps = [
  'DescribeSecret',
  'DescribeParameters',
  'GetRole',
  'SimulatePrincipalPolicy',
  'GetDownloadUrlForLayer',
  'DescribeSecurityGroups',
  'GetCallerIdentity',
]

const open = {
  awsvpcConfiguration: {
    subnets: ['subnet-0a1b2c3d'],
    securityGroups: ['sg-0a1b2c3d'],
    assignPublicIp: 'ENABLED' as const,
  },
}
const execution = { name: 'ecsTaskExecutionRole', deny: ['secretsmanager:GetSecretValue', 'logs:*'] }

const noKey = { name: 'ecsTaskExecutionRole', deny: ['kms:*'] }

const warningCases: readonly Case[] = [
  [
    'no-circuit-breaker',
    service({ deploymentConfiguration: breaker.none }),
    v2,
    'circuit breaker of the service is off',
  ],
  [
    'health-check-tool',
    service({}),
    {
      'task-definition': 'web.json',
      file: JSON.stringify(
        definition('111122223333.dkr.ecr.us-east-1.amazonaws.com/web:v2-alpine', {
          healthCheck: { command: ['CMD-SHELL', 'curl -f http://localhost/ || exit 1'] },
        }),
      ),
    },
    'calls curl, which is unlikely to be in the image',
  ],
  [
    'secret-in-environment',
    service({}),
    { ...v2, 'environment-variables': 'DB_PASSWORD=canary-password-c4n4ry' },
    'DB_PASSWORD of container "web" looks like a secret',
  ],
  ['latest-tag', service({}), { image: ecrImage('latest') }, 'has the tag latest'],
  ['no-log-configuration', service({}), v2, 'Container "web" has no logConfiguration'],
  [
    'placeholder',
    service({}),
    { ...v2, secrets: 'DB=arn:aws:secretsmanager:us-east-1:ACCOUNT:secret:web/db' },
    'still holds a placeholder (ACCOUNT)',
  ],
  [
    'open-to-internet',
    service({ networkConfiguration: open, loadBalancer: undefined as never }),
    v2,
    'lets 0.0.0.0/0 reach port 8080',
  ],
  [
    'closed-to-all',
    service(
      { networkConfiguration: open, loadBalancer: undefined as never },
      { securityGroups: [{ id: 'sg-0a1b2c3d', openPorts: [443] }] },
    ),
    v2,
    'aws ec2 authorize-security-group-ingress --group-id sg-0a1b2c3d --protocol tcp --port 8080',
  ],
  [
    'no-public-address',
    service({
      networkConfiguration: { awsvpcConfiguration: { ...open.awsvpcConfiguration, assignPublicIp: 'DISABLED' } },
      loadBalancer: undefined as never,
    }),
    v2,
    'gives its tasks no public address (assignPublicIp is DISABLED)',
  ],
  ['one-subnet', service({ networkConfiguration: open }), v2, 'All tasks run in one subnet'],
  [
    'no-load-balancer',
    { ...service({ desiredCount: 2 }) },
    v2,
    '2 tasks are wanted and the service has no load balancer',
  ],
  [
    'count-is-scaled',
    service({}, { scalableTargets: [{ service: 'web', minCapacity: 1, maxCapacity: 4 }] }),
    { ...v2, 'desired-count': '1' },
    'Application Auto Scaling steers the count',
  ],
  [
    'execution-role-rights',
    service({}, { roles: [execution] }),
    { ...v2, secrets: `DB=${secret}` },
    `may not do secretsmanager:GetSecretValue on ${secret}`,
  ],
  [
    'execution-role-rights',
    service({}, { roles: [noKey], secretKeys: { 'web/db': '1234-abcd' } }),
    { ...v2, secrets: `DB=${secret}` },
    'may not do kms:Decrypt on arn:aws:kms:us-east-1:111122223333:key/1234-abcd',
  ],
  [
    'execution-role-rights',
    service({}, { roles: [noKey], secretKeys: { '/web/key': 'arn:aws:kms:us-east-1:111122223333:key/5678' } }),
    { ...v2, secrets: `KEY=${parameter}` },
    'may not do kms:Decrypt on arn:aws:kms:us-east-1:111122223333:key/5678',
  ],
  [
    'pass-role',
    service({}, { deny: ['iam:PassRole'] }),
    { ...v2, 'dry-run': 'true' },
    'may not pass arn:aws:iam::111122223333:role/ecsTaskExecutionRole',
  ],
  [
    'caller-rights',
    service({}, { deny: ['ecs:UpdateService'] }),
    { ...v2, 'dry-run': 'true' },
    'may not do ecs:UpdateService. Allow it: {"Effect": "Allow", "Action": "ecs:UpdateService", "Resource": "arn:aws:ecs:us-east-1:111122223333:service/default/web"}',
  ],
]

describe('a warning is told and stops nothing', () => {
  test.each(warningCases)('%s', async (id, scenario, { file, ...inputs }, fact) => {
    account = await Account.open(withoutBalancer(id, withLatest(scenario)))
    const given = { 'wait-for-service-stability': 'false', ...inputs } as Inputs
    const run = await account.run(given, file === undefined ? {} : { files: { 'web.json': file } })
    expectOutcome(run, given['dry-run'] === 'true' ? 'planned' : 'started')
    expect(ids(run, 'warning')).toContain(id)
    expect(ids(run, 'error')).toEqual([])
    const told = run.log.split('\n').filter((line) => line.includes(`[${id}]`))
    expect(told).toHaveLength(1)
    expect(told[0]?.replaceAll('%3A', ':')).toContain(fact)
    expect(plain(run.summary)).toContain('Preflight warnings')
    expect(plain(run.summary)).toContain(id)
    const page = 'https://github.com/org/ecs-deploy/blob/v1/docs/preflight.md'
    expect(run.log).toContain(`What each check of preflight means: ${page}`)
    expect(run.summary).toContain(`<a href="${page}">What each check means</a>`)
    expect(written(run)).not.toContain('c4n4ry')
  })

  test('deployment-under-way', async () => {
    account = await Account.open(service({}), { speed: 60 })
    expectOutcome(await account.run({ ...v2, 'wait-for-service-stability': 'false' }), 'started')
    const run = await account.run({ image: ecrImage('crash'), 'wait-for-service-stability': 'false' })
    expectOutcome(run, 'started')
    expect(ids(run, 'warning')).toContain('deployment-under-way')
  })

  test('those with a place in the file are annotations there, five at most', async () => {
    account = await Account.open(service({}))
    const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G']
    const environment = names.map((name) => ({ name: `${name}_TOKEN`, value: `canary-${name}-c4n4ry` }))
    const text = JSON.stringify(definition('v2', { environment }), undefined, 2)
    const line = text.split('\n').findIndex((one) => one.includes('canary-A')) + 1
    const run = await account.run(
      { 'task-definition': 'web.json', 'wait-for-service-stability': 'false' },
      { files: { 'web.json': text } },
    )
    expectOutcome(run, 'started')
    const annotations = run.log.split('\n').filter((one) => one.startsWith('::warning'))
    expect(annotations).toHaveLength(5)
    expect(annotations[0]).toMatch(new RegExp(`^::warning file=web\\.json,line=${line},col=\\d+::Preflight`))
    for (const name of names) expect(run.log).toContain(`${name}_TOKEN`)
    expect(written(run)).not.toContain('c4n4ry')
  })

  test('a good service with a good definition: no finding', async () => {
    const logConfiguration = {
      logDriver: 'awslogs',
      options: { 'awslogs-group': '/ecs/web', 'awslogs-region': 'us-east-1' },
    }
    account = await Account.open(service(running({ logConfiguration, secrets: [{ name: 'DB', valueFrom: secret }] })))
    const run = await account.run(v2)
    expectOutcome(run, 'deployed')
    expect(run.report?.findings).toEqual([])
    expect(run.report?.notices).toEqual([])
    expect(run.summary).not.toContain('Preflight')
  })
})

test('secrets with the keys of AWS need no right to decrypt, and no call more', async () => {
  account = await Account.open(service({}, { roles: [noKey] }))
  const run = await account.run({ ...v2, secrets: `DB=${secret}\nKEY=${parameter}` })
  expectOutcome(run, 'deployed')
  expect(ids(run, 'warning')).not.toContain('execution-role-rights')
  const asked = account.sent('SimulatePrincipalPolicy').map((input) => JSON.stringify(input))
  expect(asked.join()).not.toContain('kms:Decrypt')
})

describe('without permissions', () => {
  const deny = [
    'secretsmanager:DescribeSecret',
    'ssm:DescribeParameters',
    'iam:GetRole',
    'iam:SimulatePrincipalPolicy',
    'ecr:GetDownloadUrlForLayer',
    'ec2:DescribeSecurityGroups',
    'application-autoscaling:DescribeScalableTargets',
  ]
  const secrets = `DB=${secret}\nOTHER=${secret.replace('db', 'other')}\nKEY=${parameter}`
  const inputs = { ...v2, secrets, 'desired-count': '1', 'task-role-arn': role }

  test('all are skipped in one line with a statement to paste; each denied call is made once; it deploys', async () => {
    account = await Account.open(service({ networkConfiguration: open }, { deny }))
    const run = await account.run(inputs)
    expectOutcome(run, 'deployed')
    const lines = run.log.split('\n').filter((line) => line.includes('Preflight skipped'))
    expect(lines).toHaveLength(1)
    const statement = JSON.parse(/To allow them: (.*)$/.exec(lines[0] ?? '')?.[1] ?? '') as { Action: string[] }
    expect(statement).toMatchObject({ Effect: 'Allow', Resource: '*' })
    expect([...statement.Action].sort()).toEqual([...deny].sort())
    for (const action of deny) {
      const calls = account.calls(action.split(':')[1] ?? '')
      expect([action, calls.length]).toEqual([action, 1])
    }
  })

  test('what fails otherwise is skipped too, with its reason', async () => {
    account = await Account.open(service({}))
    account.fault({
      kind: 'error',
      type: 'InternalServiceError',
      message: 'Busy.',
      operation: 'GetRole',
      times: 9,
    } as never)
    const run = await account.run(v2)
    expectOutcome(run, 'deployed')
    expect(run.log).toContain('Preflight skipped role-absent, role-trust (iam:GetRole: InternalServiceError: Busy)')
  })
})

function ids({ report }: Ended, severity: 'error' | 'warning'): readonly string[] {
  const findings = (report?.findings ?? []) as readonly { readonly id: string; readonly severity: string }[]
  return findings.filter((finding) => finding.severity === severity).map(({ id }) => id)
}

/** Everything that a run wrote anywhere. */
function written(run: Ended): string {
  const files = readdirSync(run.folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(run.folder, name))
    .filter((path) => statSync(path).isFile())
  return [run.log, ...files.map((path) => readFileSync(path, 'utf8'))].join('\n')
}

function withLatest(scenario: Scenario): Scenario {
  const more = [{ tag: 'latest', content: 'latest' }, { tag: 'v2-alpine' }]
  return { ...scenario, repositories: [{ name: 'web', images: [...images, ...more] }] }
}

function withoutBalancer(id: string, scenario: Scenario): Scenario {
  if (id !== 'no-load-balancer' && id !== 'open-to-internet') return scenario
  const services = (scenario.services ?? []).map(({ loadBalancer: _, ...rest }) => rest)
  return { ...scenario, services }
}
