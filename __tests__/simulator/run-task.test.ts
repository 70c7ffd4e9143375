import { ConflictException, DescribeTasksCommand, RunTaskCommand, waitUntilTasksStopped } from '@aws-sdk/client-ecs'
import { afterEach, describe, expect, test } from '@jest/globals'
import { Account, definition, scenarioWith } from './support.ts'

let account: Account
afterEach(() => account.close())

const network = { awsvpcConfiguration: { subnets: ['subnet-0a1b2c3d4e5f60001'] } }
const migrate = { kind: 'crashes', exitCode: 0, afterSeconds: 20, logLines: ['migrated'] } as const
/** The image serves, unless it is told to migrate. */
const images = [{ tag: 'v2', behaviour: { kind: 'by-command', contains: 'migrate', matching: migrate } as const }]
const scenario = scenarioWith({}, images, { taskDefinitions: [definition('v2', {}, { family: 'job' })] })
const overrides = { containerOverrides: [{ name: 'web', command: ['npm', 'run', 'migrate'] }] }
const request = { taskDefinition: 'job', networkConfiguration: network, overrides, startedBy: 'ci' }

describe('RunTask through the SDK', () => {
  test('the command decides what the image does, and the task ends with its exit code', async () => {
    account = await Account.open(scenario)
    const { tasks = [], failures } = await account.ecs.send(new RunTaskCommand(request))
    expect(failures).toEqual([])
    account.advance(120)
    const stopped = [tasks[0]?.taskArn ?? '']
    expect(await waitUntilTasksStopped({ client: account.ecs, maxWaitTime: 10 }, { tasks: stopped })).toMatchObject({
      state: 'SUCCESS',
    })
    const described = await account.ecs.send(new DescribeTasksCommand({ tasks: stopped }))
    expect(described.tasks?.[0]).toMatchObject({ containers: [{ exitCode: 0 }], startedBy: 'ci', group: 'family:job' })
  })

  test('another request with the same client token names what the first one made', async () => {
    account = await Account.open(scenario)
    const { tasks = [] } = await account.ecs.send(new RunTaskCommand({ ...request, clientToken: 'once' }))
    const error = await account.ecs
      .send(new RunTaskCommand({ ...request, count: 2, clientToken: 'once' }))
      .catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(ConflictException)
    expect((error as ConflictException).resourceIds).toEqual([tasks[0]?.taskArn])
  })

  test('a line with a time is in the log from then on, and not at all where the container has ended before', async () => {
    const logLines = ['at once', { line: 'later', afterSeconds: 10 }, { line: 'too late', afterSeconds: 30 }]
    const matching = { ...migrate, logLines }
    const slowly = [{ tag: 'v2', behaviour: { kind: 'by-command', contains: 'migrate', matching } as const }]
    const logConfiguration = {
      logDriver: 'awslogs' as const,
      options: { 'awslogs-group': '/ecs/job', 'awslogs-region': 'us-east-1', 'awslogs-stream-prefix': 'ecs' },
    }
    account = await Account.open(
      scenarioWith({}, slowly, { taskDefinitions: [definition('v2', { logConfiguration }, { family: 'job' })] }),
    )
    await account.ecs.send(new RunTaskCommand(request))
    const lines = (): readonly string[] => account.simulator.world.logs.map(({ message }) => message)
    const untilLine = (count: number): number => {
      for (let seconds = 0; seconds < 120; seconds += 1) {
        if (lines().length >= count) return seconds
        account.advance(1)
      }
      throw new Error('The line did not come')
    }
    untilLine(1)
    const between = untilLine(2)
    expect([between >= 9, between <= 11, lines()]).toEqual([true, true, ['at once', 'later']])
    account.advance(120)
    expect(lines()).toEqual(['at once', 'later'])
  })

  test('tags need the permission to tag', async () => {
    account = await Account.open({ ...scenario, deny: ['ecs:TagResource'] })
    const tagged = new RunTaskCommand({ ...request, tags: [{ key: 'run', value: '1' }] })
    await expect(account.ecs.send(tagged)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringMatching(/ecs:TagResource/),
    })
    expect((await account.ecs.send(new RunTaskCommand(request))).tasks).toHaveLength(1)
  })

  test('a scenario changes while it runs: an alarm, from outside', async () => {
    const alarms = { alarmNames: ['errors'], enable: true, rollback: true }
    account = await Account.open(
      scenarioWith({ deploymentConfiguration: { alarms } }, images, { alarms: [{ name: 'errors' }] }),
    )
    await account.deploy(definition('v2'))
    account.advance(60)
    await fetch(`${account.simulator.url}/_simulator/happen`, {
      method: 'POST',
      body: JSON.stringify({ alarm: { name: 'errors', state: 'ALARM' } }),
    })
    account.advance(30)
    expect(await account.events()).toContain('(deployment DEPLOYMENT) deployment failed: alarm detected.')
  })
})
