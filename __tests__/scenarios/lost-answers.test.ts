import { afterEach, describe, expect, jest, test } from '@jest/globals'
import type { FaultKind } from '../../simulator/scenario.ts'
import { Account } from '../support/account.ts'
import { errors, expectOutcome } from '../support/expectations.ts'
import { breaker, ecrImage, webScenario } from '../support/web.ts'

jest.setTimeout(30_000)

let account: Account
afterEach(() => account.close())

const v2 = { image: ecrImage('v2') }

/** Every call that was applied, by name. */
function applied(): readonly string[] {
  return account
    .mutations()
    .filter((call) => call.applied)
    .map(({ operation }) => operation)
}

async function expectOneDeployment(): Promise<void> {
  const [service] = account.simulator.world.services
  expect(service?.serviceDeployments).toHaveLength(2)
  expect(account.simulator.world.taskDefinitions.get('web')).toHaveLength(2)
  expect(await account.primary()).toMatchObject({ revision: 'web:2', rolloutState: 'COMPLETED' })
}

describe.each(['RegisterTaskDefinition', 'UpdateService'])('%s', (operation) => {
  test.each<[string, FaultKind]>([
    ['the connection breaks', { kind: 'reset-after' }],
    ['what comes back cannot be read', { kind: 'malformed' }],
  ])('is done, but %s: not sent again', async (_, fault) => {
    account = await Account.open(webScenario())
    account.fault({ ...fault, operation })
    const run = await account.run(v2)
    expectOutcome(run, 'deployed')
    expect(run.log).toContain(`The answer to ${operation} is lost`)
    expect(run.log).not.toContain('sending it again')
    expect(account.calls(operation)).toHaveLength(1)
    await expectOneDeployment()
    expect(run.outputs).toMatchObject({ changed: 'true', 'task-definition': 'web:2' })
    expect(run.outputs['deployment-id']).toBe((await account.primary()).id)
  })

  test.each<[string, FaultKind]>([
    ['the connection breaks', { kind: 'reset-before' }],
    ['AWS has a fault of its own', { kind: 'http-500' }],
  ])('is not done because %s: sent once more', async (_, fault) => {
    account = await Account.open(webScenario())
    account.fault({ ...fault, operation })
    const run = await account.run(v2)
    expectOutcome(run, 'deployed')
    expect(run.log).toContain(`${operation} was not done; sending it again.`)
    expect(account.calls(operation)).toHaveLength(2)
    expect(applied()).toEqual(['RegisterTaskDefinition', 'UpdateService'])
    await expectOneDeployment()
  })

  test('is throttled: sent again until it is taken (amazon-ecs-deploy-task-definition#502, ecspresso#787, prefect#10102)', async () => {
    account = await Account.open(webScenario())
    account.fault({ kind: 'throttle', operation, calls: 3 })
    const run = await account.run(v2)
    expectOutcome(run, 'deployed')
    expect(run.log).toContain(`${operation} has to wait: ThrottlingException: Rate exceeded`)
    expect(account.calls(operation)).toHaveLength(4)
    await expectOneDeployment()
  })
})

test('registrations at the same time: sent again', async () => {
  account = await Account.open(webScenario())
  const message = 'Too many concurrent attempts to create a new revision of the specified family.'
  account.fault({ kind: 'error', type: 'ClientException', message, operation: 'RegisterTaskDefinition', calls: 2 })
  expectOutcome(await account.run(v2), 'deployed')
  expect(account.calls('RegisterTaskDefinition')).toHaveLength(3)
  await expectOneDeployment()
})

test('the answer to a forced deployment of the same version is lost: not sent again', async () => {
  account = await Account.open(webScenario())
  account.fault({ kind: 'reset-after', operation: 'UpdateService' })
  const run = await account.run({ 'force-new-deployment': 'true' })
  expectOutcome(run, 'deployed')
  expect(account.calls('UpdateService')).toHaveLength(1)
})

test('the answer to a rollback is lost: ECS is asked once', async () => {
  account = await Account.open(webScenario({ deploymentConfiguration: breaker.none }))
  account.fault({ kind: 'reset-after', operation: 'StopServiceDeployment' })
  const run = await account.run({ image: ecrImage('sick'), 'wait-for-minutes': '3' })
  expectOutcome(run, 'rolled-back')
  expect(account.changes()).toEqual(['RegisterTaskDefinition', 'UpdateService', 'StopServiceDeployment'])
  expect(await account.runningDigests()).toEqual([account.digestOf('v1')])
})

describe('while the deployment is watched', () => {
  const duringWatch = { operation: 'DescribeServices', call: 4 }

  test.each<[string, FaultKind]>([
    ['faults at AWS', { kind: 'http-500' }],
    ['broken connections', { kind: 'reset-before' }],
    ['throttling', { kind: 'throttle' }],
  ])('%s are shown at once, and the run goes on', async (_, fault) => {
    account = await Account.open(webScenario())
    account.fault({ ...fault, ...duringWatch, calls: 8 })
    const run = await account.run(v2)
    expectOutcome(run, 'deployed')
    expect(run.log).toMatch(/The service could not be read \(.+\); trying again\./)
    expect(account.calls('DescribeServices').filter(({ status }) => status !== 200)).toHaveLength(8)
    await expectOneDeployment()
  })

  test.each<[string, FaultKind, RegExp]>([
    ['the credentials expire', { kind: 'expired-token' }, /role-duration-seconds/],
    ['the permission is taken away', { kind: 'access-denied' }, /ecs:DescribeServices/],
  ])('%s: unknown, told at once', async (_, fault, advice) => {
    account = await Account.open(webScenario())
    account.fault({ ...fault, ...duringWatch, calls: 'all' })
    const run = await account.run(v2)
    expectOutcome(run, 'unknown')
    expect(errors(run)[0]).toMatch(advice)
    expect(errors(run)[0]).toContain('its end could not be observed')
    expect(account.calls('DescribeServices').filter(({ status }) => status !== 200)).toHaveLength(1)
    expect(applied()).toEqual(['RegisterTaskDefinition', 'UpdateService'])
    expect(run.log).toContain('aws ecs describe-services')
    expect(run.outputs['deployment-id']).toBe((await account.primary()).id)
  })

  test('ECS is not there until the limit: unknown, and nothing is changed blindly', async () => {
    account = await Account.open(webScenario())
    account.fault({ kind: 'http-500', ...duringWatch, calls: 'all' })
    const run = await account.run({ image: ecrImage('sick'), 'wait-for-minutes': '3' })
    expectOutcome(run, 'unknown')
    expect(errors(run)[0]).toContain('Nothing was rolled back')
    expect(account.changes()).toEqual(['RegisterTaskDefinition', 'UpdateService'])
    expect(run.log).toContain('as last seen; it could not be read at the end')
  })

  test('answers from before our deployment are not believed', async () => {
    account = await Account.open(webScenario(), { speed: 100 })
    account.fault({ kind: 'stale', seconds: 20, operation: 'DescribeServices', call: 2, calls: 3 })
    account.fault({ kind: 'stale', seconds: 20, operation: 'ListServiceDeployments', calls: 3 })
    const run = await account.run(v2)
    expectOutcome(run, 'deployed')
    await expectOneDeployment()
  })
})

describe('before anything was changed', () => {
  test.each<[string, FaultKind]>([
    ['throttling', { kind: 'throttle' }],
    ['faults at AWS', { kind: 'http-500' }],
    ['broken connections', { kind: 'reset-before' }],
  ])('%s: read again', async (_, fault) => {
    account = await Account.open(webScenario())
    for (const operation of ['DescribeServices', 'DescribeTaskDefinition', 'BatchGetImage']) {
      account.fault({ ...fault, operation, calls: 2 })
    }
    expectOutcome(await account.run(v2), 'deployed')
    expect(account.calls('BatchGetImage')).toHaveLength(3)
  })

  test('ECS does not answer: failed, and the service was not touched', async () => {
    account = await Account.open(webScenario())
    account.fault({ kind: 'http-500', operation: 'DescribeServices', calls: 'all' })
    const run = await account.run(v2)
    expectOutcome(run, 'failed')
    expect(errors(run)[0]).toContain('The service was not touched.')
    expect(account.changes()).toEqual([])
  })

  test('the credentials are expired from the start', async () => {
    account = await Account.open(webScenario())
    account.fault({ kind: 'expired-token', operation: '*', calls: 'all' })
    const run = await account.run(v2)
    expectOutcome(run, 'failed')
    expect(errors(run)[0]).toContain('The AWS credentials are expired or not valid')
    expect(account.changes()).toEqual([])
  })
})

test('UpdateService is refused: failed, with its own words, and the service is as it was', async () => {
  account = await Account.open(webScenario())
  const message = 'The container web does not exist in the task definition.'
  account.fault({ kind: 'error', type: 'InvalidParameterException', message, operation: 'UpdateService' })
  const run = await account.run(v2)
  expectOutcome(run, 'failed')
  expect(errors(run)[0]).toContain(message)
  expect(account.calls('UpdateService')).toHaveLength(1)
  expect((await account.primary()).revision).toBe('web:1')
})
