import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { Account, type Ended, type Inputs, until } from '../support/account.ts'
import { errors, expectOutcome, expectRollback } from '../support/expectations.ts'
import { rollBack, threeVersions } from '../support/rollback.ts'
import { breaker, definition, ecrImage, webScenario } from '../support/web.ts'

jest.setTimeout(30_000)

let account: Account
afterEach(() => account.close())

const slow = { speed: 60 }
/** Slower still, where something has to happen between two calls of the action. */
const slower = { speed: 30 }

describe('while a deployment is going on', () => {
  test('it is superseded, and said so: back to what ran before it', async () => {
    account = await Account.open(threeVersions(), slow)
    await account.control('supersede', { service: 'web', taskDefinition: 'web:2' })
    const theirs = await account.primary()
    const run = await rollBack(account)
    expectRollback(run, 'rolled-back')
    expect(run.log).toContain(`A deployment that was under way (${theirs.id}, web:2) is superseded by this rollback.`)
    expect(run.outputs.from).toBe('web:2')
    expect(account.changes()).toEqual(['RegisterTaskDefinition', 'UpdateService'])
    expect(await account.runningDigests()).toEqual([account.digestOf('v2')])
  })

  test('what is asked for is being deployed by another rollback: that is watched to its end', async () => {
    const taskDefinitions = [definition('v1'), definition('v2')]
    const service = { taskDefinition: 'web:2', history: [{ taskDefinition: 'web:1' }] }
    account = await Account.open(webScenario(service, { taskDefinitions }), slow)
    await account.control('supersede', { service: 'web', taskDefinition: 'web:1' })
    const theirs = await account.primary()
    const run = await rollBack(account)
    expectRollback(run, 'unchanged')
    expect(run.log).toContain(`The deployment ${theirs.id} was not started by this run; this run watched it.`)
    expect(run.outputs).toMatchObject({ changed: 'false', 'deployment-id': theirs.id })
    expect(account.mutations()).toEqual([])
  })
})

describe('ECS itself has rolled back', () => {
  const failing = { image: ecrImage('sick') }

  test('"previous" is refused with the versions to choose from; a named one is gone to', async () => {
    account = await Account.open(threeVersions())
    expectOutcome(await account.run(failing), 'rolled-back')
    const { length } = account.mutations()
    const run = await rollBack(account)
    expectRollback(run, 'failed')
    expect(errors(run)[0]).toContain('web:3 runs because ECS itself rolled a newer deployment of web back')
    expect(errors(run)[0]).toMatch(/web:1, commit 1{12}, .*completed \d{4}-\d\d-\d\d \d\d:\d\d UTC, image still there/)
    expect(errors(run)[0]).not.toMatch(/^ {2}web:[23]/m)
    expect(account.mutations()).toHaveLength(length)
    expectRollback(await rollBack(account, { to: '1' }), 'rolled-back')
  })

  test('or is about to: it is waited for, and then nothing is left to do', async () => {
    // Old tasks drain for long, so that the rollback takes its time.
    const options = { completionWaitsFor: 'stopped' as const }
    const loadBalancer = { targetHealthSeconds: 5, targetUnhealthySeconds: 10, deregistrationDelaySeconds: 60 }
    account = await Account.open(threeVersions({ loadBalancer }, { options }), slow)
    const deploying = account.run({ ...failing, 'rollback-on-failure': 'false', 'max-failed-tasks': 'off' })
    await until('ECS goes back', () =>
      account.simulator.world.services.some(({ serviceDeployments }) =>
        serviceDeployments.some(({ status }) => status === 'ROLLBACK_IN_PROGRESS'),
      ),
    )
    const { length } = account.mutations()
    const dry = rollBack(account, { 'dry-run': 'true' })
    const run = await rollBack(account)
    expectRollback(run, 'unchanged')
    expect(run.log).toContain('ECS is rolling back by itself; waiting for that')
    expectRollback(await dry, 'planned')
    expect((await dry).log).toContain('the run would wait for that first')
    expect(run.outputs['task-definition']).toBe('web:3')
    expect(account.mutations()).toHaveLength(length)
    expectOutcome(await deploying, 'rolled-back')
  })
})

/** Does something once the rollback has read the service and its history; before it looks again, it waits for the images. */
async function meanwhile(act: () => Promise<unknown>, inputs: Inputs = {}): Promise<Ended> {
  account.fault({ kind: 'delay', seconds: 60, operation: 'BatchGetImage', calls: 'all' })
  const { length } = account.calls('DescribeServiceRevisions')
  const running = rollBack(account, inputs)
  await until('the history was read', () => account.calls('DescribeServiceRevisions').length > length)
  await act()
  return running
}

test('somebody deploys after the service was read: theirs is left alone', async () => {
  account = await Account.open(threeVersions(), slower)
  const run = await meanwhile(() => account.control('supersede', { service: 'web', taskDefinition: 'web:2' }))
  expectRollback(run, 'superseded')
  const theirs = await account.primary()
  expect(run.outputs['superseded-by']).toBe(theirs.id)
  expect(errors(run)[0]).toContain(`Another deployment, ${theirs.id}, was started after this run had read the service.`)
  expect(account.mutations()).toEqual([])
})

test('somebody deploys over the rollback: superseded', async () => {
  account = await Account.open(threeVersions(), slow)
  const running = rollBack(account)
  await until('UpdateService was sent', () => account.calls('UpdateService').length > 0)
  const sent = account.simulator.requests().length
  await until('the rollback was looked at', () => account.simulator.requests().length > sent + 2)
  await account.control('supersede', { service: 'web', taskDefinition: 'web:2' })
  const theirs = await account.primary()
  const run = await running
  expectRollback(run, 'superseded')
  expect(run.outputs['superseded-by']).toBe(theirs.id)
  expect(account.changes()).toEqual(['RegisterTaskDefinition', 'UpdateService'])
})

/** `web:2` and then `web:3`, which runs, by the deploy action: with digests. */
async function deployedTwice(): Promise<void> {
  account = await Account.open(webScenario(), slower)
  await account.control('push', { repository: 'web', image: { tag: 'v3' } })
  expectOutcome(await account.run({ image: ecrImage('v2') }), 'deployed')
  expectOutcome(await account.run({ image: ecrImage('v3') }), 'deployed')
}

describe('somebody else goes to the very version after the service was read', () => {
  test('by its digest: watched to its end, unchanged', async () => {
    await deployedTwice()
    const { length } = account.mutations()
    const run = await meanwhile(() => account.control('supersede', { service: 'web', taskDefinition: 'web:2' }))
    expectRollback(run, 'unchanged')
    expect(account.mutations()).toHaveLength(length)
  })

  test('by a tag, which stands for another image by now: left alone', async () => {
    account = await Account.open(threeVersions(), slower)
    await account.control('push', { repository: 'web', image: { tag: 'v1', content: 'another' } })
    const run = await meanwhile(() => account.control('supersede', { service: 'web', taskDefinition: 'web:1' }))
    expectRollback(run, 'superseded')
    expect(account.mutations()).toEqual([])
  })
})

describe('two rollbacks at once', () => {
  /** @param sent calls of both that changed something */
  async function expectBothTrue(digest: string, sent: () => readonly string[]): Promise<void> {
    const runs = await Promise.all([rollBack(account), rollBack(account)])
    const outcomes = runs.map(({ outputs }) => outputs.outcome)
    expect(outcomes).toContain('rolled-back')
    for (const run of runs) {
      expect(['rolled-back', 'unchanged', 'superseded']).toContain(run.outputs.outcome)
      expectRollback(run, run.outputs.outcome ?? '')
    }
    const back = runs.filter(({ outputs }) => outputs.outcome === 'rolled-back')
    // Both may say so only of the one deployment that ECS made of both requests.
    expect(new Set(back.map(({ outputs }) => outputs['deployment-id'])).size).toBe(1)
    const { id } = await account.primary()
    expect(back[0]?.outputs['deployment-id']).toBe(id)
    expect(sent().filter((name) => name === 'UpdateService').length).toBeLessThanOrEqual(2)
    expect(await account.runningDigests()).toEqual([digest])
  }

  test('to a version with digests: one goes back, the other sees it', async () => {
    await deployedTwice()
    const { length } = account.mutations()
    await expectBothTrue(account.digestOf('v2'), () => account.changes().slice(length))
  })

  test('to a version with tags: each may register a copy, and the later one stays', async () => {
    account = await Account.open(threeVersions(), slow)
    await expectBothTrue(account.digestOf('v1'), () => account.changes())
  })
})

describe('a rollback that does not come to its end', () => {
  test('fails, and ECS goes back to what was left: told with the cause, and nothing more is changed (flyctl#579)', async () => {
    account = await Account.open(threeVersions())
    await account.control('behaviour', { image: ecrImage('v1'), behaviour: { kind: 'never-healthy' } })
    const run = await rollBack(account)
    expectRollback(run, 'rollback-failed')
    expect(run.outputs.cause).toBe('load-balancer-health-check')
    expect(errors(run)[0]).toContain('and ECS went back to what had run before it')
    expect(run.log).toContain('Runs now: web:3')
    expect(account.changes()).toEqual(['RegisterTaskDefinition', 'UpdateService'])
    expect(await account.primary()).toMatchObject({ revision: 'web:3', rolloutState: 'COMPLETED' })
  })

  test('is not complete when the time ends: timed out, and it goes on', async () => {
    account = await Account.open(threeVersions({ deploymentConfiguration: breaker.none }))
    await account.control('behaviour', { image: ecrImage('v1'), behaviour: { kind: 'never-healthy' } })
    const run = await rollBack(account, { 'rollback-wait-minutes': '3' })
    expectRollback(run, 'timed-out')
    expect(errors(run)[0]).toContain('was not complete. It goes on in ECS.')
    expect(account.changes()).toEqual(['RegisterTaskDefinition', 'UpdateService'])
  })

  test.each([['SIGINT'], ['SIGTERM']] as const)('is cancelled by %s: it goes on in ECS, at once', async (signal) => {
    account = await Account.open(threeVersions(), slow)
    const run = await rollBack(account, {}, { signals: [{ signal, when: /IN_PROGRESS {2}desired 1/ }] })
    expectRollback(run, 'cancelled')
    expect(run.seconds).toBeLessThan(5)
    expect(errors(run)[0]).toContain('The rollback goes on in ECS; nobody watches it now.')
    expect(account.changes()).toEqual(['RegisterTaskDefinition', 'UpdateService'])
    await account.completed()
    expect(await account.runningDigests()).toEqual([account.digestOf('v1')])
    expectRollback(await rollBack(account, { to: 'web:1' }), 'unchanged')
  })

  test('is cancelled before anything was changed: the service was not touched', async () => {
    account = await Account.open(threeVersions(), slow)
    account.fault({ kind: 'delay', seconds: 600, operation: 'DescribeTaskDefinition', calls: 'all' })
    const run = await rollBack(account, {}, { signals: [{ signal: 'SIGINT', when: /Rolling back/, after: 300 }] })
    expectRollback(run, 'cancelled')
    expect(run.log).toContain('The service was not touched.')
    expect(account.mutations()).toEqual([])
  })

  test('is cancelled while UpdateService is throttled: nothing was done, and nothing goes on', async () => {
    account = await Account.open(threeVersions(), slower)
    account.fault({ kind: 'throttle', operation: 'UpdateService', calls: 'all' })
    const run = await rollBack(account, {}, { signals: [{ signal: 'SIGINT', when: /UpdateService has to wait/ }] })
    expectRollback(run, 'cancelled')
    expect(errors(run)[0]).toContain('The service was not touched.')
    expect(run.log).not.toContain('goes on in ECS')
    expect(run.outputs.changed).toBe('false')
    expect(account.applied()).toEqual(['RegisterTaskDefinition'])
  })

  test('is cancelled while UpdateService hangs: whether it was taken is not known, and said so', async () => {
    account = await Account.open(threeVersions(), slower)
    account.fault({ kind: 'hang', operation: 'UpdateService' })
    const signals = [{ signal: 'SIGINT', when: /Going back to web:4/, after: 200 }] as const
    const run = await rollBack(account, {}, { signals })
    expectRollback(run, 'cancelled')
    expect(errors(run)[0]).toContain('UpdateService was on its way: whether ECS took the rollback is not known.')
    expect(run.log).not.toContain('goes on in ECS')
    expect(account.applied()).toEqual(['RegisterTaskDefinition'])
  })

  test('loses its credentials on the way: unknown', async () => {
    account = await Account.open(threeVersions(), slow)
    const running = rollBack(account)
    await until('UpdateService was sent', () => account.calls('UpdateService').length > 0)
    account.fault({ kind: 'expired-token', operation: '*', calls: 'all' })
    const run = await running
    expectRollback(run, 'unknown')
    expect(errors(run)[0]).toContain('credentials are expired')
  })

  test.each(['UpdateService', 'RegisterTaskDefinition'])(
    'loses the answer to %s: done once all the same',
    async (operation) => {
      account = await Account.open(threeVersions())
      account.fault({ kind: 'reset-after', operation })
      expectRollback(await rollBack(account), 'rolled-back')
      expect(account.mutations().filter(({ applied }) => applied)).toHaveLength(2)
      expect(await account.runningDigests()).toEqual([account.digestOf('v1')])
    },
  )
})
