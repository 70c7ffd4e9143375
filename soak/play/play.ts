/** Plays a plan: main, and after it the post step, against the simulator on virtual time. */
import { basename } from 'node:path'
import type { Ending } from '../../src/deployment/ending.ts'
import type { DeploymentRecord } from '../../src/deployment/record.ts'
import type { Logger } from '../../src/github/log.ts'
import type { Action } from '../action.ts'
import type { Plan } from '../plan/plan.ts'
import { ActionProcess } from './action-process.ts'
import { contentOf } from './content.ts'
import type { Played, Step } from './played.ts'
import { openPorts } from './ports.ts'
import { Stage } from './stage.ts'

/** No run may take longer, whatever it was told to wait for. */
const longest = 12 * 3_600_000
/** For so long after its end a process may still do something that it began. */
const afterglow = 2_000

/** @param tell hears every line of the log with the seconds since the start */
export async function play(plan: Plan, action: Action, tell?: (line: string) => void): Promise<Played> {
  const stage = new Stage(plan)
  const startedAt = stage.time.now
  const texts: string[] = []
  const write = (text: string): void => {
    texts.push(text)
    tell?.(`${((stage.time.now - startedAt) / 1000).toFixed(1).padStart(8)}  ${text.trimEnd()}`)
  }
  const log = action.consoleLogger({ write }, true)
  const main = new ActionProcess(stage.time)
  const steps = [await runMain(stage, main, action, log, texts)]
  if (main.saved !== '') {
    texts.push(main.saved)
    await stage.time.until(() => false, stage.time.now + 1_000)
    steps.push(await runPost(stage, main.saved, action, log, texts))
  }
  const { world } = stage.simulator
  const definitions = [...world.taskDefinitions.values()].flat()
  stage.simulator.close()
  return {
    plan,
    inputs: stage.account.inputs,
    startedAt,
    steps,
    calls: stage.calls,
    done: stage.done,
    moments: stage.witness.moments,
    ...(main.signalledAt !== undefined && { signalledAt: main.signalledAt }),
    definitions: Object.fromEntries(definitions.map(({ arn, stored }) => [arn, contentOf(stored)])),
    taskDefinitions: Object.fromEntries(
      stage.service.revisions.map(({ number, taskDefinition }) => [number, taskDefinition]),
    ),
    digests: Object.fromEntries(stage.service.revisions.map(({ number, digests }) => [number, { ...digests }])),
    created: stage.service.serviceDeployments.map(({ number, createdAt: at }) => ({ number, at })),
    tags: stage.tags,
    texts,
  }
}

/** As the entry of the deploy action does it: inputs, story, report, and what is kept for the post step. */
async function runMain(stage: Stage, main: ActionProcess, action: Action, log: Logger, texts: string[]): Promise<Step> {
  const files = {
    exists: (path: string) => Object.hasOwn(stage.account.files, basename(path)),
    read: (path: string) => stage.account.files[basename(path)] ?? '',
  }
  const given = await action.readDeployInputs(environment(stage.account.inputs), files)
  const checked = await action.checkOffline(given, files)
  const { cluster, service } = given.ok ? given.value : { cluster: '', service: '' }
  const record = action.newRecord(cluster, service, 'us-east-1', main.clock.now())
  const cancellation = action.listenForSignals(main.emitter as never, main.clock)
  stage.begin(main)
  cancellation.requested.then(
    () => log.info('The run is being cancelled.'),
    () => undefined,
  )
  const story = async (): Promise<Ending> => {
    if (!checked.ok) return action.endOfError(new action.ProblemsFound(checked.problems), record)
    const { inputs } = checked.value
    const keep = async (): Promise<void> => {
      if (main.alive) main.saved = action.saveText(inputs, record)
    }
    await keep()
    return action.runDeployment(checked.value, record, cancellation, async () =>
      openPorts({
        action,
        stage,
        process: main,
        name: 'main',
        log,
        cancelled: cancellation.signal,
        allowUnknownMembers: inputs.allowUnknownMembers,
        keep,
      }),
    )
  }
  return follow('main', stage, main, story(), (ending) => {
    if (checked.ok && ending.outcome !== 'cancelled') main.saved = ''
    return tell(action, ending, record, main, log, texts)
  })
}

async function runPost(stage: Stage, state: string, action: Action, log: Logger, texts: string[]): Promise<Step> {
  const post = new ActionProcess(stage.time)
  const cancellation = action.listenForSignals(post.emitter as never, post.clock)
  const kept = action.restore(state)
  const story = async (): Promise<Ending | undefined> => {
    if (kept === undefined) return undefined
    log.info(action.whatItWasDoing(kept.record))
    if (kept.record.update === undefined) return undefined
    const ports = openPorts({
      action,
      stage,
      process: post,
      name: 'post',
      log,
      cancelled: cancellation.signal,
      allowUnknownMembers: [],
      keep: async () => undefined,
    })
    if (kept.onCancel === 'rollback') return action.finishCancelled(kept.record, ports)
    await action.tellWhatBecame(kept.record, ports)
    return undefined
  }
  return follow('post', stage, post, story(), (ending) =>
    kept === undefined ? undefined : tell(action, ending, kept.record, post, log, texts),
  )
}

/** Lets a process run to its end, or to that of its patience. */
async function follow<E extends Ending | undefined>(
  name: Step['stage'],
  stage: Stage,
  process: ActionProcess,
  story: Promise<E>,
  atEnd: (ending: NonNullable<E>) => boolean | undefined,
): Promise<Step> {
  const { startedAt } = process
  const end: { value?: { readonly ending: E } } = {}
  story.then(
    (ending) => {
      end.value = { ending }
    },
    (error: unknown) => {
      throw error
    },
  )
  const came = await stage.time.until(() => end.value !== undefined || !process.alive, startedAt + longest)
  const endedAt = stage.time.now
  if (end.value === undefined) {
    process.kill()
    return { stage: name, startedAt, endedAt, how: came ? 'killed' : 'hung' }
  }
  const { ending } = end.value
  const changed = ending === undefined ? undefined : atEnd(ending as NonNullable<E>)
  await stage.time.until(() => false, endedAt + afterglow)
  process.kill()
  return {
    stage: name,
    startedAt,
    endedAt,
    how: 'ended',
    ...(ending !== undefined && { outcome: ending.outcome, headline: ending.headline }),
    ...(changed !== undefined && { changed }),
  }
}

/** Everything that is told at the end. @returns what the report says about whether anything was changed */
function tell(
  action: Action,
  ending: Ending,
  record: DeploymentRecord,
  { clock }: ActionProcess,
  log: Logger,
  texts: string[],
): boolean {
  const report = action.reportOf(record, ending, clock.now())
  for (const line of action.closingLines(report)) log.info(line)
  const { title, message } = action.annotation(report)
  log.error(message, title)
  texts.push(JSON.stringify(report), action.jobSummary(report), JSON.stringify(action.outputsOf(report, 'report.json')))
  return report.changed
}

function environment(inputs: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
}
