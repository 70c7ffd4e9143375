import type { Task } from '@aws-sdk/client-ecs'
import { taskId } from '../diagnosis/stopped-task.ts'
import { type DeploymentView, newestTimeIn } from '../rollout/snapshot.ts'
import { describeTasks } from './describe-tasks.ts'
import { optional } from './optional-read.ts'
import type { Ports } from './ports.ts'
import type { DeploymentRecord } from './record.ts'
import { addressOf, type HealthChecks, healthChecksOf } from './task-health.ts'
import type { Subject } from './watch.ts'

/**
 * At the limit: do all desired tasks of the deployment run healthily, so that only old tasks or bake time remain?
 *
 * ECS lowers the older deployments' desired count only as new tasks become healthy (SDK text of DeploymentConfiguration),
 * whichever check it used. Where it may stop old tasks first, or only bake time could be left, nothing of the kind shows, and
 * the tasks have to be seen healthy.
 * Without anything that is left to wait for, a deployment of healthy tasks would have completed: they are not.
 */
export async function onlyOldTasksRemain(
  ports: Ports,
  record: DeploymentRecord,
  { deploymentId, definition }: Pick<Subject, 'deploymentId' | 'definition'>,
): Promise<boolean> {
  const deployments = record.snapshot?.deployments ?? []
  const ours = deployments.find(({ id }) => id === deploymentId)
  const others = deployments.filter(({ id }) => id !== deploymentId)
  if (ours?.status !== 'PRIMARY') return false
  if (ours.running !== ours.desired || ours.pending > 0 || ours.failed > 0) return false
  const kept = others.filter(({ desired }) => desired > 0)
  if (!kept.every((one) => isProtected(one, record))) return false
  // Where no task is wanted, none can be unhealthy; else the deployment has not begun.
  if (ours.desired === 0) return record.snapshot?.desired === 0
  const onlyBakes = others.every(hasEnded)
  if (onlyBakes && !bakes(record)) return false
  const tasks = await tasksOf(deploymentId, ports, record)
  if (anyUnhealthy(tasks, record) || notRegistered(record)) return false
  const shows = kept.length === 0 && (onlyBakes ? replacedHealthily(record) : keepsOldUntilHealthy(record, ours))
  return shows || seenHealthy(tasks, healthChecksOf(definition, record.hasLoadBalancer), ports, record)
}

/**
 * A deployment that is still listed still has tasks, be they draining and not counted as running any more; but one that
 * failed and was the last before ours is listed without any until ours completes.
 */
function hasEnded({ rolloutState, running, pending }: DeploymentView): boolean {
  return rolloutState === 'FAILED' && running === 0 && pending === 0
}

/** ECS would stop its tasks, and may not: "unable to scale in due to (reason 2 tasks under protection)" (observed). */
function isProtected({ id }: DeploymentView, { events }: DeploymentRecord): boolean {
  return [...events.values()].some(({ message }) => message.includes(id) && /tasks? under protection/i.test(message))
}

/**
 * As many tasks as are wanted ran before, ECS may stop none of them before a new one is healthy, and none is left: then the
 * new ones are (SDK text of DeploymentConfiguration). It says nothing of a task that took the place of a lost one.
 */
function replacedHealthily({ original, lostTasks }: DeploymentRecord): boolean {
  const { deploymentConfiguration, desiredCount = 0, runningCount = 0, deployments } = original ?? {}
  const hadCompleted = deployments?.some(({ rolloutState }) => rolloutState === 'COMPLETED') ?? false
  return (
    !lostTasks &&
    hadCompleted &&
    desiredCount > 0 &&
    runningCount >= desiredCount &&
    (deploymentConfiguration?.minimumHealthyPercent ?? 0) >= 100
  )
}

/** Old tasks that are no longer wanted say that the new ones are healthy; but nothing of those that were added since. */
function keepsOldUntilHealthy({ original, asked, lostTasks }: DeploymentRecord, { desired }: DeploymentView): boolean {
  const { deploymentConfiguration, desiredCount = 0 } = original ?? {}
  const wanted = asked.desiredCount ?? desiredCount
  return !lostTasks && desired <= wanted && (deploymentConfiguration?.minimumHealthyPercent ?? 0) >= 100
}

function bakes({ original }: DeploymentRecord): boolean {
  const { bakeTimeInMinutes, alarms } = original?.deploymentConfiguration ?? {}
  return (bakeTimeInMinutes ?? 0) > 0 || alarms?.enable === true
}

/** The tasks of the deployment that are to run; `tasks` is absent where they may not be described. */
type OwnTasks = { readonly ids: readonly string[]; readonly tasks?: readonly Task[] }

async function tasksOf(deploymentId: string, ports: Ports, record: DeploymentRecord): Promise<OwnTasks> {
  const arns = await optional(record, 'ecs:ListTasks', () => ports.ecs.listTasksStartedBy(record.cluster, deploymentId))
  const tasks = arns?.length
    ? await optional(record, 'ecs:DescribeTasks', () => describeTasks(record, ports, arns))
    : undefined
  return { ids: (arns ?? []).map(taskId), ...(tasks === undefined ? {} : { tasks }) }
}

function anyUnhealthy({ ids, tasks = [] }: OwnTasks, record: DeploymentRecord): boolean {
  if (tasks.some(({ healthStatus }) => healthStatus === 'UNHEALTHY')) return true
  const complaints = [...record.events.values()].filter(({ message }) =>
    /is unhealthy in \(target-group|failed container health checks/.test(message),
  )
  return complaints.some(({ message }) => ids.length === 0 || ids.some((id) => message.includes(id)))
}

/** ECS could not bring its tasks behind the load balancer, as far as its events go; one that succeeds later says so. */
function notRegistered({ events }: DeploymentRecord): boolean {
  const told = [...events.values()].filter(({ message }) =>
    /(?:failed to register|registered \d+) targets in/.test(message),
  )
  const newest = told.toSorted((one, other) => other.at.getTime() - one.at.getTime())[0]
  return newest !== undefined && /failed to register/.test(newest.message)
}

/** Without any check ECS takes a task for healthy that has been RUNNING for 40 s (DG deployment-type-ecs). */
const healthyWithoutChecks = 40_000
/** Where the targets may not be read: a failing check would have been told by an event within a few intervals of 30 s. */
const healthyWithoutComplaint = 120_000

async function seenHealthy(
  { tasks }: OwnTasks,
  checks: HealthChecks,
  ports: Ports,
  record: DeploymentRecord,
): Promise<boolean> {
  if (checks.container && !tasks?.every(({ healthStatus }) => healthStatus === 'HEALTHY')) return false
  const observed = ports.clock.uptime() - (record.fullSince ?? Number.POSITIVE_INFINITY)
  const fullFor = Math.max(observed, ranFor(tasks, ports, record))
  if (!checks.loadBalancer) return checks.container || fullFor >= healthyWithoutChecks
  const states = await targetStates(tasks ?? [], ports, record)
  return states === undefined
    ? fullFor >= healthyWithoutComplaint
    : states.length > 0 && states.every((state) => state === 'healthy')
}

/**
 * For how long the youngest of the tasks has run, by the clock of ECS: the deployment of this run began with the answer to
 * UpdateService, and what has passed since was measured here; or it told of something later, for a process that was suspended
 * has measured too little.
 */
function ranFor(tasks: readonly Task[] | undefined, { clock }: Ports, { began, snapshot }: DeploymentRecord): number {
  if (began === undefined || tasks === undefined || tasks.length === 0) return 0
  const told = snapshot === undefined ? 0 : newestTimeIn(snapshot)
  const now = Math.max(told, began.at + (clock.uptime() - began.uptime))
  return now - Math.max(...tasks.map(({ startedAt }) => startedAt?.getTime() ?? Number.POSITIVE_INFINITY))
}

/**
 * What the load balancer sees of these tasks; undefined where it cannot be told. Where tasks have no address of their own, all
 * targets count: no other task runs, and those that leave are draining.
 */
async function targetStates(
  tasks: readonly Task[],
  ports: Ports,
  record: DeploymentRecord,
): Promise<readonly string[] | undefined> {
  const addresses = new Set(tasks.flatMap(addressOf))
  const groups = (record.original?.loadBalancers ?? []).flatMap(({ targetGroupArn }) => targetGroupArn ?? [])
  if (groups.length === 0) return undefined
  const states: string[] = []
  for (const group of groups) {
    const targets = await optional(record, 'elasticloadbalancing:DescribeTargetHealth', () =>
      ports.targetHealth.targetHealth(group),
    )
    if (targets === undefined) return undefined
    if (targets === 'gone') return ['gone']
    const own = addresses.size === 0 ? targets.filter(({ state }) => state !== 'draining') : targets
    states.push(...own.filter(({ target }) => addresses.size === 0 || addresses.has(target)).map(({ state }) => state))
  }
  return states
}
