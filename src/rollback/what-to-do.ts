import { primaryOf, type Snapshot } from '../rollout/snapshot.ts'

/**
 * `unchanged`: it runs already. `settle`: it does, but tasks are missing or starting. `watch`: it is being deployed already.
 * `update`: the service has to be told.
 */
export type Todo = 'unchanged' | 'settle' | 'watch' | 'update'

/** What there is to do; pure. @param isSame the version to go to is, by content and digests, the one that ECS steers to */
export function whatToDo(isSame: boolean, snapshot: Snapshot): Todo {
  const primary = primaryOf(snapshot)
  if (!isSame || primary === undefined || primary.rolloutState === 'FAILED') return 'update'
  if (primary.rolloutState !== undefined && primary.rolloutState !== 'COMPLETED') return 'watch'
  return snapshot.running === snapshot.desired && snapshot.pending === 0 ? 'unchanged' : 'settle'
}
