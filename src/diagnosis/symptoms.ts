import type { Alarm } from '../aws/alarms.ts'
import type { TargetHealth } from '../aws/target-health.ts'
import type { Reach, Symptom } from './cause.ts'
import type { Evidence, ServiceEvent, StoppedContainer, StoppedTask } from './evidence.ts'
import { reachIn } from './reach.ts'
import { eventBody, plain, shorten, taskIdsIn } from './texts.ts'

/**
 * What went wrong, one entry per thing seen. A stopped task gives several: its own reason and one per container and log; which
 * of them counts is decided by the table of causes. Healthy events and tasks stopped by scaling or by a newer deployment give none.
 */
export function symptomsOf(evidence: Evidence): Symptom[][] {
  const { rolloutStateReason, statusReason, runningLogs = [], targets = [], alarms = [] } = evidence
  const reasons = [rolloutStateReason, statusReason].filter((reason) => reason !== undefined)
  const reachOf = reachIn(evidence)
  return [
    ...evidence.stoppedTasks
      .filter((task) => !stoppedByScaling(task))
      .map((task) => taskSymptoms(task, reachOf(task.id, task.stoppedReason))),
    ...evidence.events.filter((event) => !isHealthy(event)).map((event) => [eventSymptom(event)]),
    ...reasons
      .filter((reason) => !/(?:in progress|completed)\.?$/i.test(reason))
      .map((reason) => [reasonSymptom(reason)]),
    ...runningLogs.map(({ taskId, container }) => logSymptom(container, { taskIds: [taskId] }, reachOf(taskId))),
    ...targets.filter(({ state }) => state === 'unhealthy').map((target) => [targetSymptom(target)]),
    ...alarms.filter(({ state }) => state === 'ALARM').map((alarm) => [alarmSymptom(alarm)]),
  ]
}

function targetSymptom({ targetGroup, target, port, reason = '', description = '' }: TargetHealth): Symptom {
  const address = port === undefined ? target : `${target}:${port}`
  const text = plain(`(port ${port ?? '?'}) in (target-group ${targetGroup}): ${reason} ${description}`)
  return { place: 'target', text, taskIds: [], fact: `${address}: ${[reason, description].filter(Boolean).join(', ')}` }
}

function alarmSymptom({ name, reason = '' }: Alarm): Symptom {
  const text = plain(`alarm "${name}": ${reason}`)
  return { place: 'alarm', text, taskIds: [], fact: shorten(`${name}: ${reason}`) }
}

/** ECS stops tasks that are too many or that a newer deployment replaces with this reason (observed). */
export function stoppedByScaling(task: StoppedTask): boolean {
  return /^Scaling activity initiated by/i.test(plain(task.stoppedReason ?? ''))
}

// DG service-event-messages-list, "service events": what a healthy deployment writes.
const healthyEvents =
  /^(?:has (?:started|stopped|begun)|(?:de)?registered \d|stopped \d+ pending|deployment completed|has reached a steady state|is (?:not )?AZ balanced|rolling back to deployment|\(?deployment .*\)? (?:in progress|completed))/i

function isHealthy(event: ServiceEvent): boolean {
  return healthyEvents.test(eventBody(event.message))
}

function eventSymptom(event: ServiceEvent): Symptom {
  const text = eventBody(event.message)
  return { place: 'event', text, taskIds: taskIdsIn(text), fact: shorten(text) }
}

function reasonSymptom(reason: string): Symptom {
  const text = plain(reason)
  return { place: 'deployment', text, taskIds: [], fact: shorten(text) }
}

function taskSymptoms(task: StoppedTask, reach: Reach | undefined): Symptom[] {
  const shared = {
    place: 'task',
    taskIds: [task.id],
    ...(task.stopCode === undefined ? {} : { stopCode: task.stopCode }),
  } as const
  const reason = plain(task.stoppedReason ?? '')
  const log = task.containers.find((container) => container.essential && container.log !== undefined)?.log
  const own = {
    ...shared,
    text: reason,
    ...(log === undefined ? {} : { log }),
    fact: describeTask(task),
  }
  const containers = containersByBlame(task)
  return [
    own,
    ...containers.map((container) => containerSymptom(container, task, shared)),
    ...containers.flatMap((container) => logSymptom(container, shared, reach)),
  ]
}

function containerSymptom(
  container: StoppedContainer,
  task: StoppedTask,
  shared: Pick<Symptom, 'place' | 'taskIds' | 'stopCode'>,
): Symptom {
  const text = plain(container.reason ?? '')
  const lastLine = lastLineOf(container)
  const endedTheTask = container.essential && container.exitCode !== undefined && essentialExit(task)
  return {
    ...shared,
    text,
    container: container.name,
    ...(endedTheTask ? { exitCode: container.exitCode } : {}),
    ...(container.log === undefined ? {} : { log: container.log }),
    ...(lastLine === undefined ? {} : { lastLine }),
    fact: describeTask(task),
  }
}

/** What the program itself says; which line of it counts is found with the cause. */
function logSymptom(
  container: Pick<StoppedContainer, 'name' | 'log' | 'ports' | 'lastLines'>,
  shared: Pick<Symptom, 'taskIds' | 'stopCode'>,
  reach: Reach | undefined,
): Symptom[] {
  const { name, log, ports, lastLines = [] } = container
  if (lastLines.length === 0) return []
  const lastLine = lastLineOf(container)
  return [
    {
      ...shared,
      place: 'log',
      // Structured loggers escape quotes.
      text: lastLines.map((line) => plain(line).replaceAll('\\"', '"')).join('\n'),
      container: name,
      ...(log === undefined ? {} : { log }),
      ...(ports === undefined ? {} : { ports }),
      ...(reach === undefined ? {} : { reach }),
      ...(lastLine === undefined ? {} : { lastLine }),
      fact: shorten(lastLine ?? '', 200),
    },
  ]
}

/** Without the frames of a stack, which come after what counts. */
function lastLineOf({ lastLines = [] }: Pick<StoppedContainer, 'lastLines'>): string | undefined {
  const said = lastLines.map(plain).filter((line) => /[\p{L}]/u.test(line) && !/^(?:at |File ")/.test(line))
  return said.at(-1)
}

/** Only then does an exit code explain anything: a task stopped by ECS has exit codes too (137, 143, 0). */
function essentialExit(task: StoppedTask): boolean {
  return (
    task.stopCode === 'EssentialContainerExited' ||
    /^essential container in task exited/i.test(task.stoppedReason ?? '')
  )
}

/**
 * When one essential container ends, ECS stops the others: those show 143 (SIGTERM), 137 (SIGKILL after stopTimeout) or 0.
 * DescribeTasks does not say which ended first, so the one that cannot come from being stopped is looked at first.
 */
function containersByBlame(task: StoppedTask): StoppedContainer[] {
  const blame = (container: StoppedContainer): number => {
    if (container.reason !== undefined) return 0
    const order = [137, 0, 143].indexOf(container.exitCode ?? -1)
    return order === -1 ? 1 : order + 2
  }
  return [...task.containers].sort((one, other) => blame(one) - blame(other))
}

function describeTask(task: StoppedTask): string {
  const containers = task.containers
    .filter((container) => container.exitCode !== undefined || container.reason !== undefined)
    .map((container) => {
      const exit = container.exitCode === undefined ? 'never ran' : `exit code ${container.exitCode}`
      const reason = container.reason === undefined ? '' : `, ${shorten(plain(container.reason), 200)}`
      return `${container.name}: ${exit}${reason}`
    })
  const head = plain(task.stoppedReason ?? 'no reason given')
  const repeated = task.containers.some((container) => plain(container.reason ?? '') === head)
  return [repeated ? undefined : shorten(head), ...containers].filter((part) => part !== undefined).join('; ')
}
