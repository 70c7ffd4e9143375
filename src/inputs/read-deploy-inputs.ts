import type { Problem } from '../problem.ts'
import { deepFreeze } from './deep-freeze.ts'
import { deployInputDefaults, deployInputNames } from './deploy-input-names.ts'
import type { DeployInputs, WantedInputs } from './deploy-inputs.ts'
import { foreignNames } from './foreign-names.ts'
import { InputReader } from './input-reader.ts'
import { readPreDeploy } from './pre-deploy.ts'
import { readWanted } from './read-wanted.ts'
import { readSafety } from './safety.ts'
import { parseInteger } from './scalars.ts'
import { unknownInputs } from './unknown-inputs.ts'
import { readVerification } from './verification.ts'
import type { Files } from './version.ts'
import { withoutAbsent } from './without-absent.ts'

/** The inputs; or the problems, and of the inputs those that say where the task-definition file is and how to read it. */
export type GivenInputs<Inputs extends WantedInputs = DeployInputs> =
  | { readonly ok: true; readonly value: Inputs }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly file: FileInputs }

/** What it takes to read the task-definition file, whatever else is wrong. */
export type FileInputs = Pick<WantedInputs, 'taskDefinition' | 'variables' | 'allowUnknownMembers'>

/**
 * Reads everything the deploy action was asked to do from the `INPUT_…` variables that the runner sets. An empty input is
 * an unset one. The result is frozen; otherwise every problem is returned at once, none of which shows the value of an
 * environment variable, secret, label or log option.
 */
export async function readDeployInputs(env: NodeJS.ProcessEnv, files: Files): Promise<GivenInputs> {
  const reader = new InputReader(env, deployInputDefaults)
  const inputs = withoutAbsent<DeployInputs>({
    ...(await readWanted(reader, env, files)),
    ...readSafety(reader),
    verification: await readVerification(reader),
    keepRevisions: reader.take('keep-revisions', parseInteger(1, 10_000)),
    preDeploy: readPreDeploy(reader),
  })
  const problems = [...reader.problems, ...unknownInputs(env, deployInputNames, foreignNames)]
  const value = deepFreeze(inputs)
  return problems.length > 0 ? { ok: false, problems: deepFreeze(problems), file: value } : { ok: true, value }
}
