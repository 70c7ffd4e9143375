/** What post said, sorted; and whether the simulator's record says the same. */
import { primaryOf, startedDuring, timesApplied } from '../record.ts'
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
  | 'not told'

/** What post claims; where it has nothing to say, what main claimed as its end. */
export function said({ main, post }: Played): Said {
  const { outcome } = post.outputs
  if (outcome === 'rolled-back') return 'rolled back'
  if (outcome === 'deployed') return 'deployed'
  if (outcome !== undefined) return 'not told'
  const found = sentences.find(([pattern]) => pattern.test(post.log))
  if (found !== undefined) return found[1]
  if (post.log !== '') return 'not told'
  return main.outputs.outcome === 'deployed'
    ? 'deployed'
    : main.outputs.outcome === 'rolled-back'
      ? 'rolled back'
      : 'not told'
}

const sentences: readonly (readonly [RegExp, Said])[] = [
  [/the service was not touched\./, 'untouched'],
  [/ECS shows no deployment of this run/, 'no trace'],
  [/^The deployment \S+ of \S+ goes on in ECS/m, 'goes on'],
  [/^The deployment \S+ has completed|^The deployment \S+ of \S+ has completed|has completed: \S+ runs\./m, 'deployed'],
  [/^The rollback has completed: \S+ runs again|was taken back: \S+ runs again/m, 'went back'],
  [/^The rollback \(.*it goes on in ECS|^ECS is taking the deployment back/m, 'going back'],
  [/failed, and nothing has taken it back|failed; ECS may still take it back/, 'failed, left'],
]

/** @returns what is wrong about it */
export function untrue(claim: Said, cell: Cell, played: Played): string | undefined {
  const { record, postBegan, digestOf } = played
  const { deployment } = cell
  const [ours] = startedDuring(record)
  const primary = primaryOf(record.after)
  const isOurs = ours !== undefined && primary?.number === ours.number
  const runs = (tag: string) => record.runningDigests.length === 1 && record.runningDigests[0] === digestOf(tag)
  /** The state may have changed since post has looked. */
  const changedSince = (primary?.updatedAt ?? 0) >= postBegan
  const wrong = (is: boolean) =>
    is ? undefined : `says "${claim}", but PRIMARY is ${primary?.rolloutState} ${primary?.taskDefinition}`
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
      return wrong(ours !== undefined && !isOurs && (primary?.rolloutState === 'IN_PROGRESS' || changedSince))
    case 'went back':
    case 'rolled back':
      return wrong(ours !== undefined && !isOurs && primary?.rolloutState === 'COMPLETED' && runs(deployment.ran))
    case 'not told':
      return 'post does not tell what became of the deployment'
  }
}
