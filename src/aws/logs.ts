import type { CallLimit } from './call-limit.ts'
import type { Connection } from './connection.ts'
import { type Call, listOf, type ServiceModel, simple, smallClient, structure } from './small-client.ts'

/** Where a container logs in CloudWatch Logs. */
export type LogPlace = { readonly group: string; readonly stream: string; readonly region: string }

/** What was read of a log from one place on. */
export type LogPage = {
  readonly lines: readonly string[]
  /** Where to go on reading; the one that was given where nothing new is there yet. Absent: there is no log yet. */
  readonly next?: string
}

/** What a container wrote, and whether the group that it writes to exists. */
export type LogsPort = {
  /** At most `count` lines, oldest first; none where the stream does not exist. @throws what CloudWatch Logs throws */
  lastLines(place: LogPlace, count: number): Promise<readonly string[]>
  /** What was written since `from`, oldest first, one page of up to 1 MB. @param from absent: from the beginning. @throws what CloudWatch Logs throws */
  linesFrom(place: LogPlace, from: string | undefined): Promise<LogPage>
  /** @throws what CloudWatch Logs throws */
  groupExists(place: Pick<LogPlace, 'group' | 'region'>): Promise<boolean>
}

const cloudWatchLogs: ServiceModel = {
  id: 'CloudWatch Logs',
  host: 'logs',
  signingName: 'logs',
  protocol: 'json-1.1',
  version: '2014-03-28',
  target: 'Logs_20140328',
}

const request = structure('GetLogEventsRequest', {
  logStreamName: simple.string,
  logGroupName: simple.string,
  limit: simple.number,
  startFromHead: simple.boolean,
  nextToken: simple.string,
})
const event = structure('OutputLogEvent', { message: simple.string })
const answer = structure('GetLogEventsResponse', {
  events: listOf('OutputLogEvents', event),
  nextForwardToken: simple.string,
})

const groupsRequest = structure('DescribeLogGroupsRequest', { logGroupNamePrefix: simple.string, limit: simple.number })
const group = structure('LogGroup', { logGroupName: simple.string })
const groupsAnswer = structure('DescribeLogGroupsResponse', { logGroups: listOf('LogGroups', group) })

/** Lines are an extra: nobody waits for them as long as for ECS. Milliseconds, over all attempts. */
const limitMilliseconds = 10_000

function withinOwnLimit(): { readonly abortSignal: AbortSignal } {
  return { abortSignal: AbortSignal.timeout(limitMilliseconds) }
}

/** The port over CloudWatch Logs, in the Region that the log driver names. */
export function logsPort(connection: Connection, withinLimit: CallLimit = withinOwnLimit): LogsPort {
  const clients = new Map<string, Promise<Call>>()
  const clientIn = (region: string): Promise<Call> => {
    const known = clients.get(region)
    if (known !== undefined) return known
    const made = smallClient(connection, cloudWatchLogs, region, withinLimit)
    clients.set(region, made)
    return made
  }
  return {
    async lastLines({ group, stream, region }, count) {
      const call = await clientIn(region)
      try {
        const { events = [] } = await call<Answer>('GetLogEvents', request, answer, {
          logGroupName: group,
          logStreamName: stream,
          limit: count,
          startFromHead: false,
        })
        return linesIn(events).slice(-count)
      } catch (error) {
        if (isAbsent(error)) return []
        throw error
      }
    },
    async linesFrom({ group, stream, region }, from) {
      const call = await clientIn(region)
      try {
        const { events = [], nextForwardToken: next } = await call<Answer>('GetLogEvents', request, answer, {
          logStreamName: stream,
          logGroupName: group,
          startFromHead: true,
          ...(from === undefined ? {} : { nextToken: from }),
        })
        return { lines: linesIn(events), ...(next === undefined ? {} : { next }) }
      } catch (error) {
        if (isAbsent(error)) return { lines: [] }
        throw error
      }
    },
    async groupExists({ group: name, region }) {
      const call = await clientIn(region)
      // Sorted by name (API reference): the group itself comes before all others that begin like it.
      const { logGroups = [] } = await call<Groups>('DescribeLogGroups', groupsRequest, groupsAnswer, {
        logGroupNamePrefix: name,
        limit: 1,
      })
      return logGroups.some(({ logGroupName }) => logGroupName === name)
    },
  }
}

type Groups = { readonly logGroups?: readonly { readonly logGroupName?: string }[] }
type Answer = { readonly events?: readonly { readonly message?: string }[]; readonly nextForwardToken?: string }

/** One event may hold several lines. */
function linesIn(events: NonNullable<Answer['events']>): readonly string[] {
  return events.flatMap(({ message }) => message?.trimEnd().split(/\r?\n/) ?? [])
}

/** A container that wrote nothing has no stream. */
function isAbsent(error: unknown): boolean {
  return error instanceof Error && error.name === 'ResourceNotFoundException'
}
