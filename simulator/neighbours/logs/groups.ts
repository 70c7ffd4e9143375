/** Log groups and streams: a stream comes into being with the first line of a container. */
import type {
  CreateLogGroupRequest,
  DescribeLogGroupsRequest,
  DescribeLogStreamsRequest,
} from '@aws-sdk/client-cloudwatch-logs'
import type { Engine } from '../../engine.ts'
import { ApiError, invalidParameter } from '../../protocol/errors.ts'
import { pageOf } from '../../protocol/pagination.ts'
import type { LogLine, World } from '../../world/world.ts'
import { hasLogGroup, type LogGroup } from '../state.ts'

export const groupMissing = (): ApiError =>
  new ApiError('ResourceNotFoundException', 'The specified log group does not exist.')

const groupArn = ({ region, account }: World, name: string): string =>
  `arn:aws:logs:${region}:${account}:log-group:${name}`

/** @param input names the group by name or ARN; @throws ApiError if there is no such group or none is named */
export function groupOf(
  world: World,
  { logGroupName, logGroupIdentifier }: { logGroupName?: string | undefined; logGroupIdentifier?: string | undefined },
): string {
  const name = logGroupName ?? logGroupIdentifier?.replace(/^arn:aws:logs:[^:]+:\d+:log-group:/, '').replace(/:\*$/, '')
  if (name === undefined) throw invalidParameter('Either logGroupName or logGroupIdentifier must be specified')
  if (!hasLogGroup(world, name)) throw groupMissing()
  return name
}

/** Those that were created, and, where all exist, those that task definitions name. */
function groupsOf(world: World): readonly LogGroup[] {
  const { all, groups } = world.neighbours.logGroups
  const definitions = all ? [...world.taskDefinitions.values()].flat() : []
  const named = definitions.flatMap(({ registeredAt, stored }) =>
    stored.containerDefinitions.flatMap(({ logConfiguration }) => {
      const name = logConfiguration?.options?.['awslogs-group']
      return name === undefined ? [] : [{ name, createdAt: registeredAt }]
    }),
  )
  const known = new Map([...named.toReversed(), ...groups.values()].map((group) => [group.name, group]))
  return [...known.values()].toSorted((left, right) => (left.name < right.name ? -1 : 1))
}

export function createLogGroup({ world }: Engine, { logGroupName: name = '' }: CreateLogGroupRequest): object {
  if (!/^[.\-_/#A-Za-z0-9]{1,512}$/.test(name)) {
    throw invalidParameter(
      `1 validation error detected: Value '${name}' at 'logGroupName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_/#A-Za-z0-9]+`,
    )
  }
  if (groupsOf(world).some((group) => group.name === name)) {
    throw new ApiError('ResourceAlreadyExistsException', 'The specified log group already exists')
  }
  world.neighbours.logGroups.groups.set(name, { name, createdAt: world.now })
  return {}
}

export function describeLogGroups({ world }: Engine, input: DescribeLogGroupsRequest): object {
  const { logGroupNamePrefix = '', logGroupNamePattern = '', nextToken, limit = 50 } = input
  const matching = groupsOf(world).filter(
    ({ name }) => name.startsWith(logGroupNamePrefix) && name.includes(logGroupNamePattern),
  )
  const page = pageOf(matching, nextToken, limit)
  return {
    logGroups: page.items.map(({ name, createdAt }) => ({
      logGroupName: name,
      creationTime: createdAt,
      metricFilterCount: 0,
      arn: `${groupArn(world, name)}:*`,
      storedBytes: 0,
      logGroupClass: 'STANDARD',
      logGroupArn: groupArn(world, name),
    })),
    ...(page.nextToken !== undefined && { nextToken: page.nextToken }),
  }
}

/** Lines of a group that have been written by now, by stream. */
export function streamsOf(world: World, group: string): Map<string, LogLine[]> {
  return Map.groupBy(
    world.logs.filter((line) => line.group === group && line.at <= world.now),
    ({ stream }) => stream,
  )
}

export function describeLogStreams({ world }: Engine, input: DescribeLogStreamsRequest): object {
  const group = groupOf(world, input)
  const { logStreamNamePrefix = '', orderBy = 'LogStreamName', descending = false, nextToken, limit = 50 } = input
  if (orderBy === 'LastEventTime' && logStreamNamePrefix !== '') {
    throw invalidParameter('Cannot order by LastEventTime with a logStreamNamePrefix.')
  }
  const streams = [...streamsOf(world, group)]
    .filter(([name]) => name.startsWith(logStreamNamePrefix))
    .map(([name, lines]) => ({ name, first: lines[0]?.at ?? 0, last: lines.at(-1)?.at ?? 0 }))
    .toSorted((left, right) => (orderBy === 'LastEventTime' ? left.last - right.last : left.name < right.name ? -1 : 1))
  const page = pageOf(descending ? streams.toReversed() : streams, nextToken, limit)
  return {
    logStreams: page.items.map(({ name, first, last }) => ({
      logStreamName: name,
      creationTime: first,
      firstEventTimestamp: first,
      lastEventTimestamp: last,
      lastIngestionTime: last,
      arn: `${groupArn(world, group)}:log-stream:${name}`,
      storedBytes: 0,
    })),
    ...(page.nextToken !== undefined && { nextToken: page.nextToken }),
  }
}
