import type { Reach } from './cause.ts'
import type { Evidence } from './evidence.ts'
import { taskIdsIn } from './texts.ts'

/** How the load balancer fails to reach a task, from events that name it, from its own reason, or from what all targets show. */
export function reachIn({
  events,
  targets = [],
}: Pick<Evidence, 'events' | 'targets'>): (taskId: string, stoppedReason?: string) => Reach | undefined {
  const told = events
    .filter(({ message }) => /is unhealthy in \(?(?:target-group|elb)/i.test(message))
    .map(({ message }) => ({ ids: taskIdsIn(message), reach: reachOf(message) }))
  const seen = targets.filter(({ state }) => state === 'unhealthy').map(({ reason = '' }) => reachOf(reason))
  const anybody = told.find(({ ids }) => ids.length === 0)?.reach ?? seen[0]
  return (taskId, stoppedReason) => {
    const own = told.findLast(({ ids }) => ids.includes(taskId))?.reach
    if (own !== undefined) return own
    // A task that still runs is as unreached as the others.
    if (stoppedReason === undefined) return anybody ?? told.at(-1)?.reach
    return /failed elb health checks/i.test(stoppedReason) ? (anybody ?? told.at(-1)?.reach ?? 'unknown') : undefined
  }
}

function reachOf(text: string): Reach {
  if (/with these codes|ResponseCodeMismatch/i.test(text)) return 'codes'
  if (/timed out|Target\.Timeout/i.test(text)) return 'timeout'
  return /health checks failed|FailedHealthChecks/i.test(text) ? 'no-answer' : 'unknown'
}
