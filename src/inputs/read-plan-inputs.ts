import { deepFreeze } from './deep-freeze.ts'
import { InputReader, type Parser } from './input-reader.ts'
import { bad, good } from './parsed.ts'
import { planForeignNames } from './plan-foreign-names.ts'
import { planInputDefaults, planInputNames } from './plan-input-names.ts'
import type { PlanInputs } from './plan-inputs.ts'
import type { GivenInputs } from './read-deploy-inputs.ts'
import { readWanted } from './read-wanted.ts'
import { parseChoice } from './scalars.ts'
import { unknownInputs } from './unknown-inputs.ts'
import type { Files } from './version.ts'
import { withoutAbsent } from './without-absent.ts'

/**
 * Reads everything the plan action was asked to do from the `INPUT_…` variables that the runner sets. An empty input is an
 * unset one. The result is frozen; otherwise every problem is returned at once, none of which shows a value that may be secret.
 *
 * @param onPullRequest whether the event that the run is for has a pull request
 */
export async function readPlanInputs(
  env: NodeJS.ProcessEnv,
  files: Files,
  onPullRequest: boolean,
): Promise<GivenInputs<PlanInputs>> {
  const reader = new InputReader(env, planInputDefaults)
  const comment = reader.take('comment', parseChoice<PlanInputs['comment']>(['auto', 'true', 'false']))
  const inputs = withoutAbsent<PlanInputs>({
    ...(await readWanted(reader, env, files)),
    dryRun: true,
    comment,
    environment: reader.takeLines('environment', parseEnvironment),
    githubToken: reader.text('github-token'),
  })
  if (comment === 'true' && !onPullRequest) {
    reader.refuse(
      'comment',
      'The event of this run has no pull request to comment on. Run it on pull_request, or use auto, which comments only there.',
    )
  }
  if (comment === 'true' && reader.text('github-token') === undefined)
    reader.refuse('comment', 'It needs github-token, and that is empty.')
  const problems = [...reader.problems, ...unknownInputs(env, planInputNames, planForeignNames)]
  const value = deepFreeze(inputs)
  return problems.length > 0 ? { ok: false, problems: deepFreeze(problems), file: value } : { ok: true, value }
}

/** Names of environments may have spaces and slashes; what has several lines or a `=` was meant for the containers. */
const parseEnvironment: Parser<string> = (text) =>
  /[\r\n=]/.test(text.trim()) || text.trim().length > 255
    ? bad(
        'It takes the name of an environment, such as production, in one line. For variables of a container use environment-variables.',
      )
    : good(text.trim())
