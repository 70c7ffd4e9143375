import type { Checked } from '../problem.ts'
import { deepFreeze } from './deep-freeze.ts'
import type { DeployInputs } from './deploy-inputs.ts'
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

/**
 * Reads everything the deploy action was asked to do from the `INPUT_…` variables that the runner sets. An empty input is
 * an unset one. The result is frozen; otherwise every problem is returned at once, none of which shows the value of an
 * environment variable, secret, label or log option.
 */
export async function readDeployInputs(env: NodeJS.ProcessEnv, files: Files): Promise<Checked<DeployInputs>> {
  const reader = new InputReader(env)
  const inputs = withoutAbsent<DeployInputs>({
    ...readTarget(reader),
    ...readVersion(reader, env, files),
    overrides: readOverrides(reader),
    settings: await readServiceSettings(reader),
    tags: reader.takeLines('tags', parseTags) ?? [],
    defaultTags: reader.take('default-tags', parseBoolean),
    ...readSafety(reader),
  })
  const problems = [...reader.problems, ...unknownInputs(env)]
  return problems.length > 0 ? { ok: false, problems: deepFreeze(problems) } : { ok: true, value: deepFreeze(inputs) }
}
