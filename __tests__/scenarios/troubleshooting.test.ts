/**
 * What the guides behind the five examples tell people to look for by hand when a deployment fails: the built action says it,
 * with its cure. docs/diagnosis.md has the whole list.
 */
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import type { ImageBehaviour, Scenario, ServiceScenario } from '../../simulator/scenario.ts'
import { Account, type Ended, until } from '../support/account.ts'
import { errors, expectCause, expectOutcome, plain } from '../support/expectations.ts'
import { logConfiguration } from '../support/tasks.ts'
import { breaker, definition, ecrImage, images, quickPull, webScenario } from '../support/web.ts'

jest.setTimeout(30_000)

let account: Account
afterEach(() => account.close())

const logged = (container: object = {}) => definition('v1', { logConfiguration, ...container })

/** The service `web` with the image `bad`, which behaves in this way. */
function scenario(
  behaviour: ImageBehaviour,
  service: Partial<ServiceScenario> = {},
  rest: Partial<Scenario> = {},
): Scenario {
  return webScenario(
    { taskDefinition: logged(), deploymentConfiguration: breaker.rollback, ...service },
    {
      // Whether an exit after RUNNING counts for the breaker is not settled: here it does.
      options: { exitAfterRunningCountsAsFailure: true, ...quickPull.options },
      repositories: [{ name: 'web', images: [...images, { tag: 'bad', behaviour }] }],
      ...rest,
    },
  )
}

async function deployBad(
  behaviour: ImageBehaviour,
  service: Partial<ServiceScenario> = {},
  rest: Partial<Scenario> = {},
  minutes = '10',
): Promise<Ended> {
  account = await Account.open(scenario(behaviour, service, rest))
  return account.run({ image: ecrImage('bad'), 'wait-for-minutes': minutes })
}

const crash = (...logLines: string[]): ImageBehaviour => ({ kind: 'crashes', exitCode: 1, afterSeconds: 2, logLines })
const unreached = (code: number | 'timeout' | 'refused', ...logLines: string[]): ImageBehaviour => ({
  kind: 'never-healthy',
  code,
  logLines,
})
const pullFails = (message: string): ImageBehaviour => ({ kind: 'pull-fails', message })

type Row = readonly [entry: string, behaviour: ImageBehaviour, cause: string, title: RegExp, cure: string]

const rows: readonly Row[] = [
  [
    'the container keeps restarting: the app crashes',
    crash('TypeError: Cannot read properties of undefined (reading "id")', '    at main (/app/index.js:3:1)'),
    'exit-1',
    /Container "web" exits with code 1/,
    'Last line of the log: TypeError: Cannot read properties of undefined',
  ],
  [
    'the container keeps restarting: the database connection fails',
    crash(
      'psycopg2.OperationalError: connection to server at "db.internal" (10.0.0.9), port 5432 failed: Connection refused',
    ),
    'database-refused',
    /Nothing answers at the address of the database/,
    'Check host and port of the connection string',
  ],
  [
    'the container keeps restarting: the port conflicts',
    crash('Error: listen EADDRINUSE: address already in use :::8080'),
    'port-in-use',
    /cannot open its port 8080: it is taken/,
    'Give each container of the task a port of its own',
  ],
  [
    'the database connection fails: the security group is closed',
    crash('could not connect: dial tcp 10.0.0.9:5432: i/o timeout'),
    'database-timeout',
    /The database does not answer \(10\.0\.0\.9:5432\)/,
    'aws ec2 authorize-security-group-ingress --group-id DATABASE_SECURITY_GROUP --protocol tcp --port 5432 --source-group TASK_SECURITY_GROUP --region us-east-1',
  ],
  [
    'the database connection fails: the password is wrong',
    crash('FATAL:  password authentication failed for user "zapier_user"'),
    'database-authentication',
    /The database refuses the login of container "web"/,
    'Compare user and password',
  ],
  [
    'the database was not created',
    crash('FATAL:  database "zapier_triggers" does not exist'),
    'database-missing',
    /The database "zapier_triggers" does not exist/,
    'CREATE DATABASE zapier_triggers;',
  ],
  [
    'secrets do not load: the app gets no variable',
    crash("KeyError: 'SPOTIFY_CLIENT_ID'"),
    'missing-variable',
    /lacks the environment variable SPOTIFY_CLIENT_ID/,
    'or to secrets if it is one',
  ],
  [
    'the image was built for the wrong platform: exec format error',
    crash('exec /usr/local/bin/uvicorn: exec format error'),
    'exec-format',
    /cannot run its program: it was built for another processor/,
    'docker buildx build --platform linux/amd64',
  ],
  [
    'the image cannot be pulled: the execution role may not',
    pullFails(
      'pull image manifest has been retried 1 time(s): failed to resolve ref 111122223333.dkr.ecr.us-east-1.amazonaws.com/web:bad: unexpected status from HEAD request to https://111122223333.dkr.ecr.us-east-1.amazonaws.com/v2/web/manifests/bad: 403 Forbidden',
    ),
    'registry-denied',
    /The registry does not let the task pull image web/,
    'AmazonECSTaskExecutionRolePolicy',
  ],
  [
    'the task role lacks a permission',
    crash(
      'AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role/SpotterTaskRole/0123 is not authorized to perform: dynamodb:GetItem on resource: arn:aws:dynamodb:us-east-1:111122223333:table/spotter-users',
    ),
    'task-role-denied',
    /The role of the task \(SpotterTaskRole\) may not call dynamodb:GetItem/,
    '"Action": "dynamodb:GetItem"',
  ],
  [
    'S3 says "Access Denied"',
    crash('S3ServiceException [AccessDenied]: Access Denied'),
    'task-role-denied',
    /may not do what the program asks of AWS/,
    'Add to the policy of the task role',
  ],
  [
    'S3 says "bucket not found"',
    crash('NoSuchBucket: The specified bucket does not exist'),
    'bucket-not-found',
    /cannot find its bucket/,
    'aws s3api get-bucket-location --bucket BUCKET --region us-east-1',
  ],
  [
    'the task runs out of memory',
    {
      kind: 'crashes',
      exitCode: 137,
      afterSeconds: 2,
      reason: 'OutOfMemoryError: Container killed due to memory usage',
    },
    'out-of-memory',
    /Container "web" needs more memory than it has/,
    'Raise memory in the task definition',
  ],
  [
    'health checks fail: the target answers with an error',
    unreached(404, 'Server listening on http://0.0.0.0:8080'),
    'load-balancer-health-check',
    /health check gets 404 on port 8080/,
    'the path of the check does not exist in this version',
  ],
  [
    'cannot be reached: the security group is closed',
    unreached('timeout', 'INFO:     Uvicorn running on http://0.0.0.0:8080 (Press CTRL+C to quit)'),
    'security-group',
    /listens, but what the load balancer sends does not arrive/,
    'aws ec2 authorize-security-group-ingress --group-id TASK_SECURITY_GROUP --protocol tcp --port 8080 --source-group LOAD_BALANCER_SECURITY_GROUP --region us-east-1',
  ],
  [
    'cannot be reached: the app listens on 127.0.0.1',
    unreached('timeout', 'INFO:     Uvicorn running on http://127.0.0.1:8080 (Press CTRL+C to quit)'),
    'bound-to-loopback',
    /listens on 127\.0\.0\.1:8080, where only itself can reach it/,
    'Listen on 0.0.0.0',
  ],
  [
    'cannot be reached: the app listens on another port',
    unreached('timeout', 'Server listening on port 3000'),
    'port-mismatch',
    /listens on port 3000, but its port in the task definition is 8080/,
    'Let the program listen on 8080',
  ],
  [
    'cannot be reached: nothing listens on the port of the container',
    unreached('refused', 'starting', 'connected to the queue'),
    'load-balancer-no-answer',
    /Nothing answers the load balancer’s health check on port 8080/,
    'The program must listen on the port that containerPort names, and on 0.0.0.0',
  ],
]

describe('cause and cure stand in the log', () => {
  test.each(rows)('%s', async (_entry, behaviour, cause, title, cure) => {
    const run = await deployBad(behaviour)
    expectCause(run, 'rolled-back', cause, title)
    expect(run.log).toContain(cure)
    const more = `https://github.com/org/ecs-deploy/blob/v1/docs/causes.md#${cause}`
    expect(run.log).toContain(`  More about this cause: ${more}`)
    expect(errors(run)[0]?.replaceAll('%3A', ':')).toContain(`More about this cause: ${more}`)
    expect(run.summary).toContain(`<a href="${more}">More about this cause</a>`)
  })

  test('a secret does not exist', async () => {
    const secret = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:spotify-track-db/DATABASE_URL'
    const taskDefinition = logged({ secrets: [{ name: 'DATABASE_URL', valueFrom: secret }] })
    account = await Account.open(webScenario({ taskDefinition: logged() }, { secrets: [], ...quickPull }))
    const file = JSON.stringify({ ...taskDefinition })
    const run = await account.run(
      { image: ecrImage('v2'), 'task-definition': 'task.json', 'wait-for-minutes': '10', preflight: 'off' },
      { files: { 'task.json': file } },
    )
    expectCause(run, 'rolled-back', 'secret-not-found', /Secret spotify-track-db\/DATABASE_URL does not exist/)
    expect(run.log).toContain(`aws secretsmanager describe-secret --secret-id ${secret} --region us-east-1`)
  })

  const secret = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:spotify-track-db/DATABASE_URL-a1B2c3'
  const secrets = [{ name: 'DATABASE_URL', valueFrom: secret }]
  const unready: readonly (readonly [entry: string, rest: Partial<Scenario>, cause: string, RegExp, cure: string])[] = [
    [
      'a role cannot be assumed: it does not trust ECS tasks',
      { roles: [{ name: 'ecsTaskExecutionRole', trust: ['lambda.amazonaws.com'] }] },
      'role-not-assumable',
      /ecsTaskExecutionRole/,
      'ecs-tasks.amazonaws.com',
    ],
    [
      'secrets do not load: the execution role may not read them',
      { roles: [{ name: 'ecsTaskExecutionRole', deny: ['secretsmanager:*'] }] },
      'secret-denied',
      /The execution role of the task may not read/,
      'Allow the execution role secretsmanager:GetSecretValue on',
    ],
    [
      'secrets do not load: the execution role may not decrypt them',
      { roles: [{ name: 'ecsTaskExecutionRole', deny: ['kms:*'] }], secretKeys: { [secret]: '1234' } },
      'secret-denied',
      /The execution role of the task may not read/,
      'allow kms:Decrypt on that key too',
    ],
  ]

  test.each(unready)('%s', async (_entry, rest, cause, title, cure) => {
    account = await Account.open(webScenario({ taskDefinition: logged() }, { ...quickPull, ...rest }))
    const own = { secrets: secrets.map(({ name, valueFrom }) => `${name}=${valueFrom}`).join('\n'), preflight: 'off' }
    const run = await account.run({ image: ecrImage('v2'), 'wait-for-minutes': '10', ...own })
    expectCause(run, 'rolled-back', cause, title)
    expect(run.log).toContain(cure)
    expect(run.log).toContain(`https://github.com/org/ecs-deploy/blob/v1/docs/causes.md#${cause}`)
  })

  test('deployment stuck: the percentages leave no room', async () => {
    const stuck = { minimumHealthyPercent: 100, maximumPercent: 100 }
    account = await Account.open(webScenario({ deploymentConfiguration: stuck }))
    const run = await account.run({ image: ecrImage('v2'), 'wait-for-minutes': '3', preflight: 'off' })
    expect(run.outputs.cause).toBe('deployment-configuration')
    expect(run.log).toContain('minimumHealthyPercent=100,maximumPercent=200')
  })
})

describe('the log of a failed container', () => {
  const lines = Array.from({ length: 60 }, (_, index) => `line ${index}`)

  test('is shown with its last lines, in the log and in the summary', async () => {
    const run = await deployBad(crash(...lines))
    expectOutcome(run, 'rolled-back')
    expect(run.log).toMatch(/^::group::Last lines of web in task [0-9a-f]{32}$/m)
    expect(run.log).toContain('  | line 59')
    expect(run.log).not.toContain('  | line 30\n')
    expect(plain(run.summary)).toContain('line 59')
  })

  test('does not show the values of the environment, nor passwords in URLs', async () => {
    const taskDefinition = logged({ environment: [{ name: 'TOKEN', value: 'c4n4ry-token-value' }] })
    const run = await deployBad(
      crash(
        'starting with TOKEN=c4n4ry-token-value',
        'connecting to postgres://app:c4n4ry-password@db.internal:5432/app',
        'Error: connect ECONNREFUSED 10.0.0.9:5432',
      ),
      { taskDefinition },
    )
    expectCause(run, 'rolled-back', 'database-refused', /Nothing answers/)
    expect(run.log).toContain('  | starting with TOKEN=***')
    expect(run.log).toContain('postgres://app:***@db.internal:5432/app')
    const everything = [run.log, run.summary, JSON.stringify(run.report)].join('\n')
    expect(everything).not.toContain('c4n4ry')
  })

  test('is read only from containers that failed, and no more than ten times', async () => {
    const run = await deployBad(crash("KeyError: 'A_KEY'"), { desiredCount: 6 })
    expectCause(run, 'rolled-back', 'missing-variable', /A_KEY/)
    const reads = account.calls('GetLogEvents').length
    expect(reads).toBeGreaterThan(0)
    expect(reads).toBeLessThanOrEqual(12)
  })

  test('a good deployment asks for no log, no target and no alarm', async () => {
    account = await Account.open(webScenario({ taskDefinition: logged() }))
    expectOutcome(await account.run({ image: ecrImage('v2') }), 'deployed')
    for (const operation of ['GetLogEvents', 'DescribeTargetHealth', 'DescribeAlarms']) {
      expect([operation, account.calls(operation)]).toEqual([operation, []])
    }
  })
})

// Unhealthy for the load balancer, and not stopped before the limit: the tasks run.
const patient: Partial<ServiceScenario> = {
  desiredCount: 2,
  deploymentConfiguration: breaker.none,
  healthCheckGracePeriodSeconds: 600,
  loadBalancer: { targetHealthSeconds: 5, targetUnhealthySeconds: 10, deregistrationDelaySeconds: 5 },
}

describe('tasks that run and never become healthy', () => {
  test('are asked themselves, and so is the load balancer about them', async () => {
    const run = await deployBad(unreached('timeout', 'Uvicorn running on http://127.0.0.1:8080'), patient, {}, '3')
    expectCause(run, 'rolled-back', 'bound-to-loopback', /where only itself can reach it/)
    expect(run.log).toMatch(/- Target: 10\.\d+\.\d+\.\d+:8080: Target\.Timeout, Request timed out/)
    expect(account.calls('DescribeTargetHealth')).toHaveLength(1)
  })

  test.each([
    ['logs:GetLogEvents', 'load-balancer-timeout'],
    ['elasticloadbalancing:DescribeTargetHealth', 'unknown'],
  ])('without %s: what is left is explained, one notice names it, and it is not asked again', async (action, cause) => {
    const behaviour = unreached('timeout', 'Uvicorn running on http://127.0.0.1:8080')
    const run = await deployBad(behaviour, patient, { deny: [action] }, '3')
    expectCause(run, 'rolled-back', cause, /./)
    const notices = run.report?.notices.filter((notice) => notice.includes(action)) ?? []
    expect(notices).toEqual([`${action} was not possible: the permission ${action} is missing.`])
    // Those that were under way together.
    expect(account.calls(action.split(':')[1] ?? '').length).toBeLessThanOrEqual(3)
  })
})

test('an alarm is named when it fails the deployment', async () => {
  const alarms = [{ name: 'web-errors' }, { name: 'web-latency' }]
  const alarmNames = alarms.map(({ name }) => name)
  const deploymentConfiguration = { alarms: { alarmNames, enable: true, rollback: true }, bakeTimeInMinutes: 5 }
  account = await Account.open(webScenario({ deploymentConfiguration }, { alarms }), { speed: 100 })
  const running = account.run({ image: ecrImage('v2'), 'wait-for-minutes': '20' })
  // An alarm that is on before the deployment begins does not count.
  await until('the deployment was looked at', () => account.calls('DescribeServices').length > 2)
  await account.control('happen', { alarm: { name: 'web-errors', state: 'ALARM' } })
  const run = await running
  expectCause(run, 'rolled-back', 'alarm', /The alarm web-errors went off/)
  expect(run.log).toContain('Threshold Crossed')
})
