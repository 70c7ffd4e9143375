import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { cancellation } from '../../scripts/demo/run-action.ts'
import { Account } from '../support/account.ts'
import { errors, plain } from '../support/expectations.ts'
import {
  all,
  cluster,
  deployGroup,
  expectGroup,
  groupYaml,
  image,
  membersOf,
  names,
  outcomesOf,
  scenario,
  servicesOf,
} from '../support/group.ts'

jest.setTimeout(90_000)

let account: Account
afterEach(() => account.close())

const gateway = 'api-gateway'
const firstStep = ['system-service', 'storage-service', 'user-service', 'ai-config-service']

async function expectRunning(tag: string, services: readonly string[] = names): Promise<void> {
  for (const name of services) {
    expect(await account.runningDigests(name)).toEqual([account.digestOf(tag, `aiponge-${name}`)])
  }
}

describe('eight services', () => {
  test('are all deployed, those that are needed first, told in one table; the same again changes nothing (ecspresso#460, ecs-deploy#98, copilot-cli#3474)', async () => {
    account = await Account.open(scenario, { speed: 200 })
    const run = await deployGroup(account)
    expectGroup(run, 'deployed', all('deployed'))
    await expectRunning('v2')
    const updates = servicesOf(account, 'UpdateService')
    expect(updates).toHaveLength(8)
    expect(updates.at(-1)).toBe(gateway)
    expect(new Set(updates.slice(0, 4))).toEqual(new Set(firstStep))
    const operations = account.changes()
    expect(operations.lastIndexOf('RegisterTaskDefinition')).toBeLessThan(operations.indexOf('UpdateService'))
    expect(membersOf(run)[0]).toMatchObject({ 'task-definition': 'aiponge-system-service:2', changed: 'true' })
    expect(JSON.stringify(membersOf(run))).not.toContain('111122223333')
    expect(run.outputs).toMatchObject({ changed: 'true', 'task-definition': '', 'deployment-id': '' })
    expect(plain(run.summary)).toContain('8 services: deployed')
    expect((await account.post(run)).log).toBe('')

    const again = await deployGroup(account)
    expectGroup(again, 'unchanged', all('unchanged'))
    expect(servicesOf(account, 'UpdateService')).toHaveLength(8)
  })

  test('one fails: what is under way and what has completed goes back, the rest is not begun', async () => {
    account = await Account.open(scenario, { speed: 200 })
    const services = groupYaml({ 'music-service': 'crash' })
    const run = await deployGroup(account, { services, 'wait-for-minutes': '10' })
    expectGroup(run, 'rolled-back', all('rolled-back', { [gateway]: 'not-begun' }))
    expect(errors(run)[0]).toMatch(/music-service: Container "music-service" needs more memory than it has/)
    expect(run.report).toMatchObject({ mixed: false })
    expect(plain(run.summary)).toContain('because music-service did not end well')
    await expectRunning('v1')
    expect(servicesOf(account, 'UpdateService')).not.toContain(gateway)
  })

  test('the last one fails its health check after all others completed: all go back, in reverse order', async () => {
    account = await Account.open(scenario, { speed: 200 })
    const run = await deployGroup(account, {
      services: groupYaml({ [gateway]: 'unhealthy' }),
      'wait-for-minutes': '10',
    })
    expectGroup(run, 'rolled-back', all('rolled-back'))
    expect(errors(run)[0]).toMatch(/api-gateway: The load balancer’s health check gets 503/)
    await expectRunning('v1')
    const back = servicesOf(account, 'UpdateService').slice(8)
    expect(back).toHaveLength(7)
    for (const above of ['ai-content-service', 'ai-analytics-service', 'music-service'])
      expect(back.indexOf(above)).toBeLessThan(back.indexOf('ai-config-service'))
    expect(back.indexOf('music-service')).toBeLessThan(back.indexOf('storage-service'))
    // Not only sent in this order: what is needed goes back only once what needs it has gone.
    expect(run.log.indexOf('music-service: Ends: rolled-back')).toBeLessThan(
      run.log.indexOf('storage-service: Is taken back'),
    )
  })

  test('on-group-failure "keep": what has completed stays, and the report says that the group is mixed', async () => {
    account = await Account.open(scenario, { speed: 200 })
    const run = await deployGroup(account, {
      services: groupYaml({ 'music-service': 'crash' }),
      'on-group-failure': 'keep',
      'wait-for-minutes': '10',
    })
    expectGroup(run, 'failed', all('deployed', { 'music-service': 'rolled-back', [gateway]: 'not-begun' }))
    expect(run.report).toMatchObject({ mixed: true })
    expect(errors(run)[0]).toContain('The group is mixed')
    expect(plain(run.summary)).toContain('The group is mixed')
    await expectRunning('v1', ['music-service', gateway])
    await expectRunning('v2', firstStep)
  })

  test('one that somebody else deploys meanwhile is never rolled back over; the others go back', async () => {
    account = await Account.open(scenario, { speed: 60 })
    let theirs = ''
    const supersede = async (log: () => string): Promise<void> => {
      while (!log().includes('user-service:  ') || !/user-service: .*IN_PROGRESS {2}desired 1/.test(log()))
        await new Promise((resolve) => setTimeout(resolve, 5))
      await account.control('supersede', { service: 'user-service', cluster, taskDefinition: 'aiponge-user-service:1' })
      theirs = (await account.primary('user-service')).id
    }
    let superseding: Promise<void> | undefined
    const run = await deployGroup(account, {}, { started: ({ log }) => (superseding = supersede(log)) })
    await superseding
    expect(run.outputs.outcome).toBe('superseded')
    expect(outcomesOf(run)).toMatchObject({ 'user-service': 'superseded', 'system-service': 'rolled-back' })
    expect(outcomesOf(run)[gateway]).toBe('not-begun')
    expect((await account.primary('user-service')).id).toBe(theirs)
    expect(servicesOf(account, 'UpdateService').filter((one) => one === 'user-service')).toHaveLength(1)
    expect(run.report).toMatchObject({ mixed: true })
  })

  test('with a problem in some nothing is touched, and all of it is told', async () => {
    account = await Account.open(scenario, { speed: 400 })
    const services = groupYaml({ 'music-service': 'missing', 'user-service': 'missing' })
    const run = await deployGroup(account, {
      services: `${services}- name: no-such-service\n  ecr-repository: aiponge-user-service\n  variables: { SERVICE: x, PORT: 1 }`,
    })
    expectGroup(run, 'failed', {
      ...all('not-begun', { 'music-service': 'failed', 'user-service': 'failed' }),
      'no-such-service': 'failed',
    })
    expect(account.mutations()).toEqual([])
    expect(run.log).toMatch(
      /Cause: Input "services", line \d+, column \d+\n +ecr-repository of music-service: .*has no image with the tag missing/,
    )
    expect(errors(run)[0]).toContain('has no service "no-such-service"')
    expect(run.report).toMatchObject({ mixed: false, changed: false })
  })

  test('a registration that ECS refuses: no service is touched', async () => {
    account = await Account.open(scenario, { speed: 400 })
    const message = 'Too many families.'
    account.fault({ kind: 'error', type: 'ClientException', message, operation: 'RegisterTaskDefinition', call: 3 })
    const run = await deployGroup(account)
    expect(run.outputs.outcome).toBe('failed')
    expect(Object.values(outcomesOf(run)).filter((outcome) => outcome === 'failed')).toHaveLength(1)
    expect(account.calls('UpdateService')).toEqual([])
    expect(errors(run)[0]).toContain(message)
    expect(run.log).toContain('was registered and is not deployed.')
  })

  test('dry-run: each says what it would do', async () => {
    account = await Account.open(scenario, { speed: 400 })
    const run = await deployGroup(account, { 'dry-run': 'true' })
    expectGroup(run, 'planned', all('planned'))
    expect(account.mutations()).toEqual([])
  })
})

describe('two services that share a task definition', () => {
  const shared = ['- name: system-service', '- name: user-service', '  needs: system-service', '  command: []'].join(
    '\n',
  )
  const common = {
    'task-definition': 'service.jsonc',
    variables: 'SERVICE=system-service\nPORT=3001',
    image: image('system-service', 'v2'),
  }

  test('register it once (amazon-ecs-deploy-task-definition#420, #36)', async () => {
    account = await Account.open(scenario, { speed: 200 })
    const run = await deployGroup(account, { ...common, services: shared.replace('\n  command: []', '') })
    expectGroup(run, 'deployed', { 'system-service': 'deployed', 'user-service': 'deployed' })
    expect(account.calls('RegisterTaskDefinition')).toHaveLength(1)
    const updates = account.sent('UpdateService') as readonly { taskDefinition: string }[]
    expect(new Set(updates.map(({ taskDefinition }) => taskDefinition)).size).toBe(1)
    expect(run.log).toContain('user-service: Deploys aiponge-system-service:2 as well')
  })

  test('where one of them is different there are two', async () => {
    account = await Account.open(scenario, { speed: 200 })
    const services = shared.replace('command: []', 'environment-variables: { WORKER: "yes" }')
    const run = await deployGroup(account, { ...common, services })
    expectGroup(run, 'deployed', { 'system-service': 'deployed', 'user-service': 'deployed' })
    expect(account.calls('RegisterTaskDefinition')).toHaveLength(2)
    expect(JSON.stringify(account.sent('RegisterTaskDefinition'))).toContain('{"name":"WORKER","value":"yes"}')
  })
})

describe('cancelled in the middle', () => {
  /** The first step has completed, the second is under way. */
  const inTheMiddle = /music-service: .*IN_PROGRESS {2}desired 1/
  const slow = { speed: 60 }
  const second = ['ai-content-service', 'ai-analytics-service', 'music-service']

  test('on-cancel "leave": nothing more is changed, and post says of each what became of it', async () => {
    account = await Account.open(scenario, slow)
    const main = await deployGroup(account, {}, { signals: cancellation(inTheMiddle) })
    expect(main.outputs.outcome).toBe('cancelled')
    expect(main.seconds).toBeLessThan(20)
    expect(outcomesOf(main)).toMatchObject({ 'system-service': 'deployed', 'music-service': 'cancelled' })
    expect(outcomesOf(main)[gateway]).toBe('not-begun')
    expect(main.report).toMatchObject({ mixed: true })
    const changes = account.changes()
    const post = await account.post(main)
    expect(post.exitCode).toBe(0)
    expect(account.changes()).toEqual(changes)
    expect(post.log).toMatch(
      /music-service: The deployment ecs-svc\/\d+ of aiponge-music-service:2 (goes on in ECS|has completed)/,
    )
    expect(post.log).toContain('system-service: It had ended: deployed.')
    expect(post.log).toContain('1 of 8 services were not touched.')
  })

  test('on-cancel "rollback": main stops what is under way, post takes back all of it', async () => {
    account = await Account.open(scenario, slow)
    const main = await deployGroup(account, { 'on-cancel': 'rollback' }, { signals: cancellation(inTheMiddle) })
    expect(main.outputs.outcome).toBe('cancelled')
    expect(new Set(servicesOf(account, 'StopServiceDeployment'))).toEqual(new Set(second))
    const post = await account.post(main)
    expect(post.outputs.outcome).toBe('rolled-back')
    expect(outcomesOf(post)).toEqual(all('rolled-back', { [gateway]: 'not-begun' }))
    await expectRunning('v1')
    const back = servicesOf(account, 'UpdateService').slice(7)
    expect(new Set(back)).toEqual(new Set(firstStep))
  })

  test('killed without a word, on-cancel "rollback": post takes back what was begun', async () => {
    account = await Account.open(scenario, slow)
    const signals = [{ signal: 'SIGKILL', when: inTheMiddle }] as const
    const main = await deployGroup(account, { 'on-cancel': 'rollback' }, { signals })
    expect(main.exitCode).toBeNull()
    const post = await account.post(main)
    expect(outcomesOf(post)).toEqual(all('rolled-back', { [gateway]: 'not-begun' }))
    await expectRunning('v1')
  })
})

test('cancelled while the group is taken back: what is going back is not told as deployed, and post says what became of it', async () => {
  account = await Account.open(scenario, { speed: 60 })
  const signals = [{ signal: 'SIGINT', when: /storage-service: Rolling back to/, after: 100 }] as const
  const services = groupYaml({ 'music-service': 'crash' })
  const main = await deployGroup(account, { services, 'wait-for-minutes': '10' }, { signals })
  expect(main.outputs.outcome).toBe('cancelled')
  expect(outcomesOf(main)).toMatchObject({ 'music-service': 'rolled-back', 'storage-service': 'cancelled' })
  expect(main.log).toContain('The rollback was under way: it goes on in ECS')
  const post = await account.post(main)
  expect(post.log).toMatch(/storage-service: The rollback .*(goes on in ECS|has completed)/)
})

test('what is asked for one service beside its deployment is done for that one: scaling, and old revisions', async () => {
  const target = { cluster, service: 'storage-service', minCapacity: 1, maxCapacity: 4, suspended: {} }
  account = await Account.open({ ...scenario, scalableTargets: [target] }, { speed: 200 })
  const services = groupYaml()
    .replace('- name: storage-service\n', '- name: storage-service\n  autoscaling: suspend\n  desired-count: 2\n')
    .replace('- name: user-service\n', '- name: user-service\n  keep-revisions: 1\n')
  for (const tag of ['v2', 'v1', 'v2']) {
    expectGroup(
      await deployGroup(account, {
        services,
        'image-tag': tag,
        'environment-variables': `AT=${account.calls('UpdateService').length}`,
      }),
      'deployed',
      all('deployed'),
    )
  }
  const [suspended] = account.simulator.world.neighbours.scalableTargets
  expect(suspended?.suspended).toMatchObject({ scalingIn: true, scalingOut: true })
  const removed = account.sent('DeregisterTaskDefinition') as readonly { taskDefinition: string }[]
  expect(removed.length).toBeGreaterThan(0)
  expect(removed.every(({ taskDefinition }) => taskDefinition.includes('aiponge-user-service:'))).toBe(true)
})

test('cancelled before anything was changed: nothing was, and post has nothing to do', async () => {
  account = await Account.open(scenario, { speed: 30 })
  account.fault({ kind: 'delay', seconds: 600, operation: 'DescribeTaskDefinition', calls: 'all' })
  const signals = [{ signal: 'SIGINT', when: /Deploying a group/, after: 300 }] as const
  const main = await deployGroup(account, { 'on-cancel': 'rollback' }, { signals })
  expectGroup(main, 'cancelled', all('not-begun'))
  expect(main.report).toMatchObject({ mixed: false })
  expect((await account.post(main)).exitCode).toBe(0)
  expect(account.mutations()).toEqual([])
})

describe('verification', () => {
  async function verified(status: number) {
    const server = createServer((_, response) => response.writeHead(status).end('said by the gateway'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/health`
    try {
      account = await Account.open(scenario, { speed: 200 })
      const services = `${groupYaml()}  verify-urls: [${url}]\n  verify-timeout-seconds: 30\n`
      return await deployGroup(account, { services })
    } finally {
      server.closeAllConnections()
      server.close()
    }
  }

  test('a health address that answers well is told', async () => {
    const run = await verified(200)
    expectGroup(run, 'deployed', all('deployed'))
    expect(run.log).toMatch(/api-gateway: Verified: deployed\..*and it was verified/)
  })

  test('a health address that fails after all have completed takes all back', async () => {
    const run = await verified(500)
    expectGroup(run, 'rolled-back', all('rolled-back'))
    expect(errors(run)[0]).toContain('api-gateway: ')
    expect(run.log).toContain('said by the gateway')
    await expectRunning('v1')
    expect(servicesOf(account, 'UpdateService').slice(8)[0]).toBe(gateway)
  })

  test('an address for all is refused: it belongs to one service', async () => {
    account = await Account.open(scenario)
    const run = await deployGroup(account, { 'verify-urls': 'https://example.com' })
    expect(run.log).toContain('In a group it is written in the entry of the service that it is about.')
    expect(account.simulator.requests()).toEqual([])
  })
})

/** `v2` does not end, so neither does the migration. */
function migrating(tag: string): string {
  return groupYaml({ 'user-service': tag }).replace(
    '- name: user-service\n',
    '- name: user-service\n  pre-deploy-command: [npm, run, migrate]\n  pre-deploy-timeout-minutes: 5\n',
  )
}

test.each([
  { how: 'cancelled', signal: 'SIGINT', stopped: 'main' },
  { how: 'killed without a word', signal: 'SIGKILL', stopped: 'post' },
] as const)('$how while a migration runs: $stopped stops it, and nothing is touched', async ({ signal, stopped }) => {
  account = await Account.open(scenario, { speed: 60 })
  const signals = [{ signal, when: /Task [0-9a-f]{32} of \S+ started/, after: 300 }]
  const main = await deployGroup(account, { services: migrating('v2'), 'on-cancel': 'rollback' }, { signals })
  expect(account.changes().filter((one) => one === 'StopTask')).toHaveLength(stopped === 'main' ? 1 : 0)
  const post = await account.post(main)
  expect(post.exitCode).toBe(0)
  if (stopped === 'post') {
    expect(post.log).toContain('The run ended while a task before the deployment ran: no service was touched.')
    expect(post.log).toMatch(/Task [0-9a-f]{32} was told to stop/)
  } else {
    expectGroup(main, 'cancelled', all('not-begun', { 'user-service': 'cancelled' }))
    expect(main.report).toMatchObject({ mixed: false })
  }
  expect(account.changes().slice(8)).toEqual(['RunTask', 'StopTask'])
  await expectRunning('v1')
})

test('a migration fails: nothing is touched', async () => {
  account = await Account.open(scenario, { speed: 200 })
  const failing = await deployGroup(account, { services: migrating('crash') })
  expectGroup(failing, 'failed', all('not-begun', { 'user-service': 'failed' }))
  expect(failing.report).toMatchObject({ mixed: false })
  expect(account.calls('RunTask')).toHaveLength(1)
  expect(account.calls('UpdateService')).toEqual([])
  await expectRunning('v1')
})

describe('in a bad hour', () => {
  test('UpdateService on its way when the run is killed: post finds what it did, and takes it back', async () => {
    account = await Account.open(scenario, { speed: 60 })
    account.fault({ kind: 'hang', applied: true, operation: 'UpdateService', call: 6 })
    const signals = [{ signal: 'SIGKILL', when: /ai-content-service: .*IN_PROGRESS {2}desired 1/ }] as const
    const main = await deployGroup(account, { 'on-cancel': 'rollback' }, { signals })
    expect(main.exitCode).toBeNull()
    const [hanging = ''] = servicesOf(account, 'UpdateService').slice(5)
    const post = await account.post(main)
    expect(post.log).toContain(`${hanging}: The run ended while UpdateService was on its way`)
    expect(outcomesOf(post)).toEqual(all('rolled-back', { [gateway]: 'not-begun' }))
    await expectRunning('v1')
  })

  test('somebody deploys a service before its turn: it is prepared anew', async () => {
    account = await Account.open(scenario, { speed: 60 })
    let done = false
    const deployed = async (log: () => string): Promise<void> => {
      while (!/user-service: .*IN_PROGRESS {2}desired 1/.test(log())) await new Promise((wake) => setTimeout(wake, 5))
      await account.control('supersede', { service: gateway, cluster, taskDefinition: `aiponge-${gateway}:1` })
      done = true
    }
    const run = await deployGroup(account, {}, { started: ({ log }) => void deployed(log) })
    expect(done).toBe(true)
    expectGroup(run, 'deployed', all('deployed'))
    expect(run.log).toContain(`${gateway}: The service has changed since it was read; preparing it again.`)
    expect(account.calls('RegisterTaskDefinition')).toHaveLength(8)
  })

  test('without the permissions that it can do without it goes on, and names each once', async () => {
    const deny = ['ecs:DescribeServiceDeployments', 'ecs:TagResource', 'iam:GetRole', 'secretsmanager:DescribeSecret']
    account = await Account.open({ ...scenario, deny }, { speed: 200 })
    const run = await deployGroup(account)
    expectGroup(run, 'deployed', all('deployed'))
    expect(membersOf(run).every((member) => member['deployment-id'] !== '')).toBe(true)
    expect(
      (run.report as unknown as { services: { serviceDeploymentArn: string }[] }).services.map(
        ({ serviceDeploymentArn }) => serviceDeploymentArn.includes('service-deployment/'),
      ),
    ).not.toContain(false)
    expect(run.log.match(/iam:GetRole/g)?.length).toBeLessThanOrEqual(16)
  })

  test('throttled for a while: no failure comes of it', async () => {
    account = await Account.open(scenario, { speed: 200 })
    account.fault({ kind: 'throttle', operation: 'RegisterTaskDefinition', call: 2, calls: 3 })
    account.fault({ kind: 'throttle', operation: 'UpdateService', call: 3, calls: 2 })
    account.fault({ kind: 'throttle', operation: 'DescribeServices', call: 6, calls: 4 })
    const run = await deployGroup(account)
    expectGroup(run, 'deployed', all('deployed'))
  })

  test('not waited for: all are started', async () => {
    account = await Account.open(scenario, { speed: 200 })
    const services = groupYaml().replaceAll(/^ {2}needs:.*$/gm, '')
    const run = await deployGroup(account, { services, 'wait-for-service-stability': 'false' })
    expectGroup(run, 'started', all('started'))
  })

  test('no value of a variable reaches log, summary, outputs, report or state', async () => {
    account = await Account.open(scenario, { speed: 200 })
    const secret = 'correct-horse-battery-staple'
    const services = `${groupYaml()}  environment-variables: { TOKEN_OF_MINE: ${secret} }\n`
    const run = await deployGroup(account, { services })
    expectGroup(run, 'deployed', all('deployed'))
    expect(JSON.stringify(account.sent('RegisterTaskDefinition'))).toContain(secret)
    expect(JSON.stringify([run.log, run.summary, run.outputs, run.report, run.state])).not.toContain(secret)
  })
})

describe('what is wrong with a group', () => {
  test('is told all at once, each at its place, before the first call', async () => {
    account = await Account.open(scenario)
    const text = [
      '- name: api-gateway',
      '  imgae: example/app:v1',
      '  needs: [system-servce, api-gateway]',
      '- name: system-service',
      '  image: app',
      '  desired-count: many',
      '  dry-run: true',
      '- name: system-service',
    ].join('\n')
    const run = await deployGroup(
      account,
      { services: '', 'services-file': 'services.yml', cluster: 'not a cluster' },
      { files: { 'services.yml': text } },
    )
    expect(run.exitCode).toBe(1)
    expect(run.outputs.outcome).toBe('failed')
    expect(account.simulator.requests()).toEqual([])
    expect(errors(run)).toHaveLength(1)
    for (const part of [
      'services.yml:2:3: An entry has no member "imgae". Did you mean image?',
      'services.yml:3:11: api-gateway needs system-servce, which is not in this group. Did you mean system-service?',
      'services.yml:3:26: api-gateway needs api-gateway: none of them could ever begin.',
      'services.yml:5:10: image of system-service: "app"',
      'services.yml:6:18: desired-count of system-service: "many" is not a whole number',
      'services.yml:7:3: "dry-run" is for the whole group',
      'services.yml:8:9: system-service is there twice; the first is on line 4.',
      'Input "cluster": "not a cluster"',
    ])
      expect(run.log).toContain(part)
  })

  test.each([
    ['both', { service: 'web' }, 'A group of services is given as well.'],
    ['keep without a group', { services: '', 'on-group-failure': 'keep' }, 'it needs services or services-file'],
    ['no list', { services: 'services: [a]' }, 'Leave the line "services:" out.'],
    ['no file', { services: '', 'services-file': 'gone.yml' }, 'There is no file'],
    ['a tab', { services: '- name: a\n\timage: b' }, 'Input "services", line 2, column 2'],
    ['needs without waiting', { 'wait-for-service-stability': 'false' }, 'needs cannot be kept'],
  ])('%s', async (_, inputs, message) => {
    account = await Account.open(scenario)
    const run = await deployGroup(account, inputs)
    expect(run.exitCode).toBe(1)
    expect(run.log).toContain(message)
    expect(account.simulator.requests()).toEqual([])
  })
})
