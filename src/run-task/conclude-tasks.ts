import { describeFailure, failureKind } from '../aws/failure.ts'
import { inCatalogue } from '../deployment/in-catalogue.ts'
import { adviceFor, problemsAsCause } from '../deployment/interrupted.ts'
import { diagnoseApiError } from '../diagnosis/api-error.ts'
import { awsCommand } from '../diagnosis/aws-commands.ts'
import { taskId } from '../diagnosis/stopped-task.ts'
import { ProblemsFound } from '../problem.ts'
import type { Command } from '../report.ts'
import type { TaskDefinition } from '../task-definition/task-definition.ts'
import { explainTasks, explainTimeOut } from './explain-tasks.ts'
import { allSucceeded, type WatchEnd } from './run-tasks.ts'
import type { TaskEnding } from './task-report.ts'
import { openTasks, type TaskRun } from './task-run.ts'
import { endInWords, succeeded, type TaskEnd } from './verdict.ts'

/** From how watching ended to the outcome; the causes of a failure go into the record. */
export function concludeTasks(
  watched: WatchEnd,
  run: TaskRun,
  definition: TaskDefinition,
  minutes: number,
): TaskEnding {
  switch (watched.kind) {
    case 'ended':
      noteOtherContainers(run, definition)
      if (allSucceeded(run)) return { outcome: 'succeeded', headline: endsInWords(run), commands: [] }
      run.diagnoses.push(...explainTasks(run, definition))
      return { outcome: 'failed', headline: endsInWords(run), commands: [] }
    case 'not-started': {
      run.diagnoses.push(inCatalogue(watched.failure.diagnosis, run))
      const some =
        run.taskArns.length === 0
          ? 'No task was started.'
          : `${run.taskArns.length} of ${run.wanted} tasks were started, and told to stop.`
      return { outcome: 'failed', headline: some, commands: [] }
    }
    case 'time-out': {
      const { waitedFor } = watched
      const cause =
        waitedFor === undefined ? explainTimeOut(run, definition, minutes) : inCatalogue(waitedFor.diagnosis, run)
      run.diagnoses.push(cause, ...explainTasks(run, definition))
      return {
        outcome: 'timed-out',
        headline: `${timeOutInWords(run, minutes)} ${stoppedInWords(run)}`,
        commands: leftCommands(run),
      }
    }
    case 'lost':
      return {
        outcome: 'unknown',
        headline: `ECS does not show task ${watched.tasks.join(' and ')} (any more), so how it ended is not known.`,
        commands: lookCommands(run),
      }
  }
}

/** What an error that ended the story means: whether a task may have been started decides between `failed` and `unknown`. */
export function endOfTaskError(error: unknown, run: TaskRun): TaskEnding {
  if (error instanceof ProblemsFound) {
    run.diagnoses.push(problemsAsCause(error.problems))
    return { outcome: 'failed', headline: 'No task was started.', commands: [] }
  }
  const reason = `${describeFailure(error)}${adviceFor(error)}`
  const kind = failureKind(error)
  const diagnosis = diagnoseApiError(describeFailure(error), { ...run, service: run.service ?? '' })
  if (diagnosis !== undefined && run.diagnoses.length === 0) run.diagnoses.push(inCatalogue(diagnosis, run))
  const refused = kind !== 'unclear' && kind !== 'expired' && kind !== 'no-credentials'
  if (run.taskArns.length === 0 && (run.sending !== 'run' || refused)) {
    return { outcome: 'failed', headline: `No task was started. ${reason}`, commands: [] }
  }
  const what = run.taskArns.length === 0 ? 'RunTask was sent' : 'The task was started'
  return {
    outcome: 'unknown',
    headline: `${what}, and its end could not be observed. ${reason}`,
    commands: lookCommands(run),
  }
}

/** What a cancelled run says, once it has told what it can to stop. */
export function cancelledTasks(run: TaskRun): TaskEnding {
  return { outcome: 'cancelled', headline: `The run was cancelled. ${whatIsLeft(run)}`, commands: leftCommands(run) }
}

/** What became of the tasks of a run that was cancelled: one sentence; pure. */
export function whatIsLeft(run: TaskRun): string {
  if (run.sending === 'run') return 'RunTask was on its way; the post step looks for the task and stops it.'
  if (run.taskArns.length === 0) return 'No task was started.'
  return stoppedInWords(run)
}

function stoppedInWords(run: TaskRun): string {
  const open = openTasks(run)
  const told = run.taskArns.filter((arn) => run.stopped.has(arn) && !run.ends.has(arn))
  if (open.length > 0) return `${names(open)} could not be told to stop and may still run.`
  if (told.length > 0) return `${names(told)} was told to stop; what it had done by then is not undone.`
  return run.taskArns.length === 0 ? 'No task was started.' : `${names(run.taskArns)} had ended.`
}

function names(arns: readonly string[]): string {
  return arns.length === 1 ? `Task ${taskId(arns[0] ?? '')}` : `Each of ${arns.length} tasks`
}

function timeOutInWords(run: TaskRun, minutes: number): string {
  const after = `After ${minutes} minute${minutes === 1 ? '' : 's'}`
  const [only] = run.taskArns
  if (run.taskArns.length < run.wanted) {
    return `${after} ${run.taskArns.length} of ${run.wanted} ${run.wanted === 1 ? 'task' : 'tasks'} had been started.`
  }
  if (run.wanted > 1) return `${after} ${run.ends.size} of ${run.wanted} tasks had ended.`
  const status = run.latest.get(only ?? '')?.lastStatus ?? 'not seen'
  return `${after} container ${run.container} had not ended (the task was ${status}).`
}

function endsInWords(run: TaskRun): string {
  const ends = run.taskArns.map((arn) => run.ends.get(arn) as TaskEnd)
  const [first] = ends
  if (run.wanted === 1 && first !== undefined)
    return `Container ${run.container} ${endInWords(first).replace(/\.$/, '')}.`
  const good = ends.filter(succeeded).length
  const bad = ends.find((end) => !succeeded(end))
  const example = bad === undefined ? '' : ` In one of the others it ${endInWords(bad).replace(/\.$/, '')}.`
  return `In ${good} of ${run.wanted} tasks container ${run.container} ended with exit code 0.${example}`
}

/** The container that decides says whether it went well; an error of another one is worth a look. */
function noteOtherContainers(run: TaskRun, { containerDefinitions = [] }: TaskDefinition): void {
  const essential = new Set(
    (containerDefinitions ?? []).filter((one) => one.essential !== false).map(({ name }) => name),
  )
  for (const arn of run.taskArns) {
    for (const { name, exitCode } of run.latest.get(arn)?.containers ?? []) {
      // Those that are told to stop end with 0, 137 or 143.
      const isError = exitCode !== undefined && ![0, 137, 143].includes(exitCode)
      if (name === run.container || !isError || !essential.has(name)) continue
      run.notices.push(
        `The essential container ${name} of task ${taskId(arn)} ended with exit code ${exitCode}; ${run.container} decides.`,
      )
    }
  }
}

function lookCommands(run: TaskRun): readonly Command[] {
  const { region, cluster, taskArns, startedBy } = run
  const found =
    taskArns.length > 0
      ? awsCommand(region, 'ecs', 'describe-tasks', '--cluster', cluster, '--tasks', ...taskArns.map(taskId))
      : awsCommand(region, 'ecs', 'list-tasks', '--cluster', cluster, '--started-by', startedBy)
  return [{ why: 'See how the task goes on', command: found }, ...stopCommands(run, openTasks(run))]
}

function leftCommands(run: TaskRun): readonly Command[] {
  return stopCommands(run, openTasks(run))
}

function stopCommands({ region, cluster }: TaskRun, arns: readonly string[]): readonly Command[] {
  return arns.map((arn) => ({
    why: `Stop task ${taskId(arn)}`,
    command: awsCommand(region, 'ecs', 'stop-task', '--cluster', cluster, '--task', taskId(arn)),
  }))
}
