/** Reading lines: one stream forwards and backwards, or a whole group. */
import type { FilterLogEventsRequest, GetLogEventsRequest } from '@aws-sdk/client-cloudwatch-logs'
import type { Engine } from '../../engine.ts'
import { ApiError, invalidParameter } from '../../protocol/errors.ts'
import { pageOf } from '../../protocol/pagination.ts'
import type { LogLine } from '../../world/world.ts'
import { groupOf, streamsOf } from './groups.ts'

const mostEvents = 10_000

const within =
  ({ startTime, endTime }: { startTime?: number | undefined; endTime?: number | undefined }) =>
  ({ at }: LogLine): boolean =>
    at >= (startTime ?? 0) && (endTime === undefined || at < endTime)

/**
 * Tokens name a place between lines. At the end of a stream the token that was sent comes back: nothing more yet (API
 * GetLogEvents).
 */
export function getLogEvents({ world }: Engine, input: GetLogEventsRequest): object {
  const { logStreamName = '', limit = mostEvents, startFromHead = false, nextToken } = input
  const stream = streamsOf(world, groupOf(world, input)).get(logStreamName)
  if (stream === undefined) {
    throw new ApiError('ResourceNotFoundException', 'The specified log stream does not exist.')
  }
  const lines = stream.filter(within(input))
  const place = nextToken === undefined ? undefined : placeOf(nextToken)
  const isForward = place === undefined ? startFromHead : place.direction === 'f'
  const edge = place?.index ?? (startFromHead ? 0 : lines.length)
  const [from, to] = isForward ? [edge, edge + limit] : [Math.max(0, edge - limit), edge]
  const events = lines.slice(from, to)
  return {
    events: events.map(({ at, message }) => ({ timestamp: at, message, ingestionTime: at })),
    nextForwardToken: token('f', from + events.length),
    nextBackwardToken: token('b', from),
  }
}

const token = (direction: 'f' | 'b', index: number): string => `${direction}/${String(index).padStart(56, '0')}/s`

function placeOf(text: string): { direction: string; index: number } {
  const found = /^([fb])\/(\d{56})\/s$/.exec(text)
  if (found?.[1] === undefined) throw invalidParameter('The specified nextToken is invalid.')
  return { direction: found[1], index: Number(found[2]) }
}

export function filterLogEvents({ world }: Engine, input: FilterLogEventsRequest): object {
  const { logStreamNames, logStreamNamePrefix, limit = mostEvents, nextToken, filterPattern = '' } = input
  if (logStreamNames !== undefined && logStreamNamePrefix !== undefined) {
    throw invalidParameter('logStreamNamePrefix and logStreamNames cannot be specified together.')
  }
  const chosen = [...streamsOf(world, groupOf(world, input))].filter(
    ([name]) => (logStreamNames?.includes(name) ?? true) && name.startsWith(logStreamNamePrefix ?? ''),
  )
  const lines = chosen
    .flatMap(([, stream]) => stream)
    .filter(within(input))
    .filter(({ message }) => matches(filterPattern, message))
    .toSorted((left, right) => left.at - right.at)
  const page = pageOf(lines, nextToken, limit)
  return {
    events: page.items.map((line) => ({
      logStreamName: line.stream,
      timestamp: line.at,
      message: line.message,
      ingestionTime: line.at,
      eventId: String(world.logs.indexOf(line)).padStart(56, '0'),
    })),
    searchedLogStreams: [],
    ...(page.nextToken !== undefined && { nextToken: page.nextToken }),
  }
}

/** Terms without operators: all must occur; `?term`: any; quotes keep words together. Other patterns are refused. */
function matches(pattern: string, message: string): boolean {
  if (/^\s*[{[%]/.test(pattern) || /(^|\s)-/.test(pattern)) {
    throw invalidParameter(
      'The simulator knows filter patterns of terms only (not JSON, fields, exclusions, expressions).',
    )
  }
  const terms = [...pattern.matchAll(/(\?)?(?:"([^"]*)"|(\S+))/g)].map(([, any, quoted, bare]) => ({
    any: any !== undefined,
    text: quoted ?? bare ?? '',
  }))
  const optional = terms.filter(({ any }) => any)
  return (
    terms.filter(({ any }) => !any).every(({ text }) => message.includes(text)) &&
    (optional.length === 0 || optional.some(({ text }) => message.includes(text)))
  )
}

/** An event stream over HTTP/2: not modelled, and said so. */
export function startLiveTail(): object {
  throw new ApiError(
    'InvalidOperationException',
    'The simulator does not model StartLiveTail: read with GetLogEvents or FilterLogEvents.',
  )
}
