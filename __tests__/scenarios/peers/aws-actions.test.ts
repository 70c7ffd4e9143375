/**
 * Defects of aws-actions/amazon-ecs-deploy-task-definition v2.6.3 and aws-actions/amazon-ecs-render-task-definition v1.9.0,
 * as things that this action must not do. Those that other scenarios show are listed in docs/peers.md.
 */
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { Account, type Ended } from '../../support/account.ts'
import { errors, expectOutcome } from '../../support/expectations.ts'
import { breaker, definition, ecrImage, registry, webScenario } from '../../support/web.ts'

jest.setTimeout(30_000)

let account: Account
afterEach(() => account.close())

/** Virtual seconds from the moment ECS was done until the action's last look. */
function noticedAfter(): number {
  const [service] = account.simulator.world.services
  const doneAt = service?.serviceDeployments.at(-1)?.finishedAt ?? Number.NaN
  return ((account.simulator.requests().at(-1)?.at ?? Number.NaN) - doneAt) / 1000
}

/** The container that was registered last. */
function registered(): Readonly<Record<string, unknown>> {
  const [container] = (account.sent('RegisterTaskDefinition').at(-1) as { containerDefinitions: [object] })
    .containerDefinitions
  return container as Readonly<Record<string, unknown>>
}

function deployFile(content: object | string, inputs = {}): Promise<Ended> {
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  return account.run({ 'task-definition': 'td.json', ...inputs }, { files: { 'td.json': text } })
}

describe('amazon-ecs-deploy-task-definition v2.6.3', () => {
  test('waits minutes after the deployment finished (issue 872)', async () => {
    account = await Account.open(webScenario(), { speed: 60 })
    expectOutcome(await account.run({ image: ecrImage('v2') }), 'deployed')
    // Two looks, and what a busy machine adds.
    expect(noticedAfter()).toBeLessThan(20)
  })

  test('gives up to ten minutes before wait-for-minutes is over (issues 872, 527)', async () => {
    const slow = { tag: 'slow', behaviour: { kind: 'healthy' as const, extraStartSeconds: 1_560 } }
    account = await Account.open(webScenario({}, { repositories: [{ name: 'web', images: [{ tag: 'v1' }, slow] }] }))
    expectOutcome(await account.run({ image: ecrImage('slow'), 'wait-for-minutes': '30' }), 'deployed')
  })

  test('accepts an unfinished rollout as success (issues 838, 494)', async () => {
    account = await Account.open(
      webScenario({ deploymentConfiguration: { ...breaker.rollback, bakeTimeInMinutes: 3 } }),
    )
    const run = await account.run({ image: ecrImage('v2') })
    expectOutcome(run, 'deployed')
    // All tasks ran and nothing else was listed for three minutes, and it was still not called a success.
    expect(run.log).toMatch(/IN_PROGRESS {2}desired 1 {2}running 1 {2}pending 0 {2}failed 0$/m)
    const [service] = account.simulator.world.services
    expect(service?.serviceDeployments.at(-1)?.status).toBe('SUCCESSFUL')
    expect(noticedAfter()).toBeGreaterThanOrEqual(0)
  })

  test.each([
    ['wait-max-delay-seconds', '5'],
    ['max-retries', '0'],
  ])('fails because of %s after the service was updated', async (input, value) => {
    account = await Account.open(webScenario())
    const run = await account.run({ image: ecrImage('v2'), [input]: value })
    expectOutcome(run, 'failed')
    expect(errors(run)[0]).toContain(`${input}`)
    expect(account.simulator.requests()).toEqual([])
  })

  test('drops empty strings in lists and maps (issue 780)', async () => {
    account = await Account.open(webScenario())
    const command = ['app', '--prefix', '', '--x']
    const logConfiguration = {
      logDriver: 'awslogs',
      options: { 'awslogs-group': 'web', 'awslogs-region': 'us-east-1', tag: '' },
    }
    const container = {
      command,
      dockerLabels: { a: '' },
      environment: [{ name: 'EMPTY', value: '' }],
      logConfiguration,
    }
    expectOutcome(await deployFile(definition('v2', container)), 'deployed')
    expect(registered()).toMatchObject(container)
  })

  test('turns what a described definition has beside into warnings, and refuses its wrapper (issues 176, 193)', async () => {
    account = await Account.open(webScenario())
    const described = {
      taskDefinition: {
        ...definition('v2'),
        taskDefinitionArn: 'arn:x',
        revision: 7,
        status: 'ACTIVE',
        registeredBy: 'me',
      },
      tags: [],
    }
    const run = await deployFile(described)
    expectOutcome(run, 'deployed')
    expect(run.log).not.toContain('::warning')
  })

  test('cannot deploy a revision that exists without registering another one (issues 882, 299, 70, 26)', async () => {
    account = await Account.open(
      webScenario({ taskDefinition: 'web:1' }, { taskDefinitions: [definition('v1'), definition('v2')] }),
    )
    const run = await account.run({ 'task-definition': 'web:2', 'default-tags': 'false' })
    expectOutcome(run, 'deployed')
    expect(account.changes()).toEqual(['UpdateService'])
    expect((await account.primary()).revision).toBe('web:2')
  })

  test('registers whatever the image says, also a bare digest (issue 584)', async () => {
    account = await Account.open(webScenario())
    const run = await account.run({ image: `sha256:${'a'.repeat(64)}` })
    expectOutcome(run, 'failed')
    expect(errors(run)[0]).toContain('is only a digest. Write the whole image')
    expect(account.simulator.requests()).toEqual([])
  })
})

describe('amazon-ecs-render-task-definition v1.9.0', () => {
  test('cuts labels and log options at the second "=", and takes no value of several lines', async () => {
    account = await Account.open(webScenario())
    const rule = 'Host(`a`) && Query(`x=y`)'
    const run = await account.run({
      image: ecrImage('v2'),
      'docker-labels': `traefik.rule=${rule}`,
      'log-configuration-log-driver': 'awslogs',
      'log-configuration-options': 'awslogs-group=web\nawslogs-region=us-east-1\nawslogs-datetime-format=%Y=%m',
      'environment-variables': 'KEY<<END\nfirst\nsecond\nEND',
    })
    expectOutcome(run, 'deployed')
    expect(registered()).toMatchObject({
      dockerLabels: { 'traefik.rule': rule },
      logConfiguration: { options: { 'awslogs-datetime-format': '%Y=%m' } },
      environment: [{ name: 'KEY', value: 'first\nsecond' }],
    })
  })

  test('splits a command at every space', async () => {
    account = await Account.open(webScenario())
    expectOutcome(await account.run({ image: ecrImage('v2'), command: 'sh -c "echo hello world"' }), 'deployed')
    expect(registered().command).toEqual(['sh', '-c', 'echo hello world'])
  })

  test('executes a task definition that is a program', async () => {
    account = await Account.open(webScenario())
    const program = "console.log('EXECUTED'); module.exports = {}"
    const run = await account.run({ 'task-definition': 'td.js' }, { files: { 'td.js': program } })
    expectOutcome(run, 'failed')
    expect(run.log.split('\n')).not.toContain('EXECUTED')
    expect(account.changes()).toEqual([])
  })

  test('puts one image into all containers, and takes spaces for part of a name (issues 72, 4, 228)', async () => {
    const two = {
      ...definition('v1'),
      containerDefinitions: [
        ...definition('v1').containerDefinitions,
        { name: 'side', image: ecrImage('v1'), essential: false },
      ],
    }
    account = await Account.open(webScenario({ taskDefinition: two }))
    const images = `web=${ecrImage('v2')}\n side = ${ecrImage('crash')} `
    const run = await account.run({ images, 'dry-run': 'true', preflight: 'off' })
    expectOutcome(run, 'planned')
    expect(run.log).toContain(`changed: web: image (${ecrImage('v1')} → ${registry}/web@${account.digestOf('v2')})`)
    expect(run.log).toContain(`changed: side: image (${ecrImage('v1')} → ${registry}/web@${account.digestOf('crash')})`)
  })
})
