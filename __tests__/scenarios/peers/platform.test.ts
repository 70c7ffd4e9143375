/** Defects of Amazon ECS itself and of what watches it, that other tools leave to their users: things that this action must make good. */
import { afterEach, describe, expect, jest, test } from '@jest/globals'
import { Account } from '../../support/account.ts'
import { errors, expectCause, expectOutcome } from '../../support/expectations.ts'
import { logConfiguration } from '../../support/tasks.ts'
import { breaker, definition, ecrImage, images, registry, webScenario } from '../../support/web.ts'

jest.setTimeout(30_000)

let account: Account
afterEach(() => account.close())

const logged = { taskDefinition: definition('v1', { logConfiguration }) }

describe('ECS circuit breaker', () => {
  test('is triggered, and nothing is rolled back (containers-roadmap#1488)', async () => {
    // It is to roll back, says FAILED, and stays there.
    const options = { failedStaysPrimarySeconds: 36_000 }
    account = await Account.open(webScenario({ deploymentConfiguration: breaker.rollback }, { options }))
    const run = await account.run({ image: ecrImage('sick'), 'max-failed-tasks': 'off', 'rollback-wait-minutes': '3' })
    // ECS does not do what it was told to, and that is what is said: what runs, and how to go back by hand.
    expectOutcome(run, 'rollback-failed')
    expect(errors(run)[0]).toContain('the previous version was not seen running again')
    expect(run.log).toContain(
      'aws ecs update-service --cluster default --service web --region us-east-1 --task-definition web:1',
    )
  })

  test('needs many failures, more with each task that is wanted (containers-roadmap#1573, #1247, #1583)', async () => {
    // One new task at a time; the breaker counts to ten for twenty tasks.
    const deploymentConfiguration = { ...breaker.rollback, minimumHealthyPercent: 100, maximumPercent: 105 }
    account = await Account.open(webScenario({ desiredCount: 20, deploymentConfiguration }))
    const run = await account.run({ image: ecrImage('sick') })
    expectOutcome(run, 'rolled-back')
    expect(run.log).toMatch(/Giving the deployment up: [3-9] tasks in a row failed\./)
    expect(account.changes()).toEqual(['RegisterTaskDefinition', 'UpdateService', 'StopServiceDeployment'])
  })
})

describe('Amazon ECS', () => {
  test('forgets stopped tasks after an hour (containers-roadmap#1246, #677)', async () => {
    account = await Account.open(
      webScenario(
        { ...logged, deploymentConfiguration: breaker.none },
        { options: { stoppedTaskSeconds: 60 }, logGroups: ['/ecs/web'] },
      ),
    )
    const run = await account.run({ image: ecrImage('crash'), 'max-failed-tasks': 'off', 'wait-for-minutes': '12' })
    expectOutcome(run, 'rolled-back')
    expect(run.log).toContain('DATABASE_URL is not set')
    expect(run.log).toMatch(
      /tasks? [0-9a-f]{8}(?:, [0-9a-f]{8})* stopped: Essential container in task exited; web: exit code 1/,
    )
    // It tells of more tasks than ECS knew when the limit came: the earlier ones were read while they were there.
    const back = account.calls('StopServiceDeployment')[0]?.at ?? Number.NaN
    const known = account.simulator.world.tasks.filter(({ stoppedAt }) => stoppedAt !== undefined && stoppedAt < back)
    expect(Number(/Stopped tasks \((\d+)\)/.exec(run.log)?.[1])).toBeGreaterThan(known.length + 1)
  })

  test('gives a stopped task a reason that says nothing: the container has it (amazon-ecs-agent#1654)', async () => {
    const reason = 'OutOfMemoryError: Container killed due to memory usage'
    const behaviour = { kind: 'crashes', exitCode: 137, afterSeconds: 2, reason } as const
    account = await Account.open(
      webScenario({}, { repositories: [{ name: 'web', images: [...images, { tag: 'big', behaviour }] }] }),
    )
    const run = await account.run({ image: ecrImage('big') })
    expectCause(run, 'rolled-back', 'out-of-memory', /memory/i)
    expect(run.log).toContain(reason)
  })

  test('shows no tag any more of what is pinned by digest (containers-roadmap#2394, #2393, amazon-ecs-agent#4226)', async () => {
    account = await Account.open(webScenario())
    const run = await account.run({ image: ecrImage('v2') })
    expectOutcome(run, 'deployed')
    const pinned = `${registry}/web@${account.digestOf('v2')}`
    expect(run.outputs).toMatchObject({ image: pinned, 'image-digest': account.digestOf('v2') })
    // What was built from which commit is still to be seen.
    const tags = [{ key: 'ecs-deploy:commit', value: expect.stringMatching(/^[0-9a-f]{40}$/) }]
    expect(account.sent('RegisterTaskDefinition')).toMatchObject([
      { containerDefinitions: [{ image: pinned }], tags: expect.arrayContaining(tags) },
    ])
  })

  test('began to name the controller ECS where it had named none (issues 384, 388, 404, pipecd#7146)', async () => {
    account = await Account.open(webScenario({ deploymentController: 'ECS' }))
    expectOutcome(await account.run({ image: ecrImage('v2') }), 'deployed')
  })
})

describe('the logs of tasks that failed', () => {
  test('are not shown (copilot-cli#1938, deploy-cloudrun#493, mymove#310, #2667)', async () => {
    account = await Account.open(webScenario(logged, { logGroups: ['/ecs/web'] }))
    const run = await account.run({ image: ecrImage('crash') })
    expectOutcome(run, 'rolled-back')
    expect(run.log).toMatch(/^::group::Last lines of web in task [0-9a-f]{32}$/m)
    expect(run.summary).toContain('DATABASE_URL is not set')
  })

  test('and why they stopped: no way there is shown (copilot-cli#5249)', async () => {
    account = await Account.open(webScenario(logged, { logGroups: ['/ecs/web'] }))
    const run = await account.run({ image: ecrImage('crash') })
    expectOutcome(run, 'rolled-back')
    // While it goes on, before anything is given up.
    expect(run.log).toMatch(/web: exit code 1[\s\S]*Giving the deployment up/)
    expect(run.log).toMatch(/aws logs tail \/ecs\/web --log-stream-names ecs\/web\/[0-9a-f]{32}/)
  })

  test('and other reasons need too many permissions (ecs-deploy-buildkite-plugin#109)', async () => {
    account = await Account.open(webScenario(logged, { logGroups: ['/ecs/web'], deny: ['logs:GetLogEvents'] }))
    const run = await account.run({ image: ecrImage('crash') })
    expectCause(run, 'rolled-back', 'exit-1', /container "web" exits with code 1/i)
    expect(run.report?.notices).toContain(
      'logs:GetLogEvents was not possible: the permission logs:GetLogEvents is missing.',
    )
  })
})
