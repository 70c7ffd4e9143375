import type { Source } from '../deployment/load-source.ts'
import type { Ports } from '../deployment/ports.ts'
import type { RunTaskInputs } from '../inputs/run-task-inputs.ts'
import type { Checked } from '../problem.ts'
import type { TaskDefinition } from '../task-definition/task-definition.ts'
import { concludeTasks } from './conclude-tasks.ts'
import { type PreparedTask, prepareTask, revisionFor } from './prepare-task.ts'
import { runTasks } from './run-tasks.ts'
import type { TaskEnding } from './task-report.ts'
import type { TaskRun } from './task-run.ts'

/**
 * The story of a run of the run-task action: prepare → register → run and watch → conclude.
 *
 * @param run is written as it goes, so that whatever interrupts the story can be told
 * @param file the task-definition file, where one was given
 * @param known is told the definition as soon as it is known
 * @throws ProblemsFound before anything was changed; what AWS throws when a call cannot be done
 */
export async function runTaskStory(
  inputs: RunTaskInputs,
  ports: Ports,
  run: TaskRun,
  file: Checked<Source> | undefined,
  keep: () => Promise<void>,
  known: (definition: TaskDefinition) => void,
): Promise<TaskEnding> {
  const { cluster, service, count, overrides } = inputs
  const like = service === undefined ? '' : ` like those of service ${service}`
  ports.log.info(`Running ${count === 1 ? 'a task' : `${count} tasks`}${like} in cluster ${cluster} (${ports.region}).`)
  const prepared = await prepareTask(inputs, ports, run, file)
  known(prepared.definition)
  tellPlan(prepared, run, ports)
  if (inputs.dryRun) {
    return { outcome: 'planned', headline: 'Dry run: the task would be started. Nothing was changed.', commands: [] }
  }
  await revisionFor(prepared, inputs, ports, run, keep)
  const { request, definition } = prepared
  const limitMinutes = inputs.waitForMinutes
  const values = overrides.environment.map(({ value }) => value)
  const watched = await runTasks({ request, definition, limitMinutes, values }, run, ports, keep)
  return concludeTasks(watched, run, definition, limitMinutes)
}

function tellPlan({ request, reuse }: PreparedTask, run: TaskRun, { log }: Ports): void {
  const what = reuse === undefined ? 'a new revision' : run.taskDefinition
  const command = run.command === undefined ? 'its own command' : run.command.join(' ')
  log.info(`It runs ${what}, and container ${run.container} decides. Command: ${command}`)
  const { launchType, capacityProviderStrategy, platformVersion, networkConfiguration } = request
  const where = [
    launchType,
    capacityProviderStrategy?.map(({ capacityProvider, weight = 0 }) => `${capacityProvider}=${weight}`).join(' '),
    platformVersion === undefined ? undefined : `platform version ${platformVersion}`,
    networkConfiguration?.awsvpcConfiguration?.subnets?.join(', '),
    networkConfiguration?.awsvpcConfiguration?.securityGroups?.join(', '),
  ]
  const known = where.filter((part) => part !== undefined && part !== '')
  if (known.length > 0) log.info(`Where: ${known.join('; ')}.`)
}
