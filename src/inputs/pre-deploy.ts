import { parseCommand } from './command-words.ts'
import type { DeployInputReader } from './deploy-input-names.ts'
import type { PreDeployTask } from './deploy-inputs.ts'
import type { Parser } from './input-reader.ts'
import { bad } from './parsed.ts'
import { parseWait } from './safety.ts'
import { parseContainerName } from './version.ts'
import { withoutAbsent } from './without-absent.ts'

/** RunTask takes overrides of up to 8,192 characters (SDK text of RunTaskRequest); names and brackets need some of them. */
const longestCommand = 7_000

/** The command of a one-off task; the empty one would leave the command of the image. */
export const parseTaskCommand: Parser<readonly string[]> = (text) => {
  const parsed = parseCommand(text)
  if (!parsed.ok) return parsed
  if (parsed.value.length === 0) return bad('It has no words.')
  const { length } = JSON.stringify(parsed.value)
  return length <= longestCommand
    ? parsed
    : bad(`It is ${length} characters long; a command that is given to a task may have ${longestCommand}.`)
}

/** Reads the task that runs before the deployment; undefined where none is asked for. */
export function readPreDeploy(reader: DeployInputReader): PreDeployTask | undefined {
  const command = reader.take('pre-deploy-command', parseTaskCommand)
  const container = reader.take('pre-deploy-container', parseContainerName)
  const timeoutMinutes = reader.take('pre-deploy-timeout-minutes', parseWait)
  if (container !== undefined && reader.text('pre-deploy-command') === undefined) {
    reader.refuse('pre-deploy-container', 'It needs pre-deploy-command, which says what runs in this container.')
  }
  return command === undefined ? undefined : withoutAbsent<PreDeployTask>({ command, container, timeoutMinutes })
}
