import { readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { cancellation } from '../../scripts/demo/run-action.ts'
import { Account } from '../support/account.ts'
import { expectOutcome } from '../support/expectations.ts'
import { breaker, ecrImage, webScenario } from '../support/web.ts'

jest.setTimeout(30_000)

let account: Account
afterEach(() => account.close())

const ours = ['RegisterTaskDefinition', 'UpdateService']
/** The first tasks are wanted: by then ECS shows the service deployment, too. */
const watching = /IN_PROGRESS {2}desired 1/
/** Slow enough that the deployment is still going when main has left. */
const slow = { speed: 30 }
const interrupt = [{ signal: 'SIGINT', when: watching }] as const

describe('cancelled during the wait, on-cancel "leave"', () => {
  test('main leaves at once and changes nothing; the same run again watches to the end', async () => {
    account = await Account.open(webScenario(), slow)
    const main = await account.run({ image: ecrImage('v2') }, { signals: interrupt })
    expectOutcome(main, 'cancelled')
    expect(main.seconds).toBeLessThan(5)
    expect(account.changes()).toEqual(ours)
    expect(main.log).toContain('The deployment goes on in ECS')
    const post = await account.post(main)
    expect(post.exitCode).toBe(0)
    expect(account.changes()).toEqual(ours)

    const again = await account.run({ image: ecrImage('v2') })
    expectOutcome(again, 'deployed')
    expect(again.outputs['deployment-id']).toBe(main.outputs['deployment-id'])
    expect(account.changes()).toEqual(ours)
  })

  test('killed without a word: post says that the deployment goes on, and changes nothing', async () => {
    account = await Account.open(webScenario(), slow)
    const main = await account.run({ image: ecrImage('v2') }, { signals: [{ signal: 'SIGKILL', when: watching }] })
    expect(main.exitCode).toBeNull()
    const post = await account.post(main)
    expect(post.exitCode).toBe(0)
    expect(post.log).toMatch(/The deployment ecs-svc\/\d+ of web:2 goes on in ECS, and nobody watches it\./)
    expect(account.changes()).toEqual(ours)
  })
})

describe('cancelled during the wait, on-cancel "rollback"', () => {
  const inputs = { image: ecrImage('v2'), 'on-cancel': 'rollback' }

  test.each([
    ['without a breaker', breaker.none],
    ['with a breaker', breaker.rollback],
  ])('%s: main asks ECS once, post watches it and says what it saw', async (_, deploymentConfiguration) => {
    account = await Account.open(webScenario({ deploymentConfiguration }), slow)
    const main = await account.run(inputs, { signals: cancellation(watching) })
    expectOutcome(main, 'cancelled')
    expect(main.seconds).toBeLessThan(5)
    expect(main.log).toContain('ECS was asked to roll the deployment back; the post step watches it.')
    expect(account.changes()).toEqual([...ours, 'StopServiceDeployment'])

    const post = await account.post(main)
    expectOutcome(post, 'rolled-back')
    expect(post.log).toContain('the service runs web:1 again')
    expect(account.changes()).toEqual([...ours, 'StopServiceDeployment'])
    expect(await account.primary()).toMatchObject({ revision: 'web:1', rolloutState: 'COMPLETED' })
    expect(await account.runningDigests()).toEqual([account.digestOf('v1')])
  })

  test('two signals are one cancellation', async () => {
    account = await Account.open(webScenario(), slow)
    const signals = [...interrupt, { signal: 'SIGTERM', when: watching, after: 20 } as const]
    const main = await account.run(inputs, { signals })
    expectOutcome(main, 'cancelled')
    expect(account.calls('StopServiceDeployment')).toHaveLength(1)
  })

  test('main is killed before it can: post asks ECS, and says what it saw (amazon-ecs-deploy-task-definition#507, containers-roadmap#328)', async () => {
    account = await Account.open(webScenario(), slow)
    const main = await account.run(inputs, { signals: [{ signal: 'SIGKILL', when: watching }] })
    expect(main.exitCode).toBeNull()
    expect(account.changes()).toEqual(ours)
    const post = await account.post(main)
    expectOutcome(post, 'rolled-back')
    expect(account.changes()).toEqual([...ours, 'StopServiceDeployment'])
    expect((await account.primary()).revision).toBe('web:1')
  })

  test('post is stopped while it goes back: it sends nothing more, and claims no more than it saw', async () => {
    const slowly = { tag: 'v2', behaviour: { kind: 'healthy', extraStartSeconds: 300 } } as const
    account = await Account.open(
      webScenario({}, { repositories: [{ name: 'web', images: [{ tag: 'v1' }, slowly] }] }),
      slow,
    )
    const main = await account.run(inputs, { signals: [{ signal: 'SIGKILL', when: watching }] })
    const stop = [{ signal: 'SIGINT', when: /StopServiceDeployment/ }] as const
    const post = await account.post(main, { signals: stop })
    expectOutcome(post, 'unknown')
    expect(post.log).toContain('The run is being cancelled.')
    expect(post.log).toContain('its end could not be observed')
    expect(account.changes()).toEqual([...ours, 'StopServiceDeployment'])
  })

  test('main may not: post goes back through UpdateService', async () => {
    account = await Account.open(webScenario({}, { deny: ['ecs:StopServiceDeployment'] }), slow)
    const main = await account.run(inputs, { signals: interrupt })
    expectOutcome(main, 'cancelled')
    expect(main.log).toContain('the post step')
    const post = await account.post(main)
    expectOutcome(post, 'rolled-back')
    expect(account.calls('UpdateService')).toHaveLength(2)
    expect(await account.runningDigests()).toEqual([account.digestOf('v1')])
  })

  test('main cannot find the service deployment: post asks ECS', async () => {
    account = await Account.open(webScenario(), slow)
    account.fault({ kind: 'http-500', operation: 'ListServiceDeployments', calls: 'all' })
    const main = await account.run(inputs, { signals: interrupt })
    expectOutcome(main, 'cancelled')
    expect(main.seconds).toBeLessThan(5)
    expect(main.log).toContain('The rollback could not be sent in time; the post step sends it.')
    expect(account.changes()).toEqual(ours)
    account.simulator.faults.clear()
    const post = await account.post(main)
    expectOutcome(post, 'rolled-back')
    expect(account.changes()).toEqual([...ours, 'StopServiceDeployment'])
  })

  test('somebody else has deployed since: post leaves theirs alone', async () => {
    account = await Account.open(webScenario(), slow)
    const main = await account.run(inputs, { signals: [{ signal: 'SIGKILL', when: watching }] })
    await account.control('supersede', { service: 'web', taskDefinition: 'web:1' })
    const post = await account.post(main)
    expectOutcome(post, 'superseded')
    expect(account.changes()).toEqual(ours)
  })

  test('the deployment had completed: post says so and changes nothing', async () => {
    account = await Account.open(webScenario())
    const main = await account.run(inputs, { signals: [{ signal: 'SIGKILL', when: watching }] })
    expect(main.exitCode).toBeNull()
    await account.completed()
    const post = await account.post(main)
    expect(account.changes()).toEqual(ours)
    expectOutcome(post, 'deployed')
    expect((await account.primary()).revision).toBe('web:2')
  })

  describe('killed after it had set settings as well', () => {
    const set = { 'enable-execute-command': 'true', 'health-check-grace-period-seconds': '77' }
    const kill = { signals: [{ signal: 'SIGKILL', when: watching }] } as const

    test('StopServiceDeployment is denied: post puts them back in its UpdateService', async () => {
      const deny = ['ecs:StopServiceDeployment']
      account = await Account.open(webScenario({ deploymentConfiguration: breaker.none }, { deny }), slow)
      const post = await account.post(await account.run({ ...inputs, ...set }, kill))
      expectOutcome(post, 'rolled-back')
      expect(account.sent('UpdateService').at(-1)).toMatchObject({
        enableExecuteCommand: false,
        healthCheckGracePeriodSeconds: 0,
      })
      expect(post.log).toMatch(/The run was cancelled and the service runs web:3, a copy of web:1, again/)
      expect(post.log).not.toContain('The deployment failed')
    })

    test('ECS goes back: post names the settings that stay', async () => {
      account = await Account.open(webScenario({ deploymentConfiguration: breaker.none }), slow)
      const post = await account.post(await account.run({ ...inputs, ...set }, kill))
      expectOutcome(post, 'rolled-back')
      expect(post.log).toMatch(/These settings keep the values that this run set: .*health-check-grace-period-seconds/)
    })
  })
})

describe('cancelled before anything was changed', () => {
  test.each(['leave', 'rollback'])('on-cancel "%s": the service was not touched', async (onCancel) => {
    account = await Account.open(webScenario(), slow)
    account.fault({ kind: 'delay', seconds: 600, operation: 'DescribeTaskDefinition', calls: 'all' })
    const signals = [{ signal: 'SIGINT', when: /Deploying to service/, after: 300 }] as const
    const main = await account.run({ image: ecrImage('v2'), 'on-cancel': onCancel }, { signals })
    expectOutcome(main, 'cancelled')
    expect(main.seconds).toBeLessThan(5)
    expect(main.log).toContain('The service was not touched.')
    const post = await account.post(main)
    expect(post.exitCode).toBe(0)
    expect(account.changes()).toEqual([])
  })
})

describe('the post step with nothing to do', () => {
  /** Names of the files of dist/ that a stage loads. */
  async function loadedBy(stage: 'main' | 'post', state: Readonly<Record<string, string>>): Promise<readonly string[]> {
    const list = join(account.folder, 'loaded')
    writeFileSync(list, '')
    const env = { NODE_OPTIONS: `--import=${resolve('bench/record-loads.mjs')}`, LOADED_FILES: list }
    const run = await account.run({ image: ecrImage('v2') }, { stage, state, env })
    expect(run.exitCode).toBe(0)
    const paths = new Set(readFileSync(list, 'utf8').split('\n'))
    return [...paths].filter((path) => basename(dirname(path)) === 'dist').map((path) => basename(path))
  }

  test('ends at once and loads no AWS client', async () => {
    account = await Account.open(webScenario())
    const main = await account.run({ image: ecrImage('v2') })
    expectOutcome(main, 'deployed')
    const requests = account.simulator.requests().length
    const post = await account.post(main)
    expect(post.exitCode).toBe(0)
    expect(post.log).toBe('')
    expect(post.seconds).toBeLessThan(2)
    expect(account.simulator.requests()).toHaveLength(requests)

    const forMain = await loadedBy('main', {})
    const forPost = await loadedBy('post', main.state)
    expect(forPost).toContain('deploy-post.js')
    expect(forMain.length).toBeGreaterThan(forPost.length)
    for (const name of forPost)
      expect(readFileSync(resolve('dist', name), 'utf8')).not.toContain('AmazonEC2ContainerServiceV20141113')
    expect(
      forMain.some((name) =>
        readFileSync(resolve('dist', name), 'utf8').includes('AmazonEC2ContainerServiceV20141113'),
      ),
    ).toBe(true)
  })

  test('without any state, as after a step that never ran, it ends well', async () => {
    account = await Account.open(webScenario())
    const post = await account.run({}, { stage: 'post', state: {} })
    expect([post.exitCode, post.log]).toEqual([0, ''])
  })
})
