import { describeFailure, passingFailure } from '../aws/failure.ts'
import { settleSeconds, tooManyEnded } from '../rollout/settling.ts'
import { type DeploymentView, primaryOf, snapshotOf } from '../rollout/snapshot.ts'
import { newEvents, newStoppedTasks } from './collect-evidence.ts'
import type { Ports } from './ports.ts'
import type { DeploymentRecord } from './record.ts'
import { healthChecksOf } from './task-health.ts'
import type { Subject } from './watch.ts'

const betweenLooks = 6_000

/**
 * Looks on for a while after the deployment completed: nothing that checks health would notice a task that dies now.
 * Changes nothing.
 *
 * @param given `settle-seconds`, where it was set
 * @returns why the deployment counts as failed all the same; undefined where it held, or could not be looked at any longer
 */
export async function whyNotSettled(
  given: number | undefined,
  subject: Subject,
  ports: Ports,
  record: DeploymentRecord,
): Promise<string | undefined> {
  const checks = healthChecksOf(subject.definition, record.hasLoadBalancer)
  const seconds = settleSeconds(given, checks.container || checks.loadBalancer)
  const primary = record.snapshot && primaryOf(record.snapshot)
  if (seconds === 0 || (primary?.desired ?? 0) === 0) return undefined
  ports.log.info(`The deployment completed; looking on for ${seconds} s, whether its tasks stay.`)
  const earlier = new Set(record.stoppedTasks.keys())
  record.settling = true
  await ports.keep()
  const why = await whyTheyDoNotStay(earlier, ports.clock.uptime() + seconds * 1000, subject, ports, record)
  record.settling = false
  await ports.keep()
  return why
}

async function whyTheyDoNotStay(
  earlier: ReadonlySet<string>,
  endsAt: number,
  subject: Subject,
  ports: Ports,
  record: DeploymentRecord,
): Promise<string | undefined> {
  for (;;) {
    const left = endsAt - ports.clock.uptime()
    await ports.clock.sleep(Math.max(0, Math.min(betweenLooks, left)), ports.cancelled)
    ports.cancelled.throwIfAborted()
    if (!(await look(subject, ports, record))) return undefined
    const why = await whyTooManyEnded(earlier, subject, record)
    if (why !== undefined) return why
    if (ports.clock.uptime() >= endsAt) return undefined
  }
}

/** One look; false where there is no use in another one: that the deployment completed stays true. */
async function look(subject: Subject, ports: Ports, record: DeploymentRecord): Promise<boolean> {
  try {
    const service = await ports.ecs.describeService(record.cluster, record.service)
    if (service === undefined) return true
    const snapshot = snapshotOf(service, ports.clock)
    const primary = primaryOf(snapshot)
    if (primary?.id !== subject.deploymentId) return !isNewer(primary, subject, record)
    record.snapshot = snapshot
    newEvents(record, snapshot, subject.createdAt)
    await newStoppedTasks(ports, record, subject.deploymentId, subject.definition)
    return true
  } catch (error) {
    if (passingFailure(error)) return true
    record.notices.push(`Whether the tasks stay could not be seen to the end: ${describeFailure(error)}.`)
    return false
  }
}

/** Anything else in its place is an answer from before. */
function isNewer(primary: DeploymentView | undefined, subject: Subject, record: DeploymentRecord): boolean {
  if (primary === undefined || subject.older.includes(primary.id) || primary.createdAt < subject.createdAt) return false
  record.notices.push(`After this deployment had completed, another one was started: ${primary.id}.`)
  return true
}

async function whyTooManyEnded(
  earlier: ReadonlySet<string>,
  subject: Subject,
  record: DeploymentRecord,
): Promise<string | undefined> {
  const fresh = [...record.stoppedTasks.values()].filter(
    ({ id, startedBy }) => startedBy === subject.deploymentId && !earlier.has(id),
  )
  if (fresh.length === 0) return undefined
  // The table of causes is needed by failures only.
  const { failedTasksOf } = await import('./failed-tasks.ts')
  const { diagnosisContext } = await import('./explain.ts')
  const failed = failedTasksOf(fresh, diagnosisContext(record, subject.definition))
  const ended = failed.filter(({ passing }) => !passing).length
  if (!tooManyEnded(ended, record.snapshot?.desired ?? 0)) return undefined
  return `${ended === 1 ? '1 task' : `${ended} tasks`} ended right after the deployment had completed`
}
