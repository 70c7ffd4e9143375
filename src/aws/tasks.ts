import type { Failure, RunTaskCommandInput, Tag, Task } from '@aws-sdk/client-ecs'
import { ask } from './call-limit.ts'
import type { Connection } from './connection.ts'

/** What RunTask answers: both lists may have something in them (API reference, RunTask). */
export type StartedTasks = { readonly tasks: readonly Task[]; readonly failures: readonly Failure[] }

/** The calls that only one-off tasks need, each one call on the wire. */
export type TasksPort = {
  /** Sent once; with the same `clientToken` it may be sent again. @throws what ECS throws */
  runTask(input: RunTaskCommandInput): Promise<StartedTasks>
  /** @param reason shown by ECS as `stoppedReason`. @throws InvalidParameterException where ECS does not know the task (any more) */
  stopTask(cluster: string, task: string, reason: string): Promise<void>
  /** Tags of the service itself. */
  serviceTags(cluster: string, service: string): Promise<readonly Tag[]>
}

/** The port over the real client. */
export function tasksPort({ reads, writes, sdk, withinLimit }: Omit<Connection, 'shared'>): TasksPort {
  return {
    async runTask(input) {
      const { tasks = [], failures = [] } = await writes().send(new sdk.RunTaskCommand(input), withinLimit())
      return { tasks, failures }
    },
    async stopTask(cluster, task, reason) {
      await writes().send(new sdk.StopTaskCommand({ cluster, task, reason }), withinLimit())
    },
    async serviceTags(cluster, service) {
      const command = new sdk.DescribeServicesCommand({ cluster, services: [service], include: ['TAGS'] })
      const answer = await ask((options) => reads.send(command, options), withinLimit)
      return answer.services?.[0]?.tags ?? []
    },
  }
}
