import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { Account, type Ended, type Inputs } from '../support/account.ts'
import { errors, expectOutcome } from '../support/expectations.ts'
import { breaker, ecrImage, webScenario } from '../support/web.ts'

jest.setTimeout(60_000)

let account: Account
afterEach(() => account.close())

const target = { service: 'web', minCapacity: 2, maxCapacity: 6 }
const all = { scalingIn: true, scalingOut: true, scheduled: true }

async function open(suspended = {}, rest: object = {}, service: object = { desiredCount: 3 }): Promise<void> {
  account = await Account.open(webScenario(service, { scalableTargets: [{ ...target, suspended }], ...rest }))
}

async function scale(inputs: Inputs): Promise<Ended> {
  return account.run(inputs)
}

function suspension(): object | undefined {
  return account.simulator.world.neighbours.scalableTargets[0]?.suspended
}
const desired = (): number | undefined => account.simulator.world.services[0]?.desiredCount

describe('a count alone, of a service that nothing scales', () => {
  test.each([0, 5])('%s', async (count) => {
    account = await Account.open(webScenario({ desiredCount: 2 }))
    const run = await scale({ 'desired-count': String(count) })
    expectOutcome(run, 'updated')
    expect(run.outputs['running-count']).toBe(String(count))
    expect(account.sent('UpdateService')).toEqual([{ cluster: 'default', service: 'web', desiredCount: count }])
    expect(account.changes()).toEqual(['UpdateService'])
    expect(account.calls('DescribeScalableTargets')).toHaveLength(2)
  })

  test('whether something scales it cannot be told: one notice names the permission', async () => {
    account = await Account.open(webScenario({ desiredCount: 2 }, { deny: ['application-autoscaling:*'] }))
    const run = await scale({ 'desired-count': '1' })
    expectOutcome(run, 'updated')
    expect(run.log).toContain('application-autoscaling:DescribeScalableTargets')
  })
})

describe('a count alone, of a service that is scaled', () => {
  test('is an error that says what to say, and nothing is changed', async () => {
    await open()
    const run = await scale({ 'desired-count': '0' })
    expectOutcome(run, 'failed')
    expect(errors(run)[0]).toMatch(/Say with autoscaling what is to become of that: suspend .* resume .* or leave/)
    expect(account.changes()).toEqual([])
  })

  test('suspend: first the scaling, then the count; at night nothing raises it again, in the morning it goes on', async () => {
    await open()
    const night = await scale({ 'desired-count': '0', autoscaling: 'suspend' })
    expectOutcome(night, 'updated')
    expect(account.changes()).toEqual(['RegisterScalableTarget', 'UpdateService'])
    expect(suspension()).toEqual(all)
    expect(night.log).toContain('This run has suspended the automatic scaling of the service')
    account.simulator.happen({ autoScale: 4 })
    expect(desired()).toBe(0)

    const morning = await scale({ 'desired-count': '3', autoscaling: 'resume' })
    expectOutcome(morning, 'updated')
    expect(account.changes().slice(2)).toEqual(['UpdateService', 'RegisterScalableTarget'])
    expect(suspension()).toEqual({ scalingIn: false, scalingOut: false, scheduled: false })
    account.simulator.happen({ autoScale: 9 })
    expect(desired()).toBe(6)
    account.simulator.happen({ autoScale: 0 })
    expect(desired()).toBe(2)
    // The bounds are none of its business.
    expect(account.sent('RegisterScalableTarget')[0]).not.toHaveProperty('MinCapacity')
  })

  test('suspend, where the count is so already: it is suspended all the same, and the run has changed something', async () => {
    await open()
    const run = await scale({ 'desired-count': '3', autoscaling: 'suspend' })
    expectOutcome(run, 'updated')
    expect(run.outputs.changed).toBe('true')
    expect(account.changes()).toEqual(['RegisterScalableTarget'])
  })

  test('suspend, where it is suspended already: nothing is sent', async () => {
    await open(all)
    const run = await scale({ 'desired-count': '3', autoscaling: 'suspend' })
    expectOutcome(run, 'unchanged')
    expect(account.changes()).toEqual([])
  })

  test('leave: the count is set, nothing else', async () => {
    await open()
    const run = await scale({ 'desired-count': '4', autoscaling: 'leave' })
    expectOutcome(run, 'updated')
    expect(account.changes()).toEqual(['UpdateService'])
    expect(account.calls('DescribeScalableTargets')).toEqual([])
  })

  test('resume to a count outside of the bounds is told', async () => {
    await open(all)
    const run = await scale({ 'desired-count': '1', autoscaling: 'resume' })
    expectOutcome(run, 'updated')
    expect(run.log).toContain('outside of the 2 to 6 tasks that automatic scaling keeps to')
  })

  test('resume where nothing scales the service is told, and the count is set', async () => {
    account = await Account.open(webScenario({ desiredCount: 2 }))
    const run = await scale({ 'desired-count': '1', autoscaling: 'resume' })
    expectOutcome(run, 'updated')
    expect(run.log).toContain('nothing scales this service')
  })

  test('a dry run suspends nothing', async () => {
    await open()
    const run = await scale({ 'desired-count': '0', autoscaling: 'suspend', 'dry-run': 'true' })
    expectOutcome(run, 'planned')
    expect(account.changes()).toEqual([])
  })
})

describe('without the permission', () => {
  test.each([
    ['application-autoscaling:DescribeScalableTargets', 'suspend', []],
    ['application-autoscaling:RegisterScalableTarget', 'suspend', ['RegisterScalableTarget']],
  ])('%s nothing is changed by %s, and the error names it', async (action, autoscaling, sent) => {
    await open({}, { deny: [action] })
    const run = await scale({ 'desired-count': '0', autoscaling })
    expectOutcome(run, 'failed')
    expect(run.log).toContain(`the permission ${action} is missing`)
    expect(account.changes()).toEqual(sent)
    expect(desired()).toBe(3)
  })

  test('to resume: the count is set, and the run fails with the command that resumes it', async () => {
    await open(all, { deny: ['application-autoscaling:RegisterScalableTarget'] }, { desiredCount: 0 })
    const run = await scale({ 'desired-count': '3', autoscaling: 'resume' })
    expectOutcome(run, 'failed')
    expect(run.log).toContain('could not be resumed')
    expect(run.log).toContain('aws application-autoscaling register-scalable-target')
    expect(desired()).toBe(3)
  })
})

test('a version that fails with it: the scaling is as it was before', async () => {
  await open({ scalingIn: true }, {}, { desiredCount: 3, deploymentConfiguration: breaker.none })
  const run = await account.run({
    image: ecrImage('crash'),
    'desired-count': '4',
    autoscaling: 'suspend',
    'wait-for-minutes': '10',
  })
  expectOutcome(run, 'rolled-back')
  expect(suspension()).toEqual({ scalingIn: true, scalingOut: false, scheduled: false })
  expect(run.log).toContain('The automatic scaling of the service is as it was before.')
})

test('with a version and without a word about the scaling, the count is a warning as before', async () => {
  await open()
  const run = await account.run({ image: ecrImage('v2'), 'desired-count': '4' })
  expectOutcome(run, 'deployed')
  expect(run.log).toContain('[count-is-scaled]')
})

test('killed while the scaling is being suspended: the post step says so', async () => {
  await open()
  account.fault({ operation: 'RegisterScalableTarget', kind: 'hang' })
  const main = await account.run(
    { 'desired-count': '0', autoscaling: 'suspend' },
    {
      started: (process) => {
        const look = setInterval(() => {
          if (!(process.state().deployment ?? '').includes('"suspend"')) return
          clearInterval(look)
          process.kill('SIGKILL')
        }, 2)
      },
    },
  )
  expect(main.exitCode).toBeNull()
  const post = await account.post(main)
  expect(post.log).toContain('while the automatic scaling of the service was being suspended')
})

describe('force-new-deployment alone', () => {
  test('deploys what runs once more', async () => {
    account = await Account.open(webScenario())
    const run = await account.run({ 'force-new-deployment': 'true' })
    expectOutcome(run, 'deployed')
    expect(account.changes()).toEqual(['UpdateService'])
    expect(account.sent('UpdateService')[0]).toMatchObject({ forceNewDeployment: true })
  })
})
