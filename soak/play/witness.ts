/** Looks at the simulated service again and again, and keeps what changed. */
import type { InProcessSimulator } from '../../simulator/in-process.ts'
import { isHealthy, tasksOf } from '../../simulator/task/task.ts'
import type { Service, Task, World } from '../../simulator/world/world.ts'
import type { DeploymentMoment, Moment } from './played.ts'

export interface Witness {
  readonly moments: Moment[]
  look(): void
}

export function createWitness({ world }: Pick<InProcessSimulator, 'world'>, service: Service): Witness {
  const moments: Moment[] = []
  const troubled = new Set<string>()
  let last = ''
  return {
    moments,
    look: () => {
      const tasks = tasksOf(world, service)
      for (const task of tasks) if (isTrouble(task)) troubled.add(task.deployment)
      const seen = momentOf(world, service, tasks, troubled)
      const text = JSON.stringify({ ...seen, at: 0 })
      if (text === last) return
      last = text
      moments.push(seen)
    },
  }
}

function isTrouble({ desiredStatus, lastStatus, stoppedReason = '' }: Task): boolean {
  const ends = desiredStatus === 'STOPPED' || lastStatus === 'STOPPED'
  return ends && !stoppedReason.startsWith('Scaling activity')
}

function momentOf(world: World, service: Service, tasks: readonly Task[], troubled: ReadonlySet<string>): Moment {
  const { settings } = service
  const live = tasks.filter(({ desiredStatus }) => desiredStatus === 'RUNNING')
  return {
    at: world.now,
    status: service.status,
    desired: service.desiredCount,
    running: tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING').length,
    pending: live.filter(({ lastStatus }) => lastStatus !== 'RUNNING').length,
    deployments: service.deployments.map(
      ({ number, id, status, rolloutState, taskDefinition, failedTasks }): DeploymentMoment => {
        const own = tasks.filter(({ deployment }) => deployment === id)
        return {
          number,
          status,
          rolloutState,
          taskDefinition,
          running: own.filter(({ lastStatus }) => lastStatus === 'RUNNING').length,
          healthy: own.filter(isHealthy).length,
          failed: failedTasks,
          troubled: troubled.has(id) || failedTasks > 0,
        }
      },
    ),
    ...(service.completed !== undefined && { completed: service.completed.number }),
    statuses: Object.fromEntries(service.serviceDeployments.map(({ number, status }) => [number, status])),
    settings: Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, textOf(value)])),
  }
}

/** The settings that stay are the same objects; each is written out once. */
const texts = new WeakMap<object, string>()

function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value)
  const text = texts.get(value) ?? JSON.stringify(value)
  texts.set(value, text)
  return text
}
