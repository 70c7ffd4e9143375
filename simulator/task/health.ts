/** When a task is healthy, when it is not, and when the scheduler may act on it. */
import { type Engine, schedule } from '../engine.ts'
import { deniedToEcs, ecsMayDo } from '../neighbours/iam/service-linked-role.ts'
import { countFailure, forgiveFailures } from '../rollout/circuit-breaker.ts'
import { reconcileSoon } from '../rollout/scheduler.ts'
import { complainRaw, emit, serviceEventText } from '../rollout/service-events.ts'
import { definitionByArn } from '../world/definition.ts'
import type { Container, Service, Task } from '../world/world.ts'
import { failsAfter, passesAfter, targetFailure } from './behaviour.ts'
import { isLive, taskHealth } from './task.ts'

const targetCheckSeconds = 30

/** Plans what the checks of a container that has just started will say. */
export function planContainerChecks(engine: Engine, task: Task, container: Container): void {
  const { containerDefinitions } = definitionByArn(engine.world, task.taskDefinition).stored
  const check = containerDefinitions.find(({ name }) => name === container.name)?.healthCheck
  const { behaviour } = container
  if (check === undefined || behaviour === undefined) return
  const { interval = 30, retries = 3, startPeriod = 0 } = check
  const passes = Math.max(1, Math.ceil(passesAfter(behaviour, 'container') / interval)) * interval
  const fails = startPeriod + interval * retries
  const say = (seconds: number, to: 'HEALTHY' | 'UNHEALTHY'): void =>
    schedule(engine, seconds, { kind: 'container-health', task: task.id, container: container.name, to })
  if (passes > fails) say(fails, 'UNHEALTHY')
  if (Number.isFinite(passes)) say(passes, 'HEALTHY')
  const later = failsAfter(behaviour, 'container')
  if (Number.isFinite(later)) say(Math.ceil(later / interval) * interval + interval * retries, 'UNHEALTHY')
}

/** A task without any check is looked at when it has been running for a while. */
export function planJudgement(engine: Engine, task: Task): void {
  schedule(engine, engine.rules.healthyWithoutChecksSeconds, { kind: 'judge-health', task: task.id })
}

/** Plans what the load balancer will say about a target that has just been registered. */
export function planTargetChecks(engine: Engine, service: Service, task: Task, container: Container): void {
  const { behaviour } = container
  if (behaviour === undefined) return
  const { healthySeconds, unhealthySeconds } = service.targetGroup
  const warmUp = passesAfter(behaviour, 'target')
  const passes =
    warmUp === 0
      ? healthySeconds
      : Math.max(healthySeconds, Math.ceil(warmUp / targetCheckSeconds) * targetCheckSeconds)
  const say = (seconds: number, to: 'healthy' | 'unhealthy'): void =>
    schedule(engine, seconds, {
      kind: 'target-health',
      task: task.id,
      to,
      ...(to === 'unhealthy' && { reason: targetFailure(behaviour) }),
    })
  if (passes > unhealthySeconds) say(unhealthySeconds, 'unhealthy')
  if (Number.isFinite(passes)) say(passes, 'healthy')
  const later = failsAfter(behaviour, 'target')
  if (Number.isFinite(later)) say(later + unhealthySeconds, 'unhealthy')
}

/** Looks at a task after one of its checks has spoken (or the grace period has ended), and tells the scheduler. */
export function judgeHealth(engine: Engine, service: Service, task: Task): void {
  if (task.lastStatus !== 'RUNNING' || !isLive(task) || task.unhealthy !== undefined) return
  if (task.target !== undefined && !knowsTargetHealth(engine, service, task)) return
  const failing = failingCheck(task)
  if (failing !== undefined) {
    task.healthySince = undefined
    judgeFailing(engine, service, task, failing)
  } else if (passesAllChecks(engine, service, task) && task.healthySince === undefined) {
    task.healthySince = engine.world.now
    const deployment = service.deployments.find(({ id }) => id === task.deployment)
    if (deployment !== undefined) forgiveFailures(engine, service, deployment)
    reconcileSoon(engine, service)
  }
}

/** Without the permission ECS does not learn what the load balancer thinks of its tasks; it asks again. */
function knowsTargetHealth(engine: Engine, service: Service, task: Task): boolean {
  const action = 'elasticloadbalancing:DescribeTargetHealth'
  if (ecsMayDo(engine.world, action)) return true
  const group = service.settings.loadBalancers[0]?.targetGroupArn ?? ''
  const error = deniedToEcs(engine.world, action, '*')
  complainRaw(engine, service, serviceEventText.failedToDescribeHealth(service.name, group, error))
  const { now } = engine.world
  if ((task.judgedAgainAt ?? 0) > now) return false
  task.judgedAgainAt = now + targetCheckSeconds * 1000
  schedule(engine, targetCheckSeconds, { kind: 'judge-health', task: task.id })
  return false
}

function failingCheck(task: Task): 'container' | 'target' | undefined {
  if (taskHealth(task) === 'UNHEALTHY') return 'container'
  return task.target?.state === 'unhealthy' ? 'target' : undefined
}

function passesAllChecks(engine: Engine, service: Service, task: Task): boolean {
  const { now } = engine.world
  const { healthyWithoutChecksSeconds } = engine.rules
  const hasCheck = task.containers.some(({ essential, health }) => essential && health !== undefined)
  const hasTarget = service.settings.loadBalancers.length > 0
  if (hasCheck && taskHealth(task) !== 'HEALTHY') return false
  if (hasTarget && task.target?.state !== 'healthy') return false
  return hasCheck || hasTarget || now >= (task.startedAt ?? now) + healthyWithoutChecksSeconds * 1000
}

/** In the grace period failed checks are ignored; after it they count (API CreateService). */
function judgeFailing(engine: Engine, service: Service, task: Task, failing: 'container' | 'target'): void {
  const { now } = engine.world
  const grace = service.settings.healthCheckGracePeriodSeconds ?? 0
  const secondsRunning = (now - (task.startedAt ?? now)) / 1000
  if (engine.rules.isInGrace(secondsRunning, grace)) {
    schedule(engine, grace - secondsRunning, { kind: 'judge-health', task: task.id })
    return
  }
  task.unhealthy = failing
  if (failing === 'target' && task.target !== undefined) {
    const group = service.settings.loadBalancers[0]?.targetGroupArn ?? ''
    emit(engine, service, serviceEventText.unhealthyTarget(task.id, task.target.port, group, task.target.reason ?? ''))
  }
  const deployment = service.deployments.find(({ id }) => id === task.deployment)
  if (deployment !== undefined) countFailure(engine, service, deployment)
  reconcileSoon(engine, service, 1)
}
