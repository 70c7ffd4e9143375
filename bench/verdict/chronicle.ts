/** What ECS knew, and when: written from the simulator's own state while a rollout is played, never from what the action says. */
import type { InProcessSimulator } from '../../simulator/in-process.ts'
import type { Deployment, Service, Task } from '../../simulator/world/world.ts'

export interface Chronicle {
  /** Called often, whenever the time has moved. */
  readonly look: (simulator: InProcessSimulator) => void
  /** When the deployment was started; it is the first one that was not there at the start. */
  startedAt(): number | undefined
  completedAt(): number | undefined
  failedAt(): number | undefined
  /** The rollback of the deployment by ECS was complete. */
  rolledBackAt(): number | undefined
  /** When the API could first show the n-th failure (from 1): a task that is about to stop, an event, or `failedTasks`. */
  failureAt(n: number): number | undefined
}

export function chronicleOf(simulator: InProcessSimulator): Chronicle {
  const older = new Set(theService(simulator).deployments.map(({ id }) => id))
  let startedAt: number | undefined
  let completedAt: number | undefined
  let failedAt: number | undefined
  let rolledBackAt: number | undefined
  let ours: Deployment | undefined
  const failures: number[] = []
  return {
    look: (current) => {
      const { world } = current
      const service = theService(current)
      const now = world.now
      ours ??= service.deployments.find(({ id }) => !older.has(id))
      if (ours === undefined) return
      startedAt ??= ours.createdAt
      if (ours.rolloutState === 'COMPLETED') completedAt ??= ours.updatedAt
      if (ours.rolloutState === 'FAILED') failedAt ??= ours.updatedAt
      const { id, failedTasks } = ours
      if (failedAt !== undefined && isBack(service, older)) rolledBackAt ??= now
      const stopped = world.tasks.filter((task) => task.deployment === id && hasFailed(task)).length
      while (failures.length < Math.max(failedTasks, stopped)) failures.push(now)
    },
    startedAt: () => startedAt,
    completedAt: () => completedAt,
    failedAt: () => failedAt,
    rolledBackAt: () => rolledBackAt,
    failureAt: (n) => failures[n - 1],
  }
}

/** The only one of the account. */
export function theService({ world }: InProcessSimulator): Service {
  const [service] = world.services
  if (service === undefined) throw new Error('The scenario has no service')
  return service
}

function isBack({ deployments }: Service, older: ReadonlySet<string>): boolean {
  return deployments.some(
    ({ id, status, rolloutState }) => status === 'PRIMARY' && rolloutState === 'COMPLETED' && older.has(id),
  )
}

function hasFailed({ desiredStatus, stopCode, stoppedReason = '' }: Task): boolean {
  if (desiredStatus !== 'STOPPED') return false
  return (
    stopCode === 'TaskFailedToStart' ||
    stopCode === 'EssentialContainerExited' ||
    /failed .*health checks/.test(stoppedReason)
  )
}
