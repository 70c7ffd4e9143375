import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { writeDockerStandIn } from '../../scripts/demo/docker-stand-in.ts'
import { Account, until } from '../support/account.ts'
import { expectOutcome } from '../support/expectations.ts'
import { Registry } from '../support/registry.ts'
import { breaker, definition, ecrImage, registry, webScenario } from '../support/web.ts'

jest.setTimeout(30_000)

let account: Account
afterEach(() => account.close())

const hubImage = 'docker.io/example/shop:v2'
const withHubImage = { otherImages: [{ reference: hubImage }] }

test('a forced deployment of a deregistered revision registers a copy of it', async () => {
  account = await Account.open(webScenario({ taskDefinition: definition('v1', {}, { status: 'INACTIVE' }) }))
  const run = await account.run({ 'force-new-deployment': 'true' })
  expectOutcome(run, 'deployed')
  expect(account.changes()).toEqual(['RegisterTaskDefinition', 'UpdateService'])
  expect(await account.primary()).toMatchObject({ rolloutState: 'COMPLETED', revision: 'web:2' })
})

describe('a good image', () => {
  test('is deployed by its digest, and the same again changes nothing (amazon-ecs-deploy-task-definition#25, aws-cli#1332, ecs-deploy#109)', async () => {
    account = await Account.open(webScenario())
    const digest = account.digestOf('v2')
    const first = await account.run({ image: ecrImage('v2') })
    expectOutcome(first, 'deployed')
    expect(first.outputs).toMatchObject({
      changed: 'true',
      'task-definition': 'web:2',
      'previous-task-definition': 'web:1',
      image: `${registry}/web@${digest}`,
      'image-digest': digest,
      'running-count': '1',
      cause: '',
      'superseded-by': '',
    })
    const primary = await account.primary()
    expect(primary).toMatchObject({ rolloutState: 'COMPLETED', revision: 'web:2' })
    expect(first.outputs['deployment-id']).toBe(primary.id)
    expect(first.outputs['service-deployment-arn']).toMatch(/^arn:aws:ecs:us-east-1:111122223333:service-deployment\//)
    expect(await account.runningDigests()).toEqual([digest])
    expect(readFileSync(first.outputs.report ?? '', 'utf8')).toContain('"outcome": "deployed"')

    const changes = account.changes()
    const second = await account.run({ image: ecrImage('v2') })
    expectOutcome(second, 'unchanged')
    expect(second.outputs).toMatchObject({ changed: 'false', 'task-definition': 'web:2', 'image-digest': digest })
    expect(account.changes()).toEqual(changes)
  })

  test('everything is read before anything is changed, and one UpdateService carries what was asked for (amazon-ecs-deploy-task-definition#45)', async () => {
    account = await Account.open(webScenario())
    expectOutcome(await account.run({ image: ecrImage('v2') }), 'deployed')
    const calls = account.simulator.requests().map(({ operation }) => operation)
    const register = calls.indexOf('RegisterTaskDefinition')
    for (const read of ['DescribeServices', 'DescribeTaskDefinition', 'BatchGetImage']) {
      expect(calls.slice(0, register)).toContain(read)
    }
    expect(account.changes()).toEqual(['RegisterTaskDefinition', 'UpdateService'])
    expect(account.sent('UpdateService')).toEqual([
      {
        cluster: 'default',
        service: 'web',
        taskDefinition: 'arn:aws:ecs:us-east-1:111122223333:task-definition/web:2',
      },
    ])
  })

  test('a tag that moved is a new version, though its name is the same (website#335)', async () => {
    account = await Account.open(webScenario())
    expectOutcome(await account.run({ image: ecrImage('v2') }), 'deployed')
    await account.control('move-tag', { image: ecrImage('v2'), to: 'v1' })
    const second = await account.run({ image: ecrImage('v2') })
    expectOutcome(second, 'deployed')
    expect(await account.runningDigests()).toEqual([account.digestOf('v1')])
  })

  test('an older revision that is equal is used again instead of registered', async () => {
    account = await Account.open(webScenario())
    for (const tag of ['v1', 'v2']) expectOutcome(await account.run({ image: ecrImage(tag) }), 'deployed')
    const registrations = account.calls('RegisterTaskDefinition').length
    const again = await account.run({ image: ecrImage('v1'), 'task-definition': 'web:2' })
    expectOutcome(again, 'deployed')
    expect(again.outputs['task-definition']).toBe('web:2')
    expect(account.calls('RegisterTaskDefinition')).toHaveLength(registrations)
  })

  test('from a file in the workspace', async () => {
    account = await Account.open(webScenario())
    const file = JSON.stringify(definition('v2', { environment: [{ name: 'MODE', value: 'fast' }] }), undefined, 2)
    const run = await account.run({ 'task-definition': 'web.json' }, { files: { 'web.json': file } })
    expectOutcome(run, 'deployed')
    expect(run.outputs['image-digest']).toBe(account.digestOf('v2'))
    const [registered] = account.sent('RegisterTaskDefinition')
    expect(registered).toMatchObject({
      containerDefinitions: [{ image: `${registry}/web@${account.digestOf('v2')}`, environment: [{ name: 'MODE' }] }],
      tags: expect.arrayContaining([{ key: 'ecs-deploy:repository', value: 'octo-org/example' }]),
    })
  })

  test('by repository and tag, where the account id is masked (amazon-ecr-login#546, #305)', async () => {
    account = await Account.open(webScenario())
    const run = await account.run({ 'ecr-repository': 'web', 'image-tag': 'v2' })
    expectOutcome(run, 'deployed')
    expect(run.outputs['image-digest']).toBe(account.digestOf('v2'))
  })
})

describe('what was wanted is there already', () => {
  test('but its deployment is still going: watched to its end', async () => {
    // Slow enough to be still going when the second run looks, also on a busy machine.
    const slow = { tag: 'v2', behaviour: { kind: 'healthy', extraStartSeconds: 300 } } as const
    const repositories = [{ name: 'web', images: [{ tag: 'v1' }, slow] }]
    account = await Account.open(webScenario({}, { repositories }), { speed: 60 })
    const first = await account.run({ image: ecrImage('v2'), 'wait-for-service-stability': 'false' })
    expectOutcome(first, 'started')
    expect((await account.primary()).rolloutState).toBe('IN_PROGRESS')
    const changes = account.changes()
    const second = await account.run({ image: ecrImage('v2') })
    expectOutcome(second, 'deployed')
    expect(second.outputs['deployment-id']).toBe(first.outputs['deployment-id'])
    expect((await account.primary()).rolloutState).toBe('COMPLETED')
    expect(account.changes()).toEqual(changes)
  })

  test('but its deployment failed: forced, and the log says why', async () => {
    account = await Account.open(webScenario({ deploymentConfiguration: breaker.stop }))
    const first = await account.run({ image: ecrImage('sick'), 'rollback-on-failure': 'false' })
    expectOutcome(first, 'failed')
    const failed = await account.primary()
    expect(failed.rolloutState).toBe('FAILED')
    await account.control('behaviour', { image: ecrImage('sick'), behaviour: { kind: 'healthy' } })
    const second = await account.run({ image: ecrImage('sick') })
    expectOutcome(second, 'deployed')
    expect(second.log).toContain(`A new deployment is forced: its deployment ${failed.id} failed.`)
    expect(account.sent('UpdateService').at(-1)).toEqual({
      cluster: 'default',
      service: 'web',
      taskDefinition: expect.stringContaining('task-definition/web:'),
      forceNewDeployment: true,
    })
    expect(account.calls('RegisterTaskDefinition')).toHaveLength(1)
  })

  test('and force-new-deployment asks for it once more', async () => {
    account = await Account.open(webScenario())
    const run = await account.run({ 'force-new-deployment': 'true' })
    expectOutcome(run, 'deployed')
    const taskDefinition = expect.stringContaining('task-definition/web:1')
    expect(account.sent('UpdateService')).toEqual([
      { cluster: 'default', service: 'web', taskDefinition, forceNewDeployment: true },
    ])
    expect(account.changes()).toEqual(['UpdateService'])
  })
})

describe('an image of another registry', () => {
  describe('without docker', () => {
    let shops: Registry
    beforeEach(async () => {
      shops = await Registry.open()
      const reference = `${shops.host}/example/shop:v2`
      account = await Account.open(webScenario({}, { otherImages: [{ reference }] }))
      shops.world = account.simulator.world
    })
    afterEach(() => shops.close())

    test('is pinned by the digest that the registry itself names', async () => {
      const run = await account.run({ image: `${shops.host}/example/shop:v2` })
      expectOutcome(run, 'deployed')
      const shop = `${shops.host}/example/shop`
      expect(run.outputs.image).toBe(`${shop}@${account.simulator.world.otherRepositories.get(shop)?.tags.get('v2')}`)
      expect(run.log).not.toContain('could not be looked up')
    })

    test('is refused before anything is changed where the registry has no such image', async () => {
      const run = await account.run({ image: `${shops.host}/example/shop:v3` })
      expectOutcome(run, 'failed')
      expect(run.log).toContain(`The registry ${shops.host} has no image ${shops.host}/example/shop:v3.`)
      expect(account.changes()).toEqual([])
    })
  })

  test('without docker and out of reach it is deployed as given, with a notice, and forced the next time', async () => {
    account = await Account.open(webScenario({}, withHubImage))
    const first = await account.run({ image: hubImage })
    expectOutcome(first, 'deployed')
    const notice = `The digest of ${hubImage} could not be looked up: docker is not installed on this machine, and the registry could not be reached.`
    expect(first.log).toContain(notice)
    expect(first.outputs).toMatchObject({ image: hubImage, 'image-digest': '' })
    const second = await account.run({ image: hubImage })
    expectOutcome(second, 'deployed')
    expect(second.log).toContain(`A new deployment is forced: the digest of ${hubImage} is not known`)
    expect(account.sent('UpdateService').at(-1)).toMatchObject({ forceNewDeployment: true })
    expect(account.calls('RegisterTaskDefinition')).toHaveLength(1)
  })

  test('with docker it is pinned by the digest that the registry names', async () => {
    account = await Account.open(webScenario({}, withHubImage))
    const bin = join(account.folder, 'bin')
    writeDockerStandIn(bin, account.simulator)
    const digest = account.simulator.world.otherRepositories.get('docker.io/example/shop')?.tags.get('v2')
    const run = await account.run({ image: hubImage }, { path: [bin] })
    expectOutcome(run, 'deployed')
    expect(run.outputs['image-digest']).toBe(digest)
    expect(run.outputs.image).toBe(`docker.io/example/shop@${digest}`)
    expect(run.log).not.toContain('could not be looked up')
    expectOutcome(await account.run({ image: hubImage }, { path: [bin] }), 'unchanged')
  })

  test('pin-digest "required" refuses what cannot be looked up', async () => {
    account = await Account.open(webScenario({}, withHubImage))
    const run = await account.run({ image: hubImage, 'pin-digest': 'required' })
    expectOutcome(run, 'failed')
    expect(run.log).toContain('docker is not installed on this machine')
    expect(account.changes()).toEqual([])
  })
})

describe('less than a watched deployment', () => {
  test.each([
    ['desired-count', '2', { desiredCount: 2 }],
    ['enable-execute-command', 'true', { enableExecuteCommand: true }],
  ])('only %s: updated, and no deployment', async (input, value, member) => {
    account = await Account.open(webScenario())
    const before = await account.primary()
    const run = await account.run({ [input]: value })
    expectOutcome(run, 'updated')
    expect(account.sent('UpdateService')).toEqual([{ cluster: 'default', service: 'web', ...member }])
    expect(account.changes()).toEqual(['UpdateService'])
    expect((await account.primary()).id).toBe(before.id)
    expect(run.outputs).toMatchObject({ changed: 'true', 'deployment-id': '', 'task-definition': 'web:1' })
    expect(run.outputs['running-count']).toBe(input === 'desired-count' ? '2' : '1')
    const again = await account.run({ [input]: value })
    expectOutcome(again, 'unchanged')
    expect(account.changes()).toEqual(['UpdateService'])
  })

  test('wait-for-service-stability "false": started, and not looked at again', async () => {
    account = await Account.open(webScenario())
    const run = await account.run({ image: ecrImage('v2'), 'wait-for-service-stability': 'false' })
    expectOutcome(run, 'started')
    expect(account.simulator.requests().at(-1)?.operation).toBe('UpdateService')
  })

  test('dry-run: planned, the changes are shown, nothing is changed', async () => {
    account = await Account.open(webScenario())
    const run = await account.run({ image: ecrImage('v2'), 'dry-run': 'true' })
    expectOutcome(run, 'planned')
    expect(run.log).toContain('changed: web: image')
    expect(run.outputs).toMatchObject({ changed: 'false', 'deployment-id': '' })
    expect(account.changes()).toEqual([])
  })

  test('with a desired count of 0 it is deployed, and said that nothing has run', async () => {
    account = await Account.open(webScenario({ desiredCount: 0 }))
    const run = await account.run({ image: ecrImage('v2') })
    expectOutcome(run, 'deployed')
    expect(run.summary).toContain('The desired count is 0: no task of this version has run yet')
    expect((await account.primary()).revision).toBe('web:2')
    expect(account.sent('UpdateService')).toHaveLength(1)
  })
})

test('somebody changes the count while we deploy: it stays as they set it', async () => {
  account = await Account.open(webScenario(), { speed: 100 })
  const running = account.run({ image: ecrImage('v2') })
  await until('UpdateService was sent', () => account.calls('UpdateService').length > 0)
  await account.control('supersede', { service: 'web', desiredCount: 2, forceNewDeployment: false })
  const run = await running
  expectOutcome(run, 'deployed')
  expect(run.outputs['running-count']).toBe('2')
})
