import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  DescribeLogGroupsCommand,
  DescribeLogStreamsCommand,
  FilterLogEventsCommand,
  GetLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs'
import { ECSClient, UpdateServiceCommand } from '@aws-sdk/client-ecs'
import { afterEach, expect, test } from '@jest/globals'
import type { Scenario } from '../../../simulator/scenario.ts'
import { errorOf, logGroup, loggingScenario, type Neighbourhood, openNeighbourhood } from './support.ts'

let account: Neighbourhood
afterEach(() => account.simulator.close())

const lines = ['listening on 8080', 'ERROR cannot reach the database', 'ready']

/** A service that has been deployed anew, so that its containers have written. @returns their task's id */
async function written(scenario: Scenario = loggingScenario(lines)): Promise<string> {
  account = await openNeighbourhood(scenario)
  const ecs = account.client(ECSClient)
  await ecs.send(new UpdateServiceCommand({ service: 'web', forceNewDeployment: true }))
  account.advance(60)
  const task = account.simulator.world.tasks.at(-1)
  if (task === undefined) throw new Error('No task was started')
  return task.id
}

test('a container writes to <prefix>/<container>/<task id> (facts 8.7)', async () => {
  const task = await written()
  const logs = account.client(CloudWatchLogsClient)
  const { logStreams = [] } = await logs.send(new DescribeLogStreamsCommand({ logGroupName: logGroup }))
  expect(logStreams.map(({ logStreamName }) => logStreamName)).toEqual([`app/web/${task}`])
  const { events = [] } = await logs.send(
    new GetLogEventsCommand({ logGroupName: logGroup, logStreamName: `app/web/${task}`, startFromHead: true }),
  )
  expect(events.map(({ message }) => message)).toEqual(lines)
  expect(events[0]?.timestamp).toBe(account.simulator.world.tasks.at(-1)?.startedAt)
})

test('a stream is read in pages, and at its end the same token comes back', async () => {
  const task = await written()
  const logs = account.client(CloudWatchLogsClient)
  const stream = { logGroupName: logGroup, logStreamName: `app/web/${task}`, limit: 2 }
  const first = await logs.send(new GetLogEventsCommand({ ...stream, startFromHead: true }))
  const nextToken = first.nextForwardToken ?? ''
  const second = await logs.send(new GetLogEventsCommand({ ...stream, nextToken }))
  expect([first, second].map(({ events = [] }) => events.map(({ message }) => message))).toEqual([
    lines.slice(0, 2),
    lines.slice(2),
  ])
  const end = second.nextForwardToken ?? ''
  const third = await logs.send(new GetLogEventsCommand({ ...stream, nextToken: end }))
  expect(third).toMatchObject({ events: [], nextForwardToken: end })
  const back = await logs.send(new GetLogEventsCommand({ ...stream, nextToken: second.nextBackwardToken ?? '' }))
  expect(back.events?.map(({ message }) => message)).toEqual(lines.slice(0, 2))
  const newest = await logs.send(new GetLogEventsCommand({ ...stream, limit: 1 }))
  expect(newest.events?.map(({ message }) => message)).toEqual(['ready'])
})

test('a group is searched by stream, time and terms', async () => {
  const task = await written()
  const logs = account.client(CloudWatchLogsClient)
  const search = async (input: object): Promise<(string | undefined)[]> => {
    const found = await logs.send(new FilterLogEventsCommand({ logGroupName: logGroup, ...input }))
    return (found.events ?? []).map(({ message }) => message)
  }
  expect(await search({ filterPattern: 'ERROR' })).toEqual([lines[1]])
  expect(await search({ filterPattern: '?ERROR ?ready' })).toEqual(lines.slice(1))
  expect(await search({ filterPattern: '"the database"', logStreamNames: [`app/web/${task}`] })).toEqual([lines[1]])
  expect(await search({ logStreamNamePrefix: 'other/' })).toEqual([])
  expect(await search({ endTime: account.simulator.time.epoch })).toEqual([])
  const pattern = search({ filterPattern: '{ $.level = "error" }' })
  expect((await errorOf(pattern)).name).toBe('InvalidParameterException')
})

test('groups: listed, created once, missing', async () => {
  await written(loggingScenario(lines, { logGroups: [logGroup] }))
  const logs = account.client(CloudWatchLogsClient)
  await logs.send(new CreateLogGroupCommand({ logGroupName: '/ecs/other' }))
  const { logGroups = [] } = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: '/ecs/' }))
  expect(logGroups.map(({ logGroupName }) => logGroupName)).toEqual(['/ecs/other', logGroup])
  expect(logGroups[1]?.arn).toBe('arn:aws:logs:us-east-1:111122223333:log-group:/ecs/web:*')
  expect(await errorOf(logs.send(new CreateLogGroupCommand({ logGroupName: logGroup })))).toEqual({
    name: 'ResourceAlreadyExistsException',
    message: 'The specified log group already exists',
  })
  expect(await errorOf(logs.send(new DescribeLogStreamsCommand({ logGroupName: '/nope' })))).toEqual({
    name: 'ResourceNotFoundException',
    message: 'The specified log group does not exist.',
  })
  const stream = logs.send(new GetLogEventsCommand({ logGroupName: logGroup, logStreamName: 'nope' }))
  expect(await errorOf(stream)).toEqual({
    name: 'ResourceNotFoundException',
    message: 'The specified log stream does not exist.',
  })
})

test('a task whose log group is missing does not start', async () => {
  await written(loggingScenario(lines, { logGroups: [] }))
  const stopped = account.simulator.world.tasks.find(({ stopCode }) => stopCode !== undefined)
  expect(stopped).toMatchObject({
    stopCode: 'TaskFailedToStart',
    stoppedReason: expect.stringContaining('The specified log group does not exist.'),
  })
  expect(account.simulator.world.logs).toEqual([])
})
