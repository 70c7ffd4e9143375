import type { Task } from '@aws-sdk/client-ecs'
import { passingFailure } from '../aws/failure.ts'
import type { Ports } from '../deployment/ports.ts'
import { taskId } from '../diagnosis/stopped-task.ts'
import { elapsed } from '../rollout/progress.ts'
import type { TaskDefinition } from '../task-definition/task-definition.ts'
import type { LaunchFailure } from './launch-failures.ts'
import { logFollower } from './log-follower.ts'
import type { TaskRequest } from './request.ts'
import { type Starter, starterOf } from './start.ts'
import { stopTasks } from './stop.ts'
import { openTasks, type TaskRun } from './task-run.ts'
import { endInWords, judgeTask, stillRunning, succeeded } from './verdict.ts'

/** Why the tasks are not watched any more. */
export type WatchEnd =
  /** Each has an end in `run.ends`. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'not-started'; readonly failure: LaunchFailure }
  | { readonly kind: 'time-out'; readonly waitedFor: LaunchFailure | undefined }
  /** ECS does not show the tasks (any more). */
  | { readonly kind: 'lost'; readonly tasks: readonly string[] }

export type TaskWork = {
  readonly request: TaskRequest
  readonly definition: Pick<TaskDefinition, 'containerDefinitions'>
  readonly limitMinutes: number
  /** Values of environment variables that the task is given: they are masked in its log. */
  readonly values: readonly string[]
}

/** A task that was started a moment ago may not be shown yet (SDK text of RunTask: eventual consistency). */
const unseenMilliseconds = 60_000
/** How long the other containers are waited for once the end is known, for their exit codes. */
const othersMilliseconds = 20_000
const stopReason = 'ecs-deploy: the container that decides has ended'

/**
 * Starts the tasks, shows what they write, and watches them to their end: once the deciding container of a task has ended the
 * task is judged and told to stop, whatever else runs in it. At the time limit all are told to stop.
 *
 * @param run is written as it goes, so that whatever interrupts the story can be told
 * @throws what AWS throws when a call cannot be done, and where the run was cancelled
 */
export async function runTasks(
  { request, definition, limitMinutes, values }: TaskWork,
  run: TaskRun,
  ports: Ports,
  keep: () => Promise<void>,
): Promise<WatchEnd> {
  const { clock, cancelled } = ports
  const startedAt = clock.uptime()
  const endsAt = startedAt + limitMinutes * 60_000
  const starter = starterOf(request, run, ports, keep)
  const log = logFollower(run, definition, values, ports)
  const say = (text: string): void => {
    log.close()
    ports.log.info(`${elapsed(clock.uptime() - startedAt)}  ${text}`)
  }
  const absentSince = new Map<string, number>()
  try {
    for (;;) {
      cancelled.throwIfAborted()
      const failure = await starter.startMore()
      if (failure !== undefined) return await notStarted(failure, run, ports)
      await look(run, ports, say, absentSince)
      await log.show()
      if (run.ends.size === run.wanted) {
        await log.showRest()
        await waitForOthers(run, ports, say)
        return { kind: 'ended' }
      }
      const lost = openTasks(run).filter((arn) => isLost(absentSince.get(arn), clock.uptime()))
      if (lost.length > 0) return { kind: 'lost', tasks: lost.map(taskId) }
      if (clock.uptime() >= endsAt) return await timeOut(starter, limitMinutes, run, ports, log.showRest)
      await clock.sleep(Math.min(pause(clock.uptime() - startedAt), Math.max(0, endsAt - clock.uptime())), cancelled)
    }
  } finally {
    log.close()
  }
}

/** Short at first, for most tasks are short; milliseconds. */
function pause(since: number): number {
  return since < 60_000 ? 2_000 : since < 300_000 ? 4_000 : 6_000
}

function isLost(absentSince: number | undefined, now: number): boolean {
  return absentSince !== undefined && now - absentSince > unseenMilliseconds
}

/** One look at all tasks that have no end yet. */
async function look(
  run: TaskRun,
  ports: Ports,
  say: (text: string) => void,
  absentSince: Map<string, number>,
): Promise<void> {
  const now = ports.clock.uptime()
  const open = run.taskArns.filter((arn) => !run.ends.has(arn))
  if (open.length === 0) return
  const tasks = await describe(open, run, ports)
  if (tasks === undefined) return
  const shown = new Set(tasks.map(({ taskArn }) => taskArn))
  for (const arn of open) {
    if (shown.has(arn)) absentSince.delete(arn)
    else if (!absentSince.has(arn)) absentSince.set(arn, now)
  }
  for (const task of tasks) {
    const arn = task.taskArn ?? ''
    const before = run.latest.get(arn)
    run.latest.set(arn, task)
    if (before?.lastStatus !== task.lastStatus)
      say(`task ${taskId(arn)} is ${task.lastStatus ?? 'in a state without name'}`)
    const verdict = judgeTask(task, run.container)
    if (verdict.kind === 'going') continue
    run.ends.set(arn, verdict)
    say(`container ${run.container} of task ${taskId(arn)} ${endInWords(verdict)}`)
  }
  const goOn = tasks.filter(
    (task) => run.ends.has(task.taskArn ?? '') && task.desiredStatus !== 'STOPPED' && task.lastStatus !== 'STOPPED',
  )
  for (const task of goOn) {
    const names = stillRunning(task)
    if (names.length > 0)
      say(`still running in task ${taskId(task.taskArn ?? '')}: ${names.join(', ')}; telling the task to stop`)
  }
  await stopTasks(
    goOn.map(({ taskArn = '' }) => taskArn),
    stopReason,
    run,
    ports,
  )
}

/** What passes is asked again with the next look. @throws what does not pass */
async function describe(arns: readonly string[], run: TaskRun, ports: Ports): Promise<readonly Task[] | undefined> {
  try {
    return await ports.ecs.describeTasks(run.cluster, arns)
  } catch (error) {
    if (!passingFailure(error)) throw error
    return undefined
  }
}

/** The exit codes of the other containers come a little later. What decides is known, so that nothing here may fail. */
async function waitForOthers(run: TaskRun, ports: Ports, say: (text: string) => void): Promise<void> {
  const giveUpAt = ports.clock.uptime() + othersMilliseconds
  const others = (): readonly string[] =>
    run.taskArns.filter((arn) => stillRunning(run.latest.get(arn) ?? {}).length > 0)
  while (others().length > 0 && ports.clock.uptime() < giveUpAt && !ports.cancelled.aborted) {
    await ports.clock.sleep(2_000, ports.cancelled)
    const tasks = await ports.ecs.describeTasks(run.cluster, others()).catch(() => undefined)
    if (tasks === undefined) return
    for (const task of tasks) run.latest.set(task.taskArn ?? '', task)
  }
  for (const arn of others()) {
    say(`not stopped yet in task ${taskId(arn)}: ${stillRunning(run.latest.get(arn) ?? {}).join(', ')}`)
  }
}

/** All tasks must succeed: those that were started are of no use without the others. */
async function notStarted(failure: LaunchFailure, run: TaskRun, ports: Ports): Promise<WatchEnd> {
  await stopTasks(openTasks(run), 'ecs-deploy: other tasks of this run could not be started', run, ports)
  return { kind: 'not-started', failure }
}

async function timeOut(
  { waitsFor }: Starter,
  limitMinutes: number,
  run: TaskRun,
  ports: Ports,
  showRest: () => Promise<void>,
): Promise<WatchEnd> {
  const going = openTasks(run)
  ports.log.info(
    `The time limit of ${limitMinutes} minutes has come; telling ${going.length === 1 ? 'the task' : 'all tasks'} to stop.`,
  )
  await stopTasks(going, `ecs-deploy: it did not end within ${limitMinutes} minutes`, run, ports)
  await showRest()
  return { kind: 'time-out', waitedFor: run.taskArns.length < run.wanted ? waitsFor : undefined }
}

/** True where every task that was wanted has ended well. */
export function allSucceeded({ taskArns, ends, wanted }: TaskRun): boolean {
  return taskArns.length === wanted && taskArns.every((arn) => succeeded(ends.get(arn)))
}
