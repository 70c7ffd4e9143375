/** Lets the world catch up with the clock: everything due happens, in order, each at its own time. */
import type { Engine, WorldEvent } from './engine.ts'
import { checkAlarms, watchAlarms } from './rollout/alarms.ts'
import { moveServiceDeployment } from './rollout/deployments.ts'
import { isSchedulerHindered } from './rollout/hindrance.ts'
import { timeOutHook } from './rollout/hooks.ts'
import { showRollback, startRequestedRollback } from './rollout/rollback.ts'
import { takeReconcile } from './rollout/scheduler.ts'
import { repeatSteadyState } from './rollout/service-events.ts'
import { strategyOf } from './rollout/strategies.ts'
import { judgeHealth } from './task/health.ts'
import { exitContainer, failTask, giveUpWaiting, logLater, startReady, takeStep } from './task/progress.ts'
import { deregisterTargets, missTargetGroup, registerTargets } from './task/targets.ts'
import { tasksOf } from './task/task.ts'
import { takePlace } from './timeline.ts'
import { serviceByArn, serviceOfTask } from './world/services.ts'
import { forgetTasks } from './world/tasks.ts'
import type { Service, Task } from './world/world.ts'

/** @param until virtual milliseconds; a time in the past changes nothing */
export function advanceWorld(engine: Engine, until: number): void {
  const { world, queue } = engine
  for (let due = queue.takeDue(until); due !== undefined; due = queue.takeDue(until)) {
    world.now = Math.max(world.now, due.at)
    happen(engine, due.event)
  }
  world.now = Math.max(world.now, until)
  forgetStoppedTasks(engine)
}

/** Stopped tasks can be described for about an hour (API DescribeTasks). */
function forgetStoppedTasks({ world }: Engine): void {
  const horizon = world.now - world.options.stoppedTaskSeconds * 1000
  forgetTasks(world, ({ stoppedAt }) => stoppedAt !== undefined && stoppedAt < horizon)
}

function happen(engine: Engine, event: WorldEvent): void {
  if (event.kind === 'timeline') takePlace(engine, event.happening)
  else if ('service' in event) happenToService(engine, event)
  else happenToTask(engine, event)
}

function happenToService(engine: Engine, event: Extract<WorldEvent, { service: string }>): void {
  const service = serviceByArn(engine.world, event.service)
  if (service === undefined) return
  switch (event.kind) {
    case 'reconcile':
      if (takeReconcile(engine, service)) pass(engine, service)
      return
    case 'register-targets':
      registerTargets(engine, service)
      return
    case 'target-group-missing':
      missTargetGroup(engine, service)
      return
    case 'repeat-steady-state':
      repeatSteadyState(engine, service)
      return
    case 'deregister-targets':
      deregisterTargets(engine, service)
      return
    default:
      happenToServiceDeployment(engine, service, event)
      return
  }
}

function pass(engine: Engine, service: Service): void {
  if (service.status === 'ACTIVE' && !isSchedulerHindered(engine, service))
    strategyOf(service)?.reconcile(engine, service)
  else if (
    service.status === 'DRAINING' &&
    tasksOf(engine.world, service).every((task) => task.lastStatus === 'STOPPED')
  ) {
    service.status = 'INACTIVE'
    service.deployments = []
  }
}

function happenToServiceDeployment(
  engine: Engine,
  service: Service,
  event: Extract<WorldEvent, { deployment: string }>,
): void {
  const deployment = service.serviceDeployments.find(({ arn }) => arn === event.deployment)
  if (deployment === undefined) return
  if (event.kind === 'service-deployment-starts') {
    moveServiceDeployment(engine, deployment, 'IN_PROGRESS')
    watchAlarms(engine, service, deployment)
  }
  if (event.kind === 'hook-times-out') timeOutHook(engine, service, deployment, event.hook)
  else if (event.kind === 'check-alarms') checkAlarms(engine, service, deployment)
  else if (event.kind === 'service-deployment-stops') moveServiceDeployment(engine, deployment, 'STOPPED')
  else if (event.kind === 'requested-rollback-starts') startRequestedRollback(engine, service, deployment)
  else if (event.kind === 'rollback-shows') showRollback(engine, service, deployment, event)
}

function happenToTask(engine: Engine, event: Extract<WorldEvent, { task: string }>): void {
  const task = engine.world.taskIndex.byId.get(event.task)
  if (task === undefined) return
  const service = serviceOfTask(engine.world, task)
  switch (event.kind) {
    case 'container-health':
      hearContainer(engine, service, task, event)
      return
    case 'target-health':
      if (service !== undefined) hearTarget(engine, service, task, event)
      return
    case 'judge-health':
      if (service !== undefined) judgeHealth(engine, service, task)
      return
    case 'start-times-out':
      giveUpWaiting(engine, service, task, event)
      return
    case 'task-step':
      takeStep(engine, service, task, event)
      return
    case 'task-fails':
      failTask(engine, service, task, event)
      return
    case 'container-logs':
      logLater(engine, task, event)
      return
    case 'container-exits':
      exitContainer(engine, service, task, event)
  }
}

function hearContainer(
  engine: Engine,
  service: Service | undefined,
  task: Task,
  event: Extract<WorldEvent, { kind: 'container-health' }>,
): void {
  const container = task.containers.find(({ name }) => name === event.container)
  if (container?.lastStatus !== 'RUNNING') return
  container.health = event.to
  task.version += 1
  startReady(engine, service, task)
  if (service !== undefined) judgeHealth(engine, service, task)
}

function hearTarget(
  engine: Engine,
  service: Service,
  task: Task,
  event: Extract<WorldEvent, { kind: 'target-health' }>,
): void {
  if (task.target === undefined || task.target.state === 'draining') return
  task.target.state = event.to
  if (event.reason !== undefined) task.target.reason = event.reason
  judgeHealth(engine, service, task)
}
