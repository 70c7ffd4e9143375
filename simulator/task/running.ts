/** Tasks that have been running since before the scenario starts. */
import type { Engine } from '../engine.ts'
import type { Deployment, Service, Task } from '../world/world.ts'
import { launchTask } from './launch.ts'

const startMilliseconds = 28_000

/** @param since when it was created; its checks have all passed */
export function runningTask(engine: Engine, service: Service, deployment: Deployment, since: number): Task {
  const task = launchTask(engine, service, deployment)
  // The start that launchTask planned has happened long ago.
  task.generation += 1
  const [loadBalancer] = service.settings.loadBalancers
  const started = since + startMilliseconds
  Object.assign(task, {
    createdAt: since,
    lastStatus: 'RUNNING',
    pullStartedAt: since + 22_000,
    pullStoppedAt: since + 26_000,
    startedAt: started,
    healthySince: started + 40_000,
    ...(loadBalancer !== undefined && {
      target: { state: 'healthy', port: loadBalancer.containerPort ?? 80, registeredAt: started },
    }),
  })
  for (const container of task.containers) {
    container.lastStatus = 'RUNNING'
    container.behaviour = { kind: 'healthy' }
    if (container.health !== undefined) container.health = 'HEALTHY'
  }
  return task
}
