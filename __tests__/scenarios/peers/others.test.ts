/** Defects of kayac/ecspresso v2.8, the pipe-cd/pipecd ECS plugin and OctopusDeploy, as things that this action must not do. */
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { Account } from '../../support/account.ts'
import { expectCause, expectOutcome } from '../../support/expectations.ts'
import { breaker, definition, ecrImage, webScenario } from '../../support/web.ts'

jest.setTimeout(30_000)

let account: Account
afterEach(() => account.close())

describe('kayac/ecspresso v2.8', () => {
  test('calls a correct rollback an error, because it looks for revision N−1', async () => {
    const taskDefinitions = [definition('v1'), definition('crash')]
    account = await Account.open(
      webScenario({ taskDefinition: 'web:1', deploymentConfiguration: breaker.none }, { taskDefinitions }),
    )
    const run = await account.run({ image: ecrImage('sick'), 'wait-for-minutes': '3' })
    expectOutcome(run, 'rolled-back')
    expect(run.outputs['task-definition']).toBe('web:3')
    expect(account.changes().at(-1)).toBe('StopServiceDeployment')
    expect((await account.primary()).revision).toBe('web:1')
  })

  test('searches its deployment by the time of start, and waits for a stale one (issue 945)', async () => {
    account = await Account.open(webScenario())
    // The machine's clock is an hour ahead of ECS.
    const { time } = account.simulator
    const run = await account.run({ image: ecrImage('v2') }, { time: { ...time, epoch: time.epoch + 3_600_000 } })
    expectOutcome(run, 'deployed')
    expect(run.outputs['deployment-id']).toBe((await account.primary()).id)
  })
})

describe('pipe-cd/pipecd, ECS plugin', () => {
  test('drops the tags of the task definition', async () => {
    const tags = [{ key: 'team', value: 'shop' }]
    account = await Account.open(webScenario({ taskDefinition: definition('v1', {}, { tags }) }))
    expectOutcome(await account.run({ image: ecrImage('v2') }), 'deployed')
    expect(account.sent('RegisterTaskDefinition')).toMatchObject([{ tags: expect.arrayContaining(tags) }])
  })

  test('waits for two and a half minutes, however long the tasks take', async () => {
    const slow = { tag: 'slow', behaviour: { kind: 'healthy' as const, extraStartSeconds: 400 } }
    account = await Account.open(webScenario({}, { repositories: [{ name: 'web', images: [{ tag: 'v1' }, slow] }] }))
    expectOutcome(await account.run({ image: ecrImage('slow') }), 'deployed')
  })
})

describe('OctopusDeploy', () => {
  test('shows errors of previous deployments too (docs#1389)', async () => {
    account = await Account.open(webScenario({ deploymentConfiguration: breaker.none }))
    const sick = await account.run({ image: ecrImage('sick'), 'max-failed-tasks': '1', 'rollback-on-failure': 'false' })
    expectOutcome(sick, 'failed')
    const run = await account.run({ image: ecrImage('crash'), 'max-failed-tasks': '2' })
    expectCause(run, 'rolled-back', 'exit-1', /container "web" exits with code 1/i)
    expect(run.report?.diagnoses.map(({ cause }) => cause)).not.toContain('load-balancer-health-check')
  })
})
