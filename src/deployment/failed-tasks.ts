import type { DiagnosisContext } from '../diagnosis/cause.ts'
import { diagnose } from '../diagnosis/diagnose.ts'
import type { Diagnosis, ServiceEvent, StoppedTask } from '../diagnosis/evidence.ts'
import { passingCauses } from '../diagnosis/passing.ts'
import { stoppedByScaling } from '../diagnosis/symptoms.ts'
import type { CountedFailures, FailedTask } from '../rollout/give-up.ts'
import { failedHealthChecks } from './task-health.ts'

/** The stopped tasks of a deployment that failed, each with its cause; those that the scheduler had no use for are none. */
export function failedTasksOf(tasks: readonly StoppedTask[], context: DiagnosisContext): readonly FailedTask[] {
  return tasks.filter(isFailure).map((task) => {
    const [cause] = diagnose({ deploymentId: '', stoppedTasks: [task], events: [], failedTasks: 0 }, context)
    return { at: (task.stoppedAt ?? new Date(0)).getTime(), ...summaryOf(cause) }
  })
}

/** Scale-in, a newer deployment and rebalancing stop tasks too (`ServiceSchedulerInitiated`): those say nothing. */
function isFailure(task: StoppedTask): boolean {
  if (stoppedByScaling(task)) return false
  return task.stopCode !== 'ServiceSchedulerInitiated' || failedHealthChecks(task)
}

/**
 * What ECS counted, with the cause that its events give for tasks that were never to be seen: the first task of a deployment
 * may fail while ECS resolves its images, and then there is only "was unable to place a task. Reason: …" (observed).
 * Events of several causes explain nothing for certain.
 */
export function countedFailuresOf(
  count: number,
  events: readonly ServiceEvent[],
  context: DiagnosisContext,
): CountedFailures {
  const found = events
    .filter(({ message }) => /unable to place a task|failed to launch a task/i.test(message))
    .flatMap(
      (event) => diagnose({ deploymentId: '', stoppedTasks: [], events: [event], failedTasks: 0 }, context)[0] ?? [],
    )
  const causes = new Set(found.map(({ cause }) => cause))
  const [first] = found
  if (first === undefined || causes.size > 1) return { count }
  return { count, explained: summaryOf(first) }
}

function summaryOf(diagnosis: Diagnosis | undefined): Omit<FailedTask, 'at'> {
  const { cause = 'unknown', heals = 'maybe' } = diagnosis ?? {}
  return { cause, heals, passing: passingCauses.has(cause) }
}
