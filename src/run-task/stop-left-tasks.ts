import { describeFailure, failureKind } from '../aws/failure.ts'
import type { Ports } from '../deployment/ports.ts'
import { isOver, taskId } from '../diagnosis/stopped-task.ts'
import { stopTasks } from './stop.ts'
import type { KeptTaskRun } from './task-run.ts'

/** A RunTask that was on its way may still arrive, and ECS reads may be stale (SDK text of RunTask). */
const patienceMilliseconds = 20_000
const betweenLooksMilliseconds = 2_000
const reason = 'ecs-deploy: the run that started it has ended'

/**
 * What the post step does for a run that was ended before its tasks: finds them and tells them to stop, says what it saw.
 *
 * @returns the exit code: 1 where a task may go on
 * @throws what AWS throws where the credentials are lost
 */
export async function stopLeftTasks(
  kept: KeptTaskRun,
  ports: Pick<Ports, 'ecs' | 'tasks' | 'clock' | 'log' | 'cancelled'>,
): Promise<0 | 1> {
  const { clock, log, cancelled } = ports
  const giveUpAt = clock.uptime() + patienceMilliseconds
  let open: readonly string[]
  for (;;) {
    // The look after a signal is the last.
    const isLast = cancelled.aborted || clock.uptime() >= giveUpAt
    open = await openTasksOf(kept, ports)
    if (open.length > 0 || kept.sending !== 'run' || isLast) break
    await clock.sleep(betweenLooksMilliseconds, cancelled)
  }
  if (open.length === 0 && kept.sending === 'run' && cancelled.aborted) {
    log.warning(
      `RunTask was on its way, and ECS shows no task of it yet. One may still begin, and is not stopped: aws ecs list-tasks --cluster ${kept.cluster} --started-by ${kept.startedBy} --region ${kept.region}`,
    )
    return 1
  }
  if (open.length === 0) {
    log.info(
      kept.taskArns.length > 0
        ? `${kept.taskArns.map((arn) => `Task ${taskId(arn)}`).join(', ')}: ended, or told to stop already.`
        : 'ECS shows no task of this run.',
    )
    return 0
  }
  const run = { cluster: kept.cluster, stopped: new Set<string>(), notices: [] }
  const told = await stopTasks(open, reason, run, ports)
  for (const arn of told) log.info(`Task ${taskId(arn)} was told to stop; what it had done by then is not undone.`)
  for (const notice of run.notices) log.warning(`${notice} It may still run.`)
  return told.length === open.length ? 0 : 1
}

/** By what they were started by, for the answer of RunTask may have been lost; and those that are known. */
async function openTasksOf(
  { cluster, startedBy, taskArns }: KeptTaskRun,
  { ecs, log }: Pick<Ports, 'ecs' | 'log'>,
): Promise<readonly string[]> {
  // Lists what is to go on running (API reference, ListTasks: desiredStatus is RUNNING unless asked otherwise).
  const listed: readonly string[] = await ecs.listTasksStartedBy(cluster, startedBy).catch((error: unknown) => {
    if (failureKind(error) === 'expired' || failureKind(error) === 'no-credentials') throw error
    log.info(`Tasks of this run could not be listed: ${describeFailure(error)}`)
    return [] as readonly string[]
  })
  const unlisted = taskArns.filter((arn) => !listed.includes(arn))
  const described = unlisted.length === 0 ? [] : await ecs.describeTasks(cluster, unlisted).catch(() => undefined)
  // One that cannot be looked at is told to stop all the same; one that ECS does not know any more has ended.
  if (described === undefined) return [...listed, ...unlisted]
  const going = described.filter((task) => task.desiredStatus !== 'STOPPED' && !isOver(task))
  return [...listed, ...going.flatMap(({ taskArn }) => taskArn ?? [])]
}
