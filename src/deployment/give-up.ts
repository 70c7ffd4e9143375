import type { Task } from '@aws-sdk/client-ecs'
import { taskId } from '../diagnosis/stopped-task.ts'
import { failureLimit, type GiveUpFacts, judgeFailures } from '../rollout/give-up.ts'
import { describeTasks } from './describe-tasks.ts'
import { optional } from './optional-read.ts'
import type { Ports } from './ports.ts'
import { type DeploymentRecord, saysTargetGroupIsGone } from './record.ts'
import { confirm } from './second-source.ts'
import { healthChecksOf, runningTaskHealthyAt, stoppedTaskHealthyAt } from './task-health.ts'
import type { Subject } from './watch.ts'

/**
 * Whether the watched deployment can be called failed before ECS does so: the reason, or undefined.
 * Looks at what the record holds already; only when that would be enough it reads on: the running tasks, of which one may have
 * become healthy, and the registry as second source.
 */
export async function whyGiveUp(
  maxFailedTasks: number | 'auto',
  subject: Subject,
  ports: Ports,
  record: DeploymentRecord,
): Promise<string | undefined> {
  const ours = record.snapshot?.deployments.find(({ id }) => id === subject.deploymentId)
  if (ours !== undefined && saysTargetGroupIsGone(record)) {
    const agrees = await confirm('target-group-missing', subject.definition, ports, record)
    if (agrees) return 'the target group of the service is gone, and Elastic Load Balancing confirms it'
  }
  const tasks = [...record.stoppedTasks.values()].filter(({ startedBy }) => startedBy === subject.deploymentId)
  if (ours === undefined || (tasks.length === 0 && ours.failed === 0)) return undefined
  const facts = async (): Promise<GiveUpFacts> => {
    // The table of causes is needed by failures only.
    const { countedFailuresOf, failedTasksOf } = await import('./failed-tasks.ts')
    const { diagnosisContext } = await import('./explain.ts')
    const context = diagnosisContext(record, subject.definition)
    const checks = healthChecksOf(subject.definition, record.hasLoadBalancer)
    const healthy = tasks.flatMap((task) => stoppedTaskHealthyAt(task, checks) ?? [])
    const failed = failedTasksOf(tasks, context)
    return {
      failed,
      counted: countedFailuresOf(ours.failed, [...record.events.values()], context),
      healthyAt: [...healthy, ...record.healthySince.values()],
      everRan: record.everRan || tasks.some(({ startedAt }) => startedAt !== undefined),
      limit: failureLimit(maxFailedTasks, record.snapshot?.desired ?? 0),
      confirmed: record.confirmedCauses,
    }
  }
  let judged = judgeFailures(await facts())
  if (judged.kind === 'confirm' && (await confirm(judged.cause, subject.definition, ports, record)))
    judged = judgeFailures(await facts())
  if (judged.kind !== 'give-up') return undefined
  // Without a task that runs there is none that could be healthy.
  if (ours.running === 0) return judged.reason
  if (ours.running > 0) await noteHealthyTasks(subject, ports, record)
  judged = judgeFailures(await facts())
  return judged.kind === 'give-up' ? judged.reason : undefined
}

/** Tasks that run at this moment and are healthy, each noted once: what fails after that counts anew. */
async function noteHealthyTasks(subject: Subject, ports: Ports, record: DeploymentRecord): Promise<void> {
  const arns = await optional(record, 'ecs:ListTasks', () =>
    ports.ecs.listTasksStartedBy(record.cluster, subject.deploymentId),
  )
  if (!arns?.length) return
  const tasks = await optional(record, 'ecs:DescribeTasks', () => describeTasks(record, ports, arns))
  const checks = healthChecksOf(subject.definition, record.hasLoadBalancer)
  // By the clock of ECS: the newest thing that it told.
  const now = Math.max(
    0,
    ...[...record.stoppedTasks.values()].map(({ stoppedAt }) => stoppedAt?.getTime() ?? 0),
    ...[...record.events.values()].map(({ at }) => at.getTime()),
  )
  for (const task of tasks ?? []) note(task, runningTaskHealthyAt(task, checks, now), record)
}

function note(task: Task, healthyAt: number | undefined, record: DeploymentRecord): void {
  if (task.startedAt !== undefined) record.everRan = true
  const id = taskId(task.taskArn ?? '')
  if (healthyAt !== undefined && !record.healthySince.has(id)) record.healthySince.set(id, healthyAt)
}
