/** What amazon-ecs-deploy-task-definition v2.6.3 gets wrong about the end of a deployment, as things that this action must not do. */
import { afterEach, expect, jest, test } from '@jest/globals'
import { Account, until } from '../../support/account.ts'
import { errors, expectOutcome } from '../../support/expectations.ts'
import { breaker, definition, ecrImage, webScenario } from '../../support/web.ts'

jest.setTimeout(60_000)

let account: Account
afterEach(() => account.close())

const ours = ['RegisterTaskDefinition', 'UpdateService']

/** The run has read the service after its UpdateService. */
async function watching(): Promise<void> {
  await until('UpdateService was sent', () => account.calls('UpdateService').length > 0)
  const sent = account.calls('DescribeServices').length
  await until('the deployment was looked at', () => account.calls('DescribeServices').length > sent + 1)
}

test('calls a desired count of 0 a success without a word (issue 191)', async () => {
  account = await Account.open(webScenario({ desiredCount: 0 }))
  const run = await account.run({ image: ecrImage('v2') })
  expectOutcome(run, 'deployed')
  expect(run.log).toContain('The desired count is 0: no task of this version has run yet')
})

test('calls a superseded deployment rolled back by the circuit breaker, and a rolled back one too (argos#2390)', async () => {
  const twice = { taskDefinitions: [definition('v1'), definition('v2')] }
  account = await Account.open(webScenario({}, twice), { speed: 100 })
  const running = account.run({ image: ecrImage('v2'), 'environment-variables': 'A=1' })
  await watching()
  await account.control('supersede', { service: 'web', taskDefinition: 'web:2' })
  const superseded = await running
  expectOutcome(superseded, 'superseded')
  expect(superseded.log).not.toContain('circuit breaker')
  await account.close()
  account = await Account.open(webScenario())
  const rolledBack = await account.run({ image: ecrImage('sick'), 'max-failed-tasks': 'off' })
  expectOutcome(rolledBack, 'rolled-back')
  expect(errors(rolledBack)[0]).toContain('circuit breaker')
})

test('never rolls back (issue 191, aws-ecs-orb#134)', async () => {
  account = await Account.open(webScenario({ deploymentConfiguration: breaker.none }))
  expectOutcome(await account.run({ image: ecrImage('sick') }), 'rolled-back')
  expect(await account.runningDigests()).toEqual([account.digestOf('v1')])
})

test('waits until its time-out for a deployment that the circuit breaker has failed (issue 608)', async () => {
  account = await Account.open(webScenario({ deploymentConfiguration: breaker.stop }))
  const run = await account.run({
    image: ecrImage('sick'),
    'max-failed-tasks': 'off',
    'rollback-on-failure': 'false',
    'wait-for-minutes': '300',
  })
  expectOutcome(run, 'failed')
  expect(Number(run.outputs['duration-seconds'])).toBeLessThan(3_600)
})

test('tells nothing of events, stopped tasks, exit codes and logs (issues 447, 127, 102, latitude-llm#2696)', async () => {
  const logged = {
    logConfiguration: {
      logDriver: 'awslogs',
      options: { 'awslogs-group': '/web', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'web' },
    },
  }
  account = await Account.open(webScenario({ taskDefinition: definition('v1', logged) }, { logGroups: ['/web'] }))
  const run = await account.run({ image: ecrImage('crash') })
  expectOutcome(run, 'rolled-back')
  for (const text of [/event: /, /exit code 1/i, /DATABASE_URL is not set/]) expect(run.log).toMatch(text)
  expect(run.summary).toContain('DATABASE_URL is not set')
})

test('swallows expired credentials until its time-out (issue 527, configure-aws-credentials#359)', async () => {
  account = await Account.open(webScenario(), { speed: 60 })
  const running = account.run({ image: ecrImage('sick'), 'max-failed-tasks': 'off' })
  await watching()
  account.fault({ kind: 'expired-token', operation: '*', calls: 'all' })
  const run = await running
  expectOutcome(run, 'unknown')
  expect(errors(run)[0]).toContain('role-duration-seconds')
})

test('drops misspelt members of the task definition in silence (issues 701, 810)', async () => {
  account = await Account.open(webScenario())
  const file = definition('v2', { helthCheck: { command: ['CMD', 'true'] } })
  const run = await account.run(
    { 'task-definition': 'td.json' },
    { files: { 'td.json': JSON.stringify(file, undefined, 2) } },
  )
  expectOutcome(run, 'failed')
  expect(errors(run)[0]).toMatch(/td\.json:\d+:\d+/)
  expect(errors(run)[0]).toContain('healthCheck')
  expect(account.mutations()).toEqual([])
})

test('always sends an empty list of volume configurations (pull 863)', async () => {
  account = await Account.open(webScenario())
  expectOutcome(await account.run({ image: ecrImage('v2') }), 'deployed')
  expect(Object.keys(account.sent('UpdateService')[0] as object).sort()).toEqual([
    'cluster',
    'service',
    'taskDefinition',
  ])
})

test('registers a revision before it looks whether the service exists (issues 312, 369)', async () => {
  account = await Account.open(webScenario())
  const run = await account.run({ image: ecrImage('v2'), service: 'wbe' })
  expectOutcome(run, 'failed')
  expect(account.mutations()).toEqual([])
  expect((await account.run({ image: ecrImage('v2') })).outputs['task-definition']).toBe('web:2')
  expect(account.applied()).toEqual(ours)
})
