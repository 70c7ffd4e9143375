/** Stops tasks of a service because they are too many, and says so. */
import type { Engine } from '../engine.ts'
import { stopTask } from '../task/stop.ts'
import type { Service, Task } from '../world/world.ts'
import { reconcileSoon } from './scheduler.ts'
import { emit, serviceEventText } from './service-events.ts'

/** Pending ones are counted in one event, running ones named in another (observed). */
export function stopAll(engine: Engine, service: Service, tasks: readonly Task[]): void {
  const running = tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING')
  const pending = tasks.filter(({ lastStatus }) => lastStatus !== 'RUNNING')
  const seen = pending.filter(({ hidden }) => !hidden)
  if (seen.length > 0) emit(engine, service, serviceEventText.stoppedPending(seen.length))
  if (running.length > 0) emit(engine, service, serviceEventText.stoppedRunning(running.map(({ id }) => id)))
  for (const task of tasks) {
    stopTask(
      engine,
      service,
      task,
      `Scaling activity initiated by (deployment ${task.deployment})`,
      'ServiceSchedulerInitiated',
    )
  }
  if (tasks.length > 0) reconcileSoon(engine, service)
}
