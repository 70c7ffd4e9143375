import type { Task, TaskDefinition } from '@aws-sdk/client-ecs'
import { inCatalogue } from '../deployment/in-catalogue.ts'
import { awsCommand, tailLogCommand } from '../diagnosis/aws-commands.ts'
import { diagnose } from '../diagnosis/diagnose.ts'
import type { Diagnosis, StoppedTask } from '../diagnosis/evidence.ts'
import { logPlace, stoppedTaskOf, taskId } from '../diagnosis/stopped-task.ts'
import { platformOf } from '../preflight/platform.ts'
import type { TaskRun } from './task-run.ts'
import { succeeded, type TaskEnd } from './verdict.ts'

type Definition = TaskDefinition | undefined

/** Why tasks failed, the most likely cause first, from the table of causes; pure. */
export function explainTasks(run: TaskRun, definition: Definition): readonly Diagnosis[] {
  const failed = run.taskArns.filter((arn) => run.ends.has(arn) && !succeeded(run.ends.get(arn)))
  if (failed.length === 0) return []
  const stoppedTasks = failed.map((arn) => evidenceOf(arn, run, definition))
  const found = diagnose(
    { deploymentId: '', stoppedTasks, events: [], failedTasks: failed.length },
    {
      cluster: run.cluster,
      service: run.service ?? '',
      region: run.region,
      wantedImages: run.images,
      hasLoadBalancer: false,
      containerHealthCheckOf: (name) =>
        definition?.containerDefinitions?.find((container) => container.name === name)?.healthCheck,
      logOf: (container, task) => logPlace(definition, container, task),
      ...(definition === undefined ? {} : { platform: platformOf(definition) }),
    },
  )
  return found.map((diagnosis) => inCatalogue(ofOneTask(diagnosis, run), run))
}

/** Why tasks did not end in time; pure. */
export function explainTimeOut(run: TaskRun, definition: Definition, minutes: number): Diagnosis {
  const [first] = run.taskArns.filter((arn) => !run.ends.has(arn))
  const task = run.latest.get(first ?? '')
  const log = first === undefined ? undefined : logPlace(definition, run.container, taskId(first))
  const last = run.lastLines.get(first ?? '')?.at(-1)
  const ran = task?.startedAt !== undefined || task?.lastStatus === 'RUNNING'
  return {
    cause: 'time-out',
    title: ran
      ? `Container "${run.container}" had not ended after ${inMinutes(minutes)}`
      : `The task was not running after ${inMinutes(minutes)}`,
    explanation: ran
      ? 'The container still ran when the time limit came, and the task was told to stop.'
      : `The task was still ${task?.lastStatus ?? 'not started'} when the time limit came, and was told to stop.`,
    advice: [
      'If it needs longer, raise the time limit; the credentials of the job must last as long.',
      ...(ran
        ? ['If its command is meant to serve and not to end, give one that ends. A migration may wait for a lock.']
        : []),
      ...(log === undefined ? [] : [`See what it wrote:\n${tailLogCommand(log)}`]),
    ],
    heals: 'maybe',
    facts: [
      ...(task === undefined ? [] : [`Task ${taskId(first ?? '')}: ${containersInWords(task)}`]),
      ...(last === undefined ? [] : [`Last line of the log: ${last}`]),
    ],
    count: 1,
  }
}

function inMinutes(minutes: number): string {
  return `${minutes} minute${minutes === 1 ? '' : 's'}`
}

function containersInWords({ lastStatus, containers = [] }: Task): string {
  const states = containers.map(({ name, lastStatus: state }) => `${name} ${state ?? 'in no state'}`)
  return `${lastStatus ?? 'in no state'}; ${states.join(', ')}`
}

/**
 * A task as the table of causes takes it: only the exit code of the container that decides explains an end, and where it ended
 * by itself it is what ended the task, although this run told the task to stop afterwards.
 */
function evidenceOf(arn: string, run: TaskRun, definition: Definition): StoppedTask {
  const end = run.ends.get(arn) as TaskEnd
  const seen = stoppedTaskOf(run.latest.get(arn) ?? { taskArn: arn }, definition)
  const { stopCode: _, ...bare } = seen
  const task = end.kind === 'exited' ? { ...bare, stopCode: 'EssentialContainerExited' } : seen
  const lines = run.lastLines.get(arn)
  return {
    ...task,
    ...(end.kind === 'exited' ? { stoppedReason: 'Essential container in task exited' } : {}),
    containers: seen.containers.map((container) => {
      const decides = container.name === run.container
      return { ...container, essential: decides, ...(decides && lines !== undefined ? { lastLines: lines } : {}) }
    }),
  }
}

/** Rows that were written for the tasks of a service: nothing is started in the place of this one. */
const ofOneTaskTexts: Readonly<Record<string, Pick<Diagnosis, 'title' | 'explanation' | 'advice'>>> = {
  'stopped-by-user': {
    title: 'Somebody stopped the task by hand or by script',
    explanation: 'StopTask was called for it while the container ran. Nothing is started in its place.',
    advice: [
      'CloudTrail knows who called StopTask. What the container had done by then is not known; its log may tell.',
    ],
  },
  'spot-interruption': {
    title: 'AWS took back the Spot capacity of the task',
    explanation: 'A Spot task may be stopped with two minutes’ notice. Nothing is started in its place.',
    advice: [
      'Run it again, without FARGATE_SPOT in capacity-provider-strategy. It must stand being run a second time.',
    ],
  },
  infrastructure: {
    title: 'A fault at AWS stopped the task',
    explanation: 'The machine under the task failed or was retired. Nothing is started in its place.',
    advice: [
      'Run it again; it must stand being run a second time. If it comes back, look at the AWS Health Dashboard.',
    ],
  },
}

function ofOneTask(diagnosis: Diagnosis, run: TaskRun): Diagnosis {
  const texts = ofOneTaskTexts[diagnosis.cause]
  if (texts !== undefined) return { ...diagnosis, ...texts }
  if (diagnosis.cause !== 'unknown') return diagnosis
  const [task] = run.taskArns
  return {
    ...diagnosis,
    title:
      diagnosis.facts.length > 0 ? 'The task failed for a reason that this action does not know' : 'ECS gave no reason',
    explanation: 'What ECS said of the task is listed below, as it was.',
    advice: [
      `Look at the task, as long as ECS remembers it (about an hour):\n${awsCommand(run.region, 'ecs', 'describe-tasks', '--cluster', run.cluster, '--tasks', taskId(task ?? ''))}`,
    ],
  }
}
