import { type DeploymentView, primaryOf, type Snapshot } from './snapshot.ts'

/** A deployment of the service that is under way, and what superseding it would mean. */
export type InProgress = {
  readonly deployment: DeploymentView
  /**
   * `deploying`: another one has completed, and ECS can return to it. `rolling-back`: ECS returns to this one itself.
   * `first`: nothing has completed, so that there is nothing to return to before this one does.
   */
  readonly kind: 'deploying' | 'rolling-back' | 'first'
}

/**
 * The deployment that is under way, if there is one; pure.
 *
 * @param hadCompleted one is known to have completed before, though the list may not show it: without tasks it is soon left out
 */
export function inProgressOf(snapshot: Snapshot, hadCompleted = false): InProgress | undefined {
  const deployment = primaryOf(snapshot)
  if (deployment === undefined || deployment.rolloutState !== 'IN_PROGRESS') return undefined
  const others = snapshot.deployments.filter(({ id }) => id !== deployment.id)
  if (isRollback(deployment, others, snapshot)) return { deployment, kind: 'rolling-back' }
  const somethingCompleted = hadCompleted || others.some(({ rolloutState }) => rolloutState === 'COMPLETED')
  return { deployment, kind: somethingCompleted ? 'deploying' : 'first' }
}

/**
 * ECS goes back to a deployment under its old id (observed): it says so in the reason, in an event, or by a newer deployment
 * beside it that failed.
 */
function isRollback(deployment: DeploymentView, others: readonly DeploymentView[], { events }: Snapshot): boolean {
  if (/rolling back to deploymentId/i.test(deployment.rolloutStateReason ?? '')) return true
  if (others.some(({ rolloutState, createdAt }) => rolloutState === 'FAILED' && createdAt > deployment.createdAt))
    return true
  const told = events.findLast(({ message }) => message.includes(deployment.id))
  return told?.message.includes(`rolling back to deployment ${deployment.id}`) ?? false
}

/** What to do about a deployment that is under way, before anything is changed. */
export type Approach =
  | { readonly kind: 'go-on'; readonly notice?: string }
  | { readonly kind: 'wait'; readonly why: string }
  | { readonly kind: 'refuse'; readonly why: string }

/** As many failed tasks of a first deployment show that it will hardly complete. */
const hopeless = 3

/** What `on-in-progress` means for a deployment that is under way; pure. */
export function approach(policy: 'supersede' | 'wait' | 'fail' | 'force', { deployment, kind }: InProgress): Approach {
  const { id, failed } = deployment
  if (policy === 'force') {
    const lost =
      kind === 'deploying' ? '' : ', so that ECS has no completed deployment to return to until this one completes'
    return { kind: 'go-on', notice: `on-in-progress is "force": ${what(kind)} (${id}) is superseded${lost}.` }
  }
  if (policy === 'fail')
    return { kind: 'refuse', why: `${what(kind)} is under way (${id}), and on-in-progress is "fail"` }
  if (policy === 'supersede' && kind === 'deploying') {
    return { kind: 'go-on', notice: `A deployment that was under way (${id}) is superseded by this one.` }
  }
  if (kind === 'first' && failed >= hopeless) {
    return {
      kind: 'refuse',
      why: `no deployment of the service has completed yet, and the one under way (${id}) has failed ${failed} tasks in a row`,
    }
  }
  return { kind: 'wait', why: `${what(kind)} is under way (${id})` }
}

function what(kind: InProgress['kind']): string {
  if (kind === 'rolling-back') return 'a rollback by ECS'
  return kind === 'first' ? 'the first deployment of the service' : 'another deployment'
}
