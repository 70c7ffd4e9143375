import type { Checked, Problem } from '../problem.ts'
import { deepFreeze } from './deep-freeze.ts'
import { InputReader } from './input-reader.ts'
import { parseList } from './lines.ts'
import { rollbackForeignNames } from './rollback-foreign-names.ts'
import { type RollbackInputReader, rollbackInputDefaults, rollbackInputNames } from './rollback-input-names.ts'
import type { RollbackInputs, WantedVersion } from './rollback-inputs.ts'
import { parseWait } from './safety.ts'
import { parseBoolean } from './scalars.ts'
import { isService, readPlace } from './target.ts'
import { unknownInputs } from './unknown-inputs.ts'
import { parseWantedVersion } from './wanted-version.ts'
import { withoutAbsent } from './without-absent.ts'

/**
 * Reads everything the rollback action was asked to do from the `INPUT_…` variables that the runner sets. An empty input is
 * an unset one. The result is frozen; otherwise every problem is returned at once.
 *
 * @param group the services of a group, where they were given as one
 */
export function readRollbackInputs(env: NodeJS.ProcessEnv, group?: ListedGroup): Checked<RollbackInputs> {
  const reader: RollbackInputReader = new InputReader(env, rollbackInputDefaults)
  const services = group === undefined ? readServices(reader) : servicesOf(group, reader)
  const inputs = withoutAbsent<RollbackInputs>({
    ...readPlace(reader),
    services,
    to: readVersion(reader, services),
    rollbackWaitMinutes: reader.take('rollback-wait-minutes', parseWait),
    allowUnknownMembers: reader.takeLines('allow-unknown-members', parseList) ?? [],
    dryRun: reader.take('dry-run', parseBoolean),
  })
  const problems = [...reader.problems, ...unknownInputs(env, rollbackInputNames, rollbackForeignNames)]
  return problems.length > 0 ? { ok: false, problems: deepFreeze(problems) } : { ok: true, value: deepFreeze(inputs) }
}

/** A list of entries as the deploy action has it, in the order in which they go back, and what is wrong with it. */
export type ListedGroup = { readonly services: readonly string[]; readonly problems: readonly Problem[] }

function servicesOf({ services, problems }: ListedGroup, reader: RollbackInputReader): readonly string[] {
  reader.problems.push(...problems)
  if (reader.text('service') !== undefined) {
    reader.refuse('service', 'A group of services is given as well. Leave one.')
  }
  return services
}

/** `service`, or `services` with one per line. */
function readServices(reader: RollbackInputReader): readonly string[] {
  const single = reader.text('service')
  const several = reader.takeLines('services', parseList) ?? []
  if (single === undefined && several.length === 0) {
    reader.refuse(
      'service',
      'It is missing. Write the name of the ECS service to roll back, or several in services, one per line. An output of an earlier step that is empty counts as missing.',
    )
  }
  if (single !== undefined && several.length > 0) reader.refuse('services', 'service is given as well. Leave one.')
  const named = [
    ...(single === undefined ? [] : [{ input: 'service', name: single } as const]),
    ...several.map((name) => ({ input: 'services', name }) as const),
  ]
  for (const { input, name } of named.filter((one) => !isService(one.name))) {
    reader.refuse(input, `"${name}" is not the name or the ARN of a service; the cluster has an input of its own.`)
  }
  const names = named.map(({ name }) => name)
  for (const name of new Set(names.filter((one, index) => names.indexOf(one) < index))) {
    reader.refuse('services', `${name} is given twice. Name it once.`)
  }
  return names
}

/** One revision can be what one service goes back to; `previous`, a number and a commit mean something for each. */
function readVersion(reader: RollbackInputReader, services: readonly string[]): WantedVersion | undefined {
  const wanted = reader.take('to', parseWantedVersion)
  if (wanted?.kind === 'reference' && services.length > 1) {
    reader.refuse(
      'to',
      'It names one task definition, and several services are given. Use previous, a commit or one service.',
    )
  }
  return wanted
}
