import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { Account, type Ended, type Inputs, until } from '../support/account.ts'
import { errors, expectOutcome } from '../support/expectations.ts'
import { breaker, definition, ecrImage, images, webScenario } from '../support/web.ts'

jest.setTimeout(30_000)

let account: Account
afterEach(() => account.close())

const ours = ['RegisterTaskDefinition', 'UpdateService']

/** Runs the action, and does something once its deployment has been seen by it. */
async function meanwhile(inputs: Inputs, act: () => Promise<unknown>): Promise<Ended> {
  const running = account.run(inputs)
  await until('UpdateService was sent', () => account.calls('UpdateService').length > 0)
  const sent = account.simulator.requests().length
  await until('the deployment was looked at', () => account.simulator.requests().length > sent + 2)
  await act()
  return running
}

describe('somebody else deploys while we watch', () => {
  test('superseded: their deployment is named, nothing is rolled back', async () => {
    account = await Account.open(webScenario({}, { taskDefinitions: [definition('v1'), definition('v2')] }))
    const run = await meanwhile({ image: ecrImage('sick') }, () =>
      account.control('supersede', { service: 'web', taskDefinition: 'web:2' }),
    )
    expectOutcome(run, 'superseded')
    const theirs = await account.primary()
    expect(theirs.revision).toBe('web:2')
    expect(run.outputs['superseded-by']).toBe(theirs.id)
    expect(errors(run)[0]).toContain(`Another deployment, ${theirs.id}, was started after this one`)
    expect(run.outputs['deployment-id']).not.toBe(theirs.id)
    expect(account.changes()).toEqual(ours)
  })

  test('with our own definition once more: their deployment all the same (ecspresso#821)', async () => {
    account = await Account.open(webScenario())
    const run = await meanwhile({ image: ecrImage('v2') }, () => account.control('supersede', { service: 'web' }))
    expectOutcome(run, 'superseded')
    expect(account.changes()).toEqual(ours)
  })

  test('and theirs is rolled back before we can look again: superseded all the same (ecspresso#899)', async () => {
    account = await Account.open(webScenario({}, { taskDefinitions: [definition('sick')] }))
    const before = await account.primary()
    const run = await meanwhile({ image: ecrImage('v2') }, async () => {
      account.fault({ kind: 'http-500', operation: 'DescribeServices', calls: 'all' })
      await account.control('supersede', { service: 'web', taskDefinition: 'web:1' })
      const theirs = await account.primary()
      expect(theirs.revision).toBe('web:1')
      await account.completed()
      expect((await account.primary()).id).toBe(before.id)
      account.simulator.faults.clear()
    })
    expectOutcome(run, 'superseded')
    expect(run.outputs['superseded-by']).not.toBe(before.id)
    expect(run.outputs['superseded-by']).not.toBe(run.outputs['deployment-id'])
    expect(account.changes()).toEqual(ours)
    expect(await account.primary()).toMatchObject({ id: before.id, rolloutState: 'COMPLETED' })
  })

  test('just when ours has failed and is to be rolled back: theirs is left alone', async () => {
    account = await Account.open(webScenario({ deploymentConfiguration: breaker.stop }))
    const running = account.run({ image: ecrImage('sick') })
    await until('the deployment failed', () =>
      account.simulator.world.services.some(({ deployments }) =>
        deployments.some(({ rolloutState }) => rolloutState === 'FAILED'),
      ),
    )
    account.fault({ kind: 'delay', seconds: 20, operation: 'ListTasks', calls: 'all' })
    await account.control('supersede', { service: 'web', taskDefinition: 'web:1' })
    const theirs = await account.primary()
    const run = await running
    expectOutcome(run, 'superseded')
    expect(run.outputs['superseded-by']).toBe(theirs.id)
    expect(account.changes()).toEqual(ours)
  })
})

describe('somebody else deploys while ours is being rolled back', () => {
  test.each([
    ['by ECS itself', breaker.rollback, []],
    ['by this run', breaker.stop, ['RegisterTaskDefinition', 'UpdateService']],
  ])('%s: superseded, and theirs is left alone', async (_, deploymentConfiguration, rollback) => {
    const taskDefinitions = [definition('v2', { environment: [{ name: 'THEIRS', value: 'yes' }] })]
    // Old tasks drain for long, so that the rollback takes its time.
    const options = { exitAfterRunningCountsAsFailure: true, completionWaitsFor: 'stopped' as const }
    const loadBalancer = { targetHealthSeconds: 60, targetUnhealthySeconds: 60, deregistrationDelaySeconds: 120 }
    account = await Account.open(webScenario({ deploymentConfiguration, loadBalancer }, { taskDefinitions, options }), {
      speed: 100,
    })
    const running = account.run({ image: ecrImage('crash') })
    await until('the rollback has begun', () => rollbackHasBegun(rollback.length > 0))
    await account.control('supersede', { service: 'web', taskDefinition: 'web:1' })
    const theirs = await account.primary()
    const run = await running
    expectOutcome(run, 'superseded')
    expect(run.outputs['superseded-by']).toBe(theirs.id)
    expect(account.changes()).toEqual([...ours, ...rollback])
    await account.completed()
    expect(await account.primary()).toMatchObject({ id: theirs.id, rolloutState: 'COMPLETED' })
  })

  function rollbackHasBegun(byThisRun: boolean): boolean {
    if (byThisRun) return account.calls('UpdateService').length === 2
    const [service] = account.simulator.world.services
    return service?.serviceDeployments.some(({ status }) => status === 'ROLLBACK_IN_PROGRESS') ?? false
  }
})

describe('the limit comes when all new tasks are healthy', () => {
  test('and old ones are still draining: timed out, nothing rolled back (amazon-ecs-deploy-task-definition#31, #30)', async () => {
    const loadBalancer = { targetHealthSeconds: 5, deregistrationDelaySeconds: 900 }
    const options = { completionWaitsFor: 'stopped' as const }
    account = await Account.open(webScenario({ loadBalancer, desiredCount: 2 }, { options }))
    const run = await account.run({ image: ecrImage('v2'), 'wait-for-minutes': '4' })
    expectOutcome(run, 'timed-out')
    expect(account.changes()).toEqual(ours)
    expect(errors(run)[0]).toContain('Nothing was rolled back')
    expect(await account.primary()).toMatchObject({ revision: 'web:2', rolloutState: 'IN_PROGRESS' })
    expect(await account.runningDigests()).toEqual([account.digestOf('v2')])
  })

  test('and only the bake time is left: the same', async () => {
    const deploymentConfiguration = { ...breaker.rollback, bakeTimeInMinutes: 30 }
    account = await Account.open(webScenario({ deploymentConfiguration }))
    const run = await account.run({ image: ecrImage('v2'), 'wait-for-minutes': '4' })
    expectOutcome(run, 'timed-out')
    expect(account.changes()).toEqual(ours)
  })

  test('but not where old tasks were stopped first and the new ones never became healthy: rolled back', async () => {
    const deploymentConfiguration = { minimumHealthyPercent: 0, maximumPercent: 100 }
    account = await Account.open(webScenario({ deploymentConfiguration }))
    const run = await account.run({ image: ecrImage('sick'), 'wait-for-minutes': '3' })
    expectOutcome(run, 'rolled-back')
    expect(await account.runningDigests()).toEqual([account.digestOf('v1')])
  })
})

test('two runs at once: one winner, and two truthful reports (ecspresso#929)', async () => {
  account = await Account.open(
    webScenario({}, { repositories: [{ name: 'web', images: [...images, { tag: 'v3' }] }] }),
    {
      speed: 100,
    },
  )
  const tags = ['v2', 'v3'] as const
  const runs = await Promise.all(tags.map((tag) => account.run({ image: ecrImage(tag) })))
  const winner = runs.findIndex(({ outputs }) => outputs.outcome === 'deployed')
  const loser = 1 - winner
  expectOutcome(runs[winner] as Ended, 'deployed')
  expectOutcome(runs[loser] as Ended, 'superseded')
  expect(runs[loser]?.outputs['superseded-by']).toBe(runs[winner]?.outputs['deployment-id'])
  expect((await account.primary()).id).toBe(runs[winner]?.outputs['deployment-id'])
  expect(await account.runningDigests()).toEqual([account.digestOf(tags[winner] ?? '')])
  expect(account.calls('UpdateService')).toHaveLength(2)
  expect(account.calls('StopServiceDeployment')).toEqual([])
})

test('somebody deploys while only settings are changed: theirs is left alone, whatever becomes of it', async () => {
  const scenario = webScenario({ taskDefinition: 'web:1' }, { taskDefinitions: [definition('v1'), definition('sick')] })
  account = await Account.open(scenario, {
    gate: async ({ headers }, take) => {
      const isUpdate = String(headers['x-amz-target']).endsWith('.UpdateService')
      if (isUpdate) await account.control('supersede', { service: 'web', taskDefinition: 'web:2' })
      return take()
    },
  })
  const run = await account.run({ 'desired-count': '2', 'wait-for-minutes': '2' })
  expect(['updated', 'timed-out']).toContain(run.outputs.outcome)
  expect(run.log).toContain('somebody else started a deployment')
  expect(account.changes().filter((name) => name !== 'UpdateService')).toEqual([])
  expect(account.calls('UpdateService').filter(({ input }) => 'desiredCount' in (input as object))).toHaveLength(1)
})

/** A deployment of `tag` by somebody else, half done when the action begins. */
async function theirsUnderWay(tag: string): Promise<string> {
  const service = { taskDefinition: 'web:1', deploymentConfiguration: breaker.none }
  account = await Account.open(webScenario(service, { taskDefinitions: [definition('v1'), definition(tag)] }), {
    speed: 60,
  })
  await account.control('supersede', { service: 'web', taskDefinition: 'web:2' })
  return (await account.primary()).id
}

describe('settings are changed while a deployment of somebody else is under way', () => {
  test('no version is asked for: the settings are changed, and theirs is left alone', async () => {
    const id = await theirsUnderWay('v2')
    const run = await account.run({ 'enable-execute-command': 'true' })
    expectOutcome(run, 'updated')
    expect(run.log).toContain(`The deployment ${id} was under way when the settings were changed.`)
    expect(account.changes().filter((name) => name === 'StopServiceDeployment')).toEqual([])
  })

  test('theirs deploys what is asked for: it is watched to its end', async () => {
    const id = await theirsUnderWay('v2')
    const run = await account.run({ 'task-definition': 'web:2', 'enable-execute-command': 'true' })
    expectOutcome(run, 'deployed')
    expect(run.outputs['deployment-id']).toBe(id)
    expect(run.log).toContain(`The deployment ${id} was started before this run`)
  })

  test('and it fails: told, and not rolled back', async () => {
    const id = await theirsUnderWay('crash')
    const run = await account.run({ 'task-definition': 'web:2', 'enable-execute-command': 'true' })
    expectOutcome(run, 'failed')
    expect(run.log).toContain('Nothing was rolled back, because this run did not start that deployment')
    expect(account.calls('StopServiceDeployment')).toEqual([])
    expect((await account.primary()).id).toBe(id)
  })
})
