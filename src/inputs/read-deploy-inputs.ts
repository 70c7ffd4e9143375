import type { Problem } from '../problem.ts'
import { deepFreeze } from './deep-freeze.ts'
import { deployInputDefaults, deployInputNames } from './deploy-input-names.ts'
import type { DeployInputs } from './deploy-inputs.ts'
import { foreignNames } from './foreign-names.ts'
import { InputReader } from './input-reader.ts'
import { readOverrides } from './overrides.ts'
import { readSafety } from './safety.ts'
import { parseBoolean } from './scalars.ts'
import { readServiceSettings } from './service-settings.ts'
import { parseTags } from './tags.ts'
import { readTarget } from './target.ts'
import { unknownInputs } from './unknown-inputs.ts'
import { type Files, readVersion } from './version.ts'
import { withoutAbsent } from './without-absent.ts'

/** The inputs; or the problems, and of the inputs those that say where the task-definition file is and how to read it. */
export type GivenInputs =
  | { readonly ok: true; readonly value: DeployInputs }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly file: FileInputs }

/** What it takes to read the task-definition file, whatever else is wrong. */
export type FileInputs = Pick<DeployInputs, 'taskDefinition' | 'variables' | 'allowUnknownMembers'>

/**
 * Reads everything the deploy action was asked to do from the `INPUT_…` variables that the runner sets. An empty input is
 * an unset one. The result is frozen; otherwise every problem is returned at once, none of which shows the value of an
 * environment variable, secret, label or log option.
 */
export async function readDeployInputs(env: NodeJS.ProcessEnv, files: Files): Promise<GivenInputs> {
  const reader = new InputReader(env, deployInputDefaults)
  const inputs = withoutAbsent<DeployInputs>({
    ...readTarget(reader),
    ...readVersion(reader, env, files),
    overrides: readOverrides(reader),
    settings: await readServiceSettings(reader),
    tags: reader.takeLines('tags', parseTags) ?? [],
    defaultTags: reader.take('default-tags', parseBoolean),
    ...readSafety(reader),
  })
  const problems = [...reader.problems, ...unknownInputs(env, deployInputNames, foreignNames)]
  const value = deepFreeze(inputs)
  return problems.length > 0 ? { ok: false, problems: deepFreeze(problems), file: value } : { ok: true, value }
}
