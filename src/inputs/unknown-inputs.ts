import type { Problem } from '../problem.ts'
import { nearestName } from './nearest-name.ts'

const prefix = 'INPUT_'

/**
 * One problem for every input that this action does not have. The runner only warns about them, and a deployment that
 * quietly ignores a setting is not the one that was asked for. Values are never shown.
 *
 * @param names the inputs that this action has
 * @param foreign what other actions call theirs, in lower case with hyphens, and what to write here instead; `*` at the end
 *   of a name stands for anything
 */
export function unknownInputs(
  env: NodeJS.ProcessEnv,
  names: readonly string[],
  foreign: ReadonlyMap<string, string>,
): readonly Problem[] {
  return Object.entries(env)
    .filter(([variable, value]) => variable.startsWith(prefix) && value !== undefined && value.trim() !== '')
    .map(([variable]) => variable.slice(prefix.length).toLowerCase())
    .filter((name) => !names.includes(name))
    .sort()
    .map((name) => ({ input: name, message: advice(name, names, foreign) }))
}

function advice(name: string, names: readonly string[], foreign: ReadonlyMap<string, string>): string {
  const hyphenated = name.replaceAll('_', '-')
  const own = names.find((candidate) => candidate === hyphenated)
  if (own !== undefined) return `Did you mean ${own}?`
  const instead = foreignAdvice(hyphenated, foreign)
  if (instead !== undefined) return `This action has no such input: ${instead}`
  const near = nearestName(hyphenated, names)
  if (near !== undefined) return `This action has no such input. Did you mean ${near}?`
  return (
    `This action has no such input. Its inputs are ${names.join(', ')}. If your workflow sets the environment ` +
    `variable ${prefix}${name.toUpperCase()} for its own use, rename it: actions read variables of that form as their inputs.`
  )
}

function foreignAdvice(name: string, foreign: ReadonlyMap<string, string>): string | undefined {
  const exact = foreign.get(name)
  if (exact !== undefined) return exact
  const family = [...foreign].find(([pattern]) => pattern.endsWith('*') && name.startsWith(pattern.slice(0, -1)))
  return family?.[1]
}
