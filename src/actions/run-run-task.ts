import type { Source } from '../deployment/load-source.ts'
import type { Ports } from '../deployment/ports.ts'
import { causesAddress } from '../github/run-context.ts'
import type { RunTaskInputs } from '../inputs/run-task-inputs.ts'
import type { Checked } from '../problem.ts'
import { cancelTasks } from '../run-task/cancel-tasks.ts'
import { cancelledTasks, endOfTaskError } from '../run-task/conclude-tasks.ts'
import type { TaskEnding } from '../run-task/task-report.ts'
import type { TaskRun } from '../run-task/task-run.ts'
import { runTaskStory } from '../run-task/task-story.ts'
import type { TaskDefinition } from '../task-definition/task-definition.ts'
import type { Cancellation } from './cancellation.ts'

/**
 * A run of the run-task action from inputs to ending, whatever interrupts it: the story's end, or the cancellation's, whichever
 * comes first. Never rejects.
 *
 * @param open connects to everything; what it throws ends the run before anything was asked of AWS
 * @param run is written as it goes
 * @param known is told the definition as soon as it is known
 */
export async function runRunTask(
  { inputs, file }: { readonly inputs: RunTaskInputs; readonly file: Checked<Source> | undefined },
  run: TaskRun,
  cancellation: Cancellation,
  open: () => Promise<Ports>,
  keep: () => Promise<void>,
  known: (definition: TaskDefinition) => void,
): Promise<TaskEnding> {
  let ports: Ports | undefined
  /** Undefined: the cancellation ended it. */
  const story = async (): Promise<TaskEnding | undefined> => {
    try {
      ports = await open()
      run.region = ports.region
      run.causesAddress = causesAddress(ports.run)
      return await runTaskStory(inputs, ports, run, file, keep, known)
    } catch (error) {
      return cancellation.signal.aborted ? undefined : endOfTaskError(error, run)
    }
  }
  const told = story()
  const first = await Promise.race([told, cancellation.requested])
  // A story that comes to its own end all the same is told as it is.
  const ending = first === 'cancelled' ? await cancellation.grace(told) : first
  if (ending !== undefined) return ending
  if (ports !== undefined) await cancelTasks(run, ports)
  return cancelledTasks(run)
}
