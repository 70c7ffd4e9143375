import type { Problem } from '../problem.ts'
import { deployInputNames } from './deploy-input-names.ts'
import { foreignNames } from './foreign-names.ts'
import { nearestName } from './nearest-name.ts'

const prefix = 'INPUT_'

/**
 * One problem for every input that this action does not have. The runner only warns about them, and a deployment that
 * quietly ignores a setting is not the one that was asked for. Values are never shown.
 */
export function unknownInputs(env: NodeJS.ProcessEnv): readonly Problem[] {
  const known = new Set<string>(deployInputNames)
  return Object.entries(env)
    .filter(([variable, value]) => variable.startsWith(prefix) && value !== undefined && value.trim() !== '')
    .map(([variable]) => variable.slice(prefix.length).toLowerCase())
    .filter((name) => !known.has(name))
    .sort()
    .map((name) => ({ input: name, message: advice(name) }))
}

function advice(name: string): string {
  const hyphenated = name.replaceAll('_', '-')
  const own = deployInputNames.find((candidate) => candidate === hyphenated)
  if (own !== undefined) return `Did you mean ${own}?`
  const foreign = foreignAdvice(hyphenated)
  if (foreign !== undefined) return `This action has no such input: ${foreign}`
  const near = nearestName(hyphenated, deployInputNames)
  if (near !== undefined) return `This action has no such input. Did you mean ${near}?`
  return (
    `This action has no such input. Its inputs are ${deployInputNames.join(', ')}. If your workflow sets the environment ` +
    `variable ${prefix}${name.toUpperCase()} for its own use, rename it: actions read variables of that form as their inputs.`
  )
}

function foreignAdvice(name: string): string | undefined {
  const exact = foreignNames.get(name)
  if (exact !== undefined) return exact
  const family = [...foreignNames].find(([pattern]) => pattern.endsWith('*') && name.startsWith(pattern.slice(0, -1)))
  return family?.[1]
}
