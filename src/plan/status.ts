import type { Snapshot } from '../rollout/snapshot.ts'
import { primaryOf } from '../rollout/snapshot.ts'

/** How the service is. */
export type Status = {
  readonly desired: number
  readonly running: number
  readonly pending: number
  readonly lastDeployment?: {
    readonly id: string
    /** COMPLETED, IN_PROGRESS, FAILED, or what ECS says else; absent where it says nothing. */
    readonly state?: string
    readonly reason?: string
    readonly failedTasks: number
    /** Milliseconds since the epoch. */
    readonly startedAt: number
  }
  /** The newest first. */
  readonly events: readonly { readonly at: number; readonly message: string }[]
}

const mostEvents = 5

/** Counts, the last deployment and the last events of a service; pure. */
export function statusOf(snapshot: Snapshot): Status {
  const primary = primaryOf(snapshot)
  return {
    desired: snapshot.desired,
    running: snapshot.running,
    pending: snapshot.pending,
    ...(primary === undefined
      ? {}
      : {
          lastDeployment: {
            id: primary.id,
            ...(primary.rolloutState === undefined ? {} : { state: primary.rolloutState }),
            ...(primary.rolloutStateReason === undefined ? {} : { reason: primary.rolloutStateReason }),
            failedTasks: primary.failed,
            startedAt: primary.createdAt,
          },
        }),
    events: snapshot.events
      .slice(-mostEvents)
      .reverse()
      // Each begins with the name of the service.
      .map(({ at, message }) => ({ at: at.getTime(), message: message.replace(/^\(service [^)]+\)\s*/, '') })),
  }
}
