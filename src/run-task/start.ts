import type { Failure, RunTaskCommandInput } from '@aws-sdk/client-ecs'
import { describeFailure, failureKind } from '../aws/failure.ts'
import type { StartedTasks } from '../aws/tasks.ts'
import type { Ports } from '../deployment/ports.ts'
import { taskId } from '../diagnosis/stopped-task.ts'
import { explainFailures, explainRefusal, type LaunchFailure } from './launch-failures.ts'
import type { TaskRequest } from './request.ts'
import type { TaskRun } from './task-run.ts'
import { clientToken, startedByOf, type TaskOrigin } from './token.ts'

/** RunTask starts up to 10 tasks at once (SDK text of RunTaskRequest). */
const mostAtOnce = 10
/** A call whose answer is lost, or that is throttled, is sent again for this long. */
const sendAgainMilliseconds = 180_000
/** Between two looks for room. */
const pauses = [10_000, 20_000, 30_000] as const

/** Starts the tasks of a run, in as many calls as that takes. */
export type Starter = {
  /**
   * Starts what is still to be started, if it is time to.
   *
   * @returns why nothing more can be started; undefined where all are started, or it is tried again later
   * @throws what AWS throws
   */
  startMore(): Promise<LaunchFailure | undefined>
  /** Why it had to be tried again, the last time. */
  readonly waitsFor: LaunchFailure | undefined
}

/** @param keep keeps the record for the post step before and after each call */
export function starterOf(
  request: TaskRequest,
  run: TaskRun,
  ports: Pick<Ports, 'tasks' | 'clock' | 'log' | 'cancelled' | 'random' | 'run'>,
  keep: () => Promise<void>,
): Starter {
  const whole: RunTaskCommandInput = { ...request, taskDefinition: run.taskDefinitionArn }
  const otherwise = `${ports.clock.now()} ${ports.random()}`
  const origin: TaskOrigin = { run: ports.run, service: run.service, request: whole, otherwise }
  run.startedBy = startedByOf(origin)
  let part = 0
  let tries = 0
  let dueAt = 0
  let waitsFor: LaunchFailure | undefined

  const startLot = async (): Promise<readonly Failure[]> => {
    const count = Math.min(mostAtOnce, run.wanted - run.taskArns.length)
    const input = { ...whole, count, startedBy: run.startedBy, clientToken: clientToken(origin, part++) }
    ports.cancelled.throwIfAborted()
    run.sending = 'run'
    await keep()
    const { tasks, failures } = await withoutTags(input, ports, run)
    run.sending = undefined
    for (const task of tasks) {
      run.taskArns.push(task.taskArn ?? '')
      run.latest.set(task.taskArn ?? '', task)
    }
    if (tasks.length > 0) run.changed = true
    await keep()
    for (const { taskArn = '' } of tasks) ports.log.info(`Task ${taskId(taskArn)} of ${run.taskDefinition} started.`)
    if (tasks.length + failures.length === 0)
      return [{ reason: 'RunTask answered without a task and without a reason' }]
    return failures
  }

  return {
    get waitsFor() {
      return waitsFor
    },
    async startMore() {
      while (run.taskArns.length < run.wanted && ports.clock.uptime() >= dueAt) {
        const failure = await launchFailure(startLot)
        if (failure === undefined) continue
        if (!failure.passes) return failure
        if (waitsFor?.diagnosis.title !== failure.diagnosis.title)
          ports.log.info(
            `ECS cannot start the task yet: ${failure.diagnosis.title}. Trying again until the time limit.`,
          )
        waitsFor = failure
        dueAt = ports.clock.uptime() + (pauses[tries++] ?? pauses[pauses.length - 1] ?? 0)
      }
      if (run.taskArns.length >= run.wanted) waitsFor = undefined
      return undefined
    },
  }
}

/** What ECS says of room, whichever way it says it. */
async function launchFailure(start: () => Promise<readonly Failure[]>): Promise<LaunchFailure | undefined> {
  try {
    const failures = await start()
    return failures.length === 0 ? undefined : explainFailures(failures)
  } catch (error) {
    const known = failureKind(error) === 'refused' ? explainRefusal(describeFailure(error)) : undefined
    if (known === undefined) throw error
    return known
  }
}

/** Where tagging is denied the task is started without tags, with one notice. */
async function withoutTags(
  input: RunTaskCommandInput,
  ports: Pick<Ports, 'tasks' | 'clock' | 'log' | 'cancelled' | 'random'>,
  run: TaskRun,
): Promise<StartedTasks> {
  const { tags, propagateTags, ...bare } = input
  const tagged = tags !== undefined || propagateTags === 'TASK_DEFINITION'
  if (tagged && run.denied.has('ecs:TagResource')) return sendAgain(bare, ports)
  try {
    return await sendAgain(input, ports)
  } catch (error) {
    const deniedTagging = failureKind(error) === 'denied' && /ecs:TagResource/.test(describeFailure(error))
    if (!deniedTagging || !tagged) throw error
    run.denied.add('ecs:TagResource')
    run.notices.push(
      'The task carries no tags: the permission ecs:TagResource on task/* (with ecs:CreateAction RunTask) is missing.',
    )
    return sendAgain(bare, ports)
  }
}

/** With its token the same request may be sent as often as it takes: ECS starts what it asks for once (API ECS_Idempotency). */
async function sendAgain(
  input: RunTaskCommandInput,
  { tasks, clock, log, cancelled, random }: Pick<Ports, 'tasks' | 'clock' | 'log' | 'cancelled' | 'random'>,
): Promise<StartedTasks> {
  const giveUpAt = clock.uptime() + sendAgainMilliseconds
  for (let attempt = 0; ; attempt++) {
    try {
      return await tasks.runTask(input)
    } catch (error) {
      const kind = failureKind(error)
      const passes = kind === 'throttled' || kind === 'unsent' || kind === 'unclear'
      if (!passes || clock.uptime() >= giveUpAt) throw error
      const again = 'sending it again with the same token, so that it is done once'
      log.info(`RunTask was not answered as it should be (${describeFailure(error)}); ${again}.`)
      await clock.sleep(Math.min(10_000, 1_000 * 2 ** attempt) * (0.5 + random() / 2), cancelled)
      cancelled.throwIfAborted()
    }
  }
}
