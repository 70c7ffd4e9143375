import { createServer } from 'node:net'
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { Account, type Ended, type Inputs } from '../support/account.ts'
import { expectCause, expectOutcome, plain } from '../support/expectations.ts'
import { breaker, definition, ecrImage, webScenario } from '../support/web.ts'
import { type Answer, says, WebService } from '../support/web-service.ts'

jest.setTimeout(60_000)

let account: Account
let service: WebService
afterEach(async () => {
  await account.close()
  await service?.close()
})

/** ECS resolves the tag of v1 anew, so the way back is a copy pinned to its digest. */
const twice = ['RegisterTaskDefinition', 'UpdateService', 'RegisterTaskDefinition', 'UpdateService']
const publicNetwork = {
  awsvpcConfiguration: { subnets: ['subnet-1'], securityGroups: ['sg-1'], assignPublicIp: 'ENABLED' as const },
}

/** Deploys v2, and asks a service that answers so. @param urls with PORT for its port */
async function deploy(answer: Answer, urls: string, more: Inputs = {}, scenario = webScenario()): Promise<Ended> {
  service = await WebService.open(answer)
  account = await Account.open(scenario)
  return account.run({
    image: ecrImage('v2'),
    'verify-urls': urls.replaceAll('PORT', String(service.port)),
    'verify-timeout-seconds': '3600',
    ...more,
  })
}

const local = 'http://127.0.0.1:PORT/health'
/** Once, so that a failure is a matter of one try. */
const once = (rest = ''): string => `- url: ${local}\n  retries: 0\n${rest}`

describe('an address that answers as it should', () => {
  test('verifies the deployment', async () => {
    const run = await deploy(says(200, 'ok'), local)
    expectOutcome(run, 'deployed')
    expect(run.log).toMatch(/GET http:\/\/127\.0\.0\.1:\d+\/health is as it should be/)
    expect(run.report?.headline).toMatch(/, and it was verified\.$/)
    expect(service.asked).toEqual(['GET /health'])
    expect(account.changes()).toEqual(['RegisterTaskDefinition', 'UpdateService'])
  })

  test('after a slow start: it is asked again until it does', async () => {
    const run = await deploy(
      (request, response, nth) => says(nth < 4 ? 503 : 200, 'starting')(request, response, nth),
      local,
    )
    expectOutcome(run, 'deployed')
    expect(service.asked).toHaveLength(4)
    expect(run.log).toMatch(/answered 503 instead of 200-299; asking again every 5 s/)
    expect(run.log).toMatch(/is as it should be \(.*try 4\)/)
  })

  test('by method, headers, body, status, text and JSON', async () => {
    const answer = says(201, '{"status": "ok", "checks": [{"db": true}], "count": 3}')
    const urls =
      `- url: http://127.0.0.1:PORT/check?token=s3cr3t-token\n  method: POST\n  body: '{}'\n  status: 201\n  contains: '"status": "ok"'\n` +
      '  headers: {x-check: very-secret-value}\n  json: {status: ok, "checks[0].db": true, $.count: 3}\n'
    const run = await deploy(answer, urls)
    expectOutcome(run, 'deployed')
    expect(service.asked).toEqual(['POST /check?token=s3cr3t-token'])
    expect(service.headers[0]).toMatchObject({ 'x-check': 'very-secret-value' })
    // What stands behind ? may be a token, and so may a header.
    expect(run.log + run.summary + JSON.stringify(run.report)).not.toMatch(/s3cr3t-token|very-secret-value/)
  })

  test('is asked at every public address, and at every address of a task and of the load balancer', async () => {
    const scenario = webScenario(
      { networkConfiguration: publicNetwork, desiredCount: 2 },
      { taskAddresses: ['127.0.0.2', '127.0.0.3', '127.0.0.4', '127.0.0.5'], loadBalancerName: 'localhost' },
    )
    const urls = 'http://{public-ip}:PORT/public\nhttp://{task-ip}:PORT/task\nhttp://{load-balancer}:PORT/lb\n'
    const run = await deploy(says(200), urls, {}, scenario)
    expectOutcome(run, 'deployed')
    const addresses = run.outputs['public-ips']?.split(',') ?? []
    expect(addresses).toHaveLength(2)
    expect(run.outputs['task-ips']?.split(',')).toEqual(addresses)
    for (const address of addresses) expect(run.log).toContain(`GET http://${address}:${service.port}/public is as`)
    expect([...service.asked].sort()).toEqual(['GET /lb', 'GET /public', 'GET /public', 'GET /task', 'GET /task'])
  })

  test('of tasks without a public address: they are asked for only then', async () => {
    const scenario = webScenario({}, { taskAddresses: ['127.0.0.2'] })
    const run = await deploy(says(200), 'http://{task-ip}:PORT/', {}, scenario)
    expectOutcome(run, 'deployed')
    expect(run.outputs['task-ips']).toBe('127.0.0.2')
    expect(account.calls('DescribeNetworkInterfaces')).toEqual([])
  })

  test('a redirect is followed where that is said, and only there', async () => {
    const answer: Answer = (request, response, nth) =>
      request.url === '/health'
        ? says(302, '', { location: '/elsewhere' })(request, response, nth)
        : says(200, 'here')(request, response, nth)
    const run = await deploy(
      answer,
      `- {url: "${local}", follow-redirects: true, contains: here}\n- {url: "${local}", status: 302}`,
    )
    expectOutcome(run, 'deployed')
    expect([...service.asked].sort()).toEqual(['GET /elsewhere', 'GET /health', 'GET /health'])
  })
})

describe('an address that does not answer as it should', () => {
  async function expectRolledBack(run: Ended, what: RegExp): Promise<void> {
    expectCause(run, 'rolled-back', 'verification-url', what)
    expect(run.log).toMatch(/the service runs web:\d(?:, a copy of web:\d,)? again/)
    expect(account.changes()).toEqual(twice)
    expect(await account.primary()).toMatchObject({ rolloutState: 'COMPLETED' })
    expect(await account.runningDigests()).toEqual([account.digestOf('v1')])
  }

  test('500: rolled back, with the answer as evidence that nobody takes for a command', async () => {
    const body = 'Internal Server Error\n::error::not mine\n##[group]neither\npassword is swordfish-42'
    const environment = [{ name: 'PASSWORD', value: 'swordfish-42' }]
    const scenario = webScenario({ taskDefinition: definition('v1', { environment }) })
    const run = await deploy(says(500, body, { 'content-type': 'text/plain' }), once(), {}, scenario)
    await expectRolledBack(run, /answered 500 instead of 200-299/)
    for (const told of [run.log, plain(run.summary)]) {
      expect(told).toContain('Internal Server Error')
      expect(told).toContain('content-type: text/plain')
      expect(told).toContain('password is ***')
      expect(told).not.toContain('swordfish-42')
    }
    expect(run.log).not.toMatch(/^\s*(::error::not mine|##\[group\])/m)
  })

  test('a redirect that is not followed', async () => {
    const run = await deploy(says(302, '', { location: 'https://example.com/login?code=hush-hush' }), once())
    await expectRolledBack(
      run,
      /answered 302 instead of 200-299 \(redirects are followed only with follow-redirects: true\)/,
    )
    expect(run.log).toContain('location: https://example.com/login?…')
    expect(run.log + run.summary).not.toContain('hush-hush')
  })

  test('a hang', async () => {
    const run = await deploy(() => undefined, once('  timeout-seconds: 1\n'))
    await expectRolledBack(run, /was not answered: no whole answer within 1 s/)
  })

  test('a body that hangs half way', async () => {
    const answer: Answer = (_, response) => void response.writeHead(200).write('half')
    const run = await deploy(answer, once('  timeout-seconds: 1\n'))
    await expectRolledBack(run, /no whole answer within 1 s/)
  })

  test('a wrong body', async () => {
    const run = await deploy(says(200, '{"status": "degraded"}'), once('  json: {status: ok}\n'))
    await expectRolledBack(run, /answered with status "degraded" instead of "ok"/)
  })

  test('a body without the text, larger than is read', async () => {
    const run = await deploy(says(200, 'x'.repeat(3_000_000)), once('  contains: ready\n'))
    await expectRolledBack(run, /without the text "ready" in its body within its first MiB/)
  })

  test('nothing listens', async () => {
    const closed = await new Promise<number>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const { port } = server.address() as { port: number }
        server.close(() => resolve(port))
      })
    })
    const run = await deploy(says(200), `- {url: "http://127.0.0.1:${closed}/", retries: 2, interval-seconds: 1}`)
    await expectRolledBack(run, /connection was refused: nothing listens on this port \(ECONNREFUSED\) \(3 tries\)/)
  })

  test('a name that DNS does not know', async () => {
    const run = await deploy(says(200), '- {url: "http://no-such-host.invalid/", retries: 0}')
    await expectRolledBack(run, /DNS (?:knows no address for this name|did not answer)/)
  })

  test('https where http answers', async () => {
    const run = await deploy(says(200), '- {url: "https://127.0.0.1:PORT/", retries: 0}')
    await expectRolledBack(run, /does not speak TLS: is it http instead of https/)
  })

  test('one of several: which ones, and how many', async () => {
    const answer: Answer = (request, response, nth) => says(request.url === '/good' ? 200 : 404)(request, response, nth)
    const urls =
      '- http://127.0.0.1:PORT/good\n- {url: "http://127.0.0.1:PORT/a", retries: 0}\n- {url: "http://127.0.0.1:PORT/b", retries: 0}'
    const run = await deploy(answer, urls)
    await expectRolledBack(run, /\/[ab] answered 404 instead of 200-299 \(and 1 more of 3 addresses\)/)
    expect(run.log).toMatch(/\/a answered 404/)
    expect(run.log).toMatch(/\/b answered 404/)
  })
})

describe('what follows from a failure', () => {
  test('with rollback-on-failure off: failed, and nothing more is changed', async () => {
    const run = await deploy(says(500), once(), { 'rollback-on-failure': 'false' })
    expectCause(run, 'failed', 'verification-url', /answered 500/)
    expect(account.changes()).toEqual(['RegisterTaskDefinition', 'UpdateService'])
    expect(run.log).toContain('Nothing was rolled back, because rollback-on-failure is off.')
  })

  test('of what this run has not deployed: failed, and nothing is rolled back', async () => {
    service = await WebService.open(says(500))
    account = await Account.open(webScenario())
    const deployed = await account.run({ image: ecrImage('v2') })
    expectOutcome(deployed, 'deployed')
    const before = account.changes()
    const run = await account.run({
      image: ecrImage('v2'),
      'verify-urls': `- {url: "http://127.0.0.1:${service.port}", retries: 0}`,
    })
    expectCause(run, 'failed', 'verification-url', /answered 500/)
    expect(run.log).toContain('This run changed nothing, so nothing was rolled back.')
    expect(account.changes()).toEqual(before)
  })

  test.each([200, 500])(
    'somebody else deploys meanwhile, and it answers %s: superseded, nothing is rolled back',
    async (status) => {
      const answer: Answer = (request, response, nth) => {
        void account
          .control('supersede', { service: 'web', image: ecrImage('v1') })
          .then(() => says(status)(request, response, nth))
      }
      const run = await deploy(answer, once())
      expectOutcome(run, 'superseded')
      expect(account.calls('UpdateService')).toHaveLength(1)
    },
  )

  test('without a way back: failed', async () => {
    const scenario = webScenario({ initialDeployment: 'failed', deploymentConfiguration: breaker.none })
    const run = await deploy(says(500), once(), {}, scenario)
    expectCause(run, 'failed', 'verification-url', /answered 500/)
    expect(run.log).toContain('nothing was rolled back')
  })
})

describe('no request is ever sent to a metadata or link-local address', () => {
  test.each([
    ['http://169.254.169.254/latest/meta-data/'],
    ['http://169.254.170.2/v2/credentials'],
    ['http://2852039166/'],
    ['http://0xa9fea9fe/'],
    ['http://0251.0376.0251.0376/'],
    ['http://[fe80::1]/'],
    ['http://[fd00:ec2::254]/'],
    ['http://[::ffff:169.254.169.254]/'],
    ['http://[64:ff9b::a9fe:a9fe]/'],
  ])('%s is refused before anything is asked of AWS', async (url) => {
    const run = await deploy(says(200), url)
    expectOutcome(run, 'failed')
    expect(run.log).toContain('no request is ever sent there')
    expect(account.simulator.requests()).toEqual([])
  })

  test('not after a redirect either', async () => {
    const run = await deploy(
      says(302, '', { location: 'http://169.254.169.254/latest/meta-data/' }),
      `- {url: "${local}", follow-redirects: true}`,
    )
    expectCause(
      run,
      'rolled-back',
      'verification-url',
      /169\.254\.169\.254 is a link-local or metadata address; no request is ever sent there/,
    )
    expect(service.asked).toEqual(['GET /health'])
  })

  test('nor where a placeholder leads there', async () => {
    const scenario = webScenario({ networkConfiguration: publicNetwork }, { taskAddresses: ['169.254.169.254'] })
    const run = await deploy(says(200), 'http://{public-ip}:PORT/', {}, scenario)
    expectCause(run, 'rolled-back', 'verification-url', /no request is ever sent there/)
  })
})

type Refused = [what: string, urls: string, service: object, deny: readonly string[], message: RegExp, more?: Inputs]

describe('what cannot be verified is refused before anything is changed', () => {
  test.each([
    ['{public-ip} where tasks have none', 'http://{public-ip}/', {}, [], /gives its tasks no public address/],
    [
      '{load-balancer} where there is none',
      'http://{load-balancer}/',
      { loadBalancer: undefined },
      [],
      /the service has no Application or Network/,
    ],
    [
      '{load-balancer} that may not be looked up',
      'http://{load-balancer}/',
      {},
      ['elasticloadbalancing:DescribeTargetGroups'],
      /the permission elasticloadbalancing:DescribeTargetGroups is missing/,
    ],
    [
      '{task-ip} that may not be looked up',
      'http://{task-ip}/',
      {},
      ['ecs:ListTasks'],
      /the permission ecs:ListTasks is missing/,
    ],
    [
      '{public-ip} that may not be looked up',
      'http://{public-ip}/',
      { networkConfiguration: publicNetwork },
      ['ec2:DescribeNetworkInterfaces'],
      /the permission ec2:DescribeNetworkInterfaces is missing/,
    ],
    [
      'wait-for-service-stability false',
      'http://127.0.0.1/',
      {},
      [],
      /must be true/,
      { 'wait-for-service-stability': 'false' },
    ],
  ] as readonly Refused[])('%s', async (_, urls, part, deny, message, more = {}) => {
    const run = await deploy(says(200), urls, more, webScenario(part, { deny }))
    expectOutcome(run, 'failed')
    expect(run.log).toMatch(message)
    expect(account.changes()).toEqual([])
  })
})
