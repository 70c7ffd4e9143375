import { readFileSync } from 'node:fs'
import { checkOffline } from '../deployment/given-deployment.ts'
import { newRecord } from '../deployment/record.ts'
import { consoleLogger } from '../github/log.ts'
import { pullRequestOf } from '../github/pull-request.ts'
import { runContext } from '../github/run-context.ts'
import { readPlanInputs } from '../inputs/read-plan-inputs.ts'
import { ProblemsFound } from '../problem.ts'
import { listenForSignals } from './cancellation.ts'
import { systemClock } from './clock.ts'
import { deploymentPorts } from './deployment-ports.ts'
import { endOfError } from './run-deployment.ts'
import { isFromOutside, runPlan, unsafeEvent } from './run-plan.ts'
import { tellPlan } from './tell-plan.ts'
import { workspaceFiles } from './workspace-files.ts'

/** The plan action: inputs → plan → log, summary, comment, outputs. It changes nothing in AWS. Returns the exit code. */
export async function planMain(env: NodeJS.ProcessEnv): Promise<number> {
  const log = consoleLogger(process.stdout, env.GITHUB_ACTIONS === 'true')
  const pullRequest = pullRequestOf(readEvent(env))
  const found = runContext(env)
  // On a pull request GITHUB_SHA is a merge commit that nobody knows.
  const run = { ...found, ...(pullRequest?.headSha === undefined ? {} : { sha: pullRequest.headSha }) }
  const read = await readPlanInputs(env, workspaceFiles, pullRequest !== undefined)
  const unsafe = unsafeEvent(run, pullRequest)
  const given =
    unsafe === undefined ? await checkOffline(read, workspaceFiles) : { ok: false as const, problems: [unsafe] }
  const { cluster, service, region } = given.ok ? given.value.inputs : { cluster: '', service: '', region: undefined }
  const place = region ?? env.AWS_REGION ?? env.AWS_DEFAULT_REGION ?? ''
  const record = newRecord(cluster, service, place, Date.now(), 'plan')
  const cancellation = listenForSignals(process, systemClock)
  const noState = (): Promise<void> => Promise.resolve()
  const end = given.ok
    ? await runPlan(given.value, record, cancellation, isFromOutside(run, pullRequest), log, async () => ({
        ...(await deploymentPorts(given.value.inputs, env, log, cancellation.signal, noState)),
        run,
      }))
    : { ending: await endOfError(new ProblemsFound(given.problems), record), notLookedAt: [] }
  const asked = given.ok
    ? { inputs: given.value.inputs, place, ...(pullRequest === undefined ? {} : { pullRequest }) }
    : undefined
  return tellPlan(end, record, asked, { log, env, run })
}

/** The event that the run is for; undefined where there is none, or none that can be read. */
function readEvent({ GITHUB_EVENT_PATH: path }: NodeJS.ProcessEnv): unknown {
  if (!path) return undefined
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
