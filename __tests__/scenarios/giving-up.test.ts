import { afterEach, describe, expect, jest, test } from '@jest/globals'
import type { ImageBehaviour, Scenario } from '../../simulator/scenario.ts'
import { Account } from '../support/account.ts'
import { expectCause, expectOutcome } from '../support/expectations.ts'
import { breaker, definition, ecrImage, images, quickPull, webScenario } from '../support/web.ts'

jest.setTimeout(30_000)

let account: Account
afterEach(() => account.close())

/** A service that nothing looks after, and an image `bad` that behaves so. */
function unchecked(behaviour: ImageBehaviour): Scenario {
  return {
    services: [{ name: 'web', taskDefinition: definition('v1') }],
    repositories: [{ name: 'web', images: [...images, { tag: 'bad', behaviour }] }],
  }
}

describe('a version whose tasks crash after RUNNING, which no breaker counts', () => {
  test('is given up after three tasks in a row, and taken back (copilot-cli#1369, containers-roadmap#1206)', async () => {
    account = await Account.open(webScenario({ deploymentConfiguration: breaker.rollback }))
    const run = await account.run({ image: ecrImage('crash') })
    expectCause(run, 'rolled-back', 'exit-1', /container "web" exits with code 1/i)
    expect(run.log).toContain('Giving the deployment up: 3 tasks in a row failed.')
    expect(account.changes()).toEqual(['RegisterTaskDefinition', 'UpdateService', 'StopServiceDeployment'])
    expect(await account.runningDigests()).toEqual([account.digestOf('v1')])
  })

  test('after as many as max-failed-tasks says', async () => {
    account = await Account.open(webScenario({ deploymentConfiguration: breaker.none }))
    const run = await account.run({ image: ecrImage('crash'), 'max-failed-tasks': '1' })
    expectOutcome(run, 'rolled-back')
    // On a busy machine the second one may have failed before the first was seen.
    expect(run.log).toMatch(/Giving the deployment up: (1 task|2 tasks in a row) failed\./)
  })

  test('but not when a task became healthy in between', async () => {
    const behaviour = { kind: 'crashes', exitCode: 1, afterSeconds: 2, times: 2 } as const
    account = await Account.open(unchecked(behaviour))
    const run = await account.run({ image: ecrImage('bad') })
    expectOutcome(run, 'deployed')
    expect(run.log).not.toContain('Giving')
  })
})

describe('a cause that cannot heal', () => {
  test('ends the deployment with its first task where the registry agrees', async () => {
    account = await Account.open(webScenario({ deploymentConfiguration: breaker.none }, quickPull))
    const run = await account.run({ image: ecrImage('arm'), 'pin-digest': 'false' })
    expectCause(run, 'rolled-back', 'wrong-platform', /has no variant for linux\/amd64/)
    expect(run.log).toContain('a task failed for a reason that does not pass, and a second source confirms it')
  })

  describe('such as a secret that does not exist', () => {
    const secret = 'arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/db-AbCdEf'
    const inputs = { image: ecrImage('v2'), secrets: `DB_PASSWORD=${secret}`, preflight: 'off' }
    const missing = { secrets: ['other'] } as const

    test('ends it with its first task where Secrets Manager agrees, which is asked for no value', async () => {
      account = await Account.open(webScenario({ deploymentConfiguration: breaker.none }, missing))
      const run = await account.run(inputs)
      expectCause(run, 'rolled-back', 'secret-not-found', /prod\/db\S* does not exist or has no value/)
      expect(run.log).toContain('and a second source confirms it')
      expect(account.sent('DescribeSecret')).toEqual([{ SecretId: secret }])
      expect(account.calls('GetSecretValue')).toEqual([])
    })

    test('ends it with its second task where nobody else may be asked', async () => {
      const deny = ['secretsmanager:DescribeSecret']
      account = await Account.open(webScenario({ deploymentConfiguration: breaker.none }, { ...missing, deny }))
      const run = await account.run(inputs)
      expectCause(run, 'rolled-back', 'secret-not-found', /prod\/db\S* does not exist or has no value/)
      expect(run.log).toContain('2 tasks failed for a reason that does not pass')
      expect(run.log).toContain('secretsmanager:DescribeSecret was not possible')
    })
  })
})

describe('a log group that does not exist', () => {
  const inputs = {
    image: ecrImage('v2'),
    'log-configuration-log-driver': 'awslogs',
    'log-configuration-options': 'awslogs-group=/ecs/web\nawslogs-region=us-east-1\nawslogs-stream-prefix=web',
  }

  test('ends it with its first task where CloudWatch Logs agrees', async () => {
    account = await Account.open(
      webScenario({ deploymentConfiguration: breaker.none }, { logGroups: ['/ecs/web-old'] }),
    )
    const run = await account.run(inputs)
    expectCause(run, 'rolled-back', 'log-group-missing', /\/ecs\/web\) does not exist/)
    expect(run.log).toContain('and a second source confirms it')
    expect(account.sent('DescribeLogGroups')).toEqual([{ logGroupNamePrefix: '/ecs/web', limit: 1 }])
  })

  test('ends it with its second task where that may not be asked', async () => {
    const deny = ['logs:DescribeLogGroups']
    account = await Account.open(webScenario({ deploymentConfiguration: breaker.none }, { logGroups: [], deny }))
    const run = await account.run(inputs)
    expectCause(run, 'rolled-back', 'log-group-missing', /does not exist/)
    expect(run.log).toContain('2 tasks failed for a reason that does not pass')
    expect(run.log).toContain('logs:DescribeLogGroups was not possible')
  })
})

describe('a target group that is gone, which no breaker counts', () => {
  const loadBalancer = { targetHealthSeconds: 5, targetUnhealthySeconds: 10, deregistrationDelaySeconds: 5 }
  const timeline = [{ afterSeconds: 1, deleteTargetGroup: true }] as const

  test('ends it as soon as ECS says so and Elastic Load Balancing agrees', async () => {
    account = await Account.open(webScenario({ deploymentConfiguration: breaker.rollback, loadBalancer }, { timeline }))
    const run = await account.run({ image: ecrImage('v2') })
    expectCause(run, 'rolled-back', 'target-group-missing', /The target group of the service/)
    expect(run.log).toContain('the target group of the service is gone, and Elastic Load Balancing confirms it')
    expect(await account.runningDigests()).toEqual([account.digestOf('v1')])
  })

  test('is waited for where that may not be asked, and its tasks are not called healthy', async () => {
    const deny = ['elasticloadbalancing:DescribeTargetHealth']
    account = await Account.open(
      webScenario({ deploymentConfiguration: breaker.none, loadBalancer }, { timeline, deny }),
    )
    const run = await account.run({ image: ecrImage('v2'), 'wait-for-minutes': '5' })
    expectCause(run, 'rolled-back', 'target-group-missing', /The target group of the service/)
    expect(run.log).toContain('The deployment was not complete after 5 minutes.')
  })
})

test('a lack of capacity never ends it: only the limit does (containers-roadmap#1273)', async () => {
  const capacity = [{ provider: 'FARGATE', tasks: 1 }]
  account = await Account.open(webScenario({ deploymentConfiguration: breaker.none }, { capacity }))
  const run = await account.run({ image: ecrImage('v2'), 'wait-for-minutes': '15' })
  expectOutcome(run, 'rolled-back')
  expect(run.log).toContain('The deployment was not complete after 15 minutes.')
  expect(run.log).not.toContain('Giving')
})

describe('a version that dies right after its deployment completed, where nothing checks health', () => {
  const dies = { kind: 'crashes', exitCode: 3, afterSeconds: 55 } as const

  test('is found within settle-seconds, and taken back', async () => {
    account = await Account.open(unchecked(dies))
    const run = await account.run({ image: ecrImage('bad') })
    expectCause(run, 'rolled-back', 'exit-code', /container "web" exits with code 3/i)
    expect(run.log).toContain('The deployment does not hold: 1 task ended right after the deployment had completed.')
    expect(account.calls('UpdateService')).toHaveLength(2)
    expect(account.calls('StopServiceDeployment')).toEqual([])
    expect(await account.runningDigests()).toEqual([account.digestOf('v1')])
  })

  test('is not looked for with settle-seconds "0"', async () => {
    account = await Account.open(unchecked(dies))
    expectOutcome(await account.run({ image: ecrImage('bad'), 'settle-seconds': '0' }), 'deployed')
  })

  test('rollback-on-failure "false": failed, and it stays', async () => {
    account = await Account.open(unchecked(dies))
    const run = await account.run({ image: ecrImage('bad'), 'rollback-on-failure': 'false' })
    expectCause(run, 'failed', 'exit-code', /container "web" exits with code 3/i)
    expect(account.changes()).toEqual(['RegisterTaskDefinition', 'UpdateService'])
  })

  test('a load balancer looks after the tasks: nothing is waited for', async () => {
    account = await Account.open(webScenario())
    const run = await account.run({ image: ecrImage('v2') })
    expectOutcome(run, 'deployed')
    expect(run.log).not.toContain('looking on')
  })
})
