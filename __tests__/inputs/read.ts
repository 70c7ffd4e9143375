import type { DeployInputs } from '../../src/inputs/deploy-inputs.ts'
import { readDeployInputs } from '../../src/inputs/read-deploy-inputs.ts'
import { formatProblem } from '../../src/problem.ts'

export type Given = Readonly<Record<string, string>>

/** The variables that a runner sets for these inputs. */
export function inputVariables(given: Given): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
}

export const noFiles = { exists: () => false }

/** Inputs that must be accepted; `service` is filled in. */
export async function accepted(given: Given, files = noFiles): Promise<DeployInputs> {
  const result = await readDeployInputs(inputVariables({ service: 'web', ...given }), files)
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'))
  return result.value
}

/** The problems of inputs that must be refused, one per line; `service` is filled in. */
export async function refused(given: Given, files = noFiles): Promise<readonly string[]> {
  const result = await readDeployInputs(inputVariables({ service: 'web', ...given }), files)
  if (result.ok) throw new Error('The inputs were accepted')
  return result.problems.map(formatProblem)
}
