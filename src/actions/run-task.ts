import { readFileSync, statSync } from 'node:fs'
import { loadFile, type Source } from '../deployment/load-source.ts'
import { tellLongestRun } from '../deployment/longest-run.ts'
import { consoleLogger } from '../github/log.ts'
import { type GivenTask, readRunTaskInputs } from '../inputs/read-run-task-inputs.ts'
import type { RunTaskInputs } from '../inputs/run-task-inputs.ts'
import { type Checked, ProblemsFound } from '../problem.ts'
import { leavesTasks } from '../run-task/cancel-tasks.ts'
import { endOfTaskError } from '../run-task/conclude-tasks.ts'
import { taskReportOf } from '../run-task/task-report.ts'
import { keptOf, newTaskRun, type TaskRun } from '../run-task/task-run.ts'
import type { TaskDefinition } from '../task-definition/task-definition.ts'
import { listenForSignals, tellWhenCancelled } from './cancellation.ts'
import { systemClock } from './clock.ts'
import { deploymentPorts } from './deployment-ports.ts'
import { saveState } from './kept-state.ts'
import { runRunTask } from './run-run-task.ts'
import { taskStateName } from './run-task-post.ts'
import { tellTask } from './tell-task.ts'

const files = {
  exists: (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
  read: (path: string) => readFileSync(path, 'utf8'),
}

/** The main step of the run-task action: inputs → story → report. Returns the exit code. */
export async function runTaskMain(env: NodeJS.ProcessEnv): Promise<number> {
  const log = consoleLogger(process.stdout, env.GITHUB_ACTIONS === 'true')
  const given = await withFile(readRunTaskInputs(env, files))
  const run = given.ok
    ? startOf(given.value.inputs)
    : startOf({ cluster: '', count: 1, overrides: { environment: [] } })
  const cancellation = listenForSignals(process, systemClock)
  tellWhenCancelled(cancellation, log)
  const keep = async (): Promise<void> => saveState(taskStateName, JSON.stringify(keptOf(run)), env)
  let definition: TaskDefinition | undefined
  if (!given.ok) {
    const ending = endOfTaskError(new ProblemsFound(given.problems), run)
    return tellTask(taskReportOf(run, ending, definition, Date.now()), log, env)
  }
  const { inputs } = given.value
  if (!inputs.dryRun) tellLongestRun([{ input: 'wait-for-minutes', minutes: inputs.waitForMinutes }], log)
  const open = () => deploymentPorts(inputs, env, log, cancellation.signal, keep)
  const ending = await runRunTask(given.value, run, cancellation, open, keep, (known) => {
    definition = known
  })
  const code = await tellTask(taskReportOf(run, ending, definition, Date.now()), log, env)
  if (!leavesTasks(run) || ending.outcome === 'unknown') saveState(taskStateName, '', env)
  return code
}

function startOf({
  cluster,
  service,
  region = '',
  count,
  overrides,
}: Pick<RunTaskInputs, 'cluster' | 'service' | 'region' | 'count' | 'overrides'>): TaskRun {
  const place = { cluster, region, startedAt: Date.now(), wanted: count, ...(service === undefined ? {} : { service }) }
  return { ...newTaskRun(place), ...(overrides.command === undefined ? {} : { command: overrides.command }) }
}

/** The task-definition file, where one is named; with inputs that are wrong all that is wrong with both is told together. */
async function withFile(
  given: GivenTask,
): Promise<Checked<{ readonly inputs: RunTaskInputs; readonly file: Checked<Source> | undefined }>> {
  const { taskDefinition, ...how } = given.ok ? given.value : given.file
  const file = taskDefinition?.kind === 'file' ? await loadFile(files, taskDefinition.path, how) : undefined
  if (given.ok) return { ok: true, value: { inputs: given.value, file } }
  return { ok: false, problems: [...given.problems, ...(file?.ok === false ? file.problems : [])] }
}
