/** A task ends: drained, stopped, its network interface removed (DG task-lifecycle-explanation). */
import { about, type Engine, schedule } from '../engine.ts'
import { definitionByArn } from '../world/definition.ts'
import type { Service, Task, TaskStatus } from '../world/world.ts'

const interfaceRemovalSeconds = 16
const exitSeconds = 1.5
const defaultStopTimeout = 30
const killed = 137

/** Tells a task to stop. One that is already stopping is left alone. @param service undefined: a task of no service */
export function stopTask(engine: Engine, service: Service | undefined, task: Task, reason: string, code: string): void {
  if (task.desiredStatus === 'STOPPED') return
  const wasRunning = task.lastStatus === 'RUNNING'
  task.desiredStatus = 'STOPPED'
  task.stopCode = code
  task.stoppedReason = reason
  task.stoppingAt = engine.world.now
  task.healthySince = undefined
  task.generation += 1
  task.version += 1
  const draining = drainSeconds(engine, service, task)
  if (!wasRunning) {
    planEnd(engine, task, 0.5, stopSeconds(engine, task))
    return
  }
  const leave = about(engine, 1, 0.5)
  step(engine, task, leave, 'DEACTIVATING')
  planEnd(engine, task, leave + Math.max(1, draining), stopSeconds(engine, task))
}

/** A task whose essential container has ended needs no drain and no signal. */
export function endTask(engine: Engine, service: Service | undefined, task: Task, reason: string, code: string): void {
  if (task.desiredStatus === 'STOPPED') return
  task.desiredStatus = 'STOPPED'
  task.stopCode = code
  task.stoppedReason = reason
  task.stoppingAt = engine.world.now
  task.healthySince = undefined
  task.generation += 1
  task.version += 1
  drainSeconds(engine, service, task)
  planEnd(engine, task, 0.5, stopSeconds(engine, task))
}

function planEnd(engine: Engine, task: Task, stopping: number, stopDuration: number): void {
  const hasOwnInterface = definitionByArn(engine.world, task.taskDefinition).stored.networkMode === 'awsvpc'
  step(engine, task, stopping, 'STOPPING')
  step(engine, task, stopping + stopDuration, 'DEPROVISIONING')
  step(
    engine,
    task,
    stopping + stopDuration + (hasOwnInterface ? about(engine, interfaceRemovalSeconds) : 0.5),
    'STOPPED',
  )
}

function step(engine: Engine, task: Task, seconds: number, to: TaskStatus): void {
  schedule(engine, seconds, { kind: 'task-step', task: task.id, generation: task.generation, to })
}

/** ECS waits until the target is unused before it stops a container (DG load-balancer-connection-draining). */
function drainSeconds(engine: Engine, service: Service | undefined, task: Task): number {
  if (service === undefined || task.target === undefined) return 0
  // Observed: "deregistered" follows "has stopped" after that.
  schedule(engine, 1.6, { kind: 'deregister-targets', service: service.arn })
  return engine.rules.drainSeconds(service.targetGroup)
}

function stopSeconds(engine: Engine, task: Task): number {
  const { containerDefinitions } = definitionByArn(engine.world, task.taskDefinition).stored
  const running = task.containers.filter(({ lastStatus }) => lastStatus === 'RUNNING')
  const timeouts = running
    .filter(ignoresSigterm)
    .map(({ name }) => containerDefinitions.find((one) => one.name === name)?.stopTimeout ?? defaultStopTimeout)
  return running.length === 0 ? 0.5 : Math.max(exitSeconds, ...timeouts)
}

const ignoresSigterm = ({ behaviour }: Task['containers'][number]): boolean => behaviour?.ignoresSigterm === true

/** The containers that still run when the task leaves STOPPING have ended by the signal. */
export function endContainers(task: Task): void {
  for (const container of task.containers) {
    // Observed: the containers of an interrupted Spot task end with 137.
    const isKilled = ignoresSigterm(container) || task.stopCode === 'SpotInterruption'
    if (container.lastStatus === 'RUNNING') container.exitCode = isKilled ? killed : 0
    container.lastStatus = 'STOPPED'
  }
}
