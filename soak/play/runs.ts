/** The steps of our actions, as their entries do them: inputs, story, report, and what is kept for the post step. */
import { basename } from 'node:path'
import type { Ending } from '../../src/deployment/ending.ts'
import type { DeploymentRecord } from '../../src/deployment/record.ts'
import type { Logger } from '../../src/github/log.ts'
import type { Action } from '../action.ts'
import type { ActionProcess } from './action-process.ts'
import type { Call } from './played.ts'
import { openPorts } from './ports.ts'
import type { Stage } from './stage.ts'

/** What a process of ours plays on, and where it leaves its traces. */
export interface Run {
  readonly stage: Stage
  readonly action: Action
  readonly calls: Call[]
  readonly texts: string[]
  readonly log: Logger
}

/** A story that goes on. */
export interface Begun<E extends Ending | undefined> {
  readonly story: Promise<E>
  /** Tells the end. @returns what the report says about whether anything was changed */
  atEnd(ending: NonNullable<E>): boolean | undefined
}

type Inputs = Readonly<Record<string, string>>

/** Main of the deploy action. */
export function beginDeploy(run: Run, main: ActionProcess, asked: Inputs): Begun<Ending> {
  const { stage, action, log } = run
  const files = {
    exists: (path: string) => Object.hasOwn(stage.account.files, basename(path)),
    read: (path: string) => stage.account.files[basename(path)] ?? '',
  }
  const cancellation = action.listenForSignals(main.emitter as never, main.clock)
  tellCancelled(cancellation.requested, log)
  let record = action.newRecord('', '', 'us-east-1', main.clock.now())
  let isChecked = false
  const story = async (): Promise<Ending> => {
    const given = await action.readDeployInputs(environment(asked), files)
    const checked = await action.checkOffline(given, files)
    const { cluster, service } = given.ok ? given.value : { cluster: '', service: '' }
    record = action.newRecord(cluster, service, 'us-east-1', main.clock.now())
    if (!checked.ok) return action.endOfError(new action.ProblemsFound(checked.problems), record)
    isChecked = true
    const { inputs } = checked.value
    const keep = async (): Promise<void> => {
      if (main.alive) main.saved = action.saveText(inputs, record)
    }
    await keep()
    return action.runDeployment(checked.value, record, cancellation, async () =>
      openPorts({
        ...run,
        process: main,
        name: 'main',
        cancelled: cancellation.signal,
        allowUnknownMembers: inputs.allowUnknownMembers,
        keep,
      }),
    )
  }
  return {
    story: story(),
    atEnd: (ending) => {
      if (isChecked && ending.outcome !== 'cancelled') main.saved = ''
      return tell(run, ending, record, main)
    },
  }
}

/** The post step of the deploy action, with what main saved. */
export function beginPost(run: Run, post: ActionProcess, state: string): Begun<Ending | undefined> {
  const { action, log } = run
  const cancellation = action.listenForSignals(post.emitter as never, post.clock)
  const kept = action.restore(state)
  const story = async (): Promise<Ending | undefined> => {
    if (kept === undefined) return undefined
    log.info(action.whatItWasDoing(kept.record))
    if (kept.record.update === undefined) return undefined
    const ports = openPorts({
      ...run,
      process: post,
      name: 'post',
      cancelled: cancellation.signal,
      allowUnknownMembers: [],
      keep: async () => undefined,
    })
    if (kept.onCancel === 'rollback') return action.finishCancelled(kept.record, ports)
    await action.tellWhatBecame(kept.record, ports)
    return undefined
  }
  return {
    story: story(),
    atEnd: (ending) => (kept === undefined ? undefined : tell(run, ending, kept.record, post)),
  }
}

/** Main of the rollback action, for the one service; it has no post step. */
export function beginRollback(run: Run, main: ActionProcess, asked: Inputs): Begun<Ending> {
  const { action, log } = run
  const given = action.readRollbackInputs(environment(asked))
  const { cluster, services } = given.ok ? given.value : { cluster: '', services: [''] }
  const rollbacks = services.map((service) => action.startRollback(cluster, service, 'us-east-1', main.clock.now()))
  const [rollback] = rollbacks
  if (rollback === undefined) throw new Error('No service is to be rolled back')
  const cancellation = action.listenForSignals(main.emitter as never, main.clock)
  tellCancelled(cancellation.requested, log)
  const story = async (): Promise<Ending> => {
    if (!given.ok) await action.endAll(new action.ProblemsFound(given.problems), rollbacks)
    else
      await action.runRollback(rollbacks, given.value, cancellation, async () =>
        openPorts({
          ...run,
          process: main,
          name: 'main',
          cancelled: cancellation.signal,
          allowUnknownMembers: given.value.allowUnknownMembers,
          keep: async () => undefined,
        }),
      )
    if (rollback.ending === undefined) throw new Error('The rollback action ended without an outcome')
    return rollback.ending
  }
  return { story: story(), atEnd: (ending) => tell(run, ending, rollback.record, main) }
}

function tellCancelled(requested: Promise<unknown>, log: Logger): void {
  requested.then(
    () => log.info('The run is being cancelled.'),
    () => undefined,
  )
}

/** Everything that is told at the end. */
function tell(
  { action, log, texts }: Run,
  ending: Ending,
  record: DeploymentRecord,
  { clock }: ActionProcess,
): boolean {
  const report = action.reportOf(record, ending, clock.now())
  action.writeLines(action.closingLines(report), log)
  const { title, message } = action.annotation(report)
  log.error(message, title)
  const outputs =
    record.action === 'rollback'
      ? action.rollbackOutputs([report], 1, 'report.json')
      : action.outputsOf(report, 'report.json')
  texts.push(JSON.stringify(report), action.jobSummary(report), JSON.stringify(outputs))
  return report.changed
}

function environment(inputs: Inputs): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
}
