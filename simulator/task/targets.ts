/** Tasks join the target group of their service and leave it; and what becomes of them when it is gone. */
import { type Engine, schedule } from '../engine.ts'
import { hasTargetGroup } from '../neighbours/elasticloadbalancing/delete.ts'
import { deniedToEcs, ecsMayDo } from '../neighbours/iam/service-linked-role.ts'
import { countFailure } from '../rollout/circuit-breaker.ts'
import { reconcileSoon } from '../rollout/scheduler.ts'
import { complain, complainRaw, emit, serviceEventText } from '../rollout/service-events.ts'
import type { Service, Task } from '../world/world.ts'
import { planTargetChecks } from './health.ts'
import { isLive, tasksOf } from './task.ts'

/** How soon ECS tries again what it was not allowed (inferred). */
const retrySeconds = 60

/** Every task that has come to RUNNING since. */
export function registerTargets(engine: Engine, service: Service): void {
  const [loadBalancer] = service.settings.loadBalancers
  const joining = tasksOf(engine.world, service).filter(
    (task) => isLive(task) && task.lastStatus === 'RUNNING' && task.target === undefined && task.targetGone !== true,
  )
  if (loadBalancer === undefined || joining.length === 0) return
  const { targetGroupArn = '', containerName, containerPort = 80 } = loadBalancer
  const refusal = refusalToRegister(engine, service, targetGroupArn)
  if (refusal !== undefined) {
    complainRaw(engine, service, serviceEventText.failedToRegister(service.name, targetGroupArn, refusal.error))
    if (refusal.isFinal && engine.world.options.missingTargetGroup === 'replace') giveUp(engine, service, joining)
    if (!refusal.isFinal) registerLater(engine, service)
    return
  }
  for (const task of joining) {
    task.target = { state: 'initial', port: containerPort, registeredAt: engine.world.now }
    const container = task.containers.find(({ name }) => name === containerName)
    if (container !== undefined) planTargetChecks(engine, service, task, container)
  }
  emit(engine, service, serviceEventText.registered(joining.length, targetGroupArn))
}

/** One retry at a time, however many tasks wait for it. */
function registerLater(engine: Engine, service: Service): void {
  const { now } = engine.world
  if ((service.registersAgainAt ?? 0) > now) return
  service.registersAgainAt = now + retrySeconds * 1000
  schedule(engine, retrySeconds, { kind: 'register-targets', service: service.arn })
}

/** What Elastic Load Balancing says to ECS; a permission may come back, a target group does not. The first text is inferred. */
function refusalToRegister(
  { world }: Engine,
  service: Service,
  targetGroup: string,
): { readonly error: string; readonly isFinal: boolean } | undefined {
  if (!hasTargetGroup(world, service)) return { error: 'One or more target groups not found', isFinal: true }
  const action = 'elasticloadbalancing:RegisterTargets'
  return ecsMayDo(world, action) ? undefined : { error: deniedToEcs(world, action, targetGroup), isFinal: false }
}

/** Every task that was told to stop since; from a target group that is gone nobody has to be taken. */
export function deregisterTargets(engine: Engine, service: Service): void {
  const leaving = tasksOf(engine.world, service).filter(
    ({ desiredStatus, target }) => desiredStatus === 'STOPPED' && target !== undefined && target.state !== 'draining',
  )
  if (leaving.length === 0 || !hasTargetGroup(engine.world, service)) return
  for (const { target } of leaving) if (target !== undefined) target.state = 'draining'
  const arn = service.settings.loadBalancers[0]?.targetGroupArn ?? ''
  emit(engine, service, serviceEventText.deregistered(leaving.length, arn))
  emit(engine, service, serviceEventText.draining(leaving.length))
}

/** ECS finds no target group to ask about its tasks; what follows for them is an open question. */
export function missTargetGroup(engine: Engine, service: Service): void {
  const arn = service.settings.loadBalancers[0]?.targetGroupArn ?? ''
  const registered = tasksOf(engine.world, service).filter((task) => isLive(task) && task.target !== undefined)
  for (const { id, deployment } of registered)
    complain(engine, service, serviceEventText.notFound('TARGET GROUP', deployment, id, arn))
  if (engine.world.options.missingTargetGroup === 'replace') giveUp(engine, service, registered)
}

/** Somebody took targets out of the group by hand. @param count of the running tasks, the oldest first; @throws Error if there is no group */
export function loseTargets(engine: Engine, service: Service, count: number): void {
  const arn = service.settings.loadBalancers[0]?.targetGroupArn
  if (arn === undefined) throw new Error(`${service.name} has no target group`)
  const registered = tasksOf(engine.world, service).filter((task) => isLive(task) && task.target !== undefined)
  const lost = registered.slice(0, count)
  for (const task of lost) {
    delete task.target
    task.targetGone = true
    complain(engine, service, serviceEventText.notFound('TARGET', task.deployment, task.id, arn))
  }
  if (engine.world.options.missingTargetGroup === 'replace') giveUp(engine, service, lost)
}

function giveUp(engine: Engine, service: Service, tasks: readonly Task[]): void {
  for (const task of tasks.filter(({ unhealthy }) => unhealthy === undefined)) {
    task.unhealthy = 'target'
    task.healthySince = undefined
    const deployment = service.deployments.find(({ id }) => id === task.deployment)
    if (deployment !== undefined) countFailure(engine, service, deployment)
  }
  reconcileSoon(engine, service, 1)
}
