/** Plays a plan: main, after it the post step, and perhaps another run of ours beside them, on virtual time. */
import type { Ending } from '../../src/deployment/ending.ts'
import type { Action } from '../action.ts'
import type { Plan } from '../plan/plan.ts'
import { ActionProcess } from './action-process.ts'
import { contentOf } from './content.ts'
import type { Call, Done, Played, Step } from './played.ts'
import { type Begun, beginDeploy, beginPost, beginRollback, type Run } from './runs.ts'
import { type OtherRun, Stage } from './stage.ts'

/** No run may take longer, whatever it was told to wait for. */
const longest = 12 * 3_600_000
/** For so long after its end a process may still do something that it began. */
const afterglow = 2_000

/** @param tell hears every line of the log with the seconds since the start */
export async function play(plan: Plan, action: Action, tell?: (line: string) => void): Promise<Played> {
  const stage = new Stage(plan)
  const startedAt = stage.time.now
  const newRun = (calls: Call[], prefix: string): Run => {
    const texts: string[] = []
    const write = (text: string): void => {
      texts.push(text)
      tell?.(`${((stage.time.now - startedAt) / 1000).toFixed(1).padStart(8)}  ${prefix}${text.trimEnd()}`)
    }
    return { stage, action, calls, texts, log: action.consoleLogger({ write }, true) }
  }
  const run = newRun(stage.calls, '')
  const main = new ActionProcess(stage.time)
  const others: Other[] = []
  stage.begin(main, (asked) => {
    if (others.length === 0) others.push(beginOther(asked, newRun([], '[other] ')))
  })
  const begin = stage.account.action === 'rollback' ? beginRollback : beginDeploy
  const steps = [await follow('main', stage, main, begin(run, main, stage.account.inputs))]
  if (main.saved !== '') {
    run.texts.push(main.saved)
    await stage.time.until(() => false, stage.time.now + 1_000)
    steps.push(await playPost(plan, run, main.saved))
  }
  const [other] = others.length > 0 || !isStillToCome(plan) ? others : await comesLate(stage, others)
  if (other !== undefined) await stage.time.until(() => hasEnded(other), other.process.startedAt + longest)
  const seen = whatRemains(stage)
  const played: Played = {
    ...seen,
    plan,
    action: stage.account.action,
    inputs: stage.account.inputs,
    startedAt,
    steps,
    calls: stage.calls,
    done: [...stage.done, ...asDone(other?.run.calls ?? [])].sort((one, next) => one.at - next.at),
    ...(main.signalledAt !== undefined && { signalledAt: main.signalledAt }),
    texts: run.texts,
  }
  if (other === undefined) return played
  return { ...played, otherInputs: other.asked.inputs, other: playedOther(other, played, stage) }
}

/** A run that goes on beside main: it is not waited for, and notes itself how it ended. */
interface Other {
  readonly asked: OtherRun
  readonly run: Run
  readonly process: ActionProcess
  step?: Step
}

function beginOther(asked: OtherRun, run: Run): Other {
  const { time } = run.stage
  const process = new ActionProcess(time)
  const other: Other = { asked, run, process }
  const begin = asked.action === 'rollback' ? beginRollback : beginDeploy
  const begun = begin(run, process, { service: 'web', ...asked.inputs })
  begun.story.then(
    (ending) => {
      other.step = endedStep('main', process, time.now, ending, begun)
      time.at(time.now + afterglow, undefined, () => process.kill())
    },
    (error: unknown) => {
      throw error
    },
  )
  return other
}

const hasEnded = ({ step, process }: Other): boolean => step !== undefined && !process.alive

/** A run that was to begin after main had ended. */
const isStillToCome = ({ ingredients }: Plan): boolean =>
  ingredients.some((one) => one.kind === 'other-run' && 'seconds' in one.when)

async function comesLate(stage: Stage, others: readonly Other[]): Promise<readonly Other[]> {
  await stage.time.until(() => others.length > 0, stage.time.now + longest)
  return others
}

/** The same happenings, seen from the other run. */
function playedOther({ asked, run, process, step }: Other, main: Played, stage: Stage): Played {
  const { startedAt } = process
  const { commitOrder, definitions, taskDefinitions, digests, created, tags, plan, calls, moments, inputs } = main
  const valid = moments.findLastIndex(({ at }) => at <= startedAt)
  return {
    ...{ commitOrder, definitions, taskDefinitions, digests, created, tags, plan },
    action: asked.action,
    inputs: { service: 'web', ...asked.inputs },
    startedAt,
    steps: [step ?? { stage: 'main', startedAt, endedAt: stage.time.now, how: 'hung' }],
    calls: run.calls,
    done: [...stage.done, ...asDone(calls)].sort((one, next) => one.at - next.at),
    moments: moments.slice(Math.max(0, valid)),
    otherInputs: inputs,
    ...(moments[0] && { desiredAtFirst: moments[0].desired }),
    texts: run.texts,
  }
}

/** What one run did, as it looks to the other. */
function asDone(calls: readonly Call[]): readonly Done[] {
  return calls
    .filter(({ applied, mutating }) => applied && mutating)
    .map(({ arrivedAt: at = 0, operation, started, takenBack }) => ({
      at,
      deed: { kind: 'other-run', operation },
      started,
      takenBack,
    }))
}

/** What the simulator knows in the end. */
function whatRemains(stage: Stage) {
  const { world } = stage.simulator
  const revisions = [...world.taskDefinitions.values()].flat()
  stage.simulator.close()
  return {
    moments: stage.witness.moments,
    commitOrder: stage.commitOrder.kind,
    definitions: Object.fromEntries(revisions.map(({ arn, stored }) => [arn, contentOf(stored)])),
    taskDefinitions: Object.fromEntries(
      stage.service.revisions.map(({ number, taskDefinition }) => [number, taskDefinition]),
    ),
    digests: Object.fromEntries(stage.service.revisions.map(({ number, digests }) => [number, { ...digests }])),
    created: stage.service.serviceDeployments.map(({ number, createdAt: at }) => ({ number, at })),
    tags: stage.tags,
  }
}

/** The post step, which may itself be told to end. */
async function playPost({ ingredients }: Plan, run: Run, saved: string): Promise<Step> {
  const { stage } = run
  const post = new ActionProcess(stage.time)
  for (const one of ingredients) {
    if (one.kind !== 'post-ends') continue
    const end = one.by === 'kill' ? () => post.kill() : () => post.signal()
    stage.time.at(stage.time.now + one.seconds * 1000, post, end)
  }
  return follow('post', stage, post, beginPost(run, post, saved))
}

/** Lets a process run to its end, or to that of its patience. */
async function follow<E extends Ending | undefined>(
  name: Step['stage'],
  stage: Stage,
  process: ActionProcess,
  begun: Begun<E>,
): Promise<Step> {
  const { startedAt } = process
  const end: { value?: { readonly ending: E } } = {}
  begun.story.then(
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
    return { stage: name, startedAt, endedAt, how: came ? 'killed' : 'hung', ...signalOf(process) }
  }
  const step = endedStep(name, process, endedAt, end.value.ending, begun)
  await stage.time.until(() => false, endedAt + afterglow)
  process.kill()
  return step
}

function endedStep<E extends Ending | undefined>(
  stage: Step['stage'],
  process: ActionProcess,
  endedAt: number,
  ending: E,
  { atEnd }: Begun<E>,
): Step {
  const { startedAt } = process
  const changed = ending === undefined ? undefined : atEnd(ending as NonNullable<E>)
  return {
    stage,
    startedAt,
    endedAt,
    how: 'ended',
    ...(ending !== undefined && { outcome: ending.outcome, headline: ending.headline }),
    ...(changed !== undefined && { changed }),
    ...signalOf(process),
  }
}

function signalOf({ signalledAt }: ActionProcess): Pick<Step, 'signalledAt'> {
  return signalledAt === undefined ? {} : { signalledAt }
}
