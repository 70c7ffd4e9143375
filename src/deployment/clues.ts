import type { Task, TaskDefinition } from '@aws-sdk/client-ecs'
import { describeFailure } from '../aws/failure.ts'
import type { StoppedContainer, StoppedTask } from '../diagnosis/evidence.ts'
import { maskLinesOf } from '../diagnosis/mask.ts'
import { logPlace, portsOf, taskId } from '../diagnosis/stopped-task.ts'
import { stoppedByScaling } from '../diagnosis/symptoms.ts'
import { describeTasks } from './describe-tasks.ts'
import { optional } from './optional-read.ts'
import type { Ports } from './ports.ts'
import { addNotice, type DeploymentRecord } from './record.ts'
import { addressOf } from './task-health.ts'

type Definition = Pick<TaskDefinition, 'containerDefinitions'> | undefined

const linesOfLog = 30
/** Tasks that fail in a row mostly fail in the same way. */
const mostLogs = 10
const mostAtOnce = 3
/** The log driver may deliver after the task has stopped. */
const mostTries = 2

/** What other services know about a failure, once it is to be explained: logs, targets, alarms. Each does without its permission. */
export async function gatherClues(
  deploymentId: string,
  definition: Definition,
  ports: Ports,
  record: DeploymentRecord,
): Promise<void> {
  // Side by side: a rollback may be waiting for it.
  await Promise.all([
    readLogs(definition, ports, record),
    askRunningTasks(deploymentId, definition, ports, record),
    askAlarms(ports, record),
  ])
}

/** Reads what the containers of failed tasks wrote last, newest task first, and puts it into the record. */
export async function readLogs(definition: Definition, ports: Ports, record: DeploymentRecord): Promise<void> {
  const tasks = [...record.stoppedTasks.values()].filter(isFailure).toReversed()
  const asked = tasks.flatMap((task) => toBlame(task).map((container) => ({ task, container })))
  const due = asked.filter(({ task, container }) => {
    const tries = record.logTries.get(logId(task, container)) ?? 0
    return container.lastLines === undefined && tries < mostTries && (tries > 0 || record.logTries.size < mostLogs)
  })
  await Promise.all(
    due.slice(0, mostAtOnce).map(async ({ task, container }) => {
      const lines = await linesOf(logId(task, container), container, definition, ports, record)
      if (lines.length === 0) return
      const current = record.stoppedTasks.get(task.id) ?? task
      const containers = current.containers.map((one) =>
        one.name === container.name ? { ...one, lastLines: lines } : one,
      )
      record.stoppedTasks.set(task.id, { ...current, containers })
    }),
  )
}

function logId(task: Pick<StoppedTask, 'id'>, container: Pick<StoppedContainer, 'name'>): string {
  return `${task.id}/${container.name}`
}

/** What was stopped from outside, or never ran, tells nothing in its log. */
function isFailure(task: StoppedTask): boolean {
  const stopped = ['UserInitiated', 'SpotInterruption', 'TerminationNotice', 'TaskFailedToStart']
  return !stoppedByScaling(task) && !stopped.includes(task.stopCode ?? '')
}

/** Those that ended with an error; else all that ran: one of them was unhealthy, or ended although it should not. */
function toBlame({ containers }: StoppedTask): readonly StoppedContainer[] {
  const ran = containers.filter(({ exitCode, log, essential }) => exitCode !== undefined && log && essential)
  // Those that were only told to stop end with 0, 137 or 143.
  const failed = ran.filter(({ exitCode = 0 }) => ![0, 137, 143].includes(exitCode))
  return failed.length > 0 ? failed : ran
}

async function linesOf(
  id: string,
  { log }: Pick<StoppedContainer, 'log'>,
  definition: Definition,
  ports: Ports,
  record: DeploymentRecord,
): Promise<readonly string[]> {
  if (log === undefined) return []
  record.logTries.set(id, (record.logTries.get(id) ?? 0) + 1)
  const lines = await clue(record, 'logs:GetLogEvents', () => ports.logs.lastLines(log, linesOfLog))
  return maskLinesOf(lines ?? [], definition ?? {})
}

/** Tasks that run and are not what they should be: their logs, and what the load balancer thinks of them. */
async function askRunningTasks(
  deploymentId: string,
  definition: Definition,
  ports: Ports,
  record: DeploymentRecord,
): Promise<void> {
  const ours = record.snapshot?.deployments.find(({ id }) => id === deploymentId)
  if (ours?.running === 0) return
  const arns = await clue(record, 'ecs:ListTasks', () => ports.ecs.listTasksStartedBy(record.cluster, deploymentId))
  if (!arns?.length) return
  const described = await clue(record, 'ecs:DescribeTasks', () => describeTasks(record, ports, arns.slice(0, 100)))
  const tasks = (described ?? []).filter(({ startedAt }) => startedAt !== undefined)
  if (tasks.length === 0) return
  await Promise.all([
    readRunningLog(tasks, definition, ports, record),
    askLoadBalancer(new Set(tasks.flatMap(addressOf)), ports, record),
  ])
}

/** One is enough: they are all of the same version. */
async function readRunningLog(
  tasks: readonly Task[],
  definition: Definition,
  ports: Ports,
  record: DeploymentRecord,
): Promise<void> {
  const id = taskId(tasks[0]?.taskArn ?? '')
  const names = (definition?.containerDefinitions ?? []).flatMap(({ name, essential }) =>
    name !== undefined && essential !== false ? [name] : [],
  )
  for (const name of names.slice(0, mostAtOnce)) {
    const log = logPlace(definition, name, id)
    if (log === undefined) continue
    const lastLines = await linesOf(`${id}/${name}`, { log }, definition, ports, record)
    if (lastLines.length > 0) {
      record.runningLogs.push({ taskId: id, container: { name, log, ports: portsOf(definition, name), lastLines } })
    }
  }
}

/** Targets of this deployment only; where tasks have no address of their own, which is whose cannot be told. */
async function askLoadBalancer(addresses: ReadonlySet<string>, ports: Ports, record: DeploymentRecord): Promise<void> {
  const groups = (record.original?.loadBalancers ?? []).flatMap(({ targetGroupArn }) => targetGroupArn ?? [])
  if (addresses.size === 0) return
  for (const group of groups) {
    const targets = await clue(record, 'elasticloadbalancing:DescribeTargetHealth', () =>
      ports.targetHealth.targetHealth(group),
    )
    const listed = targets === undefined || targets === 'gone' ? [] : targets
    record.targets.push(...listed.filter(({ target }) => addresses.has(target)))
  }
}

/** Only where ECS speaks of an alarm: which one it was, it does not say. */
async function askAlarms(ports: Ports, record: DeploymentRecord): Promise<void> {
  const names = record.original?.deploymentConfiguration?.alarms?.alarmNames ?? []
  const reasons = [record.memory?.failure, ...[...record.events.values()].map(({ message }) => message)]
  if (names.length === 0 || !reasons.some((reason) => /\balarm/i.test(reason ?? ''))) return
  record.alarms.push(...((await clue(record, 'cloudwatch:DescribeAlarms', () => ports.alarms.alarms(names))) ?? []))
}

/**
 * A read that only an explanation gains from: it never ends the run, and is not tried again after it has failed once.
 * Credentials that are lost are told by the next read that matters.
 */
async function clue<T>(record: DeploymentRecord, action: string, read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await optional(record, action, async () => {
      try {
        return await read()
      } catch (error) {
        if (!action.startsWith('ecs:')) record.denied.add(action)
        throw error
      }
    })
  } catch (error) {
    addNotice(record, `${action} was not possible: ${describeFailure(error).replace(/\.$/, '')}.`)
    return undefined
  }
}
