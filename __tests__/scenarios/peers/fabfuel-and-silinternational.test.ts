/** Defects of fabfuel/ecs-deploy 1.15.2 and sil-org/ecs-deploy 3.10, as things that this action must not do. */
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { Account } from '../../support/account.ts'
import { expectOutcome } from '../../support/expectations.ts'
import { breaker, definition, ecrImage, registry, webScenario } from '../../support/web.ts'

jest.setTimeout(30_000)

let account: Account
afterEach(() => account.close())

describe('fabfuel/ecs-deploy 1.15.2', () => {
  test.each([
    ['ECS', breaker.rollback],
    ['the tool', breaker.stop],
  ])(
    'calls a rollback by %s a success, and deregisters the revision that runs (issues 185, 161, pull 251)',
    async (_, configuration) => {
      const options = { exitAfterRunningCountsAsFailure: true }
      account = await Account.open(webScenario({ deploymentConfiguration: configuration }, { options }))
      const run = await account.run({ image: ecrImage('crash') })
      expectOutcome(run, 'rolled-back')
      expect(account.changes()).not.toContain('DeregisterTaskDefinition')
      const revisions = account.simulator.world.taskDefinitions.get('web') ?? []
      expect(revisions.map(({ status }) => status)).toEqual(revisions.map(() => 'ACTIVE'))
    },
  )

  test('never sees a service of more than 100 tasks as deployed', async () => {
    account = await Account.open(webScenario({ desiredCount: 120 }), { speed: 100 })
    const run = await account.run({ image: ecrImage('v2') })
    expectOutcome(run, 'deployed')
    expect(run.outputs['running-count']).toBe('120')
  })
})

describe('sil-org/ecs-deploy 3.10', () => {
  test('deploys the old digest again without a word, and drops members that it does not list (pull 117)', async () => {
    const old = `${registry}/web@sha256:${'0'.repeat(64)}`
    const images = [{ tag: 'v1' }, { tag: 'v2' }]
    account = await Account.open(
      webScenario(
        { taskDefinition: definition(old, {}, { pidMode: 'task' }), desiredCount: 0 },
        { repositories: [{ name: 'web', images }] },
      ),
    )
    const wanted = `${registry}/web@${account.digestOf('v2')}`
    expectOutcome(await account.run({ image: wanted }), 'deployed')
    expect(account.sent('RegisterTaskDefinition')).toMatchObject([
      { pidMode: 'task', containerDefinitions: [{ image: wanted }] },
    ])
  })

  test('is content with one new task', async () => {
    account = await Account.open(webScenario({ desiredCount: 3 }))
    expectOutcome(await account.run({ image: ecrImage('v2') }), 'deployed')
    expect((await account.primary()).rolloutState).toBe('COMPLETED')
    expect(await account.runningDigests()).toEqual([account.digestOf('v2')])
  })

  test('starts a rollback and does not wait for it, by default after 90 s (issues 102, 224)', async () => {
    account = await Account.open(webScenario({ deploymentConfiguration: breaker.none }))
    const run = await account.run({ image: ecrImage('sick'), 'max-failed-tasks': 'off', 'wait-for-minutes': '4' })
    expectOutcome(run, 'rolled-back')
    const at = (operation: string) => account.calls(operation)[0]?.at ?? Number.NaN
    expect((at('StopServiceDeployment') - at('UpdateService')) / 1000).toBeGreaterThan(200)
    expect(await account.primary()).toMatchObject({ revision: 'web:1', rolloutState: 'COMPLETED' })
  })
})
