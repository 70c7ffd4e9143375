import type { TaskDefinition } from '@aws-sdk/client-ecs'
import { deniedAction, describeFailure, failureKind } from '../aws/failure.ts'
import type { LogPlace } from '../aws/logs.ts'
import type { Ports } from '../deployment/ports.ts'
import { maskLinesOf } from '../diagnosis/mask.ts'
import { logPlace, taskId } from '../diagnosis/stopped-task.ts'
import { cut } from '../github/safe-text.ts'
import type { TaskRun } from './task-run.ts'

/** CloudWatch answers 10 requests a second for a stream and 25 for an account: a few logs each time, in turn. */
const mostAtOnce = 3
/** A page of 1 MB each: what is behind them comes with the next look. */
const mostPages = 10
/** The log driver delivers every few seconds: after so many looks in a row without a line, once the container has ended, nothing more is expected. */
const quietLooks = 4
/** A page with fewer lines is the last one for now; what is behind it comes with the next look. */
const wholePage = 1_000
const lastLinesKept = 30
const longestLine = 8_000

type Followed = {
  readonly arn: string
  readonly place: LogPlace
  from?: string
  quiet: number
  /** Why the last look saw nothing. */
  failure?: string | undefined
}

/** Shows what the deciding container writes, while it writes it. */
export type LogFollower = {
  /** Shows what is new, of a few tasks at a time. Never rejects. */
  show(): Promise<void>
  /** Shows what is left of a log whose container has ended; waits a little for what is delivered late. Never rejects. */
  showRest(): Promise<void>
  /** Ends the group of log lines, before something else is said. */
  close(): void
}

/**
 * @param definition says where the container logs; values of its variables and secrets are not shown
 * @param values given to the task that are not to be shown, either
 */
export function logFollower(
  run: TaskRun,
  definition: Pick<TaskDefinition, 'containerDefinitions'>,
  values: readonly string[],
  { logs, log, clock }: Pick<Ports, 'logs' | 'log' | 'clock'>,
): LogFollower {
  const followed = new Map<string, Followed>()
  let turn = 0
  let open = ''
  let given = false

  const why = whyNoLog(definition, run.container)
  if (why !== undefined) {
    given = true
    run.notices.push(`The log of container ${run.container} is not shown: ${why}.`)
  }

  const giveUp = (error: unknown): void => {
    given = true
    const denied = failureKind(error) === 'denied'
    const reason = denied
      ? `the permission ${deniedAction(error) ?? 'logs:GetLogEvents'} is missing`
      : describeFailure(error).replace(/\.$/, '')
    run.notices.push(`The log of container ${run.container} is not shown: ${reason}.`)
  }

  const isEnding = (arn: string): boolean => run.ends.has(arn) || run.stopped.has(arn)

  const find = (): readonly Followed[] => {
    for (const arn of run.taskArns) {
      const place = followed.has(arn) ? undefined : logPlace(definition, run.container, taskId(arn))
      if (place !== undefined) followed.set(arn, { arn, place, quiet: 0 })
    }
    return [...followed.values()].filter(({ quiet }) => quiet < quietLooks)
  }

  const print = ({ arn }: Followed, lines: readonly string[]): void => {
    const masked = maskLinesOf(lines, definition, values).map((line) => cut(line, longestLine))
    run.lastLines.set(arn, [...(run.lastLines.get(arn) ?? []), ...masked].slice(-lastLinesKept))
    if (open !== arn) log.group(`Log of container ${run.container} in task ${taskId(arn)}`)
    open = arn
    for (const line of masked) log.info(line)
  }

  const readOne = async (one: Followed): Promise<void> => {
    for (let page = 0; page < mostPages; page++) {
      const { lines, next } = await logs.linesFrom(one.place, one.from)
      if (lines.length > 0) print(one, lines)
      // At the end of a log the token that was sent comes back (API reference, GetLogEvents).
      const isEnd = next === undefined || next === one.from
      // A container that still runs may be quiet for as long as it likes.
      one.quiet = isEnding(one.arn) && isEnd && lines.length === 0 ? one.quiet + 1 : 0
      if (next !== undefined) one.from = next
      if (isEnd || lines.length < wholePage) return
    }
  }

  const show = async (): Promise<void> => {
    if (given) return
    const due = find()
    for (let index = 0; index < Math.min(mostAtOnce, due.length); index++) {
      const one = due[(turn + index) % due.length] as Followed
      try {
        await readOne(one)
        one.failure = undefined
      } catch (error) {
        const kind = failureKind(error)
        if (kind === 'denied' || kind === 'refused') return giveUp(error)
        // What passes is tried again with the next look; credentials that are lost are told by the reads that matter.
        one.failure = describeFailure(error).replace(/\.$/, '')
        if (isEnding(one.arn)) one.quiet += 1
      }
    }
    turn += mostAtOnce
  }

  const close = (): void => {
    if (open !== '') log.endGroup()
    open = ''
  }

  return {
    show,
    close,
    async showRest() {
      for (let look = 0; !given && look < 3 * quietLooks + run.taskArns.length; look++) {
        if (find().every(({ quiet }) => quiet >= quietLooks)) break
        if (look > 0) await clock.sleep(1_500)
        await show()
      }
      close()
      const unread = [...followed.values()].find(({ failure }) => failure !== undefined)
      if (given || unread === undefined) return
      run.notices.push(
        `The log of container ${run.container} was not read to its end: logs:GetLogEvents was not possible: ${unread.failure}.`,
      )
    },
  }
}

/** Why a container's log cannot be read by anybody but its owner; undefined where it can. */
function whyNoLog(definition: Pick<TaskDefinition, 'containerDefinitions'>, container: string): string | undefined {
  const configuration = definition.containerDefinitions?.find(({ name }) => name === container)?.logConfiguration
  if (configuration?.logDriver === undefined)
    return 'its task definition has no logConfiguration for it; with the log driver awslogs it would be'
  if (configuration.logDriver !== 'awslogs')
    return `it logs with the driver ${configuration.logDriver}, and only logs of the driver awslogs can be read`
  const missing = ['awslogs-group', 'awslogs-region', 'awslogs-stream-prefix'].filter(
    (name) => !configuration.options?.[name],
  )
  return missing.length === 0
    ? undefined
    : `its log options lack ${missing.join(' and ')}, so where it logs cannot be told`
}
