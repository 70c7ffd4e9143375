import { afterEach, describe, expect, jest, test } from '@jest/globals'
import type { Scenario, TaskDefinitionScenario } from '../../simulator/scenario.ts'
import { Account, until } from '../support/account.ts'
import { expectCause, expectOutcome } from '../support/expectations.ts'
import { breaker, definition, ecrImage, images, registry, webScenario } from '../support/web.ts'

jest.setTimeout(30_000)

let account: Account
afterEach(() => account.close())

const cannotStop: Partial<Scenario> = { deny: ['ecs:StopServiceDeployment'] }
const limit = { 'wait-for-minutes': '3' }

/** `web:latest` runs, and then the tag moves to an image that never becomes healthy. */
async function movedLatest(rest: Partial<Scenario> = {}): Promise<{ readonly old: string }> {
  const service = { taskDefinition: definition('latest'), deploymentConfiguration: breaker.none }
  const first = [{ tag: 'latest', content: 'first' }]
  account = await Account.open(webScenario(service, { repositories: [{ name: 'web', images: first }], ...rest }))
  const old = account.digestOf('latest')
  const image = { tag: 'latest', content: 'second', behaviour: { kind: 'never-healthy' } }
  await account.control('push', { repository: 'web', image })
  expect(account.digestOf('latest')).not.toBe(old)
  return { old }
}

describe('":latest" moved, and what it names now fails', () => {
  test.each([
    ['by its digest', { image: ecrImage('latest') }, 'web:2'],
    ['as the tag', { 'force-new-deployment': 'true' }, 'web:1'],
  ])('deployed %s: ECS brings the old digest back', async (_, inputs, wanted) => {
    const { old } = await movedLatest()
    const run = await account.run({ ...inputs, ...limit })
    expectCause(run, 'rolled-back', 'load-balancer-health-check', /health check gets 503/)
    expect(run.outputs['task-definition']).toBe(wanted)
    expect(account.changes().at(-1)).toBe('StopServiceDeployment')
    expect(await account.runningDigests()).toEqual([old])
  })

  test.each([
    ['by its digest', { image: ecrImage('latest') }],
    ['as the tag', { 'force-new-deployment': 'true' }],
  ])('deployed %s, and ecs:StopServiceDeployment is denied: a copy pinned to the old digest', async (_, inputs) => {
    const { old } = await movedLatest(cannotStop)
    const run = await account.run({ ...inputs, ...limit })
    expectCause(run, 'rolled-back', 'load-balancer-health-check', /health check gets 503/)
    expect(account.sent('RegisterTaskDefinition').at(-1)).toMatchObject({
      family: 'web',
      containerDefinitions: [{ name: 'web', image: `${registry}/web@${old}` }],
    })
    expect(run.log).toContain('a copy of web:1: its tags are pinned to the digests that ran')
    expect(run.log).toContain('the permission ecs:StopServiceDeployment is missing')
    expect(account.calls('StopServiceDeployment')).toHaveLength(1)
    expect(account.calls('UpdateService')).toHaveLength(2)
    expect(await account.runningDigests()).toEqual([old])
  })
})

describe('the version to go back to', () => {
  test('is registered again where it was deregistered', async () => {
    const taskDefinition = definition('v1', {}, { status: 'INACTIVE' })
    account = await Account.open(webScenario({ taskDefinition, deploymentConfiguration: breaker.none }, cannotStop))
    const run = await account.run({ image: ecrImage('sick'), ...limit })
    expectOutcome(run, 'rolled-back')
    expect(run.log).toMatch(/Registered web:3, a copy of web:1: it was deregistered/)
    expect(await account.primary()).toMatchObject({ revision: 'web:3', rolloutState: 'COMPLETED' })
    expect(await account.runningDigests()).toEqual([account.digestOf('v1')])
  })

  test('is the one that runs, not the revision before the failed one (ecs-deploy#8)', async () => {
    const taskDefinitions = [definition('v1'), definition('crash'), definition('v2')]
    const service = { taskDefinition: 'web:1', deploymentConfiguration: breaker.stop }
    account = await Account.open(webScenario(service, { taskDefinitions }))
    const run = await account.run({ image: ecrImage('sick') })
    expectOutcome(run, 'rolled-back')
    expect(run.outputs).toMatchObject({ 'task-definition': 'web:4', 'previous-task-definition': 'web:1' })
    expect(run.log).toContain('Rolling back to web:1, as its copy web:5 (UpdateService).')
    expect(await account.runningDigests()).toEqual([account.digestOf('v1')])
  })

  test('is the last that completed where the newest one had failed', async () => {
    const taskDefinitions = [definition('v1'), definition('v2'), definition('crash')]
    const service = {
      taskDefinition: 'web:3',
      initialDeployment: 'failed' as const,
      deploymentConfiguration: breaker.stop,
      history: [{ taskDefinition: 'web:2' }, { taskDefinition: 'web:1' }],
    }
    account = await Account.open(webScenario(service, { taskDefinitions }))
    const run = await account.run({ image: ecrImage('sick') })
    expectOutcome(run, 'rolled-back')
    expect(run.log).toContain('If it fails, the way back is web:1.')
    expect(await account.runningDigests()).toEqual([account.digestOf('v1')])
  })

  describe('where the newest one had failed, and the revision of the last success was deleted', () => {
    const gone = {
      kind: 'error',
      type: 'ClientException',
      message: 'Unable to describe task definition.',
      status: 400,
      operation: 'DescribeTaskDefinition',
      calls: 1,
    } as const
    const failed = { initialDeployment: 'failed' as const, deploymentConfiguration: breaker.stop }

    test('is the success before that', async () => {
      const taskDefinitions = [definition('v1'), definition('v2'), definition('crash')]
      const history = [{ taskDefinition: 'web:1' }, { taskDefinition: 'web:2' }]
      account = await Account.open(webScenario({ ...failed, taskDefinition: 'web:3', history }, { taskDefinitions }))
      account.fault({ ...gone, call: 3 })
      const run = await account.run({ image: ecrImage('sick') })
      expectOutcome(run, 'rolled-back')
      expect(run.log).toContain('If it fails, the way back is web:1.')
    })

    test.each(['true', 'false'])('there is none where no other succeeded: deployed all the same (%s)', async (back) => {
      const taskDefinitions = [definition('v1'), definition('crash')]
      const history = [{ taskDefinition: 'web:1' }]
      account = await Account.open(webScenario({ ...failed, taskDefinition: 'web:2', history }, { taskDefinitions }))
      account.fault({ ...gone, call: 3 })
      const run = await account.run({ image: ecrImage('v2'), 'rollback-on-failure': back })
      expectOutcome(run, 'deployed')
      expect(run.log).toContain('There is no version to go back to: web:1 has been deleted.')
    })
  })

  test('is used as it is where its images are digests', async () => {
    account = await Account.open(webScenario({ deploymentConfiguration: breaker.stop }))
    expectOutcome(await account.run({ image: ecrImage('v2') }), 'deployed')
    const run = await account.run({ image: ecrImage('sick') })
    expectOutcome(run, 'rolled-back')
    expect(account.sent('UpdateService').at(-1)).toEqual({
      cluster: 'default',
      service: 'web',
      taskDefinition: 'arn:aws:ecs:us-east-1:111122223333:task-definition/web:2',
    })
    expect(account.calls('RegisterTaskDefinition')).toHaveLength(2)
    expect(await account.primary()).toMatchObject({ revision: 'web:2', rolloutState: 'COMPLETED' })
    expectOutcome(await account.run({ image: ecrImage('v2') }), 'unchanged')
  })
})

test('a version that does not come back: rollback-failed, and the commands to go on with', async () => {
  account = await Account.open(webScenario({ deploymentConfiguration: breaker.none }))
  const running = account.run({ image: ecrImage('sick'), ...limit, 'rollback-wait-minutes': '2' })
  await account.control('behaviour', { image: ecrImage('v1'), behaviour: { kind: 'never-healthy' } })
  await account.control('stop-task', { task: await runningTask() })
  const run = await running
  expectOutcome(run, 'rollback-failed')
  expect(account.changes()).toEqual(['RegisterTaskDefinition', 'UpdateService', 'StopServiceDeployment'])
  expect(run.log).toContain('aws ecs update-service')
  expect(run.outputs['task-definition']).toBe('web:2')
})

async function runningTask(): Promise<string> {
  const [task] = await account.look<readonly { taskArn: string }[]>('tasks')
  return task?.taskArn ?? ''
}

test('what runs after a rollback is not deployed again by the next run of the old version', async () => {
  account = await Account.open(webScenario())
  expectOutcome(await account.run({ image: ecrImage('v2') }), 'deployed')
  expectOutcome(await account.run({ image: ecrImage('sick') }), 'rolled-back')
  const changes = account.changes()
  expectOutcome(await account.run({ image: ecrImage('v2') }), 'unchanged')
  expect(account.changes()).toEqual(changes)
})

describe('the desired count that this run set', () => {
  const run = () => account.run({ image: ecrImage('sick'), 'desired-count': '2', 'max-failed-tasks': 'off' })

  test('is put back with the version, in the same call', async () => {
    account = await Account.open(webScenario({ deploymentConfiguration: breaker.stop }))
    const ended = await run()
    expectOutcome(ended, 'rolled-back')
    expect(account.sent('UpdateService').at(-1)).toMatchObject({ desiredCount: 1 })
    expect(ended.log).not.toContain('keep the values')
    expect(ended.outputs['running-count']).toBe('1')
  })

  test('stays, and is named, where the service is scaled', async () => {
    const scalableTargets = [{ service: 'web', minCapacity: 1, maxCapacity: 4 }]
    account = await Account.open(webScenario({ deploymentConfiguration: breaker.stop }, { scalableTargets }))
    const ended = await run()
    expectOutcome(ended, 'rolled-back')
    expect(account.sent('UpdateService').at(-1)).not.toHaveProperty('desiredCount')
    expect(ended.log).toContain('These settings keep the values that this run set: desired-count.')
  })

  test('stays, and is named, where ECS goes back by itself', async () => {
    account = await Account.open(webScenario({ deploymentConfiguration: breaker.rollback }))
    const ended = await run()
    expectOutcome(ended, 'rolled-back')
    expect(account.calls('UpdateService')).toHaveLength(1)
    expect(ended.log).toContain('These settings keep the values that this run set: desired-count.')
  })
})

describe('the previous version cannot run any more', () => {
  const dies = { tag: 'dies', behaviour: { kind: 'crashes', exitCode: 3, afterSeconds: 55 } } as const

  /** Nothing looks after its tasks: the bad version completes its deployment, and no task of the old one is left. */
  async function openUnchecked(taskDefinition: TaskDefinitionScenario, more: object = {}): Promise<void> {
    const repositories = [{ name: 'web', images: [...images, dies] }]
    account = await Account.open({ services: [{ name: 'web', taskDefinition }], repositories, ...more })
  }

  test('its image is gone: nothing is sent that cannot work', async () => {
    await openUnchecked(definition('v1'))
    const image = `${registry}/web@${account.digestOf('v1')}`
    const running = account.run({ image: ecrImage('dies') })
    await until('the service was updated', () => account.calls('UpdateService').length > 0)
    await account.control('delete-image', { image })
    const run = await running
    expectOutcome(run, 'rollback-failed')
    expect(run.log).toContain('the image of container "web" is no longer in the registry')
    expect(account.changes()).toEqual(['RegisterTaskDefinition', 'UpdateService'])
  })

  test('its secret is gone: it is gone back to, and the cause is told', async () => {
    const valueFrom = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/db-AbCdEf'
    await openUnchecked(definition('v1', { secrets: [{ name: 'DB', valueFrom }] }), { secrets: ['prod/db'] })
    const running = account.run({
      image: ecrImage('dies'),
      'secrets-strategy': 'replace',
      secrets: 'OTHER=arn:aws:ssm:us-east-1:111122223333:parameter/other',
      'rollback-wait-minutes': '6',
      preflight: 'off',
    })
    await until('the service was updated', () => account.calls('UpdateService').length > 0)
    await account.control('secrets', { secrets: ['other'] })
    const run = await running
    expectOutcome(run, 'rollback-failed')
    expect(run.log).toMatch(/not seen running again: the rollback was not complete after 6 minutes. Cause: .*prod\/db/)
  })
})

/** The last deployment failed, so that only the history knows the version to go back to. */
async function afterFailure(): Promise<void> {
  const service = {
    taskDefinition: 'web:2',
    initialDeployment: 'failed' as const,
    history: [{ taskDefinition: 'web:1' }],
    deploymentConfiguration: breaker.stop,
  }
  const taskDefinitions = [definition('v1'), definition('sick')]
  account = await Account.open(webScenario(service, { taskDefinitions }))
}

describe('the version to go back to cannot be read before the deployment', () => {
  const struck = [
    ['ListServiceDeployments', 'throttle'],
    ['ListServiceDeployments', 'http-500'],
    ['DescribeServiceRevisions', 'throttle'],
    ['DescribeServiceRevisions', 'reset-before'],
  ] as const

  test.each(struck)('%s (%s, for good): nothing is begun', async (operation, kind) => {
    await afterFailure()
    account.fault({ operation, kind, calls: 'all' })
    const run = await account.run({ image: ecrImage('v2') })
    expectOutcome(run, 'failed')
    expect(run.log).toContain('The way back')
    expect(run.log).toContain('Run the job again')
    expect(account.changes()).toEqual([])
  })

  test.each(struck)('%s (%s), and none is wanted: deployed', async (operation, kind) => {
    await afterFailure()
    account.fault({ operation, kind, calls: 'all' })
    expectOutcome(await account.run({ image: ecrImage('v2'), 'rollback-on-failure': 'false' }), 'deployed')
  })

  test('it is not permitted to: deployed, and told', async () => {
    await afterFailure()
    account.fault({ operation: 'ListServiceDeployments', kind: 'access-denied', calls: 'all' })
    const run = await account.run({ image: ecrImage('v2') })
    expectOutcome(run, 'deployed')
    expect(run.log).toContain('There is no version to go back to')
  })
})
