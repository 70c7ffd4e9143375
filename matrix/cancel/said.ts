/** What a run said became of it, sorted; and whether the simulator's record says the same. */
import { primaryOf, type SimulatorRecord, startedDuring, timesApplied } from '../record.ts'
import type { Cell } from './cells.ts'
import type { Played } from './play.ts'

/** How a run that was cancelled ended, in the words of the page. */
export type Said =
  | 'untouched'
  | 'no trace'
  | 'goes on'
  | 'deployed'
  | 'failed, left'
  | 'going back'
  | 'went back'
  | 'rolled back'
  /** The step was stopped while it went back: it says what it has sent, and that the end was not seen. */
  | 'not seen to the end'
  /** The step that would have said it was killed. */
  | 'killed'
  | 'not told'

/** What the last step claims; where post has nothing to say, what main claimed as its end. */
export function said({ signal, deployment }: Cell, { main, post }: Played): Said {
  const last = post ?? main
  const lastIsStruck = deployment.mainEnds !== undefined || post === undefined
  const { outcome } = last.outputs
  if (outcome === 'rolled-back') return 'rolled back'
  if (outcome === 'deployed') return 'deployed'
  if (outcome === 'unknown' && lastIsStruck && unseen.test(last.log)) return 'not seen to the end'
  if (outcome !== undefined && outcome !== 'cancelled') return 'not told'
  if (signal === 'SIGKILL' && lastIsStruck) return 'killed'
  const found = sentences.find(([pattern]) => pattern.test(last.log))
  if (found !== undefined) return found[1]
  if (last.log !== '') return 'not told'
  return saidByMain(main)
}

/** Main came to its end, so that post has nothing to say. */
function saidByMain({ outputs: { outcome }, log }: Played['main']): Said {
  if (outcome === 'deployed') return 'deployed'
  if (outcome === 'rolled-back') return 'rolled back'
  const ended = outcome === 'planned' ? /Nothing was changed\./ : /The service was not touched\./
  return (outcome === 'planned' || outcome === 'failed') && ended.test(log) ? 'untouched' : 'not told'
}

const unseen =
  /^(The deployment was started|The rollback( to \S+)? was begun \(\w+\)), and its end could not be observed|^The rollback( to \S+)? was sent \(\w+\), and whether ECS took it is not known/m

const sentences: readonly (readonly [RegExp, Said])[] = [
  [/[Tt]he service was not touched\./, 'untouched'],
  [/ECS shows no deployment of this run/, 'no trace'],
  [/^The deployment \S+ of \S+ goes on in ECS/m, 'goes on'],
  [/^The deployment \S+ has completed|^The deployment \S+ of \S+ has completed|has completed: \S+ runs\./m, 'deployed'],
  [/^The rollback has completed: \S+ runs again|was taken back: \S+ runs again/m, 'went back'],
  [/^The rollback \(.*it goes on in ECS|^ECS is taking the deployment back|The rollback goes on in ECS/m, 'going back'],
  [/failed, and nothing has taken it back|failed; ECS may still take it back/, 'failed, left'],
]

/** @returns what is wrong about it */
export function untrue(claim: Said, { deployment }: Cell, played: Played): string | undefined {
  const { record, saidFrom, digestOf } = played
  const [ours] = startedDuring(record)
  const primary = primaryOf(record.after)
  const isOurs = ours !== undefined && primary?.number === ours.number
  const runs = (tag: string) => record.runningDigests.length === 1 && record.runningDigests[0] === digestOf(tag)
  /** The state may have changed since it was looked at. */
  const changedSince = (primary?.updatedAt ?? 0) >= saidFrom
  const wrong = (is: boolean) =>
    is ? undefined : `says "${claim}", but PRIMARY is ${primary?.rolloutState} ${primary?.taskDefinition}`
  // What the rollback action starts is the rollback itself.
  const goesBack = deployment.action === 'rollback' ? isOurs : ours !== undefined && !isOurs
  const wayBack = deployment.action === 'rollback' ? deployment.brings : deployment.ran
  switch (claim) {
    case 'untouched':
    case 'no trace':
      return timesApplied(record, 'UpdateService') === 0 ? undefined : `says "${claim}", but UpdateService was applied`
    case 'goes on':
      return wrong(isOurs && (primary?.rolloutState === 'IN_PROGRESS' || changedSince))
    case 'deployed':
      return wrong(isOurs && primary?.rolloutState === 'COMPLETED' && runs(deployment.brings))
    case 'failed, left':
      return wrong(isOurs && primary?.rolloutState === 'FAILED')
    case 'going back':
      return wrong(goesBack && (primary?.rolloutState === 'IN_PROGRESS' || changedSince))
    case 'went back':
    case 'rolled back':
      return wrong(goesBack && primary?.rolloutState === 'COMPLETED' && runs(wayBack))
    case 'not seen to the end': {
      const { log = '' } = played.post ?? {}
      const back = inEcs(record) === 'goes back'
      if (/^The rollback.* was begun/m.test(log)) return wrong(back)
      return wrong(ours !== undefined && !(/^The deployment was started/m.test(log) && back))
    }
    case 'killed':
      return undefined
    case 'not told':
      return 'nothing tells what became of the deployment'
  }
}

/** What ECS had taken of a run whose last step was stopped: by the record alone. */
export function inEcs(
  record: SimulatorRecord,
  action?: 'rollback',
): 'untouched' | 'the task goes on' | 'goes on' | 'completed' | 'goes back' {
  const updates = timesApplied(record, 'UpdateService')
  if (updates === 0) return record.tasksLeft > 0 ? 'the task goes on' : 'untouched'
  if (action === 'rollback') return 'goes back'
  if (updates > 1 || timesApplied(record, 'StopServiceDeployment') > 0) return 'goes back'
  return startedDuring(record)[0]?.status === 'SUCCESSFUL' ? 'completed' : 'goes on'
}
