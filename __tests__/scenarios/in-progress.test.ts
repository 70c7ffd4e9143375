import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { Account, until } from '../support/account.ts'
import { expectOutcome } from '../support/expectations.ts'
import { breaker, definition, ecrImage, images, webScenario } from '../support/web.ts'

jest.setTimeout(30_000)

let account: Account
afterEach(() => account.close())

/** Slow enough that the deployment before is still going when the action looks. */
const slow = { speed: 60 }
const later = { taskDefinitions: [definition('v1'), definition('sick')] }
const ours = ['RegisterTaskDefinition', 'UpdateService']

/** Somebody deploys `sick`, which the breaker will take back. */
async function theirs(configuration: object = breaker.rollback): Promise<string> {
  const service = { taskDefinition: 'web:1', deploymentConfiguration: configuration }
  account = await Account.open(webScenario(service, later), slow)
  await account.control('supersede', { service: 'web', taskDefinition: 'web:2' })
  return (await account.primary()).id
}

describe("somebody else's deployment is under way", () => {
  test('on-in-progress "supersede": deployed over it, and told', async () => {
    const id = await theirs()
    const run = await account.run({ image: ecrImage('v2') })
    expectOutcome(run, 'deployed')
    expect(run.log).toContain(`A deployment that was under way (${id}) is superseded by this one.`)
  })

  test('"supersede", and the version before has no task any more: it is not taken for the first deployment', async () => {
    const id = await theirs({ ...breaker.none, minimumHealthyPercent: 0, maximumPercent: 100 })
    await account.deployments('the old one is gone', (listed) => listed.length === 1)
    const run = await account.run({ image: ecrImage('v2') })
    expectOutcome(run, 'deployed')
    expect(run.log).toContain(`A deployment that was under way (${id}) is superseded by this one.`)
  })

  test('"fail": nothing is changed, and what is under way is named', async () => {
    const id = await theirs()
    const run = await account.run({ image: ecrImage('v2'), 'on-in-progress': 'fail' })
    expectOutcome(run, 'failed')
    expect(run.log).toContain(id)
    expect(run.outputs.cause).toBe('input')
    expect(account.changes().filter((name) => name === 'RegisterTaskDefinition')).toEqual([])
  })

  test('"wait": its end is waited for, then everything is read anew', async () => {
    account = await Account.open(
      webScenario({ taskDefinition: 'web:1' }, { taskDefinitions: [definition('v1'), definition('v2')] }),
      slow,
    )
    await account.control('supersede', { service: 'web', taskDefinition: 'web:2' })
    const run = await account.run({ image: ecrImage('v1'), 'on-in-progress': 'wait' })
    expectOutcome(run, 'deployed')
    expect(run.log).toContain('Waiting up to 30 minutes, because another deployment is under way')
    expect(run.outputs['previous-task-definition']).toBe('web:2')
    expect(await account.runningDigests()).toEqual([account.digestOf('v1')])
  })

  test('"wait", and it does not end in time: nothing is changed', async () => {
    await theirs(breaker.none)
    const run = await account.run({ image: ecrImage('v2'), 'on-in-progress': 'wait', 'wait-for-minutes': '1' })
    expectOutcome(run, 'failed')
    expect(run.log).toContain('it did not end in time')
    expect(account.changes().filter((name) => name === 'RegisterTaskDefinition')).toEqual([])
  })
})

describe('ECS is rolling back', () => {
  /** Old tasks were stopped first, and start slowly: the rollback takes its time. */
  async function rollingBack(): Promise<void> {
    const configuration = { ...breaker.rollback, minimumHealthyPercent: 0, maximumPercent: 100 }
    const slowly = [{ tag: 'v1', behaviour: { kind: 'healthy', extraStartSeconds: 200 } as const }, ...images.slice(1)]
    const scenario = webScenario({ taskDefinition: 'web:1', deploymentConfiguration: configuration }, later)
    account = await Account.open({ ...scenario, repositories: [{ name: 'web', images: slowly }] }, { speed: 150 })
    await account.control('supersede', { service: 'web', taskDefinition: 'web:2' })
    await account.deployments('ECS goes back', ([primary]) => /rolling back/.test(primary?.rolloutStateReason ?? ''))
  }

  test('it begins while our revision is being registered: it is not deployed over, though what was read first could be', async () => {
    const configuration = { ...breaker.rollback, minimumHealthyPercent: 0, maximumPercent: 100 }
    const scenario = webScenario({ taskDefinition: 'web:1', deploymentConfiguration: configuration }, later)
    account = await Account.open(scenario, { speed: 60 })
    await account.control('supersede', { service: 'web', taskDefinition: 'web:2' })
    account.fault({ kind: 'throttle', operation: 'RegisterTaskDefinition', calls: 'all', forSeconds: 600 })
    const running = account.run({ image: ecrImage('v2') })
    await account.deployments('ECS goes back', ([primary]) => /rolling back/.test(primary?.rolloutStateReason ?? ''))
    await account.control('clear-faults')
    await until('UpdateService', () => account.calls('UpdateService').length === 1)
    const statuses = account.simulator.world.services[0]?.serviceDeployments.map(({ status }) => status)
    expect(statuses).toContain('ROLLBACK_SUCCESSFUL')
    const run = await running
    expectOutcome(run, 'deployed')
    expect(run.log).toContain('The service has changed since it was read')
    expect(account.applied()).toEqual(ours)
  })

  test('on-in-progress "supersede" waits for its end', async () => {
    await rollingBack()
    const run = await account.run({ image: ecrImage('v2') })
    expectOutcome(run, 'deployed')
    expect(run.log).toContain('because a rollback by ECS is under way')
    expect(run.log).toContain('If it fails, the way back is web:1.')
  })

  test('"force" goes over it, and says what that means', async () => {
    await rollingBack()
    const run = await account.run({ image: ecrImage('v2'), 'on-in-progress': 'force' })
    expectOutcome(run, 'deployed')
    expect(run.log).toContain('on-in-progress is "force": a rollback by ECS')
    expect(run.log).toContain('no completed deployment to return to')
  })
})

test('the first deployment of a service that keeps failing is told at once, with the way out', async () => {
  const service = {
    initialDeployment: 'in-progress' as const,
    taskDefinition: definition('sick'),
    deploymentConfiguration: breaker.none,
  }
  account = await Account.open(webScenario(service), { speed: 400 })
  await account.deployments('three tasks failed', ([primary]) => (primary?.failedTasks ?? 0) >= 3)
  const refused = await account.run({ image: ecrImage('v2') })
  expectOutcome(refused, 'failed')
  expect(refused.log).toContain('on-in-progress: force')
  expect(account.changes()).toEqual([])
  const forced = await account.run({ image: ecrImage('v2'), 'on-in-progress': 'force' })
  expectOutcome(forced, 'deployed')
  expect(account.changes()).toEqual(ours)
})
