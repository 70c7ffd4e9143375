/** Tasks join the target group of their service and leave it; and what becomes of them when it is gone. */
import type { Engine } from '../engine.ts'
import { hasTargetGroup } from '../neighbours/elasticloadbalancing/delete.ts'
import { countFailure } from '../rollout/circuit-breaker.ts'
import { reconcileSoon } from '../rollout/scheduler.ts'
import { complain, complainRaw, emit, serviceEventText } from '../rollout/service-events.ts'
import type { Service, Task } from '../world/world.ts'
import { planTargetChecks } from './health.ts'
import { isLive, tasksOf } from './task.ts'

/** Every task that has come to RUNNING since. */
export function registerTargets(engine: Engine, service: Service): void {
  const [loadBalancer] = service.settings.loadBalancers
  const joining = tasksOf(engine.world, service).filter(
    (task) => isLive(task) && task.lastStatus === 'RUNNING' && task.target === undefined,
  )
  if (loadBalancer === undefined || joining.length === 0) return
  if (!hasTargetGroup(engine.world, service)) {
    complainRaw(engine, service, serviceEventText.failedToRegister(service.name, loadBalancer.targetGroupArn ?? ''))
    if (engine.world.options.missingTargetGroup === 'replace') giveUp(engine, service, joining)
    return
  }
  for (const task of joining) {
    task.target = { state: 'initial', port: loadBalancer.containerPort ?? 80, registeredAt: engine.world.now }
    const container = task.containers.find(({ name }) => name === loadBalancer.containerName)
    if (container !== undefined) planTargetChecks(engine, service, task, container)
  }
  emit(engine, service, serviceEventText.registered(joining.length, loadBalancer.targetGroupArn ?? ''))
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
    complain(engine, service, serviceEventText.targetGroupNotFound(deployment, id, arn))
  if (engine.world.options.missingTargetGroup === 'replace') giveUp(engine, service, registered)
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
